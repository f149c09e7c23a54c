"""What is arranged with customers: how plans and more time stand, and what they leave in peace."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from creditmate.db.extensions import extensions_of
from creditmate.db.plan_money import plan_money
from creditmate.db.plans import plans_of
from creditmate.domain.arranged import Arranged, arranged
from creditmate.domain.extensions import ExtensionStanding, extended_by, extension_standings
from creditmate.domain.plan_filling import Used, spent_on_plans
from creditmate.domain.plan_standing import plan_standings
from creditmate.domain.plans import PlanStanding
from creditmate.domain.promises import Promise, Standing
from creditmate.domain.rows import DisputedRow, OpenEntryRow
from creditmate.domain.time_beside import promised_beside
from creditmate.services.plan_promises import promises_of_planned

Entries = Mapping[int, Sequence[OpenEntryRow]]
"""What is open as at the day, by customer."""


@dataclass(frozen=True, slots=True)
class Arrangements:
    """The plans of customers, and the time they were given, by customer; with ended ones."""

    plans: Mapping[int, Sequence[PlanStanding]] = field(default_factory=dict)
    extensions: Mapping[int, Sequence[ExtensionStanding]] = field(default_factory=dict)
    used: Mapping[int, Sequence[Used]] = field(default_factory=dict)

    def spent(self, customer: int, promises: Iterable[Promise]) -> dict[int, dict[int, int]]:
        """Return what of receipts filled plans and so keeps none of these promises."""
        plans = [standing.plan for standing in self.plans.get(customer, ())]
        return spent_on_plans(self.used.get(customer, ()), plans, promises) if plans else {}

    def arranged(
        self,
        customer: int,
        entries: Iterable[OpenEntryRow],
        disputed: Iterable[DisputedRow],
        promised: Sequence[Standing] = (),
    ) -> dict[int, Arranged]:
        """Return what of each of a customer's entries is arranged, beside what is promised."""
        plans, given = self.plans.get(customer, ()), self.extensions.get(customer, ())
        if not (plans or given):
            return {}
        debits = [(row.due_day, row.id, row.open.minor) for row in entries if row.due_day]
        free = {id_: minor for _, id_, minor in sorted(debits)}
        for row in disputed:
            if row.entry_id in free:
                free[row.entry_id] = max(free[row.entry_id] - row.disputed.minor, 0)
        time = extended_by(given)
        beside = promised_beside(free, time, promised) if time else {}
        return arranged(plans, {id_: one.to_day for id_, one in time.items()}, free, beside)


def arrangements_of(
    customers: Sequence[int], as_at: date, posted_to: date | None, entries: Entries
) -> Arrangements:
    """Return what is arranged with these customers; two small questions where nothing ever was.

    Args:
        customers: Ids; a few hundred at a time.
        as_at: Facts dated later are not known.
        posted_to: Up to which day cash is posted.
        entries: What they have open.
    """
    agreed, given = plans_of(customers, as_at), extensions_of(customers, as_at)
    promises = promises_of_planned(agreed, as_at)
    money = plan_money(agreed, promises, as_at)
    plans, used = dict[int, list[PlanStanding]](), dict[int, list[Used]]()
    for customer, own in agreed.items():
        plans[customer], used[customer] = plan_standings(own, money[customer], posted_to, as_at)
    open_of = {row.id: row.open.minor for customer in given for row in entries.get(customer, ())}
    extensions = {id_: extension_standings(own, as_at, open_of) for id_, own in given.items()}
    return Arrangements(plans, extensions, used)
