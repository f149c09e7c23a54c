"""Encryption of a ledger's file by SQLCipher, and seeing which key a file has.

A file that is encrypted begins with its cipher's salt. SQLCipher would draw it at random; it is
taken from the key instead (``DataKey.fingerprint``), so that the first bytes tell whose file it is
before anything is opened, and a wrong key is never mistaken for damage (reliability.md D14, D15).
"""

from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from creditmate.db.held_file import see_not_held
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError

PLAIN = b"SQLite format 3\x00"
"""How every SQLite file begins that is not encrypted."""
BEGINNING = len(PLAIN)
"""How many bytes of a file tell of which kind it is: the salt has as many."""
PAGE = 4096
"""Bytes that SQLCipher encrypts at once."""


def raw_key(key: DataKey | None) -> str:
    """Return what SQLCipher is told: the key and the salt themselves; nothing without a key."""
    _hush()
    return "" if key is None else f"x'{key.secret.hex()}{key.fingerprint.hex()}'"


def unlock(handle: Any, key: DataKey | None) -> None:  # noqa: ANN401 - untyped driver
    """Tell a connection its key, which must come before anything else that it is told."""
    words = raw_key(key)
    if words:
        handle.execute(f'PRAGMA key = "{words}"')


@cache
def _hush() -> None:
    """Keep SQLCipher from printing what it finds; it does so for all connections at once."""
    with closing(driver.connect(":memory:")) as handle:
        handle.execute("PRAGMA cipher_log_level = NONE")


def beginning(path: Path) -> bytes:
    """Return the bytes that tell of which kind a file is; fewer, if it has not as many.

    Raises:
        UserError: ``LEDGER_UNREADABLE``; ``LEDGER_IN_USE``: this program has it open.
    """
    see_not_held(path)
    try:
        with path.open("rb") as file:
            return file.read(BEGINNING)
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error


def see_fits(path: Path, key: DataKey | None) -> None:
    """See that a file is what it will be opened as, or leave it alone.

    SQLite makes an unencrypted database of an empty file, and opens it with any key: so a ledger
    that was emptied, or a key that was forgotten, would pass unnoticed.

    Raises:
        UserError: ``LEDGER_EMPTY``; ``LEDGER_PROTECTED``: there is no key, and the file is not an
            unencrypted one; ``LEDGER_NOT_PROTECTED``: there is a key, and it is; ``KEY_OTHER``: it
            is encrypted with another key; ``LEDGER_DAMAGED``: with this one, but damaged.
    """
    found = beginning(path)
    if not found:
        raise UserError(Problem.LEDGER_EMPTY, path=path)
    if key is None:
        if found != PLAIN:
            raise UserError(Problem.LEDGER_PROTECTED, path=path)
    elif found == PLAIN:
        raise UserError(Problem.LEDGER_NOT_PROTECTED, path=path)
    elif found != key.fingerprint:
        damaged = _has_pages_of(path, key)
        raise UserError(Problem.LEDGER_DAMAGED if damaged else Problem.KEY_OTHER, path=path)


def see_made(path: Path, key: DataKey | None) -> None:
    """See that a file which was just made is encrypted if it must be (reliability.md, figure 18).

    Raises:
        RuntimeError: It is not what it had to be; it must not be given to anybody.
    """
    if beginning(path) != (PLAIN if key is None else key.fingerprint):
        raise RuntimeError("a ledger was not made as protected as it had to be")


def _has_pages_of(path: Path, key: DataKey) -> bool:
    """Whether any page was encrypted with this key, although the file begins otherwise."""
    with closing(driver.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as handle:
        unlock(handle, key)
        try:
            bad = handle.execute("PRAGMA cipher_integrity_check").fetchall()
        except driver.Error:
            return False
        return len(bad) < path.stat().st_size // PAGE
