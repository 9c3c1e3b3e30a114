"""The queue leaves the program.

``write_queue`` and ``read_queue`` are the queue CSV; ``check_output`` says before a
long run whether the result can be written; ``to_frame`` hands the queue to pandas.
"""

from cardscan.export.frame import to_frame
from cardscan.export.queue_columns import COLUMNS
from cardscan.export.queue_csv import queue_bytes, read_queue, write_queue
from cardscan.export.safe_file import WrittenFile, check_output

__all__ = [
    "COLUMNS",
    "WrittenFile",
    "check_output",
    "queue_bytes",
    "read_queue",
    "to_frame",
    "write_queue",
]
