"""What is to be settled has its time on the agenda, or it is known that it has none."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.visit_agenda_time import with_issue, without_time
from creditmate.domain.visit_plan import SHARE, PlanIssue, PlanSlot, VisitPlan, usual_slots
from creditmate.domain.visits import IssueKind, SlotKind, Visit, VisitIssue, VisitSlot

DAY = date(2026, 12, 3)
ISSUES = st.builds(PlanIssue, what=st.just("Something"), kind=st.sampled_from(IssueKind))
SLOTS = st.builds(
    PlanSlot, minutes=st.integers(1, 60), kind=st.sampled_from(SlotKind), id=st.integers(1, 9)
)


def plan(minutes: int, issues: tuple[PlanIssue, ...], slots: tuple[PlanSlot, ...]) -> VisitPlan:
    return VisitPlan(DAY, time(10), "To agree.", minutes=minutes, issues=issues, slots=slots)


def visit(planned: VisitPlan) -> Visit:
    """It as it would be put down."""
    issues = tuple(
        VisitIssue(place, one.kind, one.what) for place, one in enumerate(planned.issues, 1)
    )
    slots = tuple(
        VisitSlot(place, time(10), one.minutes, one.kind, issue=one.issue)
        for place, one in enumerate(planned.slots, 1)
    )
    return Visit(
        1, 1, "V-1", 1, 1, DAY, time(10), planned.minutes, "Europe/London", "", "To agree.",
        issues=issues, slots=slots,
    )  # fmt: skip


@given(st.integers(60, 240), st.lists(ISSUES, max_size=3), ISSUES)
def test_an_agenda_that_made_itself_is_made_anew(
    minutes: int, before: list[PlanIssue], new: PlanIssue
) -> None:
    slots = tuple(replace(slot, id=7) for slot in usual_slots(minutes, before))
    found = with_issue(plan(minutes, tuple(before), slots), new)
    assert found.issues == (*before, new)
    assert found.slots == usual_slots(minutes, found.issues)
    assert without_time(visit(found)) == ()


@given(st.lists(SLOTS, min_size=1, max_size=6), st.lists(ISSUES, max_size=2), ISSUES)
def test_one_that_somebody_made_keeps_its_length_and_its_items(
    slots: list[PlanSlot], before: list[PlanIssue], new: PlanIssue
) -> None:
    old = plan(sum(slot.minutes for slot in slots), tuple(before), tuple(slots))
    found = with_issue(old, new)
    assert sum(slot.minutes for slot in found.slots) == old.minutes
    assert [slot.id for slot in found.slots if slot.id] in ([slot.id for slot in slots], [])
    assert min(slot.minutes for slot in found.slots) >= min(
        SHARE, *(slot.minutes for slot in slots), old.minutes
    )
    left = [issue.id for issue in without_time(visit(found))]
    room = any(slot.minutes >= 2 * SHARE for slot in slots)
    assert not room or len(found.issues) not in left


def test_it_gets_a_share_of_the_longest_before_their_points() -> None:
    slots = (
        PlanSlot(20, SlotKind.WELCOME), PlanSlot(30, SlotKind.ISSUE, "Doors", issue=1),
        PlanSlot(10, SlotKind.POINTS),
    )  # fmt: skip
    found = with_issue(plan(60, (PlanIssue("Doors"),), slots), PlanIssue("Windows"))
    assert [(slot.minutes, slot.kind, slot.issue) for slot in found.slots] == [
        (20, SlotKind.WELCOME, None), (25, SlotKind.ISSUE, 1), (SHARE, SlotKind.ISSUE, 2),
        (10, SlotKind.POINTS, None),
    ]  # fmt: skip


def test_where_there_is_no_time_to_give_it_has_none_which_is_known() -> None:
    slots = (PlanSlot(9, SlotKind.WELCOME), PlanSlot(6, SlotKind.NEXT))
    found = with_issue(plan(15, (), slots), PlanIssue("Windows"))
    assert found.slots == slots
    assert [issue.what for issue in without_time(visit(found))] == ["Windows"]


def test_of_the_account_there_is_one_item() -> None:
    slots = (PlanSlot(50, SlotKind.ACCOUNT, issue=1), PlanSlot(10, SlotKind.POINTS))
    account = PlanIssue("Overdue invoices", kind=IssueKind.ACCOUNT)
    found = with_issue(plan(60, (account,), slots), replace(account, what="The old receipt"))
    assert found.slots == slots
    assert without_time(visit(found)) == ()


def test_without_an_agenda_nothing_is_missing_on_it() -> None:
    bare = with_issue(plan(60, (), ()), PlanIssue("Windows"))
    assert bare.slots == ()
    assert without_time(visit(bare)) == ()
