"""Examples in docstrings hold; public things are documented; modules stay short; layers import downwards only."""

import ast
import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import exactcheck

ROOT = Path(exactcheck.__file__).parent
MODULES = sorted(module.name for module in pkgutil.walk_packages([str(ROOT)], "exactcheck."))
SOURCES = sorted(ROOT.rglob("*.py"))
LAYERS = ["kernel", "exact", "decide", "landscape", "claims", "report", "commands", "cli"]


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith("__main__")])
def test_examples_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples():
    finder = doctest.DocTestFinder()
    assert any(test.examples for test in finder.find(exactcheck))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_documented_and_short(path):
    tree = ast.parse(path.read_text())
    assert ast.get_docstring(tree)
    assert len(path.read_text().splitlines()) <= 400
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            nested = any(
                node in ast.walk(f) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) and f is not node
            )
            assert nested or ast.get_docstring(node), f"{node.name} has no docstring"


def imported(path):
    """The layers that a module of the package imports."""
    inside = path.relative_to(ROOT).parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = list(inside[:-1])[: len(inside) - node.level]
            target = base + (node.module.split(".") if node.module else [])
            yield from target[:1] or [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("exactcheck."):
            yield node.module.split(".")[1]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_layers_import_downwards(path):
    layer = path.relative_to(ROOT).parts[0].removesuffix(".py")
    if layer not in LAYERS:
        return
    for other in imported(path):
        if other in LAYERS:
            assert LAYERS.index(other) <= LAYERS.index(layer), f"{layer} imports {other}"


def test_every_exported_name_can_be_imported():
    for name in exactcheck.__all__:
        assert getattr(exactcheck, name) is not None
    with pytest.raises(AttributeError, match="nothing"):
        _ = exactcheck.nothing
