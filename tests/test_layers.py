"""The shape of the house: who may import whom, and what `--help` may cost."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "posteditor"

LAYERS = {
    "errors": 0,
    "model": 1,
    "sanitise": 1,
    "wordlist": 1,
    "config": 2,
    "segmentation": 2,
    "cleaning": 2,
    "diff": 2,
    "revision": 2,
    "checkers": 3,
    "formats": 3,
    "scoring": 3,
    "store": 3,
    "memory": 3,
    "session": 4,
    "reports": 5,
    "cli": 7,
    "tui": 6,
}

# Heavy libraries and the one module (or package) that may import each.
HOMES = {
    "textual": {"tui"},
    "sacrebleu": {"scoring"},
    "harper": {"checkers.harper"},
    "sqlite3": {"store.sqlite"},
    "jinja2": {"reports"},
    "sentencex": {"segmentation"},
    "click": {"cli"},
    "language_tool_python": {"checkers.languagetool.installation"},
    "lt_py": {"checkers.lingotweaker_worker"},
    "docx": {"reports.docx"},
    "xlsxwriter": {"reports.workbook"},
}

HEAVY = (
    *("textual", "sacrebleu", "harper", "jinja2", "sqlite3", "numpy", "sentencex"),
    *("docx", "lxml", "xlsxwriter"),
)


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are absolute"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer_faults(name: str, tree: ast.Module) -> Iterator[str]:
    unit = name.split(".", maxsplit=1)[0]
    for imported in imports(tree):
        parts = imported.split(".")
        if parts[0] != "posteditor" or len(parts) < 2 or parts[1] not in LAYERS:
            continue
        if parts[1] != unit and LAYERS[parts[1]] >= LAYERS[unit]:
            yield f"{name} imports {imported}"


def test_every_module_imports_only_from_lower_layers() -> None:
    faults: list[str] = []
    for name, tree in modules():
        if name in {"__init__", "__main__"}:
            continue
        assert name.split(".")[0] in LAYERS, f"{name} has no layer"
        faults.extend(layer_faults(name, tree))
    assert not faults


def test_the_layer_check_sees_an_upward_import() -> None:
    upward = ast.parse("from posteditor.session.session import Session")
    assert list(layer_faults("store.sqlite", upward))
    assert not list(layer_faults("tui.app", upward))


@pytest.mark.parametrize("library", HOMES)
def test_heavy_libraries_have_one_home(library: str) -> None:
    strangers = [
        name
        for name, tree in modules()
        if any(imported.split(".")[0] == library for imported in imports(tree))
        and not any(
            name == home or name.startswith(f"{home}.") for home in HOMES[library]
        )
    ]
    assert not strangers


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from posteditor.cli.main import main\n"
        "try:\n"
        "    main(['--help'])\n"
        "except SystemExit:\n"
        "    pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.rsplit("LOADED", 1)[1].split())
    assert "click" in loaded
    assert not loaded & set(HEAVY)
