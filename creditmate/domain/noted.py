"""What is noted of a talk: opportunities in the customer's words, and feedback.

Source: domain-rules 4.7 (an opportunity is noted when *they* raise it) and issue 7. How satisfied
somebody is, is asked only when something between us has just come to an end, and seldom.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ASK_AGAIN = timedelta(days=91)
"""A quarter: nobody is asked how satisfied they are twice in it."""
STILL_FRESH = timedelta(days=14)
"""So long after a question or a plan has ended the question suits: common practice."""


class NotedKind(StrEnum):
    """What it is; the values are stored."""

    OPPORTUNITY = "opportunity"
    FEEDBACK = "feedback"


class NotedMove(StrEnum):
    """What can become of it; the values are stored."""

    DONE = "done"
    DROPPED = "dropped"
    PUT_OFF = "put_off"


class NotedState(StrEnum):
    """How it stands on a day."""

    OPEN = "open"
    WAITS = "waits"  # an opportunity, while a question of the customer's is open
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class NewNoted:
    """Something to be noted, in their words; with a day if it is to be come back to."""

    kind: NotedKind
    words: str
    follow_up: date | None = None


@dataclass(frozen=True, slots=True)
class NotedRow:
    """Something noted, as a list shows it on a day.

    ``follow_up_day`` is the day it was put off to, where it was; ``note`` says what became of it.
    """

    id: int
    customer_id: int
    code: str
    name: str
    kind: NotedKind
    day: date
    words: str
    follow_up_day: date | None
    state: NotedState
    ended_day: date | None = None
    note: str = ""

    def is_due(self, as_at: date) -> bool:
        """Whether it is to be come back to by a day."""
        on = self.follow_up_day
        return self.state is NotedState.OPEN and on is not None and on <= as_at


@dataclass(frozen=True, slots=True)
class NoteDue:
    """Something noted on ``made``, to be come back to from the day ``on``."""

    kind: NotedKind
    made: date
    words: str
    on: date


def noted_state(kind: NotedKind, latest: NotedMove | None, *, in_question: bool) -> NotedState:
    """Return how something noted stands.

    Args:
        kind: What it is.
        latest: What became of it last.
        in_question: A question of the customer's is open: nothing is offered meanwhile.
    """
    if latest in (NotedMove.DONE, NotedMove.DROPPED):
        return NotedState(latest.value)
    waits = in_question and kind is NotedKind.OPPORTUNITY
    return NotedState.WAITS if waits else NotedState.OPEN


def may_ask_satisfaction(ended: Iterable[date], asked: date | None, today: date) -> bool:
    """Whether somebody may be asked how satisfied they are.

    Args:
        ended: Days on which questions were answered and plans came to an end.
        asked: The last day on which it was asked.
        today: The day.
    """
    if asked is not None and today - asked < ASK_AGAIN:
        return False
    return any(today - STILL_FRESH <= day <= today for day in ended)
