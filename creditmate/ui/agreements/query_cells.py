"""What the lists of queries, of their causes and of notes say: their columns."""

from dataclasses import dataclass

from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.disputes import DisputeAge
from creditmate.domain.noted import NotedRow, NotedState
from creditmate.i18n.agreement_words import (
    average_days_words,
    dispute_outcome,
    noted_kind_words,
    noted_state_words,
)
from creditmate.i18n.catalogue import words
from creditmate.i18n.dispute_words import dispute_title
from creditmate.i18n.formats import currency_symbol, day_in_table, days_to_measure, number
from creditmate.ui.agreements.list_state import Cause
from creditmate.ui.agreements.promise_cells import PromiseCells
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.payments.money_cells import NOTHING
from creditmate.ui.theme.tokens import Ink, Type

_AGES = {DisputeAge.MONTH: Ink.WARNING, DisputeAge.OLDER: Ink.DANGER}


@dataclass(slots=True)
class QueryCells(PromiseCells):
    """Makes the cells of queries, causes and notes as well."""

    # ------------------------------------------------------------- queries
    def queries(self) -> tuple[Column[Numbered[DisputeRow]], ...]:
        """Return the columns of queries that wait for an answer."""
        _ = words(self.language).gettext
        days = days_to_measure(self.locale)
        return (
            *self._asked(),
            Column("age", _("Open"), self._age, 96, sortable=False),
            Column("owner", _("Who answers"), self._owner, 104, sortable=False),
            Column("by", _("Answer by"), self._answer_by, 112, sortable=False, fits=days),
        )

    def answered(self) -> tuple[Column[Numbered[DisputeRow]], ...]:
        """Return the columns of queries that were answered."""
        _ = words(self.language).gettext
        days = days_to_measure(self.locale)
        return (
            *self._asked(),
            Column("outcome", _("Outcome"), self._outcome, 136, sortable=False),
            Column("ended", _("Answered"), self._ended, 112, sortable=False, fits=days),
            Column("took", _("Took"), self._age, 104, False, False, True),
        )

    def _asked(self) -> tuple[Column[Numbered[DisputeRow]], ...]:
        _ = words(self.language).gettext
        amount = _("Under query, {currency}").format(
            currency=currency_symbol(self.currency, self.locale)
        )
        return (
            Column("who", _("Customer"), self._query_who, 192, sortable=False),
            Column("invoice", _("Invoice"), self._invoice, 104, sortable=False),
            Column("amount", amount, self._amount, 120, right=True, sortable=False),
            Column("about", _("About"), self._about, 152, sortable=False),
        )

    def _query_who(self, row: Numbered[DisputeRow]) -> Cell:
        return Cell(row.item.name, style=Type.BODY_MEDIUM)

    def _invoice(self, row: Numbered[DisputeRow]) -> Cell:
        numbers = ", ".join(item.number for item in row.item.items if item.number)
        return Cell(numbers or NOTHING, Ink.MUTED)

    def _amount(self, row: Numbered[DisputeRow]) -> Cell:
        return Cell(self.money(row.item.questioned), style=Type.BODY_STRONG)

    def _about(self, row: Numbered[DisputeRow]) -> Cell:
        return Cell(dispute_title(row.item.reason, self.language))

    def _age(self, row: Numbered[DisputeRow]) -> Cell:
        days = row.item.days_open
        text = words(self.language).ngettext("{days} day", "{days} days", days)
        ink = _AGES.get(row.item.age, Ink.MUTED) if row.item.is_open else Ink.MUTED
        return Cell(text.format(days=number(days, self.locale)), ink)

    def _owner(self, row: Numbered[DisputeRow]) -> Cell:
        return Cell(row.item.initials or NOTHING, Ink.MUTED)

    def _answer_by(self, row: Numbered[DisputeRow]) -> Cell:
        day = row.item.answer_by
        if day is None:
            return Cell(NOTHING, Ink.MUTED)
        shown = day_in_table(day, self.locale, self.as_at)
        if not row.item.is_late:
            return Cell(shown)
        said = words(self.language).gettext("{day}, the day has passed").format(day=shown)
        return Cell(shown, Ink.DANGER, Type.BODY_STRONG, spoken=said)

    def _outcome(self, row: Numbered[DisputeRow]) -> Cell:
        ending = row.item.standing.ending
        return Cell(NOTHING if ending is None else dispute_outcome(ending.kind, self.language))

    def _ended(self, row: Numbered[DisputeRow]) -> Cell:
        ending = row.item.standing.ending
        shown = NOTHING if ending is None else day_in_table(ending.day, self.locale, self.as_at)
        return Cell(shown, Ink.MUTED)

    # ------------------------------------------------------------- what causes them
    def causes(self) -> tuple[Column[Numbered[Cause]], ...]:
        """Return the columns of what is behind queries."""
        _ = words(self.language).gettext
        return (
            Column("about", _("About"), self._cause, 240, sortable=False),
            Column("count", _("Queries"), self._asked_often, 96, right=True, sortable=False),
            Column("open", _("Open"), self._open, 80, right=True, sortable=False),
            Column("amount", _("Amount"), self._cause_amount, 120, right=True, sortable=False),
            Column("days", _("Days to answer"), self._days, 128, right=True, sortable=False),
        )

    def _cause(self, row: Numbered[Cause]) -> Cell:
        return Cell(dispute_title(row.item[0], self.language), style=Type.BODY_MEDIUM)

    def _asked_often(self, row: Numbered[Cause]) -> Cell:
        return Cell(number(row.item[1].count, self.locale))

    def _open(self, row: Numbered[Cause]) -> Cell:
        count = row.item[1].open
        return Cell(number(count, self.locale), Ink.WARNING if count else Ink.MUTED)

    def _cause_amount(self, row: Numbered[Cause]) -> Cell:
        return Cell(self.money(row.item[1].amount), style=Type.BODY_STRONG)

    def _days(self, row: Numbered[Cause]) -> Cell:
        return Cell(average_days_words(row.item[1].average_days, self.locale), Ink.MUTED)

    # ------------------------------------------------------------- what is noted
    def noted(self) -> tuple[Column[Numbered[NotedRow]], ...]:
        """Return the columns of opportunities and feedback."""
        _ = words(self.language).gettext
        days = days_to_measure(self.locale)
        return (
            Column("back", _("Come back"), self._back, 112, sortable=False, fits=days),
            Column("who", _("Customer"), self._noted_who, 192, sortable=False),
            Column("kind", _("What"), self._kind, 112, sortable=False),
            Column("words", _("In their words"), self._words, 288, sortable=False),
            Column("state", _("State"), self._noted_state, 144, False, False, True),
            Column("day", _("Noted"), self._noted_day, 104, False, False, True, fits=days),
        )

    def _back(self, row: Numbered[NotedRow]) -> Cell:
        day = row.item.follow_up_day
        if day is None:
            return Cell(NOTHING, Ink.MUTED)
        due = row.item.is_due(self.as_at)
        return Cell(day_in_table(day, self.locale, self.as_at), Ink.WARNING if due else Ink.TEXT)

    def _noted_who(self, row: Numbered[NotedRow]) -> Cell:
        return Cell(row.item.name, style=Type.BODY_MEDIUM)

    def _kind(self, row: Numbered[NotedRow]) -> Cell:
        return Cell(noted_kind_words(row.item.kind, self.language), Ink.MUTED)

    def _words(self, row: Numbered[NotedRow]) -> Cell:
        return Cell(" ".join(row.item.words.split()))

    def _noted_state(self, row: Numbered[NotedRow]) -> Cell:
        ink = Ink.WARNING if row.item.state is NotedState.WAITS else Ink.MUTED
        return Cell(noted_state_words(row.item.state, self.language), ink)

    def _noted_day(self, row: Numbered[NotedRow]) -> Cell:
        return Cell(day_in_table(row.item.day, self.locale, self.as_at), Ink.MUTED)
