"""The diary: what is planned or falls due on which day, and at which hour by our own clock.

An hour that was agreed is an hour of the customer's clock; the diary lays the week out by ours and
says the other beside it. Source: data-model.md, "An hour that is planned"; docs/decisions/0028.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from creditmate.domain.contact_hours import NotNow
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.money import Money


class DiaryKind(StrEnum):
    """What stands in the diary."""

    CALL = "call"  # planned by us
    CALL_BACK = "call_back"  # agreed in a talk
    SPEAK_AGAIN = "speak_again"  # agreed with somebody who cannot pay at present
    TRY = "try"  # ours, after one in vain
    VISIT = "visit"
    FOLLOW_UP = "follow_up"  # something else to come back to
    PROMISE_DUE = "promise_due"  # theirs
    OUR_PROMISE = "our_promise"
    INSTALMENT = "instalment"  # of a plan
    ANSWER_DUE = "answer_due"  # to a question of theirs
    CONTACT = "contact"  # one that was made


class Source(StrEnum):
    """Where an item is kept; with the id there it names the item for good."""

    TASK = "task"
    PROMISE = "promise"
    INSTALMENT = "instalment"
    DISPUTE = "dispute"
    NOTED = "noted"
    CONTACT = "contact"


MINUTES: Mapping[DiaryKind, int] = {DiaryKind.VISIT: 60}
"""How long what has an hour is taken to last, where that is not the usual."""
USUAL_MINUTES = 30
TURNED_TO = frozenset(
    {DiaryKind.CALL, DiaryKind.CALL_BACK, DiaryKind.SPEAK_AGAIN, DiaryKind.TRY, DiaryKind.VISIT}
)
"""What rings at the customer's or comes to the door."""
_OURS_ALONE = frozenset({DiaryKind.VISIT, DiaryKind.TRY, DiaryKind.CALL})
"""What nobody agreed to, or can be called off."""


@dataclass(frozen=True, slots=True)
class DiaryItem:
    """Something in the diary; ``day`` and ``at`` are by our clock, no hour is any time of the day.

    ``set_day`` and ``set_at`` are what was agreed, by the clock of ``zone``; ``shifted``: the
    change to summer time leaves that hour out, and the next one stands for it. ``late`` was to be
    done on ``set_day`` and is carried over to today. ``words`` are ours: what we promised, or a
    note. ``owner`` is who of us does it, ``along`` who else of us goes to a visit, ``against`` why
    the customer is not to be approached then, ``resting`` says that the customer is not followed
    up at present. ``visit`` is the visit that it is, or prepares, ``travel`` the minutes of the
    way there (``next_door``: there is none, as somebody said), and ``about`` what a next step is
    about (a code of ``domain.next_steps``).
    """

    source: Source
    id: int
    kind: DiaryKind
    customer: int
    code: str
    name: str
    day: date
    set_day: date
    at: time | None = None
    set_at: time | None = None
    zone: str = ""
    minutes: int = USUAL_MINUTES
    owner: int | None = None
    person: str = ""
    words: str = ""
    amount: Money | None = None
    late: bool = False
    done: bool = False
    shifted: bool = False
    resting: bool = False
    by_hand: bool = False
    against: NotNow | None = None
    way: str = ""
    part: int = 0
    version: int = 0
    visit: int = 0
    travel: int = 0
    next_door: bool = False
    about: str = ""
    along: frozenset[int] = frozenset()

    @property
    def hands(self) -> frozenset[int | None]:
        """Everybody of us whose time it takes."""
        return self.along | {self.owner}

    @property
    def key(self) -> str:
        """What names the item for good."""
        named = f"{self.source.value}-{self.id}"
        return f"{named}-{self.part}" if self.part else named

    @property
    def movable(self) -> bool:
        """Whether it may be put elsewhere: a day that somebody promised stays where it is."""
        return self.source is Source.TASK and not self.done

    @property
    def removable(self) -> bool:
        """Whether it may be taken out: what was agreed stays until something takes its place."""
        return self.movable and (self.by_hand or self.kind in _OURS_ALONE)

    @property
    def elsewhere(self) -> bool:
        """Whether the customer's clock shows another hour than ours."""
        return self.at is not None and (self.set_day, self.set_at) != (self.day, self.at)

    @property
    def begins(self) -> datetime:
        """When it begins by our clock; midnight without an hour."""
        return datetime.combine(self.day, self.at or time())

    @property
    def ends(self) -> datetime:
        """When it ends by our clock; that may be on the next day."""
        return self.begins + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday: ours, or that of customers who stand in the diary on that day.

    ``part`` is what the ``region`` is called; both are empty where all of the country has it.
    """

    day: date
    name: str
    country: str
    region: str = ""
    part: str = ""
    ours: bool = False
    customers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """A day of the diary: what has no hour, what has one, and what is celebrated."""

    day: date
    works: bool
    all_day: tuple[DiaryItem, ...] = ()
    timed: tuple[DiaryItem, ...] = ()
    holidays: tuple[Holiday, ...] = ()

    @property
    def items(self) -> tuple[DiaryItem, ...]:
        """All of it, in order."""
        return (*self.all_day, *self.timed)


_ORDER = {kind: place for place, kind in enumerate((
    DiaryKind.OUR_PROMISE, DiaryKind.ANSWER_DUE, DiaryKind.VISIT, DiaryKind.CALL_BACK,
    DiaryKind.SPEAK_AGAIN,
    DiaryKind.CALL, DiaryKind.TRY, DiaryKind.FOLLOW_UP, DiaryKind.INSTALMENT,
    DiaryKind.PROMISE_DUE, DiaryKind.CONTACT,
))}  # fmt: skip
"""What comes first of what has no hour: our own word before theirs."""


def diary_days(
    items: Iterable[DiaryItem],
    holidays: Iterable[Holiday],
    works: Mapping[date, bool],
    first: date,
    last: date,
) -> tuple[DiaryDay, ...]:
    """Lay items out on the days from ``first`` to ``last``; others are left out.

    Args:
        items: In any order; on a day they stand by their hour, or by what they are.
        holidays: Of us and of customers.
        works: Whether we work on a day; one that is missing counts as worked.
        first: The first day.
        last: The last day, at or after the first.
    """
    on: dict[date, list[DiaryItem]] = {}
    for item in items:
        on.setdefault(item.day, []).append(item)
    kept: dict[date, list[Holiday]] = {}
    for holiday in holidays:
        kept.setdefault(holiday.day, []).append(holiday)
    days = (first + ONE_DAY * place for place in range((last - first).days + 1))
    return tuple(
        DiaryDay(
            day=day,
            works=works.get(day, True),
            all_day=tuple(sorted((i for i in on.get(day, ()) if i.at is None), key=_by_kind)),
            timed=tuple(sorted((i for i in on.get(day, ()) if i.at is not None), key=_by_hour)),
            holidays=tuple(sorted(kept.get(day, ()), key=lambda h: (not h.ours, h.country))),
        )
        for day in days
    )


def _by_kind(item: DiaryItem) -> tuple[bool, bool, int, str, str]:
    return (item.done, not item.late, _ORDER[item.kind], item.name.casefold(), item.key)


def _by_hour(item: DiaryItem) -> tuple[time, str, str]:
    return (item.at or time(), item.name.casefold(), item.key)


def overlaps(items: Sequence[DiaryItem]) -> dict[str, tuple[str, ...]]:
    """Return what cannot be done at once: the keys of what each item overlaps, by its key.

    Only what has an hour, is not done and takes the time of the same one of us; what ends as the
    next begins does not overlap it, unless there is a way between them: the longer one of the two
    is taken for it.
    """
    timed = sorted((i for i in items if i.at is not None and not i.done), key=_by_begin)
    found: dict[str, list[str]] = {}
    longest = timedelta(minutes=max((item.travel for item in timed), default=0))
    for place, one in enumerate(timed):
        for other in timed[place + 1 :]:
            if other.begins >= one.ends + longest:
                break
            way = timedelta(minutes=max(one.travel, other.travel))
            if other.hands & one.hands and other.begins < one.ends + way:
                found.setdefault(one.key, []).append(other.key)
                found.setdefault(other.key, []).append(one.key)
    return {key: tuple(others) for key, others in found.items()}


def _by_begin(item: DiaryItem) -> tuple[datetime, str]:
    return (item.begins, item.key)


def several(items: Iterable[DiaryItem]) -> frozenset[str]:
    """Return the keys of what approaches a customer who is approached again on the same day.

    No conflict, but one talk may do for both.
    """
    asked = [item for item in items if item.kind in TURNED_TO and not item.done]
    count = Counter((item.customer, item.day) for item in asked)
    return frozenset(item.key for item in asked if count[item.customer, item.day] > 1)
