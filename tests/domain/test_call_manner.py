"""Where a talk gets hard: one more question, and a calm leave."""

import pytest

from creditmate.domain.call_manner import Closing, Extra, closing_for, extra_question
from creditmate.domain.call_script import Situation
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.outcomes import Outcome


@pytest.mark.parametrize("situation", list(Situation))
def test_one_question_is_offered_to_whoever_hesitates_and_to_nobody_else(
    situation: Situation,
) -> None:
    assert isinstance(extra_question(situation, [Signal.HESITANT, Signal.HURRIED]), Extra)
    assert extra_question(situation, [Signal.HURRIED, Signal.DIFFERS]) is None
    assert extra_question(situation, []) is None


def test_the_question_is_about_what_was_just_agreed() -> None:
    asked = [Signal.HESITANT]
    assert extra_question(Situation.DATE_PASSED, asked) is Extra.THE_DAY
    assert extra_question(Situation.PLAN_MISSED, asked) is Extra.THE_PLAN
    assert extra_question(Situation.COURTESY, asked) is Extra.THE_MATTER


@pytest.mark.parametrize(
    ("situation", "outcome", "mood", "closing"),
    [
        (Situation.MONEY_DUE, None, None, Closing.ANGRY),
        (Situation.MONEY_DUE, Outcome.REFUSES, None, Closing.REFUSING),
        (Situation.MONEY_DUE, Outcome.REFUSES, Mood.ANGRY, Closing.ANGRY),
        (Situation.MONEY_DUE, Outcome.REFUSES, Mood.UPSET, Closing.DISTRESSED),
        (Situation.MONEY_DUE, Outcome.CANNOT_PAY, Mood.ANGRY, Closing.DISTRESSED),
        (Situation.HARDSHIP, None, None, Closing.DISTRESSED),
        (Situation.COURTESY, Outcome.DO_NOT_CALL, Mood.CALM, Closing.REFUSING),
    ],
)
def test_the_leave_fits_the_state_somebody_is_in(
    situation: Situation, outcome: Outcome | None, mood: Mood | None, closing: Closing
) -> None:
    assert closing_for(situation, outcome, mood) is closing
