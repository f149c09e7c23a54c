"""Writing a visit: itself, what hangs on it, its next steps, and what happened to it."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Record,
    Task,
    Visit,
    VisitEvent,
    VisitIssue,
    VisitIssueItem,
    VisitPerson,
    VisitPoint,
    VisitPreparation,
    VisitRequest,
    VisitSlot,
)
from creditmate.db.next_steps import add_task
from creditmate.domain.next_steps import About
from creditmate.domain.visits import Preparation
from creditmate.domain.visits import VisitEvent as Happened

Values = Mapping[str, object]
Rows = Sequence[tuple[int, Values]]
"""Rows in their order: the id of one that is there, 0 for a new one, and its columns."""

PARTS: Mapping[str, type[Record]] = {
    "people": VisitPerson,
    "issues": VisitIssue,
    "points": VisitPoint,
    "slots": VisitSlot,
    "requests": VisitRequest,
}
"""What hangs on a visit, in the order in which it is to be written: items name issues."""


def add_visit(writing: Writing, **values: object) -> int:
    """Add a visit and return its id."""
    return writing.create(Visit, **values, ended_day=None)


def edit_visit(writing: Writing, id_: int, version: int, **values: object) -> None:
    """Change columns of a visit that was read at a version.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(Visit, id_, version, **values)


def end_visit(writing: Writing, id_: int, day: date | None) -> None:
    """Put down since when nothing is to be done with a visit; None for one that goes on."""
    writing.edit(Visit, id_, _version(Visit, id_), ended_day=day)


def touch_visit(writing: Writing, id_: int) -> None:
    """Make an earlier reading of a visit an older one: what hangs on it has changed."""
    writing.raise_version(Visit, id_)


def put_parts(writing: Writing, part: str, visit: int, rows: Rows, day: date) -> list[int]:
    """Let what hangs on a visit be these rows, in this order, and return their ids.

    Args:
        writing: The action under way.
        part: One of ``PARTS``.
        visit: The visit.
        rows: All of them; what is not among them is taken out.
        day: Of what is taken out.
    """
    model = PARTS[part]
    known = _versions(model, visit)
    kept = {id_ for id_, _ in rows if id_ in known}
    for id_ in known.keys() - kept:
        writing.edit(model, id_, known[id_], archived_day=day)
    made = []
    for place, (id_, values) in enumerate(rows, 1):
        if id_ in kept:
            writing.edit(model, id_, known[id_], place=place, **values)
            made.append(id_)
        else:
            made.append(writing.create(model, visit_id=visit, place=place, **values))
    return made


def put_items(writing: Writing, issue: int, entries: Sequence[int], day: date) -> None:
    """Let an issue be about these entries."""
    row = VisitIssueItem
    query = row.select(row.id, row.version, row.entry_id).where(
        (row.visit_issue_id == issue) & row.archived_day.is_null()
    )
    known = {entry: (id_, version) for id_, version, entry in database.execute(query)}
    for entry in known.keys() - set(entries):
        writing.edit(VisitIssueItem, *known[entry], archived_day=day)
    for entry in dict.fromkeys(entries):
        if entry not in known:
            writing.create(VisitIssueItem, visit_issue_id=issue, entry_id=entry)


def _versions(model: type[Record], visit: int) -> dict[int, int]:
    columns = model._meta.fields  # noqa: SLF001 - peewee's documented way
    query = model.select(columns["id"], columns["version"]).where(
        (columns["visit_id"] == visit) & columns["archived_day"].is_null()
    )
    return dict(database.execute(query))


def _version(model: type[Record], id_: int) -> int:
    columns = model._meta.fields  # noqa: SLF001 - as above
    return int(model.select(columns["version"]).where(columns["id"] == id_).scalar())


# ---------------------------------------------------------------- next steps
def add_step(  # noqa: PLR0913 - a next step's own columns
    writing: Writing,
    *,
    customer: int,
    about: About,
    day: date,
    owner: int | None,
    at: time | None = None,
    zone: str = "",
    note: str = "",
) -> int:
    """Set a next step of a visit and return its id."""
    return add_task(
        writing,
        customer_id=customer,
        kind="other",
        day=day,
        note=note,
        owner_id=owner,
        from_interaction_id=None,
        at=None if at is None else f"{at:%H:%M}",
        zone=zone if at else "",
        about=about.value,
    )


def add_preparation(writing: Writing, visit: int, place: int, kind: Preparation, task: int) -> int:
    """Put down that a next step prepares a visit."""
    return writing.create(
        VisitPreparation, visit_id=visit, place=place, kind=kind.value, task_id=task
    )


def take_out_preparation(writing: Writing, id_: int, day: date) -> None:
    """Take a step out of what prepares a visit."""
    writing.edit(VisitPreparation, id_, _version(VisitPreparation, id_), archived_day=day)


def edit_step(writing: Writing, task: int, **values: object) -> None:
    """Change a next step of a visit: its day, when it was done, or that it is taken out."""
    writing.edit(Task, task, _version(Task, task), **values)


def take_out_entry(writing: Writing, task: int, day: date) -> None:
    """Take an entry out of the diary whose place a visit takes."""
    writing.edit(Task, task, _version(Task, task), archived_day=day)


# ---------------------------------------------------------------- what happened
def add_event(writing: Writing, visit: int, event: Happened) -> int:
    """Put down what happened to a visit and return its id."""
    return writing.add(
        VisitEvent,
        visit_id=visit,
        interaction_id=event.interaction,
        kind=event.kind.value,
        day=event.day,
        way=event.way,
        contact_id=event.contact,
        by_whom=event.by_whom,
        paper_id=event.paper,
        from_day=event.from_day,
        from_at=_text(event.from_at),
        to_day=event.to_day,
        to_at=_text(event.to_at),
        note=event.note,
    )


def _text(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"
