"""What frictionless or csvclean says of CSV files: NAME DELIMITER FILE... -> JSON, file by file."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import Any

from csvkit.utilities.csvclean import CSVClean
from frictionless import Detector, Dialect, FrictionlessException, formats, system
from frictionless.resources import TableResource


def by_frictionless(file: str, delimiter: str) -> dict[str, Any]:
    """Every cell is a text to it: what columns hold is not what is judged."""
    table = TableResource(
        path=file,
        format="csv",
        encoding="utf-8-sig",
        dialect=Dialect(controls=[formats.CsvControl(delimiter=delimiter)]),
        detector=Detector(field_type="string"),
    )
    with system.use_context(trusted=True):  # or it takes no path from the root
        complaints = [error.message for task in table.validate().tasks for error in task.errors]
        try:
            with table:
                header, *rows = table.cell_stream
        except (FrictionlessException, ValueError) as exc:
            return {"complaints": complaints or [str(exc)], "read": []}
    return {"complaints": complaints, "read": [{"header": header, "rows": rows}]}


def by_csvclean(file: str, delimiter: str) -> dict[str, Any]:
    """It writes the rows that it finds wrong as a table of its own, and leaves."""
    wrong = io.StringIO()
    options = ["--length-mismatch", "--delimiter", delimiter, "--encoding", "utf-8-sig", file]
    try:
        CSVClean(options, io.StringIO(), wrong).run()
    except SystemExit:
        found = csv.DictReader(io.StringIO(wrong.getvalue()))
        return {"complaints": [f"Line {row['line_number']}: {row['msg']}" for row in found], "read": []}
    except (csv.Error, ValueError) as exc:
        return {"complaints": [str(exc)], "read": []}
    return {"complaints": [], "read": []}


judge = {"frictionless": by_frictionless, "csvclean": by_csvclean}[sys.argv[1]]
json.dump({file: judge(file, sys.argv[2]) for file in sys.argv[3:]}, sys.stdout)
