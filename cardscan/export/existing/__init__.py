"""What is in a CRM or an address book already, by its own export, beside what would be handed on.

``read_existing`` reads the export, a table or vCards, and ``compare`` sorts contacts into new ones,
ones that would be updated, and ones that are there as they are.
"""

from cardscan.export.existing.compare import compare
from cardscan.export.existing.read import read_existing
from cardscan.export.existing.record import Change, Changed, Comparison, There, Unsure

__all__ = ["Change", "Changed", "Comparison", "There", "Unsure", "compare", "read_existing"]
