"""A visit as it is typed, and the agenda that follows from its length and its issues."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import Money
from creditmate.domain.visit_plan import SHARE, PlanIssue, plan_of, usual_slots, with_hours
from creditmate.domain.visits import (
    DistanceUnit,
    InnerIssue,
    IssueKind,
    Side,
    SlotKind,
    Visit,
    VisitFile,
    VisitInner,
    VisitIssue,
    VisitPerson,
    VisitPoint,
    VisitPurpose,
    VisitRequest,
    VisitSlot,
)

DISPUTE = PlanIssue("Late September delivery", kind=IssueKind.DISPUTE)
ACCOUNT = PlanIssue("Overdue invoices", kind=IssueKind.ACCOUNT)
LIMIT = PlanIssue("Limit for the spring", kind=IssueKind.LIMIT)
issues = st.lists(
    st.builds(PlanIssue, what=st.just("it"), kind=st.sampled_from(IssueKind)), max_size=8
)


def a_file() -> VisitFile:
    visit = Visit(
        id=3, version=2, number="V-2611-001", customer=7, task=9, day=date(2026, 11, 26),
        at=time(10, 30), minutes=60, zone="Europe/London", address="4 Staithe Yard",
        words="To agree how the account is settled.", owner=1, site=5,
        people=(
            VisitPerson(11, Side.THEIRS, "Aidan Coulthard", "Managing director", True, contact=4),
            VisitPerson(12, Side.OURS, "Ros Whitlock", "Owner", True, staff=1),
        ),
        issues=(
            VisitIssue(21, IssueKind.DISPUTE, "Late delivery", "3 delivery notes", dispute=6),
            VisitIssue(22, IssueKind.ACCOUNT, "Overdue invoices", entries=(31, 32)),
        ),
        points=(VisitPoint(41, "Friday deliveries", date(2026, 11, 12), "Mr Coulthard"),),
        slots=(
            VisitSlot(51, time(10, 30), 20, SlotKind.WELCOME),
            VisitSlot(52, time(10, 50), 40, SlotKind.ISSUE, "Deliveries", "notes", issue=21),
        ),
        requests=(VisitRequest(61, "Accounts to 30 June"),),
    )  # fmt: skip
    inner = VisitInner(
        purpose=VisitPurpose.GET_WELL, travel_minutes=85, distance_tenths=960,
        unit=DistanceUnit.MILE, limits="no discount", if_deputy="re-book", note="side bell",
        margin=Money(690_000, "GBP"), issues={21: InnerIssue("accepted", "5 % credit")},
        people={12: "may grant up to three months"},
    )  # fmt: skip
    return VisitFile(visit, inner)


def test_a_visit_is_typed_again_as_it_stands() -> None:
    plan = plan_of(a_file())
    assert (plan.day, plan.at, plan.minutes) == (date(2026, 11, 26), time(10, 30), 60)
    assert [(p.name, p.inner_note, p.id) for p in plan.people] == [
        ("Aidan Coulthard", "", 11),
        ("Ros Whitlock", "may grant up to three months", 12),
    ]
    assert [(i.what, i.wanted, i.fall_back, i.entries) for i in plan.issues] == [
        ("Late delivery", "accepted", "5 % credit", ()),
        ("Overdue invoices", "", "", (31, 32)),
    ]
    assert [(s.kind, s.issue) for s in plan.slots] == [
        (SlotKind.WELCOME, None),
        (SlotKind.ISSUE, 1),
    ]
    assert [p.words for p in plan.points] == ["Friday deliveries"]
    assert [r.what for r in plan.requests] == ["Accounts to 30 June"]
    assert (plan.travel_minutes, plan.limits, plan.margin) == (
        85,
        "no discount",
        Money(690_000, "GBP"),
    )


def test_one_side_of_those_who_take_part() -> None:
    visit = a_file().visit
    assert [person.id for person in visit.of_side(Side.THEIRS)] == [11]
    assert [person.id for person in visit.of_side(Side.OURS)] == [12]


def test_the_usual_hour_begins_with_them_and_ends_with_what_follows() -> None:
    slots = usual_slots(60, [DISPUTE, ACCOUNT, LIMIT])
    assert [(slot.kind, slot.issue, slot.minutes) for slot in slots] == [
        (SlotKind.WELCOME, None, 10),
        (SlotKind.ORDERS, None, 5),
        (SlotKind.ISSUE, 1, 10),
        (SlotKind.ISSUE, 3, 10),
        (SlotKind.ACCOUNT, 2, 10),
        (SlotKind.POINTS, None, 10),
        (SlotKind.NEXT, None, 5),
    ]


def test_too_short_a_visit_leaves_out_what_can_wait() -> None:
    assert [s.kind for s in usual_slots(15, [DISPUTE, ACCOUNT])] == [
        SlotKind.WELCOME,
        SlotKind.POINTS,
        SlotKind.NEXT,
    ]
    assert [s.issue for s in usual_slots(25, [LIMIT, DISPUTE]) if s.kind is SlotKind.ISSUE] == [
        1,
        2,
    ]
    with pytest.raises(ValueError, match="4 minutes"):
        usual_slots(4, [])


@given(minutes=st.integers(SHARE, 480), issues=issues)
def test_an_agenda_fills_the_time_and_begins_with_them(
    minutes: int, issues: list[PlanIssue]
) -> None:
    slots = usual_slots(minutes, issues)
    assert sum(slot.minutes for slot in slots) == minutes
    assert all(slot.minutes >= SHARE for slot in slots)
    assert slots[0].kind is SlotKind.WELCOME
    named = [slot.issue for slot in slots if slot.issue is not None]
    assert len(named) == len(set(named))
    assert all(1 <= place <= len(issues) for place in named)


def test_each_item_begins_where_the_one_before_ends() -> None:
    slots = tuple(replace(s, begins=time()) for s in a_file().visit.slots)
    assert [s.begins for s in with_hours(time(10, 30), slots)] == [time(10, 30), time(10, 50)]
    assert [s.begins for s in with_hours(None, slots)] == [time(), time(0, 20)]
