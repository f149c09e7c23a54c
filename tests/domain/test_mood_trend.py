"""Where the mood of the last talks goes.

Worked example, mock-up 01: warm, warm, calm, calm, strained; from 4 down to 2 is cooling.
"""

import pytest

from creditmate.domain.feeling import Mood
from creditmate.domain.mood_trend import BEST, Trend, trend, warmth

WARM, CALM, STRAINED, UPSET, ANGRY = Mood


@pytest.mark.parametrize(("moods", "expected"), [
    ((WARM, WARM, CALM, CALM, STRAINED), Trend.COOLING),
    ((STRAINED,), Trend.STEADY),
    ((CALM, ANGRY, CALM), Trend.STEADY),
    ((ANGRY, UPSET), Trend.WARMING),
])  # fmt: skip
def test_the_latest_is_held_against_the_first(moods: tuple[Mood, ...], expected: Trend) -> None:
    assert trend(moods) is expected


def test_moods_have_heights() -> None:
    assert [warmth(mood) for mood in Mood] == [4, 3, 2, 1, 0]
    assert BEST == 4
