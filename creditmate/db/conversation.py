"""Contacts made, promises both ways, and next steps."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Contact,
    Interaction,
    Promise,
    PromiseEvent,
    PromiseItem,
    Task,
    TermsSent,
)
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain import promises as rules
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import InteractionRow, TaskRow

_STANDS = Interaction.void_action_id.is_null()
"""What was undone never was, at any day."""
_PROMISED = Promise.void_action_id.is_null()
_HAPPENED = PromiseEvent.void_action_id.is_null()


def interactions_of(customer: int, as_at: date, limit: int) -> list[InteractionRow]:
    """Return a customer's contacts made up to a day, the latest first."""
    query = (
        Interaction.select(
            Interaction.id, Interaction.customer_id, Interaction.channel, Interaction.direction,
            Interaction.day, fn.COALESCE(Contact.name, Interaction.heard_name),
            Interaction.outcome, Interaction.notes, Interaction.next_day,
            Interaction.none_because,
        )
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .where((Interaction.customer_id == customer) & (Interaction.day <= as_at) & _STANDS)
        .order_by(Interaction.day.desc(), Interaction.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [
        InteractionRow(
            id=id_,
            customer_id=of,
            channel=channel,
            direction=direction,
            day=_day(day),
            with_name=name,
            outcome=outcome,
            notes=notes,
            next_day=maybe_day(next_day),
            none_because=because,
        )
        for (
            id_,
            of,
            channel,
            direction,
            day,
            name,
            outcome,
            notes,
            next_day,
            because,
        ) in database.execute(query)
    ]


def last_contacts(customers: Sequence[int], as_at: date) -> dict[int, list[tuple[date, str]]]:
    """Return the day and outcome of each customer's contacts on the latest day there was one."""
    found: dict[int, list[tuple[date, str]]] = {}
    for customer, day, outcome in _latest(list(customers), as_at):
        found.setdefault(customer, []).append((_day(day), outcome))
    return found


@prepared
def _latest(customers: Argument, as_at: Argument) -> Query:
    latest = (
        Interaction.select(Interaction.customer_id, fn.MAX(Interaction.day).alias("latest"))
        .where(Interaction.customer_id.in_(listed(customers)) & (Interaction.day <= as_at))
        .where(_STANDS)
        .group_by(Interaction.customer_id)
        .alias("last")
    )
    return (
        Interaction.select(Interaction.customer_id, Interaction.day, Interaction.outcome)
        .join(
            latest,
            on=(Interaction.customer_id == latest.c.customer_id)
            & (Interaction.day == latest.c.latest),
        )
        .where(_STANDS)
        .order_by(Interaction.id)
    )


def count_contacts(customers: Sequence[int], first: date, last: date) -> int:
    """How many contacts of our own making there were from ``first`` to ``last`` inclusive.

    Args:
        customers: All whose contacts count together: a group has one budget.
        first: The first day.
        last: The last day.
    """
    ((count,),) = _contacts_of_ours(list(customers), first, last)
    return int(count)


@prepared
def _contacts_of_ours(customers: Argument, first: Argument, last: Argument) -> Query:
    ours = Interaction.customer_id.in_(listed(customers)) & (Interaction.direction == "out")
    return Interaction.select(fn.COUNT(Interaction.id)).where(
        ours & _STANDS & Interaction.day.between(first, last)
    )


def promises_of(customers: Sequence[int], as_at: date) -> dict[int, list[rules.Promise]]:
    """Return the customers' promises made up to a day, with what they meant."""
    rows = list(_promise_rows(list(customers), as_at, "theirs"))
    ids = [row[0] for row in rows]
    meant = _meant(ids)
    endings = _endings(ids, as_at)
    found: dict[int, list[rules.Promise]] = {}
    for id_, customer, currency, minor, made, due, until, _deed in rows:
        promise = rules.Promise(
            id=id_,
            currency=currency,
            minor=minor,
            made_day=_day(made),
            due_day=_day(due),
            until_day=_day(until),
            entries=tuple(meant.get(id_, ())),
            ended=_ending(endings.get(id_)),
        )
        found.setdefault(customer, []).append(promise)
    return found


def deeds_of(customers: Sequence[int], as_at: date) -> dict[int, list[rules.Deed]]:
    """Return our own promises to these customers made up to a day."""
    rows = list(_promise_rows(list(customers), as_at, "ours"))
    endings = _endings([row[0] for row in rows], as_at)
    found: dict[int, list[rules.Deed]] = {}
    for id_, customer, _currency, _minor, made, due, _until, deed in rows:
        kind, day = endings.get(id_, ("", None))
        found.setdefault(customer, []).append(
            rules.Deed(
                id=id_,
                words=deed,
                made_day=_day(made),
                due_day=_day(due),
                done_day=day if kind == "done" else None,
                ended=_ending(endings.get(id_)),
            )
        )
    return found


@prepared
def _promise_rows(customers: Argument, as_at: Argument, side: Argument) -> Query:
    return (
        Promise.select(
            Promise.id, Promise.customer_id, Promise.currency, Promise.amount_minor,
            Promise.made_day, Promise.due_day, Promise.until_day, Promise.deed,
        )
        .where(Promise.customer_id.in_(listed(customers)) & (Promise.side == side))
        .where((Promise.made_day <= as_at) & _PROMISED)
        .order_by(Promise.id)
    )  # fmt: skip


def _meant(promises: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for promise, entry in _items(list(promises)):
        found.setdefault(promise, []).append(entry)
    return found


@prepared
def _items(promises: Argument) -> Query:
    return (
        PromiseItem.select(PromiseItem.promise_id, PromiseItem.entry_id)
        .where(PromiseItem.promise_id.in_(listed(promises)))
        .order_by(PromiseItem.id)
    )


def _endings(promises: Sequence[int], as_at: date) -> dict[int, tuple[str, date]]:
    events = _events(list(promises), as_at)
    return {promise: (kind, _day(day)) for promise, kind, day in events}


@prepared
def _events(promises: Argument, as_at: Argument) -> Query:
    return (
        PromiseEvent.select(PromiseEvent.promise_id, PromiseEvent.kind, PromiseEvent.day)
        .where(PromiseEvent.promise_id.in_(listed(promises)) & (PromiseEvent.day <= as_at))
        .where(_HAPPENED)
        .order_by(PromiseEvent.day, PromiseEvent.id)
    )


def _ending(event: tuple[str, date] | None) -> rules.Ending | None:
    if event is None or event[0] == "done":
        return None
    return rules.Ending(rules.PromiseEnd(event[0]), event[1])


def open_tasks(customers: Sequence[int], as_at: date) -> dict[int, list[TaskRow]]:
    """Return next steps set up to a day and not done by then."""
    found: dict[int, list[TaskRow]] = {}
    for id_, customer, kind, day, note, made, talk in _undone(list(customers), as_at):
        row = TaskRow(id_, customer, kind, _day(day), note, maybe_day(made), talk)
        found.setdefault(customer, []).append(row)
    return found


@prepared
def _undone(customers: Argument, as_at: Argument) -> Query:
    undone = Task.done_day.is_null() | (Task.done_day > as_at)
    return (
        Task.select(
            Task.id, Task.customer_id, Task.kind, Task.day, Task.note, Interaction.day,
            Interaction.id,
        )
        .join(Interaction, JOIN.LEFT_OUTER, on=Interaction.id == Task.from_interaction_id)
        .where(Task.customer_id.in_(listed(customers)) & undone & Task.archived_day.is_null())
        .where(Interaction.day.is_null() | (Interaction.day <= as_at))
        .order_by(Task.day, Task.id)
    )  # fmt: skip


def customers_who_promised(as_at: date) -> set[int]:
    """Customers with a promise to pay that was not withdrawn or replaced by then."""
    return {row for (row,) in _promising(as_at)}


@prepared
def _promising(as_at: Argument) -> Query:
    return standing_promises(as_at, "theirs")


def standing_promises(as_at: Argument, side: str) -> Any:  # noqa: ANN401 - a query
    """Ask for the customers with promises of a side that have not ended by then."""
    passed = (PromiseEvent.day <= as_at) & _HAPPENED
    ended = PromiseEvent.select(PromiseEvent.promise_id).where(passed)
    return (
        Promise.select(Promise.customer_id)
        .where((Promise.side == side) & (Promise.made_day <= as_at) & _PROMISED)
        .where(Promise.id.not_in(ended))
        .distinct()
    )


def _day(text: object) -> date:
    return date.fromisoformat(str(text))


def add_interaction(writing: Writing, **values: object) -> int:
    """Put down a contact that was made, by who is at work; what is not given is not known."""
    row: dict[str, object] = {
        "staff_id": writing.staff_id,
        "seconds": None,
        "corrects_id": None,
        "mood": "",
        "signals": "",
        **values,
    }
    return writing.add(Interaction, **row)


def add_promise(writing: Writing, *, meant: Sequence[int], **values: object) -> int:
    """Put down a promise of either side, with the entries it meant."""
    promise = writing.add(Promise, **values)
    rows = [(promise, entry) for entry in meant]
    writing.add_many(PromiseItem, ("promise_id", "entry_id"), rows)
    return promise


def replace_promises(writing: Writing, promises: Sequence[int], day: date, by: int) -> None:
    """Put down that a new promise takes the place of earlier ones."""
    rows = [(promise, "replaced", day, by) for promise in promises if promise != by]
    writing.add_many(PromiseEvent, ("promise_id", "kind", "day", "by_promise_id"), rows)


def finish_deeds(writing: Writing, promises: Sequence[int], day: date) -> None:
    """Put down that promises of ours are done."""
    rows = [(promise, "done", day, None) for promise in promises]
    writing.add_many(PromiseEvent, ("promise_id", "kind", "day", "by_promise_id"), rows)


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
    was agreed after it. Terms that were sent are asked for until they are back.
    """
    later = Interaction.select(Interaction.id).where(
        (Interaction.customer_id == customer) & (Interaction.day > day) & _STANDS
    )
    undone = (Task.customer_id == customer) & Task.done_day.is_null() & Task.archived_day.is_null()
    set_by_then = Task.from_interaction_id.is_null() | Task.from_interaction_id.not_in(later)
    asked_for = TermsSent.select(TermsSent.task_id).where(
        (TermsSent.customer_id == customer) & TermsSent.task_id.is_null(False)
    )
    undone &= Task.id.not_in(asked_for)
    for task in list(Task.select().where(undone & set_by_then)):
        writing.edit(Task, task.id, task.version, done_day=day, done_by_interaction_id=interaction)


def promises_made_in(interactions: Sequence[int], side: str = "theirs") -> dict[int, list[int]]:
    """Return the ids of the promises of a side that were made in each of these contacts."""
    if not interactions:
        return {}
    found: dict[int, list[int]] = {}
    for interaction, promise in _made_in(list(interactions), side):
        found.setdefault(interaction, []).append(promise)
    return found


@prepared
def _made_in(interactions: Argument, side: Argument) -> Query:
    in_these = Promise.interaction_id.in_(listed(interactions))
    return (
        Promise.select(Promise.interaction_id, Promise.id)
        .where(in_these & (Promise.side == side) & _PROMISED)
        .order_by(Promise.id)
    )


def last_talks(customers: Sequence[int], as_at: date) -> dict[int, date]:
    """Return the last day up to ``as_at`` on which somebody of each customer's was reached."""
    return {customer: _day(day) for customer, day in _reached(list(customers), as_at)}


@prepared
def _reached(customers: Argument, as_at: Argument) -> Query:
    reached = [outcome.value for outcome in Outcome if outcome.reached]
    return (
        Interaction.select(Interaction.customer_id, fn.MAX(Interaction.day))
        .where(Interaction.customer_id.in_(listed(customers)) & (Interaction.day <= as_at))
        .where(Interaction.outcome.in_(reached) & _STANDS)
        .group_by(Interaction.customer_id)
    )


def asked_not_to_be_called(customers: Sequence[int], as_at: date) -> set[int]:
    """Return which customers asked, up to a day, not to be called again.

    The wish stands whatever is said afterwards; only an interaction that corrects the one in
    which it was put down takes it back.
    """
    return {customer for (customer,) in _wished(list(customers), as_at)}


@prepared
def _wished(customers: Argument, as_at: Argument) -> Query:
    dated = Interaction.customer_id.in_(listed(customers)) & (Interaction.day <= as_at)
    known = dated & _STANDS
    corrected = Interaction.select(Interaction.corrects_id).where(
        known & Interaction.corrects_id.is_null(False)
    )
    wishes = known & (Interaction.outcome == Outcome.DO_NOT_CALL.value)
    return (
        Interaction.select(Interaction.customer_id)
        .where(wishes & Interaction.id.not_in(corrected))
        .distinct()
    )
