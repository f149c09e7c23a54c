"""Changing one thing of a plan leaves the others, and what the hour says of an issue follows it."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.visit_plan import PlanIssue, PlanPoint, VisitPlan, usual_slots
from creditmate.domain.visits import IssueKind
from creditmate.ui.visits.plan_edits import Part, items_of, shifted, with_item, without

KINDS = st.lists(st.sampled_from(IssueKind), min_size=1, max_size=5)


def plan_of(kinds: list[IssueKind]) -> VisitPlan:
    issues = tuple(PlanIssue(f"{place}", kind=kind) for place, kind in enumerate(kinds))
    slots = usual_slots(60, issues)
    return VisitPlan(date(2026, 12, 8), time(10), "To agree.", issues=issues, slots=slots)


def told_by_hour(plan: VisitPlan) -> list[str]:
    """The issues of which the hour has an item, in its order."""
    return [plan.issues[slot.issue - 1].what for slot in plan.slots if slot.issue]


@given(KINDS, st.data())
def test_what_the_hour_says_of_an_issue_goes_with_it(
    kinds: list[IssueKind], data: st.DataObject
) -> None:
    plan = plan_of(kinds)
    place = data.draw(st.integers(0, len(kinds) - 1))
    left = without(plan, Part.ISSUES, place)
    gone = plan.issues[place].what
    assert told_by_hour(left) == [what for what in told_by_hour(plan) if what != gone]
    assert sum(slot.minutes for slot in left.slots) == 60


@given(KINDS)
def test_a_new_issue_has_its_time(kinds: list[IssueKind]) -> None:
    changed = with_item(plan_of(kinds), Part.ISSUES, None, PlanIssue("new"))
    assert "new" in told_by_hour(changed)
    assert sum(slot.minutes for slot in changed.slots) == 60


@given(KINDS, st.data())
def test_shifting_an_issue_changes_nothing_of_the_hour(
    kinds: list[IssueKind], data: st.DataObject
) -> None:
    plan = plan_of(kinds)
    place = data.draw(st.integers(0, len(kinds) - 1))
    by = data.draw(st.sampled_from((-1, 1)))
    moved = shifted(plan, Part.ISSUES, place, by)
    assert told_by_hour(moved) == told_by_hour(plan)
    inside = 0 <= place + by < len(kinds)
    assert (moved.issues != plan.issues) is inside
    assert shifted(moved, Part.ISSUES, place + by, -by) == plan if inside else moved == plan


def test_an_item_is_put_in_its_place_or_behind_the_others() -> None:
    plan = plan_of([IssueKind.OTHER])
    first, second = PlanPoint("one"), PlanPoint("two")
    both = with_item(with_item(plan, Part.POINTS, None, first), Part.POINTS, None, second)
    assert items_of(both, Part.POINTS) == (first, second)
    other = PlanPoint("three")
    assert items_of(with_item(both, Part.POINTS, 0, other), Part.POINTS) == (other, second)
    assert items_of(without(both, Part.POINTS, 0), Part.POINTS) == (second,)
    assert without(both, Part.POINTS, 0).issues == plan.issues
