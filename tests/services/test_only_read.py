"""A ledger that may only be read is an older one, as a rule: what is known of it stays as it is."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from creditmate.db.business import ledger_uid
from creditmate.domain.data_key import recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services.disk_room import see_room
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.unlocking import Lock
from creditmate.system.backup_records import record_of
from creditmate.system.clock import SystemClock
from creditmate.system.key_places import key_path
from tests.builders import a_customer
from tests.own_disk import OwnDisk, own_disk
from tests.services.protecting import KEY, LOCK

BUSINESS = NewBusiness("Fernley Trading", "GB", "GBP", "en_GB", "Europe/London")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    made = Program(SystemClock(), "ellen", "test")
    yield made
    made.stop()


@pytest.fixture
def disk() -> Iterator[OwnDisk]:
    with own_disk() as made:
        yield made


def made(program: Program, path: Path, lock: Lock | None = None) -> str:
    """Make a ledger; return whose it is."""
    program.ask(lambda: program.ledgers.create(path, BUSINESS, lock))
    uid = program.ask(ledger_uid)
    program.ask(program.ledgers.close)
    return uid


def laid(disk: OwnDisk, path: Path) -> Path:
    """Lay a ledger as it is now, with its key file, on a disk that may only be read."""
    old = disk.path / path.name
    old.write_bytes(path.read_bytes())
    if key_path(path).exists():
        key_path(old).write_bytes(key_path(path).read_bytes())
    disk.only_read()
    return old


def worked(program: Program, path: Path) -> None:
    def work() -> None:
        program.ledgers.open(path)
        with program._gateway.write("test") as writing:
            a_customer(writing)

    program.ask(work)
    program.ask(program.ledgers.close)


def test_looking_at_an_older_file_does_not_make_it_the_newest(
    program: Program, disk: OwnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Books.creditmate"
    uid = made(program, path)
    old = laid(disk, path)
    worked(program, path)
    before = record_of(uid)
    later = datetime.now(UTC) + timedelta(days=2)
    monkeypatch.setattr(SystemClock, "now", lambda _clock: later)
    program.ask(lambda: program.ledgers.open(old))
    assert program.ask(program.backups.has_news)
    assert not program.ask(program.backups.due)
    with pytest.raises(UserError) as caught:
        program.ask(lambda: program.backups.before("before import"))
    assert caught.value.problem is Problem.DISK_READ_ONLY
    assert program.ask(program.backups.listed) == []
    with pytest.raises(UserError) as caught:  # and not that there is too little room
        program.ask(lambda: see_room(1 << 60))
    assert caught.value.problem is Problem.DISK_READ_ONLY
    program.ask(program.ledgers.close)
    after = record_of(uid)
    assert (after.actions, after.ledger) == (before.actions, str(path))


def test_its_key_stays_as_it_is_and_it_stays_open(
    program: Program, disk: OwnDisk, tmp_path: Path
) -> None:
    path = tmp_path / "Books.creditmate"
    made(program, path, LOCK)
    old = laid(disk, path)
    program.ask(lambda: program.ledgers.open(old, KEY))
    for deed in (program.protection.unprotect, lambda: program.protection.renew_key(LOCK)):
        with pytest.raises(UserError) as caught:
            program.ask(deed)
        assert caught.value.problem is Problem.DISK_READ_ONLY
        assert program.ask(lambda: program.ledgers.path) == old
    standing = program.ask(program.recovery_sheets.standing)
    assert standing is not None
    assert (standing.confirmed, standing.put_off) == ("", True)
    groups = dict(enumerate(recovery_code(KEY), 1))
    with pytest.raises(UserError) as caught:
        program.ask(lambda: program.recovery_sheets.confirm(groups))
    assert caught.value.problem is Problem.DISK_READ_ONLY
