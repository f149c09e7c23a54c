"""Money on its way into the parts of plans: each receipt is used once.

Receipts from a plan's day on, less what bounced or was given back, fill its parts by due day. What
is set against the plan's own items fills it first; what is set against something else is not the
plan's. What is matched to nothing goes where the earliest day is: to a part, or to a promise about
something else. Source: docs/decisions/0025-plans-and-more-time.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from creditmate.domain.plan_aside import NOTHING_ASIDE, Aside
from creditmate.domain.plans import Instalment, Plan
from creditmate.domain.promises import Cash, Promise, ReceiptInHand, Returned, receipts_in_hand


@dataclass(slots=True)
class Filled:
    """What came for a part: day and minor units, oldest first; ``off`` is what fell away.

    ``returned`` is the money that it had and that came back.
    """

    came: list[tuple[date, int]] = field(default_factory=list)
    off: int = 0
    returned: Returned | None = None

    def by(self, day: date) -> int:
        """What had come by a day."""
        return sum(minor for came, minor in self.came if came <= day)

    def since(self, day: date) -> int:
        """What came from a day on."""
        return sum(minor for came, minor in self.came if came >= day)

    @property
    def minor(self) -> int:
        """What has come."""
        return sum(minor for _, minor in self.came)


@dataclass(frozen=True, slots=True)
class PlanMoney:
    """What one customer's plans are worked out from, as at a day.

    ``cash`` are receipts, bounces and refunds, oldest first; ``spent`` of one, by a plan's id, is
    what is set against something outside that plan, or was there before it was agreed. ``matched``
    is what of a receipt is set against a plan's own items, by both ids, ``outside`` what is set
    against items in no plan. ``open_of`` is what is open of each entry in minor units, ``paid_on``
    what of this cash is set against it since a plan was agreed, by the plan's id and the entry's.
    ``promises`` are those that run, or ran, ``written`` the days on which we wrote to them.
    ``before_end`` is what came on the very day on which a plan was ended, but before that: the ids
    of both; ``aside`` is what is set aside of its items.
    """

    cash: tuple[Cash, ...] = ()
    open_of: Mapping[int, int] = field(default_factory=dict)
    paid_on: Mapping[tuple[int, int], int] = field(default_factory=dict)
    matched: Mapping[tuple[int, int], int] = field(default_factory=dict)
    outside: Mapping[int, int] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    written: tuple[date, ...] = ()
    before_end: frozenset[tuple[int, int]] = frozenset()
    aside: Aside = NOTHING_ASIDE


@dataclass(frozen=True, slots=True)
class Used:
    """How much of a receipt (its id) filled the parts of a plan that are due on a day."""

    cash: int
    plan: int
    minor: int
    due_day: date


Places = dict[tuple[int, int], Filled]
"""What came, by a plan's id and the place of its part."""


def pour(plans: Sequence[Plan], money: PlanMoney, as_at: date) -> tuple[Places, list[Used]]:
    """Pour receipts into parts and return what came for each, and what of which was used."""
    rivals = _rivals(plans, money.promises, as_at)
    filled: Places = {(p.id, i.place): Filled() for p in plans for i in p.instalments}
    missing = {one.id: one.minor for one in rivals}
    parts = sorted(
        ((plan, one) for plan in plans for one in plan.instalments),
        key=lambda pair: (pair[1].due_day, pair[0].id, pair[1].place),
    )
    used = []
    for receipt in receipts_in_hand(money.cash, as_at):
        jug = _Jug(receipt, money, filled, as_at)
        for plan, one in parts:
            jug.fill(plan, one, jug.matched(plan))
        for promise in rivals:
            jug.set_outside(promise, missing)
        for want in _by_day(parts, rivals):
            if isinstance(want, Promise):
                jug.keep_for(want, missing)
            else:
                plan, one = want
                jug.fill(plan, one, jug.left(plan))
        used += jug.uses
    return filled, used


def note_returned(plans: Sequence[Plan], money: PlanMoney, filled: Places, as_at: date) -> None:
    """Note with each part what came back of the money that it had: when the last, and how much.

    Args:
        plans: As in ``pour``.
        money: The customer's, and what it is set against.
        filled: What is left for each part.
        as_at: As in ``pour``.
    """
    back = [one for one in money.cash if one.bounced and one.day <= as_at]
    if not back:
        return
    before = replace(money, cash=tuple(one for one in money.cash if not one.bounced))
    had, used = pour(plans, before, as_at)
    of_plans = {(one.plan, one.cash) for one in used}
    for (plan, place), part in filled.items():
        if had[plan, place].minor <= part.minor:
            continue
        if theirs := [one for one in back if one.takes is None or (plan, one.takes) in of_plans]:
            day = max(one.day for one in theirs)
            part.returned = Returned(day, -sum(o.minor for o in theirs if o.day == day))


def _rivals(plans: Iterable[Plan], promises: Iterable[Promise], as_at: date) -> list[Promise]:
    """The promises, made and not taken back, that are about nothing in a plan; by due day."""
    planned = {entry for plan in plans for entry in plan.entries}
    return sorted(
        (
            one
            for one in promises
            if not planned & set(one.entries)
            and one.made_day <= as_at
            and (one.ended is None or one.ended.day > as_at)
        ),
        key=lambda one: (one.due_day, one.made_day, one.id),
    )


def _by_day(
    parts: Sequence[tuple[Plan, Instalment]], rivals: Sequence[Promise]
) -> list[tuple[Plan, Instalment] | Promise]:
    """Parts and promises by due day; of one day the parts go first."""
    return sorted([*parts, *rivals], key=_due_day)


def _due_day(want: tuple[Plan, Instalment] | Promise) -> date:
    return want.due_day if isinstance(want, Promise) else want[1].due_day


class _Jug:
    """One receipt being poured out.

    Attributes:
        used: What of it filled which plan, in minor units.
        uses: The same by part.
    """

    def __init__(
        self, receipt: ReceiptInHand, money: PlanMoney, filled: Places, as_at: date
    ) -> None:
        self._cash, self._money, self._filled = receipt.cash, money, filled
        self._whole = receipt.left(as_at)
        self._kept = 0  # for promises about something else
        self._outside = min(money.outside.get(receipt.cash.id, 0), self._whole)
        self.used: dict[int, int] = {}
        self.uses: list[Used] = []

    def matched(self, plan: Plan) -> int:
        """What of it is set against a plan's own items and has filled nothing yet."""
        set_against = self._money.matched.get((self._cash.id, plan.id), 0)
        return min(set_against - self.used.get(plan.id, 0), self.left(plan))

    def left(self, plan: Plan) -> int:
        """What of it a plan may still have."""
        own = self.used.get(plan.id, 0)
        others = sum(self.used.values()) - own
        elsewhere = max(others, self._cash.spent.get(plan.id, 0))
        return self._whole - own - self._kept - elsewhere

    def fill(self, plan: Plan, one: Instalment, most: int) -> None:
        """Fill a part with so much of it at most."""
        part = self._filled[plan.id, one.place]
        minor = min(one.minor - part.minor, most)
        if minor > 0 and self._may_fill(plan):
            part.came.append((self._cash.day, minor))
            self.used[plan.id] = self.used.get(plan.id, 0) + minor
            self.uses.append(Used(self._cash.id, plan.id, minor, one.due_day))

    def _may_fill(self, plan: Plan) -> bool:
        cash = self._cash
        if cash.currency != plan.currency or cash.day < plan.day:
            return False
        if plan.ended is None or cash.day < plan.ended.day:
            return True
        return cash.day == plan.ended.day and (cash.id, plan.id) in self._money.before_end

    def set_outside(self, promise: Promise, missing: dict[int, int]) -> None:
        """Let a promise have what is set against items in no plan."""
        minor = self._for(promise, missing, self._outside)
        missing[promise.id] -= minor
        self._outside -= minor

    def keep_for(self, promise: Promise, missing: dict[int, int]) -> None:
        """Keep for a promise what is set against nothing."""
        free = self._whole - self._kept - sum(self.used.values())
        spoken_for = self._money.outside.get(self._cash.id, 0)
        minor = self._for(promise, missing, free - spoken_for)
        missing[promise.id] -= minor
        self._kept += minor

    def _for(self, promise: Promise, missing: Mapping[int, int], most: int) -> int:
        in_time = promise.made_day <= self._cash.day <= promise.until_day
        if not in_time or promise.currency != self._cash.currency:
            return 0
        return max(min(missing[promise.id], most), 0)


def spent_on_plans(
    used: Iterable[Used], plans: Iterable[Plan], promises: Iterable[Promise]
) -> dict[int, dict[int, int]]:
    """Return, by receipt and promise, what filled a plan that the promise is not about.

    So no receipt counts twice for two debts of one day. A promise about an entry of a plan, such as
    to bring the part that was missed, is kept by the very money that fills the part. What came
    for a part of a later day than the promise's was not to come yet: it is the money that they
    promised, whatever it was set against.
    """
    about = {plan.id: plan.entries for plan in plans}
    meant = [(one.id, one.due_day, set(one.entries)) for one in promises]
    found: dict[int, dict[int, int]] = {}
    for one in used:
        for promise, due_day, entries in meant:
            if one.due_day <= due_day and not entries & about[one.plan]:
                spent = found.setdefault(one.cash, {})
                spent[promise] = spent.get(promise, 0) + one.minor
    return found
