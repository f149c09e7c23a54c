"""Which line of Today one is on, and which comes next; knows no toolkit."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from creditmate.domain.day_plan import Act, Sort, act_of, counts, sort_of
from creditmate.services.worklists import WorkDay, WorkRow

STEP = 100
"""So many lines are shown at first, and so many more when one comes to their end."""


class TodayState:
    """The day, what it is narrowed to, and where in it one is.

    The day may come piece by piece, the first lines first. Lines that are still to come are as
    they were before, or not known yet.

    Attributes:
        day: The day as far as it is known; None before.
        is_known: Whether all its lines are, be it from before.
        sort: The lines that are shown.
        shows_tomorrow: Whether those that are for tomorrow are shown as well.
        mine: Whether they are only of customers whom whoever is at work looks after.
        owner: The same of a colleague, an id; goes before ``mine``.
        code: The customer whose line one is on; empty if there is none.
    """

    def __init__(self) -> None:
        self.day: WorkDay | None = None
        self.is_known = False
        self.sort = Sort.ALL
        self.shows_tomorrow = False
        self._today: tuple[WorkDay | None, tuple[WorkRow, ...]] = (None, ())
        self.mine = False
        self.owner: int | None = None
        self.code = ""
        self._acted = ""
        self._length = STEP

    # ------------------------------------------------------------- between starts
    def kept(self) -> Mapping[str, Any]:
        """Return what the list is narrowed to, and whose line one is on."""
        return {"sort": self.sort.value, "code": self.code, "mine": self.mine}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Begin where one was; lines that are gone by now are no harm."""
        sort, code = kept.get("sort"), kept.get("code")
        self.sort = next((found for found in Sort if found.value == sort), Sort.ALL)
        self.code = code if isinstance(code, str) else ""
        self.mine = kept.get("mine") is True

    # ------------------------------------------------------------- the lines
    @property
    def rows(self) -> list[WorkRow]:
        """The lines it is narrowed to, in order."""
        return [row for row in self.every if self.sort in (Sort.ALL, sort_of(row.line))]

    @property
    def every(self) -> tuple[WorkRow, ...]:
        """The lines of every sort; those for tomorrow only where they are shown."""
        if self.day is None:
            return ()
        return self.day.rows if self.shows_tomorrow else self._of_today(self.day)

    @property
    def later(self) -> int:
        """How many lines are for tomorrow."""
        return 0 if self.day is None else len(self.day.rows) - len(self._of_today(self.day))

    def _of_today(self, day: WorkDay) -> tuple[WorkRow, ...]:
        """The lines that the day has room for, sorted out once."""
        if self._today[0] is not day:
            later = day.tomorrow
            rows = tuple(row for row in day.rows if row.line.customer not in later)
            self._today = day, rows
        return self._today[1]

    @property
    def shown(self) -> list[WorkRow]:
        """The first of these lines, at least to the one that one is on."""
        rows = self.rows
        place = next((at for at, row in enumerate(rows) if row.code == self.code), -1)
        return rows[: max(self._length, place + 1)]

    @property
    def is_filled(self) -> bool:
        """Whether there are as many lines as are to be shown."""
        return len(self.rows) >= self._length

    @property
    def row(self) -> WorkRow | None:
        """The line one is on."""
        return next((row for row in self.rows if row.code == self.code), None)

    @property
    def counts(self) -> dict[Sort, int]:
        """How many lines there are of every sort."""
        return counts(row.line for row in self.every)

    @property
    def is_empty(self) -> bool:
        """Whether there is no line of the sort, nor will there be one."""
        return self.is_known and not self.rows

    @property
    def is_all_done(self) -> bool:
        """Whether there was something to do, and nothing is left."""
        return self.day is not None and self.is_known and bool(self.day.done) and not self.every

    @property
    def others_wait(self) -> bool:
        """Whether one looks at some lines of the day only, and others have more, or may have."""
        day = self.day
        return day is not None and day.mine and (bool(day.of_others) or not day.is_whole)

    def acts(self, code: str) -> None:
        """One goes to act on a line; once that has changed it, the next one is to be chosen."""
        self.code = self._acted = code

    def take(self, day: WorkDay) -> None:
        """Go on with the day as it is now.

        Where the line one was on has gone, or was acted on, the one that followed it is chosen;
        behind the last one, the one before.
        """
        before = self.rows
        was = self.day
        is_same = was is not None and (was.as_at, was.owner) == (day.as_at, day.owner)
        self.is_known = day.is_whole or (self.is_known and is_same and bool(before))
        self.day = day if was is None else day.over(was)
        after = {row.code: row for row in self.rows}
        acted = next((row for row in before if row.code == self._acted), None)
        if acted is not None and after.get(acted.code) != acted:
            after.pop(acted.code, None)
            self._acted = ""
        if self.code not in after:
            self.code = _neighbour(self.code, before, after.__contains__) or self._first()

    def narrow(self, sort: Sort) -> None:
        """Show these lines only; where one was, if that is among them."""
        self.sort, self._length = sort, STEP
        if self.row is None:
            self.code = self._first()

    def show_tomorrow(self, shows: bool) -> None:
        """Show those that are for tomorrow as well, or no more."""
        self.shows_tomorrow = shows
        if self.row is None:
            self.code = self._first()

    def show_more(self) -> bool:
        """Show further lines; return whether there are any."""
        shown = len(self.shown)
        self._length = shown + STEP
        return len(self.rows) > shown

    def next_call(self, after: str) -> str:
        """Return whom to call after a customer; empty when nobody is left.

        Those below come first; then it goes on from the top, as whoever was rung may have been
        opened elsewhere, and nobody above was passed over. While lines are still to come, those
        above wait for them.
        """
        rows = self.rows
        place = next((at for at, row in enumerate(rows) if row.code == after), -1)
        above = rows[: max(place, 0)] if self.is_known else ()
        near = (*rows[place + 1 :], *above)
        return next((row.code for row in near if act_of(row.line) is Act.CALL), "")

    def _first(self) -> str:
        return self.rows[0].code if self.rows else ""


def _neighbour(code: str, rows: Sequence[WorkRow], is_left: Callable[[str], bool]) -> str:
    """The next line after a customer's that is left, else the nearest before it."""
    codes = [row.code for row in rows]
    if code not in codes:
        return ""
    place = codes.index(code)
    near = (*codes[place + 1 :], *reversed(codes[:place]))
    return next(filter(is_left, near), "")
