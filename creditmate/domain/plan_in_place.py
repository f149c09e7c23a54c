"""Which plan a new one takes the place of, where nobody says it: one that is not kept as agreed.

Who agrees anew about a part that was missed has the rest of the old plan in mind, and nothing else
that is not due. Source: docs/decisions/0025-plans-and-more-time.md.
"""

from dataclasses import replace
from datetime import date

from creditmate.domain.plan_draft import Account
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.plans import RUNNING_OR_DEFAULTED, PlanStanding, PlanState

_STUMBLED = frozenset({PlanState.MISSED, PlanState.DEFAULTED})


def in_place(account: Account, terms: PlanTerms, as_at: date) -> PlanTerms:
    """Return terms with the plan whose place they take, where one is not kept as agreed.

    Where it is named what the new plan pays, it is the first such plan that pays some of that;
    else the first one of all, and the new plan pays what is left of it, and what is overdue in its
    currency and in no plan.
    """
    found = None if terms.replaces is not None else _stumbled(account, terms)
    if found is None:
        return terms
    if terms.entries:
        return replace(terms, replaces=found.plan.id)
    taken = {
        entry
        for one in account.plans
        if one.state in RUNNING_OR_DEFAULTED and one.plan.id != found.plan.id
        for entry in one.plan.entries
    }
    entries = tuple(
        one.entry.id
        for one in account.portions
        if one.entry.currency == found.plan.currency
        and (
            one.entry.id in found.plan.entries
            or (one.entry.id not in taken and one.days_late(as_at) > 0)
        )
    )
    return replace(terms, replaces=found.plan.id, entries=entries)


def _stumbled(account: Account, terms: PlanTerms) -> PlanStanding | None:
    """The plan that is not kept, and that these terms are about."""
    about = set(terms.entries) or {one.entry.id for one in account.portions}
    said = {money.currency for money in (terms.amount, terms.each, terms.down) if money is not None}
    found = (
        one
        for one in account.plans
        if one.state in _STUMBLED
        and one.plan.entries & about
        and one.plan.currency in (said or {one.plan.currency})
    )
    return next(found, None)
