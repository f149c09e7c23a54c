"""What stands before a visit: steps in our own words, and what is left of them once it is over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from creditmate.db.models import Customer, Site
from creditmate.db.proof import prove_all
from creditmate.domain.changes import Done
from creditmate.domain.diary import DiaryItem
from creditmate.domain.errors import UserError
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_plan import PlanPerson, plan_of
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visit_report import Findings, IssueOutcome, IssueResult
from creditmate.domain.visit_times import TimeWhy
from creditmate.domain.visits import Preparation, PreparationStep, Side, VisitEventKind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.services.call_notes import CallNote
from creditmate.services.customers import require_customer
from creditmate.services.diary import Diary, Wanted
from creditmate.services.people import People
from creditmate.services.visit_hours import VisitTime
from creditmate.services.visit_report_notes import NotMet, VisitReport
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visits import ConfirmedHow
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing
from tests.services.test_visits import MONDAY, PLAN, VISIT, planned, visit_reasons, visits, why

EVE = VISIT - timedelta(days=1)
OWN = "Take the cable samples along"


@pytest.fixture
def acme(office: Office) -> Office:
    owing(office, "ACME", 1_124_075)
    return office


def steps(office: Office, named: str) -> dict[Preparation, PreparationStep]:
    return {step.kind: step for step in visits(office).show(named, MONDAY).file.steps}


def in_diary(office: Office) -> list[DiaryItem]:
    diary = Diary(office.gateway, office.clock)
    items = diary.between(Wanted(MONDAY, VISIT + timedelta(days=30))).items
    return [item for item in items if item.about == "visit_step" and not item.done]


# ---------------------------------------------------------------- in our own words
def test_a_step_in_our_own_words_is_in_the_diary_and_in_today_until_it_is_done(
    acme: Office,
) -> None:
    named = str(planned(acme).id)
    made = visits(acme).add_step(named, f"  {OWN} ")
    step = steps(acme, named)[Preparation.OTHER]
    assert (step.id, step.words, step.due_day) == (made.id, OWN, EVE)
    kinds = [each.kind for each in visits(acme).show(named, MONDAY).file.steps]
    assert kinds[-1] is Preparation.REPORT
    (item,) = in_diary(acme)
    assert (item.day, item.words) == (EVE, OWN)
    assert (ReasonCode.VISIT_STEP, OWN) not in visit_reasons(acme, EVE - timedelta(days=1))
    assert (ReasonCode.VISIT_STEP, OWN) in visit_reasons(acme, EVE)
    done = visits(acme).prepare(named, step.id)
    assert (ReasonCode.VISIT_STEP, OWN) not in visit_reasons(acme, EVE)
    assert steps(acme, named)[Preparation.OTHER].done_day == EVE
    visits(acme).undo(done)
    assert (ReasonCode.VISIT_STEP, OWN) in visit_reasons(acme, EVE)
    assert prove_all() == []


def test_it_is_taken_out_and_put_back_and_its_adding_is_taken_back(acme: Office) -> None:
    named = str(planned(acme).id)
    added = visits(acme).add_step(named, OWN, MONDAY)
    assert added.id is not None
    out = visits(acme).take_out_step(named, added.id)
    assert Preparation.OTHER not in steps(acme, named)
    assert in_diary(acme) == []
    with pytest.raises(UserError) as caught:
        visits(acme).undo(added)
    assert why(caught) == VisitWhy.RESTS
    visits(acme).undo(out)
    assert steps(acme, named)[Preparation.OTHER].due_day == MONDAY
    again = visits(acme).add_step(named, "Ask Tom", VISIT)
    visits(acme).undo(again)
    assert [item.words for item in in_diary(acme)] == [OWN]
    assert prove_all() == []


@pytest.mark.parametrize(
    ("what", "day", "said"),
    [
        (" \n ", None, VisitWhy.NO_STEP),
        (OWN, MONDAY - timedelta(days=1), VisitWhy.STEP_PAST),
        (OWN, VISIT + timedelta(days=1), VisitWhy.STEP_AFTER),
    ],
)
def test_a_step_that_cannot_be_is_refused(
    acme: Office, what: str, day: date | None, said: VisitWhy
) -> None:
    named = str(planned(acme).id)
    with pytest.raises(UserError) as caught:
        visits(acme).add_step(named, what, day)
    assert why(caught) == said
    with pytest.raises(UserError) as caught:
        visits(acme).take_out_step(named, steps(acme, named)[Preparation.CONFIRM].id)
    assert why(caught) == VisitWhy.STEP_IS_USUAL
    with pytest.raises(UserError) as caught:
        visits(acme).take_out_step(named, 999)
    assert why(caught) == VisitWhy.UNKNOWN_STEP
    assert Preparation.OTHER not in steps(acme, named)


def test_a_step_in_our_own_words_goes_along_with_its_visit(acme: Office) -> None:
    named = str(planned(acme).id)
    visits(acme).add_step(named, OWN, VISIT - timedelta(days=2))
    moved = visits(acme).move(named, VISIT + timedelta(days=7), time(9), "they asked for it")
    assert steps(acme, named)[Preparation.OTHER].due_day == VISIT + timedelta(days=5)
    visits(acme).undo(moved)
    assert steps(acme, named)[Preparation.OTHER].due_day == VISIT - timedelta(days=2)
    visits(acme).move(named, MONDAY + timedelta(days=1), time(9), "sooner")
    assert steps(acme, named)[Preparation.OTHER].due_day == MONDAY


def test_without_a_day_it_is_the_working_day_before(acme: Office) -> None:
    named = str(planned(acme).id)
    visits(acme).move(named, date(2026, 12, 7), time(9), "a Monday")
    visits(acme).add_step(named, OWN)
    assert steps(acme, named)[Preparation.OTHER].due_day == date(2026, 12, 4)


# ---------------------------------------------------------------- what is left of them
@pytest.mark.parametrize("kind", [
    VisitEventKind.NOBODY, VisitEventKind.DEPUTY, VisitEventKind.REFUSED,
])  # fmt: skip
def test_after_nobody_was_met_no_step_is_left_on_today(acme: Office, kind: VisitEventKind) -> None:
    named = str(planned(acme).id)
    visits(acme).add_step(named, OWN)
    acme.on(VISIT)
    assert len(visit_reasons(acme, VISIT)) > 2
    talk = VisitReports(acme.gateway, acme.clock).not_met(named, NotMet(kind)).id
    assert visit_reasons(acme, VISIT) == []
    assert in_diary(acme) == []
    VisitReports(acme.gateway, acme.clock).undo(talk)
    assert (ReasonCode.VISIT_STEP, OWN) in visit_reasons(acme, VISIT)
    assert prove_all() == []


def test_booked_again_what_was_never_done_is_to_be_done_and_what_was_done_stays(
    acme: Office,
) -> None:
    named = str(planned(acme).id)
    visits(acme).add_step(named, OWN)
    visits(acme).prepare(named, steps(acme, named)[Preparation.TELL_SALES].id)
    acme.on(VISIT)
    VisitReports(acme.gateway, acme.clock).not_met(named, NotMet(VisitEventKind.NOBODY))
    visits(acme).move(named, VISIT + timedelta(days=14), time(9), "nobody was there")
    found = steps(acme, named)
    assert {kind: step.done_day for kind, step in found.items() if step.done_day} == {
        Preparation.TELL_SALES: MONDAY
    }
    assert found[Preparation.OTHER].due_day == VISIT + timedelta(days=13)
    assert found[Preparation.SEND_PAPERS].due_day == date(2026, 12, 11)


@pytest.mark.parametrize("deed", ["cancel", "move-away"])
def test_a_visit_called_off_or_moved_leaves_today(acme: Office, deed: str) -> None:
    named = str(planned(acme).id)
    visits(acme).add_step(named, OWN, MONDAY + timedelta(days=2))
    acme.on(MONDAY + timedelta(days=2))
    assert visit_reasons(acme, acme.clock.today) != []
    if deed == "cancel":
        done = visits(acme).cancel(named, "They have paid")
    else:
        done = visits(acme).move(named, VISIT + timedelta(days=28), None, "after the fair")
    assert visit_reasons(acme, acme.clock.today) == []
    visits(acme).undo(done)
    assert (ReasonCode.VISIT_STEP, OWN) in visit_reasons(acme, acme.clock.today)


# ---------------------------------------------------------------- reminders
TUESDAY = date(2026, 12, 29)
"""The first working day after Christmas here: the 25th and the 28th are holidays."""


def reminded(office: Office, about: str, first: date, last: date) -> list[date]:
    """On which days Today reminds of a step, and the Diary has it, from one day to another."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    today = [
        day
        for day in days
        if (ReasonCode.VISIT_STEP, about) in visit_reasons(office, day)
    ]  # fmt: skip
    office.on(first)
    diary = Diary(office.gateway, office.clock)
    items = [
        item.day
        for item in diary.between(Wanted(first, last)).items
        if item.about == about and not item.done
    ]
    assert items == today[:1]
    return today


@pytest.mark.parametrize(
    ("country", "agenda", "confirm"),
    [
        ("GB", date(2026, 12, 18), date(2026, 12, 22)),
        ("CZ", date(2026, 12, 17), date(2026, 12, 21)),  # they do not work on the 24th either
    ],
)
def test_reminders_count_the_days_on_which_both_sides_work(
    acme: Office, country: str, agenda: date, confirm: date
) -> None:
    with acme.gateway.write("t") as writing:
        row = Customer.get(Customer.code == "ACME")
        writing.edit(Customer, row.id, row.version, country=country, region="")
    planned(acme, replace(PLAN, day=TUESDAY))
    found = reminded(acme, "visit_agenda", date(2026, 12, 14), TUESDAY)
    assert (found[0], found[-1]) == (agenda, TUESDAY)  # until it is done, or the day has passed
    assert reminded(acme, "visit_confirm", date(2026, 12, 14), TUESDAY)[0] == confirm
    assert reminded(acme, "visit_reconfirm", date(2026, 12, 14), TUESDAY)[0] in {
        date(2026, 12, 24), date(2026, 12, 23),
    }  # fmt: skip


def test_each_reminder_goes_when_it_is_done_and_comes_back_with_undo(acme: Office) -> None:
    named = str(planned(acme).id)
    deeds: tuple[tuple[str, Callable[[], Done]], ...] = (
        ("visit_agenda", lambda: visits(acme).agenda_sent(named, "email")),
        ("visit_confirm", lambda: visits(acme).confirm(named, ConfirmedHow())),
        ("visit_reconfirm", lambda: visits(acme).confirm(named, ConfirmedHow(again=True))),
    )
    for about, deed in deeds:
        acme.on(EVE)
        assert (ReasonCode.VISIT_STEP, about) in visit_reasons(acme, EVE)
        done = deed()
        assert (ReasonCode.VISIT_STEP, about) not in visit_reasons(acme, EVE)
        visits(acme).undo(done)
        assert (ReasonCode.VISIT_STEP, about) in visit_reasons(acme, EVE)
        deed()


def test_a_moved_visit_is_to_be_told_of_and_confirmed_anew(acme: Office) -> None:
    named = str(planned(acme).id)
    visits(acme).agenda_sent(named, "email")
    visits(acme).confirm(named, ConfirmedHow(again=True))
    away = VISIT + timedelta(days=14)
    moved = visits(acme).move(named, away, time(10, 30), "the fair")
    for about, first in (
        ("visit_agenda", date(2026, 12, 10)),
        ("visit_confirm", date(2026, 12, 14)),
        ("visit_reconfirm", date(2026, 12, 16)),
    ):
        assert reminded(acme, about, MONDAY, away)[0] == first
    assert reminded(acme, "visit_report", MONDAY, away) == [away]
    visits(acme).undo(moved)
    for about in ("visit_agenda", "visit_confirm", "visit_reconfirm"):
        assert reminded(acme, about, MONDAY, VISIT) == []


def test_the_report_is_asked_for_every_day_until_it_is_told(acme: Office) -> None:
    named = str(planned(acme).id)
    later = VISIT + timedelta(days=9)
    assert reminded(acme, "visit_report", MONDAY, later) == [
        VISIT + timedelta(days=n) for n in range(10)
    ]
    acme.on(VISIT)
    reports = VisitReports(acme.gateway, acme.clock)
    file = visits(acme).show(named, VISIT).file
    results = tuple(
        IssueOutcome(issue.id, IssueResult.NOT_SPOKEN_OF) for issue in file.visit.issues
    )
    talk = CallNote("", Outcome.ALL_WELL, "A good hour.", next_day=later + timedelta(days=30))
    told = reports.report(named, VisitReport(talk, Findings(results=results)))
    assert visit_reasons(acme, later) == []
    acme.on(VISIT)
    reports.undo(told.id)
    assert (ReasonCode.VISIT_STEP, "visit_report") in visit_reasons(acme, later)


def test_papers_go_ahead_from_the_moment_on_at_which_there_are_any(acme: Office) -> None:
    """The step comes with the first paper, behind the agenda, and goes with the last one."""
    bare = replace(PLAN, issues=tuple(replace(one, papers="") for one in PLAN.issues))
    named = str(planned(acme, bare).id)
    kinds = [step.kind for step in visits(acme).show(named, MONDAY).file.steps]
    assert Preparation.SEND_PAPERS not in kinds
    file = visits(acme).show(named, MONDAY).file
    plan = plan_of(file)
    with_papers = tuple(replace(one, papers="the plan draft") for one in plan.issues)
    visits(acme).change(named, replace(plan, issues=with_papers), file.visit.version)
    found = visits(acme).show(named, MONDAY).file
    assert [step.kind for step in found.steps] == [
        Preparation.TELL_SALES, Preparation.SEND_AGENDA, Preparation.SEND_PAPERS,
        Preparation.CONFIRM, Preparation.PRINT_PACK, Preparation.RECONFIRM, Preparation.REPORT,
    ]  # fmt: skip
    assert steps(acme, named)[Preparation.SEND_PAPERS].due_day == date(2026, 11, 27)
    done = visits(acme).change(named, plan_of(found), found.visit.version)  # nothing doubles
    visits(acme).undo(done)
    found = visits(acme).show(named, MONDAY).file
    done = visits(acme).change(
        named, replace(plan_of(found), issues=bare.issues), found.visit.version
    )
    assert Preparation.SEND_PAPERS not in steps(acme, named)
    visits(acme).undo(done)
    assert steps(acme, named)[Preparation.SEND_PAPERS].due_day == date(2026, 11, 27)
    assert prove_all() == []


def test_of_today_only_what_is_left_of_it_is_free(acme: Office) -> None:
    """It is half past nine: who leaves now is there in 85 minutes."""
    when = VisitTime(require_customer("ACME").id, MONDAY, minutes=60, travel=85)
    free = visits(acme).free("ACME", when)
    assert [(one.first, one.last) for one in free] == [(time(11), time(16))]
    tomorrow = visits(acme).free("ACME", replace(when, day=MONDAY + timedelta(days=1)))
    assert tomorrow[0].first < time(11)
    acme.clock.moment = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
    assert visits(acme).free("ACME", when) == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 12, 28), {TimeWhy.OUR_HOLIDAY, TimeWhy.THEIR_HOLIDAY}),
        (date(2026, 12, 5), {TimeWhy.OUR_WEEKEND, TimeWhy.THEIR_WEEKEND}),
    ],
)
def test_nothing_is_free_where_nobody_works_and_why_is_said_before_an_hour_is(
    acme: Office, day: date, expected: set[TimeWhy]
) -> None:
    when = VisitTime(require_customer("ACME").id, day, minutes=60, travel=30)
    assert visits(acme).free("ACME", when) == ()
    assert visits(acme).free_on("ACME", day, 60, 30) == ()
    assert {one.why for one in visits(acme).against("ACME", when)} == expected


def test_at_a_place_that_has_a_holiday_when_we_have_none_nothing_is_free(acme: Office) -> None:
    """1 December is no day on which anybody works in Portugal."""
    customer = require_customer("ACME").id
    with acme.gateway.write("test") as writing:
        site = writing.create(
            Site, customer_id=customer, kind="billing", address="Lisbon", postcode="", country="PT"
        )
    when = VisitTime(customer, date(2026, 12, 1), minutes=60)
    assert visits(acme).free("ACME", when)
    there = replace(when, site=site)
    assert visits(acme).free("ACME", there) == ()
    assert visits(acme).free_on("ACME", there.day, 60, 0) == ()  # it is their own address
    assert [one.why for one in visits(acme).against("ACME", there)] == [TimeWhy.THEIR_HOLIDAY]


def test_whoever_goes_along_cannot_be_at_two_places(acme: Office) -> None:
    """Not only whose visit it is: everybody of ours who is named on an agenda goes."""
    owing(acme, "OTHER", 50_000)
    people = People(acme.gateway, acme.clock, "ellen")
    ellen, marian, tom = (
        people.add(StaffEntry(name)).id for name in ("Ellen Rook", "Marian Pike", "Tom Hale")
    )
    along = PlanPerson(Side.OURS, staff=ellen)
    bare = replace(PLAN, people=(), travel_minutes=30)
    planned(acme, replace(bare, owner=marian, people=(along,)))

    def found(owner: int, *people: PlanPerson) -> list[TimeWhy]:
        plan = replace(bare, owner=owner, people=people)
        done = planned(acme, plan, "OTHER")
        page = visits(acme).show(str(done.id), MONDAY)
        visits(acme).undo(done)
        return [one.why for one in page.times]

    assert found(ellen) == [TimeWhy.OVERLAPS]
    assert found(tom, along) == [TimeWhy.OVERLAPS]
    assert found(tom, PlanPerson(Side.OURS, staff=marian)) == [TimeWhy.OVERLAPS]
    assert found(tom) == []
    other = require_customer("OTHER").id
    free = visits(acme).free("OTHER", VisitTime(other, VISIT, minutes=60, owner=ellen))
    assert len(free) == 2  # before and after the visit along with Marian
    assert len(visits(acme).free("OTHER", VisitTime(other, VISIT, minutes=60, owner=tom))) == 1


# ---------------------------------------------------------------- when its day has passed
@pytest.mark.parametrize("later", [1, 6])
def test_of_a_visit_that_is_over_only_the_report_is_carried_over(acme: Office, later: int) -> None:
    """Nobody prepares a day that has gone; the visit stays where it was until it is told."""
    named = str(planned(acme).id)
    visits(acme).add_step(named, OWN)
    today = VISIT + timedelta(days=later)
    acme.on(today)
    diary = Diary(acme.gateway, acme.clock)
    shown = [
        (item.about, item.day, item.late)
        for item in diary.between(Wanted(VISIT, VISIT + timedelta(days=10))).items
        if item.visit
    ]
    assert shown == [("visit", VISIT, False), ("visit_report", today, True)]
    VisitReports(acme.gateway, acme.clock).not_met(named, NotMet(VisitEventKind.NOBODY))
    assert [i for i in diary.between(Wanted(today, today)).items if i.visit] == []
