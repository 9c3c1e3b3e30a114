from __future__ import annotations

import pickle
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cardscan
from cardscan.errors import CardscanError, ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(cardscan.__file__).parent


def all_errors(base: type[CardscanError] = CardscanError) -> Iterator[type[CardscanError]]:
    for error in base.__subclasses__():
        yield error
        yield from all_errors(error)


def load_everything() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        if not name.endswith(("__main__", "migrations.env")):  # run, not imported
            import_module(name)


load_everything()


@pytest.fixture(params=sorted(set(all_errors()), key=lambda error: error.__name__))
def error(request: pytest.FixtureRequest) -> CardscanError:
    """Each error there is, built from facts."""
    arguments = [name for name in signature(request.param.__init__).parameters if name != "self"]
    return request.param(*(f"the {name}" for name in arguments))


def test_an_error_survives_pickling_with_its_facts(error: CardscanError):
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


def test_an_error_keeps_its_facts_and_says_them(error: CardscanError):
    assert vars(error)
    assert all(str(fact) in str(error) for fact in vars(error).values())


def test_an_error_has_an_exit_code_of_its_own_kind(error: CardscanError):
    assert error.exit_code in set(ExitCode) - {ExitCode.OK}
