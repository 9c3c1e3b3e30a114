"""What became of an event: figures, rows for a terminal, and a page to show around.

``event_figures`` counts, ``report_table`` and ``report_json`` give the figures out;
``cardscan.followup.report.page`` draws them and is loaded only where a page is wanted.
"""

from cardscan.followup.report.figures import Figures, PersonOfEvent, PriorityFigures, event_figures
from cardscan.followup.report.goal import goal_number, result_sentence
from cardscan.followup.report.table import report_json, report_table

__all__ = [
    "Figures",
    "PersonOfEvent",
    "PriorityFigures",
    "event_figures",
    "goal_number",
    "report_json",
    "report_table",
    "result_sentence",
]
