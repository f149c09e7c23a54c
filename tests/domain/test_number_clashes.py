"""Numbers that two series could both give."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.number_clashes import counted, may_clash
from creditmate.domain.numbering import NumberPattern

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("INV-{n:04}", "CN-{n:04}", False),
        ("INV-{n:04}", "inv-{n}", True),
        ("{n:04}", "{n:03}", True),
        ("{n:04}", "{yyyy}{n}", True),
        ("S-{yy}{mm}-{n:03}", "S-{n:04}", False),
        ("S-{yy}{mm}-{n:03}", "S-{yyyy}-{n}", True),
        ("A{n}", "A{n}B", False),
        ("A{n}1", "A{n}", True),
        ("{n}1{yy}", "{n}2{yy}", False),
        ("R{n}-1", "R{n}-2", False),
        ("1{n:02}", "2{n:02}", False),
        ("1{n:02}", "{n}", True),
    ],
)
def test_which_patterns_could_give_the_same_number(one: str, other: str, clash: bool) -> None:
    assert may_clash(NumberPattern(one), NumberPattern(other)) is clash
    assert may_clash(NumberPattern(other), NumberPattern(one)) is clash


PATTERNS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "A", "1", "A-"]),
        st.sampled_from(["", "{yy}", "{yyyy}", "{yy}{mm}", "{yyyy}-{mm}-{dd}"]),
        st.sampled_from(["", "-", "1"]),
        st.sampled_from(["{n}", "{n:02}", "{n:03}"]),
        st.sampled_from(["", "1", "/B", "b"]),
    ),
).map(NumberPattern)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(PATTERNS, PATTERNS, DAYS, DAYS, st.integers(1, 5000), st.integers(1, 5000))
def test_numbers_that_are_the_same_are_never_missed(  # noqa: PLR0917 - two of each
    one: NumberPattern, other: NumberPattern, day: date, second: date, count: int, next_one: int
) -> None:
    if one.number(day, count).casefold() == other.number(second, next_one).casefold():
        assert may_clash(one, other)
    assert may_clash(one, one)


@given(PATTERNS, DAYS, st.integers(1, 10**6))
def test_a_number_tells_its_period_and_counter(pattern: NumberPattern, day: date, n: int) -> None:
    assert counted(pattern, pattern.number(day, n), day) == (pattern.period(day), n)


def test_what_a_pattern_does_not_give() -> None:
    pattern = NumberPattern("INV-{n:03}")
    for number in ("INV-12", "INV-0012", "INV-000", "XINV-012", "INV-01a", "INV-012 "):
        assert counted(pattern, number, DAY) is None
    assert counted(pattern, "inv-012", DAY) == ("", 12)
    assert counted(pattern, "INV-1000", DAY) == ("", 1000)
    assert counted(NumberPattern("{yy}/{n}"), "25/7", DAY) == ("2025", 7)
