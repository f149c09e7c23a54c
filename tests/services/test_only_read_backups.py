"""A backup of a file that may only be read stands among the others where its last action was."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from creditmate.db.business import ledger_uid
from creditmate.db.models import CashPosted
from creditmate.db.restore import read_backup
from creditmate.services import damage
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.backup_standing import standing
from creditmate.services.program import Program
from creditmate.services.unpacking import unpacked_for
from creditmate.system.backup_records import record_of
from creditmate.system.clock import SystemClock
from tests.own_disk import OwnDisk
from tests.services.test_only_read import disk, laid, made, program

__all__ = ["disk", "program"]

Days = Callable[[int], None]


def backed_up(program: Program, path: Path) -> Path:
    """Open a ledger, back it up by hand, and close it; return the backup."""

    def work() -> Path:
        program.ledgers.open(path)
        return program.backups.back_up("by hand").path

    found: Path = program.ask(work)
    program.ask(program.ledgers.close)
    return found


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let it be so many days later."""
    begun = datetime.now(UTC)

    def go(days: int) -> None:
        moment = begun + timedelta(days=days)
        monkeypatch.setattr(SystemClock, "now", lambda _clock: moment)

    return go


def worked(program: Program, path: Path) -> None:
    """Work a little in a ledger."""

    def work() -> None:
        program.ledgers.open(path)
        with program._gateway.write("test") as writing:
            writing.add(CashPosted, to_day="2026-11-20")

    program.ask(work)
    program.ask(program.ledgers.close)


def test_an_older_file_that_is_backed_up_by_hand_does_not_pass_for_the_newest(
    program: Program, disk: OwnDisk, tmp_path: Path, days: Days
) -> None:
    path = tmp_path / "Books.creditmate"
    uid = made(program, path)
    first = backed_up(program, path)
    days(1)
    worked(program, path)
    old = laid(disk, path)
    days(2)
    worked(program, path)
    newest = backed_up(program, path)
    days(3)
    before = record_of(uid)
    program.ask(lambda: program.ledgers.open(old))
    by_hand = program.ask(lambda: program.backups.back_up("by hand")).path
    told = program.ask(lambda: standing(program.backups))
    assert (told.only_read, told.has_news) == (True, True)
    known = program.ask(program.backups.listed)
    program.ask(program.ledgers.close)
    assert [each.path for each in known] == [newest, by_hand, first]
    assert known[0].made_at - known[1].made_at == timedelta(days=1), "as of its last action"
    assert record_of(uid) == before
    assert damage.report(path).newest == known[0]
    worked(program, path)
    again = backed_up(program, path)
    assert again == _newest(program, path)


def test_a_file_that_is_the_latest_is_backed_up_as_the_newest(
    program: Program, disk: OwnDisk, tmp_path: Path, days: Days
) -> None:
    """As when the disk with the ledger fails, and the system lets it be read only."""
    path = tmp_path / "Books.creditmate"
    uid = made(program, path)
    backed_up(program, path)
    days(1)
    worked(program, path)
    now = laid(disk, path)
    rescued = backed_up(program, now)
    assert rescued == _newest(program, path)
    record = record_of(uid)
    assert record.path == str(rescued)
    program.ask(lambda: program.ledgers.open(path))
    assert not program.ask(program.backups.has_news)


def test_what_a_restore_left_behind_is_not_ahead_of_it(
    program: Program, disk: OwnDisk, tmp_path: Path
) -> None:
    path = tmp_path / "Books.creditmate"
    uid = made(program, path)
    first = backed_up(program, path)
    worked(program, path)
    left = backed_up(program, path)

    def go_back() -> None:
        unpacked = unpacked_for(read_backup(first), path, None)
        program.restoring.in_place(unpacked, path, None)
        assert program.backups.listed()[0].path != first

    program.ask(go_back)
    program.ask(program.ledgers.close)
    rescued = backed_up(program, laid(disk, path))
    assert [each.path for each in _listed(program, path)][-3:] == [rescued, left, first]
    assert record_of(uid).path == str(rescued)


def test_a_file_from_before_all_backups_comes_last(
    program: Program, disk: OwnDisk, tmp_path: Path, days: Days
) -> None:
    path = tmp_path / "Books.creditmate"
    uid = made(program, path)
    old = laid(disk, path)
    worked(program, path)
    newest = backed_up(program, path)
    days(1)
    by_hand = backed_up(program, old)
    assert [each.path for each in _listed(program, path)] == [newest, by_hand]
    assert record_of(uid).path == str(newest)


def _listed(program: Program, path: Path) -> list[KnownBackup]:
    program.ask(lambda: program.ledgers.open(path))
    assert program.ask(ledger_uid)
    found: list[KnownBackup] = program.ask(program.backups.listed)
    program.ask(program.ledgers.close)
    return found


def _newest(program: Program, path: Path) -> Path:
    return _listed(program, path)[0].path
