"""How good a queue is, measured against labels that a person made.

``evaluate`` reads both and gives ``Scores``, ``evaluate_by`` those of every group of
pictures; ``evaluate_confidences`` says with the scan's records how far its confidences
can be relied on, and ``rate`` gives what that is measured on; ``as_text``, ``as_json``
and ``as_markdown`` show them.  ``evaluate_settled`` takes for labels what people made of rows that
they looked at, and ``labels_text`` writes these down.
"""

from cardscan.evaluate.confidences import Confidences, evaluate_confidences
from cardscan.evaluate.judged import Judged, fields_of
from cardscan.evaluate.labels import labels_text
from cardscan.evaluate.metrics import evaluate, evaluate_by
from cardscan.evaluate.rated import Rated, RatedRow, RatedValue, rate
from cardscan.evaluate.record import Disagreement, FieldScore, GroupedScores, Scores
from cardscan.evaluate.reliability import Bin, Reliability, reliability, wilson
from cardscan.evaluate.settled import Part, SettledScores, evaluate_settled
from cardscan.evaluate.settled_table import settled_as_json, settled_as_markdown, settled_as_text
from cardscan.evaluate.table import as_json, as_markdown, as_text
from cardscan.evaluate.threshold import Flagging, by_rule, by_threshold

__all__ = [
    "Bin",
    "Confidences",
    "Disagreement",
    "FieldScore",
    "Flagging",
    "GroupedScores",
    "Judged",
    "Part",
    "Rated",
    "RatedRow",
    "RatedValue",
    "Reliability",
    "Scores",
    "SettledScores",
    "as_json",
    "as_markdown",
    "as_text",
    "by_rule",
    "by_threshold",
    "evaluate",
    "evaluate_by",
    "evaluate_confidences",
    "evaluate_settled",
    "fields_of",
    "labels_text",
    "rate",
    "reliability",
    "settled_as_json",
    "settled_as_markdown",
    "settled_as_text",
    "wilson",
]
