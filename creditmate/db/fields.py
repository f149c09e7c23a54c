"""Column types that SQLite's STRICT tables accept, and that refuse what does not belong."""

from datetime import date

import peewee


class DayField(peewee.Field):
    """A calendar day stored as ``YYYY-MM-DD`` text, which sorts and compares as days do."""

    field_type = "TEXT"

    def db_value(self, value: date | str | None) -> str | None:
        """Return ISO text for storage; text already stored passes through."""
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: str | None) -> date | None:
        """Return the day that was stored."""
        return None if value is None else date.fromisoformat(value)
