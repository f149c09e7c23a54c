"""The ways in which days are shown, one at a time, and what is shown where there is nothing."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_with_weekday
from creditmate.services.diary import DiaryPage
from creditmate.ui.diary.day_list import list_rows
from creditmate.ui.diary.days_view import DaysView
from creditmate.ui.diary.diary_state import DiaryState, Show
from creditmate.ui.diary.entries import Entry
from creditmate.ui.diary.month_view import MonthView
from creditmate.ui.diary.week_view import WeekView
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyState, EmptyWords
from creditmate.ui.kit.work_list import WorkList
from creditmate.ui.surroundings import Surroundings


class DiaryViews(QStackedWidget):
    """Week and day, month, list; a free week says that it is one."""

    day_asked = Signal(int)
    entry_asked = Signal(int)
    chosen = Signal(object, str)
    opened = Signal(str)
    moved = Signal(str, object, object)
    put_asked = Signal(object, object)
    menu_asked = Signal(QPoint)
    new_asked = Signal()
    """Something is to be put into a week in which there is nothing."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        language, locale, theme = around.language, around.locale, around.theme
        self._around, _ = around, words(language).gettext
        self._entries: Mapping[str, Entry] = {}
        self.week = WeekView(theme, _("Days by the hour"), language, locale)
        self.month = MonthView(theme, _("The month"), language, locale)
        self.list = WorkList(theme, _("The week as a list"))
        free = EmptyWords(
            _("A free week."),
            _("What is agreed in a call, and every day that was promised, stands here by itself."),
            _("New entry"),
        )
        self.none = EmptyState(theme, Picture.ALL_DONE, free)
        for view in (self.week, self.month, self.list, self.none):
            self.addWidget(view)
        for days in self._painted:
            days.day_asked.connect(self.day_asked)
            days.entry_asked.connect(self.entry_asked)
            days.chosen.connect(self.chosen)
            days.opened.connect(self.opened)
            days.moved.connect(self.moved)
            days.put_asked.connect(self.put_asked)
            days.menu_asked.connect(self.menu_asked)
        self.list.chosen.connect(self._on_listed)
        self.list.acted.connect(self.opened)
        self.list.menu_asked.connect(self.menu_asked)
        self.none.acted.connect(self.new_asked)

    @property
    def _painted(self) -> tuple[DaysView, ...]:
        return (self.week, self.month)

    def begin(self) -> None:
        """Work begins among the entries, or on what can be done about a free week."""
        shown = self.currentWidget() or self.week
        entry = self.none.action if shown is self.none else shown
        entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_page(
        self,
        page: DiaryPage,
        entries: Mapping[str, Entry],
        state: DiaryState,
        now: datetime | None,
    ) -> None:
        """Show other days, where one is on them."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._entries = entries
        language, locale = self._around.language, self._around.locale
        all_day = words(language).gettext("all day")
        self.list.show_rows(list_rows(page, entries, all_day, language, locale), state.key)
        for view in self._painted:
            view.show_page(page, entries, now)
        self.setCurrentWidget(self._view_of(page, state.show))
        if had_focus:
            self.begin()

    def be_there(self, state: DiaryState) -> None:
        """Be on the day and the entry one is on."""
        said = day_with_weekday(state.day, self._around.locale)
        for view in self._painted:
            view.go_to(state.day, state.key, said)
        self.list.go_to(state.key)

    def _view_of(self, page: DiaryPage, show: Show) -> "DaysView | WorkList | EmptyState":
        if show is Show.MONTH:
            return self.month
        if show is Show.LIST:
            return self.list if self.list.rows else self.none
        has_any = page.items or any(day.holidays for day in page.days)
        return self.week if has_any or show is Show.DAY else self.none

    def _on_listed(self, key: str) -> None:
        entry = self._entries.get(key)
        if entry is not None:
            self.chosen.emit(entry.item.day, key)
