"""What hangs on visits, as it is stored: rows in their order, each beginning with its visit."""

from creditmate.db.models import (
    Task,
    VisitEvent,
    VisitIssue,
    VisitIssueItem,
    VisitPerson,
    VisitPoint,
    VisitPreparation,
    VisitRequest,
    VisitSlot,
)
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.visits import Preparation


@prepared
def people_of(ids: Argument) -> Query:
    """Return those who take part."""
    row = VisitPerson
    return (
        row.select(row.visit_id, row.id, row.side, row.name, row.role, row.decides,
                   row.contact_id, row.staff_id, row.inner_note)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )  # fmt: skip


@prepared
def issues_of(ids: Argument) -> Query:
    """Return what is to be settled."""
    row = VisitIssue
    return (
        row.select(row.visit_id, row.id, row.kind, row.what, row.papers, row.dispute_id,
                   row.inner_wanted, row.inner_fall_back)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )  # fmt: skip


@prepared
def items_of(ids: Argument) -> Query:
    """Return the entries that issues are about."""
    return (
        VisitIssueItem.select(VisitIssueItem.visit_issue_id, VisitIssueItem.entry_id)
        .join(VisitIssue, on=VisitIssue.id == VisitIssueItem.visit_issue_id)
        .where(VisitIssue.visit_id.in_(listed(ids)) & VisitIssueItem.archived_day.is_null())
        .order_by(VisitIssueItem.id)
    )


@prepared
def points_of(ids: Argument) -> Query:
    """Return points of their own."""
    row = VisitPoint
    return (
        row.select(row.visit_id, row.id, row.words, row.said_day, row.by_whom)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )


@prepared
def slots_of(ids: Argument) -> Query:
    """Return the items of the agenda."""
    row = VisitSlot
    return (
        row.select(row.visit_id, row.id, row.minutes, row.kind, row.title, row.detail,
                   row.visit_issue_id)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )  # fmt: skip


@prepared
def requests_of(ids: Argument) -> Query:
    """Return what they are asked to have ready."""
    row = VisitRequest
    return (
        row.select(row.visit_id, row.id, row.what)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )


@prepared
def steps_of(ids: Argument) -> Query:
    """Return the steps of preparation, the report last.

    One that was taken out went with its next step; of one left undone that stands, as ended.
    """
    row = VisitPreparation
    return (
        row.select(row.visit_id, row.id, row.kind, row.task_id, Task.day, Task.done_day,
                   Task.note, Task.owner_id, Task.done_by_interaction_id, row.archived_day)
        .join(Task, on=Task.id == row.task_id)
        .where(row.visit_id.in_(listed(ids)) & Task.archived_day.is_null())
        .order_by(row.kind == Preparation.REPORT.value, row.place, row.id)
    )  # fmt: skip


@prepared
def events_of(ids: Argument) -> Query:
    """Return what happened to visits."""
    row = VisitEvent
    return (
        row.select(row.visit_id, row.id, row.kind, row.day, row.way, row.by_whom, row.contact_id,
                   row.paper_id, row.interaction_id, row.from_day, row.from_at, row.to_day,
                   row.to_at, row.note)
        .where(row.visit_id.in_(listed(ids)) & row.void_action_id.is_null())
        .order_by(row.id)
    )  # fmt: skip
