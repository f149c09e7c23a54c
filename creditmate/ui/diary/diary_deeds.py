"""What is done in the diary: opening, putting in, moving, taking out, each with a way back."""

from datetime import date, time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from creditmate.domain.diary import TURNED_TO, DiaryItem, DiaryKind, Source
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.diary_words import (
    against_words,
    calendar_words,
    clock_words,
    kind_words,
    there_words,
)
from creditmate.i18n.formats import day_in_table, number
from creditmate.i18n.problems import problem_words
from creditmate.services.diary import DiaryPage, Put
from creditmate.system.folders import Purpose
from creditmate.ui.diary.entry_dialog import EntryDialog, MoveDialog
from creditmate.ui.diary.visit_ways import Plans, Routes
from creditmate.ui.file_dialogs import ask_new_file
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Latest, Writes
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import OpenCustomer, OpenVisit, StartCall

_CALENDAR_FILES = "(*.ics)"


class DiaryDeeds:
    """Does things with entries and tells what came of it.

    Args:
        around: Of the window.
        screen: Tells, wishes, and says what was written.
        planning: Plans visits.
        routes: Shows the route sheet of a day.
    """

    def __init__(
        self, around: Surroundings, screen: Screen, planning: Plans, routes: Routes
    ) -> None:
        self._around, self._screen = around, screen
        self._words = words(around.language)
        self._writes = Writes(around.desk, self._on_failed, screen)
        self._saves: Latest[int] = Latest(around.desk, self._on_saved, self._on_failed, screen)
        self._saved_as = Path()
        self._planning, self._routes = planning, routes
        self.going_to = ""
        """The key of what was just put somewhere: one is on it once it is read."""
        self.going_day: date | None = None
        """The day to which it was taken, if one goes there with it."""

    # ------------------------------------------------------------- opening
    def open(self, item: DiaryItem) -> None:
        """Open an entry ready to act: the visit, the call, or the customer."""
        calls = item.kind in TURNED_TO and item.kind is not DiaryKind.VISIT
        chased = item.kind is DiaryKind.PROMISE_DUE and item.late
        if item.visit:
            self._screen.wanted.emit(OpenVisit(str(item.visit)))
        elif not item.resting and (calls or chased):
            self._screen.wanted.emit(StartCall(item.code))
        else:
            self._screen.wanted.emit(OpenCustomer(item.code))

    def open_menu(self, item: DiaryItem, at: QPoint) -> None:
        """Offer what can be done with an entry."""
        _, theme = self._words.gettext, self._around.theme
        menu = QMenu(self._screen)
        call = menu.addAction(theme.icon(Glyph.CALL), _("Call"))
        call.triggered.connect(lambda: self._screen.wanted.emit(StartCall(item.code)))
        look = menu.addAction(theme.icon(Glyph.CUSTOMERS), _("Open the customer"))
        look.triggered.connect(lambda: self._screen.wanted.emit(OpenCustomer(item.code)))
        if item.visit:
            visit = menu.addAction(theme.icon(Glyph.VISIT), _("Open the visit"))
            visit.triggered.connect(lambda: self.open(item))
            if item.at is not None:
                route = menu.addAction(
                    theme.icon(Glyph.TRAVEL), _("Print the route sheet of the day…")
                )
                route.triggered.connect(lambda: self._routes.show_day(item.set_day))
        elif item.kind is DiaryKind.VISIT and item.movable:
            visit = menu.addAction(theme.icon(Glyph.VISIT), _("Plan a visit…"))
            visit.triggered.connect(lambda: self.plan_visit(item))
        menu.addSeparator()
        move = menu.addAction(theme.icon(Glyph.DIARY), _("Move…"))
        move.setEnabled(item.movable)
        move.triggered.connect(lambda: self.ask_move(item))
        out = menu.addAction(theme.icon(Glyph.CLOSE), _("Take out"))
        out.setEnabled(item.removable)
        out.triggered.connect(lambda: self.take_out(item))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def plan_visit(self, item: DiaryItem) -> None:
        """Plan the visit that so far is only noted; it takes the place of the note."""
        day, at = max(item.set_day, self._around.program.clock.today), item.set_at
        self._planning.plan(item.code, item.name, day=day, at=at, entry=item.id)

    # ------------------------------------------------------------- writing
    def ask_new(self, day: date, at: time | None, owner: int | None) -> None:
        """Ask what is to be put in."""
        day = max(day, self._around.program.clock.today)
        plan_visit = self._planning.plan_at
        EntryDialog(self._around, self._screen, (day, at), self._on_put, plan_visit, owner)

    def ask_move(self, item: DiaryItem) -> None:
        """Ask where an entry is to stand."""
        if item.movable:
            MoveDialog(self._around, self._screen, item, self._on_put)
        else:
            self._say_why_not(item)

    def move(self, item: DiaryItem, day: date, at: time | None) -> None:
        """Put an entry elsewhere at once, and go with it."""
        if not item.movable:
            self._say_why_not(item)
            return
        diary = self._around.program.diary
        seen = item.id, item.version
        self._writes.do(partial(diary.move, *seen, day, at), self._on_along, seen)

    def _on_along(self, put: Put) -> None:
        self.going_day = None if put.now is None else put.now.day
        self._on_put(put)

    def take_out(self, item: DiaryItem) -> None:
        """Take an entry out."""
        diary = self._around.program.diary
        seen = item.id, item.version
        self._writes.do(partial(diary.take_out, *seen), self._on_put, seen)

    def _say_why_not(self, item: DiaryItem) -> None:
        _ = self._words.gettext
        if item.done:
            said = _("This is done: it stays where it is.")
        elif item.source is Source.DISPUTE:
            said = _("The day of an answer is set with the query itself.")
        elif item.source is Source.NOTED:
            said = _("This day is set with what was noted.")
        else:
            said = _("A day that was promised stays where it is; what we planned ourselves moves.")
        self._screen.told.emit(said)

    def _on_put(self, put: Put) -> None:
        self.going_to = "" if put.now is None else put.now.key
        undo = partial(self._around.program.diary.put_back, put)
        self._screen.changed.emit(put.touched)
        self._screen.told_undo.emit(self._told(put), undo)

    def _told(self, put: Put) -> str:
        _, language, locale = self._words.gettext, self._around.language, self._around.locale
        item = put.now
        if item is None:
            name = put.before.name if put.before else ""
            return _("Taken out: {name}").format(name=name)
        today = self._around.program.clock.today
        parts = [day_in_table(item.day, locale, today)]
        parts += [clock_words(item.at, locale)] if item.at else []
        there = there_words(item, language, locale)
        parts += [f"({there})"] if there else []
        text = _("Put in: {name}, {when}") if put.before is None else _("Moved: {name}, {when}")
        said = text.format(name=item.name, when=" ".join(parts))
        if item.against is None:
            return said
        against = against_words(item.against, item.set_day, language, locale)
        return _("{said}. Mind: {against}").format(said=said, against=against)

    # ------------------------------------------------------------- export
    def ask_export(self, page: DiaryPage) -> None:
        """Ask where the days that are shown are saved as a calendar."""
        _ = self._words.gettext
        kind = _("Calendars") + " " + _CALENDAR_FILES
        name = _("Diary") + f" {page.wanted.first.isoformat()}.ics"
        title = _("Save these days for another calendar")
        then = partial(self.export, page)
        ask_new_file(self._screen, title, Purpose.CALENDARS, kind, name, then)

    def export(self, page: DiaryPage, path: Path) -> None:
        """Write a calendar file."""
        # it loads the library of calendars
        from creditmate.services.diary_export import EventWords, save_calendar  # noqa: PLC0415

        language, locale = self._around.language, self._around.locale

        def say(item: DiaryItem) -> EventWords:
            there = there_words(item, language, locale)
            title = calendar_words(item, language, locale)
            return EventWords(title, there, kind_words(item.kind, language))

        name, moment = self._words.gettext("Diary"), self._around.program.clock.now()
        self._saved_as = path
        self._saves.ask(partial(save_calendar, path, page, name, say, moment))

    def _on_saved(self, count: int) -> None:
        text = self._words.ngettext(
            "{count} entry is in {path}", "{count} entries are in {path}", count
        )
        shown = number(count, self._around.locale)
        self._screen.told.emit(text.format(count=shown, path=self._saved_as.name))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            said = problem_words(error, self._around.language, self._around.locale)
            self._screen.told.emit(said)
            self._screen.reload()
        else:
            self._around.desk.failed.emit(error)
