"""The same person twice: met again at a later event, or kept under two ids.

``with_earlier`` ties a new entry to what is known of that person, ``find_pairs`` tells which
contacts are one person for sure, and which a person should look at.
"""

from cardscan.followup.duplicates.met_before import ID, with_earlier
from cardscan.followup.duplicates.pairs import Pair, find_pairs
from cardscan.followup.duplicates.traits import Person

__all__ = ["ID", "Pair", "Person", "find_pairs", "with_earlier"]
