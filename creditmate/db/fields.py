"""Column types that SQLite's STRICT tables accept, and that refuse what does not belong."""

import json
from collections.abc import Iterable
from datetime import date

import peewee

from creditmate.db.days import as_stored, maybe_day


def among(ids: Iterable[int]) -> peewee.SQL:
    """Return ids as what a column may be in: one parameter, however many there are."""
    return peewee.SQL("(SELECT value FROM json_each(?))", (json.dumps(list(ids)),))


class DayField(peewee.Field):
    """A calendar day stored as ``YYYY-MM-DD`` text, which sorts and compares as days do."""

    field_type = "TEXT"

    def db_value(self, value: date | str | None) -> str | None:
        """Return ISO text for storage; text already stored passes through."""
        stored: str | None = as_stored(value)
        return stored

    def python_value(self, value: str | None) -> date | None:
        """Return the day that was stored."""
        return maybe_day(value)
