"""What the lists of promises and plans say: their columns."""

from dataclasses import dataclass

from creditmate.domain.money import Money
from creditmate.domain.plans import PlanState
from creditmate.domain.promise_register import PromiseRow, Side
from creditmate.domain.promises import DeedState, PromiseState
from creditmate.i18n.catalogue import words
from creditmate.i18n.conversation_words import deed_state_words, promise_state_words
from creditmate.i18n.formats import currency_symbol, day_in_table, days_to_measure
from creditmate.i18n.plan_words import plan_state_words
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.payments.money_cells import NOTHING, MoneyCells
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink, Type

_INKS = {
    PromiseState.KEPT: Ink.POSITIVE,
    PromiseState.BROKEN: Ink.DANGER,
    PromiseState.PART_KEPT: Ink.WARNING,
    PromiseState.CHECK_BANK: Ink.WARNING,
    DeedState.LATE: Ink.DANGER,
    DeedState.DONE: Ink.POSITIVE,
}
_PLAN_INKS = {
    PlanState.DEFAULTED: Ink.DANGER,
    PlanState.MISSED: Ink.WARNING,
    PlanState.CHECK_BANK: Ink.WARNING,
    PlanState.KEPT: Ink.POSITIVE,
}


@dataclass(slots=True)
class PromiseCells(MoneyCells):
    """Makes the cells of promises and plans."""

    # ------------------------------------------------------------- promises
    def promises(self) -> tuple[Column[Numbered[PromiseRow]], ...]:
        """Return the columns of promises of both sides."""
        _ = words(self.language).gettext
        came = _("Came, {currency}").format(currency=currency_symbol(self.currency, self.locale))
        days = days_to_measure(self.locale)
        return (
            Column("by", _("By"), self._by, 104, sortable=False, fits=days),
            Column("who", _("Customer"), self._who, 208, sortable=False),
            Column("what", _("Promised"), self._what, 232, sortable=False),
            Column("came", came, self._came, 96, right=True, sortable=False),
            Column("state", _("State"), self._state, 184, sortable=False),
            Column("made", _("Said on"), self._made, 104, False, False, True, fits=days),
        )

    def _by(self, row: Numbered[PromiseRow]) -> Cell:
        return Cell(day_in_table(row.item.due_day, self.locale, self.as_at))

    def _who(self, row: Numbered[PromiseRow]) -> Cell:
        return Cell(row.item.name, style=Type.BODY_MEDIUM)

    def _what(self, row: Numbered[PromiseRow]) -> Cell:
        """Whose it is, is said by the sign before it, and aloud."""
        _, item = words(self.language).gettext, row.item
        if item.side is Side.OURS or item.money is None:
            said = _("We: {deed}").format(deed=item.deed)
            return Cell(item.deed, glyph=Glyph.OUR_PROMISE, spoken=said)
        amount = self.money(item.money)
        said = _("They pay {amount}").format(amount=amount)
        return Cell(amount, style=Type.BODY_STRONG, glyph=Glyph.THEIR_PROMISE, spoken=said)

    def _came(self, row: Numbered[PromiseRow]) -> Cell:
        came = row.item.came
        return Cell(self.money(came)) if came else Cell(NOTHING, Ink.MUTED)

    def _state(self, row: Numbered[PromiseRow]) -> Cell:
        state = row.item.state
        ink = _INKS.get(state, Ink.MUTED)
        if isinstance(state, PromiseState):
            return Cell(promise_state_words(state, self.language), ink)
        return Cell(deed_state_words(state, self.language), ink)

    def _made(self, row: Numbered[PromiseRow]) -> Cell:
        return Cell(day_in_table(row.item.made_day, self.locale, self.as_at), Ink.MUTED)

    # ------------------------------------------------------------- plans
    def plans(self) -> tuple[Column[Numbered[PlanRow]], ...]:
        """Return the columns of plans."""
        _ = words(self.language).gettext
        symbol = currency_symbol(self.currency, self.locale)
        owed = _("Debt, {currency}").format(currency=symbol)
        left = _("Left, {currency}").format(currency=symbol)
        days = days_to_measure(self.locale)
        return (
            Column("next", _("Next part"), self._next, 112, sortable=False, fits=days),
            Column("who", _("Customer"), self._plan_who, 208, sortable=False),
            Column("number", _("Plan"), self._number, 112, sortable=False),
            Column("owed", owed, self._owed, 104, right=True, sortable=False),
            Column("left", left, self._left, 104, right=True, sortable=False),
            Column("state", _("State"), self._plan_state, 168, sortable=False),
            Column("parts", _("Parts paid"), self._parts, 88, False, False, True),
        )

    def _next(self, row: Numbered[PlanRow]) -> Cell:
        part = row.item.standing.next_due
        if part is None:
            return Cell(NOTHING, Ink.MUTED)
        return Cell(day_in_table(part.due_day, self.locale, self.as_at))

    def _plan_who(self, row: Numbered[PlanRow]) -> Cell:
        return Cell(row.item.name, style=Type.BODY_MEDIUM)

    def _number(self, row: Numbered[PlanRow]) -> Cell:
        return Cell(row.item.standing.plan.number, Ink.MUTED)

    def _owed(self, row: Numbered[PlanRow]) -> Cell:
        return Cell(self.money(row.item.standing.plan.amount))

    def _left(self, row: Numbered[PlanRow]) -> Cell:
        return Cell(self.money(left_of(row.item)), style=Type.BODY_STRONG)

    def _plan_state(self, row: Numbered[PlanRow]) -> Cell:
        state = row.item.standing.state
        return Cell(plan_state_words(state, self.language), _PLAN_INKS.get(state, Ink.MUTED))

    def _parts(self, row: Numbered[PlanRow]) -> Cell:
        parts = row.item.standing.instalments
        paid = sum(not part.missing_minor for part in parts)
        text = words(self.language).gettext("{paid} of {count}")
        return Cell(text.format(paid=paid, count=len(parts)), Ink.MUTED)


def left_of(row: PlanRow) -> Money:
    """Return what is still to come of a plan."""
    return Money(row.standing.missing_minor, row.standing.plan.currency)
