"""The diary: calls, visits and what falls due, by day and hour; moved about, and put in."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from creditmate.domain.changes import STANDING
from creditmate.domain.diary_span import WEEK
from creditmate.i18n.casing import capital
from creditmate.i18n.diary_days import first_weekday
from creditmate.i18n.diary_words import holiday_words
from creditmate.services.diary import DiaryPage
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.diary.diary_foot import DiaryFoot
from creditmate.ui.diary.diary_head import DiaryHead
from creditmate.ui.diary.diary_state import DiaryState, Show
from creditmate.ui.diary.diary_views import DiaryViews
from creditmate.ui.diary.entries import Entry, entries_of
from creditmate.ui.kit.areas import Area, Areas
from creditmate.ui.kit.loading import Loading
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.diary_ways import diary_deeds

_MINUTE = 60_000


class DiaryScreen(Screen):
    """A week at a time, or a day, a month, or all of the week as a list."""

    shows = STANDING

    def __init__(self, around: Surroundings, _facts: LedgerFacts) -> None:
        super().__init__()
        self._around, self._clock = around, around.program.clock
        self.state = DiaryState(self._clock.today, first_weekday(around.locale))
        self._entries: Mapping[str, Entry] = {}
        self.head, self.views, self.foot = DiaryHead(around), DiaryViews(around), DiaryFoot(around)
        self.loading = Loading(around.theme, around.language, self.views)
        self.deeds = diary_deeds(around, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.views, 1)
        column.addWidget(self.foot)
        failed = around.desk.failed.emit
        self._pages: Latest[DiaryPage] = Latest(around.desk, self._show, failed, self)
        self._minutes = QTimer(self, interval=_MINUTE)
        head, foot = Area(self.head, self.head.shows.begin), self.foot.owner
        self._areas = Areas(self, (head, Area(self.views, self.begin), Area(foot, foot.setFocus)))
        self._connect()

    def _connect(self) -> None:
        head, views = self.head, self.views
        head.stepped.connect(self._step)
        head.now.clicked.connect(self.go_today)
        head.shows.chosen.connect(lambda key: self._show_as(Show(key)))
        head.export.clicked.connect(self._export)
        head.new.clicked.connect(self._new)
        self.foot.owner_chosen.connect(self._on_owner)
        views.day_asked.connect(self._go_by)
        views.entry_asked.connect(self._on_entry_asked)
        views.chosen.connect(self._on_chosen)
        views.opened.connect(self._open)
        views.moved.connect(self._on_moved)
        views.put_asked.connect(self._put)
        views.menu_asked.connect(self._open_menu)
        views.new_asked.connect(self._new)
        self._minutes.timeout.connect(lambda: views.week.show_now(self._now()))
        deeds: dict[str, Callable[[], object]] = {
            "T": self.go_today,
            "N": self._new,
            "M": self._move,
            "Del": self._take_out,
            "A": views.week.fold,
            "PgUp": partial(self._step, -1),
            "PgDown": partial(self._step, 1),
        }
        deeds |= {str(n): partial(self._show_as, show) for n, show in enumerate(Show, 1)}
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, work in deeds.items():
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(work)

    # ------------------------------------------------------------- between places and starts
    def begin(self) -> None:
        """Work begins among the entries."""
        self.views.begin()

    def keep(self) -> Mapping[str, Any]:
        """How the days are shown, and whose."""
        return {"show": self.state.show.value, "owner": self.state.owner}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Show the days as they were shown."""
        show = kept.get("show")
        self.state.show = next((one for one in Show if one.value == show), Show.WEEK)

    # ------------------------------------------------------------- asking and showing
    def reload(self) -> None:
        """Ask again for the days as they are wanted now."""
        day, self.deeds.going_day = self.deeds.going_day, None
        self.state.day = day or self.state.day
        wanted = self.state.wanted(self._around.language)
        self.head.show_state(self.state)
        if self.state.page is None:
            self.loading.wait()
        self._pages.ask(partial(self._around.program.diary.between, wanted))
        self._minutes.start()

    def _show(self, page: DiaryPage) -> None:
        state, around = self.state, self._around
        self.loading.stop()
        state.key, self.deeds.going_to = self.deeds.going_to or state.key, ""
        state.settle(page)
        self._entries = entries_of(page, around.language, around.locale)
        self.foot.show_people(page.people, state.owner)
        self.views.show_page(page, self._entries, state, self._now())
        self._be_there()

    def _be_there(self) -> None:
        state = self.state
        self.views.be_there(state)
        self.head.show_state(state)
        entry = self._entries.get(state.key)
        self.foot.tell(capital(entry.said) if entry else self._celebrated())

    def _celebrated(self) -> str:
        """The holidays of the day one is on."""
        language, locale, page = self._around.language, self._around.locale, self.state.page
        days = (day for day in page.days if day.day == self.state.day) if page else ()
        kept = [holiday for day in days for holiday in day.holidays]
        return ", ".join(holiday_words(holiday, language, locale) for holiday in kept)

    def _now(self) -> datetime | None:
        """Where in the day it is by our clock, if the day acted on is the real one."""
        page = self.state.page
        now = self._clock.now().astimezone(ZoneInfo(page.zone)) if page else None
        return now if now is not None and now.date() == self._clock.today else None

    # ------------------------------------------------------------- going about
    def go_today(self) -> None:
        """Go to today."""
        self._go_to(self._clock.today)

    def _go_to(self, day: date, key: str = "") -> None:
        self.state.go_to(day, key)
        if self.state.is_seen:
            self._be_there()
        else:
            self.reload()

    def _go_by(self, days: int) -> None:
        self.state.go_by(days)
        self._go_to(self.state.day)

    def _step(self, steps: int) -> None:
        self.state.step(steps)
        self.reload()

    def _show_as(self, show: Show) -> None:
        self.state.show = show
        self.reload()

    def _on_entry_asked(self, step: int) -> None:
        key = self.state.neighbour(step)
        if key:
            self._go_to(self.state.day, key)
        elif self.state.show is Show.MONTH:
            self._go_by(WEEK * step)

    def _on_chosen(self, day: date, key: str) -> None:
        self.state.day, self.state.key = day, key
        self._be_there()

    def _on_owner(self, owner: int | None) -> None:
        self.state.owner = owner
        self.reload()

    # ------------------------------------------------------------- doing
    def _open(self, key: str) -> None:
        entry = self._entries.get(key)
        if entry is not None:
            self.deeds.open(entry.item)
        elif self.state.show is Show.MONTH:
            self._show_as(Show.DAY)

    def _open_menu(self, at: QPoint) -> None:
        if self.state.item is not None:
            self.deeds.open_menu(self.state.item, at)

    def _new(self) -> None:
        self._put(self.state.day, None)

    def _put(self, day: date, at: time | None) -> None:
        self.deeds.ask_new(day, at, self.state.owner)

    def _move(self) -> None:
        if self.state.item is not None:
            self.deeds.ask_move(self.state.item)

    def _take_out(self) -> None:
        if self.state.item is not None and self.state.item.movable:
            self.deeds.take_out(self.state.item)

    def _on_moved(self, key: str, day: date, at: time | None) -> None:
        entry = self._entries.get(key)
        if entry is not None:
            self.deeds.move(entry.item, day, at)

    def _export(self) -> None:
        if self.state.page is not None:
            self.deeds.ask_export(self.state.page)
