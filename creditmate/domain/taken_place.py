"""What a word to pay takes the place of: who changes their mind has not promised twice.

A new promise stands beside older ones as long as all of it together can be paid; where it comes to
more, it is the same money, and the older word holds no longer. So does what they said to have paid.
Put down after a word of a later day it is itself the older one.
Whoever refuses, or cannot pay, keeps up no promise. Source: issue 7; docs/decisions/0025.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from creditmate.domain.chasing import Portion
from creditmate.domain.claims import LIVE_CLAIMS, ClaimStanding
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import LIVE, NOT_KEPT, Standing, running

KEEPS_UP_NONE = frozenset({Outcome.REFUSES, Outcome.CANNOT_PAY})
"""Outcomes after which no promise made before is waited for."""


class TakenPlace(NamedTuple):
    """The promises, and what was said to be paid, that hold no longer.

    ``later`` are the promises made after it that it gives way to itself: those hold.
    """

    promises: tuple[Standing, ...] = ()
    claims: tuple[ClaimStanding, ...] = ()
    later: tuple[Standing, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.promises or self.claims or self.later)


class Word(NamedTuple):
    """What is said in a talk: how it ended, what is promised in it, and of which items (ids).

    ``replaces`` is what somebody decided about the promises made before: they end, or (False) they
    stand beside; None where nobody did.
    """

    outcome: Outcome
    promised: Money | None = None
    about: Collection[int] = ()
    replaces: bool | None = None


class Before(NamedTuple):
    """What was said before: what is open, cut as it stands, and the customer's own words about it.

    ``portions`` are of all for whom the customer speaks; ``later`` is what they promised after it
    on the same day.
    """

    portions: Sequence[Portion]
    standings: Sequence[Standing] = ()
    said: Sequence[ClaimStanding] = ()
    later: Sequence[Standing] = ()


def taken_place(before: Before, word: Word, as_at: date) -> TakenPlace:
    """Return what holds no longer once something is said.

    Args:
        before: What was said before.
        word: What is said now.
        as_at: Its day; what was promised later is not older.
    """
    if word.replaces is False:
        return TakenPlace()
    promised = word.promised
    older = [one for one in before.standings if one.promise.made_day <= as_at]
    if promised is None:
        ends = word.replaces or word.outcome in KEEPS_UP_NONE
        return TakenPlace(tuple(one for one in older if one.state in LIVE and ends))
    promises = running(older, promised.currency)
    claims = [
        one
        for one in before.said
        if one.state in LIVE_CLAIMS
        and one.claim.currency == promised.currency
        and one.claim.day <= as_at
    ]
    most = _can_be_paid(before, word.about, (promises, claims), promised, as_at)
    together = promised.minor + sum(one.unfilled_minor for one in promises)
    sure = word.replaces or word.outcome in KEEPS_UP_NONE
    ended = promises if sure or together > most else []
    stays = promised.minor + sum(one.unfilled_minor for one in promises if one not in ended)
    is_too_much = stays + sum(one.missing_minor for one in claims) > most
    later = _gives_way_to(before, word, promised, as_at)
    return TakenPlace(tuple(ended), tuple(claims) if is_too_much else (), later)


def _gives_way_to(before: Before, word: Word, promised: Money, as_at: date) -> tuple[Standing, ...]:
    """The promises made later that hold instead of it: all of it together cannot be paid."""
    after = [one for one in before.standings if one.promise.made_day > as_at]
    later = [
        one
        for one in (*before.later, *after)
        if one.promise.currency == promised.currency and one.state in LIVE | NOT_KEPT
    ]
    together = promised.minor + sum(one.unfilled_minor for one in later)
    most = _can_be_paid(before, word.about, (later, ()), promised, as_at)
    return tuple(later) if together > most else ()


def _can_be_paid(
    before: Before,
    about: Collection[int],
    words: tuple[Iterable[Standing], Iterable[ClaimStanding]],
    promised: Money,
    as_at: date,
) -> int:
    """How much there is that they can mean, in minor units.

    It is what is due, or was named in either word, and not under query; where the new word alone is
    for more than that, what is under query as well; else all that is open.
    """
    promises, claims = words
    named = {entry for one in promises for entry in one.promise.entries}
    named |= {entry for one in claims for entry in one.claim.entries} | set(about)
    own = [one for one in before.portions if one.entry.currency == promised.currency]
    due = [one for one in own if one.days_late(as_at) > 0 or one.entry.id in named]
    steps = (
        sum(one.entry.open_minor - one.disputed_minor for one in due),
        sum(one.entry.open_minor for one in due),
        sum(one.entry.open_minor for one in own),
    )
    return next((most for most in steps if promised.minor <= most), steps[-1])
