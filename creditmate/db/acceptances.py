"""What customers were sent of terms, and what they accepted. For many customers at once."""

from collections.abc import Mapping, Sequence
from datetime import date

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import Acceptance as AcceptanceRow
from creditmate.db.models import Attachment, Contact, Paper, Task, TermsSent
from creditmate.db.prepared import Argument, Query, about_customers, listed, prepared
from creditmate.domain.acceptance import Acceptance, Capacity, Method, Sent, Way, clauses_of
from creditmate.domain.attachments import Subject
from creditmate.domain.terms import TermsVersion

Customers = Sequence[int] | None
"""Ids, or None for everybody."""
Versions = Mapping[int, TermsVersion]
"""Those that stand (``terms.versions``): none that was sent or accepted can be withdrawn."""


def acceptances_of(
    as_at: date, versions: Versions, customers: Customers = None
) -> dict[int, list[Acceptance]]:
    """Return what was accepted up to a day, by customer, in the order of the days."""
    rows = list(_accepted(customers, as_at))
    files = _files([row[0] for row in rows])
    found: dict[int, list[Acceptance]] = {}
    for id_, who, of, day, method, by, capacity, kinds, reference, note, action in rows:
        one = Acceptance(
            id=id_,
            customer=who,
            version=versions[of],
            day=date.fromisoformat(day),
            method=Method(method),
            by_whom=by,
            capacity=Capacity(capacity),
            clauses=clauses_of(kinds),
            reference=reference,
            note=note,
            files=tuple(files.get(id_, ())),
            action=action,
        )
        found.setdefault(who, []).append(one)
    return found


@about_customers(AcceptanceRow.customer_id)
def _accepted(as_at: Argument) -> Query:
    return (
        AcceptanceRow.select(
            AcceptanceRow.id, AcceptanceRow.customer_id, AcceptanceRow.terms_version_id,
            AcceptanceRow.day, AcceptanceRow.method,
            fn.COALESCE(fn.NULLIF(AcceptanceRow.by_whom, ""), Contact.name, ""),
            AcceptanceRow.capacity, AcceptanceRow.clauses, AcceptanceRow.reference,
            AcceptanceRow.note, AcceptanceRow.action_id,
        )
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == AcceptanceRow.contact_id)
        .where(AcceptanceRow.void_action_id.is_null() & (AcceptanceRow.day <= as_at))
        .order_by(AcceptanceRow.day, AcceptanceRow.id)
    )  # fmt: skip


def _files(acceptances: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for acceptance, file in _proofs(list(acceptances)) if acceptances else ():
        found.setdefault(acceptance, []).append(file)
    return found


@prepared
def _proofs(acceptances: Argument) -> Query:
    about = (Attachment.subject == Subject.ACCEPTANCE.value) & Attachment.archived_day.is_null()
    return (
        Attachment.select(Attachment.subject_id, Attachment.id)
        .where(about & Attachment.subject_id.in_(listed(acceptances)))
        .order_by(Attachment.id)
    )


def sent_of(as_at: date, versions: Versions, customers: Customers = None) -> dict[int, list[Sent]]:
    """Return what was sent up to a day, by customer, in the order of the days.

    The day on which to follow it up is known while that is still to be done on ``as_at``.
    """
    found: dict[int, list[Sent]] = {}
    for row in _sent(customers, as_at):
        id_, who, of, day, way, to_whom, paper, number, action, ask, done = row
        one = Sent(
            id=id_,
            customer=who,
            version=versions[of],
            day=date.fromisoformat(day),
            way=Way(way),
            to_whom=to_whom,
            paper_id=paper,
            paper=number,
            follow_up=_follow_up(ask, done, as_at),
            action=action,
        )
        found.setdefault(who, []).append(one)
    return found


def _follow_up(ask: str | None, done: str | None, as_at: date) -> date | None:
    if ask is None or (done is not None and date.fromisoformat(done) <= as_at):
        return None
    return date.fromisoformat(ask)


@about_customers(TermsSent.customer_id)
def _sent(as_at: Argument) -> Query:
    return (
        TermsSent.select(
            TermsSent.id, TermsSent.customer_id, TermsSent.terms_version_id, TermsSent.day,
            TermsSent.way, fn.COALESCE(fn.NULLIF(TermsSent.to_whom, ""), Contact.name, ""),
            TermsSent.paper_id, fn.COALESCE(Paper.number, ""), TermsSent.action_id, Task.day,
            fn.COALESCE(Task.done_day, Task.archived_day),
        )
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == TermsSent.contact_id)
        .join(Paper, JOIN.LEFT_OUTER, on=Paper.id == TermsSent.paper_id)
        .join(Task, JOIN.LEFT_OUTER, on=Task.id == TermsSent.task_id)
        .where(TermsSent.void_action_id.is_null() & (TermsSent.day <= as_at))
        .order_by(TermsSent.day, TermsSent.id)
    )  # fmt: skip


# ---------------------------------------------------------------- writing
def add_acceptance(writing: Writing, **values: object) -> int:
    """Put down that terms were accepted."""
    return writing.add(AcceptanceRow, **values)


def add_sent(writing: Writing, **values: object) -> int:
    """Put down that terms were sent."""
    return writing.add(TermsSent, **values)


def customer_of_acceptance(acceptance: int) -> int | None:
    """Return whose acceptance stands under an id; None where there is none that stands."""
    query = AcceptanceRow.select(AcceptanceRow.customer_id).where(
        (AcceptanceRow.id == acceptance) & AcceptanceRow.void_action_id.is_null()
    )
    return next((who for (who,) in database.execute(query)), None)


def void_acceptance(writing: Writing, acceptance: int) -> None:
    """Take an acceptance back: it never was; what it closed is to be followed up again."""
    writing.void(AcceptanceRow, [acceptance])
    action = AcceptanceRow.get_by_id(acceptance).action_id
    closed = Task.done_day.is_null(False) & Task.done_by_interaction_id.is_null()
    ours = TermsSent.select(TermsSent.task_id).where(TermsSent.void_action_id.is_null())
    for task in list(Task.select().where(closed & (Task.action_id == action) & Task.id.in_(ours))):
        writing.edit(Task, task.id, task.version, done_day=None)


def customer_of_sent(sent: int) -> int | None:
    """Return to whom terms were sent; None where nothing that stands has that id."""
    query = TermsSent.select(TermsSent.customer_id).where(
        (TermsSent.id == sent) & TermsSent.void_action_id.is_null()
    )
    return next((who for (who,) in database.execute(query)), None)


def void_sent(writing: Writing, sent: int, today: date) -> None:
    """Take a sending back: it never was, and from today on nothing is to be followed up."""
    task = TermsSent.get_by_id(sent).task_id
    writing.void(TermsSent, [sent])
    row = Task.get_or_none((Task.id == task) & Task.done_day.is_null())
    if row is not None:
        writing.edit(Task, row.id, row.version, archived_day=today)


def close_follow_ups(writing: Writing, sent: Sequence[int], day: date) -> None:
    """Close the tasks that ask for what was sent: it came back."""
    asked = TermsSent.select(TermsSent.task_id).where(TermsSent.id.in_(list(sent)))
    undone = Task.done_day.is_null() & Task.archived_day.is_null()
    for task in list(Task.select().where(Task.id.in_(asked) & undone)):
        writing.edit(Task, task.id, task.version, done_day=day)
