"""What of a plan nobody is asked for: in question, or said to be paid and believed.

A plan's items are cut as all others are: what is in question goes first, so what is left of them
fills the parts by their days, and the last ones are in question. What is said to be paid is money
of the first ones, as all money is. Meanwhile no part is late with it and the plan does not end: it
is waited for the answer and the days to put it right after that, or for the money.
Source: data-model.md, "What may be chased"; docs/decisions/0025-plans-and-more-time.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from creditmate.domain.claims import Claim
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.plans import Plan


class Query(NamedTuple):
    """That all of an entry, or so much of it, was in question from a day until it was answered."""

    entry: int
    minor: int | None
    from_day: date
    to_day: date | None = None


class Wait(NamedTuple):
    """From ``day`` on something was waited for, up to and with ``to_day``: so much of a plan."""

    day: date
    to_day: date
    minor: int


@dataclass(frozen=True, slots=True)
class Aside:
    """What is set aside of a customer's items, as at a day.

    ``questioned`` is what is in question of each entry, in minor units, or was answered in their
    favour and is not credited; ``queries`` are those behind it and those before. ``claims`` are
    what they said to have paid, with those that are over; ``outside``, by plan and claim, what of
    that a plan was drawn without (``domain.plan_besides``).
    """

    questioned: Mapping[int, int] = field(default_factory=dict)
    queries: tuple[Query, ...] = ()
    claims: tuple[Claim, ...] = ()
    outside: Mapping[int, Mapping[int, int]] = field(default_factory=dict)

    def claims_about(self, plan: Plan) -> list[Claim]:
        """Return what was said to be paid of a plan, and not besides it."""
        outside = self.outside.get(plan.id, {})
        about = [one for one in self.claims if _is_about(one, plan)]
        if not outside:
            return about
        rest = (
            one if one.minor is None else replace(one, minor=one.minor - outside.get(one.id, 0))
            for one in about
        )
        return [one for one in rest if one.minor is None or one.minor > 0]


NOTHING_ASIDE = Aside()


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a plan's items: what is open of each, and what came since a day."""

    open_of: Mapping[int, int]
    came_since: Callable[[date], int]
    posted_to: date
    as_at: date


def set_aside(plan: Plan, missing: Sequence[int], aside: Aside, seen: Seen) -> list[int]:
    """Return what of each part, of what has not come of it, nobody is asked for.

    Args:
        plan: The plan.
        missing: What has not come of each part, in minor units, by due day.
        aside: What is set aside of the customer's items.
        seen: What is known of the plan's.
    """
    if not aside.questioned and not aside.claims:  # as with most
        return [0] * len(missing)
    free = max(sum(missing) - _in_question(plan, aside, seen.open_of), 0)
    about = aside.claims_about(plan)
    said = sum(_said(plan, one, seen) for one in about if _is_believed(one, seen))
    found = []
    for minor in missing:
        asked = min(minor, free)
        free -= asked
        paid = min(asked, said)
        said -= paid
        found.append(minor - asked + paid)
    return found


def query_waits(plan: Plan, queries: Iterable[Query]) -> list[Wait]:
    """Return from when until when it was waited for answers about a plan's items.

    They have the plan's days to put it right after an answer; while there is none it has no end.
    """
    about = [one for one in queries if one.entry in plan.entries]
    days = {one.from_day for one in about}
    days |= {one.to_day + ONE_DAY for one in about if one.to_day is not None}
    found = []
    for day in sorted(days):
        runs = [o for o in about if o.from_day <= day and (o.to_day is None or day <= o.to_day)]
        if not runs:
            continue
        ends = min((one.to_day for one in runs if one.to_day is not None), default=None)
        until = date.max if ends is None else ends + timedelta(days=plan.cure_days)
        found.append(Wait(day, until, _asked_about(plan, runs)))
    return found


def _asked_about(plan: Plan, queries: Sequence[Query]) -> int:
    """What of a plan's items is in question by some queries."""
    return sum(
        min(
            item.minor,
            sum(
                item.minor if one.minor is None else one.minor
                for one in queries
                if one.entry == item.entry
            ),
        )
        for item in plan.items
    )


def claim_waits(plan: Plan, aside: Aside, seen: Seen) -> list[Wait]:
    """Return from when until when it was believed that something of a plan had been paid."""
    return [
        Wait(one.day, _believed_to(one), _said(plan, one, seen)) for one in aside.claims_about(plan)
    ]


def _in_question(plan: Plan, aside: Aside, open_of: Mapping[int, int]) -> int:
    """What of a plan's items is in question: what is in no plan of them is asked about first."""
    found = 0
    for item in plan.items:
        open_ = open_of.get(item.entry, 0)
        left = max(open_ - aside.questioned.get(item.entry, 0), 0)
        found += min(item.minor, open_) - min(item.minor, left)
    return found


def _said(plan: Plan, claim: Claim, seen: Seen) -> int:
    """What of a plan is said to be paid, and has not come since."""
    meant = [one for one in plan.entries if not claim.entries or one in claim.entries]
    open_ = sum(seen.open_of.get(one, 0) for one in meant)
    if claim.minor is None:
        return open_
    return min(max(claim.minor - seen.came_since(claim.paid_day), 0), open_)


def _is_believed(claim: Claim, seen: Seen) -> bool:
    if claim.day > seen.as_at:
        return False
    if claim.ended is not None and claim.ended.day <= seen.as_at:
        return False
    return seen.as_at <= claim.until_day or seen.posted_to < claim.until_day


def _believed_to(claim: Claim) -> date:
    return claim.until_day if claim.ended is None else min(claim.until_day, claim.ended.day)


def _is_about(claim: Claim, plan: Plan) -> bool:
    """Whether it is about something that a plan pays, or about nothing in particular."""
    of_it = not claim.entries or not plan.entries.isdisjoint(claim.entries)
    return claim.currency == plan.currency and of_it
