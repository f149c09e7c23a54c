"""Backups while the ledger is written without a pause: none is bad (reliability.md, figure 8)."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from pathlib import Path

import pytest

from creditmate.bootstrap import build
from creditmate.db.backup import Backup
from creditmate.db.connection import execute, is_open
from creditmate.domain.errors import Cancelled
from creditmate.services import unlocking
from creditmate.services.program import Program
from creditmate.system.backup_records import record_of
from creditmate.system.computer import data_folder
from tests.services.busy_backups import LEAST, backed_up_while_written

LOCK = unlocking.new_lock("first password of all")
SECONDS = 3


@pytest.fixture(params=[None, LOCK], ids=["unprotected", "protected"])
def program(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    made = build(date(2026, 11, 23))
    made.ask(lambda: made.ledgers.create_sample(tmp_path / "firm.creditmate", request.param))
    yield made
    made.stop()


def copies_left() -> list[str]:
    return [path.name for path in data_folder().rglob(".*") if path.is_file()]


def test_written_without_a_pause_no_backup_is_bad(program: Program) -> None:
    done = backed_up_while_written(program, SECONDS)
    assert done.bad == []
    assert done.made >= LEAST
    assert done.written > done.made
    assert done.during > 0, "some were written between two steps of a copy"
    assert program.ask(program.upkeep.check).findings == []
    assert copies_left() == []


def test_closing_the_ledger_ends_the_copy_and_comes_first(program: Program) -> None:
    """Whoever locks the window or leaves does not wait for a backup."""
    reached = threading.Event()
    closed: list[Future[None]] = []

    def progress(done: int, total: int) -> None:
        reached.set()
        while not closed:
            time.sleep(0.001)

    def close() -> None:
        reached.wait()
        asked = program.later(program.ledgers.close)
        closed.append(asked)

    closer = threading.Thread(target=close)
    closer.start()
    with pytest.raises(Cancelled):
        program.back_up_beside_work("day", progress)
    closer.join()
    closed[0].result()
    assert not program.ask(is_open)
    assert copies_left() == []


def test_stopping_the_program_ends_the_copy(program: Program, tmp_path: Path) -> None:
    uid = program.ask(lambda: execute("SELECT ledger_uid FROM business").fetchone()[0])
    reached, ended = threading.Event(), []

    def progress(done: int, total: int) -> None:
        reached.set()
        time.sleep(0.05)

    def back_up() -> None:
        try:
            program.back_up_beside_work("day", progress)
        except Cancelled as error:
            ended.append(error)

    worker = threading.Thread(target=back_up)
    worker.start()
    reached.wait()
    program.stop()
    worker.join()
    assert len(ended) == 1
    assert record_of(uid).path == ""
    assert copies_left() == []
    program.stop()


def test_two_at_once_the_later_one_is_made(program: Program) -> None:
    """A backup before an import does not wait for the daily one: it takes its place."""
    asked: list[Future[Backup]] = []

    def progress(done: int, total: int) -> None:
        if not asked:
            asked.append(program.later(lambda: program.backups.back_up("before import")))

    with pytest.raises(Cancelled):
        program.back_up_beside_work("day", progress)
    assert asked[0].result().path.exists()
    assert [each.reason for each in program.ask(program.backups.listed)] == ["before import"]
    assert copies_left() == []


def test_what_fails_meanwhile_is_told_to_whoever_asked(program: Program) -> None:
    asked = []

    def broken() -> None:
        raise ValueError("a bug")

    def progress(done: int, total: int) -> None:
        asked.append(program.later(broken))

    assert program.back_up_beside_work("day", progress).path.exists()
    for future in asked:
        with pytest.raises(ValueError, match="a bug"):
            future.result()
