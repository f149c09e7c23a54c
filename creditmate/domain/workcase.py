"""One customer's case for the work list: what is known on a day, as the caller reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from creditmate.domain.chasing import OpenEntry, Portion, waterfall
from creditmate.domain.claims import ClaimStanding
from creditmate.domain.contacting import Contacting
from creditmate.domain.errands import AnswerDue, Errand, VisitAhead
from creditmate.domain.exchange import AT_PAR, Worth
from creditmate.domain.extensions import ExtensionStanding
from creditmate.domain.holds import Peace
from creditmate.domain.lateness import Lateness
from creditmate.domain.manner import USUAL, Manner
from creditmate.domain.money import Money
from creditmate.domain.plans import PlanStanding
from creditmate.domain.priority import (
    WEEK,
    Contact,
)
from creditmate.domain.promises import (
    Deed,
    Standing,
)

_OF_NOBODY: Mapping[int, frozenset[int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Policy:
    """Settings of the list: days ahead for courtesy calls, and what makes one worth it.

    Nobody is contacted about less than ``contact_from``, in the home currency, of our own accord.
    """

    courtesy_window: int = WEEK
    courtesy_days: float = 1.0  # expected days late from which a courtesy call pays
    longest_pause: int = 14  # days a call-back may pause a customer
    contact_from: Money | None = None
    worth: Worth = AT_PAR


DEFAULT_POLICY = Policy()


class Reach(NamedTuple):
    """How the customer can be reached; no phone also when they wish not to be phoned.

    ``wrong``: there is none because the number that there is was said to be wrong.
    """

    phone: bool = True
    email: bool = True
    post: bool = True
    wrong: bool = False


class CallBack(NamedTuple):
    """An open task to call back on ``day``, agreed on ``set_day``.

    ``at`` is the hour by our clock, if one was agreed, ``their_at`` by theirs where it is another.
    ``ours``: nobody agreed to it; we planned it ourselves. ``in_vain``: it is the next try after an
    attempt, and over with what that was about. ``customer`` (0: whose case it is) and ``person``
    say with whom it was agreed; ``hard``, that they said they cannot pay; ``written``, that it was
    set with something that we wrote; ``stranger``, that this person rang us and is nobody on file.
    """

    day: date
    set_day: date
    at: time | None = None
    words: str = ""
    their_at: time | None = None
    ours: bool = False
    in_vain: bool = False
    customer: int = 0
    person: str = ""
    hard: bool = False
    written: bool = False
    stranger: bool = False


class CameBack(NamedTuple):
    """A payment that the bank took back on a day."""

    day: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Fellow:
    """What another one of a customer's group owes, has promised and says to have paid."""

    customer: int
    entries: tuple[OpenEntry, ...]
    standings: tuple[Standing, ...] = ()
    said: tuple[ClaimStanding, ...] = ()


class Case(NamedTuple):
    """One customer as known on the day.

    ``entries`` are all open debits; ``unallocated`` one amount per currency, zero or negative,
    without deposits that are held; ``standings`` the customer's promises and ``deeds`` ours;
    ``said`` what they say to have paid, ``alike`` those of these claims (their ids) for which
    unmatched money looks likely; ``call_backs`` the open ones.
    ``looked_for`` are the promises (their ids) whose money is to be looked for though their time is
    not up: the day that was set for it has come; ``looks`` are all such days, each with its
    promise; ``of_branches`` are the entries of each branch with which a call was agreed, in the
    case of its group: it waits for that call, and nobody else does. ``left_unanswered`` are those
    not kept that whoever spoke since at another one of the group answers nothing of. ``manner`` is
    how the customer is met, whatever it owes. ``last_talk`` is the last day on which somebody was
    reached, which may lie before ``last_contact``, and ``last_answer`` the last on which what they
    owe was spoken of; where nobody has looked them up, the last contact alone tells them.
    ``fellows`` are the others of its group while anything runs that one of them promised or says to
    have paid: what a head office promises is for its branches too. Nothing of theirs is this
    customer's. ``peace`` is the last one that ran out, ``came_back`` what the bank took back
    lately. ``visit`` is the next one that they know of.
    """

    customer: int
    entries: tuple[OpenEntry, ...]
    lateness: Lateness
    unallocated: tuple[Money, ...] = ()
    standings: tuple[Standing, ...] = ()
    deeds: tuple[Deed, ...] = ()
    said: tuple[ClaimStanding, ...] = ()
    alike: frozenset[int] = frozenset()
    call_backs: tuple[CallBack, ...] = ()
    last_contact: Contact | None = None
    last_talk: date | None = None
    last_answer: date | None = None
    reach: Reach = Reach()
    manner: Manner = USUAL
    contacting: Contacting | None = None
    answers: tuple[AnswerDue, ...] = ()
    errands: tuple[Errand, ...] = ()
    plans: tuple[PlanStanding, ...] = ()
    extensions: tuple[ExtensionStanding, ...] = ()
    fellows: tuple[Fellow, ...] = ()
    looked_for: frozenset[int] = frozenset()
    looks: tuple[tuple[date, int], ...] = ()
    of_branches: Mapping[int, frozenset[int]] = _OF_NOBODY
    left_unanswered: frozenset[int] = frozenset()
    peace: Peace | None = None
    came_back: tuple[CameBack, ...] = ()
    visit: VisitAhead | None = None

    def portions(self, as_at: date) -> list[Portion]:
        """Return the open debits, each cut in what is held back from chasing and what is not."""
        if not self.fellows:
            return waterfall(self.entries, self.standings, as_at, self.said)
        fellows, own = self.fellows, {entry.id for entry in self.entries}
        of_all = waterfall(
            (*self.entries, *chain.from_iterable(one.entries for one in fellows)),
            (*self.standings, *chain.from_iterable(one.standings for one in fellows)),
            as_at,
            (*self.said, *chain.from_iterable(one.said for one in fellows)),
        )
        return [portion for portion in of_all if portion.entry.id in own]

    @property
    def spoken_on(self) -> date | None:
        """The last day on which somebody was reached, about whatever it was; None if never."""
        contact = self.last_contact
        return contact.day if contact is not None and contact.reached else self.last_talk

    @property
    def answered_on(self) -> date | None:
        """The last day on which somebody was reached about what they owe; None if never."""
        contact = self.last_contact
        known = contact is not None and contact.reached and contact.answers
        return contact.day if contact is not None and known else self.last_answer

    def covering(self, as_at: date) -> list[Standing]:
        """Return the promises of others in its group that cover something of what it owes."""
        if not self.fellows:
            return []
        covers = {cover.promise for portion in self.portions(as_at) for cover in portion.covers}
        return [
            standing
            for fellow in self.fellows
            for standing in fellow.standings
            if standing.promise.id in covers
        ]

    def said_for_them(self, as_at: date) -> list[ClaimStanding]:
        """Return what others in its group say to have paid that covers something it owes."""
        if not self.fellows:
            return []
        said = {said.claim for portion in self.portions(as_at) for said in portion.said}
        return [one for fellow in self.fellows for one in fellow.said if one.claim.id in said]
