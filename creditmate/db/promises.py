"""Promises to pay and promises of ours: made, kept, replaced, ended."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import database, execute
from creditmate.db.gateway import Writing
from creditmate.db.models import Promise, PromiseEvent, PromiseItem
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain import promises as rules

_PROMISED = Promise.void_action_id.is_null()
"""What was undone never was, at any day."""
_HAPPENED = PromiseEvent.void_action_id.is_null()


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


def promises_made_in(interactions: Sequence[int], side: str = "theirs") -> dict[int, list[int]]:
    """Return the ids of the promises of a side that were made in each of these contacts.

    Those told in the words that put a contact right, or that it puts right, are its own; not those
    that were heard wrong.
    """
    if not interactions:
        return {}
    found: dict[int, list[int]] = {}
    marks = ", ".join("?" * len(interactions))
    for interaction, promise in execute(_MADE_IN.format(marks=marks), (*interactions, side)):
        found.setdefault(interaction, []).append(promise)
    return found


_MADE_IN = """
    WITH RECURSIVE word (talk, id) AS (
        SELECT id, id FROM interaction WHERE id IN ({marks})
        UNION SELECT w.talk, i.corrects_id FROM word w JOIN interaction i ON i.id = w.id
            WHERE i.corrects_id IS NOT NULL
        UNION SELECT w.talk, i.id FROM word w JOIN interaction i ON i.corrects_id = w.id
            WHERE i.void_action_id IS NULL
    )
    SELECT w.talk, p.id FROM word w JOIN promise p ON p.interaction_id = w.id
    WHERE p.side = ? AND p.void_action_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM promise_event e
        JOIN interaction c ON c.action_id = e.action_id AND c.corrects_id IS NOT NULL
        JOIN word v ON v.id = c.id AND v.talk = w.talk
        WHERE e.promise_id = p.id AND e.void_action_id IS NULL
    )
    ORDER BY p.id
"""


def _day(text: object) -> date:
    return date.fromisoformat(str(text))


# ---------------------------------------------------------------- writing
def add_promise(writing: Writing, *, meant: Sequence[int], **values: object) -> int:
    """Put down a promise of either side, with the entries it meant; how it is paid if said."""
    promise = writing.add(Promise, **{"method": "", **values})
    rows = [(promise, entry) for entry in meant]
    writing.add_many(PromiseItem, ("promise_id", "entry_id"), rows)
    return promise


def replace_promises(writing: Writing, promises: Sequence[int], day: date, by: int) -> None:
    """Put down that a new promise takes the place of earlier ones."""
    rows = [(promise, "replaced", day, by) for promise in promises if promise != by]
    writing.add_many(PromiseEvent, ("promise_id", "kind", "day", "by_promise_id"), rows)


def withdraw_promises(writing: Writing, promises: Sequence[int], day: date) -> None:
    """Put down that promises of either side do not hold any more."""
    rows = [(promise, "withdrawn", day, None) for promise in promises]
    writing.add_many(PromiseEvent, ("promise_id", "kind", "day", "by_promise_id"), rows)


def ended_in(action: int) -> list[int]:
    """Return what an action put down about promises and still stands."""
    query = PromiseEvent.select(PromiseEvent.id).where(
        (PromiseEvent.action_id == action) & _HAPPENED
    )
    return [id_ for (id_,) in database.execute(query)]


def void_endings(writing: Writing, events: Sequence[int]) -> None:
    """Void what was put down about promises: they hold again."""
    writing.void(PromiseEvent, events)


def finish_deeds(writing: Writing, promises: Sequence[int], day: date) -> None:
    """Put down that promises of ours are done."""
    rows = [(promise, "done", day, None) for promise in promises]
    writing.add_many(PromiseEvent, ("promise_id", "kind", "day", "by_promise_id"), rows)
