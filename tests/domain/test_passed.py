"""What was agreed until a day that has passed."""

from dataclasses import replace
from datetime import date, timedelta

from creditmate.domain.chasing import OpenEntry
from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contacting import Contacting
from creditmate.domain.extensions import (
    Extension,
    ExtensionStanding,
    ExtensionState,
    extended_by,
    extended_to,
)
from creditmate.domain.holds import Hold, HoldKind, Peace, Stop, peace_over
from creditmate.domain.lateness import Book, Lateness
from creditmate.domain.money import Money
from creditmate.domain.passed import TimePassed, peace_passed, returned, time_passed
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.priority import Contact
from creditmate.domain.workcase import CameBack, Case

DAY = timedelta(1)
TODAY = date(2026, 12, 7)
UNTIL = TODAY - 3 * DAY
TIME = Extension(3, 1, None, UNTIL - 9 * DAY, UNTIL, None, "", Meanwhile.RUNS, "x", (1,))
PASSED = ExtensionStanding(TIME, ExtensionState.PASSED, 100)
ENTRIES = tuple(
    OpenEntry(id_, "GBP", TODAY - 60 * DAY, TODAY - 30 * DAY, 100 * id_) for id_ in (1, 2)
)
CASE = Case(
    1,
    ENTRIES,
    Lateness((), Book((0.0, 0.0, 0.0))),
    extensions=(PASSED,),
    peace=Peace(HoldKind.HARDSHIP, UNTIL),
)


def _passed(case: Case) -> list[TimePassed]:
    return time_passed(case, case.portions(TODAY), TODAY)


def test_time_that_ran_out_is_spoken_of_until_somebody_has() -> None:
    assert _passed(CASE) == [TimePassed(UNTIL, Money(100, "GBP"))]
    assert peace_passed(CASE) == Peace(HoldKind.HARDSHIP, UNTIL)
    spoken = CASE._replace(last_contact=Contact(UNTIL + DAY, reached=True))
    assert (_passed(spoken), peace_passed(spoken)) == ([], None)
    on_its_day = CASE._replace(last_contact=Contact(UNTIL, reached=True))
    assert _passed(on_its_day) == _passed(CASE)
    wrote = Contacting(touches=(Touch(UNTIL + DAY, Purpose.OWN, "email"),))
    assert _passed(CASE._replace(contacting=wrote)) == []
    assert peace_passed(CASE._replace(peace=None)) is None


def test_the_last_one_counts_and_only_what_may_be_asked() -> None:
    later = replace(TIME, id=4, to_day=UNTIL + DAY, entries=(2,))
    both = CASE._replace(extensions=(PASSED, replace(PASSED, extension=later)))
    assert _passed(both) == [TimePassed(UNTIL + DAY, Money(200, "GBP"))]
    asked = CASE._replace(entries=(ENTRIES[0]._replace(disputed_minor=100),))
    assert _passed(asked) == []
    running = CASE._replace(extensions=(replace(PASSED, state=ExtensionState.RUNNING),))
    assert _passed(running) == []


def test_of_several_that_run_the_last_given_counts() -> None:
    second = replace(TIME, id=4, day=TIME.day + DAY)
    runs = [ExtensionStanding(one, ExtensionState.RUNNING) for one in (second, TIME)]
    assert extended_by(runs) == {1: second}
    assert extended_to(runs) == {1: UNTIL}


def _hold(until: date | None = UNTIL, kind: HoldKind = HoldKind.HARDSHIP) -> Hold:
    return Hold(1, 1, kind, UNTIL - 20 * DAY, None, until, frozenset(Stop))


def test_a_peace_that_ran_out() -> None:
    assert peace_over([_hold(), _hold(UNTIL - DAY)], TODAY) == Peace(HoldKind.HARDSHIP, UNTIL)
    for hold in (
        _hold(None), _hold(TODAY), _hold(kind=HoldKind.DECEASED),
        replace(_hold(), ended_day=UNTIL - DAY), replace(_hold(), stops=frozenset({Stop.INTEREST})),
    ):  # fmt: skip
        assert peace_over([hold], TODAY) is None


def test_money_that_came_back_is_news_until_somebody_has_spoken_of_it() -> None:
    back = CameBack(UNTIL, Money(100, "GBP"))
    case = CASE._replace(came_back=(back,))
    assert returned(case) == [back]
    before = case._replace(last_contact=Contact(UNTIL - DAY, reached=True))
    assert returned(before) == [back]
    assert returned(case._replace(last_contact=Contact(UNTIL, reached=True))) == []
