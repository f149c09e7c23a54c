from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.numbering import LONGEST, NumberPattern, next_number

NOVEMBER = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("pattern", "count", "number", "period"),
    [
        ("S-{yy}{mm}-{n:03}", 14, "S-2611-014", "2026-11"),
        ("S-{yy}{mm}-{n:03}", 1000, "S-2611-1000", "2026-11"),
        ("INV-{n:05}", 14, "INV-00014", ""),
        ("{n}", 14, "14", ""),
        ("RE{yyyy}/{n:04}", 7, "RE2026/0007", "2026"),
        ("C{yy}-{n}", 7, "C26-7", "2026"),
        ("{yyyy}{mm}{dd}-{n:02}", 3, "20261116-03", "2026-11-16"),
        ("Nº {n}", 3, "Nº 3", ""),
    ],
)
def test_numbers(pattern: str, count: int, number: str, period: str) -> None:
    series = NumberPattern(pattern)
    assert series.number(NOVEMBER, count) == number
    assert series.period(NOVEMBER) == period


def test_years_keep_four_digits_and_months_two() -> None:
    assert NumberPattern("{yy}{mm}-{n}").number(date(2003, 2, 1), 1) == "0302-1"


def test_the_next_number_and_its_counter() -> None:
    series = NumberPattern("S-{yy}{mm}-{n:03}")
    assert next_number(series, NOVEMBER, 0) == ("S-2611-001", 1)
    assert next_number(series, NOVEMBER, 13) == ("S-2611-014", 14)
    with pytest.raises(ValueError, match="0-th number"):
        next_number(series, NOVEMBER, -1)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "stands 0 times"),
        ("INV-{yyyy}", "stands 0 times"),
        ("{n}-{n:03}", "stands 2 times"),
        ("{mm}-{n}", "{mm} without a year"),
        ("{yy}{dd}-{n}", "{dd} without {mm}"),
        ("{dd}-{n}", "{dd} without {mm}"),
        ("{yy}{yyyy}-{n}", "twice"),
        ("{yy}{mm}{mm}-{n}", "twice"),
        ("{n:3}", "{n:3} is not known"),
        ("{n:010}", "{n:010} is not known"),
        ("{n:00}", "{n:00} is not known"),
        ("{n!r}", "{n!r} is not known"),
        ("{q}{n}", "{q} is not known"),
        ("{}{n}", "{} is not known"),
        ("{n", "brace"),
        ("n}{n}", "brace"),
        ("{{n}}", "brace"),
        (" {n}", "blanks"),
        ("{n} ", "blanks"),
        ("A\n{n}", "printed"),
        ("A\u202e{n}", "printed"),
        ("x" * LONGEST + "{n}", f"more than {LONGEST}"),
    ],
)
def test_patterns_that_are_refused(pattern: str, reason: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - the reason is compared as it is
        NumberPattern(pattern)
    assert reason in str(refusal.value)


TEXTS = st.text("AZ09-/. ", max_size=4)
YEARS = st.sampled_from(["{yy}", "{yyyy}"])


@st.composite
def patterns(draw: st.DrawFn) -> NumberPattern:
    tokens = [draw(st.sampled_from(["{n}", "{n:01}", "{n:03}", "{n:09}"]))]
    for token in (draw(YEARS), "{mm}", "{dd}")[: draw(st.integers(0, 3))]:
        tokens.append(token)
    ordered = draw(st.permutations(tokens))
    return NumberPattern("".join(draw(TEXTS) + token for token in ordered).lstrip())


@given(
    patterns(),
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2089, 12, 31)), st.integers(1, 2000)),
        min_size=2,
        max_size=2,
    ),
)
def test_two_numbers_of_a_series_never_look_the_same(
    series: NumberPattern, papers: list[tuple[date, int]]
) -> None:
    [first, second] = [(series.period(day), count) for day, count in papers]
    [one, other] = [series.number(day, count) for day, count in papers]
    assert (one == other) == (first == second)
