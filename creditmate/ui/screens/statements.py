"""Statements: who gets one as at a day, what each says, and printing or saving all of them."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt

from creditmate.domain.changes import Touched
from creditmate.domain.statement_choice import StatementBook
from creditmate.i18n.catalogue import words
from creditmate.services.ledgers import LedgerFacts
from creditmate.services.statement_lists import Preview
from creditmate.ui.queries import Latest
from creditmate.ui.screens.statement_actions import StatementActions
from creditmate.ui.screens.statement_cells import StatementCells
from creditmate.ui.screens.statement_outcome import StatementOutcome
from creditmate.ui.screens.statement_page import StatementPage
from creditmate.ui.screens.statements_state import Show, Statements
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import BringIn, OpenStatements


class StatementsScreen(StatementPage):
    """Chooses, previews and runs; or shows what was sent before."""

    shows = (
        Touched.CUSTOMERS
        | Touched.INVOICES
        | Touched.PAYMENTS
        | Touched.CONTACTS_MADE
        | Touched.PROMISES
        | Touched.DISPUTES
        | Touched.PAPERS
        | Touched.SETTINGS
    )

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        self.state = Statements()
        currency = facts.business.currency
        self._cells = StatementCells(around.language, around.locale, currency, self.state)
        super().__init__(around, self.state, self._cells)
        self._around, self._lists = around, around.program.statement_lists
        self._as_at = around.program.clock.today
        self.outlet = StatementActions(around, facts, self)
        self.outcome = StatementOutcome(around, self, self.outlet.runs)
        self.preview.draw_with(self.outlet.runs.draw)
        self._connect()
        failed = around.desk.failed.emit
        self._latest: Latest[StatementBook] = Latest(around.desk, self._show, failed, self)
        self._show_choice()

    def _connect(self) -> None:
        self.head.filter.textChanged.connect(self._on_filter)
        self.head.filter.left.connect(self.begin)
        self.head.day.day_chosen.connect(self._on_day)
        self.head.sent_asked.connect(self._on_sent)
        self.head.everybody_asked.connect(self._on_everybody)
        for table in (self.list.table, self.sent.table):
            table.typed.connect(self.head.filter.take)
        self.list.row_entered.connect(self._on_customer)
        self.list.ticks_changed.connect(self._show_choice)
        self.list.none_acted.connect(self._on_none)
        self.sent.area.acted.connect(self._on_sent)
        self.sent.row_entered.connect(self._on_paper)
        self.sent.row_known.connect(self._show_choice)
        self.preview.turned.connect(self._on_turned)
        self.foot.save_asked.connect(self._on_save)
        self.foot.bind_asked.connect(self._on_bind)
        self.foot.print_asked.connect(self._on_print)
        self.outcome.told.connect(self.told)
        self.outcome.sent_asked.connect(self._on_sent)
        self.outlet.runs.busy_changed.connect(self._on_busy)  # after the outcome has seen it

    # ------------------------------------------------------------- asking
    def take(self, wish: object) -> None:
        """Concern the customers that are asked for."""
        if isinstance(wish, OpenStatements):
            self._restrict(wish.codes)

    def reload(self) -> None:
        """Ask again who is concerned, and for what was sent."""
        self._latest.ask(partial(self._lists.book, self._as_at))
        if self.shows_sent:
            self.sent.ask(self.head.filter.text())

    def on_new_day(self) -> None:
        """Whoever was at today stays there; a day that was chosen stays chosen."""
        self._as_at = self.head.day.turn(self._around.program.clock.today)
        super().on_new_day()

    def _restrict(self, codes: tuple[str, ...]) -> None:
        self.state.restrict(codes)
        self.show_sent(shown=False)
        self.head.filter.clear()
        self.reload()

    def _on_everybody(self) -> None:
        self._restrict(())
        self.begin()

    def _on_filter(self, text: str) -> None:
        if self.shows_sent:
            self.sent.ask(text)
        else:
            self.list.narrow(text)

    def _on_day(self, day: date) -> None:
        self._as_at = day
        self.reload()

    def _on_sent(self) -> None:
        """Go to what was sent before, or back."""
        self.show_sent(shown=not self.shows_sent)
        self.head.filter.clear()
        self.preview.clear()
        self._show_choice()
        self.reload()
        self.begin()

    def _on_none(self) -> None:
        """Fill an empty list: with those who have a balance, as at another day, by bringing in."""
        if self.state.count(Show.BALANCE):
            self.list.narrow_to(Show.BALANCE)
            self.begin()
        elif self.state.concerned:
            self.head.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.wanted.emit(BringIn())

    # ------------------------------------------------------------- showing
    def _show(self, book: StatementBook) -> None:
        self.state.take(book)
        if not self.shows_sent:
            self.list.show_state()
        self._show_choice()

    def _show_choice(self) -> None:
        """Say what is ticked, or which of those sent is chosen."""
        if self.shows_sent:
            row = self.sent.current_row
            self.head.show_sent()
            self.foot.show_sent("" if row is None else f"{row.number}  {row.name}")
        else:
            total = self.state.sum()
            self.head.show_choice(self._as_at, len(self.state.only))
            self.foot.show_sum(self._cells.sum_words(total), total.statements)
            self._show_place(self.list.current)
        self._allow()

    def _allow(self) -> None:
        _ = words(self._around.language).gettext
        if self.outlet.runs.busy:
            self.foot.allow(_("A run is under way"))
        elif self.shows_sent:
            self.foot.allow("" if self.sent.current else _("Nothing has been sent so far"))
        else:
            self.foot.allow("" if self.state.chosen else _("Tick somebody first"))

    def _show_place(self, id_: int) -> None:
        self.preview.show_place(self.state.place(id_), self.state.ticked_count())
        before, after = (self.state.next_ticked(id_, step) is not None for step in (-1, 1))
        self.preview.allow_turning(before=before, after=after)

    def _on_customer(self, id_: int) -> None:
        if self.shows_sent:
            return
        if id_ > 0:
            self.preview.ask(partial(self._lists.previews, id_, self._as_at))
        else:
            self.preview.clear()
        self._show_place(id_)

    def _on_paper(self, paper: int) -> None:
        if paper:
            self.preview.ask(partial(self._as_sent, paper))
        else:
            self.preview.clear()
        self.preview.show_place(None, 0)
        self.preview.allow_turning(before=self.sent.has(-1), after=self.sent.has(1))
        self._show_choice()

    def _as_sent(self, paper: int) -> list[Preview]:
        issued = self._lists.as_sent(paper)
        return [Preview(issued.name, issued.number, issued.pdf)]

    def _on_turned(self, step: int) -> None:
        if self.shows_sent:
            self.sent.turn(step)
        elif (other := self.state.next_ticked(self.list.current, step)) is not None:
            self.list.go_to(other)

    # ------------------------------------------------------------- running
    def _on_save(self) -> None:
        if not self.shows_sent:
            self.outlet.save(self.state, self._as_at)
        elif (row := self.sent.current_row) is not None:
            self.outlet.save_again(row)

    def _on_bind(self) -> None:
        self.outlet.bind(self.state, self._as_at)

    def _on_print(self) -> None:
        if not self.shows_sent:
            self.outlet.print(self.state, self._as_at)
        elif (row := self.sent.current_row) is not None:
            self.outlet.print_again(row)

    def _on_busy(self, busy: bool) -> None:
        self._allow()
        if not busy:
            self.outcome.go_on()
            self.changed.emit(Touched.PAPERS)
