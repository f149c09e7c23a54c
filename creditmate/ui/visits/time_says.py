"""When a visit could be on a day, and what is against the hour that was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.diary_room import Free
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_times import TimeWarning, TimeWhy
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_note, hour
from creditmate.i18n.problems import problem_words
from creditmate.i18n.visit_words import time_warning_words
from creditmate.services.program import Program
from creditmate.services.visits import VisitTime
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink

_MOST = 3
"""Warnings that are said: the gravest."""
_DAYS_OFF = frozenset(
    {TimeWhy.OUR_HOLIDAY, TimeWhy.OUR_WEEKEND, TimeWhy.THEIR_HOLIDAY, TimeWhy.THEIR_WEEKEND}
)
"""What is against the whole day; there may be room in the diary all the same."""


@dataclass(frozen=True, slots=True)
class TimeRead:
    """What is free on a day by our clock, and what is against an hour."""

    day: date
    free: Sequence[Free]
    against: Sequence[TimeWarning]


def read_time(program: Program, code: str, when: VisitTime) -> TimeRead:
    """Return what is free and what is against an hour; for the database thread."""
    visits = program.visits
    return TimeRead(when.day, visits.free(code, when), visits.against(code, when))


class TimeSays(QWidget):
    """Nothing of it stops anybody."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._ = around, words(around.language).gettext
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        failed = around.desk.failed.emit
        self._times: Latest[TimeRead] = Latest(around.desk, self._show, failed, self)
        self.lines: list[str] = []

    def ask(self, read: Callable[[], TimeRead]) -> None:
        """Say what is true of another hour."""
        self._times.ask(read)

    def say_nothing(self) -> None:
        """No hour is typed."""
        self._times.forget()
        self._fill([])

    def _show(self, read: TimeRead) -> None:
        found: list[tuple[Glyph, Ink, str]] = []
        today = self._around.program.clock.today
        if read.day < today:
            self._fill([(Glyph.ALERT, Ink.WARNING, self._passed(read.day, today))])
            return
        if read.free:
            text = self._("Free on {day} by our clock: {hours}")
            hours = ", ".join(self._span(free) for free in read.free)
            day = day_in_note(read.day, self._around.locale, today)
            found.append((Glyph.CHECK, Ink.POSITIVE, text.format(day=day, hours=hours)))
        elif not _DAYS_OFF.intersection(warning.why for warning in read.against):
            found.append((Glyph.ALERT, Ink.WARNING, self._("No room in the diary on that day")))
        for warning in read.against[:_MOST]:
            found.append((Glyph.ALERT, Ink.WARNING, self._against(warning)))
        self._fill(found)

    def _passed(self, day: date, today: date) -> str:
        """The same words as planning it would be refused with; what is free then helps nobody."""
        refused = visit_refused(VisitWhy.DAY_PAST, day=day, today=today)
        return problem_words(refused, self._around.language, self._around.locale)

    def _against(self, warning: TimeWarning) -> str:
        today = self._around.program.clock.today
        return time_warning_words(warning, self._around.language, self._around.locale, today)

    def _span(self, free: Free) -> str:
        first, last = _at(free.first, self._around.locale), _at(free.last, self._around.locale)
        return self._("{first} to {last}").format(first=first, last=last)

    def _fill(self, found: Sequence[tuple[Glyph, Ink, str]]) -> None:
        empty(self._column)
        self.lines = [said for _glyph, _ink, said in found]
        for glyph, ink, said in found:
            line = MessageLine(self._around.theme)
            line.say(glyph, ink, said, "")
            self._column.addWidget(line)
        self.setAccessibleName("; ".join(self.lines))


def _at(at: time, locale: str) -> str:
    return hour(datetime.combine(date.min, at), locale)
