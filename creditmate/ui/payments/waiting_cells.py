"""What the lists of money not matched and of money said to be paid say: their columns."""

from dataclasses import dataclass

from creditmate.domain.claims import ClaimState
from creditmate.domain.money import Money
from creditmate.domain.proposals import Match
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import currency_symbol, day_in_table, days_to_measure
from creditmate.i18n.payment_entry_words import short_why_words
from creditmate.i18n.payment_words import (
    age_words,
    claim_state_words,
    credit_words,
    method_words,
)
from creditmate.services.claims import ClaimRow
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.payments.money_cells import NOTHING, MoneyCells
from creditmate.ui.payments.sheet import SURE
from creditmate.ui.theme.tokens import Ink, Type

_OLD = 30  # days from which money that is not matched is coloured


@dataclass(slots=True)
class WaitingCells(MoneyCells):
    """Makes the cells of what waits: to be matched, or to be found."""

    # ------------------------------------------------------------- not matched
    def matches(self) -> tuple[Column[Numbered[Match]], ...]:
        """Return the columns of what is not matched."""
        _ = words(self.language).gettext
        left = _("Left, {currency}").format(currency=currency_symbol(self.currency, self.locale))
        days = days_to_measure(self.locale)
        return (
            Column("day", _("Day"), self._credit_day, 104, sortable=False, fits=days),
            Column("who", _("Customer"), self._credit_who, 224, sortable=False),
            Column("left", left, self._credit_left, 96, right=True, sortable=False),
            Column("fit", _("Suggested"), self._fit, 208, sortable=False),
            Column("what", _("What it is"), self._credit, 136, False, False, True),
            Column("age", _("Waiting"), self._credit_age, 80, False, False, True),
        )

    def _credit_day(self, row: Numbered[Match]) -> Cell:
        return Cell(day_in_table(row.item.credit.day, self.locale, self.as_at), Ink.MUTED)

    def _credit_who(self, row: Numbered[Match]) -> Cell:
        return Cell(row.item.credit.name, style=Type.BODY_MEDIUM)

    def _credit_left(self, row: Numbered[Match]) -> Cell:
        return Cell(self.money(row.item.credit.open), style=Type.BODY_STRONG)

    def _fit(self, row: Numbered[Match]) -> Cell:
        proposal = row.item.proposal
        if proposal is None:
            return Cell(words(self.language).gettext("Nothing is open"), Ink.MUTED)
        sure = proposal.only and proposal.fit in SURE
        said = short_why_words(proposal, self.language, self.locale)
        return Cell(said, Ink.ACCENT if sure else Ink.MUTED)

    def _credit(self, row: Numbered[Match]) -> Cell:
        return Cell(credit_words(row.item.credit, self.language), Ink.MUTED)

    def _credit_age(self, row: Numbered[Match]) -> Cell:
        days = row.item.credit.age_days
        ink = Ink.WARNING if days > _OLD else Ink.MUTED
        return Cell(age_words(days, self.language, self.locale), ink)

    # ------------------------------------------------------------- said paid
    def claims(self) -> tuple[Column[Numbered[ClaimRow]], ...]:
        """Return the columns of what is said to be paid."""
        _ = words(self.language).gettext
        missing = _("Missing, {currency}").format(
            currency=currency_symbol(self.currency, self.locale)
        )
        days = days_to_measure(self.locale)
        return (
            Column("day", _("Said paid on"), self._paid_day, 120, sortable=False, fits=days),
            Column("who", _("Customer"), self._claim_who, 224, sortable=False),
            Column("missing", missing, self._missing, 104, right=True, sortable=False),
            Column("state", _("State"), self._state, 168, sortable=False),
            Column("until", _("We wait until"), self._until, 112, False, False, True),
            Column("method", _("Paid by"), self._claim_method, 88, False, False, True),
            Column("reference", _("Reference"), self._claim_reference, 112, False, False, True),
        )

    def _paid_day(self, row: Numbered[ClaimRow]) -> Cell:
        day = row.item.standing.claim.paid_day
        return Cell(day_in_table(day, self.locale, self.as_at), Ink.MUTED)

    def _claim_who(self, row: Numbered[ClaimRow]) -> Cell:
        return Cell(row.item.name, style=Type.BODY_MEDIUM)

    def _missing(self, row: Numbered[ClaimRow]) -> Cell:
        standing = row.item.standing
        amount = Money(standing.missing_minor, standing.claim.currency)
        return Cell(self.money(amount), style=Type.BODY_STRONG)

    def _state(self, row: Numbered[ClaimRow]) -> Cell:
        state = row.item.standing.state
        waits = state is ClaimState.WAITING
        return Cell(claim_state_words(state, self.language), Ink.MUTED if waits else Ink.WARNING)

    def _until(self, row: Numbered[ClaimRow]) -> Cell:
        day = row.item.standing.believed_to
        return Cell(day_in_table(day, self.locale, self.as_at), Ink.MUTED)

    def _claim_method(self, row: Numbered[ClaimRow]) -> Cell:
        method = row.item.standing.claim.method
        return Cell(method_words(method, self.language), Ink.MUTED)

    def _claim_reference(self, row: Numbered[ClaimRow]) -> Cell:
        return Cell(row.item.standing.claim.reference or NOTHING, Ink.MUTED)
