"""The money that plans are worked out from: receipts, and what they are set against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.entries import entry_rows
from creditmate.db.fields import among
from creditmate.db.models import Allocation, Entry, PlanEvent, ReceiptExtra
from creditmate.db.models import Plan as StoredPlan
from creditmate.db.plan_aside import set_aside_of
from creditmate.db.plan_besides import left_out_of
from creditmate.db.written_to import written_to
from creditmate.domain.kinds import EntryKind
from creditmate.domain.plan_aside import NOTHING_ASIDE, Aside
from creditmate.domain.plan_besides import money_besides
from creditmate.domain.plan_filling import PlanMoney
from creditmate.domain.plans import ENDED_BY_HAND, Plan
from creditmate.domain.promises import Cash, Promise, receipts_in_hand

_GIVEN_BACK = (EntryKind.BOUNCE, EntryKind.REFUND)
_Row = tuple[int, int, date, int, str, int, str]
"""Entry, customer, day, amount with its sign, currency, the action that entered it, its kind."""


@dataclass(slots=True)
class _Uses:
    """What of each receipt is set against which debit, and which receipt a bounce takes.

    ``besides`` is, by plan and receipt, what was on its way as they said when the plan was agreed.
    """

    against: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    takes: dict[int, int] = field(default_factory=dict)
    besides: dict[int, dict[int, int]] = field(default_factory=dict)


def plan_money(
    plans: Mapping[int, Sequence[Plan]],
    promises: Mapping[int, Sequence[Promise]],
    as_at: date,
) -> dict[int, PlanMoney]:
    """Return what the plans of each of these customers are worked out from, as at a day.

    Args:
        plans: By customer.
        promises: By customer, of these at least.
        as_at: Facts dated later are not known.
    """
    if not plans:
        return {}
    every = [plan for own in plans.values() for plan in own]
    first, agreed_in = min(plan.day for plan in every), _agreed_in(every)
    entries = sorted({entry for plan in every for entry in plan.entries})
    aside = _with_outside(plans, set_aside_of(list(plans), entries, as_at), agreed_in)
    since = min([first, *_paid_outside(aside)])
    rows, wrote = _rows(list(plans), since, as_at), written_to(list(plans), first, as_at)
    uses = _uses([row[0] for row in rows], as_at)
    uses.besides = _besides(plans, promises, rows, uses, aside)
    rows = [row for row in rows if row[2] >= first]
    before = _before_end(every, rows, as_at)
    open_of = {row.id: row.open.minor for row in entry_rows(entries, as_at)}
    return {
        customer: _money_of(
            own,
            [row for row in rows if row[1] == customer],
            uses,
            agreed_in,
            PlanMoney(
                open_of=open_of,
                promises=tuple(promises.get(customer, ())),
                written=wrote[customer],
                before_end=before,
                aside=aside.get(customer, NOTHING_ASIDE),
            ),
        )
        for customer, own in plans.items()
    }


def _with_outside(
    plans: Mapping[int, Sequence[Plan]], aside: Mapping[int, Aside], agreed_in: Mapping[int, int]
) -> dict[int, Aside]:
    """What is set aside, with what plans were drawn without, by customer."""
    claims = {id_: one.claims for id_, one in aside.items() if id_ in plans}
    outside = left_out_of(plans, claims, agreed_in)
    if not outside:
        return dict(aside)
    mine = {
        id_: {p.id: outside[p.id] for p in own if p.id in outside} for id_, own in plans.items()
    }
    return {id_: replace(one, outside=mine.get(id_, {})) for id_, one in aside.items()}


def _paid_outside(aside: Mapping[int, Aside]) -> list[date]:
    """The days on which what is besides plans is said to have been paid."""
    return [
        claim.paid_day
        for one in aside.values()
        for claim in one.claims
        if any(claim.id in outside for outside in one.outside.values())
    ]


def _besides(
    plans: Mapping[int, Sequence[Plan]],
    promises: Mapping[int, Sequence[Promise]],
    rows: Sequence[_Row],
    uses: _Uses,
    aside: Mapping[int, Aside],
) -> dict[int, dict[int, int]]:
    """By plan and receipt, what of it was said to be on its way when the plan was agreed."""
    found: dict[int, dict[int, int]] = {}
    for customer, one in aside.items():
        if not one.outside:
            continue
        cash = [
            Cash(id_, day, currency, -amount, uses.takes.get(id_), bounced=kind == EntryKind.BOUNCE)
            for id_, whose, day, amount, currency, _, kind in rows
            if whose == customer
        ]
        came = [
            (r.cash.id, r.cash.day, r.cash.currency, r.left(date.max))
            for r in receipts_in_hand(cash, date.max)
        ]
        for plan in (plan for plan in plans[customer] if plan.id in one.outside):
            theirs = promises.get(customer, ())
            found[plan.id] = money_besides(plan, one.claims, one.outside[plan.id], theirs, came)
    return found


def _money_of(
    plans: Sequence[Plan],
    rows: Sequence[_Row],
    uses: _Uses,
    agreed_in: Mapping[int, int],
    known: PlanMoney,
) -> PlanMoney:
    """One customer's money, with what it is set against."""
    planned = {entry for plan in plans for entry in plan.entries}
    cash, paid_on = list[Cash](), dict[tuple[int, int], int]()
    matched, outside = dict[tuple[int, int], int](), dict[int, int]()
    for id_, _, day, amount, currency, action, kind in rows:
        against, spent = uses.against.get(id_, []), dict[int, int]()
        outside[id_] = sum(minor for debit, minor in against if debit not in planned)
        for plan in plans:
            if day < plan.day or (day == plan.day and action < agreed_in[plan.id]):
                spent[plan.id] = max(-amount, 0)  # it was there before
                continue
            own = [(debit, minor) for debit, minor in against if debit in plan.entries]
            matched[id_, plan.id] = sum(minor for _, minor in own)
            other = uses.besides.get(plan.id, {}).get(id_, 0)
            elsewhere = sum(minor for _, minor in against) - matched[id_, plan.id]
            spent[plan.id] = max(elsewhere, other)
            off = max(other + amount + matched[id_, plan.id], 0)  # what of the other is set on it
            for debit, minor in own:
                key, taken = (plan.id, debit), min(off, minor)
                off -= taken
                paid_on[key] = paid_on.get(key, 0) + minor - taken
        took, bounced = uses.takes.get(id_), kind == EntryKind.BOUNCE
        cash.append(Cash(id_, day, currency, -amount, took, spent, bounced=bounced))
    return replace(known, cash=tuple(cash), paid_on=paid_on, matched=matched, outside=outside)


def _rows(customers: Sequence[int], first: date, as_at: date) -> list[_Row]:
    beside = ReceiptExtra.select(ReceiptExtra.id).where(ReceiptExtra.entry_id == Entry.id)
    query = (
        Entry.select(
            Entry.id, Entry.customer_id, Entry.day, Entry.amount_minor, Entry.currency,
            Entry.action_id, Entry.kind,
        )
        .where(Entry.customer_id.in_(among(customers)) & Entry.void_action_id.is_null())
        .where(Entry.document_id.is_null() & Entry.day.between(first, as_at))
        .where(Entry.kind.in_([EntryKind.RECEIPT, *_GIVEN_BACK]))
        .where(~fn.EXISTS(beside))  # a discount that bounced never was money
        .order_by(Entry.day, Entry.id)
    )  # fmt: skip
    return [
        (id_, customer, date.fromisoformat(day), *rest)
        for id_, customer, day, *rest in database.execute(query)
    ]


def _uses(money: Sequence[int], as_at: date) -> _Uses:
    found = _Uses()
    if not money:
        return found
    debit = Entry.alias("debit")
    query = (
        Allocation.select(
            Allocation.credit_entry_id,
            Allocation.debit_entry_id,
            debit.kind,
            fn.SUM(Allocation.amount_minor),
        )
        .join(debit, on=debit.id == Allocation.debit_entry_id)
        .where(
            Allocation.credit_entry_id.in_(among(money))
            | Allocation.debit_entry_id.in_(among(money))  # of a bounce, what it takes
        )
        .where(Allocation.day <= as_at)
        .group_by(Allocation.credit_entry_id, Allocation.debit_entry_id, debit.kind)
    )
    for credit, id_, kind, minor in database.execute(query):
        if not minor:
            continue
        if kind in _GIVEN_BACK:
            found.takes[id_] = credit
        else:
            found.against.setdefault(credit, []).append((id_, minor))
    return found


def _agreed_in(plans: Sequence[Plan]) -> dict[int, int]:
    query = StoredPlan.select(StoredPlan.id, StoredPlan.action_id).where(
        StoredPlan.id.in_(among([plan.id for plan in plans]))
    )
    return dict(database.execute(query))


def _before_end(
    plans: Sequence[Plan], rows: Sequence[_Row], as_at: date
) -> frozenset[tuple[int, int]]:
    """Money of the day on which a plan was ended by hand that had been entered before: both ids."""
    ended = {plan.id: plan.ended.day for plan in plans if plan.ended is not None}
    if not ended:
        return frozenset()
    query = (
        PlanEvent.select(PlanEvent.plan_id, fn.MAX(PlanEvent.action_id))
        .where(PlanEvent.plan_id.in_(among(list(ended))) & (PlanEvent.day <= as_at))
        .where(PlanEvent.void_action_id.is_null())
        .where(PlanEvent.kind.in_([kind.value for kind in ENDED_BY_HAND]))
        .group_by(PlanEvent.plan_id)
    )
    ended_in = dict(database.execute(query))
    whose = {plan.id: plan.customer_id for plan in plans}
    return frozenset(
        (id_, plan)
        for id_, customer, day, _, _, action, _ in rows
        for plan, last in ended.items()
        if customer == whose[plan] and day == last and action < ended_in[plan]
    )
