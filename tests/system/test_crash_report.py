"""A report of a bug says where in the code and in which versions, and nothing of the user's."""

import errno
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from creditmate import __version__
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.system import crash_report
from creditmate.system.computer import log_folder
from creditmate.system.crash_report import CrashReport, report_bug, reports
from creditmate.system.faults import faults_before
from creditmate.system.frames import kind_of, named
from creditmate.system.log import log_file

NAMES = ["Brindle Row", "Okafor", "4212", "4,212.60", "GB29NWBK60161331926819", "Kestrel"]
SAID = "Ruth Okafor of Brindle Row owes £4,212.60 to GB29NWBK60161331926819"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the user a folder of a telling name."""
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "Kestrel Lane"))


def caught(deed: Callable[[], object]) -> CrashReport:
    try:
        deed()
    except BaseException as error:
        return report_bug(type(error), error, error.__traceback__)
    raise AssertionError("nothing went wrong")


def plain() -> None:
    customer, owed = SAID, Money(421_260, "GBP")
    raise LookupError(customer, owed)


def caused() -> None:
    try:
        plain()
    except LookupError as error:
        error.add_note(SAID)
        raise ValueError(SAID) from error


def while_another() -> None:
    try:
        plain()
    except LookupError:
        raise OSError(errno.ENOSPC, SAID, f"/home/okafor/{SAID}")  # noqa: B904 - as it happens


def a_users() -> None:
    raise UserError(Problem.LEDGER_DAMAGED, path=Path(f"/home/okafor/{SAID}"), why=SAID)


def many() -> None:
    raise ExceptionGroup(SAID, [LookupError(SAID), ValueError(SAID)])


def odd_kind() -> None:
    class OddError(Exception):
        def __str__(self) -> str:
            raise RuntimeError(SAID)

    raise OddError(SAID)


def from_a_folder_of_a_persons_name() -> None:
    exec(compile("raise KeyError('4212')", "/home/okafor/Brindle Row/x.py", "exec"), {})


@pytest.mark.parametrize(
    ("deed", "kinds"),
    [
        (plain, "LookupError\n"),
        (caused, "ValueError from LookupError\n"),
        (while_another, "OSError ENOSPC from LookupError\n"),
        (a_users, "creditmate.domain.errors.UserError LEDGER_DAMAGED\n"),
        (many, "ExceptionGroup\n"),
        (odd_kind, "OddError\n"),
        (from_a_folder_of_a_persons_name, "KeyError\n"),
    ],
)
def test_nothing_of_the_users_is_in_report_or_log(deed: Callable[[], object], kinds: str) -> None:
    report = caught(deed)
    logged = log_file().read_text(encoding="utf-8")
    for text in (report.text, logged):
        assert [name for name in (*NAMES, "home/okafor") if name in text] == []
        assert kinds in text
        assert f"tests/system/test_crash_report.py:{_line(deed)} {deed.__name__}" in text
        assert report.id in text
    assert f"CreditMate {__version__}\n" in report.text
    assert "Python 3." in report.text
    assert "SQLCipher" in report.text


def _line(deed: Callable[[], object]) -> int:
    """The line of the deed that stands in the trace: its only raise, or what it calls last."""
    source = Path(__file__).read_text(encoding="utf-8").splitlines()
    first = deed.__code__.co_firstlineno
    rest = source[first:]
    end = next(place for place, line in enumerate(rest) if line and not line.startswith(" "))
    lines = [n for n, line in enumerate(rest[:end]) if line.startswith(("    raise", "    exec"))]
    inner = [n for n, line in enumerate(rest[:end]) if line.startswith("        raise")]
    return first + 1 + (lines or inner)[-1]


def test_what_is_copied_is_what_is_kept() -> None:
    report = caught(plain)
    assert report.path is not None
    assert report.path.read_text(encoding="utf-8") == report.text
    assert report.path.parent == log_folder()
    assert reports() == [report.path]


def test_old_reports_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_report, "_KEPT", 3)
    made = [caught(plain).path for _ in range(6)]
    assert len(reports()) == 3
    assert set(reports()) <= set(made)


def test_logs_rotate() -> None:
    for _ in range(3):
        caught(plain)
    size = log_file().stat().st_size
    log_file().write_bytes(b"x" * 256 * 1024)
    caught(plain)
    assert log_file().stat().st_size < size
    assert sorted(each.name for each in log_folder().glob("creditmate.log*")) == [
        "creditmate.log",
        "creditmate.log.1",
    ]


def test_where_nothing_can_be_written_the_text_is_there_all_the_same() -> None:
    log_folder().parent.mkdir(parents=True)
    log_folder().write_text("a file where the folder should be")
    report = caught(plain)
    assert report.path is None
    assert "LookupError" in report.text


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (crash_report.__file__, "creditmate/system/crash_report.py"),
        (logging.__file__, "logging/__init__.py"),
        (pytest.__file__, "pytest/__init__.py"),
        ("/home/okafor/books/x.py", "x.py"),
        ("creditmate/ui/app.py", "creditmate/ui/app.py"),
        ("<string>", "<string>"),
    ],
)
def test_files_of_code_are_named_without_the_folders_they_lie_in(source: str, name: str) -> None:
    assert named(source) == name


def test_an_errors_code_is_told_and_its_words_are_not() -> None:
    assert kind_of(OSError(errno.EACCES, SAID)) == "PermissionError EACCES"
    assert kind_of(OSError(SAID)) == "OSError"
    assert kind_of(KeyError(SAID)) == "KeyError"


# ------------------------------------------------------------- what ends the process

FAULT = """
import faulthandler, sys
from creditmate.system.faults import faults_written
def okay():
    with faults_written():
        if len(sys.argv) > 1:
            faulthandler._sigsegv()
okay()
"""


def run(*arguments: str) -> int:
    environment = {**os.environ, "PYTHONFAULTHANDLER": ""}
    command = [sys.executable, "-c", FAULT, *arguments]
    return subprocess.run(command, check=False, env=environment, capture_output=True).returncode


def test_a_fault_is_reported_at_the_next_start() -> None:
    assert run("fault") != 0
    (written,) = log_folder().glob("fault-*.txt")
    assert written.stat().st_size
    (report,) = faults_before()
    assert "Fatal Python error: Segmentation fault" in report.text
    assert "  <string>:7 okay" in report.text
    assert str(Path(__file__).parents[2]) not in report.text
    assert report.path in reports()
    assert list(log_folder().glob("fault-*.txt")) == []
    assert faults_before() == []


def test_what_ends_well_leaves_nothing() -> None:
    assert run() == 0
    assert list(log_folder().iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say who runs")
def test_the_file_of_a_process_that_was_killed_goes_and_that_of_one_that_runs_stays() -> None:
    log_folder().mkdir(parents=True)
    own, gone = (log_folder() / f"fault-{pid}.txt" for pid in (os.getpid(), 2**22 + 1))
    own.touch()
    gone.touch()
    assert faults_before() == []
    assert own.exists()
    assert not gone.exists()
