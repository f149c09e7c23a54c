"""What is to be done with a customer that is not about money asked for: visits, answers, calls.

An hour that was agreed is the customer's; the day is worked off in ours (``in_our_time``).
"""

from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from creditmate.domain.contact_hours import local_moment, moment_of
from creditmate.domain.contact_steps import Step
from creditmate.domain.next_steps import About


class Hour(NamedTuple):
    """A day and hour by our clock, and by the customer's where that shows another."""

    day: date
    at: time | None = None
    theirs: time | None = None


def in_our_time(day: date, at: time | None, their_zone: str, our_zone: str) -> Hour:
    """Return when something agreed is to be done by our clock.

    An hour agreed with somebody far away may lie on our day before or after; without an hour it is
    done on the day itself, wherever they are.

    Args:
        day: As it was agreed.
        at: The hour by the customer's clock; None where none was agreed.
        their_zone: IANA name; '' for our own.
        our_zone: IANA name.
    """
    if at is None or not their_zone or their_zone == our_zone:
        return Hour(day, at)
    ours = local_moment(moment_of(day, at, their_zone), our_zone)
    return Hour(ours.date(), ours.time(), None if ours.time() == at else at)


@dataclass(frozen=True, slots=True)
class Errand:
    """A next step that follows something else up than a talk about money; ``words`` are ours.

    ``offers``: something could be sold, which waits while a question of theirs is open. ``noted``
    is the day on which it was noted of a talk: a later one, on its day or after, is enough.
    ``customer`` is with whom, in the case of a group; else 0.
    """

    about: About
    day: date
    at: time | None = None
    words: str = ""
    offers: bool = False
    noted: date | None = None
    customer: int = 0


class VisitAhead(NamedTuple):
    """A visit that they know of and that nobody has told of yet; ``day`` by the place's clock.

    ``customer`` is to whom, in the case of a group; else 0.
    """

    day: date
    confirmed: bool = False
    customer: int = 0


def is_left_to_visit(
    visit: VisitAhead | None, step: Step | None, as_at: date, longest: int
) -> bool:
    """Whether what they owe is spoken of at a visit, and not followed up before it.

    Nobody who was asked to sit down together is threatened, or handed over, meanwhile, however far
    the day is. A friendly word has its place while the visit is further off than a call-back may
    pause somebody.

    Args:
        visit: The visit, if there is one.
        step: The step that would be due.
        as_at: The day.
        longest: Days that a call-back pauses somebody at most.
    """
    if visit is None:
        return False
    escalates = step is None or step.rank >= Step.MANAGER.rank
    return escalates or (visit.day - as_at).days <= longest


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """A question of theirs that somebody of ours is to answer by a day.

    ``customer`` is whose, in the case of a group; else 0.
    """

    dispute: int
    day: date
    reason: str
    customer: int = 0
