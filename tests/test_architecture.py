"""The rules of the house that import-linter, ruff and pyright cannot check."""

import ast
import statistics

import pytest
from helpers.source_tree import PACKAGE, Function, imported_by, length, modules, nodes, share_under

VAGUE_NAMES = {"utils", "common", "helpers", "manager", "misc"}

NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
}  # fmt: skip

DIALOGS = {"QColorDialog", "QFileDialog", "QFontDialog", "QInputDialog", "QMessageBox"}
MESSAGES = {"about", "aboutQt", "critical", "information", "question", "warning"}


def name_of(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def blocking_call(node):
    """Name a call that runs a second event loop inside the first; only the application's own ``exec`` may."""
    if name_of(node) in {"QEventLoop", "processEvents"}:
        return name_of(node)
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return None
    owner, called = name_of(node.func.value), node.func.attr
    if called in {"exec", "exec_"} and owner not in {"app", "application"}:
        return f"{owner}.{called}"
    if owner in DIALOGS and (called in MESSAGES or called.startswith("get")):
        return f"{owner}.{called}"
    return None


def network_import(node):
    for name in imported_by(node):
        if any(name == module or name.startswith(f"{module}.") for module in NETWORK):
            return name
    return None


def found(rule):
    return [f"{path.relative_to(PACKAGE)}: {hit}" for path in modules() for node in nodes(path) if (hit := rule(node))]


def test_no_module_has_a_name_that_says_nothing():
    assert [path for path in modules() if VAGUE_NAMES & {path.stem, *path.relative_to(PACKAGE).parts}] == []


def test_nothing_imports_the_network():
    assert found(network_import) == []


def test_nothing_runs_an_event_loop_inside_another():
    assert found(blocking_call) == []


@pytest.mark.parametrize(
    "line",
    [
        "dialog.exec()",
        "self.menu.exec_(point)",
        "QApplication.processEvents()",
        "loop = QEventLoop()",
        "QMessageBox.question(self, 'Sure?')",
        "QFileDialog.getOpenFileName(self)",
    ],
)
def test_the_rule_against_inner_event_loops_can_fail(line):
    assert any(blocking_call(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.parametrize("line", ["app.exec()", "dialog.open()", "connection.exec_driver_sql('SELECT 1')"])
def test_the_rule_against_inner_event_loops_lets_the_rest_be(line):
    assert not any(blocking_call(node) for node in ast.walk(ast.parse(line)))


@pytest.mark.parametrize("line", ["import socket", "from urllib import request", "from PySide6 import QtNetwork"])
def test_the_rule_against_the_network_can_fail(line):
    assert any(network_import(node) for node in ast.walk(ast.parse(line)))


def test_files_stay_small():
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {str(path): size for path, size in sizes.items() if size > 500} == {}
    assert share_under(300, list(sizes.values())) >= 0.9
    assert statistics.median(sizes.values()) <= 100


def test_functions_stay_small():
    sizes = [length(node) for path in modules() for node in nodes(path) if isinstance(node, Function)]
    assert share_under(30, sizes) >= 0.9
    assert statistics.median(sizes) < 10
