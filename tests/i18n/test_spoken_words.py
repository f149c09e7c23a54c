"""Who spoke with them today already is said with as much of it as is known."""

from datetime import UTC, datetime

import pytest

from creditmate.domain.spoken_today import SpokenToday
from creditmate.i18n.spoken_words import spoken_today_words

AT = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        (SpokenToday(AT, "Sue", "Ann Lee"), "Sue spoke with Ann Lee today already, at 10:42."),
        (SpokenToday(AT, "Sue"), "Sue spoke with them today already, at 10:42."),
        (SpokenToday(AT, "", "Ann"), "Ann was spoken with today already, at 10:42."),
        (SpokenToday(AT), "They were spoken with today already, at 10:42."),
    ],
)
def test_what_is_known_is_said(spoken: SpokenToday, said: str) -> None:
    assert spoken_today_words(spoken, "en_GB", "en_GB") == said
