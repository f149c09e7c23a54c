"""Which items a promise means: what is overdue before anything that is not due."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.chasing import OpenEntry, waterfall
from creditmate.domain.money import Money
from creditmate.domain.promised_items import items_meant

TODAY = date(2026, 11, 24)
OLD, LATE, AHEAD = date(2026, 9, 5), date(2026, 11, 5), date(2026, 12, 6)


def entry(
    id_: int, due: date, open_: int, disputed: int = 0, planned: int = 0, *, currency: str = "GBP"
) -> OpenEntry:
    return OpenEntry(id_, currency, date(2026, 8, 1), due, open_, disputed, planned)


def meant(minor: int, *entries: OpenEntry, about: tuple[int, ...] = ()) -> dict[int, int]:
    return items_meant(waterfall(entries, (), TODAY), Money(minor, "GBP"), TODAY, about)


def test_what_is_free_comes_first_then_what_is_arranged_then_what_is_not_due() -> None:
    some = (entry(1, OLD, 500, planned=500), entry(2, LATE, 300), entry(3, AHEAD, 400))
    assert meant(200, *some) == {2: 200}
    assert meant(600, *some) == {2: 300, 1: 300}
    assert meant(900, *some) == {2: 300, 1: 500, 3: 100}


def test_who_was_given_time_and_pays_earlier_means_that_invoice() -> None:
    assert meant(3_905, entry(1, LATE, 3_905, planned=3_905), entry(2, AHEAD, 1_650)) == {1: 3_905}


def test_what_is_under_query_is_meant_where_nothing_else_is_overdue() -> None:
    some = (entry(1, LATE, 1_372, disputed=1_372), entry(2, AHEAD, 2_000))
    assert meant(800, *some) == {1: 800}
    assert meant(800, entry(1, OLD, 500, disputed=200), entry(2, LATE, 400)) == {1: 400, 2: 400}


def test_what_is_named_is_meant_whatever_holds_it() -> None:
    some = (
        entry(1, LATE, 300),
        entry(2, AHEAD, 400, planned=100),
        entry(4, LATE, 9, currency="EUR"),
    )
    assert meant(400, *some, about=(2,)) == {2: 400}
    assert meant(500, *some, about=(2, 4)) == {2: 400, 1: 100}


@given(
    parts=st.lists(
        st.tuples(
            st.sampled_from([OLD, LATE, TODAY, AHEAD]), st.integers(1, 90), st.integers(0, 90),
            st.integers(0, 90),
        ),
        max_size=6,
    ),
    minor=st.integers(1, 600),
)  # fmt: skip
def test_nothing_that_is_not_due_is_meant_while_anything_overdue_is_left(
    parts: list[tuple[date, int, int, int]], minor: int
) -> None:
    entries = [
        entry(place, due, open_, min(asked, open_), min(planned, open_))
        for place, (due, open_, asked, planned) in enumerate(parts)
    ]
    found = meant(minor, *entries)
    overdue = sum(one.open_minor for one in entries if one.due_day < TODAY)
    in_time = sum(found.get(one.id, 0) for one in entries if one.due_day >= TODAY)
    assert in_time == min(max(minor - overdue, 0), sum(one.open_minor for one in entries) - overdue)
    assert sum(found.values()) == min(minor, sum(one.open_minor for one in entries))
    assert all(0 < found[one.id] <= one.open_minor for one in entries if one.id in found)
