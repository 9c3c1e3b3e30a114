from __future__ import annotations

import pytest
from written_card import reading

from cardscan.parse.assign import assign, joined
from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.view import view_card


def one(kind, text, *, line, score=2.0, start=0):
    spans = (Span(line=line, start=start, end=start + len(text)),)
    return Candidate(kind=kind, raw=text, value=text, spans=spans, score=score)


def chosen(texts, *, names=(), companies=(), titles=(), departments=()):
    """What is chosen on a card of these lines."""
    card = reading(*texts)
    view = view_card(card.lines, card_height_px=card.card.height_px, taken=(), address_evidence=lambda _: 0.0)
    return assign(view, names=names, companies=companies, titles=titles, departments=departments)


def test_one_text_is_not_name_and_company_at_once():
    texts = ("Winter Tools", "Ada Winter")
    both = [one("name", "Winter Tools", line=0, score=2.0), one("name", "Ada Winter", line=1, score=1.9)]
    found = chosen(texts, names=both, companies=[one("company", "Winter Tools", line=0, score=2.0)])
    assert found.name == both[1]
    assert found.company is not None
    assert found.rival_name is None


def test_weak_name_is_no_name():
    assert chosen(("Oats",), names=[one("name", "Oats", line=0, score=0.5)]).name is None


def test_next_best_name_elsewhere_is_the_rival():
    names = [one("name", "Ada Winter", line=0, score=3.0), one("name", "Rye Field", line=1, score=1.0)]
    assert chosen(("Ada Winter", "Rye Field"), names=names).rival_name == names[1]


@pytest.mark.parametrize(
    ("texts", "name", "other"),
    [
        (("#王小明", "Xiaoming Wang", "销售经理", "上海市示例路"), "王小明", "Xiaoming Wang"),
        (("#Xiaoming Wang", "王小明", "Sales Manager", "12 Sample Road"), "Xiaoming Wang", "王小明"),
    ],
)
def test_main_script_of_the_card_gives_the_name(texts, name, other):
    latin = one("name", "Xiaoming Wang", line=texts.index("Xiaoming Wang") if "Xiaoming Wang" in texts else 0)
    signs = one("name", "王小明", line=1 - latin.spans[0].line, score=1.5)
    found = chosen(texts, names=[latin, signs])
    assert found.name is not None
    assert found.other_name is not None
    assert (found.name.raw, found.other_name.raw) == (name, other)


def test_company_does_not_take_the_name_in_the_other_script():
    texts = ("明日有限公司", "王小明", "Xiaoming Wang")
    names = [one("name", "Xiaoming Wang", line=2, score=3.0), one("name", "王小明", line=1)]
    firms = [
        Candidate(
            kind="company",
            raw="明日有限公司 王小明",
            value="明日有限公司 王小明",
            spans=(Span(line=0, start=0, end=6), Span(line=1, start=0, end=3)),
            score=2.0,
        ),
        one("company", "明日有限公司", line=0, score=1.5),
    ]
    assert chosen(texts, names=names, companies=firms).company == firms[1]


def test_title_below_the_name_is_preferred():
    texts = ("Managing our farm", "Rye", "Oats", "Ada Winter", "Farm Manager")
    titles = [one("title", texts[0], line=0, score=1.2), one("title", texts[4], line=4, score=1.0)]
    found = chosen(texts, names=[one("name", "Ada Winter", line=3)], titles=titles)
    assert [title.raw for title in found.titles] == ["Farm Manager"]


def test_slogan_that_looks_a_little_like_a_title_is_none():
    texts = ("Ada Winter", "Rye", "Oats", "Barley", "Wheat", "Corn", "Your partner")
    found = chosen(
        texts,
        names=[one("name", "Ada Winter", line=0)],
        titles=[one("title", "Your partner", line=6, score=0.3)],
    )
    assert found.titles == ()


def test_two_titles_one_under_the_other_are_one():
    texts = ("Ada Winter", "Founder", "Head of Farming")
    titles = [one("title", "Founder", line=1), one("title", "Head of Farming", line=2, score=1.2)]
    found = chosen(texts, names=[one("name", "Ada Winter", line=0)], titles=titles)
    assert joined(found.titles).value == "Founder, Head of Farming"


def test_department_beside_the_title_is_kept_and_one_far_off_is_not():
    texts = ("Ada Winter", "Research Team", "Rye", "Oats", "Barley", "Wheat", "Sales Team")
    departments = [
        one("department", texts[1], line=1, score=0.2),
        one("department", texts[6], line=6, score=0.2),
    ]
    found = chosen(texts, names=[one("name", "Ada Winter", line=0)], departments=departments)
    assert [department.raw for department in found.departments] == ["Research Team"]


def test_card_without_candidates_has_nothing_chosen():
    found = chosen(("Oats",))
    assert (found.name, found.company, found.titles, found.departments) == (None, None, (), ())


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("Founder", "Director"), "Founder, Director"),
        (("Sales &", "Marketing Manager"), "Sales & Marketing Manager"),
        (("Director", "of Research"), "Director of Research"),
        (("Director,", "Research"), "Director, Research"),
        (("Director", "(Europe)"), "Director (Europe)"),
        (("営業部", "課長"), "営業部 課長"),
    ],
)
def test_lines_are_joined_as_a_person_would_write_them(parts, text):
    whole = joined([one("title", part, line=index) for index, part in enumerate(parts)])
    assert whole.value == text
    assert whole.lines == (0, 1)
