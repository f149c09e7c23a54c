"""More time: how it stands, and until when each item is left in peace."""

from datetime import date, timedelta

from creditmate.domain.extensions import (
    Extension,
    ExtensionEnd,
    ExtensionEnding,
    ExtensionState,
    extended_to,
    extension_standings,
    replaced_by,
)
from creditmate.domain.plan_terms import Meanwhile

DAY = timedelta(1)
GIVEN, TO = date(2026, 12, 3), date(2026, 12, 20)


def _time(
    id_: int = 1, *entries: int, to: date = TO, ended: ExtensionEnding | None = None
) -> Extension:
    return Extension(
        id_, 1, None, GIVEN, to, None, "Ms Ash", Meanwhile.RUNS, "ill", entries or (1, 2), ended
    )  # fmt: skip


def _state(one: Extension, as_at: date, left: int = 5) -> ExtensionState:
    (found,) = extension_standings([one], as_at, {1: left})
    return found.state


def test_it_runs_to_its_day_and_no_longer() -> None:
    assert _state(_time(), GIVEN) is ExtensionState.RUNNING
    assert _state(_time(), TO) is ExtensionState.RUNNING
    assert _state(_time(), TO + DAY) is ExtensionState.PASSED
    assert _state(_time(), TO, left=0) is ExtensionState.PAID
    assert extension_standings([_time()], GIVEN - DAY, {1: 5}) == []


def test_it_ends_earlier_by_hand() -> None:
    for kind in ExtensionEnd:
        ended = _time(ended=ExtensionEnding(kind, GIVEN + 3 * DAY))
        assert _state(ended, GIVEN + 3 * DAY).value == kind.value
        assert _state(ended, GIVEN + 2 * DAY) is ExtensionState.RUNNING
        assert ended.last_day == GIVEN + 2 * DAY
    assert _time().last_day == TO


def test_the_last_given_counts_for_an_item() -> None:
    later = _time(2, 2, to=TO + DAY)
    passed = _time(3, 9, to=GIVEN)
    standings = extension_standings([later, _time(), passed], GIVEN + DAY, {1: 5, 2: 5, 9: 5})
    assert [one.extension.id for one in standings] == [3, 1, 2]
    assert extended_to(standings) == {1: TO, 2: TO + DAY}


def test_new_time_replaces_what_is_about_nothing_else() -> None:
    standings = extension_standings([_time(), _time(2, 2)], GIVEN, {1: 5, 2: 5})
    assert replaced_by(standings, [2, 3]) == [2]
    assert sorted(replaced_by(standings, [1, 2])) == [1, 2]
