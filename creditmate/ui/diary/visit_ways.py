"""What the diary has done about visits by those who know how: it knows of none of their dialogs."""

from datetime import date, time
from typing import Protocol


class Plans(Protocol):
    """Plans visits."""

    def plan(
        self,
        code: str = "",
        name: str = "",
        *,
        day: date | None = None,
        at: time | None = None,
        entry: int | None = None,
    ) -> object:
        """Plan one by their clock; ``entry`` is that of the diary whose place it takes."""

    def plan_at(self, code: str, name: str, day: date, at: time | None) -> None:
        """Plan one at an hour of ours."""


class Routes(Protocol):
    """Shows route sheets."""

    def show_day(self, day: date) -> None:
        """Show the sheet of a day."""
