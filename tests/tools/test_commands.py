import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools import commands, lock
from tools.checks import CHECKS, Check, check
from tools.commands import run
from tools.environment import DEVELOPMENT, RUN_TIME, SetUpFailed

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the commands would prepare and run, instead of doing it."""
    made: list[list[str]] = []

    def call(command: Sequence[str | Path], *, folder: Path | None = ROOT) -> int:
        where = "here" if folder is None else "tree"
        made.append([where, Path(command[0]).stem, *map(str, command[1:])])
        return 3

    monkeypatch.setattr(commands, "call", call)
    monkeypatch.setattr(lock, "call", call)
    monkeypatch.setattr(commands, "prepare", lambda file: made.append(["prepare", file.name]))
    monkeypatch.setattr(commands, "missing_packages", lambda *_: [])
    monkeypatch.setattr(commands, "has_display", lambda: False)
    return made


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["check", "--all"], ["run", "x"]])
def test_wrong_usage(
    arguments: list[str], calls: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert "usage:" in capsys.readouterr().err
    assert calls == []


def test_help_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {name} " in printed for name in commands.COMMANDS)


def test_a_failed_set_up_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_lock: Path) -> None:
        raise SetUpFailed("no pip")

    monkeypatch.setattr(commands, "prepare", fail)
    assert run(["test"]) == 1
    assert capsys.readouterr().err == "no pip\n"


def test_all_tests_run_on_all_cores(calls: list[list[str]]) -> None:
    assert run(["test"]) == 3
    pytest_call = ["tree", "python", "-m", "pytest", "--timeout=120", "-n", "auto"]
    assert calls == [["prepare", DEVELOPMENT.name], pytest_call]


def test_chosen_tests_run_as_they_were_asked_for(calls: list[list[str]]) -> None:
    run(["test", "-x", "tests/domain"])
    assert calls[-1][4:] == ["--timeout=120", "-x", "tests/domain"]


def test_the_program_gets_all_arguments_where_the_developer_is(calls: list[list[str]]) -> None:
    assert run(["creditmate", "today", "--json", "--help"]) == 3
    program = ["here", "python", "-P", "-m", "creditmate", "today", "--json", "--help"]
    assert calls == [["prepare", RUN_TIME.name], program]


def test_packages_with_the_environment_of_developers(calls: list[list[str]]) -> None:
    assert run(["package"]) == 3
    assert calls == [["prepare", DEVELOPMENT.name], ["tree", "python", "-m", "tools.package"]]
    assert run(["package", "--fast"]) == 2


def test_packages_also_where_nothing_can_be_installed_to_travel_along(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def install(packages: Sequence[str]) -> None:
        if "libxcb-cursor0" in packages:
            raise SetUpFailed("no network")

    monkeypatch.setattr(commands, "missing_packages", list)
    monkeypatch.setattr(commands, "install_packages", install)
    monkeypatch.setattr(commands, "prepare_window", lambda _lock: None)
    assert run(["package"]) == 3
    assert calls == [["tree", "python", "-m", "tools.package"]]
    assert "no network (the package is made all the same" in capsys.readouterr().err


def test_the_sample_is_made_and_shown(
    calls: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path))
    monkeypatch.setattr(commands, "program", lambda _name: Path(sys.executable))
    run(["run"])
    (ledger,) = tmp_path.rglob("Sample.creditmate")
    made = ledger.stat().st_ino
    assert calls[-1][5:] == ["today", "--ledger", str(ledger)]
    monkeypatch.setattr(commands, "has_display", lambda: True)
    run(["run"])
    assert calls[-1][5:] == [str(ledger)]
    assert ledger.stat().st_ino == made


def test_a_sample_that_cannot_be_made_says_why(
    calls: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "in the way").touch()
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "in the way"))
    monkeypatch.setattr(commands, "program", lambda _name: Path(sys.executable))
    assert run(["run"]) == 1
    assert str(tmp_path / "in the way") in capsys.readouterr().err
    assert [made for made in calls if made[0] == "here"] == []


@pytest.mark.parametrize(
    ("platform", "named", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_knows_whether_a_window_can_be_shown(
    platform: str, named: dict[str, str], there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in named.items():
        monkeypatch.setenv(name, value)
    assert commands.has_display() is there


def test_screenshots_are_drawn_where_the_developer_is(calls: list[list[str]]) -> None:
    assert run(["screenshots", "there"]) == 3
    assert calls[-1] == ["here", "python", "-m", "tools.screenshots", "there"]
    assert run(["screenshots", "a", "b"]) == 2


def test_a_lock_that_fails_is_not_followed_by_the_next(calls: list[list[str]]) -> None:
    assert run(["lock", "--upgrade"]) == 3
    compiled = calls[1:]
    assert [made[1:3] for made in compiled] == [["uv", "pip"]]
    assert compiled[0][-1] == "--upgrade"
    assert "--no-emit-index-url" in compiled[0]


def test_every_check_runs_even_after_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def call(command: Sequence[str | Path]) -> int:
        ran.append(str(command[1]))
        return 1 if command[1] in {"first", "third"} else 0

    monkeypatch.setattr("tools.checks.call", call)
    checks = tuple(Check(name, "x", (name,)) for name in ("first", "second", "third"))
    assert check(fix=False, checks=checks) == 1
    assert ran == ["first", "second", "third"]
    assert capsys.readouterr().out.endswith("\nFailed: first, third\n")
    assert check(fix=False, checks=checks[1:2]) == 0


def test_fixing_mends_where_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str | Path, ...]] = []

    def call(command: Sequence[str | Path]) -> int:
        ran.append(tuple(command[1:]))
        return 0

    monkeypatch.setattr("tools.checks.call", call)
    assert check(fix=True) == 0
    assert ran == [one.mending or one.arguments for one in CHECKS]
    assert [one.name for one in CHECKS if one.mending] == ["lint", "format", "catalogues"]


def test_it_starts_with_nothing_installed() -> None:
    """-S and -I: no site packages, no environment variables."""
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})"]
    command[-1] += "; sys.argv = ['dev.py', '--help']; import dev; sys.exit(dev.main())"
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("usage:")
