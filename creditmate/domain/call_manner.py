"""How a talk goes on when it gets hard: one more question, and words to end it calmly.

Source: S3 ("remain calm … terminate the call gracefully and call back", "check in: did I hear that
right?") and S1 ("ask that extra question"); product.md, convictions 7 and 14.
"""

from collections.abc import Collection
from enum import StrEnum

from creditmate.domain.call_script import Situation
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.outcomes import Outcome


class Closing(StrEnum):
    """In what state somebody is whom one takes leave of, so that both can go on another day."""

    ANGRY = "angry"
    REFUSING = "refusing"
    DISTRESSED = "distressed"


class Extra(StrEnum):
    """The one question that is worth asking when somebody hesitates."""

    THE_DAY = "the_day"  # whether anything about it worries them
    THE_PLAN = "the_plan"  # whether its parts are too large
    THE_MATTER = "the_matter"  # whether there is anything that was not said yet


_EXTRAS = {
    Situation.DATE_PASSED: Extra.THE_DAY,
    Situation.MONEY_DUE: Extra.THE_DAY,
    Situation.SAID_PAID: Extra.THE_DAY,
    Situation.CALL_BACK: Extra.THE_DAY,
    Situation.BANK: Extra.THE_DAY,
    Situation.PLAN_MISSED: Extra.THE_PLAN,
}
_REFUSALS = frozenset({Outcome.REFUSES, Outcome.DISPUTE, Outcome.DO_NOT_CALL})
_TROUBLES = frozenset({Outcome.CANNOT_PAY, Outcome.CEASED_TRADING})


def extra_question(situation: Situation, noticed: Collection[Signal]) -> Extra | None:
    """Return the question that a hesitation asks for; None where nobody hesitates."""
    if Signal.HESITANT not in noticed:
        return None
    return _EXTRAS.get(situation, Extra.THE_MATTER)


def closing_for(situation: Situation, outcome: Outcome | None, mood: Mood | None) -> Closing:
    """Return the words that are shown first: trouble goes before anger, anger before a no."""
    if situation is Situation.HARDSHIP or outcome in _TROUBLES:
        return Closing.DISTRESSED
    if mood is Mood.UPSET:
        return Closing.DISTRESSED
    if mood is Mood.ANGRY or outcome not in _REFUSALS:
        return Closing.ANGRY
    return Closing.REFUSING
