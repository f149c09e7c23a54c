"""How much a check has looked at, told of a damaged ledger as well."""

from contextlib import suppress
from typing import NamedTuple

import peewee
from sqlcipher3 import dbapi2 as driver

from creditmate.db.connection import execute
from creditmate.db.digest import GENESIS


class Extent(NamedTuple):
    """Actions, entries and papers of the open ledger, and the hash of the latest action.

    A number is None, and the hash empty, where damage lets nobody read it.
    """

    actions: int | None
    entries: int | None
    papers: int | None
    head: str


def extent() -> Extent:
    """Count, each by itself, so that damage at one place leaves the others told."""
    return Extent(_count("action"), _count("entry"), _count("paper"), _head())


def _count(table: str) -> int | None:
    with suppress(peewee.DatabaseError, driver.Error):
        return int(execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - own names
    return None


def _head() -> str:
    with suppress(peewee.DatabaseError, driver.Error):
        row = execute("SELECT hash FROM action ORDER BY id DESC LIMIT 1").fetchone()
        return str(row[0]) if row else GENESIS
    return ""
