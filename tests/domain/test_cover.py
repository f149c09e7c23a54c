"""Who stands in for whom."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.cover import Cover, is_mine, overlapping, standing_in, whose_work

DAY = date(2026, 11, 23)
ANN, BEN, CAT, DAN = 1, 2, 3, 4


def cover(staff: int, by: int, first: int = 1, last: int = 30) -> Cover:
    return Cover(staff, by, date(2026, 11, first), date(2026, 11, last))


def test_a_cover_is_in_force_on_both_its_ends() -> None:
    away = cover(ANN, BEN, 10, 12)
    found = [standing_in(ANN, [away], date(2026, 11, day)) for day in (9, 10, 12, 13)]
    assert found == [ANN, BEN, BEN, ANN]


def test_covers_of_one_person_that_share_a_day_overlap() -> None:
    known = [cover(ANN, BEN, 10, 12), cover(CAT, BEN, 1, 30)]
    assert overlapping(cover(ANN, DAN, 12, 20), known) == known[0]
    assert overlapping(cover(ANN, DAN, 13, 20), known) is None
    assert overlapping(cover(ANN, DAN, 1, 9), known) is None
    assert overlapping(cover(ANN, DAN, 11, 11), known) == known[0]


def test_who_covers_may_be_covered() -> None:
    chain = [cover(ANN, BEN), cover(BEN, CAT)]
    assert standing_in(ANN, chain, DAY) == CAT
    assert standing_in(BEN, chain, DAY) == CAT
    assert standing_in(ANN, [chain[0]], DAY) == BEN


def test_a_ring_ends_at_the_last_who_was_not_asked() -> None:
    ring = [cover(ANN, BEN), cover(BEN, CAT), cover(CAT, ANN)]
    assert [standing_in(staff, ring, DAY) for staff in (ANN, BEN, CAT)] == [CAT, ANN, BEN]


def test_my_work_is_my_own_and_what_i_cover() -> None:
    covers = [cover(ANN, BEN), cover(BEN, CAT), cover(DAN, ANN, 1, 2)]
    everybody = [ANN, BEN, CAT, DAN]
    assert whose_work(CAT, everybody, covers, DAY) == {ANN, BEN, CAT}
    assert whose_work(ANN, everybody, covers, DAY) == {ANN}
    assert whose_work(DAN, everybody, covers, DAY) == {DAN}
    assert is_mine(None, {ANN})
    assert is_mine(ANN, {ANN})
    assert not is_mine(BEN, {ANN})


def test_what_makes_no_cover() -> None:
    with pytest.raises(ValueError, match="before"):
        cover(ANN, BEN, 12, 10)
    with pytest.raises(ValueError, match="themselves"):
        cover(ANN, ANN)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)).filter(lambda p: p[0] != p[1])))
def test_everybodys_work_is_done_by_exactly_one(pairs: list[tuple[int, int]]) -> None:
    covers = [cover(staff, by) for staff, by in dict(pairs).items()]
    for staff in range(1, 7):
        found = standing_in(staff, covers, DAY)
        doing = [me for me in range(1, 7) if staff in whose_work(me, range(1, 7), covers, DAY)]
        assert set(doing) == {found, staff}
