"""What is looked at on a visit, and what has changed since the last one: for our eyes only.

A mark holds a topic against how it was found before: the last time it was seen, or, on a first
visit, what we had been told. So marks add up, and a topic that is worse twice has gone down twice.
One sign alone means little: they are counted, and their way is followed.

Source: domain-rules 4.9 (NACM, "Observing a Customer's Facilities"); mock-up paper-07.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SEVERAL = 2
"""Topics found worse from which the signs are more than one alone."""


class Topic(StrEnum):
    """What is looked at, in the order of the list; the values are stored and never change."""

    STOCK = "stock"
    EQUIPMENT = "equipment"
    SITE = "site"
    STAFF = "staff"
    ORDER = "order"
    MANAGEMENT = "management"
    TRADE = "trade"
    SUPPLIERS = "suppliers"
    LOGISTICS = "logistics"
    RECORDS = "records"
    PLANS = "plans"
    REFERENCES = "references"
    TONE = "tone"


class Seen(StrEnum):
    """How a topic was found; the values are stored and never change."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NOT_SEEN = "not_seen"

    @property
    def step(self) -> int:
        """By how much it went up or down; nothing where it was not seen."""
        return _STEPS.get(self, 0)


_STEPS = {Seen.BETTER: 1, Seen.WORSE: -1}


@dataclass(frozen=True, slots=True)
class Observation:
    """How one topic was found, with what was noticed."""

    topic: Topic
    seen: Seen
    note: str = ""


@dataclass(frozen=True, slots=True)
class Observed:
    """What was observed on one visit."""

    day: date
    observations: tuple[Observation, ...]

    def of(self, topic: Topic) -> Observation | None:
        """Return how a topic was found; None where it was not seen."""
        found = (one for one in self.observations if one.topic is topic)
        return next((one for one in found if one.seen is not Seen.NOT_SEEN), None)


@dataclass(frozen=True, slots=True)
class TopicTrend:
    """Where one topic goes: how it was found now and the time before, and how far it has come.

    ``now`` and ``before`` are None where it was not seen; ``before`` is of the last visit on which
    it was, on ``before_day``. ``level`` is its height after all visits, from 0; ``worse_in_a_row``
    counts the latest times that it was found worse, one after the other.
    """

    topic: Topic
    now: Observation | None
    before: Observation | None
    before_day: date | None
    level: int
    worse_in_a_row: int

    @property
    def turned(self) -> bool:
        """Whether it goes another way than the last time it was seen."""
        if self.now is None or self.before is None:
            return False
        return self.now.seen is not self.before.seen


class Course(StrEnum):
    """Where a customer goes, from the latest visit's marks."""

    UNSEEN = "unseen"
    STEADY = "steady"
    MENDING = "mending"
    ONE_SIGN = "one_sign"
    SLIPPING = "slipping"


@dataclass(frozen=True, slots=True)
class Picture:
    """What the latest visit showed beside those before it.

    ``topics`` are all of them, in the order of the list; ``last_day`` is of the visit before.
    """

    day: date
    last_day: date | None
    topics: tuple[TopicTrend, ...]

    @property
    def better(self) -> tuple[Topic, ...]:
        """What was found better."""
        return self._found(Seen.BETTER)

    @property
    def worse(self) -> tuple[Topic, ...]:
        """What was found worse."""
        return self._found(Seen.WORSE)

    @property
    def worse_again(self) -> tuple[Topic, ...]:
        """What was found worse, and had been the last time already."""
        return tuple(one.topic for one in self.topics if one.now and one.worse_in_a_row > 1)

    @property
    def course(self) -> Course:
        """Where the customer goes: no single sign says that it slips."""
        if all(one.now is None for one in self.topics):
            return Course.UNSEEN
        change = len(self.better) - len(self.worse)
        if change < 0 and len(self.worse) >= SEVERAL:
            return Course.SLIPPING
        if change < 0:
            return Course.ONE_SIGN
        return Course.MENDING if change > 0 else Course.STEADY

    def _found(self, seen: Seen) -> tuple[Topic, ...]:
        return tuple(one.topic for one in self.topics if one.now and one.now.seen is seen)


def picture(visits: Sequence[Observed]) -> Picture | None:
    """Return what the latest of some visits showed beside those before it; None without any.

    Args:
        visits: In any order; of two on one day the later one in the sequence counts as later.
    """
    if not visits:
        return None
    in_order = sorted(visits, key=lambda visit: visit.day)
    latest, earlier = in_order[-1], in_order[:-1]
    return Picture(
        day=latest.day,
        last_day=earlier[-1].day if earlier else None,
        topics=tuple(_trend(topic, in_order) for topic in Topic),
    )


def _trend(topic: Topic, visits: Sequence[Observed]) -> TopicTrend:
    *earlier, latest = visits
    seen = [(visit.day, found) for visit in visits if (found := visit.of(topic)) is not None]
    before = [(visit.day, found) for visit in earlier if (found := visit.of(topic)) is not None]
    last_day, last = before[-1] if before else (None, None)
    return TopicTrend(
        topic=topic,
        now=latest.of(topic),
        before=last,
        before_day=last_day,
        level=sum(found.seen.step for _, found in seen),
        worse_in_a_row=_worse_in_a_row(found.seen for _, found in reversed(seen)),
    )


def _worse_in_a_row(latest_first: Iterable[Seen]) -> int:
    count = 0
    for seen in latest_first:
        if seen is not Seen.WORSE:
            break
        count += 1
    return count
