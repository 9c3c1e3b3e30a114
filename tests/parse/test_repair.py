"""An e-mail is repaired where the name proves a letter, and only there."""

from dataclasses import replace

import pytest

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.record import Field, Issue
from cardscan.parse.repair import repaired


def email(raw):
    value = raw.replace(" ", "").lower()
    return Field(kind="email", raw=raw, value=value, confidence=0.95, lines=(1,))


def named(name):
    return Candidate(kind="name", raw=name, value=name, spans=(Span(line=0, start=0, end=len(name)),))


@pytest.mark.parametrize(
    ("raw", "name", "value"),
    [
        ("I.rookbourne@quay.example", "Lena Rookbourne", "l.rookbourne@quay.example"),
        ("Irookbourne@quay.example", "Lena Rookbourne", "lrookbourne@quay.example"),
        ("1.rookbourne@quay.example", "Lena Rookbourne", "l.rookbourne@quay.example"),
        ("lan.fenwick@quay.example", "Ian Fenwick", "ian.fenwick@quay.example"),
        ("t0m.fenwick@quay.example", "Tom Fenwick", "tom.fenwick@quay.example"),
        ("l. fenwick@ quay.example", "Iris Fenwick", "i.fenwick@quay.example"),
    ],
)
def test_a_letter_that_the_name_proves_is_put_right_and_shown(raw, name, value):
    mended = repaired(email(raw), named(name))
    assert mended.value == value
    assert mended.raw == raw
    assert [issue.code for issue in mended.issues] == ["email-repaired"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("l.rookbourne@quay.example", "Lena Rookbourne"),
        ("i.rookbourne@quay.example", "Lena Rookbourne"),
        ("info1@quay.example", "Lena Rookbourne"),
        ("sales@quay.example", "Iris Fenwick"),
        ("jane10@quay.example", "Jane Hart"),
        ("lmarlowe@quay.example", "Jane Hart"),
    ],
    ids=["fits already", "no look-alike", "an office", "another office", "digits", "somebody else"],
)
def test_without_proof_the_email_stays_as_it_was_read(raw, name):
    assert repaired(email(raw), named(name)) == email(raw)


def test_what_the_repair_explains_is_no_longer_odd():
    odd = Issue(code="email-odd-local", message="A capital stands amid small letters.", doubt=True)
    mended = repaired(replace(email("pauI.hill@quay.example"), issues=(odd,)), named("Paul Hill"))
    assert mended.value == "paul.hill@quay.example"
    assert [issue.code for issue in mended.issues] == ["email-repaired"]


def company(text):
    return replace(named(text), kind="company")


GLUED = Issue(code="email-label-glued", message="The label runs into the address.", doubt=True)
ODD = Issue(code="email-odd-domain", message="No such suffix.", doubt=True)


def test_colon_behind_a_glued_label_is_taken_off_where_the_name_proves_it():
    read, name = email("otrkhill@quay.example"), named("Rosa Kay Hill")
    mended = repaired(replace(read, issues=(GLUED,)), name)
    assert mended.value == "rkhill@quay.example"
    assert [issue.code for issue in mended.issues] == ["email-label-glued", "email-repaired"]
    assert repaired(read, name) == read


@pytest.mark.parametrize(
    ("local", "name", "belief", "name_belief"),
    [
        ("alice.fenwick", "Aiice Fenwick", 0.99, 0.95),
        ("william.fenwick", "WiIliam Fenwick", 0.99, 0.95),
        ("jonas.havel", "Jonas Hovelt", 0.93, 0.9),
    ],
)
def test_name_that_is_less_clear_than_the_email_proves_nothing(local, name, belief, name_belief):
    read = email(f"{local}@quay.example")
    assert repaired(read, named(name), belief=belief, name_belief=name_belief) == read


def test_known_given_name_proves_its_initial_though_the_name_is_less_clear():
    read, name = email("Irookbourne@quay.example"), named("Lena Rookbourne")
    assert repaired(read, name, belief=0.99, name_belief=0.9).value == "lrookbourne@quay.example"


def test_unclear_line_is_repaired_where_a_long_word_of_the_name_differs_in_one_letter():
    read, name = email("fenvickt@quay.example"), named("Tom Fenwick")
    assert repaired(read, name, belief=0.9).value == "fenwickt@quay.example"
    assert repaired(read, name, belief=0.99) == read
    assert repaired(email("feuvickt@quay.example"), name, belief=0.9).value == "feuvickt@quay.example"


@pytest.mark.parametrize(
    ("host", "firm", "right"),
    [
        ("quayside.onrg", "Quayside Sea Rescue Society", "quayside.org"),
        ("quayside.corn", "Quayside Ltd", "quayside.corn"),
        ("quayside.cm", "Quayside Ltd", "quayside.com"),
        ("quayside.onrg", "Harbour School", "quayside.onrg"),
        ("quayside.onrg", None, "quayside.onrg"),
    ],
)
def test_suffix_that_does_not_exist_is_put_right_where_the_company_proves_the_rest(host, firm, right):
    read = replace(email(f"tom@{host}"), issues=(ODD,))
    assert repaired(read, named("Tom Fenwick"), firm and company(firm)).value == f"tom@{right}"


def test_without_a_name_nothing_is_repaired():
    assert repaired(email("I.rookbourne@quay.example"), None) == email("I.rookbourne@quay.example")


def test_text_without_a_value_stays_text():
    field = Field(kind="email", raw="I.rookbourne quay", value=None, confidence=0.3, lines=(1,))
    assert repaired(field, named("Lena Rookbourne")) == field


def test_other_fields_are_left_alone():
    field = Field(kind="website", raw="Irookbourne.example", value="irookbourne.example", confidence=0.9)
    assert repaired(field, named("Lena Rookbourne")) == field
