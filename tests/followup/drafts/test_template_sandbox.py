from __future__ import annotations

import time

import pytest

from cardscan.errors import RecordError
from cardscan.followup.drafts.sandbox import LARGEST_SOURCE, LARGEST_TEXT, render


class Person:
    name = "Ada"

    def secret(self) -> str:
        return "secret"


VALUES = {
    "name": "Ada",
    "names": ("Ada", "Bo"),
    "count": 2,
    "person": Person(),
    "empty": "",
    "long": "a" * 30_000,
}


def filled(source: str) -> str:
    return render(source, VALUES, file="own.j2", may_use=("name", "names"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Dear {{ name }},", "Dear Ada,"),
        ("{% if empty %}a{% elif count == 2 %}b{% else %}c{% endif %}", "b"),
        ("{% for each in names %}\n- {{ each }}\n{% endfor %}", "- Ada\n- Bo\n"),
        ("{{ names | join(', ') }}", "Ada, Bo"),
        ("{{ empty or 'there' }} {{ name | upper }} {{ names | length }}", "there ADA 2"),
        ("{{ person.name if person is defined else 'x' }}", "Ada"),
        ("{{ gone | default('x') }}", "x"),
        ("{# not for the reader #}{% if not empty and name != 'Bo' %}y{% endif %}", "y"),
        ("{{ '<b>' }}", "<b>"),
    ],
)
def test_template_can_say_what_a_letter_needs(source: str, text: str) -> None:
    assert filled(source) == text


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a' * 10 ** 9 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%01000000000d' % 1 }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{{ 'a' | center(1000000000) }}",
        "{{ '%1000000000s' | format('a') }}",
        "{{ 'a' | indent(1000000000, true) }}",
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% for a in names recursive %}{{ loop(names) }}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% set x = 'a' %}",
        "{% set x %}a{% endset %}",
        "{{ 'a' ~ 'a' }}",
        "{{ [[1, 2], [3, 4]] }}",
        "{% include '/etc/passwd' %}",
        "{% import 'x' as x %}",
        "{% extends 'x' %}",
        "{{ person.secret() }}",
        "{{ person.secret }}",
        "{{ person.__class__ }}",
        "{{ person['name'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ self }}",
        "{{ names }}",
        "{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}",
        "{% if name %}" * 500 + "{% endif %}" * 500,
        "{{ " + "not " * 5000 + "name }}",
        "{{ " + "9" * 10_000 + " }}",
        "{{ name | join('" + "b" * 15_000 + "') | join('" + "c" * 15_000 + "') }}",
        "{{ 5 | join }}",
        "{% for each in count %}{% endfor %}",
        "{% for each in '" + "a" * 15_000 + "' %}{% endfor %}",
        "{% for each in long | upper %}{% endfor %}",
        "{% for each in long %}" + "{{ empty }}" * 2500 + "{% endfor %}",
    ],
)
def test_template_can_do_nothing_else_and_fails_fast(source: str) -> None:
    began = time.process_time()
    with pytest.raises(RecordError, match=r"^own\.j2"):
        filled(source)
    assert time.process_time() - began < 5


def test_letter_longer_than_any_letter_is_refused_as_it_grows() -> None:
    source = "{% for each in long %}" + "b" * 5000 + "{% endfor %}"
    with pytest.raises(RecordError, match=f"longer than {LARGEST_TEXT:,} characters"):
        filled(source)


def test_template_longer_than_any_letter_is_refused() -> None:
    assert filled("a" * LARGEST_SOURCE) == "a" * LARGEST_SOURCE
    with pytest.raises(RecordError, match="shorten it"):
        filled("a" * (LARGEST_SOURCE + 1))


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("a\nb\n{{ nam }}", 3, "'nam' is undefined"),
        ("a\n{{ person.nam }}", 2, "has no attribute 'nam'"),
        ("a\n\n{% if name %}b", 3, "Unexpected end of template"),
        ("a\n{{ name | upperr }}", 2, "No filter named 'upperr'"),
        ("a\n{{ name + 'x' }}", 2, "a template cannot use add"),
        ("a\n{{ person }}", 2, "a letter can hold texts and numbers"),
    ],
)
def test_mistake_is_told_with_its_file_line_and_what_may_be_used(source: str, line: int, what: str) -> None:
    with pytest.raises(RecordError, match=rf"own\.j2, line {line}: .*{what}.* may use name, names"):
        filled(source)


def test_value_is_one_line_without_control_characters() -> None:
    got = render("{{ name }}", {"name": "Ada\r\nBcc: x\x00\u2028y"}, file="own.j2", may_use=())
    assert got == "Ada Bcc: x y"
