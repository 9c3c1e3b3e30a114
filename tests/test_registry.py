import sys

import pytest

from cardscan.errors import UsageError
from cardscan.registry import Registry

HOME = """
from pens import pens
pens.add("quill", lambda **options: ("quill", options))
"""
TABLE = """
from cardscan.registry import Registry
pens = Registry("pen", "desk.pens", home="pen_box")
"""
PLUG_IN = """
def make_brush(**options):
    return "brush", options

def make_other_quill(**options):
    return "other quill", options
"""
ENTRY_POINTS = """
[desk.pens]
brush = brush_maker:make_brush
quill = brush_maker:make_other_quill

[desk.inks]
sepia = brush_maker:make_brush
"""
FILES = {"pens.py": TABLE, "pen_box.py": HOME, "brush_maker.py": PLUG_IN}
METADATA = "Metadata-Version: 2.1\nName: brushes\nVersion: 1.0\n"


@pytest.fixture
def pens(tmp_path, monkeypatch):
    """A registry whose own parts lie in a module that nothing has imported yet."""
    for name, content in FILES.items():
        (tmp_path / name).write_text(content)
    monkeypatch.syspath_prepend(tmp_path)
    from pens import pens  # noqa: PLC0415 - written just now

    yield pens
    for name in FILES:
        sys.modules.pop(name.removesuffix(".py"), None)


@pytest.fixture
def brushes_installed(tmp_path):
    """Another package is installed that adds parts by entry points."""
    folder = tmp_path / "brushes-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(METADATA)
    (folder / "entry_points.txt").write_text(ENTRY_POINTS)


def test_the_home_is_imported_only_when_a_part_is_asked_for(pens):
    assert "pen_box" not in sys.modules
    pens.names()
    assert "pen_box" in sys.modules


def test_a_part_is_made_with_its_options(pens):
    assert pens.make("quill", ink="blue") == ("quill", {"ink": "blue"})


def test_a_part_added_later_is_known(pens):
    pens.add("chalk", lambda: "chalk")
    assert pens.names() == ("chalk", "quill")
    assert pens.make("chalk") == "chalk"


def test_makers_are_not_called_for_the_names(pens):
    pens.add("lead", lambda: pytest.fail("only a part that is asked for is made"))
    assert "lead" in pens.names()


def test_a_part_that_is_not_offered_can_still_be_made(pens):
    pens.add("dummy", lambda: "dummy", offered=False)
    assert "dummy" not in pens.names()
    assert pens.make("dummy") == "dummy"


def test_an_installed_plug_in_is_known_and_made(pens, brushes_installed):
    assert pens.names() == ("brush", "quill")
    assert pens.make("brush", width_px=3) == ("brush", {"width_px": 3})


def test_a_plug_in_does_not_take_the_place_of_an_own_part(pens, brushes_installed):
    assert pens.make("quill") == ("quill", {})


def test_plug_ins_of_other_groups_are_not_offered(pens, brushes_installed):
    inks = Registry("ink", "desk.inks", home="pen_box")
    assert inks.names() == ("sepia",)
    with pytest.raises(UsageError):
        pens.make("sepia")


def test_an_unknown_name_is_told_with_the_names_there_are(pens):
    pens.add("chalk", lambda: "chalk")
    with pytest.raises(UsageError, match=r"no pen called 'biro'; choose one of: chalk, quill\."):
        pens.make("biro")
