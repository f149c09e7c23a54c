"""What visits brought: put down, added to, and taken back."""

from collections.abc import Mapping
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.merging import edits_of
from creditmate.db.models import (
    Attachment,
    Record,
    Task,
    VisitObservation,
    VisitRequestEvent,
    VisitResult,
    VisitReview,
    Voidable,
)
from creditmate.db.models.base import table_name
from creditmate.domain.visit_report import Review, Told

_ADDED: tuple[type[Voidable], ...] = (
    VisitResult,
    VisitRequestEvent,
    VisitObservation,
    VisitReview,
)
"""What adding to a report puts down."""
_MADE: Mapping[str, type[Record]] = {"task": Task, "attachment": Attachment}


def add_findings(
    writing: Writing,
    visit: int,
    told: Told,
    attachments: Mapping[int, int],
    credit_limit: int | None = None,
) -> None:
    """Put down what a visit brought, at once or in addition.

    Args:
        writing: The action under way.
        visit: Its id.
        told: What, when, and in which contact.
        attachments: The file that each paper came as, by the ids of request and attachment.
        credit_limit: The limit that was decided with it.
    """
    day, talk, findings = told.day, told.interaction, told.findings
    writing.add_many(
        VisitResult,
        ("visit_issue_id", "interaction_id", "day", "result", "inner_words"),
        [(one.issue, talk, day, one.result.value, one.words.strip()) for one in findings.results],
    )
    writing.add_many(
        VisitRequestEvent,
        ("visit_request_id", "interaction_id", "kind", "day", "by_day", "attachment_id", "note"),
        [
            (one.request, talk, one.came.value, day, one.by_day, attachments.get(one.request),
             one.note.strip())
            for one in findings.requests
        ],
    )  # fmt: skip
    writing.add_many(
        VisitObservation,
        ("visit_id", "interaction_id", "day", "topic", "seen", "inner_note"),
        [
            (visit, talk, day, one.topic.value, one.seen.value, one.note.strip())
            for one in findings.observations
        ],
    )
    if findings.review != Review() or credit_limit is not None:
        _add_review(writing, visit, told, credit_limit)


def _add_review(writing: Writing, visit: int, told: Told, credit_limit: int | None) -> None:
    review = told.findings.review
    writing.add(
        VisitReview,
        visit_id=visit,
        interaction_id=told.interaction,
        day=told.day,
        credit_limit_id=credit_limit,
        inner_limit=review.limit.value if review.limit else "",
        inner_risk=review.risk.value if review.risk else "",
        inner_mood=review.mood.value if review.mood else "",
        inner_satisfaction=review.satisfaction,
        inner_minutes=review.minutes,
        inner_distance_tenths=review.distance_tenths,
        inner_cost_minor=None if review.cost is None else review.cost.minor,
        inner_currency="" if review.cost is None else review.cost.currency,
        inner_note=review.note.strip(),
    )


def is_added(action: int) -> bool:
    """Whether something of what an action added to a report stands."""
    return any(_made_in(table_name(model), action) for model in _ADDED)


def take_back_added(writing: Writing, action: int, day: date) -> None:
    """Void what an action added to a report, and let what it closed be open again."""
    for model in _ADDED:
        writing.void(model, _made_in(table_name(model), action))
    made = "SELECT entity, entity_id FROM change WHERE action_id = ? AND op = 'create'"
    for table, id_ in execute(made, (action,)).fetchall():
        if table in _MADE:
            writing.edit(_MADE[table], int(id_), _version(table, id_), archived_day=day)
    for edit in edits_of(action):
        if edit.table in _MADE:
            version = _version(edit.table, edit.id)
            writing.edit(_MADE[edit.table], edit.id, version, **edit.before)


def _version(table: str, id_: int) -> int:
    return int(execute(f"SELECT version FROM {table} WHERE id = ?", (id_,)).fetchone()[0])  # noqa: S608 - a table's own name


def _made_in(table: str, action: int) -> list[int]:
    sql = f"SELECT id FROM {table} WHERE action_id = ? AND void_action_id IS NULL ORDER BY id"  # noqa: S608 - a table's own name
    return [int(id_) for (id_,) in execute(sql, (action,))]
