"""More time beside promises: for the rest, or instead."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.extensions import Extension
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.promises import Promise, PromiseState, Standing
from creditmate.domain.time_beside import promised_about, promised_beside, takes_place

DAY = timedelta(1)
MADE = date(2026, 11, 23)
DUE = MADE + 4 * DAY
TO = MADE + 20 * DAY


def _standing(
    minor: int = 100,
    *entries: int,
    state: PromiseState = PromiseState.OPEN,
    made: date = MADE,
    due: date = DUE,
    id_: int = 1,
) -> Standing:
    return Standing(Promise(id_, "GBP", minor, made, due, due + 2 * DAY, entries), state, 0, 0)


def _time(day: date = MADE, to_day: date = TO, entry: int = 1) -> Extension:
    return Extension(3, 1, None, day, to_day, None, "", Meanwhile.RUNS, "x", (entry,))


def test_who_promised_a_part_has_the_time_for_the_rest() -> None:
    assert not takes_place(_standing().promise, MADE, 100, 390)
    assert takes_place(_standing().promise, MADE, 390, 390), "nothing is left besides"
    assert takes_place(_standing().promise, DUE + DAY, 100, 390), "its day had passed"


def test_what_is_promised_of_the_items() -> None:
    told = [
        _standing(100, 1), _standing(50, 2), _standing(30, 1, state=PromiseState.KEPT),
        _standing(20, 1, made=MADE + 9 * DAY, due=TO),
    ]  # fmt: skip
    assert promised_about(told, [1], MADE) == 100


def test_what_was_promised_once_they_had_the_time_leaves_them_the_time() -> None:
    free, given = {1: 390}, {1: _time()}
    since = _standing(390, 1, made=MADE + DAY)
    assert promised_beside(free, given, [since]) == {1: 390}, "it is waited for"
    missed = _standing(390, 1, made=MADE + DAY, state=PromiseState.BROKEN)
    assert promised_beside(free, given, [missed]) == {}, "and not asked for before the time is up"
    with_it = _standing(390, 1, state=PromiseState.BROKEN)
    assert promised_beside(free, given, [with_it]) == {1: 390}


def test_what_is_promised_is_no_part_of_the_time() -> None:
    free, time = {2: 40, 1: 390}, {1: _time()}
    assert promised_beside(free, time, [_standing(100, 1)]) == {1: 100}
    assert promised_beside(free, time, [_standing(100, 2, 1)]) == {1: 60}
    assert promised_beside(free, time, [_standing(500, 1)]) == {1: 390}
    assert promised_beside(free, time, [_standing(100)]) == {}
    assert promised_beside(free, time, [_standing(100, 1, due=TO + DAY)]) == {}
    late = {1: _time(DUE + DAY)}
    assert promised_beside(free, late, [_standing(100, 1)]) == {}
    both = [_standing(100, 1), _standing(70, 1, id_=2)]
    assert promised_beside(free, time, both) == {1: 170}


def test_a_day_named_anew_takes_the_place_of_one_that_passed() -> None:
    broken = _standing(100, 1, state=PromiseState.BROKEN)
    anew = _standing(100, 1, made=DUE + DAY, due=DUE + 5 * DAY, id_=2)
    assert promised_beside({1: 390}, {1: _time()}, [broken]) == {1: 100}
    assert promised_beside({1: 390}, {1: _time()}, [broken, anew]) == {1: 100}


@given(
    st.dictionaries(st.integers(1, 3), st.integers(0, 500)),
    st.lists(st.tuples(st.integers(1, 400), st.sets(st.integers(1, 3))), max_size=4),
)
def test_no_more_is_kept_back_than_is_there_or_promised(
    free: dict[int, int], told: list[tuple[int, set[int]]]
) -> None:
    standings = [_standing(minor, *about, id_=n) for n, (minor, about) in enumerate(told, 1)]
    found = promised_beside(free, {entry: _time(entry=entry) for entry in free}, standings)
    assert all(0 < minor <= free[entry] for entry, minor in found.items())
    assert sum(found.values()) <= sum(minor for minor, _ in told)
