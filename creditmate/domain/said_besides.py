"""Money that is said to be on its way and a promise made beside that: two sums, not one.

Who says «1,000 is sent, the other 2,905 by Friday» has arranged 3,905: the thousand that comes is
what was sent, and keeps nothing of the promise. What is said to be sent on a later day than a
promise is the promise's own money.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from creditmate.domain.claims import Claim, ClaimEnd
from creditmate.domain.promises import Promise

_NEVER_CAME = frozenset({ClaimEnd.WITHDRAWN, ClaimEnd.REPLACED, ClaimEnd.NOT_FOUND})

Came = tuple[int, date, str, int]
"""A receipt: its id, day, currency and minor units above zero."""


def is_beside(claim: Claim, promise: Promise) -> bool:
    """Whether something was said to be paid before a promise was made, or in the same talk."""
    return claim.day <= promise.made_day and claim.currency == promise.currency


def said_besides(
    promises: Iterable[Promise], claims: Sequence[Claim], receipts: Sequence[Came]
) -> dict[int, dict[int, int]]:
    """Return, by receipt and promise, what of it was said to be on its way besides the promise.

    Args:
        promises: Of those whose money it may be.
        claims: What they said to have paid, each of some amount.
        receipts: Oldest first.
    """
    found: dict[int, dict[int, int]] = {}
    for promise in promises:
        beside = [one for one in claims if is_beside(one, promise) and _waited(one, promise)]
        left = {one.id: one.minor or 0 for one in beside}
        for id_, day, currency, minor in receipts:
            free = minor
            for one in beside:
                if currency != promise.currency or not _came_as_said(one, day):
                    continue
                taken = min(left[one.id], free)
                left[one.id] -= taken
                free -= taken
            if free < minor:
                found.setdefault(id_, {})[promise.id] = minor - free
    return found


def _came_as_said(claim: Claim, day: date) -> bool:
    """Whether money of a day is what was said: in time, or later what it was found in."""
    ended = claim.ended
    if ended is not None and ended.kind is ClaimEnd.FOUND and day == ended.day:
        return True
    return claim.paid_day <= day <= claim.until_day


def _waited(claim: Claim, promise: Promise) -> bool:
    """Whether it was still believed when a promise was made."""
    ended = claim.ended
    gone = ended is not None and ended.kind in _NEVER_CAME
    found_before = ended is not None and ended.day < promise.made_day
    return not gone and not found_before and promise.made_day <= claim.until_day
