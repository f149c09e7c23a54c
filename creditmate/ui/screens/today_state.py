"""Which line of Today one is on, and which comes next; knows no toolkit."""

from collections.abc import Callable, Sequence

from creditmate.domain.day_plan import Act, Sort, act_of, counts, sort_of
from creditmate.services.worklists import WorkDay, WorkRow


class TodayState:
    """The day, what it is narrowed to, and where in it one is.

    Attributes:
        day: The day as last read; None before.
        sort: The lines that are shown.
        code: The customer whose line one is on; empty if there is none.
    """

    def __init__(self) -> None:
        self.day: WorkDay | None = None
        self.sort = Sort.ALL
        self.code = ""
        self._acted = ""

    @property
    def rows(self) -> list[WorkRow]:
        """The lines that are shown, in order."""
        rows = () if self.day is None else self.day.rows
        return [row for row in rows if self.sort in (Sort.ALL, sort_of(row.line))]

    @property
    def row(self) -> WorkRow | None:
        """The line one is on."""
        return next((row for row in self.rows if row.code == self.code), None)

    @property
    def counts(self) -> dict[Sort, int]:
        """How many lines there are of every sort."""
        return counts(row.line for row in (() if self.day is None else self.day.rows))

    @property
    def is_all_done(self) -> bool:
        """Whether there was something to do, and nothing is left."""
        return self.day is not None and bool(self.day.done) and not self.day.rows

    def acts(self, code: str) -> None:
        """One goes to act on a line; once that has changed it, the next one is to be chosen."""
        self.code = self._acted = code

    def take(self, day: WorkDay) -> None:
        """Go on with the day as it is now.

        Where the line one was on has gone, or was acted on, the one that followed it is chosen;
        behind the last one, the one before.
        """
        before = self.rows
        self.day = day
        after = {row.code: row for row in self.rows}
        acted = next((row for row in before if row.code == self._acted), None)
        if acted is not None and after.get(acted.code) != acted:
            after.pop(acted.code, None)
            self._acted = ""
        if self.code not in after:
            self.code = _neighbour(self.code, before, after.__contains__) or self._first()

    def narrow(self, sort: Sort) -> None:
        """Show these lines only; where one was, if that is among them."""
        self.sort = sort
        if self.row is None:
            self.code = self._first()

    def next_call(self, after: str) -> str:
        """Return whom to call after a customer; empty when nobody is left.

        Only those below: whoever stands above was passed over on purpose.
        """
        rows = self.rows
        place = next((at for at, row in enumerate(rows) if row.code == after), -1)
        below = (row.code for row in rows[place + 1 :] if act_of(row.line) is Act.CALL)
        return next(below, "")

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
