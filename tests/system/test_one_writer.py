"""Nothing but ``system.files`` writes a file beside the ledger: a search, tried on samples."""

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "creditmate"
OTHERS = ("system/files.py", "system/faults.py", "db/")
"""The writer itself; what has to be open before a fault; the ledger, its copies and backups, which
are made under another name, proved, and renamed in a layer that does not see ``system``."""
_METHODS = {"write_text", "write_bytes", "touch", "copy", "copyfile", "copy2", "move", "mkstemp"}
_OWN = {"shutil", "path", "tempfile"}


def writers(source: str) -> list[int]:
    """Return the lines that open a file to write it, or write one at once."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if _writes(call)]


def _writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    if name in {"write_text", "write_bytes", "QSaveFile", "QFile", "NamedTemporaryFile"}:
        return True
    if name in _METHODS and ast.unparse(call.func).split(".")[0] in _OWN:
        return True
    arguments = [*call.args, *(each.value for each in call.keywords)]
    modes = [each.value for each in arguments if isinstance(each, ast.Constant)]
    texts = [set(mode) for mode in modes if isinstance(mode, str)]
    opened = name in {"open", "fdopen", "FileIO"}
    return opened and any(mode <= set("rwaxbt+") and mode & set("wax+") for mode in texts)


def test_only_the_writer_writes() -> None:
    found = {
        path.relative_to(SOURCES).as_posix(): writers(path.read_text(encoding="utf-8"))
        for path in SOURCES.rglob("*.py")
    }
    written = {name: lines for name, lines in found.items() if lines}
    assert {name: at for name, at in written.items() if not name.startswith(OTHERS)} == {}
    assert found["system/files.py"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("path.write_text('x')", [1]),
        ("\npath.write_bytes(b'x')", [2]),
        ("open('x', 'w')", [1]),
        ("path.open('ab')", [1]),
        ("path.open(mode='r+b')", [1]),
        ("shutil.copyfile(a, b)", [1]),
        ("QSaveFile(name)", [1]),
        ("open('file')", []),
        ("path.open('rb')", []),
        ("path.open(encoding='utf-8')", []),
        ("values.copy()", []),
        ("Image.open(BytesIO(content), formats=('PNG',))", []),
    ],
)
def test_finds_what_writes(source: str, found: list[int]) -> None:
    assert writers(source) == found
