"""Working days come from the country's own holidays and weekend."""

from datetime import date

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.services.calendars import working_calendar


def test_england_rests_at_christmas_and_on_the_day_observed_instead() -> None:
    worked = working_calendar("GB", "ENG", years=[2026])
    assert not worked.is_working(date(2026, 12, 25))
    assert not worked.is_working(date(2026, 12, 28))  # for Boxing Day, a Saturday
    assert worked.is_working(date(2026, 12, 29))


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    st_patrick = date(2026, 3, 17)
    assert working_calendar("GB", "ENG", years=[2026]).is_working(st_patrick)
    assert not working_calendar("GB", "NIR", years=[2026]).is_working(st_patrick)


def test_the_weekend_is_the_country_s() -> None:
    friday, sunday = date(2026, 11, 20), date(2026, 11, 22)
    worked = working_calendar("EG", years=[2026])
    assert not worked.is_working(friday)
    assert worked.is_working(sunday)


def test_only_the_years_asked_for_are_known() -> None:
    worked = working_calendar("GB", years=[2026])
    assert worked.is_working(date(2030, 12, 25))


@pytest.mark.parametrize(("country", "part"), [("XX", None), ("GB", "MARS")])
def test_a_country_or_part_that_nobody_keeps_is_told(country: str, part: str | None) -> None:
    with pytest.raises(UserError) as told:
        working_calendar(country, part, years=[2026])
    assert told.value.problem is Problem.UNKNOWN_COUNTRY
    assert told.value.facts == {"found": country, "part": part}
