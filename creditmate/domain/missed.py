"""Promises not kept that nobody has spoken about, and what may be asked for because of them."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date

from creditmate.domain.chasing import OpenEntry, Portion
from creditmate.domain.claims import LIVE_CLAIMS, ClaimStanding, ClaimState
from creditmate.domain.exchange import AT_PAR, Worth
from creditmate.domain.money import Money
from creditmate.domain.plans import PlanStanding
from creditmate.domain.promises import NOT_KEPT, Standing

Asked = tuple[Portion, Money]
"""A portion and what of it may be asked for: chaseable, less unallocated money, above zero."""


def unanswered(
    standings: Sequence[Standing],
    last_talk: date | None,
    as_at: date,
    worth: Worth = AT_PAR,
    left: Container[int] = (),
) -> list[Standing]:
    """Return the promises not kept that nobody has answered, the most money missing first.

    Each is judged by itself: it is answered once somebody was reached, or promised anew, after
    its own last day of grace, or after the day on which its money came back. So a small promise
    that was kept does not hide a large one that was not, and speaking of an old one does not
    answer one that is broken later.

    The largest leads, since a call has one opening and should spend it on the money that
    matters; of equal ones the oldest does. Currencies count for as much as in the score.

    Args:
        standings: The customer's promises as on the day.
        last_talk: The last day on which somebody was reached; ``None`` if never.
        as_at: Talks and promises dated later are not known.
        worth: What currencies count for.
        left: Those (their ids) that the last talk, with another one of a group, answers nothing of.
    """
    if not standings:
        return []
    talks = [standing.promise.made_day for standing in standings]
    talks += [] if last_talk is None else [last_talk]
    latest = max((day for day in talks if day <= as_at), default=date.min)
    found = [
        s
        for s in standings
        if s.state in NOT_KEPT and (s.missing_since >= latest or s.promise.id in left)
    ]
    return sorted(found, key=lambda s: (-worth.of(missing(s)), s.promise.due_day, s.promise.id))


def unfound(
    claims: Sequence[ClaimStanding],
    standings: Sequence[Standing],
    last_talk: date | None,
    as_at: date,
) -> list[ClaimStanding]:
    """Return what is said to be paid, cannot be found, and nobody has spoken about since.

    The talk in which it was said is no answer to it, even where it was looked for in vain on
    the same day; a second talk of that day, after it was looked for, is.

    Args:
        claims: The customer's, as on the day.
        standings: The customer's promises: one made since is an answer as well.
        last_talk: The last day on which somebody was reached; ``None`` if never.
        as_at: Talks and promises dated later are not known.
    """
    if not claims:
        return []
    talks = [standing.promise.made_day for standing in standings]
    talks += [] if last_talk is None else [last_talk]
    latest = max((day for day in talks if day <= as_at), default=date.min)
    lost = (c for c in claims if c.state is ClaimState.NOT_FOUND and not c.answered)
    return [claim for claim in lost if max(claim.believed_to, claim.claim.day) >= latest]


def is_believed(standing: Standing, claims: Iterable[ClaimStanding]) -> bool:
    """Whether what is missing of a promise is said to be paid, and that is still believed.

    It has to be as much, or all of an item that the promise meant: who says to have sent 1 has
    not answered for 10,000.
    """
    promise = standing.promise
    return any(
        claim.state in LIVE_CLAIMS
        and claim.claim.currency == promise.currency
        and claim.claim.day >= promise.made_day
        and (
            claim.missing_minor >= standing.unfilled_minor
            or (
                claim.claim.minor is None
                and not set(promise.entries).isdisjoint(claim.claim.entries)
            )
        )
        for claim in claims
    )


def is_in_question(standing: Standing, portions: Iterable[Portion]) -> bool:
    """Whether all that is open of what a promise meant is in question now: our answer comes first.

    Before its day was over that holds the promise itself up (``domain.promised_rest``).
    """
    if standing.state not in NOT_KEPT or not standing.promise.entries:
        return False
    meant = [one for one in portions if one.entry.id in standing.promise.entries]
    return bool(meant) and all(one.disputed_minor >= one.entry.open_minor for one in meant)


def is_agreed_anew(
    standing: Standing, plans: Iterable[PlanStanding], free: Iterable[Asked]
) -> bool:
    """Whether a plan that is kept has taken the place of a missed promise since: it is spoken of.

    Money that is matched to nothing is taken off before a plan is agreed. So what of the items is
    in no plan does not bring the old day back while nothing may be asked of it.

    Args:
        standing: The promise.
        plans: The customer's.
        free: What may be asked of each portion.
    """
    promise = standing.promise
    planned: dict[int, int] = {}
    for one in plans:
        if one.is_kept and one.plan.day > promise.due_day:
            planned.update((item.entry, item.minor) for item in one.plan.items)
    if planned.keys().isdisjoint(promise.entries):
        return False
    return not any(
        min(money.minor, _outside(portion, planned)) > 0
        for portion, money in free
        if portion.entry.id in promise.entries
    )


def _outside(portion: Portion, planned: Mapping[int, int]) -> int:
    """What of an item is neither in question nor in a plan."""
    entry = portion.entry
    return entry.open_minor - portion.disputed_minor - planned.get(entry.id, 0)


def missing(standing: Standing) -> Money:
    """Return what has not come of a promise."""
    return Money(standing.unfilled_minor, standing.promise.currency)


def claimed(missed: Iterable[Standing], free: Sequence[Asked], as_at: date) -> list[Asked]:
    """Return what missed promises let us ask for although it is not overdue.

    A promise to pay an invoice early, once broken, is worth a call before the invoice's due
    day. It may ask for what is missing of the promise, less what is demanded as overdue of the
    entries it meant, and no more than what may be asked of them; each penny once.

    Args:
        missed: Promises that nobody has answered.
        free: What may be asked of each portion, by due day, in any currency.
        as_at: Due on this day is not overdue.
    """
    left = {portion.entry.id: money.minor for portion, money in free}
    claims = dict.fromkeys(left, 0)
    for standing in missed:
        wanted = standing.unfilled_minor
        for portion, _ in free:
            entry = portion.entry
            if not _meant(standing, entry):
                continue
            taken = min(wanted, left[entry.id])
            wanted -= taken
            left[entry.id] -= taken
            if portion.days_late(as_at) <= 0:
                claims[entry.id] += taken
    return [
        (portion, Money(claims[portion.entry.id], money.currency))
        for portion, money in free
        if claims[portion.entry.id]
    ]


def _meant(standing: Standing, entry: OpenEntry) -> bool:
    promise = standing.promise
    return entry.currency == promise.currency and entry.id in promise.entries
