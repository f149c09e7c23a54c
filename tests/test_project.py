"""The rules of the tree that no linter knows. Each search is tried on a sample that breaks it."""

import ast
import os
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "creditmate").rglob("*.py"))
LOCKS = (ROOT / "requirements.txt", ROOT / "requirements-dev.txt")
LONGEST_FILE = 400

# registries are reached through each computer's own settings; /opt is somebody's computer
HOSTS = re.compile(
    r"\b(pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org|crates\.io|proxy\.golang\.org)"
)
OPT_PATH = re.compile(r"(?<![\w.~-])/opt/[\w.-]+")
ELSEWHERE = re.compile(r"https?:|file:|[/\\]|--(?:(?:extra-)?index-url|find-links|trusted-host)")
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def undocumented(source: str) -> list[str]:
    """Name what is public in ``source`` and has no docstring; "" is the module itself."""
    tree = ast.parse(source)
    missing = [] if ast.get_docstring(tree) else [""]
    return missing + [
        name for name, node in _public(tree, "") if not ast.get_docstring(node) and not _told(node)
    ]


def _public(node: ast.AST, prefix: str) -> Iterator[tuple[str, Definition]]:
    """Walk the public definitions; what stands inside a function is nobody's to call."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, DEFINITIONS):
            if not child.name.startswith("_"):
                yield prefix + child.name, child
                if isinstance(child, ast.ClassDef):
                    yield from _public(child, f"{prefix}{child.name}.")
        elif not isinstance(child, ast.expr):
            yield from _public(child, prefix)


def _told(node: Definition) -> bool:
    """Whether the docstring stands elsewhere: on the base's method, the property, the function."""
    names = {ast.unparse(decorator).rsplit(".", 1)[-1] for decorator in node.decorator_list}
    return bool(names & {"override", "overload", "setter", "deleter"})


def event_pumping(source: str) -> list[int]:
    """Return the lines that mention the call which lets a screen be re-entered half-way."""
    return [number for number, line in enumerate(source.splitlines(), 1) if "processEvents" in line]


def machine_dependent(text: str) -> list[str]:
    """Return the registries' hosts and the paths of one computer that ``text`` names."""
    return HOSTS.findall(text) + OPT_PATH.findall(text)


def unlocked(lock: str) -> list[str]:
    """Return the entries of a requirements file that are not an exact version with a hash."""
    entries = re.sub(r"\\\n", " ", lock).splitlines()
    wanted = [entry for entry in entries if entry.strip() and not entry.lstrip().startswith("#")]
    exact = re.compile(r"[\w.-]+==[\w.]+( ;[^#]*?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    return [entry for entry in wanted if not exact.fullmatch(entry)]


def foreign_places(lock: str) -> list[str]:
    """Return the lines of a requirements file, but for comments, that name a place."""
    return [line for line in lock.splitlines() if ELSEWHERE.search(line.split("#")[0].rstrip("\\"))]


def project_files() -> Iterator[Path]:
    """Walk what is or will be committed: everything that .gitignore does not name.

    Not git's own list: the tests must also pass in a plain copy, and where there is no git.
    """
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    ignored = [".git", *(line.rstrip("/").rsplit("/", 1)[-1] for line in lines)]
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not _ignored(name, ignored)]
        yield from (Path(folder, name) for name in names if not _ignored(name, ignored))


def _ignored(name: str, patterns: list[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def named(path: Path) -> str:
    """Return the path as the project names it."""
    return path.relative_to(ROOT).as_posix()


def test_there_is_something_to_look_at() -> None:
    walked = {named(path) for path in project_files()}
    assert {"dev.py", "creditmate/domain/money.py", "requirements.txt", ".ci/run"} <= walked
    assert ROOT / "creditmate/domain/money.py" in SOURCES


def test_no_file_is_longer_than_one_idea() -> None:
    lengths = {named(path): len(path.read_bytes().splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_everything_public_is_documented() -> None:
    found = {named(path): undocumented(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {name: missing for name, missing in found.items() if missing} == {}


def test_nothing_pumps_events() -> None:
    found = {named(path): event_pumping(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_no_file_depends_on_one_computer() -> None:
    texts = ((path, path.read_bytes().decode("utf-8", "replace")) for path in project_files())
    found = {named(path): machine_dependent(text) for path, text in texts}
    assert {name: places for name, places in found.items() if places} == {}


@pytest.mark.parametrize("lock", LOCKS, ids=named)
def test_locks_pin_every_package_and_name_no_place(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert unlocked(text) == []
    assert foreign_places(text) == []
    assert "peewee==" in text


def test_what_runs_is_what_was_tested() -> None:
    run_time, development = (pins(lock.read_text(encoding="utf-8")) for lock in LOCKS)
    assert run_time <= development


def pins(lock: str) -> set[str]:
    """Return the ``name==version`` of every entry."""
    return set(re.findall(r"^[\w.-]+==[\w.]+", lock, re.MULTILINE))


# ---------------------------------------------------------------- each search finds what it is for


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ('"""Module."""\ndef told():\n    """Told."""', []),
        ("x = 1", [""]),
        ('"""M."""\ndef bare(): ...', ["bare"]),
        ('"""M."""\nasync def bare(): ...', ["bare"]),
        ('"""M."""\nclass Bare:\n    def method(self): ...', ["Bare", "Bare.method"]),
        ('"""M."""\nif True:\n    def bare(): ...', ["bare"]),
        ('"""M."""\ndef _own(): ...\nclass _Own:\n    def method(self): ...', []),
        ('"""M."""\ndef told():\n    """T."""\n    def inside(): ...', []),
        ('"""M."""\n@typing.overload\ndef told(): ...', []),
        ('"""M."""\n@size.setter\ndef size(): ...', []),
        ('"""M."""\n@property\ndef size(): ...', ["size"]),
    ],
)
def test_finds_what_is_undocumented(source: str, missing: list[str]) -> None:
    assert undocumented(source) == missing


def test_finds_event_pumping() -> None:
    assert event_pumping("app.exec()\napp.processEvents()\n") == [2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://" + "pypi" + ".org/simple", ["pypi" + ".org"]),
        ("files." + "pythonhosted" + ".org", ["pythonhosted" + ".org"]),
        ("find-links = /" + "opt/wheels", ["/" + "opt/wheels"]),
        ('"/' + 'opt/x"', ["/" + "opt/x"]),
        ("creditmate/" + "opt/x and ~/" + "opt/x and an opt-in", []),
    ],
)
def test_finds_what_depends_on_one_computer(text: str, found: list[str]) -> None:
    assert machine_dependent(text) == found


HASH = "--hash=sha256:" + "0" * 64


@pytest.mark.parametrize(
    ("entry", "bad"),
    [
        (f"a.b-c==1.0.post1 \\\n    {HASH} \\\n    {HASH}\n    # via x\n", False),
        (f"a==1.0 ; sys_platform == 'win32' \\\n    {HASH}\n", False),
        ("a==1.0\n", True),
        ("a==1.0 ; sys_platform == 'win32'\n", True),
        (f"a>=1.0 {HASH}\n", True),
        (f"a=={HASH}\n", True),
        ("a==1.0 --hash=sha256:12\n", True),
        (f"a @ git+ssh://x {HASH}\n", True),
        ("--pre\n", True),
    ],
)
def test_finds_what_is_not_locked(entry: str, bad: bool) -> None:
    assert bool(unlocked(entry)) is bad


@pytest.mark.parametrize(
    ("line", "bad"),
    [
        ("a==1.0 \\", False),
        ("    # via creditmate (pyproject.toml), b/c", False),
        ("--index-url https://example.com", True),
        ("--find-links wheels", True),
        ("--extra-index-url there", True),
        ("a @ file:///x", True),
        ("./wheels/a.whl", True),
        ("C:\\wheels\\a.whl", True),
    ],
)
def test_finds_foreign_places(line: str, bad: bool) -> None:
    assert bool(foreign_places(line)) is bad
