"""More time given for items, as at a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from creditmate.db.connection import database, execute
from creditmate.db.fields import among
from creditmate.db.gateway import Writing
from creditmate.db.models import Extension, ExtensionEvent, ExtensionItem
from creditmate.domain import extensions as rules
from creditmate.domain.plan_terms import Meanwhile

_GIVEN = Extension.void_action_id.is_null()
"""What was undone never was, at any day."""
_HAPPENED = ExtensionEvent.void_action_id.is_null()


def extensions_of(customers: Sequence[int], as_at: date) -> dict[int, list[rules.Extension]]:
    """Return the time given to these customers up to a day, the oldest first."""
    if not customers or not _ever_given():
        return {}
    there = Extension.customer_id.in_(among(customers)) & (Extension.day <= as_at)
    found: dict[int, list[rules.Extension]] = {}
    for one in _read(there, as_at):
        found.setdefault(one.customer_id, []).append(one)
    return found


def _ever_given() -> bool:
    """Whether anybody was ever given time: most ledgers are asked in vain, and often."""
    return execute("SELECT 1 FROM extension LIMIT 1").fetchone() is not None


def extension_by_id(extension: int, as_at: date) -> rules.Extension | None:
    """Return time given as known on a day; None if there is none."""
    there = (Extension.id == extension) & (Extension.day <= as_at)
    return next(iter(_read(there, as_at)), None)


def customers_with_time(as_at: date) -> set[int]:
    """Return the customers with time that was not taken back and is not up on a day."""
    if not _ever_given():
        return set()
    ended = ExtensionEvent.select(ExtensionEvent.extension_id).where(
        (ExtensionEvent.day <= as_at) & _HAPPENED
    )
    query = (
        Extension.select(Extension.customer_id)
        .where((Extension.day <= as_at) & (Extension.to_day >= as_at) & _GIVEN)
        .where(Extension.id.not_in(ended))
        .distinct()
    )
    return {customer for (customer,) in database.execute(query)}


def all_extensions(as_at: date) -> list[rules.Extension]:
    """Return all time that was given up to a day."""
    return _read(Extension.day <= as_at, as_at)


def _read(which: Any, as_at: date) -> list[rules.Extension]:  # noqa: ANN401 - an expression
    query = (
        Extension.select(
            Extension.id, Extension.customer_id, Extension.interaction_id, Extension.day,
            Extension.to_day, Extension.staff_id, Extension.by_whom, Extension.interest,
            Extension.reason,
        )
        .where(which & _GIVEN)
        .order_by(Extension.day, Extension.id)
    )  # fmt: skip
    rows = list(database.execute(query))
    ids = [row[0] for row in rows]
    items, ended = _items(ids), _endings(ids, as_at)
    return [
        rules.Extension(
            id=id_,
            customer_id=customer,
            interaction_id=talk,
            day=date.fromisoformat(day),
            to_day=date.fromisoformat(to),
            staff_id=staff,
            by_whom=by,
            interest=Meanwhile(interest),
            because=reason,
            entries=tuple(items.get(id_, ())),
            ended=ended.get(id_),
        )
        for id_, customer, talk, day, to, staff, by, interest, reason in rows
    ]


def _items(extensions: Collection[int]) -> dict[int, list[int]]:
    if not extensions:
        return {}
    query = (
        ExtensionItem.select(ExtensionItem.extension_id, ExtensionItem.entry_id)
        .where(ExtensionItem.extension_id.in_(among(extensions)))
        .order_by(ExtensionItem.id)
    )
    found: dict[int, list[int]] = {}
    for extension, entry in database.execute(query):
        found.setdefault(extension, []).append(entry)
    return found


def _endings(extensions: Collection[int], as_at: date) -> dict[int, rules.ExtensionEnding]:
    """What ended each: the first that did counts."""
    if not extensions:
        return {}
    query = (
        ExtensionEvent.select(
            ExtensionEvent.extension_id,
            ExtensionEvent.kind,
            ExtensionEvent.day,
            ExtensionEvent.note,
        )
        .where(ExtensionEvent.extension_id.in_(among(extensions)))
        .where((ExtensionEvent.day <= as_at) & _HAPPENED)
        .order_by(ExtensionEvent.day.desc(), ExtensionEvent.id.desc())
    )
    return {
        extension: rules.ExtensionEnding(rules.ExtensionEnd(kind), date.fromisoformat(day), note)
        for extension, kind, day, note in database.execute(query)
    }


# ---------------------------------------------------------------- writing
def add_extension(writing: Writing, entries: Sequence[int], **values: object) -> int:
    """Put down time given for entries: every column of it."""
    extension = writing.add(Extension, **values)
    rows = [(extension, entry) for entry in entries]
    writing.add_many(ExtensionItem, ("extension_id", "entry_id"), rows)
    return extension


def end_extensions(
    writing: Writing,
    extensions: Sequence[int],
    kind: rules.ExtensionEnd,
    day: date,
    note: str = "",
) -> None:
    """Put down that time given ended before its day."""
    rows = [(extension, kind.value, day, note) for extension in extensions]
    writing.add_many(ExtensionEvent, ("extension_id", "kind", "day", "note"), rows)


@dataclass(frozen=True, slots=True)
class TimeMadeIn:
    """What an action did with time given: what it gave, and what it ended, by ids."""

    extensions: tuple[int, ...]
    events: tuple[int, ...]


def time_made_in(action: int) -> TimeMadeIn:
    """Return what an action did with time given and still stands."""
    given = Extension.select(Extension.id).where((Extension.action_id == action) & _GIVEN)
    events = ExtensionEvent.select(ExtensionEvent.id).where(
        (ExtensionEvent.action_id == action) & _HAPPENED
    )
    found = ([id_ for (id_,) in database.execute(query)] for query in (given, events))
    return TimeMadeIn(*map(tuple, found))


def rests_on_time(extension: int, action: int) -> bool:
    """Whether another action than the one that gave it ended it."""
    query = ExtensionEvent.select(ExtensionEvent.id).where(
        (ExtensionEvent.extension_id == extension)
        & (ExtensionEvent.action_id != action)
        & _HAPPENED
    )
    return next(iter(database.execute(query)), None) is not None


def void_time(writing: Writing, made: TimeMadeIn) -> None:
    """Void what an action did with time given: it never was."""
    writing.void(ExtensionEvent, made.events)
    writing.void(Extension, made.extensions)
