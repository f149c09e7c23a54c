"""«We have paid»: what customers say is on its way, and for how long that is believed.

A claim takes what it is about out of chasing for as long as its way of paying takes, and until
the bank has been looked through that far. Its state is worked out, never stored.

Source: issue 4, deliverable 4; domain-rules 4.7; docs/decisions/0008-says-paid.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.dates import ONE_DAY, Calendar
from creditmate.domain.money import Money
from creditmate.domain.promises import (
    Cash,
    Ending,
    Promise,
    PromiseEnd,
    promise_states,
)
from creditmate.domain.receipts import Method


class ClaimState(StrEnum):
    """How a claim stands."""

    WAITING = "waiting"
    CHECK_BANK = "check_bank"  # its time is up, but cash is not posted so far
    NOT_FOUND = "not_found"
    FOUND = "found"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    SETTLED = "settled"  # nothing is left open of what it was about


class ClaimEnd(StrEnum):
    """What became of a claim, as somebody put down; the values are stored."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"  # by their saying so once more


LIVE_CLAIMS = frozenset({ClaimState.WAITING, ClaimState.CHECK_BANK})
"""States in which what is claimed is not chased."""
UNFOUND = LIVE_CLAIMS | {ClaimState.NOT_FOUND}
"""States in which the money is still to be looked for."""
_TAKEN_BACK = frozenset({ClaimEnd.WITHDRAWN, ClaimEnd.REPLACED})


@dataclass(frozen=True, slots=True)
class SaidPaid:
    """What a customer says to have paid, as it is told. No amount means all that was spoken of.

    That is what is overdue, else all that is open. ``paid_on`` None is the day of telling.
    """

    method: Method = Method.TRANSFER
    paid_on: date | None = None
    reference: str = ""
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class ClaimEnding:
    """What became of a claim, on which day, and in which receipt (of how much) if in one.

    ``spoken_since`` is whether somebody of the customer's was reached after that was put down.
    """

    kind: ClaimEnd
    day: date
    receipt: int | None = None
    minor: int | None = None
    spoken_since: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """That a customer said, on ``day``, to have paid on ``paid_day``.

    ``minor`` None means all of what it was about: the entries named. ``until_day`` is the last
    day on which it is waited for.
    """

    id: int
    customer_id: int
    interaction_id: int | None
    day: date
    by_whom: str
    paid_day: date
    method: str
    reference: str
    currency: str
    minor: int | None
    until_day: date
    entries: tuple[int, ...] = ()
    ended: ClaimEnding | None = None


@dataclass(frozen=True, slots=True)
class ClaimStanding:
    """A claim and how it stands on a day.

    ``missing_minor`` is what has not come of it, in minor units.
    """

    claim: Claim
    state: ClaimState
    missing_minor: int

    @property
    def believed_to(self) -> date:
        """The last day on which it was believed: none is left once somebody looked in vain."""
        ended = self.claim.ended
        if ended is None or ended.kind is not ClaimEnd.NOT_FOUND:
            return self.claim.until_day
        return min(ended.day - ONE_DAY, self.claim.until_day)

    @property
    def answered(self) -> bool:
        """Whether somebody was reached since it was looked for in vain, be it the same day."""
        ended = self.claim.ended
        return ended is not None and ended.kind is ClaimEnd.NOT_FOUND and ended.spoken_since


def believed_until(paid_day: date, said_day: date, days: int, calendar: Calendar) -> date:
    """Return the last day on which money that is said to be on its way is waited for.

    So many working days after the day on which it was paid, or was spoken of if that is later:
    what should have been here already gets its days from the talk on, for a second look.
    """
    return calendar.add_working_days(max(paid_day, said_day), days)


def claim_standings(
    claims: Iterable[Claim],
    cash: Iterable[Cash],
    posted_to: date | None,
    as_at: date,
    open_of: Mapping[int, int],
) -> list[ClaimStanding]:
    """Return how one customer's claims stand, by the day they were paid.

    The customer's money dated from the day it was paid on fills them in that order, each receipt
    once, less what bounced or was refunded, and less what was for something else. A claim of no
    amount is about its entries.

    Args:
        claims: The customer's; those said after ``as_at`` are left out.
        cash: The customer's receipts, bounces and refunds, with what was for something else.
        posted_to: The last day up to which cash is posted; ``None`` means never.
        as_at: Facts dated later are not known yet.
        open_of: Per claim id what is open, in minor units as at the day, of the entries it is
            about (of all debits in its currency if it names none). A claim that is missing here
            has nothing open.
    """
    said = sorted((c for c in claims if c.day <= as_at), key=lambda c: (c.paid_day, c.id))
    came = _came(said, cash, as_at)
    found = []
    for claim in said:
        left = max(open_of.get(claim.id, 0), 0)
        missing = left if claim.minor is None else max(claim.minor - came[claim.id], 0)
        state = _state(claim, missing, left, posted_to, as_at)
        found.append(ClaimStanding(claim, state, missing))
    return found


def _came(claims: Sequence[Claim], cash: Iterable[Cash], as_at: date) -> dict[int, int]:
    """What came of each claim of an amount: money fills them as it fills promises."""
    wanted = [
        Promise(
            id=claim.id,
            currency=claim.currency,
            minor=minor,
            made_day=claim.paid_day,
            due_day=claim.paid_day,
            until_day=as_at,
            ended=_taken_back(claim),
        )
        for claim in claims
        if (minor := _wanted(claim)) is not None
    ]
    filled = promise_states(wanted, cash, None, as_at, {})
    return {standing.promise.id: standing.came_minor for standing in filled}


def _wanted(claim: Claim) -> int | None:
    """How much money a claim uses up: found in less, no more than that."""
    ended = claim.ended
    if ended is None or ended.minor is None:
        return claim.minor
    return ended.minor if claim.minor is None else min(claim.minor, ended.minor)


def _taken_back(claim: Claim) -> Ending | None:
    """A claim taken back uses up no money; one not found still does when the money comes."""
    ended = claim.ended
    if ended is None or ended.kind not in _TAKEN_BACK:
        return None
    return Ending(PromiseEnd.WITHDRAWN, ended.day)


def _state(
    claim: Claim, missing: int, left: int, posted_to: date | None, as_at: date
) -> ClaimState:
    ended = claim.ended if claim.ended is not None and claim.ended.day <= as_at else None
    if ended is not None and ended.kind is not ClaimEnd.NOT_FOUND:
        return ClaimState(ended.kind.value)
    if not (missing and left):
        return ClaimState.FOUND if claim.minor is not None and not missing else ClaimState.SETTLED
    if ended is None and as_at <= claim.until_day:
        return ClaimState.WAITING
    posted = posted_to is not None and posted_to >= claim.until_day
    return ClaimState.CHECK_BANK if ended is None and not posted else ClaimState.NOT_FOUND
