"""Days as the tables have them: ISO text, which sorts and compares as days do."""

from datetime import date
from typing import Any


def as_stored(value: Any) -> Any:  # noqa: ANN401 - a column value of any type
    """Return a value as a column has it: a day as ISO text, all else as it is."""
    return value.isoformat() if isinstance(value, date) else value


def maybe_day(text: str | None) -> date | None:
    """Return the day that was stored; None where none was."""
    return None if text is None else date.fromisoformat(text)
