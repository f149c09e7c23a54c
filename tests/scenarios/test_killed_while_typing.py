"""A call is being noted when the computer dies; opened again, the note is there.

product.md: at most two seconds of typing are lost (reliability.md, figure 7).
"""

import subprocess
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from creditmate.bootstrap import build
from creditmate.db.proof import prove_all
from creditmate.services.program import Program
from tests.scenarios.typist import WORDS

DAY = date(2026, 11, 23)
CODE = "BRAC01"
LOST = 2.0
"""Seconds of typing that may be lost."""
TYPED = (1.7, 3.2)
"""Seconds typed before each kill: a little before and after a form is kept for the second time."""


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample ledger of a user with nothing else at home."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    path = tmp_path / "Sample.creditmate"
    program = build(DAY)
    program.ask(lambda: program.ledgers.create_sample(path))
    program.stop()
    return path


def type_and_kill(ledger: Path, seconds: float) -> tuple[str, int]:
    """Let somebody type and kill the process; return what was typed, and how much long before."""
    command = [sys.executable, "-m", "tests.scenarios.typist", str(ledger), CODE]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        assert first, "it began to type"
        time.sleep(seconds)
        killed = time.monotonic()
        child.kill()
        lines = [first, *child.stdout]
    told = [(float(at), int(count)) for at, count in (line.split() for line in lines)]
    typed = "".join(WORDS[place % len(WORDS)] for place in range(told[-1][1]))
    return typed, max((count for at, count in told if at <= killed - LOST), default=0)


def unfinished(program: Program, ledger: Path) -> list[tuple[str, str]]:
    program.ask(lambda: program.ledgers.open(ledger))
    return [
        (draft.code, draft.typed.notes) for draft in program.ask(program.call_drafts.unfinished)
    ]


@pytest.mark.timeout(120)
def test_killed_while_typing_at_most_two_seconds_are_lost(ledger: Path) -> None:
    for seconds in TYPED:
        typed, long_before = type_and_kill(ledger, seconds)
        program = build(DAY)
        try:
            ((code, notes),) = unfinished(program, ledger)
            assert code == CODE
            assert typed.startswith(notes)
            assert len(notes) >= long_before
            assert len(notes) > 0
            assert program.ask(prove_all) == []
            program.ask(partial(program.call_drafts.discard, CODE))
        finally:
            program.stop()
