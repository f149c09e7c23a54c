"""What interest came up on late invoices, read for one, for a customer, or for everybody."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from creditmate.db.acceptances import acceptances_of
from creditmate.db.business import business
from creditmate.db.decisions import holds_of
from creditmate.db.disputes import disputed_entries
from creditmate.db.groups import heads_of
from creditmate.db.interest_decisions import choices, events_of
from creditmate.db.late_debts import (
    FoundDebt,
    charged_by_hand,
    debts_of,
    debts_to_decide,
    late_debts,
)
from creditmate.db.reference_rates import own_rates
from creditmate.db.terms import versions
from creditmate.domain.acceptance import Acceptance, Governing, governing
from creditmate.domain.charge_facts import ChargeFacts, charge_facts
from creditmate.domain.holds import Hold, Stop, stopping
from creditmate.domain.interest import Held
from creditmate.domain.interest_basis import USUAL, Basis, basis_for
from creditmate.domain.interest_claim import (
    ChargedByHand,
    Circumstances,
    LateDebt,
    LateInterest,
    work_out,
)
from creditmate.domain.interest_rules import Scheme, scheme_for
from creditmate.domain.interest_worth import ToDecide, WorthDeciding, to_decide
from creditmate.domain.legal_forms import LegalForm, legal_form
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import ReferenceRates
from creditmate.domain.rows import CustomerRow
from creditmate.services.waived_days import waived_days


def reference_rates() -> ReferenceRates:
    """Return the rates that count: the ledger's own before those that the program brings."""
    return ReferenceRates(own_rates())


def our_law(day: date) -> Scheme | None:
    """Return the law of our country for invoices of a day; None where none is known."""
    return scheme_for(business().country, day)


def late_interest(
    as_at: date, customers: Sequence[int] | None = None, document: int | None = None
) -> list[LateInterest]:
    """Return what came up to a day, by customer and due day; a few questions for everybody.

    Args:
        as_at: The day; what happened later is not known.
        customers: Whose; None for everybody's.
        document: Only this invoice's parts.
    """
    return _worked_out(late_debts(as_at, customers, document), as_at)


def interest_on(entries: Iterable[int], as_at: date) -> list[LateInterest]:
    """Return the same of the invoices to which these entries belong, with all their parts."""
    return _worked_out(debts_of(as_at, entries), as_at)


def interest_to_decide(as_at: date, limits: WorthDeciding) -> ToDecide:
    """Return what everybody's interest is to decide about, what is small folded together."""
    return to_decide(_worked_out(debts_to_decide(as_at, limits.since), as_at), limits)


def _worked_out(found: Sequence[FoundDebt], as_at: date) -> list[LateInterest]:
    if not found:
        return []
    whose = sorted({one.debt.customer for one in found})
    standing = _Standing(as_at, whose)
    events = events_of(whose, as_at)
    by_hand = charged_by_hand(one.debt.document for one in found if one.debt.document)
    return [
        work_out(
            _as_it_stands(one, standing, by_hand),
            standing.basis(one),
            standing.around_debt(one),
            events.get(one.debt.entry, ()),
            as_at,
        )
        for one in found
    ]


def _as_it_stands(
    found: FoundDebt, standing: "_Standing", by_hand: Mapping[int, tuple[ChargedByHand, ...]]
) -> LateDebt:
    """The debt with what is in question of it, and what somebody charged by hand."""
    disputed, notes = standing.disputed(found), by_hand.get(found.debt.document or 0, ())
    if not (disputed or notes):
        return found.debt
    return replace(found.debt, disputed=disputed, by_hand=notes)


def facts_of(customer: CustomerRow, as_at: date) -> ChargeFacts:
    """Return what may be charged to a customer, for an invoice of that day and in sums."""
    return _facts(customer, as_at, late_interest(as_at, [customer.id]))


def ground_of(customer: CustomerRow, as_at: date) -> ChargeFacts:
    """Return on what ground something may be charged to a customer, and at which rate.

    Nothing is worked out: there are no sums in it, so that a page can say it at once.
    """
    return _facts(customer, as_at, ())


def _facts(customer: CustomerRow, as_at: date, found: Sequence[LateInterest]) -> ChargeFacts:
    standing, form = _Standing(as_at, [customer.id]), legal_form(customer.legal_form)
    basis = standing.basis_on(customer.id, form, as_at, as_at)
    return charge_facts(basis, standing.around(customer.id, form), found, as_at)


class _Standing:
    """What counts for customers beside their debts, asked once for all of them."""

    def __init__(self, as_at: date, customers: Sequence[int]) -> None:
        self._as_at, self._country = as_at, business().country
        self._rates = reference_rates()
        self._choices = choices(as_at, customers)
        self._holds = holds_of(as_at, customers)
        self._terms = governing_terms(as_at, customers)
        self._waived = waived_days(as_at, customers)
        self._around: dict[int, Circumstances] = {}
        self._disputed: dict[int, int] = {}
        for row in disputed_entries(as_at, customers):
            minor = self._disputed.get(row.entry_id, 0) + row.disputed.minor
            self._disputed[row.entry_id] = minor

    def disputed(self, found: FoundDebt) -> Money:
        minor = self._disputed.get(found.debt.entry, 0)
        return Money(minor, found.debt.amount.currency)

    def basis(self, found: FoundDebt) -> Basis:
        debt = found.debt
        return self.basis_on(debt.customer, found.form, debt.invoice_day, found.supply_day)

    def basis_on(self, customer: int, form: LegalForm, invoice: date, supply: date) -> Basis:
        chosen = self._choices.get(customer, USUAL)
        terms = self._terms(customer, min(invoice, supply))
        return basis_for(invoice, form, scheme_for(self._country, invoice), terms, chosen)

    def around_debt(self, found: FoundDebt) -> Circumstances:
        """What counts for a customer, and for what was arranged for this debt alone."""
        around = self.around(found.debt.customer, found.form)
        waived = self._waived.get(found.debt.entry)
        return replace(around, held=(*around.held, *waived)) if waived else around

    def around(self, customer: int, form: LegalForm) -> Circumstances:
        """What counts for a customer, whose form is the same for all its debts."""
        known = self._around.get(customer)
        if known is None:
            holds = self._holds.get(customer, [])
            known = self._around[customer] = Circumstances(
                rates=self._rates,
                held=tuple(_held(holds)),
                stopped=stopping(holds, Stop.INTEREST, self._as_at),
                public=form is LegalForm.PUBLIC_BODY,
            )
        return known


def _held(holds: Iterable[Hold]) -> Iterable[Held]:
    """The days on which a hold stopped interest."""
    for hold in holds:
        if Stop.INTEREST not in hold.stops:
            continue
        last = hold.until_day or date.max - timedelta(days=1)
        if hold.ended_day is not None:
            last = min(last, hold.ended_day - timedelta(days=1))
        if last >= hold.from_day:
            yield Held(hold.from_day, last)


def governing_terms(
    as_at: date, customers: Sequence[int]
) -> Callable[[int, date], Governing | None]:
    """Return a function that says which terms governed a customer on a day of supply.

    What a head office accepted counts for its branches.

    Args:
        as_at: Acceptances of later days are not known.
        customers: Whom it is asked about.
    """
    heads = heads_of(customers)
    found = acceptances_of(as_at, versions(), sorted({*customers, *heads.values()}))

    def of(customer: int, supply_day: date) -> Governing | None:
        both: list[Acceptance] = list(found.get(customer, ()))
        if customer in heads:
            both += found.get(heads[customer], ())
        return governing(both, supply_day)

    return of
