"""What names a happening of a customer's story, and what the story can be narrowed to."""

from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Topic(StrEnum):
    """What the story can be narrowed to."""

    EVERYTHING = "everything"
    TALKS = "talks"
    MONEY = "money"
    PROMISES = "promises"
    DISPUTES = "disputes"
    LETTERS = "letters"


class Happening(IntEnum):
    """What sort of thing happened. Of one day the first of these is told at the top."""

    PROMISE_ENDED = 0
    DEED_ENDED = 1
    CLAIM_ENDED = 2
    STEP_DONE = 3
    TALK = 4
    PROMISE_MADE = 5
    CLAIM_MADE = 6
    DISPUTE_ENDED = 7
    DISPUTE_RAISED = 8
    PAPER = 9
    MONEY = 10
    DOCUMENT = 11
    CONTACT_MOVED = 12
    PLAN_ENDED = 13
    PLAN_MOVED = 14
    PLAN_AGREED = 15
    TIME_ENDED = 16
    TIME_GIVEN = 17
    NOTED = 18
    VISIT_MOVED = 19
    VISIT_PLANNED = 20


class StoryKey(NamedTuple):
    """Names a happening: its day, its sort, and the id of the row behind it."""

    day: date
    what: Happening
    id: int
