"""The program's own source, read as syntax trees, for rules that no linter has."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent.parent / "socdesk"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    """Return every module of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def nodes(source: Path) -> Iterator[ast.AST]:
    """Yield every node of a module."""
    yield from ast.walk(ast.parse(source.read_text(encoding="utf-8"), filename=str(source)))


def imported_by(node: ast.AST) -> list[str]:
    """Return the dotted names that an import statement names; none for any other node."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def length(function: Function) -> int:
    """Count a function's lines without decorators and docstring: documenting it must not make it too long."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def share_under(limit: int, sizes: list[int]) -> float:
    """Return which share of the sizes is below the limit."""
    return sum(size < limit for size in sizes) / len(sizes)
