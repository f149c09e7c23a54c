"""A fault of the program at the command line: a calm word and a report, no inner parts of it."""

from datetime import date
from pathlib import Path

import pytest

from creditmate.cli.main import main
from creditmate.services.program import Program
from creditmate.system.clock import SystemClock
from tests.cli.conftest import Run


class BrokenClock(SystemClock):
    """Whoever asks it for the day meets a fault that nobody expected."""

    @property
    def today(self) -> date:
        """The day, of which it knows nothing."""
        raise ZeroDivisionError("Abbey owes 12,345.67")


def broken(_on: date | None) -> Program:
    return Program(BrokenClock(), "tester", "test")


@pytest.fixture
def path(run: Run, tmp_path: Path) -> Path:
    made = tmp_path / "a.creditmate"
    assert run("new", made, "--no-password").status == 0
    return made


@pytest.mark.parametrize("how", [[], ["--json"]])
def test_a_fault_is_a_calm_word_and_a_report(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, how: list[str]
) -> None:
    monkeypatch.delenv("CREDITMATE_TRACEBACK", raising=False)
    status = main(["aged", "--ledger", str(path), *how], broken, lambda _: "")
    out, err = capsys.readouterr()
    assert (status, out) == (70, "")
    assert "Traceback" not in err
    assert "ZeroDivisionError" not in err
    assert "Abbey" not in err
    assert "not yours" in err
    report = Path(err.split(" is in ")[1].split(".txt")[0] + ".txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in report
    assert "Abbey" not in report
    assert "12,345" not in report


def test_a_fault_before_the_command_has_begun_is_told_alike(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CREDITMATE_TRACEBACK", raising=False)

    def never(_on: date | None) -> Program:
        raise ZeroDivisionError

    status = main(["aged", "--ledger", str(path)], never, lambda _: "")
    err = capsys.readouterr().err
    assert status == 70
    assert "Traceback" not in err
    assert "report" in err


def test_whoever_asks_for_it_gets_all_that_python_says(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDITMATE_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(["aged", "--ledger", str(path)], broken, lambda _: "")
