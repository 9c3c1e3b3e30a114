from __future__ import annotations

import pytest

from cardscan.parse.validators.domain import check_domain


@pytest.mark.parametrize(
    ("host", "registered", "name"),
    [
        ("www.example.com", "example.com", "example"),
        ("mail.Example.co.uk", "example.co.uk", "example"),
        ("jane.example", "jane.example", "jane"),
    ],
)
def test_host_is_taken_apart_at_its_public_suffix(host, registered, name):
    domain = check_domain(host)
    assert (domain.registered, domain.name) == (registered, name)


@pytest.mark.parametrize("host", ["example", "example.qqqq", "co.uk", "a..com", ""])
def test_host_without_a_known_suffix_or_name_is_none(host):
    assert check_domain(host) is None
