"""Where templates are rendered: whoever wrote one can do no harm with it, not even by mistake.

Jinja2's sandbox keeps a template from the program's insides, but lets it loop for ever
and fill the memory.  A letter needs little, so only that is allowed: values, conditions,
one loop at a time, and a few filters.  There are no calls, no arithmetic, no variables,
macros or other files; a text can grow no faster than its template, and what is rendered
is counted as it comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import TemplateError, TemplateRuntimeError, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cardscan.errors import RecordError
from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType

    from jinja2 import Environment

LARGEST_SOURCE = 32_000
"""Characters of a template; a long letter has 3,000."""

LARGEST_TEXT = 100_000
"""Characters of a letter when it is rendered."""

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Filter,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Test,
)
_FILTERS = ("capitalize", "default", "first", "last", "length", "lower", "title", "trim", "upper")
_TESTS = ("defined", "undefined", "none")


def render(source: str, values: Mapping[str, Any], *, file: str, may_use: Iterable[str]) -> str:
    """A template, filled in.

    Args:
        source: The template's text.
        values: What it may use, by name.
        file: Where it came from, as a sentence names it.
        may_use: The names that the template may use, for a sentence about a wrong one.

    Returns:
        The text; each value in it is one line without control characters.

    Raises:
        RecordError: The template is wrong or asks for too much; with its line.
    """
    if len(source) > LARGEST_SOURCE:
        raise RecordError(file, f"the template has more than {LARGEST_SOURCE:,} characters; shorten it")
    environment = _environment()
    try:
        tree = environment.parse(source, filename=file)
        _check(tree)
        code = environment.compile(tree, filename=file)
        template = environment.template_class.from_code(environment, code, environment.globals)
        return _limited(template.generate(**values))
    except (RecursionError, MemoryError, SyntaxError) as exc:
        raise RecordError(file, "the template is nested too deeply; make it simpler") from exc
    except (TemplateError, TypeError, ValueError) as exc:
        line = exc.lineno if isinstance(exc, TemplateSyntaxError) else _line(exc.__traceback__, file)
        message = (exc.message if isinstance(exc, TemplateError) else None) or str(exc)
        raise RecordError(
            f"{file}, line {line}" if line else file,
            f"{message.rstrip('.')}. The template may use {', '.join(may_use)}",
        ) from exc


def _environment() -> Environment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,  # a letter is plain text
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_written,
        cache_size=0,
    )
    environment.globals.clear()
    environment.filters = {name: FILTERS[name] for name in _FILTERS} | {"join": _join}
    environment.tests = {name: environment.tests[name] for name in _TESTS}
    return environment


def _written(value: Any) -> str:
    """A value as it stands in a letter."""
    if isinstance(value, Undefined):
        return str(value)  # which is the error about it
    if not isinstance(value, str | int):
        raise TemplateRuntimeError("a letter can hold texts and numbers; this is neither")
    return one_line(str(value))


def _join(values: Iterable[Any], between: str = "") -> str:
    """The texts of a list in a row, as Jinja2's own, with an end to it."""
    text = between.join(str(value) for value in values)
    if len(text) > LARGEST_TEXT:
        raise TemplateRuntimeError(f"join makes more than {LARGEST_TEXT:,} characters")
    return text


def _check(tree: nodes.Template) -> None:
    for node in _inner(tree):
        if isinstance(node, nodes.Helper):
            continue
        if not isinstance(node, _ALLOWED):
            raise TemplateSyntaxError(
                f"a template cannot use {type(node).__name__.lower()}: it may hold values, if, for and "
                f"the filters {', '.join((*_FILTERS, 'join'))}",
                getattr(node, "lineno", 1),
            )
        if isinstance(node, nodes.For):
            _check_loop(node)


def _check_loop(loop: nodes.For) -> None:
    if loop.recursive or loop.find(nodes.For):
        raise TemplateSyntaxError("a template cannot hold a loop inside a loop", loop.lineno)
    if not isinstance(loop.iter, nodes.Name | nodes.Getattr):
        raise TemplateSyntaxError("a loop can only go through a value, like materials", loop.lineno)


def _inner(tree: nodes.Node) -> Iterable[nodes.Node]:
    """The nodes of a template, without recursion, so that a deep one is no trouble here."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.iter_child_nodes())


def _limited(pieces: Iterable[str]) -> str:
    text, length = [], 0
    for piece in pieces:
        length += len(piece) + 1  # an empty piece takes time too
        if length > LARGEST_TEXT:
            raise TemplateRuntimeError(f"the letter gets longer than {LARGEST_TEXT:,} characters")
        text.append(piece)
    return "".join(text)


def _line(traceback: TracebackType | None, file: str) -> int | None:
    """The line of the template in which an error arose."""
    line = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == file:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
