"""Plans as lists and pages show them: with whose they are, and what they pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.customers import customers_by_id
from creditmate.db.entries import entry_rows
from creditmate.db.plan_money import plan_money
from creditmate.domain.money import Money
from creditmate.domain.plan_standing import plan_standings
from creditmate.domain.plans import Plan, PlanStanding
from creditmate.domain.rows import OpenEntryRow
from creditmate.services.plan_promises import promises_of_planned
from creditmate.services.promise_standings import posted_to


@dataclass(frozen=True, slots=True)
class PaidItem:
    """An item that a plan pays: as it stands on the day, and how much of it was acknowledged.

    ``row`` is None where the item was taken back since.
    """

    entry: int
    amount: Money
    row: OpenEntryRow | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan with whose it is, how it stands, and what it pays, the oldest first."""

    code: str
    name: str
    standing: PlanStanding
    items: tuple[PaidItem, ...]


def plan_rows(plans: Sequence[Plan], as_at: date) -> list[PlanRow]:
    """Return plans, as read, as they stand on a day, in their order."""
    if not plans:
        return []
    by_customer: dict[int, list[Plan]] = {}
    for plan in plans:
        by_customer.setdefault(plan.customer_id, []).append(plan)
    standings = _standings(by_customer, as_at)
    who = customers_by_id(sorted(by_customer))
    entries = sorted({entry for plan in plans for entry in plan.entries})
    rows = {row.id: row for row in entry_rows(entries, as_at)}
    return [
        PlanRow(
            code=who[plan.customer_id].code,
            name=who[plan.customer_id].name,
            standing=standings[plan.id],
            items=tuple(
                PaidItem(item.entry, Money(item.minor, plan.currency), rows.get(item.entry))
                for item in plan.items
            ),
        )
        for plan in plans
    ]


def _standings(plans: dict[int, list[Plan]], as_at: date) -> dict[int, PlanStanding]:
    money, posted = plan_money(plans, promises_of_planned(plans, as_at), as_at), posted_to(as_at)
    return {
        standing.plan.id: standing
        for customer, own in plans.items()
        for standing in plan_standings(own, money[customer], posted, as_at)[0]
    }
