"""What a spreadsheet does to a cell by itself is told from what a person did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardscan.book.apply.cells import is_same, order_of_dates
from cardscan.book.apply.checking import check_cell
from cardscan.export.queue_columns import PHONE_COLUMNS

LONDON = "+44 20 7946 0958"


@pytest.mark.parametrize(
    ("column", "cell", "before"),
    [
        ("confidence", "0,9", "0.90"),
        ("confidence", "0.9", "0.90"),
        ("follow_up_due", "24/11/2026", "2026-11-24"),
        ("follow_up_due", "11/24/2026", "2026-11-24"),
        ("follow_up_due", "24.11.2026", "2026-11-24"),
        ("follow_up_due", "2026-11-24T00:00:00", "2026-11-24"),
        ("scanned_at", "21/11/2026 09:30", "2026-11-21T09:30:12+00:00"),
        ("mobile_phone", "442079460958", LONDON),
        ("mobile_phone", f"'{LONDON}", LONDON),
        ("mobile_phone", "4.42079E+11", LONDON),
        ("mobile_phone", "4,42079460958E+11", LONDON),
        ("mobile_phone", "442079460958.0", LONDON),
        ("postal_code", "1067", "01067"),
        ("company", "=Northwind", "'=Northwind"),
        ("notes", "Hall 3;  stand 4", "Hall 3; stand 4"),
        ("full_name", "?ukasz Winter", "Łukasz Winter"),
        ("full_name", "Zoe\u0308 Winter", "Zoë Winter"),
        ("needs_review", "TRUE", "yes"),
        ("needs_review", "FALSE", ""),
        ("status", "Open", "open"),
    ],
)
def test_what_a_spreadsheet_writes_in_its_own_way_is_the_same(column: str, cell: str, before: str) -> None:
    assert is_same(column, cell, before)


@pytest.mark.parametrize(
    ("column", "cell", "before"),
    [
        ("confidence", "0.91", "0.90"),
        ("follow_up_due", "25/11/2026", "2026-11-24"),
        ("mobile_phone", "442079460959", LONDON),
        ("mobile_phone", "4.42080E+11", LONDON),
        ("mobile_phone", "4.42079E+10", LONDON),
        ("mobile_phone", LONDON, "44 20 7946 0958"),
        ("mobile_phone", "", LONDON),
        ("work_phone", LONDON, ""),
        ("postal_code", "1068", "01067"),
        ("postal_code", "11", "SW1A 1AA"),
        ("company", "2", "02"),
        ("full_name", "Lukasz Winter", "Łukasz Winter"),
        ("full_name", "?", "Łukasz Winter"),
        ("needs_review", "", "yes"),
        ("status", "done", "open"),
        ("other_emails", "b@example.com; a@example.com", "a@example.com; b@example.com"),
    ],
)
def test_what_a_person_wrote_is_another_thing(column: str, cell: str, before: str) -> None:
    assert not is_same(column, cell, before)


@given(st.text(), st.sampled_from(["company", "notes", "follow_up_due", "other_phones", "card", "status"]))
def test_every_cell_is_the_same_as_itself(text: str, column: str) -> None:
    assert is_same(column, text, text)


@given(st.text(), st.text(), st.sampled_from(["notes", "mobile_phone", "postal_code", "scanned_at", "card"]))
def test_cells_of_any_text_can_be_compared(one: str, other: str, column: str) -> None:
    assert is_same(column, one, other) in (True, False)


@pytest.mark.parametrize(
    ("pairs", "order"),
    [
        ([("05/11/2026", "2026-11-05"), ("03/04/2027", "")], True),
        ([("11/05/2026", "2026-11-05"), ("03/04/2027", "")], False),
        ([("24/11/2026", ""), ("03/04/2027", "")], True),
        ([("11/11/2026", "2026-11-11"), ("03/04/2027", "")], None),
        ([("24/11/2026", ""), ("11/24/2026", "")], None),
    ],
)
def test_dates_that_nobody_changed_tell_how_the_others_are_written(
    pairs: list[tuple[str, str]], order: bool | None
) -> None:
    assert order_of_dates(pairs) is order


@pytest.mark.parametrize("column", PHONE_COLUMNS)
def test_a_phone_is_kept_in_international_form(column: str) -> None:
    checked = check_cell(column, "020 7946 0958 ext 12", "", day_first=None, region="GB")
    assert checked.value == (f"{LONDON} ext. 12",)


@pytest.mark.parametrize("text", ["12", "ask at the desk", "020 7946 0958"])
def test_a_phone_that_is_none_is_kept_with_a_warning(text: str) -> None:
    checked = check_cell("work_phone", text, "", day_first=None, region=None)
    assert checked.value == (text,)
    assert "is kept as it is" in checked.warnings[0]


def test_an_odd_phone_that_was_there_is_not_warned_of_again() -> None:
    checked = check_cell("work_phone", f"12; {LONDON}", "12", day_first=None, region=None)
    assert (checked.value, checked.warnings) == (("12", LONDON), ())


def test_an_odd_address_that_was_there_does_not_stop_another() -> None:
    checked = check_cell("other_emails", "at home; Ada@Example.com", "at home", day_first=None, region=None)
    assert checked.value == ("at home", "ada@example.com")


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("email", "ada at example.com", "no valid e-mail"),
        ("other_emails", "ada@example.com; nobody@", "no valid e-mail"),
        ("company", "#REF!", "lost the text"),
        ("follow_up_due", "########", "lost the text"),
        ("status", "", "is empty"),
        ("priority", "", "is empty"),
        ("needs_review", "perhaps", "neither yes nor empty"),
    ],
)
def test_what_cannot_be_taken_over_says_why(column: str, cell: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        check_cell(column, cell, "", day_first=None, region=None)
