"""What was said to be paid when a plan was agreed: the plan is of the rest, that is another sum.

A plan is drawn without what is said to be on its way. So when that comes, it was never money of the
plan's parts, and while it is waited for no part waits with it. Said once more, or promised instead
as it did not come, it is still the same money. Source: docs/decisions/0025-plans-and-more-time.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from creditmate.domain.claims import Claim, ClaimEnd
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.plans import Plan
from creditmate.domain.promises import Promise

Came = tuple[int, date, str, int]
"""Money that came: its id, day, currency and what is left of it, in minor units."""


def left_out(
    plan: Plan, claims: Iterable[Claim], told_before: Iterable[int], posted_then: date
) -> dict[int, int]:
    """Return what of claims a plan was drawn without, in minor units by claim.

    Args:
        plan: The plan.
        claims: What the customer said to have paid.
        told_before: Those (their ids) that had been told when it was agreed.
        posted_then: Up to which day cash was posted at that time.
    """
    known, found = set(told_before), dict[int, int]()
    again: dict[date, int] = {}
    for claim in sorted(claims, key=lambda one: (one.day, one.id)):
        if claim.minor is None or claim.currency != plan.currency:
            continue
        if claim.id in known and _was_believed(claim, plan.day, posted_then):
            found[claim.id] = claim.minor
        elif claim.id not in known and again.get(claim.day, 0):
            found[claim.id] = min(claim.minor, again[claim.day])
            again[claim.day] -= found[claim.id]
        ended = claim.ended
        if claim.id in found and ended is not None and ended.kind is ClaimEnd.REPLACED:
            again[ended.day] = again.get(ended.day, 0) + found[claim.id]
    return found


def _was_believed(claim: Claim, day: date, posted_then: date) -> bool:
    """Whether it was waited for when a plan was agreed on a day."""
    ended = claim.ended
    over = day if ended is not None and ended.kind is ClaimEnd.FOUND else day + ONE_DAY
    if ended is not None and ended.day < over:  # found on that day it may have been after that
        return False
    return day <= claim.until_day or posted_then < claim.until_day


class _Word(NamedTuple):
    """In which days money comes as they said, and how much of it at most."""

    first: date
    last: date
    minor: int


def money_besides(
    plan: Plan,
    said: Iterable[Claim],
    outside: Mapping[int, int],
    promises: Sequence[Promise],
    receipts: Sequence[Came],
) -> dict[int, int]:
    """Return, by receipt, what of it is what was said to be paid besides a plan.

    It is what came while that was waited for, or by the day that they promised instead when it had
    not come. What came later is so where it is just that sum, and no part of the plan is.

    Args:
        plan: The plan.
        said: What the customer said to have paid.
        outside: Of which of that the plan was drawn without how much.
        promises: The customer's.
        receipts: Of the customer, oldest first, from before the plan as well.
    """
    parts = {one.minor for one in plan.instalments}
    instead = [o for o in promises if o.currency == plan.currency and o.minor not in parts]
    words = {one.id: _words(one, outside[one.id], instead) for one in said if one.id in outside}
    left = {one.id: _wanted(one, outside[one.id]) for one in said if words.get(one.id)}
    found: dict[int, int] = {}
    for id_, day, currency, minor in receipts:
        free = minor if currency == plan.currency else 0
        for claim, wanted in list(left.items()):
            caps = [word.minor for word in words[claim] if word.first <= day <= word.last]
            is_later = day >= min(word.first for word in words[claim])
            if is_later and minor == wanted and minor not in parts:
                caps.append(minor)
            taken = min(wanted, free, max(caps, default=0))
            left[claim] -= taken
            free -= taken
            found[id_] = found.get(id_, 0) + taken
    return {id_: minor for id_, minor in found.items() if minor}


def _words(claim: Claim, outside: int, promises: Iterable[Promise]) -> list[_Word]:
    """What they said about it: that it is sent, and since that was over by when it is to come."""
    ended = claim.ended
    if ended is not None and ended.kind is ClaimEnd.REPLACED:
        return []  # by their saying so once more
    over = claim.until_day + ONE_DAY if ended is None else ended.day
    found = [] if _was_withdrawn(claim) else [_Word(claim.paid_day, _waited_to(claim), outside)]
    for one in promises:
        about = not claim.entries or not set(claim.entries).isdisjoint(one.entries)
        if about and one.made_day >= over:
            last = one.until_day if one.ended is None else min(one.until_day, one.ended.day)
            found.append(_Word(one.made_day, last, one.minor))
    return found


def _was_withdrawn(claim: Claim) -> bool:
    return claim.ended is not None and claim.ended.kind is ClaimEnd.WITHDRAWN


def _wanted(claim: Claim, outside: int) -> int:
    """What of it is to come: found in less, it was that."""
    ended = claim.ended
    if ended is None or ended.kind is not ClaimEnd.FOUND or ended.minor is None:
        return outside
    return min(ended.minor, outside)


def _waited_to(claim: Claim) -> date:
    """The last day of money that is what was said: longer where it was found in later money."""
    ended = claim.ended
    if ended is None:
        return claim.until_day
    if ended.kind is ClaimEnd.FOUND:
        return max(claim.until_day, ended.day)
    return min(claim.until_day, ended.day - ONE_DAY)
