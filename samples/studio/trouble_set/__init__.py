"""A large test set: every picture has one named trouble at a named strength.

``cases`` lists the troubles, ``arrange`` says what they do to a picture that would
have none, ``shots`` makes as many pictures as are wanted, each with new cards.
"""

from studio.trouble_set.cases import CASES
from studio.trouble_set.shots import Shot, shots

__all__ = ["CASES", "Shot", "shots"]
