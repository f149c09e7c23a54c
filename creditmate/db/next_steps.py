"""Next steps: what is to be done with a customer, when, and what took its place."""

from collections.abc import Sequence
from datetime import date, time

from peewee import JOIN

from creditmate.db.asked_to_ring import still_expected
from creditmate.db.days import maybe_day
from creditmate.db.gateway import Writing
from creditmate.db.last_words import corrected_outcomes
from creditmate.db.models import Contact, Interaction, Task, TermsSent
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.next_steps import About, is_person
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import TaskRow

_CALL_BACK = "call_back"


def open_tasks(customers: Sequence[int], as_at: date) -> dict[int, list[TaskRow]]:
    """Return next steps set up to a day and not done by then."""
    found: dict[int, list[TaskRow]] = {}
    rows = list(_undone(list(customers), as_at))
    ends = {talk: outcome for *_, talk, outcome, _, _ in rows if talk is not None}
    ends |= corrected_outcomes(ends, as_at)
    agreed = {talk for talk, outcome in ends.items() if Outcome(outcome).agrees}
    refused = {talk for talk, outcome in ends.items() if outcome == Outcome.REFUSES}
    hard = {talk for talk, outcome in ends.items() if outcome == Outcome.CANNOT_PAY}
    agreed |= still_expected(ends.keys() - agreed - refused, as_at)
    for id_, customer, kind, day, note, made, at, zone, about, talk, _, known, heard in rows:
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
            )
        )
    return found


@prepared
def _undone(customers: Argument, as_at: Argument) -> Query:
    undone = Task.done_day.is_null() | (Task.done_day > as_at)
    return (
        Task.select(
            Task.id, Task.customer_id, Task.kind, Task.day, Task.note, Interaction.day,
            Task.at, Task.zone, Task.about, Interaction.id, Interaction.outcome,
            Contact.name, Interaction.heard_name,
        )
        .join(Interaction, JOIN.LEFT_OUTER, on=Interaction.id == Task.from_interaction_id)
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
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


def close_tasks(
    writing: Writing,
    customers: Sequence[int],
    day: date,
    interaction: int,
    spoken_with: str | None,
) -> None:
    """Close a customer's open next steps: a new conversation has taken their place.

    The first of the ``customers`` is the one it was with. Of the others, its group, those are
    closed whose day has come: they are one line of the day, and one talk. But a call-back agreed
    with another one of it stays, unless the talk was with that very person. What was agreed for
    later stands where nobody was reached (``spoken_with`` None; '' is somebody without a name):
    they still expect us.

    Only those that had been set by that day: a conversation keyed late takes nothing from what
    was agreed after it. Terms that were sent are asked for until they are back, and what follows
    up something else than the talk is that thing's own.
    """
    customer, everybody = customers[0], list(customers)
    later = Interaction.select(Interaction.id).where(
        Interaction.customer_id.in_(everybody)
        & (Interaction.day > day)
        & Interaction.void_action_id.is_null()
    )
    due = (Task.customer_id == customer) | (Task.customer_id.in_(everybody) & (Task.day <= day))
    undone = due & Task.done_day.is_null() & Task.archived_day.is_null()
    undone &= Task.about.in_([About.TALK.value, About.OWN.value])
    set_by_then = Task.from_interaction_id.is_null() | Task.from_interaction_id.not_in(later)
    asked_for = TermsSent.select(TermsSent.task_id).where(
        TermsSent.customer_id.in_(everybody) & TermsSent.task_id.is_null(False)
    )
    undone &= Task.id.not_in(asked_for)
    steps = open_tasks([customer], day).get(customer, []) if spoken_with is None else []
    undone &= Task.id.not_in([step.id for step in steps if step.agreed and step.day > day])
    undone &= Task.id.not_in(_expected_elsewhere(customers[1:], day, spoken_with or ""))
    for task in list(Task.select().where(undone & set_by_then)):
        writing.edit(Task, task.id, task.version, done_day=day, done_by_interaction_id=interaction)


def _expected_elsewhere(others: Sequence[int], day: date, person: str) -> list[int]:
    """The call-backs that were agreed with others of a group, and not with a person."""
    if not others:
        return []
    return [
        task.id
        for tasks in open_tasks(others, day).values()
        for task in tasks
        if task.agreed and task.kind == _CALL_BACK and task.about == About.TALK
        if not is_person(person, task.person)
    ]
