"""How good a queue is, measured against labels that a person made.

``evaluate`` reads both and gives ``Scores``, ``evaluate_by`` those of every group of
pictures; ``as_text``, ``as_json`` and ``as_markdown`` show either.
"""

from cardscan.evaluate.metrics import evaluate, evaluate_by
from cardscan.evaluate.record import Disagreement, FieldScore, GroupedScores, Scores
from cardscan.evaluate.table import as_json, as_markdown, as_text

__all__ = [
    "Disagreement",
    "FieldScore",
    "GroupedScores",
    "Scores",
    "as_json",
    "as_markdown",
    "as_text",
    "evaluate",
    "evaluate_by",
]
