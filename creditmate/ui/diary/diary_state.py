"""Where one is in the diary; knows no toolkit."""

from datetime import date, timedelta
from enum import StrEnum

from creditmate.domain.diary import DiaryItem
from creditmate.domain.diary_span import Span, days_of, stepped
from creditmate.services.diary import DiaryPage, Wanted


class Show(StrEnum):
    """How the days are shown."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    LIST = "list"

    @property
    def span(self) -> Span:
        """How many days; the list is a week's."""
        return Span.WEEK if self is Show.LIST else Span(self.value)


class DiaryState:
    """The day one is on, the entry if one is on any, and how much is shown.

    Args:
        today: One begins there.
        first_weekday: On which weekday weeks begin.
    """

    def __init__(self, today: date, first_weekday: int) -> None:
        self.day, self.key = today, ""
        self.show = Show.WEEK
        self.owner: int | None = None
        self.page: DiaryPage | None = None
        self._first_weekday = first_weekday

    def wanted(self, language: str) -> Wanted:
        """Return the days to be read."""
        first, last = days_of(self.show.span, self.day, self._first_weekday)
        return Wanted(first, last, self.owner, language)

    @property
    def is_seen(self) -> bool:
        """Whether the day one is on is among those that were read as they are wanted now."""
        page = self.page
        wanted = self.wanted(page.wanted.language) if page else None
        return page is not None and page.wanted == wanted

    def step(self, steps: int) -> None:
        """Go on by what is shown: days, weeks or months; negative goes back."""
        self.go_to(stepped(self.show.span, self.day, steps))

    def go_by(self, days: int) -> None:
        """Go to another day."""
        self.go_to(self.day + timedelta(days=days))

    def go_to(self, day: date, key: str = "") -> None:
        """Go to a day; without an entry's key to its first entry that is not done."""
        self.day, self.key = day, key or self._first_on(day)

    def settle(self, page: DiaryPage) -> None:
        """Take what was read; the entry one was on is looked for where it stands now."""
        self.page = page
        item = page.item(self.key) if self.key else None
        if item is None:
            self.key = self._first_on(self.day)
        else:
            self.day = item.day

    @property
    def item(self) -> DiaryItem | None:
        """The entry one is on."""
        return self.page.item(self.key) if self.page and self.key else None

    def neighbour(self, step: int) -> str:
        """Return the key of the day's next entry (1) or the one before (-1); '' for none."""
        keys = self._keys_on(self.day)
        if self.key not in keys:
            return keys[0] if keys else ""
        at = keys.index(self.key) + step
        return keys[at] if 0 <= at < len(keys) else ""

    def _keys_on(self, day: date) -> list[str]:
        days = self.page.days if self.page else ()
        return [item.key for shown in days if shown.day == day for item in shown.items]

    def _first_on(self, day: date) -> str:
        if self.page is None:
            return ""
        open_ = [
            i.key for shown in self.page.days if shown.day == day for i in shown.items if not i.done
        ]
        return next(iter((*open_, *self._keys_on(day))), "")
