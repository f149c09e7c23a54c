"""Next steps: what is to be done with a customer, when, and what took its place."""

from collections.abc import Sequence
from datetime import date, time

from peewee import JOIN

from creditmate.db.days import maybe_day
from creditmate.db.gateway import Writing
from creditmate.db.models import Interaction, Task, TermsSent
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.next_steps import About
from creditmate.domain.rows import TaskRow


def open_tasks(customers: Sequence[int], as_at: date) -> dict[int, list[TaskRow]]:
    """Return next steps set up to a day and not done by then."""
    found: dict[int, list[TaskRow]] = {}
    for id_, customer, kind, day, note, made, talk, at, *more in _undone(list(customers), as_at):
        hour = None if at is None else time.fromisoformat(at)
        set_for, set_on = date.fromisoformat(day), maybe_day(made)
        row = TaskRow(id_, customer, kind, set_for, note, set_on, talk, hour, *more)
        found.setdefault(customer, []).append(row)
    return found


@prepared
def _undone(customers: Argument, as_at: Argument) -> Query:
    undone = Task.done_day.is_null() | (Task.done_day > as_at)
    return (
        Task.select(
            Task.id, Task.customer_id, Task.kind, Task.day, Task.note, Interaction.day,
            Interaction.id, Task.at, Task.zone, Task.about,
        )
        .join(Interaction, JOIN.LEFT_OUTER, on=Interaction.id == Task.from_interaction_id)
        .where(Task.customer_id.in_(listed(customers)) & undone & Task.archived_day.is_null())
        .where(Interaction.day.is_null() | (Interaction.day <= as_at))
        .order_by(Task.day, Task.id)
    )  # fmt: skip


def add_task(writing: Writing, **values: object) -> int:
    """Set a next step."""
    row: dict[str, object] = {
        "owner_id": None,
        "done_by_interaction_id": None,
        "done_day": None,
        **values,
    }
    return writing.create(Task, **row)


def close_tasks(writing: Writing, customer: int, day: date, interaction: int) -> None:
    """Close a customer's open next steps: a new conversation has taken their place.

    Only those that had been set by that day: a conversation keyed late takes nothing from what
    was agreed after it. Terms that were sent are asked for until they are back, and what follows
    up something else than the talk is that thing's own.
    """
    later = Interaction.select(Interaction.id).where(
        (Interaction.customer_id == customer)
        & (Interaction.day > day)
        & Interaction.void_action_id.is_null()
    )
    undone = (Task.customer_id == customer) & Task.done_day.is_null() & Task.archived_day.is_null()
    undone &= Task.about == About.TALK.value
    set_by_then = Task.from_interaction_id.is_null() | Task.from_interaction_id.not_in(later)
    asked_for = TermsSent.select(TermsSent.task_id).where(
        (TermsSent.customer_id == customer) & TermsSent.task_id.is_null(False)
    )
    undone &= Task.id.not_in(asked_for)
    for task in list(Task.select().where(undone & set_by_then)):
        writing.edit(Task, task.id, task.version, done_day=day, done_by_interaction_id=interaction)
