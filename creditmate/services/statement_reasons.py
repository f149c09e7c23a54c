"""Who gets no statement out of a run, and why: the same for the window and the command line."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from creditmate.db.claims import claimants
from creditmate.db.customers import chunks
from creditmate.db.disputes import disputed_entries
from creditmate.db.extensions import customers_with_time
from creditmate.db.last_statements import last_statement_days, statement_days
from creditmate.db.plans import customers_with_plans
from creditmate.db.promises import customers_who_promised
from creditmate.domain.ageing import Ageing
from creditmate.domain.statement_choice import LeftOut, Reason, reason_to_leave_out
from creditmate.domain.statement_days import awaited_day
from creditmate.services.ceased_trading import undecided
from creditmate.services.lateness import learnt_book
from creditmate.services.small_balances import SmallBalances
from creditmate.services.statement_groups import Aged, Together
from creditmate.services.statement_periods import KIND


def by_customer(sums: Mapping[tuple[int, str], Ageing]) -> Aged:
    """Return what is owed by customer, the largest balance first."""
    found: dict[int, list[Ageing]] = {}
    for (id_, _), ageing in sums.items():
        found.setdefault(id_, []).append(ageing)
    for ageings in found.values():
        ageings.sort(key=lambda ageing: (-ageing.total.decimal, ageing.currency))
    return {id_: tuple(ageings) for id_, ageings in found.items()}


def reasons_to_leave_out(aged: Aged, groups: Together, as_at: date) -> dict[int, Reason]:
    """Return why customers are left out; only of those who may be is more read than the sums.

    Args:
        aged: Who owes what, head offices with their branches (``Together.aged``).
        groups: Whose items stand together.
        as_at: The day.
    """
    ceased = undecided(as_at).keys()
    in_credit = {id_ for id_, sums in aged.items() if all(a.total.minor <= 0 for a in sums)}
    held = {row.customer_id for row in disputed_entries(as_at)} | customers_who_promised(as_at)
    held |= claimants(as_at) | customers_with_plans(as_at) | customers_with_time(as_at)
    held |= {groups.heads.get(id_, id_) for id_ in held}
    least = SmallBalances(as_at)
    small = {id_ for id_, sums in aged.items() if least.is_small([a.total for a in sums])}
    found = groups.reasons(aged)
    doubtful = sorted((aged.keys() - found.keys()) & (held | ceased | in_credit | small))
    for chunk in chunks(doubtful):
        found.update(_reasons_of(chunk, aged, groups, ceased, small))
    found.update(_not_yet(aged.keys() - found.keys(), as_at))
    return found


def _not_yet(customers: Collection[int], as_at: date) -> dict[int, Reason]:
    """Who of these has a statement day that is still to come."""
    days = {id_: day for id_, day in statement_days().items() if id_ in customers}
    last = last_statement_days(KIND, sorted(days), as_at)
    awaited = {id_: awaited_day(day, last.get(id_), as_at) for id_, day in days.items()}
    return {
        id_: Reason(LeftOut.STATEMENT_DAY, day) for id_, day in awaited.items() if day is not None
    }


def _reasons_of(
    customers: Sequence[int],
    aged: Aged,
    groups: Together,
    ceased: Collection[int],
    small: Collection[int],
) -> dict[int, Reason]:
    found: dict[int, Reason] = {}
    files = groups.files(customers, learnt_book(groups.as_at))
    for id_, wanted in zip(customers, files, strict=True):
        portions = wanted.file.case.portions(groups.as_at)
        balances = [ageing.total for ageing in aged[id_]]
        reason = reason_to_leave_out(portions, balances, ceased=id_ in ceased, small=id_ in small)
        if reason is not None:
            found[id_] = reason
    return found
