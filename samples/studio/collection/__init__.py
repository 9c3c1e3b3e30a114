"""The cards, by a short name.  People, companies, addresses and numbers are invented.

Domains are reserved ones; phone numbers come from the ranges that the regulators of
the United Kingdom, the United States, France and Germany keep for fiction, and for
Spain and Japan from ranges that are not assigned to anybody.
"""

from studio.collection.europe import EUROPE
from studio.collection.japan import JAPAN
from studio.collection.uk import UNITED_KINGDOM
from studio.collection.us import UNITED_STATES

CARDS = UNITED_KINGDOM | UNITED_STATES | EUROPE | JAPAN

__all__ = ["CARDS"]
