"""What is looked at before credit is given: what it shows, what is missing, when to look again."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.credit_checks import (
    LISTED,
    NEEDED,
    Check,
    CheckRow,
    Result,
    ReviewDue,
    checklist,
    due,
    review_day,
    usual_review,
)

DAY = date(2026, 11, 23)


def row(number: int, kind: Check, result: Result = Result.GOOD, **more: object) -> CheckRow:
    values = {"day": DAY + timedelta(days=number), **more}
    return CheckRow(id=number, kind=kind, result=result, **values)  # type: ignore[arg-type]


def test_before_anything_was_looked_at_all_that_is_needed_is_missing() -> None:
    found = checklist((), None)
    assert [line.kind for line in found.lines] == list(LISTED)
    assert found.missing == NEEDED
    assert Check.BANK not in found.missing
    assert found.doubted == ()
    assert found.review_day is None


def test_the_program_looks_at_numbers_until_somebody_does() -> None:
    by_us = checklist((), Result.DOUBTFUL).lines[0]
    assert (by_us.result, by_us.by_program) == (Result.DOUBTFUL, True)
    by_them = checklist([row(1, Check.NUMBERS)], Result.DOUBTFUL).lines[0]
    assert (by_them.result, by_them.by_program) == (Result.GOOD, False)


def test_of_a_search_the_last_word_counts_and_of_referees_the_worst() -> None:
    rows = [
        row(2, Check.SEARCH),
        row(1, Check.SEARCH, Result.BAD),
        row(3, Check.REFERENCE, Result.BAD, about="Oak & Co"),
        row(4, Check.REFERENCE, Result.DOUBTFUL, about="Alder"),
        row(5, Check.REFERENCE, about="oak & co"),
    ]
    found = {line.kind: line for line in checklist(rows, Result.GOOD).lines}
    assert found[Check.SEARCH].result is Result.GOOD
    assert [each.id for each in found[Check.SEARCH].rows] == [2, 1]
    assert found[Check.REFERENCE].result is Result.DOUBTFUL
    assert checklist(rows, Result.GOOD).missing == (Check.LIMIT,)
    assert checklist(rows, Result.GOOD).doubted == (Check.REFERENCE,)


def test_a_limit_is_looked_at_again_when_it_was_last_said() -> None:
    first, second = DAY + timedelta(days=300), DAY + timedelta(days=400)
    rows = [
        row(1, Check.LIMIT, review_day=first),
        row(2, Check.SEARCH, review_day=DAY),
        row(3, Check.REVIEW, review_day=second),
    ]
    assert review_day(rows[:2]) == first
    assert review_day(rows) == second
    assert review_day([*rows, row(4, Check.LIMIT)]) is None
    assert checklist(rows, None).review_day == second
    assert usual_review(DAY) == date(2027, 11, 23)


@given(st.lists(st.integers(-400, 400), max_size=8))
def test_due_is_what_is_due_the_longest_first(offsets: list[int]) -> None:
    reviews = [
        ReviewDue(str(at), str(at), DAY + timedelta(days=days), None, "")
        for at, days in enumerate(offsets)
    ]
    days = [each.review_day for each in due(reviews, DAY)]
    assert days == sorted(DAY + timedelta(days=each) for each in offsets if each <= 0)
