"""Visits over a real ledger: planned, changed, moved, prepared, confirmed, cancelled, undone."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.models import Customer
from creditmate.db.our_people import add_staff
from creditmate.db.proof import prove_all
from creditmate.domain.changes import Done
from creditmate.domain.contact_form import ContactForm
from creditmate.domain.diary import DiaryKind
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.story import StoryWanted, Topic, VisitMoved
from creditmate.domain.story_on_paper import facts_only
from creditmate.domain.visit_hints import HintWhy
from creditmate.domain.visit_plan import (
    PlanIssue,
    PlanPerson,
    PlanPoint,
    PlanRequest,
    VisitPlan,
    plan_of,
)
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visit_times import TimeWhy
from creditmate.domain.visits import (
    IssueKind,
    Preparation,
    Side,
    SlotKind,
    VisitEventKind,
    VisitState,
)
from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.diary import Diary, NewEntry, Wanted, What
from creditmate.services.merging import Merging
from creditmate.services.stories import Stories
from creditmate.services.visits import ConfirmedHow, VisitPick, Visits, VisitTime
from tests.builders import a_customer
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing

MONDAY = date(2026, 11, 23)
VISIT = date(2026, 12, 3)
"""A Thursday, eight working days ahead."""
WORDS = "To agree together how the account can be settled before the spring season."
PLAN = VisitPlan(
    VISIT, time(10, 30), WORDS, travel_minutes=85, distance_tenths=960,
    people=(
        PlanPerson(Side.THEIRS, "Aidan Coulthard", "Managing director", decides=True),
        PlanPerson(Side.OURS, "Ros Whitlock", "Owner", decides=True, inner_note="three months"),
    ),
    issues=(
        PlanIssue("Overdue invoices", "6,000 on the day", "Three parts", IssueKind.ACCOUNT,
                  "Statement, plan draft"),
        PlanIssue("Limit for the spring", "Stays", "17,500", IssueKind.LIMIT),
    ),
    points=(PlanPoint("Friday deliveries", MONDAY, "Mr Coulthard"),),
    requests=(PlanRequest("Accounts to 30 June"),), limits="no discount", if_deputy="re-book",
    note="side bell", margin=Money(690_000, "GBP"),
)  # fmt: skip
VISITS = {ReasonCode.VISIT, ReasonCode.VISIT_STEP}
STAFF = {
    "name": "Ros Whitlock", "initials": "RW", "role": "Owner", "os_login": "", "phone": "",
    "email": "", "signature": "",
}  # fmt: skip


def visits(office: Office) -> Visits:
    return Visits(office.gateway, office.clock)


def planned(office: Office, plan: VisitPlan = PLAN, code: str = "ACME") -> Done:
    return visits(office).plan(code, plan)


def why(caught: pytest.ExceptionInfo[UserError]) -> str:
    assert caught.value.problem is Problem.VISIT_REFUSED
    return str(caught.value.facts["why"])


@pytest.fixture
def acme(office: Office) -> Office:
    owing(office, "ACME", 1_124_075)
    return office


def test_a_visit_is_planned_with_all_that_hangs_on_it(acme: Office) -> None:
    made = planned(acme)
    page = visits(acme).show(str(made.id), MONDAY)
    visit, inner = page.file.visit, page.file.inner
    assert visit.number == "V-2611-001"
    assert (visit.day, visit.at, visit.zone) == (VISIT, time(10, 30), "Europe/London")
    assert [(p.name, p.side, p.decides) for p in visit.people] == [
        ("Aidan Coulthard", Side.THEIRS, True),
        ("Ros Whitlock", Side.OURS, True),
    ]
    assert [(i.what, i.papers) for i in visit.issues] == [
        ("Overdue invoices", "Statement, plan draft"),
        ("Limit for the spring", ""),
    ]
    assert [inner.issues[i.id].fall_back for i in visit.issues] == ["Three parts", "17,500"]
    assert visit.slots[0].kind is SlotKind.WELCOME
    assert visit.slots[0].begins == time(10, 30)
    assert sum(slot.minutes for slot in visit.slots) == 60
    assert [p.words for p in visit.points] == ["Friday deliveries"]
    assert [r.what for r in visit.requests] == ["Accounts to 30 June"]
    assert [(s.kind, s.due_day) for s in page.file.steps] == [
        (Preparation.TELL_SALES, date(2026, 11, 25)),
        (Preparation.SEND_AGENDA, date(2026, 11, 26)),
        (Preparation.SEND_PAPERS, date(2026, 11, 27)),
        (Preparation.CONFIRM, date(2026, 11, 30)),
        (Preparation.PRINT_PACK, date(2026, 12, 2)),
        (Preparation.RECONFIRM, date(2026, 12, 2)),
        (Preparation.REPORT, VISIT),
    ]
    assert page.row.standing.state is VisitState.PLANNED
    assert page.worth.cost.total == Money(16_587, "GBP")
    assert page.worth.stakes.overdue == Money(1_124_075, "GBP")
    assert page.worth.stakes.margin == Money(690_000, "GBP")
    assert page.worth.worth_it
    assert prove_all() == []


def test_nothing_of_ours_is_in_what_the_customer_may_read(acme: Office) -> None:
    visit = visits(acme).show(str(planned(acme).id), MONDAY).file.visit
    shown = repr(visit)
    for inner in ("three months", "6,000 on the day", "Three parts", "17,500", "no discount",
                  "re-book", "side bell", "690000"):  # fmt: skip
        assert inner not in shown


def test_numbers_follow_one_another_and_none_is_given_twice(acme: Office) -> None:
    first = planned(acme)
    visits(acme).undo(first)
    second = planned(acme)
    assert visits(acme).show("v-2611-002", MONDAY).file.visit.id == second.id
    with pytest.raises(UserError) as caught:
        visits(acme).show("V-2611-001", MONDAY)
    assert why(caught) == VisitWhy.UNKNOWN_VISIT
    assert visits(acme).of_customer("ACME", MONDAY)[0].number == "V-2611-002"


def test_a_visit_stands_in_the_diary_and_its_way_takes_room(acme: Office) -> None:
    planned(acme)
    diary = Diary(acme.gateway, acme.clock)
    (item,) = [i for i in diary.between(Wanted(VISIT, VISIT)).items if i.at is not None]
    assert (item.kind, item.minutes, item.travel) == (DiaryKind.VISIT, 60, 85)
    assert item.visit
    assert [(f.first, f.last) for f in diary.free(VISIT, 60)] == [(time(13), time(17, 30))]
    steps = diary.between(Wanted(MONDAY, VISIT)).items
    assert [(s.about, s.day) for s in steps if s.visit and s is not item][:2] == [
        ("visit_sales", date(2026, 11, 25)),
        ("visit_agenda", date(2026, 11, 26)),
    ]


def test_a_call_on_the_way_back_clashes_with_the_visit(acme: Office) -> None:
    made = planned(acme)
    diary = Diary(acme.gateway, acme.clock)
    diary.add(NewEntry("ACME", VISIT, What.CALL, time(12, 30)))
    page = diary.between(Wanted(VISIT, VISIT))
    assert len(page.overlaps) == 2
    (found,) = visits(acme).show(str(made.id), MONDAY).times
    assert (found.why, found.minutes) == (TimeWhy.NO_TIME_TO_GO, 25)


def test_it_takes_the_place_of_what_stood_in_the_diary(acme: Office) -> None:
    diary = Diary(acme.gateway, acme.clock)
    put = diary.add(NewEntry("ACME", VISIT, What.VISIT, time(10, 30)))
    made = planned(acme, replace(PLAN, entry=put.id))
    items = diary.between(Wanted(VISIT, VISIT)).items
    assert [i.at for i in items if i.kind is DiaryKind.VISIT] == [time(10, 30)]
    visits(acme).undo(made)
    (item,) = diary.between(Wanted(MONDAY, VISIT)).items
    assert (item.id, item.visit) == (put.id, 0)
    assert prove_all() == []


def test_changing_one_keeps_the_rows_that_stay(acme: Office) -> None:
    made = planned(acme)
    before = visits(acme).show(str(made.id), MONDAY).file
    plan = plan_of(before)
    new = PlanIssue("Orders without a number", "Number on every order", "Copy by e-mail")
    changed = replace(
        plan, words="To hear how our deliveries work for you.", issues=(new, plan.issues[0]),
        slots=(), people=plan.people[:1], requests=(),
    )  # fmt: skip
    visits(acme).change(str(made.id), changed, before.visit.version)
    after = visits(acme).show(str(made.id), MONDAY).file
    assert [i.what for i in after.visit.issues] == ["Orders without a number", "Overdue invoices"]
    assert after.visit.issues[1].id == before.visit.issues[0].id
    assert after.inner.issues[after.visit.issues[1].id].fall_back == "Three parts"
    assert len(after.visit.people) == 1
    assert after.visit.requests == ()
    assert (after.visit.day, after.events) == (VISIT, ())
    with pytest.raises(UserError) as caught:
        visits(acme).change(str(made.id), changed, before.visit.version)
    assert caught.value.problem is Problem.CHANGED_MEANWHILE
    assert prove_all() == []


def test_moved_after_the_agenda_was_sent_it_needs_a_new_one(acme: Office) -> None:
    made = planned(acme)
    visits(acme).agenda_sent(str(made.id), "email")
    visits(acme).confirm(str(made.id), ConfirmedHow(by_whom="Ms Tallis"))
    to = VISIT + timedelta(days=4)
    visits(acme).move(str(made.id), to, time(9, 30), "Mr Coulthard is away")
    page = visits(acme).show(str(made.id), MONDAY)
    standing = page.row.standing
    assert (page.file.visit.day, page.file.visit.at) == (to, time(9, 30))
    assert standing.agenda_outdated
    assert standing.needs_confirming
    assert standing.moves == 1
    assert HintWhy.AGENDA_OUTDATED in [hint.why for hint in page.hints]
    open_ = {s.kind: s.due_day for s in page.file.steps if s.done_day is None}
    assert open_[Preparation.SEND_AGENDA] == date(2026, 11, 30)
    assert open_[Preparation.RECONFIRM] == date(2026, 12, 4)
    assert open_[Preparation.REPORT] == to
    moved = page.file.events[-1]
    assert (moved.kind, moved.from_day, moved.from_at) == (
        VisitEventKind.MOVED,
        VISIT,
        time(10, 30),
    )


def test_one_after_the_other_is_taken_back_the_last_first(acme: Office) -> None:
    visit, to = str(planned(acme).id), VISIT + timedelta(days=4)
    deeds = [
        visits(acme).confirm(visit, ConfirmedHow(by_whom="Ms Tallis")),
        visits(acme).move(visit, to, time(10), "their stock count"),
        visits(acme).move(visit, to, time(11), "an hour later"),
    ]
    with pytest.raises(UserError):
        visits(acme).undo(deeds[0])
    for deed in reversed(deeds):
        visits(acme).undo(deed)
    page = visits(acme).show(visit, MONDAY)
    assert (page.file.visit.day, page.row.standing.needs_confirming) == (VISIT, True)
    for deed in deeds:
        with pytest.raises(UserError):
            visits(acme).undo(deed)
    assert prove_all() == []


def test_moved_in_the_diary_it_is_moved_as_a_visit_and_can_be_put_back(acme: Office) -> None:
    made = planned(acme)
    visits(acme).agenda_sent(str(made.id), "email")
    diary = Diary(acme.gateway, acme.clock)
    task = visits(acme).show(str(made.id), MONDAY).file.visit.task
    item = diary.item(task)
    moved = diary.move(task, item.version, VISIT + timedelta(days=1), time(11))
    assert visits(acme).show(str(made.id), MONDAY).row.standing.agenda_outdated
    diary.put_back(moved)
    after = visits(acme).show(str(made.id), MONDAY)
    assert (after.file.visit.day, after.file.visit.at) == (VISIT, time(10, 30))
    assert not after.row.standing.agenda_outdated
    assert {s.kind: s.done_day for s in after.file.steps}[Preparation.SEND_AGENDA] == MONDAY
    assert prove_all() == []


def test_it_is_not_taken_out_of_the_diary_but_cancelled(acme: Office) -> None:
    made = planned(acme)
    task = visits(acme).show(str(made.id), MONDAY).file.visit.task
    diary = Diary(acme.gateway, acme.clock)
    with pytest.raises(UserError) as caught:
        diary.take_out(task, diary.item(task).version)
    assert why(caught) == VisitWhy.CANCEL_IT
    with pytest.raises(UserError) as caught:
        visits(acme).cancel(str(made.id), "  ")
    assert why(caught) == VisitWhy.NO_REASON
    done = visits(acme).cancel(str(made.id), "They have paid")
    assert diary.between(Wanted(MONDAY, VISIT)).items == ()
    assert visits(acme).all(MONDAY) == []
    (row,) = visits(acme).all(MONDAY, VisitPick.DONE)
    assert row.standing.state is VisitState.CANCELLED
    with pytest.raises(UserError) as caught:
        visits(acme).move(str(made.id), VISIT + timedelta(days=1), None, "")
    assert why(caught) == VisitWhy.ENDED
    visits(acme).undo(done)
    (row,) = visits(acme).all(MONDAY)
    assert row.standing.state is VisitState.PLANNED
    assert len(diary.between(Wanted(MONDAY, VISIT)).items) == 8
    with pytest.raises(UserError) as caught:
        visits(acme).undo(done)
    assert why(caught) == VisitWhy.RESTS
    assert prove_all() == []


def test_steps_are_done_and_not_done_after_all(acme: Office) -> None:
    made = planned(acme)
    steps = {s.kind: s for s in visits(acme).show(str(made.id), MONDAY).file.steps}
    named = str(made.id)
    visits(acme).prepare(named, steps[Preparation.TELL_SALES].id)
    visits(acme).confirm(named, ConfirmedHow("call", "Ms Tallis"))
    visits(acme).confirm(named, ConfirmedHow("call", "Ms Tallis", again=True))
    done = {s.kind: s.done_day for s in visits(acme).show(named, MONDAY).file.steps}
    assert done[Preparation.TELL_SALES] == MONDAY
    assert done[Preparation.CONFIRM] == done[Preparation.RECONFIRM] == MONDAY
    assert done[Preparation.SEND_AGENDA] is None
    visits(acme).prepare(named, steps[Preparation.TELL_SALES].id, done=False)
    done = {s.kind: s.done_day for s in visits(acme).show(named, MONDAY).file.steps}
    assert done[Preparation.TELL_SALES] is None
    for step, said in (
        (999, VisitWhy.UNKNOWN_STEP),
        (steps[Preparation.REPORT].id, VisitWhy.STEP_IS_REPORT),
    ):
        with pytest.raises(UserError) as caught:
            visits(acme).prepare(named, step)
        assert why(caught) == said


def test_its_day_passed_it_is_to_be_reported(acme: Office) -> None:
    planned(acme)
    later = VISIT + timedelta(days=1)
    acme.on(later)
    (row,) = visits(acme).all(later, VisitPick.TO_REPORT)
    assert row.standing.state is VisitState.TO_REPORT
    assert visits(acme).all(later, VisitPick.UPCOMING) == []
    assert len(visits(acme).all(MONDAY, VisitPick.UPCOMING)) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"day": MONDAY - timedelta(days=1)}, VisitWhy.DAY_PAST),
        ({"day": MONDAY + timedelta(days=900)}, VisitWhy.TOO_FAR),
        ({"words": " \n"}, VisitWhy.NO_PURPOSE),
        ({"minutes": 4}, VisitWhy.LENGTH),
        ({"travel_minutes": -1}, VisitWhy.TRAVEL),
        ({"distance_tenths": 100_001}, VisitWhy.DISTANCE),
        ({"people": (PlanPerson(Side.THEIRS),)}, VisitWhy.NO_NAME),
        ({"people": (PlanPerson(Side.THEIRS, contact=99),)}, VisitWhy.NOT_THEIRS),
        ({"people": (PlanPerson(Side.OURS, staff=99),)}, VisitWhy.NOT_THEIRS),
        ({"people": (PLAN.people[0], replace(PLAN.people[0], decides=False))}, VisitWhy.TWICE),
        ({"site": 99}, VisitWhy.NOT_THEIRS),
        ({"issues": (PlanIssue(" "),)}, VisitWhy.NO_WHAT),
        ({"issues": (PlanIssue("it", entries=(99,)),)}, VisitWhy.NOT_OPEN),
        ({"issues": (PlanIssue("it", dispute=99),)}, VisitWhy.NOT_OPEN),
        ({"points": (PlanPoint(" "),)}, VisitWhy.NO_WHAT),
        ({"requests": (PlanRequest(" "),)}, VisitWhy.NO_WHAT),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    acme: Office, change: dict[str, object], said: VisitWhy
) -> None:
    with pytest.raises(UserError) as caught:
        planned(acme, replace(PLAN, **change))  # type: ignore[arg-type]
    assert why(caught) == said
    assert execute("SELECT count(*) FROM visit").fetchone() == (0,)


def test_an_agenda_longer_than_the_visit_is_refused(acme: Office) -> None:
    made = planned(acme)
    file = visits(acme).show(str(made.id), MONDAY).file
    with pytest.raises(UserError) as caught:
        visits(acme).change(str(made.id), replace(plan_of(file), minutes=30), file.visit.version)
    assert why(caught) == VisitWhy.AGENDA_TOO_LONG


def test_who_takes_part_has_the_name_that_the_ledger_knows(acme: Office) -> None:
    people = ContactsEditing(acme.gateway, acme.clock)
    contact = people.save("ACME", ContactForm("Ann Lee", role="Accounts")).id
    with acme.gateway.write("t") as writing:
        ros = add_staff(writing, STAFF)
    plan = replace(
        PLAN, people=(PlanPerson(Side.THEIRS, contact=contact), PlanPerson(Side.OURS, staff=ros)),
        owner=ros,
    )  # fmt: skip
    visit = visits(acme).show(str(planned(acme, plan).id), MONDAY).file.visit
    assert [(p.name, p.role) for p in visit.people] == [
        ("Ann Lee", "Accounts"),
        ("Ros Whitlock", "Owner"),
    ]
    assert visit.owner == ros
    with pytest.raises(UserError) as caught:
        planned(acme, replace(PLAN, owner=99))
    assert caught.value.problem is Problem.UNKNOWN_STAFF


def test_an_hour_of_theirs_is_theirs(office: Office) -> None:
    """Half past nine in New York, on a day that is a holiday there."""
    with office.gateway.write("t") as writing:
        made = a_customer(writing, "NYC")
        writing.edit(Customer, made, 1, zone="America/New_York", country="US", region="NY")
    thanksgiving = date(2026, 11, 26)
    done = planned(office, replace(PLAN, day=thanksgiving, at=time(9, 30), issues=()), "NYC")
    page = visits(office).show(str(done.id), MONDAY)
    assert page.row.here is not None
    assert page.row.here.at == time(14, 30)
    assert [one.why for one in page.times] == [TimeWhy.THEIR_HOLIDAY]
    assert [one.why for one in page.hints if one.why is HintWhy.AGENDA_LATE]
    free = visits(office).free("NYC", VisitTime(made, VISIT, minutes=60, travel=120))
    assert [(f.first, f.last) for f in free] == [(time(11), time(15, 30))]


# ---------------------------------------------------------------- in Today
def visit_reasons(office: Office, day: date) -> list[tuple[ReasonCode, str]]:
    rows = office.on(day).today()
    return [(r.code, r.words) for row in rows for r in row.line.reasons if r.code in VISITS]


def test_what_is_due_before_a_visit_stands_in_today_until_it_is_done(acme: Office) -> None:
    made = planned(acme)
    assert visit_reasons(acme, MONDAY) == []
    thursday = date(2026, 11, 26)
    assert visit_reasons(acme, thursday) == [
        (ReasonCode.VISIT_STEP, "visit_sales"),
        (ReasonCode.VISIT_STEP, "visit_agenda"),
    ]
    visits(acme).agenda_sent(str(made.id), "email")
    assert visit_reasons(acme, thursday) == [(ReasonCode.VISIT_STEP, "visit_sales")]
    assert (ReasonCode.VISIT_STEP, "visit_confirm") in visit_reasons(acme, date(2026, 11, 30))


def test_on_its_day_it_stands_in_today_and_afterwards_its_report(acme: Office) -> None:
    made = planned(acme)
    page = visits(acme).show(str(made.id), MONDAY)
    for step in page.file.steps:
        if step.kind is not Preparation.REPORT:
            visits(acme).prepare(str(made.id), step.id)
    assert visit_reasons(acme, VISIT) == [
        (ReasonCode.VISIT, WORDS),
        (ReasonCode.VISIT_STEP, "visit_report"),
    ]
    assert visit_reasons(acme, VISIT + timedelta(days=1)) == [
        (ReasonCode.VISIT_STEP, "visit_report")
    ]


def test_a_visit_is_merged_with_its_customer_and_given_back(acme: Office) -> None:
    owing(acme, "KEEP", 1000)
    made = planned(acme)
    merging = Merging(acme.gateway, acme.clock)
    merged = merging.merge("ACME", "KEEP")
    assert visits(acme).show(str(made.id), MONDAY).row.code == "KEEP"
    assert prove_all() == []
    merging.undo(merged.id)
    assert visits(acme).show(str(made.id), MONDAY).row.code == "ACME"
    assert prove_all() == []


def test_what_happened_to_a_visit_is_in_the_customers_story(acme: Office) -> None:
    made = planned(acme)
    named = str(made.id)
    visits(acme).agenda_sent(named, "email")
    visits(acme).confirm(named, ConfirmedHow(by_whom="Ms Tallis", note="side door"))
    visits(acme).move(named, VISIT + timedelta(days=4), time(9), "He is away")
    visits(acme).cancel(named, "They have paid")
    listing = Stories().listing("ACME", StoryWanted(), MONDAY)
    moved = [event for event in listing.head if isinstance(event, VisitMoved)]
    assert [event.kind for event in moved] == [
        VisitEventKind.CANCELLED,
        VisitEventKind.MOVED,
        VisitEventKind.CONFIRMED,
        VisitEventKind.AGENDA_SENT,
    ]
    teller = StoryTeller("en", "en_GB", MONDAY)
    told = [teller.tell(event) for event in moved]
    assert [one.title for one in told] == [
        "Visit V-2611-001 cancelled",
        "Visit V-2611-001 moved",
        "Visit V-2611-001 confirmed",
        "Agenda of visit V-2611-001 sent",
    ]
    assert "From Thu 3 Dec to Mon 7 Dec." in told[1].text.replace("\u00a0", " ")
    assert "He is away" in told[1].text
    talks = StoryWanted(topic=Topic.TALKS, text="side door")
    assert len(Stories().listing("ACME", talks, MONDAY).keys) == 1
    assert "side door" not in repr(list(facts_only(moved)))
    assert Stories().listing("ACME", StoryWanted(), MONDAY - timedelta(days=1)).of == 1
