"""Ways in words: as short as they stand between two stops."""

import pytest

from creditmate.i18n.distances import distance_words, duration_words


@pytest.mark.parametrize(
    ("tenths", "unit", "locale", "words"),
    [
        (220, "mile", "en_GB", "22 miles"),
        (10, "mile", "en_GB", "1 mile"),
        (35, "mile", "en_GB", "3.5 miles"),
        (35, "km", "de_DE", "3,5 km"),
        (12_345, "km", "en_GB", "1,234.5 km"),
    ],
)
def test_a_distance_has_its_unit_and_no_more_decimals_than_it_needs(
    tenths: int, unit: str, locale: str, words: str
) -> None:
    assert distance_words(tenths, unit, locale).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (50, "50 min"), (60, "1 h"), (65, "1 h 05"), (139, "2 h 19")],
)
def test_a_time_on_the_road_is_hours_and_minutes(minutes: int, words: str) -> None:
    said = duration_words(minutes, "en_GB")
    assert said.replace("\u00a0", " ") == words
    assert " " not in said  # it never breaks over a line
