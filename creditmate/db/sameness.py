"""Which ledger a file is of, told without a key, without a lock and without writing anything."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from creditmate.db import cipher
from creditmate.db.business import ledger_uid
from creditmate.db.connection import current_key
from creditmate.domain.errors import UserError

Identity = bytes | str
"""How a protected file begins, which is drawn from its key and shared by no two ledgers; or what an
unprotected ledger calls itself."""


def identity_of(path: Path) -> Identity | None:
    """Return which ledger a file is of, if it can be told; not for the one that is open here."""
    try:
        found = cipher.beginning(path)
    except UserError:
        return None
    return _own_name(path) if found == cipher.PLAIN else found or None


def identity_of_open() -> Identity:
    """Return the same of the ledger that is open."""
    key = current_key()
    return ledger_uid() if key is None else key.fingerprint


def _own_name(path: Path) -> str | None:
    """Ask an unprotected file as it stands: ``immutable`` touches neither journal nor lock."""
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(driver.connect(uri, uri=True)) as handle:
            row = handle.execute("SELECT ledger_uid FROM business").fetchone()
    except (driver.Error, UnicodeDecodeError):
        return None
    return None if row is None else str(row[0])
