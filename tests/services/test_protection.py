"""Protection comes and goes, passwords and keys change, and the ledger stays what it is.

reliability.md D6b, D14, D15; figures 2 and 16 as far as they are about keys.
"""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from creditmate.db import cipher
from creditmate.db.connection import execute
from creditmate.db.restore import read_backup
from creditmate.domain.data_key import recovery_code
from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.domain.our_people import StaffEntry
from creditmate.services import passwords
from creditmate.services.protection import Change
from creditmate.services.unlocking import Lock, unlock, unlock_with_sheet
from creditmate.system.key_file import KeyFile, new_key, new_key_file
from creditmate.system.key_places import copy_path, key_path
from tests.builders import SetClock
from tests.services.protecting import (
    KEY,
    LOCK,
    OTHER,
    PASSWORD,
    SLOT,
    THIRD,
    Books,
    a_slot,
    books_in,
)

MARKER = b"QUILLFEATHER"


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with books_in(tmp_path / "books", tmp_path / "home") as books:
        yield books


@pytest.fixture
def plain(books: Books) -> Books:
    """An open, unprotected ledger."""
    books.make()
    books.open()
    return books


@pytest.fixture
def protected(books: Books) -> Books:
    """An open, protected ledger."""
    books.make(LOCK)
    books.open(KEY)
    return books


def renewed(slot_password: str = PASSWORD) -> Lock:
    key = new_key()
    return Lock(key, new_key_file(key, slot_password))


def put_down(books: Books, key_file: KeyFile, change: Change) -> None:
    books.program.ask(lambda: books.program.protection.put_down(key_file, change))


# ---------------------------------------------------------------- protecting


def test_a_protected_ledger_holds_what_the_unprotected_one_did(plain: Books) -> None:
    before = plain.contents()
    done = plain.program.ask(lambda: plain.program.protection.protect(LOCK))
    assert plain.contents() == before
    assert plain.key() == KEY
    assert plain.program.ask(plain.program.ledgers.facts).protected
    assert plain.actions()[-1] == "protect-ledger"
    plain.close()
    assert cipher.beginning(plain.path) == KEY.fingerprint
    assert key_path(plain.path).read_bytes() == LOCK.key_file.as_bytes()
    assert MARKER not in plain.path.read_bytes()
    assert done.kept is not None
    kept = done.kept / plain.path.name
    assert MARKER in kept.read_bytes(), "else the line above proves nothing"
    assert unlock(plain.path, PASSWORD) == KEY
    assert done.backup is not None
    assert done.backup.manifest["head"]
    assert MARKER not in done.backup.path.read_bytes()


def test_the_unprotected_original_is_named_and_opens_as_it_was(plain: Books) -> None:
    before = plain.contents()
    done = plain.program.ask(lambda: plain.program.protection.protect(LOCK))
    plain.close()
    assert done.kept is not None
    assert done.kept.parent == plain.path.parent
    assert done.kept.name.startswith("rookmere 2026-11-23")
    assert [each.name for each in done.kept.iterdir()] == [plain.path.name]
    aside = Books(plain.program, done.kept / plain.path.name)
    aside.open()
    assert aside.contents() == before
    assert aside.actions()[-1] == "import-invoices"


def test_the_original_is_removed_only_when_asked_and_only_after_the_proof(plain: Books) -> None:
    done = plain.program.ask(lambda: plain.program.protection.protect(LOCK, remove_original=True))
    assert done.kept is None
    plain.close()
    assert set(plain.files()) == {plain.path.name, key_path(plain.path).name}


def test_the_original_stays_where_no_backup_could_be_made(plain: Books, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "Backups").write_text("in the way", encoding="utf-8")
    done = plain.program.ask(lambda: plain.program.protection.protect(LOCK, remove_original=True))
    assert done.backup is None
    assert done.problem is not None
    assert done.problem.problem is Problem.BACKUP_FAILED
    assert done.kept is not None
    assert (done.kept / plain.path.name).exists()
    assert plain.key() == KEY


def test_a_ledger_is_protected_once(protected: Books) -> None:
    with pytest.raises(UserError) as caught:
        protected.program.ask(lambda: protected.program.protection.protect(LOCK))
    assert caught.value.problem is Problem.LEDGER_PROTECTED_ALREADY
    assert protected.key() == KEY


# ---------------------------------------------------------------- unprotecting


def test_an_unprotected_ledger_holds_what_the_protected_one_did(protected: Books) -> None:
    before = protected.contents()
    done = protected.program.ask(protected.program.protection.unprotect)
    assert protected.contents() == before
    assert protected.key() is None
    assert not protected.program.ask(protected.program.ledgers.facts).protected
    assert protected.actions()[-1] == "unprotect-ledger"
    protected.close()
    assert not protected.protected()
    assert not key_path(protected.path).exists()
    assert MARKER in protected.path.read_bytes()
    assert done.kept is not None
    aside = Books(protected.program, done.kept / protected.path.name)
    assert unlock(aside.path, PASSWORD) == KEY
    aside.open(KEY)
    assert aside.contents() == before


def test_there_and_back_again_nothing_is_different(plain: Books) -> None:
    before, record = plain.contents(), plain.actions()
    plain.program.ask(lambda: plain.program.protection.protect(LOCK))
    plain.program.ask(plain.program.protection.unprotect)
    assert plain.contents() == before
    assert plain.actions() == [*record, "protect-ledger", "unprotect-ledger"]


@pytest.mark.parametrize("what", ["unprotect", "renew_key", "put_down", "groups", "confirm"])
def test_what_needs_a_key_is_refused_without_one(plain: Books, what: str) -> None:
    program = plain.program
    ways: dict[str, Callable[[], object]] = {
        "unprotect": program.protection.unprotect,
        "renew_key": lambda: program.protection.renew_key(LOCK),
        "put_down": lambda: program.protection.put_down(LOCK.key_file, Change.PASSWORD_CHANGED),
        "groups": program.recovery_sheets.groups,
        "confirm": lambda: program.recovery_sheets.confirm({}),
    }
    before = plain.actions()
    with pytest.raises(UserError) as caught:
        program.ask(ways[what])
    assert caught.value.problem is Problem.LEDGER_NOT_PROTECTED
    assert plain.actions() == before


# ---------------------------------------------------------------- a new key


def test_a_new_key_shuts_out_the_old_sheet_and_keeps_the_ledger(protected: Books) -> None:
    before, old_sheet = protected.contents(), " ".join(recovery_code(KEY))
    lock = renewed()
    done = protected.program.ask(lambda: protected.program.protection.renew_key(lock))
    assert protected.contents() == before
    assert protected.actions()[-1] == "renew-key"
    assert protected.program.ask(protected.program.recovery_sheets.groups) == recovery_code(
        lock.key
    )
    protected.close()
    with pytest.raises(UserError) as caught:
        unlock_with_sheet(protected.path, old_sheet)
    assert caught.value.problem is Problem.KEY_OTHER
    assert unlock(protected.path, PASSWORD) == lock.key
    assert done.kept is not None
    assert unlock_with_sheet(done.kept / protected.path.name, old_sheet) == KEY


def test_who_is_at_work_stays_so(protected: Books) -> None:
    people = protected.program.people
    staff = protected.program.ask(lambda: people.add(StaffEntry("Ann Lee", os_login="ann")).id)
    protected.program.ask(lambda: people.work_as(staff))
    protected.program.ask(lambda: protected.program.protection.renew_key(renewed()))
    sql = "SELECT staff_id, os_user FROM action ORDER BY id DESC LIMIT 1"
    assert protected.program.ask(lambda: execute(sql).fetchone()) == (staff, "ellen")


# ---------------------------------------------------------------- what goes wrong


@pytest.mark.parametrize("when", ["before it is copied", "while it is proved"])
def test_a_cancelled_change_leaves_everything_as_it_was(plain: Books, when: str) -> None:
    before, record = plain.contents(), plain.actions()
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if total or when == "before it is copied":
            raise Cancelled

    with pytest.raises(Cancelled):
        plain.program.ask(lambda: plain.program.protection.protect(LOCK, progress=stop))
    assert (told[-1][1] > 0) is (when == "while it is proved")
    assert plain.key() is None
    assert plain.contents() == before
    assert plain.actions() == record
    plain.close()
    assert set(plain.files()) == {plain.path.name}


@pytest.mark.parametrize("sql", ["UPDATE contact SET name = 'X'", "DELETE FROM search_name"])
def test_a_ledger_that_is_not_sound_is_not_wrapped_anew(plain: Books, sql: str) -> None:
    """What is wrong with it must be told, not carried over."""
    harm = "UPDATE customer SET name = 'Someone else' WHERE id = 1" if "contact" in sql else sql
    plain.program.ask(lambda: execute(harm))
    before = plain.program.ask(lambda: execute("SELECT count(*) FROM action").fetchone())
    with pytest.raises(UserError) as caught:
        plain.program.ask(lambda: plain.program.protection.protect(LOCK))
    assert caught.value.problem is Problem.LEDGER_DAMAGED
    assert plain.key() is None
    assert plain.program.ask(lambda: execute("SELECT count(*) FROM action").fetchone()) == before
    plain.close()
    assert set(plain.files()) == {plain.path.name}


def test_a_disk_too_small_for_the_copy_leaves_the_ledger_as_it_was(plain: Books) -> None:
    resource = pytest.importorskip("resource", reason="no limits of file sizes here")
    before = plain.contents()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (plain.path.stat().st_size // 2, hard))
    try:
        with pytest.raises(UserError) as caught:
            plain.program.ask(lambda: plain.program.protection.protect(LOCK))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.problem in {Problem.DISK_FULL, Problem.LEDGER_UNREADABLE}
    assert plain.key() is None
    assert plain.contents() == before
    plain.close()
    assert set(plain.files()) == {plain.path.name}


def test_nobody_else_can_write_into_the_ledger_while_it_is_copied_and_proved(
    plain: Books,
) -> None:
    """What another program wrote meanwhile would not be in the copy that takes the place."""
    told: list[str] = []

    def try_to_open(done: int, total: int) -> None:
        if len(told) < 2:
            told.append(opened_by_another(plain.path))

    plain.program.ask(lambda: plain.program.protection.protect(LOCK, progress=try_to_open))
    assert told == ["ledger-in-use"] * 2


_SAVE = "with a_gateway().write('test') as writing: writing.keep_on_record()"


@dataclass
class Meddling(SetClock):
    """A clock at whose first look, once it is told to, another program saves something."""

    path: Path | None = None
    told: str = ""

    def now(self) -> datetime:
        if self.path is not None:
            path, self.path = self.path, None
            self.told = opened_by_another(path, _SAVE)
        return super().now()


def test_what_another_program_saves_before_the_files_change_places_is_not_left_behind(
    plain: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the proof of the copy and the exchange of the files nobody holds the ledger."""
    clock, before = Meddling(), plain.files()
    protection = plain.program.protection
    monkeypatch.setattr(protection, "_clock", clock)

    def arm(done: int, total: int) -> None:
        clock.path = plain.path if done == total > 0 else None

    with pytest.raises(UserError) as caught:
        plain.program.ask(lambda: protection.protect(LOCK, progress=arm))
    assert clock.told == "opened"
    assert caught.value.problem is Problem.LEDGER_IN_USE
    assert plain.key() is None
    assert plain.actions()[-1] == "test"
    assert set(plain.files()) == set(before)


def opened_by_another(path: Path, then: str = "pass") -> str:
    """What another process is told that opens an unprotected ledger."""
    opener = (
        "import sys; from pathlib import Path\n"
        "from tests.builders import a_gateway, open_ledger\n"
        "from creditmate.db import connection\n"
        "try: open_ledger(Path(sys.argv[1]))\n"
        "except Exception as error: print(error.problem.value)\n"
        "else:\n"
        f"    {then}\n"
        "    connection.close()\n"
        "    print('opened')"
    )
    command = [sys.executable, "-c", opener, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


# ---------------------------------------------------------------- passwords


def test_a_changed_password_opens_and_the_old_one_does_not(protected: Books) -> None:
    path = protected.path
    key_file = passwords.changed_password(path, KEY, PASSWORD, OTHER)
    put_down(protected, key_file, Change.PASSWORD_CHANGED)
    assert protected.actions()[-1] == "change-password"
    protected.close()
    assert unlock(path, OTHER) == KEY
    with pytest.raises(UserError) as caught:
        unlock(path, PASSWORD)
    assert caught.value.problem is Problem.WRONG_PASSWORD
    assert copy_path(KEY.fingerprint).read_bytes() == key_path(path).read_bytes()
    assert unlock_with_sheet(path, "".join(recovery_code(KEY))) == KEY


def test_a_password_is_added_and_taken_away(protected: Books) -> None:
    path = protected.path
    put_down(protected, passwords.added_password(path, KEY, PASSWORD, OTHER), Change.PASSWORD_ADDED)
    assert {unlock_open(path, word) for word in (PASSWORD, OTHER)} == {True}
    put_down(protected, passwords.removed_password(path, KEY, PASSWORD), Change.PASSWORD_REMOVED)
    assert [unlock_open(path, word) for word in (PASSWORD, OTHER)] == [False, True]
    with pytest.raises(UserError) as caught:
        passwords.removed_password(path, KEY, OTHER)
    assert caught.value.problem is Problem.LAST_PASSWORD
    assert protected.actions()[-2:] == ["add-password", "remove-password"]


def unlock_open(path: Path, password: str) -> bool:
    """Whether a password opens the key file of the ledger that is open."""
    try:
        passwords.renewed_lock(path, KEY, password)
    except UserError as error:
        return error.problem is not Problem.WRONG_PASSWORD
    return True


@pytest.mark.parametrize("key_file_there", [True, False])
def test_a_forgotten_password_is_set_anew_with_the_sheet(
    protected: Books, *, key_file_there: bool
) -> None:
    path = protected.path
    protected.close()
    if not key_file_there:
        key_path(path).unlink()
        copy_path(KEY.fingerprint).unlink()
    key = unlock_with_sheet(path, "-".join(recovery_code(KEY)))
    protected.open(key)
    put_down(protected, passwords.reset_password(path, key, THIRD), Change.PASSWORD_RESET)
    protected.close()
    assert unlock(path, THIRD) == KEY
    with pytest.raises(UserError):
        unlock(path, PASSWORD)


def test_a_wrong_or_unsuitable_password_changes_nothing(protected: Books) -> None:
    path, before = protected.path, key_path(protected.path).read_bytes()
    for old, new, problem in (
        (OTHER, THIRD, Problem.WRONG_PASSWORD),
        (PASSWORD, "short", Problem.PASSWORD_UNSUITABLE),
    ):
        with pytest.raises(UserError) as caught:
            passwords.changed_password(path, KEY, old, new)
        assert caught.value.problem is problem
    assert key_path(path).read_bytes() == before


def test_the_key_file_of_another_ledger_is_not_put_down(protected: Books) -> None:
    before = protected.actions()
    with pytest.raises(UserError) as caught:
        put_down(protected, renewed().key_file, Change.PASSWORD_CHANGED)
    assert caught.value.problem is Problem.KEY_OTHER
    assert protected.actions() == before


def test_a_password_that_could_not_be_written_is_not_on_record(
    protected: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full at the moment of the key file; the ledger's own writes go through."""
    path, before = protected.path, key_path(protected.path).read_bytes()
    record = protected.actions()
    key_file = KeyFile(KEY.fingerprint, (a_slot(OTHER),))
    protected.program.ask(lambda: protected.program.backups.back_up("before"))

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(UserError) as caught:
            put_down(protected, key_file, Change.PASSWORD_CHANGED)
    assert caught.value.problem is Problem.DISK_FULL
    assert key_path(path).read_bytes() == before
    assert protected.actions() == record


def test_a_password_whose_record_fails_is_taken_back(protected: Books) -> None:
    """The key file is written inside the transaction; if that cannot end, neither may it stay."""
    path, before = protected.path, key_path(protected.path).read_bytes()
    key_file = KeyFile(KEY.fingerprint, (a_slot(OTHER),))
    protected.program.ask(lambda: protected.program.backups.back_up("before"))
    trigger = (
        "CREATE TEMP TRIGGER refuse BEFORE UPDATE ON main.action"
        " BEGIN SELECT raise(ABORT, 'no'); END"
    )
    protected.program.ask(lambda: execute(trigger))
    with pytest.raises(Exception, match="no"):
        put_down(protected, key_file, Change.PASSWORD_CHANGED)
    assert key_path(path).read_bytes() == before


def test_nothing_secret_goes_on_record_or_into_a_file(protected: Books, tmp_path: Path) -> None:
    key_file = passwords.changed_password(protected.path, KEY, PASSWORD, OTHER)
    put_down(protected, key_file, Change.PASSWORD_CHANGED)
    row = protected.program.ask(
        lambda: execute("SELECT * FROM action ORDER BY id DESC LIMIT 1").fetchone()
    )
    secrets = [PASSWORD, OTHER, KEY.secret.hex(), "".join(recovery_code(KEY))]
    assert not any(secret in str(row) for secret in secrets)
    protected.close()
    for each in tmp_path.rglob("*"):
        if each.is_file():
            content = each.read_bytes()
            assert not any(secret.encode() in content for secret in secrets)
            assert KEY.secret not in content
            assert MARKER not in content


def test_a_backup_from_before_keeps_the_password_of_then(protected: Books) -> None:
    """Whoever forgets the new password at once has the newest backup to go back to."""
    key_file = KeyFile(KEY.fingerprint, (a_slot(OTHER),))
    put_down(protected, key_file, Change.PASSWORD_CHANGED)
    (backup,) = protected.program.ask(protected.program.backups.listed)
    container = read_backup(backup.path)
    assert container.key_file == KeyFile(KEY.fingerprint, (SLOT,)).as_bytes()
