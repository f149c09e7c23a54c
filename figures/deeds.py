"""What is cut short or refused at every write: what people do with a ledger, and how it is after.

Each deed is done in a child on a copy of folders laid out once. Nothing of it may write from two
threads, since strace counts the system calls of each: what writes is done on the database thread.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from creditmate.bootstrap import build
from creditmate.db import connection, ledger_file
from creditmate.db.backup import make_backup
from creditmate.db.connection import execute
from creditmate.db.manifest import manifest
from creditmate.db.migrations import STEPS
from creditmate.db.proof import prove_all
from creditmate.db.restore import read_backup, unpack
from creditmate.db.staging import discard
from creditmate.domain.errors import UserError
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.protection import Change
from creditmate.services.unlocking import unlock
from creditmate.services.unpacking import unpacked_for
from creditmate.system.computer import backup_folder
from creditmate.system.key_file import KeyFile
from tests.db.test_migrating import STEP
from tests.scenarios import kills
from tests.services.protecting import KEY, LOCK, OTHER, PASSWORD, a_slot

_FIGURES = ("amount", "open", "items", "rows")
_NEW_PASSWORD = KeyFile(KEY.fingerprint, (a_slot(OTHER),))
_NAMES = ("books", "home")
OLD, NEW = "old", "new"
LAID_BACKUPS = 3
"""Of the ledger that is laid out: one was made by itself, before the second import."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ledger and its user's own folder lie."""

    folder: Path

    @property
    def ledger(self) -> Path:
        """The ledger."""
        return self.folder / "books" / "figures.creditmate"

    def enter(self) -> None:
        """Let this process, and its children, be that user's."""
        os.environ["CREDITMATE_HOME"] = str(self.folder / "home")

    def take_from(self, laid: "Place") -> None:
        """Be as another place is."""
        for name in _NAMES:
            shutil.rmtree(self.folder / name, ignore_errors=True)
            shutil.copytree(laid.folder / name, self.folder / name)

    def held(self) -> dict[str, Any]:
        """Open the ledger as its user would, prove it, and return what it holds."""
        with Opened(self) as program:
            findings = program.ask(prove_all)
            if findings:
                raise ValueError(f"it does not prove: {findings[0]}")
            return program.ask(lambda: manifest(execute))

    def backups(self, uid: str) -> list[Path]:
        """The files under a backup's final name."""
        self.enter()
        return sorted(backup_folder(uid).glob("*.creditmate-backup"))


class Opened:
    """A program that has the ledger of a place open."""

    def __init__(self, place: Place) -> None:
        place.enter()
        self._place, self._program = place, build(kills.TODAY)

    def __enter__(self) -> Program:
        program = self._program
        try:
            program.ask(lambda: program.ledgers.open(self._place.ledger, KEY))
        except BaseException:
            program.stop()
            raise
        return program

    def __exit__(self, *_raised: object) -> None:
        self._program.stop()


def lay(place: Place) -> None:
    """Make a protected ledger in which everything was done once, with a backup."""
    place.enter()
    place.ledger.parent.mkdir(parents=True)
    program = build(kills.TODAY)
    business = NewBusiness("Figures", "GB", "GBP", "en_GB", "Europe/London")
    program.ask(lambda: program.ledgers.create(place.ledger, business, LOCK))
    kills.one_round(program, "first", 0, lambda _told: None)
    program.ask(lambda: program.backups.back_up("day"))
    program.ask(lambda: kills.import_file(program, "second"))
    program.ask(lambda: program.backups.back_up("day"))  # so that no deed begins with one
    program.stop()


def _with_program(work: Callable[[Program], object]) -> Callable[[Place], None]:
    def do(place: Place) -> None:
        with Opened(place) as program:
            work(program)

    return do


def _restore(place: Place) -> None:
    """Put the oldest backup in the place of the ledger, on this thread alone."""
    place.enter()
    program = build(kills.TODAY)
    oldest = sorted((place.folder / "home").rglob("*.creditmate-backup"))[0]
    unpacked = unpacked_for(read_backup(oldest), place.ledger, KEY)
    program.restoring.in_place(unpacked, place.ledger, KEY)
    connection.close()


def _migrate(place: Place) -> None:
    """Open the ledger as a program with one format more would."""
    place.enter()
    safe = place.folder / "home" / "safe"

    def back_up(reason: str) -> None:
        make_backup(safe, "before", {"reason": reason})

    ledger_file.open_existing(place.ledger, back_up, (*STEPS, STEP), (), key=KEY)
    connection.close()


def _old_or_new(place: Place, before: dict[str, Any], after: dict[str, Any]) -> str:
    found = place.held()
    if found == before:
        return OLD
    wrong = [name for name in _FIGURES if found[name] != after[name]]
    if wrong:
        raise ValueError(f"neither old nor new: {', '.join(wrong)}")
    return NEW


def _by_restore(place: Place, before: dict[str, Any], after: dict[str, Any]) -> str:
    """The ledger of before or that of the backup; killed at the end, its record may be missing."""
    found = place.held()
    if found == before:
        return OLD
    if any(found[name] != after[name] for name in ("amount", "open", "items", "papers", "blobs")):
        raise ValueError("neither old nor new")
    return NEW


def _by_backup(place: Place, before: dict[str, Any], _after: dict[str, Any]) -> str:
    """The ledger is untouched; the new backup is there, whole, or it is not.

    Those from before are as they were: their seals hold.
    """
    if place.held() != before:
        raise ValueError("the ledger is another one")
    made = [read_backup(path) for path in place.backups(str(before["ledger_uid"]))]
    if len(made) == LAID_BACKUPS:
        return OLD
    if len(made) != LAID_BACKUPS + 1:
        raise ValueError(f"{len(made)} backups, of {LAID_BACKUPS} and a new one")
    newest = max(made, key=lambda backup: str(backup.manifest["made_at"]))
    discard(unpack(newest, place.folder / "unpacked.creditmate", KEY).folder)
    return NEW


def _by_password(place: Place, _before: dict[str, Any], after: dict[str, Any]) -> str:
    """One of the two passwords opens it; nothing but the record may have changed."""
    found = place.held()
    if any(found[name] != after[name] for name in ("amount", "open", "items")):
        raise ValueError("the ledger is another one")
    place.enter()
    for password, end in ((OTHER, NEW), (PASSWORD, OLD)):
        try:
            unlock(place.ledger, password)
        except UserError:
            continue
        return end
    raise ValueError("no password opens it")


def _by_format(place: Place, before: dict[str, Any], _after: dict[str, Any]) -> str:
    """Opened by the newer program it is of the newer format: what was cut short is done again."""
    ledger_file.open_existing(place.ledger, id, (*STEPS, STEP), (), key=KEY)
    try:
        found, findings = manifest(execute), prove_all()
    finally:
        connection.close()
    if findings or any(found[name] != before[name] for name in ("amount", "open", "items")):
        raise ValueError("the ledger is another one")
    return NEW


@dataclass(frozen=True, slots=True)
class TriedDeed:
    """A deed, and how one sees whether it was done.

    Attributes:
        state: Says ``OLD`` or ``NEW``, given what the ledger held before and holds when it was
            done; anything else is raised.
    """

    name: str
    do: Callable[[Place], None]
    state: Callable[[Place, dict[str, Any], dict[str, Any]], str] = _old_or_new


IMPORT = TriedDeed(
    "import",
    _with_program(lambda program: program.ask(lambda: kills.import_file(program, "third"))),
)
BACKUP = TriedDeed(
    "backup",
    _with_program(lambda program: program.ask(lambda: program.backups.back_up("day"))),
    _by_backup,
)
DEEDS = (
    IMPORT,
    TriedDeed(
        "issue an invoice", _with_program(lambda program: kills.issue_invoice(program, "first"))
    ),
    TriedDeed(
        "record and allocate a payment",
        _with_program(lambda program: kills.record_payment(program, "first")),
    ),
    BACKUP,
    TriedDeed("restore", _restore, _by_restore),
    TriedDeed("migration", _migrate, _by_format),
    TriedDeed(
        "password change",
        _with_program(
            lambda program: program.ask(
                lambda: program.protection.put_down(_NEW_PASSWORD, Change.PASSWORD_CHANGED)
            )
        ),
        _by_password,
    ),
)
