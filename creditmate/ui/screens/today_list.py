"""The lines of Today under their head and chips, or why there are none."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.day_plan import Sort
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.i18n.work_words import sort_words
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyState
from creditmate.ui.kit.feet import MessageRoom
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.work_list import WorkList
from creditmate.ui.screens.today_cash import CashMark
from creditmate.ui.screens.today_foot import TodayFoot
from creditmate.ui.screens.today_head import TodayHead
from creditmate.ui.screens.today_lines import TodayLines
from creditmate.ui.screens.today_state import TodayState
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

if TYPE_CHECKING:
    from creditmate.services.worklists import WorkDay
    from creditmate.ui.kit.inputs import Choice

ALL, MINE = "all", "mine"
"""Whose lines may be chosen, besides those of a colleague, by id."""


class TodayList(QWidget):
    """Head, chips and lines.

    Attributes:
        list: The lines.
        cash: That cash is posted too little far.
        foot: What is for tomorrow, who is left out, and what to put in order.
        none: What stands in their place when there are none; None while there are.
        whose: Everybody's lines, one's own or a colleague's; None while there is no difference.
    """

    narrowed = Signal(Sort)
    """The sort of lines that is wanted."""
    whose_chosen = Signal(object)
    """``ALL``, ``MINE``, or the id of a colleague."""
    none_acted = Signal()
    """The one thing to do when there are no lines."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._locale = around, around.locale
        self.whose: Choice | None = None
        language, _ = around.language, words(around.language).gettext
        self.head = TodayHead(around.theme, language, around.locale)
        self.head.say_day(around.program.clock.today)
        self.cash = CashMark(around)
        self.head.mark(self.cash)
        self.foot = TodayFoot(around)
        chips = [ChipText(sort.value, sort_words(sort, language)) for sort in Sort]
        self.chips = ChipRow(around.theme, language, _("Which lines"), chips)
        self.chips.chosen.connect(lambda key: self.narrowed.emit(Sort(key)))
        self.list = WorkList(around.theme, _("What to do today"))
        self.list.show_coming()  # as was painted while the ledger was being opened
        self.area = ListArea(around.theme, self.list)
        self.area.acted.connect(self.none_acted)
        self._strip = QWidget()
        strip = self._row = QHBoxLayout(self._strip)
        keep_clear(strip, SPACE.xl, 0, SPACE.l, SPACE.s)
        strip.addWidget(self.chips)
        self._strip.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self._strip, self.area, MessageRoom(), self.foot):
            column.addWidget(part)

    @property
    def none(self) -> EmptyState | None:
        """What is said in the list's place; None while the list is shown."""
        return self.area.none

    def begin(self) -> None:
        """Put the focus into the list, or on the one thing to do when there are no lines."""
        if self.area.entry is not None:
            self.area.entry.setFocus()

    def show_day(self, as_at: date, state: TodayState) -> None:
        """Say how far the day is, and how many lines there are of every sort, once all are known.

        Args:
            as_at: The day.
            state: What is known of it.
        """
        self.head.show_day(as_at, state.day if state.is_known else None, len(state.every))
        self.foot.show_state(state)
        counts = state.counts
        said = [number(counts[sort], self._locale) if state.is_known else "" for sort in Sort]
        self.chips.recount(said)
        if state.day is not None:
            self._offer_whose(state.day, MINE if state.owner is None else state.owner)
        self._strip.setVisible(bool(counts[Sort.ALL]))

    def _offer_whose(self, day: "WorkDay", whose: object) -> None:
        """Offer to see one's own lines only, or a colleague's, where others work here too."""
        if self.whose is None and day.shared:
            self.whose = self._choice()
            self._row.addWidget(self.whose)
        if self.whose is None:
            return
        self.whose.setVisible(day.shared)
        if [self.whose.itemData(at) for at in range(2, self.whose.count())] != [
            one.id for one in day.people
        ]:
            while self.whose.count() > 2:
                self.whose.removeItem(self.whose.count() - 1)
            for one in day.people:
                self.whose.addItem(one.name, one.id)
        self.whose.setCurrentIndex(max(self.whose.findData(whose if day.mine else ALL), 0))

    def _choice(self) -> "Choice":
        from creditmate.ui.kit.inputs import Choice  # noqa: PLC0415 - see docs/decisions/0006

        _ = words(self._around.language).gettext
        made = Choice(self._around.theme, _("Whose customers"))
        made.addItem(_("Everybody's"), ALL)
        made.addItem(_("Mine or nobody’s"), MINE)
        made.activated.connect(lambda: self.whose_chosen.emit(made.currentData()))
        return made

    def show_rows(self, state: TodayState, lines: TodayLines) -> None:
        """Show the lines that the list is narrowed to."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and self.area.isAncestorOf(focus)
        self.chips.choose(state.sort)
        if state.rows or state.is_empty or self.list.key:
            self.list.show_rows(lines.rows(state.shown, self.foot.half.codes), state.code)
        if state.day is not None and state.is_empty:
            self._show_none(state, lines)
        else:
            self.area.show_list()
        if not state.rows and not state.is_empty:
            self.list.wait()
        if had_focus:
            self.begin()

    def _show_none(self, state: TodayState, lines: TodayLines) -> None:
        known = state.day is not None and state.day.has_customers
        picture = Picture.ALL_DONE if known else Picture.NOTHING_YET
        picture = Picture.NO_MATCH if state.every else picture
        self.area.show_none(picture, lines.none(state))
