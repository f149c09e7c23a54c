"""What is promised at a visit, all of it together, takes the place of what was promised before."""

from datetime import timedelta

from creditmate.db.proof import prove_all
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseState
from creditmate.services.call_notes import CallNote
from tests.services.test_visit_reports import (
    FRIDAY,
    NUMBER,
    Planned,
    everything,
    planned,  # noqa: F401 - a fixture
    pounds,
)


def before(planned: Planned, minor: int) -> None:  # noqa: F811
    by = FRIDAY + timedelta(1)
    call = CallNote("Aidan", Outcome.WILL_PAY, "x", by, promised=pounds(minor), promised_by=by)
    planned.office.call("ACME", call)


def states(planned: Planned) -> list[PromiseState]:  # noqa: F811
    return [one.state for one in planned.office.brief("ACME").standings]


def test_two_parts_take_the_place_of_one_beside_which_the_first_would_fit(
    planned: Planned,  # noqa: F811
) -> None:
    before(planned, 60_000)
    taken = planned.reports.takes_place_of(NUMBER, everything(planned))
    assert [one.promise.minor for one in taken.promises] == [60_000]
    planned.reports.report(NUMBER, everything(planned))
    assert states(planned) == [PromiseState.OPEN, PromiseState.REPLACED, PromiseState.OPEN]
    assert prove_all() == []


def test_they_stand_beside_what_fits(planned: Planned) -> None:  # noqa: F811
    planned.reports.report(NUMBER, everything(planned))
    assert states(planned) == [PromiseState.OPEN, PromiseState.OPEN]
