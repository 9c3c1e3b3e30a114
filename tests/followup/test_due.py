from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from due_rows import CALL, due

WAYS: list[tuple[str, dict[str, Any], str]] = [
    ("call", {"work_phone": ("+44 20 7946 0958",)}, "+44 7700 900123"),
    ("call", {"mobile_phone": (), "work_phone": ("+44 20 7946 0958",)}, "+44 20 7946 0958"),
    ("call", {"mobile_phone": (), "fax": ("+44 20 7946 0958",)}, ""),
    ("email", {}, "ada@northwind.example"),
    ("email", {"email": "", "other_emails": ("aw@northwind.example",)}, "aw@northwind.example"),
    (
        "note",
        {"address": "12 Quay Street, Harbourton", "street": "12 Quay Street"},
        "12 Quay Street, Harbourton",
    ),
    ("note", {"street": "12 Quay Street", "city": "Harbourton"}, "12 Quay Street, Harbourton"),
    ("note", {}, ""),
    ("meeting", {}, "+44 7700 900123"),
    ("meeting", {"mobile_phone": ()}, "ada@northwind.example"),
    (
        "connect",
        {"social": ("linkedin.com/in/ada",), "website": ("northwind.example",)},
        "linkedin.com/in/ada",
    ),
    ("connect", {"website": ("northwind.example",)}, "northwind.example"),
]


@pytest.mark.parametrize(("action", "fields", "how"), WAYS)
def test_step_says_what_to_use_for_it(action: Any, fields: dict[str, Any], how: str) -> None:
    assert due(replace(CALL, action=action), **fields).how == how
