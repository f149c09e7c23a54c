"""Today: whom to turn to, about what, in which way and in which order; the brief beside it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from creditmate.domain.changes import STANDING
from creditmate.domain.day_plan import Act, Sort, act_of
from creditmate.domain.day_result import DayResult
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.customers import Brief
from creditmate.services.ledgers import LedgerFacts
from creditmate.services.worklists import WorkDay, WorkRow
from creditmate.ui.kit.areas import Area, Areas
from creditmate.ui.kit.clipboard import put_table
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Latest
from creditmate.ui.screens.today_acts import (
    ADD_KEY,
    HALF_KEY,
    PRINT_KEY,
    PUT_OFF_KEY,
    WITH_MEMBER,
    LineMenu,
    wish_for,
)
from creditmate.ui.screens.today_dialogs import TodayDialogs
from creditmate.ui.screens.today_lines import TodayLines
from creditmate.ui.screens.today_list import ALL, MINE, TodayList
from creditmate.ui.screens.today_reading import TodayReading
from creditmate.ui.screens.today_side import TodaySide
from creditmate.ui.screens.today_state import TodayState
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES
from creditmate.ui.wishes import BringIn, NextLine, OpenCustomer, OpenPlace, PostCash, StartCall

_READ_ON = 100
"""Milliseconds after a brief in which it is laid out and painted, before the day is read on."""


class TodayScreen(Screen):
    """The list, narrowed by chips, and what to know about the line one is on."""

    shows = STANDING

    def __init__(self, around: Surroundings, _facts: LedgerFacts) -> None:
        super().__init__()
        self._around, self._clock = around, around.program.clock
        self._lines = TodayLines(around.language, around.locale, self._clock.today)
        self._after: str | None = None
        self._briefed: WorkRow | None = None
        self._half: frozenset[str] = frozenset()  # whose lines say that a call is half written
        self._rung: dict[str, str] = {}  # a branch that was called, and whose line that was
        self.state = TodayState()
        self.left = TodayList(around)
        self.side = TodaySide(around)
        self.panel = self.side.line
        self.reading = TodayReading(
            around, self.state, self._show, lambda: bool(self._briefs.waiting), self
        )
        self.menu = LineMenu(around, self)
        self.dialogs = TodayDialogs(around, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left, 1)
        row.addWidget(self.side)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._areas = Areas(self, (Area(self.left, self.begin), Area(self.panel, self._to_panel)))
        self._connect()
        failed = around.desk.failed.emit
        self._briefs: Latest[Brief] = Latest(around.desk, self._show_brief, self._no_brief, self)
        self._results: Latest[DayResult] = Latest(around.desk, self._show_result, failed, self)

    def _connect(self) -> None:
        left, panel, print_ = self.left, self.panel, partial(self.dialogs.print, self.state)
        left.cash.clicked.connect(lambda: self.wanted.emit(PostCash()))
        left.foot.reviews.chosen.connect(lambda code: self.wanted.emit(OpenCustomer(code)))
        left.foot.tomorrow_asked.connect(self._show_tomorrow)
        left.head.print_asked.connect(print_)
        left.head.add_asked.connect(self.dialogs.add)
        left.foot.left_out_asked.connect(lambda: self.dialogs.left_out(self.state.day))
        left.foot.done_asked.connect(lambda: self.dialogs.done(self._whose))
        left.foot.invoices_asked.connect(lambda: self.wanted.emit(OpenPlace("invoices")))
        left.foot.credits_asked.connect(lambda: self.wanted.emit(OpenPlace("agreements")))
        left.foot.half.chosen.connect(self.wanted)
        left.foot.half.known.connect(self._note_half)
        left.foot.order_asked.connect(lambda: self.wanted.emit(OpenPlace("customers")))
        self.dialogs.opened.connect(lambda code: self.wanted.emit(OpenCustomer(code)))
        self.dialogs.changed.connect(self.changed)
        self.dialogs.told.connect(self.told)
        self.dialogs.told_undo.connect(self.told_undo)
        left.narrowed.connect(self._narrow)
        left.whose_chosen.connect(self._choose_whose)
        left.none_acted.connect(self._on_none)
        left.list.chosen.connect(self._on_line)
        left.list.acted.connect(self._act)
        left.list.copy_asked.connect(self._copy)
        left.list.off_asked.connect(lambda code: self.dialogs.put_off(self._row(code)))
        left.list.menu_asked.connect(self._open_menu)
        left.list.end_reached.connect(self._show_more)
        panel.act.clicked.connect(lambda: self._act(self.state.code))
        panel.more.clicked.connect(lambda: self._open_menu(panel.menu_corner()))
        panel.brief.look_asked.connect(lambda code: self._act(code, Act.LOOK))
        panel.opened.connect(lambda code: self._act(code, Act.ACCOUNT))
        self.menu.acted.connect(self._act)
        self.menu.copy_asked.connect(self._copy)
        self.menu.put_off_asked.connect(self._put_off)
        self.menu.step_asked.connect(lambda: self.dialogs.at_step(self.state.row))
        self.menu.print_asked.connect(print_)
        self._soon.timeout.connect(self._call_next)
        self.reading.outdated.connect(self.reload)
        self._key("C", lambda: self._act(self.state.code, Act.CALL))
        self._key("O", lambda: self._act(self.state.code, Act.ACCOUNT))
        self._key(HALF_KEY, self.left.foot.half.open)
        self._key("M", self._turn_mine)
        self._key(PUT_OFF_KEY, self._put_off)
        self._key(ADD_KEY, self.dialogs.add)
        self._key(PRINT_KEY, print_)
        for place, sort in enumerate(Sort, 1):
            self._key(str(place), partial(self._narrow, sort))

    def _key(self, keys: str, work: Callable[[], None]) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=context).activated.connect(work)

    # ------------------------------------------------------------- between places and starts
    def begin(self) -> None:
        """Work begins in the list."""
        self.left.begin()

    def _to_panel(self) -> None:
        self.panel.act.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, wish: object) -> None:
        """Go on with the next call, once this screen is shown and its lines are known."""
        if isinstance(wish, NextLine):
            self._after = wish.after_code
            if self.state.day is not None:
                self._soon.start()

    def keep(self) -> Mapping[str, Any]:
        """What the list was narrowed to, and whose line one was on."""
        return self.state.kept()

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Begin where one was; lines that are gone by now are no harm."""
        self.state.restore(kept)

    # ------------------------------------------------------------- asking and showing
    def reload(self) -> None:
        """Ask again for the day as it is now."""
        today = self._clock.today
        self._lines = TodayLines(self._around.language, self._around.locale, today)
        self.left.list.wait()
        self.reading.begin()

    def _show(self, day: WorkDay, *, is_first: bool = False) -> None:
        """Show the day as far as it was read; it is read on then."""
        if is_first or day.is_whole or not self.state.is_filled:
            self._take(day, is_first=is_first)
        if day.is_whole:  # the lines come first
            self.left.cash.ask(day.as_at)
            self.left.foot.reviews.ask(day.as_at)
            self.left.foot.ask(day.as_at)
            self.left.foot.half.ask()
            self.reading.learn_holidays(day.as_at)

    def _take(self, day: WorkDay, *, is_first: bool) -> None:
        state = self.state
        shown = state.shown
        state.take(day)
        self.left.show_day(day.as_at, state)
        count = state.counts[Sort.ALL] if state.is_known else 0
        self.counted.emit(number(count, self._around.locale) if count else "")
        if is_first:
            self._briefed = None
        if is_first or state.is_empty or state.shown != shown:
            self._show_rows()
        if self._after is not None:
            self._soon.start()

    def _show_rows(self) -> None:
        self.left.show_rows(self.state, self._lines)
        if self._briefed is None or self._briefed != self.state.row:
            self._ask_brief()
        if self.state.is_all_done:
            self._results.ask(partial(self._around.program.worklists.result, self._lines.as_at))

    def _show_result(self, result: DayResult) -> None:
        if self.state.is_all_done and self.state.day is not None:
            self.side.show_result(self.state.day, result)

    def _ask_brief(self) -> None:
        row = self._briefed = self.state.row
        self.side.announce(row)
        if row is not None:
            brief = self._around.program.customers.brief
            self._briefs.ask(partial(brief, row.code, self._lines.as_at))

    def _show_brief(self, brief: Brief) -> None:
        self.panel.show_brief(brief)
        QTimer.singleShot(_READ_ON, self, self.reading.go_on)

    def _no_brief(self, error: Exception) -> None:
        self._around.desk.failed.emit(error)
        self.reading.go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """A call may have been left half written elsewhere, which changes nothing else here."""
        super().showEvent(event)
        if self.state.is_known:
            self.left.foot.half.ask()

    def _note_half(self) -> None:
        """Mark the lines anew, unless they are marked as they should be."""
        if self.left.foot.half.codes != self._half:
            self._half = self.left.foot.half.codes
            self.left.show_rows(self.state, self._lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a narrower panel that says less."""
        super().resizeEvent(event)
        self.side.become_small(is_small=self.window().width() < SIZES.rail_below)

    # ------------------------------------------------------------- what the user does
    def _on_line(self, code: str) -> None:
        self.state.code = code
        self._ask_brief()

    def _show_more(self) -> None:
        if self.state.show_more():
            self.left.show_rows(self.state, self._lines)

    def _narrow(self, sort: Sort) -> None:
        self.state.narrow(sort)
        self._show_rows()

    def _show_tomorrow(self, shows: bool) -> None:
        if self.state.day is not None:
            self.state.show_tomorrow(shows)
            self.left.show_day(self.state.day.as_at, self.state)
            self._show_rows()

    @property
    def _whose(self) -> int | None:
        """Whose lines are shown, an id; None for everybody's."""
        return None if self.state.day is None else self.state.day.owner

    def _put_off(self) -> None:
        self.dialogs.put_off(self.state.row)

    def _turn_mine(self) -> None:
        day = self.state.day
        if day is not None and day.shared:
            self._choose_whose(ALL if day.mine else MINE)
        elif day is not None:
            _ = words(self._around.language).gettext
            self.told.emit(_("Say first who is at work, at the foot of the window"))

    def _choose_whose(self, whose: object) -> None:
        self.state.mine = whose == MINE
        self.state.owner = whose if isinstance(whose, int) else None
        self.reload()

    def _row(self, code: str) -> WorkRow | None:
        return next((row for row in self.state.rows if row.code == code), None)

    def _act(self, code: str, act: Act | None = None) -> None:
        """Go where acting on a line leads; the line's own way if none is named."""
        row = self._row(code)
        if row is not None:
            self.state.acts(code)
            with_them = act is Act.CALL or (act is None and act_of(row.line) in WITH_MEMBER)
            act, asked = act or act_of(row.line), row.to_call if with_them else code
            self._rung[asked] = code
            self.wanted.emit(wish_for(act, asked))

    def _call_next(self) -> None:
        """Go on with the next call of those that are shown."""
        after = self._rung.get(self._after or "", self._after or "")
        code = self.state.next_call(after)
        if not code and not self.state.is_known:
            return  # it may be among the lines that are still to come
        self._after = None
        self.state.acts(code or after)
        self.left.list.go_to(self.state.code)
        if code:
            self._ask_brief()
            row = self._row(code)
            asked = code if row is None else row.to_call
            self._rung[asked] = code
            self.wanted.emit(StartCall(asked, chained=True))
        else:
            self.told_besides.emit(words(self._around.language).gettext("No more calls today"))

    def _on_none(self) -> None:
        day = self.state.day
        if self.state.every:
            self._narrow(Sort.ALL)
        elif self.state.later:
            self._show_tomorrow(True)
        elif self.state.others_wait:
            self._choose_whose(ALL)
        else:
            known = day is not None and day.has_customers
            self.wanted.emit(OpenPlace("customers") if known else BringIn())

    def _open_menu(self, at: QPoint) -> None:
        row = self.state.row
        if row is not None:
            self.menu.open(row, at)

    def _copy(self) -> None:
        rows = self.state.rows
        put_table(self._lines.table(rows))
        self.told.emit(self._lines.copied(len(rows)))
