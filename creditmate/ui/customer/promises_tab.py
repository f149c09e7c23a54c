"""Every promise, theirs and ours, and how it stands in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.money import Money
from creditmate.domain.promises import (
    NOT_KEPT,
    Deed,
    DeedState,
    PromiseState,
    Standing,
    deed_state,
)
from creditmate.i18n.catalogue import words
from creditmate.i18n.conversation_words import deed_state_words, promise_state_words
from creditmate.i18n.formats import day_in_table, money
from creditmate.services.customer_pages import CustomerPage
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.plans.arranged_panel import ArrangedPanel
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_THEIRS = {
    PromiseState.KEPT: Ink.POSITIVE,
    PromiseState.CHECK_BANK: Ink.WARNING,
    **dict.fromkeys(NOT_KEPT, Ink.DANGER),
}
_OURS = {DeedState.DONE: Ink.POSITIVE, DeedState.LATE: Ink.WARNING}


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise of either side, in words."""

    id: int
    ours: bool
    what: str
    made_day: date
    due_day: date
    state: str
    ink: Ink


@dataclass(frozen=True, slots=True)
class PromiseCells:
    """Makes lines and cells, for a language, a locale and a day."""

    language: str
    locale: str
    as_at: date

    def lines(self, standings: Iterable[Standing], deeds: Iterable[Deed]) -> list[PromiseLine]:
        """Return all promises, the one due last first."""
        made = [*map(self._theirs, standings), *map(self._ours, deeds)]
        return sorted(made, key=lambda line: (line.due_day, line.id), reverse=True)

    def _theirs(self, standing: Standing) -> PromiseLine:
        promise, state = standing.promise, standing.state
        amount = money(Money(promise.minor, promise.currency), self.locale, symbol=True)
        said = promise_state_words(state, self.language)
        ink = _THEIRS.get(state, Ink.MUTED)
        return PromiseLine(promise.id, False, amount, promise.made_day, promise.due_day, said, ink)

    def _ours(self, deed: Deed) -> PromiseLine:
        state = deed_state(deed, self.as_at)
        said = deed_state_words(state, self.language)
        ink = _OURS.get(state, Ink.MUTED)
        return PromiseLine(deed.id, True, deed.words, deed.made_day, deed.due_day, said, ink)

    def columns(self) -> tuple[Column[PromiseLine], ...]:
        """Return the columns; the order is the list's own."""
        _ = words(self.language).gettext
        return (
            Column("what", _("Promised"), self._what, 240, sortable=False),
            Column("who", _("By whom"), self._who, 120, sortable=False),
            Column("made", _("Made"), self._made, 136, sortable=False),
            Column("due", _("For"), self._due, 136, sortable=False),
            Column("state", _("State"), self._state, 200, sortable=False),
        )

    def _what(self, line: PromiseLine) -> Cell:
        glyph = Glyph.OUR_PROMISE if line.ours else Glyph.THEIR_PROMISE
        return Cell(line.what, style=Type.BODY_MEDIUM, glyph=glyph)

    def _who(self, line: PromiseLine) -> Cell:
        _ = words(self.language).gettext
        return Cell(_("Ours") if line.ours else _("Theirs"), Ink.MUTED)

    def _made(self, line: PromiseLine) -> Cell:
        return Cell(day_in_table(line.made_day, self.locale, self.as_at), Ink.MUTED)

    def _due(self, line: PromiseLine) -> Cell:
        return Cell(day_in_table(line.due_day, self.locale, self.as_at))

    def _state(self, line: PromiseLine) -> Cell:
        return Cell(line.state, line.ink)


class PromisesTab(QWidget):
    """The table of promises."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._lines: dict[int, PromiseLine] = {}
        columns = self._cells(around.program.clock.today).columns()
        failed = around.desk.failed.emit
        self.model: PagedModel[PromiseLine] = PagedModel(
            columns, self._rows, around.desk, failed, self
        )
        name = words(around.language).gettext("Promises")
        self.table: PagedTable[PromiseLine] = PagedTable(self.model, around.theme, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.s, 0, 0)
        self.arranged = ArrangedPanel(around)
        column.addWidget(self.arranged)
        column.addWidget(self.table, 1)

    def _cells(self, as_at: date) -> PromiseCells:
        return PromiseCells(self._around.language, self._around.locale, as_at)

    def show_page(self, page: CustomerPage) -> None:
        """Show a customer's promises."""
        cells = self._cells(page.brief.as_at)
        lines = cells.lines(page.brief.promised, page.brief.deeds)
        self._lines = {line.id: line for line in lines}
        self.arranged.show_page(page)
        self.table.setVisible(bool(lines) or not (page.plans or page.times))
        self.table.show_list([line.id for line in lines], lines)

    @property
    def start(self) -> QWidget:
        """Where work begins: in the table, where there is no promise in what can be done."""
        if self._lines or not self.arranged.buttons:
            return self.table
        return next(iter(self.arranged.buttons.values()))

    def _rows(self, ids: Sequence[int]) -> list[PromiseLine]:
        lines = self._lines
        return [lines[id_] for id_ in ids if id_ in lines]
