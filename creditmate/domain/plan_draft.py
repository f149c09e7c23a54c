"""What a plan would pay.

Nothing in question is in a plan: of an item of which a part is in question, the rest is. Money that
is matched to nothing is taken off first, so that nobody acknowledges what has been paid.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.chasing import Portion
from creditmate.domain.money import Money
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.plans import RUNNING_OR_DEFAULTED, PlanItem, PlanStanding


@dataclass(frozen=True, slots=True)
class Covered:
    """What of a customer's open items a plan would pay, oldest first.

    ``in_question`` is what of these items is left out for that; ``received`` the money, matched
    to nothing, that is taken off; ``not_due`` how many items are not due yet.
    """

    amount: Money
    items: tuple[PlanItem, ...]
    in_question: Money
    received: Money
    not_due: int


@dataclass(frozen=True, slots=True)
class Account:
    """What a customer has open, as a plan sees it.

    ``numbers`` are what the entries are called; ``unallocated`` is zero or negative, by currency.
    """

    portions: Sequence[Portion]
    plans: Sequence[PlanStanding]
    unallocated: Mapping[str, int]
    numbers: Mapping[int, str]


def covered(account: Account, terms: PlanTerms, as_at: date) -> Covered:
    """Return what a plan would pay.

    Raises:
        UserError: ``PLAN_REFUSED``: nothing of what is meant is open or may be in a plan, it is in
            one already, or the amount is more than that.
    """
    _check_replaced(account.plans, terms.replaces)
    others = _in_others(account.plans, terms.replaces)
    chosen = _chosen(account, terms, others, as_at)
    currency = _currency(chosen, terms)
    chosen = [one for one in chosen if one.entry.currency == currency]
    free = {one.entry.id: one.entry.open_minor - _kept_out(one) for one in chosen}
    received = _received(account, chosen, currency, as_at)
    received = min(received, max(sum(free.values()) - 1, 0))
    most = sum(free.values()) - received
    wanted = most if terms.amount is None else terms.amount.minor
    if not any(free.values()):
        numbers = [account.numbers.get(one.entry.id, "") for one in chosen]
        raise plan_refused(PlanWhy.IN_QUESTION, numbers=numbers)
    if not 0 < wanted <= most:
        amount = Money(wanted, currency)
        raise plan_refused(PlanWhy.TOO_MUCH, amount=amount, most=Money(most, currency))
    items = _items(chosen, free, received, wanted)
    inside = {item.entry for item in items}
    used = [one for one in chosen if one.entry.id in inside]
    return Covered(
        amount=Money(wanted, currency),
        items=items,
        in_question=Money(sum(one.disputed_minor for one in chosen), currency),
        received=Money(received, currency),
        not_due=sum(one.days_late(as_at) < 0 for one in used),
    )


def _check_replaced(plans: Iterable[PlanStanding], replaces: int | None) -> None:
    states = {one.plan.id: one.state for one in plans}
    if replaces is not None and states.get(replaces) not in RUNNING_OR_DEFAULTED:
        raise plan_refused(PlanWhy.UNKNOWN_PLAN, found=replaces)


def _in_others(plans: Iterable[PlanStanding], replaces: int | None) -> dict[int, str]:
    """The entries that another plan pays which has not ended, and its number."""
    return {
        entry: one.plan.number
        for one in plans
        if one.state in RUNNING_OR_DEFAULTED and one.plan.id != replaces
        for entry in one.plan.entries
    }


def _chosen(
    account: Account, terms: PlanTerms, others: Mapping[int, str], as_at: date
) -> list[Portion]:
    wanted = set(terms.entries)
    if not wanted and terms.replaces is not None:
        replaced = (one.plan.entries for one in account.plans if one.plan.id == terms.replaces)
        wanted = set().union(*replaced) & {one.entry.id for one in account.portions}
    if wanted:
        return _named(account.portions, wanted, others)
    free = [one for one in account.portions if one.entry.id not in others]
    overdue = [one for one in free if one.days_late(as_at) > 0]
    if not free:
        raise plan_refused(PlanWhy.NOTHING_OPEN)
    if not overdue and (late := [p.entry.id for p in account.portions if p.days_late(as_at) > 0]):
        raise plan_refused(PlanWhy.IN_A_PLAN, number=others[late[0]])
    return overdue or free


def _named(
    portions: Sequence[Portion], wanted: Collection[int], others: Mapping[int, str]
) -> list[Portion]:
    found = [one for one in portions if one.entry.id in wanted]
    if len(found) < len(wanted):
        missing = sorted(set(wanted) - {one.entry.id for one in found})
        raise plan_refused(PlanWhy.NOT_OPEN, found=missing)
    for one in found:
        if one.entry.id in others:
            raise plan_refused(PlanWhy.IN_A_PLAN, number=others[one.entry.id])
    return found


def _currency(chosen: Sequence[Portion], terms: PlanTerms) -> str:
    currencies = {one.entry.currency for one in chosen}
    said = next((m.currency for m in (terms.amount, terms.each, terms.down) if m is not None), None)
    if said is not None and said not in currencies:
        raise plan_refused(PlanWhy.OTHER_CURRENCY, currency=said)
    if said is None and len(currencies) > 1:
        raise plan_refused(PlanWhy.SEVERAL_CURRENCIES)
    return said or next(iter(currencies))


def _kept_out(portion: Portion) -> int:
    """What of an item is in question, or said to be paid."""
    return portion.disputed_minor + portion.claimed_minor


def _received(account: Account, chosen: Sequence[Portion], currency: str, as_at: date) -> int:
    """The money matched to nothing that is left for a plan: what else is overdue goes before."""
    inside = {one.entry.id for one in chosen}
    besides = sum(
        one.chaseable_minor
        for one in account.portions
        if one.entry.currency == currency
        and one.entry.id not in inside
        and one.days_late(as_at) > 0
    )
    return max(-account.unallocated.get(currency, 0) - besides, 0)


def _items(
    chosen: Sequence[Portion], free: Mapping[int, int], received: int, wanted: int
) -> tuple[PlanItem, ...]:
    """So much of each, the oldest first, when what was received has been taken off them."""
    found = []
    for one in chosen:
        off = min(free[one.entry.id], received)
        received -= off
        minor = min(free[one.entry.id] - off, wanted)
        wanted -= minor
        if minor:
            found.append(PlanItem(one.entry.id, minor))
    return tuple(found)
