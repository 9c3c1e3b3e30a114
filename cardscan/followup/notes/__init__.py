"""Notes become steps: what a note asks for, and the notes that lie beside the photos.

``understand`` finds priority, next action and due date in a note, ``answered_by`` whether a
touch was answered, ``read_sidecars`` the notes beside the photos of a folder.
"""

from cardscan.followup.notes.answers import answered_by
from cardscan.followup.notes.record import SidecarNote, Sidecars, Wish, WorkingDay
from cardscan.followup.notes.shorthand import understand
from cardscan.followup.notes.sidecar import read_sidecars

__all__ = [
    "SidecarNote",
    "Sidecars",
    "Wish",
    "WorkingDay",
    "answered_by",
    "read_sidecars",
    "understand",
]
