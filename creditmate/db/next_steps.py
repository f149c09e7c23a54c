"""Next steps: what is to be done with a customer, when, and what took its place."""

from collections.abc import Sequence
from datetime import date, time
from typing import NamedTuple

from peewee import JOIN

from creditmate.db.asked_to_ring import still_expected
from creditmate.db.days import maybe_day
from creditmate.db.gateway import Writing
from creditmate.db.last_words import corrected_outcomes
from creditmate.db.models import Contact, Interaction, Task, TermsSent
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.contact_channels import WRITTEN
from creditmate.domain.next_steps import About
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import TaskRow
from creditmate.domain.steps_answered import (
    Answered,
    Approach,
    Fate,
    answered,
    fate,
    is_call,
)


class Again(NamedTuple):
    """When it is tried again: the hour is by the clock of ``zone``."""

    day: date
    at: time | None = None
    zone: str = ""


def open_tasks(customers: Sequence[int], as_at: date) -> dict[int, list[TaskRow]]:
    """Return next steps set up to a day and not done by then."""
    found: dict[int, list[TaskRow]] = {}
    rows = list(_undone(list(customers), as_at))
    ends = {talk: outcome for *_, talk, outcome, _, _, _, _, _ in rows if talk is not None}
    ends |= corrected_outcomes(ends, as_at)
    agreed = {talk for talk, outcome in ends.items() if Outcome(outcome).agrees}
    refused = {talk for talk, outcome in ends.items() if Outcome(outcome).leaves_it_to_us}
    hard = {talk for talk, outcome in ends.items() if outcome == Outcome.CANNOT_PAY}
    agreed |= still_expected(ends.keys() - agreed - refused, as_at)
    for id_, customer, kind, day, note, made, at, zone, about, talk, _, *told in rows:
        known, heard, tried, way, direction = told
        found.setdefault(customer, []).append(
            TaskRow(
                id=id_,
                customer_id=customer,
                kind=kind,
                day=date.fromisoformat(day),
                note=note,
                made_day=maybe_day(made),
                interaction_id=talk,
                at=None if at is None else time.fromisoformat(at),
                zone=zone,
                about=about,
                agreed=talk in agreed,
                person=known or heard or "",
                refused=talk in refused,
                hard=talk in hard,
                tried_day=maybe_day(tried),
                written=talk not in agreed and way in WRITTEN,
                stranger=direction == "in" and bool(heard) and not known,
            )
        )
    return found


@prepared
def _undone(customers: Argument, as_at: Argument) -> Query:
    undone = Task.done_day.is_null() | (Task.done_day > as_at)
    tried = Interaction.alias("tried")  # the last try at it, while it is not done
    tried_in = (tried.id == Task.done_by_interaction_id) & Task.done_day.is_null()
    return (
        Task.select(
            Task.id, Task.customer_id, Task.kind, Task.day, Task.note, Interaction.day,
            Task.at, Task.zone, Task.about, Interaction.id, Interaction.outcome,
            Contact.name, Interaction.heard_name, tried.day, Interaction.channel,
            Interaction.direction,
        )
        .join(Interaction, JOIN.LEFT_OUTER, on=Interaction.id == Task.from_interaction_id)
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .join(tried, JOIN.LEFT_OUTER, on=tried_in & (tried.day <= as_at))
        .where(Task.customer_id.in_(listed(customers)) & undone & Task.archived_day.is_null())
        .where(Interaction.day.is_null() | (Interaction.day <= as_at))
        .order_by(Task.day, Task.id)
    )  # fmt: skip


def asked_to_be_rung(customer: int, as_at: date) -> bool:
    """Return whether the day has come on which a customer had asked to be rung."""
    return any(
        task.agreed and task.kind == "call_back" and task.about == About.TALK and task.day <= as_at
        for task in open_tasks([customer], as_at).get(customer, ())
    )


def add_task(writing: Writing, **values: object) -> int:
    """Set a next step."""
    row: dict[str, object] = {
        "owner_id": None,
        "done_by_interaction_id": None,
        "done_day": None,
        **values,
    }
    return writing.create(Task, **row)


def finish_task(writing: Writing, id_: int, day: date, by: int | None = None) -> None:
    """Put down that one next step is done, whatever it follows up, and by which contact."""
    task = Task.get_by_id(id_)
    writing.edit(Task, id_, task.version, done_day=day, done_by_interaction_id=by)


def close_steps_of(writing: Writing, contacts: Sequence[int], day: date, interaction: int) -> None:
    """Close the next steps that were set in these contacts: another one took their place."""
    undone = Task.done_day.is_null() & Task.archived_day.is_null()
    of_these = Task.from_interaction_id.in_(list(contacts)) & (Task.about == About.TALK.value)
    for task in list(Task.select().where(of_these & undone)):
        writing.edit(Task, task.id, task.version, done_day=day, done_by_interaction_id=interaction)


def set_kind(writing: Writing, contacts: Sequence[int], kind: str) -> None:
    """Put down what the open next steps that were set in these contacts are for."""
    undone = Task.done_day.is_null() & Task.archived_day.is_null() & (Task.kind != kind)
    of_these = Task.from_interaction_id.in_(list(contacts)) & (Task.about == About.TALK.value)
    for task in list(Task.select().where(of_these & undone)):
        writing.edit(Task, task.id, task.version, kind=kind)


def steps_answered(customers: Sequence[int], approach: Approach) -> Answered:
    """Return what a contact does to the open next steps of a customer and of its group.

    Only those that had been set by its day count: a conversation keyed late takes nothing from what
    was agreed after it. Terms that were sent are asked for until they are back.
    """
    steps = [step for own in open_tasks(customers, approach.day).values() for step in own]
    if not steps:
        return Answered()
    asked_for = TermsSent.select(TermsSent.task_id).where(
        TermsSent.customer_id.in_(list(customers)) & TermsSent.task_id.is_null(False)
    )
    undone = Task.id.in_([step.id for step in steps]) & Task.done_day.is_null()
    standing = {task.id for task in Task.select(Task.id).where(undone & Task.id.not_in(asked_for))}
    return answered((step for step in steps if step.id in standing), approach)


def answer_steps(
    writing: Writing, customers: Sequence[int], approach: Approach, interaction: int, to: Again
) -> bool:
    """Close the next steps whose place a contact takes, and set those on that it tried in vain.

    Args:
        writing: The action.
        customers: The one it was with, then the others of its group.
        approach: The contact.
        interaction: Its id.
        to: When to try again.

    Returns:
        Whether a call of this customer was set on: it is the next step then.
    """
    found, day = steps_answered(customers, approach), approach.day
    for step in found.done:
        finish_task(writing, step.id, day, interaction)
    for step in found.again:
        _set_on(writing, step, interaction, to)
    return any(is_call(step) and step.customer_id == approach.customer for step in found.again)


def _set_on(writing: Writing, step: TaskRow, interaction: int, to: Again) -> None:
    """Put a step on the day of the next try; by which contact it was tried stands with it."""
    timed = to.at is not None and (is_call(step) or step.at is not None)
    when = {"at": f"{to.at:%H:%M}" if timed else None, "zone": to.zone if timed else ""}
    version = Task.get_by_id(step.id).version
    writing.edit(Task, step.id, version, day=to.day, done_by_interaction_id=interaction, **when)


def close_tried(writing: Writing, contacts: Sequence[int], approach: Approach, by: int) -> None:
    """Close what was set on in these contacts: somebody was reached in them after all."""
    undone = Task.done_day.is_null() & Task.archived_day.is_null()
    tried = Task.done_by_interaction_id.in_(list(contacts)) & undone
    rows = {row.id: row for row in Task.select().where(tried)}
    steps = open_tasks([row.customer_id for row in rows.values()], approach.day)
    for step in (step for own in steps.values() for step in own):
        was_due = step._replace(day=min(step.day, approach.day))
        if step.id in rows and fate(was_due, approach) is Fate.DONE:
            finish_task(writing, step.id, approach.day, by)
