"""The list of customers: what it can be narrowed to and ordered by, and a line of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.ageing import Ageing
from creditmate.domain.at_rest import Rest, RestWhy
from creditmate.domain.exchange import HomeTotal
from creditmate.domain.lateness import Lateness
from creditmate.domain.promises import LIVE, NOT_KEPT, Standing
from creditmate.domain.rows import TaskRow
from creditmate.domain.worklist import Channel, Line


class Narrow(StrEnum):
    """Which customers are listed."""

    ALL = "all"
    OVERDUE = "overdue"
    PROMISED = "promised"
    DISPUTED = "disputed"
    ON_STOP = "on_stop"
    OVER_LIMIT = "over_limit"
    AT_REST = "at_rest"
    TERMS_MISSING = "terms_missing"  # nothing proves that terms were accepted
    TERMS_OLD = "terms_old"  # a newer version is in effect
    TERMS_AWAITED = "terms_awaited"  # sent, and not returned
    TERMS_BY_CONDUCT = "terms_by_conduct"
    MINE = "mine"  # whom whoever is at work looks after, or nobody does
    ARCHIVED = "archived"  # put away: nowhere else


class Order(StrEnum):
    """What the list is ordered by; the values are the keys of its columns."""

    NAME = "name"
    CODE = "code"
    OWED = "owed"
    OVERDUE = "overdue"
    OLDEST = "oldest"
    LAST_CONTACT = "last_contact"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; ``text`` is found in names and codes, in any case."""

    narrow: Narrow = Narrow.ALL
    text: str = ""
    order: Order = Order.OVERDUE
    descending: bool = True


class Flag(StrEnum):
    """What is said right behind a customer's name; the gravest one only."""

    ARCHIVED = "archived"  # put away
    DECEASED = "deceased"
    INSOLVENT = "insolvent"
    BREATHING_SPACE = "breathing_space"
    HARDSHIP = "hardship"
    CEASED = "ceased"  # so it is said, and nobody has decided what follows
    AT_REST = "at_rest"  # not followed up at present: our own decision
    WITH_AGENCY = "with_agency"
    ON_STOP = "on_stop"
    OVER_LIMIT = "over_limit"
    DISPUTE = "dispute"
    PROMISE_PASSED = "promise_passed"
    NO_PHONE = "no_phone"


class Step(StrEnum):
    """What comes next with a customer."""

    ACT = "act"  # on today's work list, by ``channel``
    PROMISE = "promise"  # their money is to come by ``day``
    CALL = "call"  # a call agreed for ``day``
    CHECK = "check"  # money to be looked for on ``day``


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next; ``channel`` is given for what is to be done today."""

    step: Step
    day: date
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class ListedCustomer:
    """A line of the list, as at a day.

    ``ageings`` are per currency, largest balance first; ``oldest_days`` counts from the oldest
    overdue item's due day and is None where nothing is overdue. ``stopped`` is why a customer is on
    stop, '' where no reason was given, None for one that is supplied.
    """

    id: int
    as_at: date
    code: str
    name: str
    flag: Flag | None
    ageings: tuple[Ageing, ...]
    oldest_days: int | None
    last_contact: date | None
    next_step: NextStep | None
    lateness: Lateness
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class ListTotals:
    """Sums of a list or of a choice from it: never across currencies, largest balance first.

    ``home`` and ``home_overdue`` are what is owed and what of it is overdue in the home
    currency, at the rates of the day; None where everything is in it anyway.
    """

    count: int
    ageings: tuple[Ageing, ...]
    home: HomeTotal | None = None
    home_overdue: HomeTotal | None = None


@dataclass(frozen=True, slots=True)
class CustomerListing:
    """A list: ids in order, its first rows, its totals, and how many each narrowing would show.

    ``counts`` and ``of`` (everybody) leave the text that is looked for out of account.
    """

    wanted: Wanted
    as_at: date
    currency: str
    ids: Sequence[int]
    head: Sequence[ListedCustomer]
    totals: ListTotals
    counts: Mapping[Narrow, int]
    of: int


_RESTS = {
    RestWhy.DECEASED: Flag.DECEASED,
    RestWhy.INSOLVENT: Flag.INSOLVENT,
    RestWhy.BREATHING_SPACE: Flag.BREATHING_SPACE,
    RestWhy.HARDSHIP: Flag.HARDSHIP,
    RestWhy.OURS: Flag.AT_REST,
    RestWhy.WITH_AGENCY: Flag.WITH_AGENCY,
    RestWhy.CEASED: Flag.CEASED,
}


def decided_flag(
    rest: Rest | None, *, archived: bool, on_stop: bool, over_limit: bool
) -> Flag | None:
    """Return what was decided about a customer that is said before anything else, if anything.

    Args:
        rest: Why nobody follows it up, if nobody does.
        archived: Whether it was put away.
        on_stop: Whether nothing is supplied on account.
        over_limit: Whether it owes more than it may.
    """
    if archived:
        return Flag.ARCHIVED
    if rest is not None:
        return _RESTS[rest.why]
    if on_stop:
        return Flag.ON_STOP
    return Flag.OVER_LIMIT if over_limit else None


_TASKS = {"call_back": Step.CALL, "check_money": Step.CHECK}


def next_step(
    line: Line | None, standings: Sequence[Standing], tasks: Sequence[TaskRow], as_at: date
) -> NextStep | None:
    """Return what comes next: today's line, else a running promise, else the first task."""
    if line is not None:
        return NextStep(Step.ACT, as_at, line.channel)
    live = [standing.promise.due_day for standing in standings if standing.state in LIVE]
    if live:
        return NextStep(Step.PROMISE, min(live))
    known = [task for task in tasks if task.kind in _TASKS]
    if not known:
        return None
    first = min(known, key=lambda task: (task.day, task.id))
    return NextStep(_TASKS[first.kind], first.day)


def gravest(
    standings: Sequence[Standing], *, disputed: bool, owes: bool, by_phone: bool
) -> Flag | None:
    """Return the one thing to say right behind a customer's name, if there is any.

    Args:
        standings: The customer's promises; the one due last counts.
        disputed: Whether anything open is in question.
        owes: Whether any debit is open; without one a missed promise is past.
        by_phone: Whether the customer can be rung.
    """
    if disputed:
        return Flag.DISPUTE
    latest = max(standings, key=lambda standing: standing.promise.due_day, default=None)
    if latest is not None and latest.state in NOT_KEPT and owes:
        return Flag.PROMISE_PASSED
    return None if by_phone else Flag.NO_PHONE
