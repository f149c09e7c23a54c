"""That everything to be settled has its time on the agenda, and what has none."""

from collections.abc import Sequence
from dataclasses import replace

from creditmate.domain.visit_plan import SHARE, PlanIssue, PlanSlot, VisitPlan, usual_slots
from creditmate.domain.visits import IssueKind, SlotKind, Visit, VisitIssue

_TOGETHER = {IssueKind.ACCOUNT: SlotKind.ACCOUNT, IssueKind.ORDERS: SlotKind.ORDERS}
"""Of these there is one item, whatever belongs to it."""
_LAST = frozenset({SlotKind.POINTS, SlotKind.NEXT})


def with_issue(plan: VisitPlan, issue: PlanIssue) -> VisitPlan:
    """Return a plan with one more thing to settle, which gets its time on the agenda.

    An agenda that was laid out by itself is laid out anew. One that somebody made gives it a share
    of its longest item, before the customer's points; where no item has one to give it gets none.
    """
    more = replace(plan, issues=(*plan.issues, issue))
    slots = plan.slots
    if not slots or plan.minutes < SHARE:
        return more
    if _bare(slots) == usual_slots(plan.minutes, plan.issues):
        return replace(more, slots=usual_slots(plan.minutes, more.issues))
    kind = _TOGETHER.get(issue.kind, SlotKind.ISSUE)
    has_item = kind is not SlotKind.ISSUE and any(slot.kind is kind for slot in slots)
    longest = max(range(len(slots)), key=lambda place: slots[place].minutes)
    if has_item or slots[longest].minutes < 2 * SHARE:
        return more
    given = list(slots)
    given[longest] = replace(slots[longest], minutes=slots[longest].minutes - SHARE)
    at = next((place for place, slot in enumerate(slots) if slot.kind in _LAST), len(slots))
    given.insert(at, PlanSlot(SHARE, kind, issue=len(more.issues)))
    return replace(more, slots=tuple(given))


def without_time(visit: Visit) -> tuple[VisitIssue, ...]:
    """Return what is to be settled and stands nowhere on an agenda that there is."""
    if not visit.slots:
        return ()
    about, kinds = {slot.issue for slot in visit.slots}, {slot.kind for slot in visit.slots}
    return tuple(
        issue
        for issue in visit.issues
        if issue.id not in about and _TOGETHER.get(issue.kind) not in kinds
    )


def _bare(slots: Sequence[PlanSlot]) -> tuple[PlanSlot, ...]:
    return tuple(replace(slot, id=0) for slot in slots)
