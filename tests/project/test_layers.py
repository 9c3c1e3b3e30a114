from __future__ import annotations

import ast
from pathlib import Path

import pytest

import cardscan

PACKAGE = Path(cardscan.__file__).parent
FOUNDATION = ("errors", "geometry", "registry")
STAGES = ("ocr", "parse", "followup", "export", "book", "pipeline", "watch", "review", "cli")
BESIDE = {"evaluate": "export"}
"""Folders beside the way of the data, each with the last stage it may import; only ``cli`` uses them."""

MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def layer_of(module: str) -> str:
    """The first part of a module's name below the package."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imported(module: str) -> set[str]:
    """The layers that a module imports, inside of functions and for types too."""
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    names = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    names += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    return {layer_of(name) for name in names if name == "cardscan" or name.startswith("cardscan.")} - {""}


def allowed(layer: str) -> set[str]:
    if layer in FOUNDATION:
        return set(FOUNDATION)
    last = BESIDE.get(layer, layer)
    before = STAGES[: STAGES.index(last) + 1]
    return {*FOUNDATION, *before, layer, *(BESIDE if layer == "cli" else ())}


@pytest.mark.parametrize("module", [name for name in MODULES if "/" in name or name[:-3] in FOUNDATION])
def test_imports_run_one_way(module: str):
    layer = module.removesuffix(".py").split("/")[0]
    assert imported(module) <= allowed(layer)


def test_every_folder_of_the_package_has_its_place():
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == {*STAGES, *BESIDE}


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str):
    assert ast.get_docstring(ast.parse((PACKAGE / module).read_text("utf-8")))
