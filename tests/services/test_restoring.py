"""A backup becomes the ledger again: whole, compared, on record, with the old one kept aside."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from creditmate.bootstrap import build
from creditmate.db import connection
from creditmate.db.connection import current_key, execute
from creditmate.db.manifest import Manifest, manifest
from creditmate.domain.data_key import DataKey, recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services import passwords, unlocking
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.protection import Change
from creditmate.services.restoring import Restored
from creditmate.services.unpacking import key_by_password, key_by_sheet, read_backup, unpacked_for
from tests.builders import a_customer, an_invoice, day
from tests.kill_points import killed_everywhere, needs_fork

NEW = NewBusiness("Rook & Daughters", "GB", "GBP", "en_GB", "Europe/London")
LOCK = unlocking.new_lock("first password of all")
FIGURES = ("ledger_uid", "amount", "open", "head", "items", "papers", "blobs")


@dataclass
class Desk:
    """A program on its own home folder, a ledger, and a backup after which work went on."""

    program: Program
    path: Path
    key: DataKey | None
    backup: Path
    held: Manifest

    def ask(self, work: Callable[[], object]) -> object:
        return self.program.ask(work)

    def work(self, name: str) -> None:
        self.program.ask(lambda: act(self.program, name))

    def now(self) -> Manifest:
        return self.program.ask(lambda: manifest(execute))

    def restore(self, place: Path | None = None, key: DataKey | None = None) -> Restored:
        place, key = place or self.path, key or self.key
        unpacked = unpacked_for(read_backup(self.backup), place, key)
        restoring = self.program.restoring
        put = restoring.in_place if place == self.path else restoring.into_new
        return self.program.ask(lambda: put(unpacked, place, key))


def owe(program: Program) -> None:
    with program._gateway.write("test") as writing:
        customer = a_customer(writing)
        for number in range(10):
            an_invoice(writing, customer, str(number), day(number), 10_000 + number)


def act(program: Program, name: str) -> None:
    with program._gateway.write(name) as writing:
        writing.keep_on_record()


pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture(params=["unprotected", "protected"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    lock = LOCK if request.param == "protected" else None
    made = a_desk(tmp_path / "ledgers", lock)
    yield made
    made.program.stop()


def a_desk(folder: Path, lock: unlocking.Lock | None) -> Desk:
    folder.mkdir()
    path, program = folder / "rook.creditmate", build()
    program.ask(lambda: program.ledgers.create(path, NEW, lock))
    program.ask(lambda: owe(program))
    backup = program.ask(lambda: program.backups.back_up("day"))
    held = program.ask(lambda: manifest(execute))
    made = Desk(program, path, lock.key if lock else None, backup.path, held)
    made.work("after the backup")
    return made


def figures(found: Manifest) -> Manifest:
    return {name: found[name] for name in FIGURES}


# ---------------------------------------------------------------- whole


def test_into_a_new_file_all_is_equal_and_the_ledger_stays(desk: Desk, tmp_path: Path) -> None:
    before = desk.now()
    place = tmp_path / "ledgers" / "looked at.creditmate"
    restored = desk.restore(place)
    assert figures(desk.now()) == figures(desk.held)
    assert figures(restored.holds) == figures(desk.held)
    assert (restored.path, restored.aside, restored.difference) == (place, None, None)
    assert desk.program.ask(desk.program.upkeep.check).findings == []
    desk.ask(desk.program.ledgers.close)
    desk.ask(lambda: desk.program.ledgers.open(desk.path, desk.key))
    assert desk.now() == before


def test_in_its_place_the_difference_is_told_and_on_record(desk: Desk) -> None:
    desk.work("and more")
    restored = desk.restore()
    now = desk.now()
    assert figures(restored.holds) == figures(desk.held)
    assert now["rows"]["action"] == desk.held["rows"]["action"] + 1
    assert desk.program.ask(
        lambda: execute("SELECT use_case, source FROM action ORDER BY id DESC").fetchone()
    ) == ("restore-ledger", f"sha256:{read_backup(desk.backup).manifest['sha256']}")
    change = restored.difference
    assert change is not None
    begun = desk.held["rows"]["action"]
    assert change.rows == {"action": (begun + 2, begun)}
    assert change.open == {}
    assert change.last_at[0] > change.last_at[1]
    assert desk.program.ask(desk.program.upkeep.check).findings == []


def test_what_was_there_lies_aside_and_was_backed_up_once_more(desk: Desk) -> None:
    before = desk.now()
    restored = desk.restore()
    assert restored.problem is None
    newest = desk.program.ask(desk.program.backups.listed)[0]
    assert (newest.reason, newest.manifest["head"]) == ("before restore", before["head"])
    assert restored.aside is not None
    aside = restored.aside / desk.path.name
    desk.ask(desk.program.ledgers.close)
    desk.ask(lambda: desk.program.ledgers.open(aside, desk.key))
    assert desk.now() == before


def test_after_a_restore_and_back_again_nothing_was_lost(desk: Desk) -> None:
    """The wrong backup was restored: the one made before it is the way back."""
    before = desk.now()
    desk.restore()
    desk.backup = desk.program.ask(desk.program.backups.listed)[0].path
    restored = desk.restore()
    assert figures(restored.holds) == figures(before)


def test_a_ledger_that_is_gone_or_closed_comes_back_too(desk: Desk) -> None:
    desk.ask(desk.program.ledgers.close)
    restored = desk.restore()
    assert restored.difference is not None
    desk.ask(desk.program.ledgers.close)
    desk.path.unlink()
    restored = desk.restore()
    assert (restored.aside is None, restored.difference) == (desk.key is None, None)
    assert figures(restored.holds) == figures(desk.held)


def test_over_a_damaged_one_with_its_journal(desk: Desk) -> None:
    desk.ask(desk.program.ledgers.close)
    whole = desk.path.read_bytes()
    damaged = b"\0" * 4096 + whole[4096:]
    desk.path.write_bytes(damaged)
    journal = desk.path.with_name(desk.path.name + "-wal")
    journal.write_bytes(b"left by a crash")
    restored = desk.restore()
    assert figures(restored.holds) == figures(desk.held)
    assert restored.aside is not None
    assert (restored.aside / desk.path.name).read_bytes() == damaged
    assert (restored.aside / journal.name).read_bytes() == b"left by a crash"


# ---------------------------------------------------------------- keys


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Desk]:
    made = a_desk(tmp_path / "ledgers", LOCK)
    yield made
    made.program.stop()


def change_password(desk: Desk, old: str, new: str) -> None:
    assert desk.key is not None
    key_file = passwords.changed_password(desk.path, desk.key, old, new)
    desk.ask(lambda: desk.program.protection.put_down(key_file, Change.PASSWORD_CHANGED))


def test_a_backup_is_opened_by_the_password_of_its_day_of_today_and_by_the_sheet(
    locked: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert locked.key is not None
    change_password(locked, "first password of all", "second password then")
    backup = read_backup(locked.backup)
    for password in ("first password of all", "second password then"):
        assert key_by_password(backup, password, locked.path) == locked.key
    assert key_by_sheet(backup, "-".join(recovery_code(locked.key))) == locked.key
    with pytest.raises(UserError) as caught:
        key_by_password(backup, "neither of them", locked.path)
    assert caught.value.problem is Problem.WRONG_PASSWORD
    # on another computer only what is in the backup counts
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "other"))
    other = tmp_path / "other.creditmate"
    assert key_by_password(backup, "first password of all", other) == locked.key
    with pytest.raises(UserError) as caught:
        key_by_password(backup, "second password then", other)
    assert caught.value.problem is Problem.WRONG_PASSWORD
    with pytest.raises(UserError) as caught:
        key_by_sheet(backup, "-".join(recovery_code(DataKey(bytes(32)))))
    assert caught.value.problem is Problem.KEY_OTHER


def test_a_password_that_was_changed_stays_changed(locked: Desk) -> None:
    """Or an old backup would bring an old password back that others have learnt."""
    change_password(locked, "first password of all", "second password then")
    locked.restore()
    locked.ask(locked.program.ledgers.close)
    assert unlocking.unlock(locked.path, "second password then") == locked.key
    with pytest.raises(UserError) as caught:
        unlocking.unlock(locked.path, "first password of all")
    assert caught.value.problem is Problem.WRONG_PASSWORD


def test_a_key_that_was_renewed_stays_renewed(locked: Desk) -> None:
    """Old backups keep the old key: going back to one lets no sheet open it that was seen."""
    assert locked.key is not None
    renewed = passwords.renewed_lock(locked.path, locked.key, "first password of all")
    locked.ask(lambda: locked.program.protection.renew_key(renewed))
    with pytest.raises(UserError) as caught:
        locked.restore()
    assert caught.value.problem is Problem.RESTORE_OTHER_KEY
    assert locked.program.ask(current_key) == renewed.key, "it is open again, as it was"
    backup = read_backup(locked.backup)
    key = key_by_password(backup, "first password of all", locked.path)
    assert key == locked.key
    unpacked = unpacked_for(backup, locked.path, key, renewed.key)
    assert sorted(path.name for path in unpacked.folder.iterdir()) == [
        "rook.creditmate", "rook.creditmate-key"
    ]  # fmt: skip
    restored = locked.program.ask(
        lambda: locked.program.restoring.in_place(unpacked, locked.path, renewed.key)
    )
    assert locked.program.ask(current_key) == renewed.key
    assert figures(restored.holds) == figures(locked.held)
    assert not restored.key_lost
    assert locked.program.ask(locked.program.upkeep.check).findings == []
    locked.ask(locked.program.ledgers.close)
    assert unlocking.unlock(locked.path, "first password of all") == renewed.key
    with pytest.raises(UserError) as caught:
        unlocking.unlock_with_sheet(locked.path, "-".join(recovery_code(locked.key)))
    assert caught.value.problem is Problem.KEY_OTHER


# ---------------------------------------------------------------- refused


def test_a_backup_of_another_ledger_never_takes_the_place(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "ledgers" / "other.creditmate"
    desk.ask(desk.program.ledgers.close)
    desk.ask(lambda: desk.program.ledgers.create(other, NEW))
    foreign = desk.program.ask(lambda: desk.program.backups.back_up("day")).path
    desk.ask(desk.program.ledgers.close)
    desk.ask(lambda: desk.program.ledgers.open(desk.path, desk.key))
    before = desk.now()
    unpacked = unpacked_for(read_backup(foreign), desk.path, None)
    with pytest.raises(UserError) as caught:
        desk.ask(lambda: desk.program.restoring.in_place(unpacked, desk.path, None))
    assert caught.value.problem is Problem.BACKUP_OF_ANOTHER
    assert desk.now() == before, "it is open again, as it was"
    assert not unpacked.folder.exists()
    # nor when the ledger is gone, if this computer knows whose the place was
    desk.ask(desk.program.ledgers.close)
    desk.path.unlink()
    unpacked = unpacked_for(read_backup(foreign), desk.path, None)
    with pytest.raises(UserError) as caught:
        desk.ask(lambda: desk.program.restoring.in_place(unpacked, desk.path, None))
    assert caught.value.problem is Problem.BACKUP_OF_ANOTHER


HOLDER = """
import sys, time
from pathlib import Path
from creditmate.bootstrap import build
from creditmate.domain.data_key import DataKey
program = build()
key = DataKey(bytes.fromhex(sys.argv[2])) if sys.argv[2] else None
program.ask(lambda: program.ledgers.open(Path(sys.argv[1]), key))
print("open", flush=True)
time.sleep(60)
"""


def test_a_ledger_that_is_open_elsewhere_is_left_alone(desk: Desk) -> None:
    desk.ask(desk.program.ledgers.close)
    secret = desk.key.secret.hex() if desk.key else ""
    arguments = [sys.executable, "-c", HOLDER, str(desk.path), secret]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(UserError) as caught:
            desk.restore()
        holder.kill()
    assert caught.value.problem is Problem.LEDGER_IN_USE
    desk.ask(lambda: desk.program.ledgers.open(desk.path, desk.key))


def test_one_that_is_open_elsewhere_under_another_key_is_left_alone(locked: Desk) -> None:
    """Its key is not known, so that it cannot be asked: the lock on its file tells all the same."""
    renewed = passwords.renewed_lock(locked.path, LOCK.key, "first password of all")
    locked.ask(lambda: locked.program.protection.renew_key(renewed))
    locked.ask(locked.program.ledgers.close)
    before = sorted(locked.path.parent.rglob("*"))
    arguments = [sys.executable, "-c", HOLDER, str(locked.path), renewed.key.secret.hex()]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(UserError) as caught:
            locked.restore()
        holder.kill()
    assert caught.value.problem is Problem.LEDGER_IN_USE
    assert set(before) <= set(locked.path.parent.rglob("*"))
    locked.ask(lambda: locked.program.ledgers.open(locked.path, renewed.key))


def test_a_new_file_is_a_new_file(desk: Desk, tmp_path: Path) -> None:
    place, before = tmp_path / "ledgers" / "letter.txt", desk.now()
    place.write_text("Dear Sirs", encoding="utf-8")
    unpacked = unpacked_for(read_backup(desk.backup), place, desk.key)
    with pytest.raises(UserError) as caught:
        desk.ask(lambda: desk.program.restoring.into_new(unpacked, place, desk.key))
    assert caught.value.problem is Problem.LEDGER_EXISTS
    assert place.read_text(encoding="utf-8") == "Dear Sirs"
    assert desk.now() == before


def test_what_was_never_a_ledger_is_not_even_put_aside(desk: Desk, tmp_path: Path) -> None:
    place, before = tmp_path / "ledgers" / "letter.txt", desk.now()
    place.write_text("Dear Sirs", encoding="utf-8")
    unpacked = unpacked_for(read_backup(desk.backup), place, desk.key)
    with pytest.raises(UserError) as caught:
        desk.ask(lambda: desk.program.restoring.in_place(unpacked, place, desk.key))
    assert caught.value.problem is Problem.LEDGER_EXISTS
    assert place.read_text(encoding="utf-8") == "Dear Sirs"
    assert desk.now() == before
    assert not unpacked.folder.exists()


# ---------------------------------------------------------------- killed


@needs_fork
@pytest.mark.timeout(300)
@pytest.mark.parametrize("lock", [None, LOCK], ids=["unprotected", "protected"])
def test_killed_at_every_step_of_a_restore_it_is_the_old_or_the_new(
    tmp_path: Path, lock: unlocking.Lock | None
) -> None:
    """From the reading of the backup to the ledger being open again (reliability.md, figure 2)."""
    key = lock.key if lock else None
    desk = a_desk(tmp_path / "ledgers", lock)
    before = desk.now()
    desk.program.stop()
    files = {path.name: path.read_bytes() for path in desk.path.parent.iterdir() if path.is_file()}

    def prepare(number: int) -> Callable[[], object]:
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        return lambda: whole_restore(folder / desk.path.name, desk.backup, key)

    new = []
    for number in killed_everywhere(prepare):
        place = tmp_path / str(number) / desk.path.name
        program = build()
        program.ask(lambda: program.ledgers.open(place, key))  # noqa: B023 - asked at once
        found = program.ask(lambda: manifest(execute))
        assert list(place.parent.glob(".*.making*")) == []
        if found["head"] == before["head"]:
            assert found == before
        else:
            assert figures({**found, "head": ""}) == figures({**desk.held, "head": ""})
            (aside,) = (path for path in place.parent.iterdir() if path.is_dir())
            assert (aside / place.name).stat().st_size > 4096
        program.stop()
        new.append(found["head"] != before["head"])
    assert new == sorted(new)
    assert new[-1]
    assert len(new) > 15


def whole_restore(place: Path, backup: Path, key: DataKey | None) -> None:
    """Restore on this thread alone: threads do not survive a fork."""
    program = build()
    unpacked = unpacked_for(read_backup(backup), place, key)
    program.restoring.in_place(unpacked, place, key)
    connection.close()
