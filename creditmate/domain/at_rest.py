"""Customers who are not followed up at present, and why: nothing is asked of them.

Their own promises to us wait; what *we* promised them is done all the same, and so is to ask how
somebody fares who was sent a help sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from creditmate.domain.customer_status import Status, is_ours_to_follow
from creditmate.domain.holds import Hold, Stop, stopping
from creditmate.domain.next_steps import About
from creditmate.domain.workcase import CallBack, Case


class RestWhy(StrEnum):
    """Why a customer is left in peace; stored in logs.

    A kind of hold, or the agency has it, or nobody has decided yet about one who is said to have
    ceased trading.
    """

    DECEASED = "deceased"
    INSOLVENT = "insolvent"
    BREATHING_SPACE = "breathing_space"
    HARDSHIP = "hardship"
    OURS = "ours"
    WITH_AGENCY = "with_agency"
    CEASED = "ceased"


@dataclass(frozen=True, slots=True)
class Rest:
    """Why something is not done, until when at the latest, and when it is to be looked at again.

    ``review_due`` says that the day to look at it again has come, ``since`` when it began, where
    that is known.
    """

    why: RestWhy
    until: date | None = None
    review: date | None = None
    review_due: bool = False
    since: date | None = field(default=None, compare=False)

    @property
    def is_undecided(self) -> bool:
        """Whether one of us has to decide how to go on, which is why it is looked at."""
        return self.why is RestWhy.CEASED


def rest(holds: Sequence[Hold], status: Status, stop: Stop, as_at: date) -> Rest | None:
    """Return why something is not done for a customer on a day; None: it is done.

    Args:
        holds: The customer's.
        status: How we trade with it: what an agency has, is not ours to follow up at all.
        stop: What is asked about.
        as_at: The day.
    """
    hold = stopping(holds, stop, as_at)
    if hold is not None:
        why, due = RestWhy(hold.kind.value), hold.review_due(as_at)
        return Rest(why, hold.until_day, hold.review_day, due, hold.from_day)
    if stop is not Stop.INTEREST and not is_ours_to_follow(status):
        return Rest(RestWhy.WITH_AGENCY)
    return None


UNDECIDED = Rest(RestWhy.CEASED, review_due=True)
"""Of who is said to have ceased trading, until somebody decides what follows."""
_HELD = frozenset({About.VISIT, About.VISIT_REPORT})
"""A visit that was announced stands until it is called off, and is told of: somebody waits."""
_ASKED_AFTER = frozenset({RestWhy.HARDSHIP, RestWhy.OURS})
"""In what state somebody is asked whether the help sheet was of help: where no law forbids it."""


def resting_case(case: Case, why: RestWhy, since: date | None = None) -> Case:
    """Return a case of which only what we promised, announced or agreed is left to do.

    Of who is said to have ceased trading the calls that were set down are left as well: it may have
    been said in that talk whom to ring, and nobody has decided against it. We decide for ourselves
    to follow nobody up, which takes nothing from what was agreed with them; where more than that
    forbids it, what was agreed since it began is left.
    """
    asks = why in _ASKED_AFTER
    return case._replace(
        entries=(),
        unallocated=(),
        standings=(),
        said=(),
        alike=frozenset(),
        call_backs=tuple(call for call in case.call_backs if _is_kept(call, why, since)),
        errands=tuple(
            errand
            for errand in case.errands
            if errand.about in _HELD or (asks and errand.about is About.HELP_SHEET)
        ),
        plans=(),
        extensions=(),
        fellows=(),
    )


def _is_kept(call: CallBack, why: RestWhy, since: date | None) -> bool:
    """Whether somebody is rung though they are left in peace; an hour is agreed knowing of it."""
    if why is RestWhy.CEASED:
        return True
    if call.ours or why is RestWhy.WITH_AGENCY:
        return False
    if why is RestWhy.OURS:
        return True
    knew = since is not None and call.set_day >= since
    return knew and (call.at is not None or call.set_day != since)
