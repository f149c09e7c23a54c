"""Why a ledger is not opened, and how far something is."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.formats import day_in_table, days_to_measure, moment
from creditmate.i18n.ledger_words import progress_words, refused_words
from creditmate.i18n.problems import problem_words

AT = datetime(2026, 11, 23, 14, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "23\u00a0Nov\u00a02026, 14:02"),
        ("en_US", "Nov\u00a023,\u00a02026, 2:02\u202fPM"),
        ("de_DE", "23.11.2026, 14:02"),
    ],
)
def test_a_moment_is_a_day_and_an_hour(locale: str, text: str) -> None:
    assert moment(AT, locale) == text


def test_who_has_a_ledger_is_said_in_the_users_own_time() -> None:
    error = UserError(Problem.LEDGER_IN_USE, path="B.creditmate", user="Ann", host="PC3", since=AT)
    said = problem_words(error, "en_GB", "en_GB").replace("\u00a0", " ")
    assert said.endswith("It is held by Ann on PC3 since 23 Nov 2026, 14:02.")
    del error.facts["since"]
    assert problem_words(error, "en_GB", "en_GB").endswith("since –.")


def test_a_missing_ledger_is_explained_otherwise_than_at_the_command_line() -> None:
    title, why = refused_words(UserError(Problem.LEDGER_MISSING, path="X"), "en_GB", "en_GB")
    assert title == "The ledger X is not there any more"
    assert why.startswith("It may have been moved")


def test_nothing_of_nothing_is_never_told() -> None:
    assert progress_words("Reading x.csv", 0, 0, "en_GB", "en_GB") == "Reading x.csv"
    assert progress_words("Saving", 0, 1200, "en_GB", "en_GB") == "Saving: 0 of 1,200"


def test_the_days_to_measure_by_have_every_weekday_of_every_month() -> None:
    found = days_to_measure("en_GB")
    assert len({day.split("\u00a0")[0] + day.split("\u00a0")[2] for day in found}) == 7 * 12
    assert day_in_table(datetime(2026, 9, 23, tzinfo=UTC).date(), "en_GB", AT.date()) in found
