"""Making, opening and closing the ledger file, and bringing an older one up to date."""

import errno
import itertools
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as driver

from creditmate.db import cipher, preflight, swapping
from creditmate.db.chain_tail import tail_is_whole
from creditmate.db.connection import (
    beside,
    close,
    connect,
    database,
    execute,
    raw,
    told,
)
from creditmate.db.migrations import SCHEMAS, STEPS, Step
from creditmate.db.read_only import is_read_only
from creditmate.db.schema_check import Ask, schema_digest
from creditmate.db.upgrading import BackUp, apply, bring_up
from creditmate.disk import is_folder, is_there
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ledger_glance import Glance


def create(path: Path, fill: Callable[[], object], key: DataKey | None = None) -> None:
    """Make a new ledger at ``path`` and leave it open on the calling thread.

    It is made under another name and takes its own only when it is whole: a crash leaves no
    half-made ledger.

    Args:
        path: Where it goes; must not exist, its folder must.
        fill: Writes the first action into the open, empty ledger.
        key: What it is encrypted with from its first byte on; None makes an unprotected one.

    Raises:
        UserError: ``LEDGER_EXISTS``, or what opening raises.
    """
    swapping.finish(path)
    if is_there(path):
        raise UserError(Problem.LEDGER_EXISTS, path=path)
    if not is_folder(path.parent):
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=os.strerror(errno.ENOENT))
    making = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        _make(making, fill, key)
        _take_name(making, path)
    finally:
        for left in (making, *preflight.side_files(making)):
            with suppress(OSError):  # a folder that may not be written holds nothing to clear away
                left.unlink(missing_ok=True)
    open_existing(path, back_up=_never, key=key)


def _make(path: Path, fill: Callable[[], object], key: DataKey | None) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error
    connect(path, key, making=True)
    try:
        apply(STEPS, start=0)
        execute(f"PRAGMA application_id = {preflight.APPLICATION_ID}")
        fill()
    finally:
        close()
    cipher.see_made(path, key)


def _take_name(making: Path, path: Path) -> None:
    """Give the finished file its name without ever replacing one that came meanwhile."""
    with making.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        os.link(making, path)
    except FileExistsError as error:
        raise UserError(Problem.LEDGER_EXISTS, path=path) from error
    except OSError:  # a file system without links: FAT, some network drives
        if path.exists():
            raise UserError(Problem.LEDGER_EXISTS, path=path) from None
        making.rename(path)


def _never(reason: str) -> None:
    raise AssertionError(f"a new ledger needs no {reason}")


def open_existing(
    path: Path,
    back_up: BackUp,
    steps: Sequence[Step] = STEPS,
    schemas: Sequence[str] = SCHEMAS,
    key: DataKey | None = None,
) -> None:
    """Open a ledger on the calling thread, migrating it if its format is older.

    Args:
        path: The ledger.
        back_up: Called before a migration, with its reason; if it raises, nothing is changed.
        steps: The migrations known; their number is the newest format.
        schemas: The digest of what each of them leads to, where it is known.
        key: What it is encrypted with; None opens an unprotected one and nothing else.

    Raises:
        UserError: See ``preflight.inspect``; ``LEDGER_IN_USE`` when another program has it;
            ``DISK_READ_ONLY`` when it would have to be migrated, or its journal to be read, and
            nothing can be written there; ``LEDGER_OTHER_TABLES`` when its tables are not those of
            its format; ``LEDGER_DAMAGED`` also when no backup of it can be proved.
    """
    swapping.finish(path)
    preflight.inspect(path, len(steps), key)
    connect(path, key)
    try:
        with told(path):
            see_inside(path, execute, len(steps), schemas)
            found = user_version()
            if found < len(steps):
                _see_written(path)
                bring_up(path, back_up, steps, found)
    except BaseException:
        close()
        raise


def _see_written(path: Path) -> None:
    if is_read_only():
        raise UserError(Problem.DISK_READ_ONLY, path=path)


def look_at(path: Path, key: DataKey | None = None) -> None:
    """Refuse what could not be opened, beside the ledger that is open, which must be another.

    Raises:
        UserError: As ``open_existing`` does.
    """
    swapping.finish(path)
    preflight.inspect(path, len(STEPS), key)
    with beside(path, key) as ask:
        see_inside(path, ask, len(STEPS), SCHEMAS)


def put_aside(path: Path) -> Path:
    """Give a ledger, with all that stands beside it, a name that is free, and return it.

    Raises:
        UserError: ``LEDGER_UNREADABLE``: it cannot be renamed.
    """
    names = (path.with_stem(f"{path.stem} {count}") for count in itertools.count(2))
    free = next(name for name in names if not name.exists())
    try:
        for source in preflight.all_files(path):
            if source.exists():
                source.rename(free.with_name(free.name + source.name.removeprefix(path.name)))
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error
    return free


def see_inside(path: Path, ask: Ask, newest: int, schemas: Sequence[str]) -> None:
    """Ask SQLite what the first bytes could not tell: a journal may hold newer pages."""
    if ask("PRAGMA application_id").fetchone()[0] != preflight.APPLICATION_ID:
        raise UserError(Problem.LEDGER_FOREIGN, path=path)
    found = int(ask("PRAGMA user_version").fetchone()[0])
    if found > newest:
        raise UserError(Problem.LEDGER_NEWER, path=path, found=found, known=newest)
    if found < 1:
        raise UserError(Problem.LEDGER_DAMAGED, path=path, why="no format")
    tables = ask("SELECT count(*) FROM sqlite_schema WHERE name = 'action'").fetchone()[0]
    if not tables:
        raise UserError(Problem.LEDGER_DAMAGED, path=path, why="no tables")
    known = schemas[found - 1 : found]
    if known and schema_digest(ask) not in known:
        raise UserError(Problem.LEDGER_OTHER_TABLES, path=path, format=found)
    if not tail_is_whole(ask):
        raise UserError(Problem.LEDGER_DAMAGED, path=path, why="chain")


def glance() -> Glance:
    """Look at the open ledger for a millisecond, after an error; nothing is changed."""
    if database.is_closed():
        return Glance.NONE_OPEN
    if raw().in_transaction:
        return Glance.HALF_WRITTEN
    try:
        return Glance.END_FITS if tail_is_whole(execute) else Glance.DAMAGED
    except driver.Error:
        return Glance.DAMAGED


def standing() -> tuple[str, int] | None:
    """The uid of the open ledger and how many actions it has; None if it cannot tell."""
    if database.is_closed():
        return None
    with suppress(peewee.DatabaseError, driver.Error):
        uid = execute("SELECT ledger_uid FROM business").fetchone()
        last = execute("SELECT max(id) FROM action").fetchone()
        return (str(uid[0]), int(last[0] or 0)) if uid and last else None
    return None


def user_version() -> int:
    """The format of the open ledger."""
    return int(execute("PRAGMA user_version").fetchone()[0])
