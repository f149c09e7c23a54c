"""The one database handle, the pragmas it must run with, and what its errors mean.

One connection, used by one thread only: the thread that opened it (``check_same_thread`` stays
on as the guard). The driver is SQLCipher's SQLite for every ledger; without a key it reads and
writes ordinary SQLite files. ``cipher`` sees that neither is ever taken for the other.
reliability.md D1-D3, D14.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as driver

from creditmate.db import cipher, held_file, pragmas, read_only
from creditmate.db.database_thread import NotMeanwhile
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError

OLDEST_SQLITE = (3, 51, 3)  # older ones carry the WAL-reset bug (reliability.md, finding 12)

database = SqlCipherDatabase(None, thread_safe=False, autoconnect=False)
"""The ledger that this process has open; bound by ``connect``."""

_keys: list[DataKey] = []
"""The key of the ledger that is open, if it is protected; forgotten when it is closed (D16)."""

_copies: list[Path] = []
"""The ledger, while a backup copies it."""


def connect(path: Path, key: DataKey | None, *, making: bool = False) -> None:
    """Open ``path``, which must exist, on the calling thread and assert every pragma.

    Where nothing can be written it is opened to be read only (``read_only``).

    Args:
        path: The ledger.
        key: What it is encrypted with; None opens an unprotected one and nothing else.
        making: The file is a new one, still empty.

    Raises:
        UserError: ``LEDGER_IN_USE``, ``LEDGER_DAMAGED`` or ``LEDGER_PRAGMA``; what
            ``cipher.see_fits`` and ``read_only.reading_uri`` raise.
    """
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise UserError(Problem.LEDGER_PRAGMA, pragma="sqlite", found=driver.sqlite_version)
    if not making:
        cipher.see_fits(path, key)
    reading = not making and not read_only.may_be_written(path)
    uri = read_only.reading_uri(path) if reading else _uri(path)
    if reading:
        read_only.hold(path)
    database.init(uri, uri=True, passphrase=cipher.raw_key(key))
    try:
        with told(path):
            _begin(pragmas.READING if reading else pragmas.writing())
    except BaseException:
        read_only.let_go()
        raise
    held_file.hold(path)
    _keys[:] = [] if key is None else [key]


def _begin(wanted: tuple[pragmas.Pragma, ...]) -> None:
    try:
        database.connect()
    finally:
        database.connect_params.pop("passphrase")  # else it would outlast the ledger
    try:
        for pragma, value, expected in wanted:
            _assert_pragma(pragma, value, expected)
    except BaseException:
        database.close()
        raise


def current_key() -> DataKey | None:
    """What the open ledger is encrypted with; None if it is unprotected, or none is open."""
    return _keys[0] if _keys else None


def required_key() -> DataKey:
    """Return the key of the open ledger.

    Raises:
        UserError: ``LEDGER_NOT_PROTECTED``.
    """
    key = current_key()
    if key is None:
        raise UserError(Problem.LEDGER_NOT_PROTECTED, path=ledger_path())
    return key


@contextmanager
def beside(path: Path, key: DataKey | None) -> Iterator[Callable[[str], Any]]:
    """Ask a ledger by a connection of its own, beside the one that is open.

    Raises:
        UserError: ``LEDGER_IN_USE`` or ``LEDGER_DAMAGED``; what ``cipher.see_fits`` raises.
    """
    cipher.see_fits(path, key)
    uri = _uri(path) if read_only.may_be_written(path) else read_only.reading_uri(path)
    with told(path), closing(driver.connect(uri, uri=True, timeout=0)) as handle:
        cipher.unlock(handle, key)
        yield handle.execute


def _uri(path: Path) -> str:
    """Name a file that must exist: SQLite would make an empty ledger out of a missing one."""
    return f"{path.absolute().as_uri()}?mode=rw"


def _assert_pragma(pragma: str, value: str | int, expected: object) -> None:
    execute(f"PRAGMA {pragma} = {value}")
    row = execute(f"PRAGMA {pragma}").fetchone()
    found = row[0] if row else None
    if found != expected:
        raise UserError(Problem.LEDGER_PRAGMA, pragma=pragma, found=found, expected=expected)


def close() -> None:
    """Fold the journal into the file and close it, so that at rest there is one file.

    Where the disk does not let it, the journal stays beside the file: it is whole, and the next
    opening reads it.

    Raises:
        NotMeanwhile: It is being copied; the copy is given up, and then this is done again.
    """
    see_not_copied()
    if not database.is_closed():
        with suppress(driver.Error):
            execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
    _keys.clear()
    held_file.let_go()
    read_only.let_go()  # last: it ends every lock on the file


@contextmanager
def being_copied() -> Iterator[None]:
    """Mark the open ledger as being copied: it may be read and written, but not closed."""
    see_not_copied()
    _copies.append(ledger_path())
    try:
        yield
    finally:
        _copies.clear()


def see_not_copied() -> None:
    """See that no copy of the open ledger is under way.

    Raises:
        NotMeanwhile: One is.
    """
    if _copies:
        raise NotMeanwhile


def is_open() -> bool:
    """Whether this process has a ledger open."""
    return not database.is_closed()


def raw() -> Any:  # noqa: ANN401 - the driver has no type information
    """The driver's own connection, for bulk statements, backups and interrupts."""
    return database.connection()


def execute(sql: str, parameters: tuple[object, ...] = ()) -> Any:  # noqa: ANN401 - as raw()
    """Run one statement on the open connection and return the driver's cursor."""
    return raw().execute(sql, parameters)


_MEANING = (
    ("database or disk is full", Problem.DISK_FULL),
    ("readonly database", Problem.DISK_READ_ONLY),
    ("database is locked", Problem.LEDGER_IN_USE),
    ("malformed", Problem.LEDGER_DAMAGED),
    ("Could not decode to UTF-8", Problem.LEDGER_DAMAGED),
    ("file is not a database", Problem.LEDGER_DAMAGED),
    ("disk I/O error", Problem.LEDGER_UNREADABLE),
    ("unable to open database file", Problem.LEDGER_UNREADABLE),
)


def problem_of(error: BaseException) -> Problem | None:
    """What a database error means to the user; None for a bug of ours."""
    if not isinstance(error, peewee.DatabaseError | driver.Error):
        return None
    text = str(error)
    return next((problem for words, problem in _MEANING if words in text), None)


@contextmanager
def told(path: Path | None = None) -> Iterator[None]:
    """Turn database errors that the user can act on into ``UserError``; others pass."""
    try:
        yield
    except (peewee.DatabaseError, driver.Error) as error:
        problem = problem_of(error)
        if problem is None:
            raise
        raise UserError(problem, path=path or ledger_path(), why=str(error)) from error


def ledger_path() -> Path:
    """The path of the ledger that is bound."""
    return Path(str(execute("PRAGMA database_list").fetchone()[2]))


@contextmanager
def transaction() -> Iterator[None]:
    """All or nothing, taking the write lock at once so that it can never upgrade late.

    Any error aborts the whole of it and is shown as it was: SQLite may have ended the
    transaction by itself (disk full), so rolling back is tried, never insisted on (D3).

    Raises:
        RuntimeError: A transaction is already open; use-cases do not nest.
        UserError: ``DISK_READ_ONLY``; ``LEDGER_GONE``: its file was deleted or moved while it is
            open, so that what is written would go with it, also if another has its name since; or
            what ``told`` knows.
    """
    connection = raw()
    if connection.in_transaction:
        raise RuntimeError("a use-case was started inside another one")
    path = ledger_path()
    read_only.see_writable(path)
    if not held_file.is_still_at(path):
        raise UserError(Problem.LEDGER_GONE, path=path)
    with told():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            # Fails by itself if SQLite has ended the transaction meanwhile: nothing was saved.
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                with suppress(driver.Error):
                    connection.execute("ROLLBACK")
            raise
