"""Making, opening and closing the ledger file, and bringing an older one up to date."""

import itertools
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from creditmate.db import preflight
from creditmate.db.connection import beside, close, connect, execute, told, transaction
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.migrations import SCHEMAS, STEPS, Step
from creditmate.db.schema_check import Ask, schema_digest
from creditmate.domain.errors import Problem, UserError

BackUp = Callable[[str], object]
"""Makes a verified backup of the open ledger for the reason given, or raises."""


def create(path: Path, fill: Callable[[], object]) -> None:
    """Make a new ledger at ``path`` and leave it open on the calling thread.

    It is made under another name and takes its own only when it is whole: a crash leaves no
    half-made ledger.

    Args:
        path: Where it goes; must not exist, its folder must.
        fill: Writes the first action into the open, empty ledger.

    Raises:
        UserError: ``LEDGER_EXISTS``, or what opening raises.
    """
    if path.exists():
        raise UserError(Problem.LEDGER_EXISTS, path=path)
    if not path.parent.is_dir():
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why="no such folder")
    making = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        _make(making, fill)
        _take_name(making, path)
    finally:
        for left in (making, *preflight.side_files(making)):
            with suppress(OSError):  # a folder that may not be written holds nothing to clear away
                left.unlink(missing_ok=True)
    open_existing(path, back_up=_never)


def _make(path: Path, fill: Callable[[], object]) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error
    connect(path)
    try:
        _apply(STEPS, start=0)
        execute(f"PRAGMA application_id = {preflight.APPLICATION_ID}")
        fill()
    finally:
        close()


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
) -> None:
    """Open a ledger on the calling thread, migrating it if its format is older.

    Args:
        path: The ledger.
        back_up: Called before a migration, with its reason; if it raises, nothing is changed.
        steps: The migrations known; their number is the newest format.
        schemas: The digest of what each of them leads to, where it is known.

    Raises:
        UserError: See ``preflight.inspect``; ``LEDGER_IN_USE`` when another program has it;
            ``LEDGER_OTHER_TABLES`` when its tables are not those of its format.
    """
    preflight.inspect(path, len(steps))
    connect(path)
    try:
        with told(path):
            _check_inside(path, execute, len(steps), schemas)
            found = user_version()
            if found < len(steps):
                back_up(f"before format {len(steps)}")
                _apply(steps, start=found)
    except BaseException:
        close()
        raise


def look_at(path: Path) -> None:
    """Refuse what could not be opened, beside the ledger that is open, which must be another.

    Raises:
        UserError: As ``open_existing`` does.
    """
    preflight.inspect(path, len(STEPS))
    with beside(path) as ask:
        _check_inside(path, ask, len(STEPS), SCHEMAS)


def put_aside(path: Path) -> Path:
    """Give a ledger, with the journals beside it, a name that is free, and return it.

    Raises:
        UserError: ``LEDGER_UNREADABLE``: it cannot be renamed.
    """
    names = (path.with_stem(f"{path.stem} {count}") for count in itertools.count(2))
    free = next(name for name in names if not name.exists())
    try:
        for source in (path, *preflight.side_files(path)):
            if source.exists():
                source.rename(free.with_name(free.name + source.name.removeprefix(path.name)))
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error
    return free


def _check_inside(path: Path, ask: Ask, newest: int, schemas: Sequence[str]) -> None:
    """Ask SQLite what the first bytes could not tell: a journal may hold newer pages."""
    found = int(ask("PRAGMA user_version").fetchone()[0])
    if found > newest:
        raise UserError(Problem.LEDGER_NEWER, path=path, found=found, known=newest)
    tables = ask("SELECT count(*) FROM sqlite_schema WHERE name = 'action'").fetchone()[0]
    if not tables:
        raise UserError(Problem.LEDGER_DAMAGED, path=path, why="no tables")
    known = schemas[found - 1 : found]
    if known and schema_digest(ask) not in known:
        raise UserError(Problem.LEDGER_OTHER_TABLES, path=path, format=found)


def user_version() -> int:
    """The format of the open ledger."""
    return int(execute("PRAGMA user_version").fetchone()[0])


def _apply(steps: Sequence[Step], start: int) -> None:
    """Take the steps after ``start``, all in one transaction with the new format's number.

    References and totals are checked before anything is kept (reliability.md D8).
    """
    before = _totals() if start else None
    with transaction():
        for step in steps[start:]:
            for statement in step:
                execute(statement)
        broken = execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise RuntimeError(f"migration breaks a reference: {broken}")
        if before is not None and _totals() != before:
            raise RuntimeError(f"migration changes a total: {before}, {_totals()}")
        execute(f"PRAGMA user_version = {len(steps)}")


def _totals() -> Manifest:
    """What no migration may change: whose ledger it is, its totals and the head of its chain."""
    found = manifest(execute)
    return {figure: found[figure] for figure in ("ledger_uid", "amount", "open", "head")}
