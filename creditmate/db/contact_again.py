"""A contact as it was put down, for whoever puts it right or moves it to another customer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import Interaction, InteractionDetail, InteractionMoved


@dataclass(frozen=True, slots=True)
class StoredContact:
    """What stands of a contact: what was said in it, codes as they are stored, and its detail.

    ``entries`` are the items it was about.
    """

    id: int
    customer: int
    channel: str
    direction: str
    day: date
    at: datetime
    with_name: str
    outcome: str
    notes: str
    next_day: date | None
    none_because: str
    seconds: int | None
    mood: str
    signals: str
    purpose: str
    step: str
    barrier: str
    told: str
    satisfaction: int | None
    override: str
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredPledge:
    """A promise of either side made in a contact; ``ended`` if it was withdrawn or replaced.

    ``method`` is how they mean to pay: a code of ``domain.receipts``, '' if it was not said.
    """

    id: int
    theirs: bool
    due_day: date
    currency: str | None
    minor: int | None
    deed: str
    ended: bool
    method: str = ""


_STORED = """
    SELECT i.id, i.customer_id, i.channel, i.direction, i.day, i.at,
        coalesce(c.name, i.heard_name), i.outcome, i.notes, i.next_day, i.none_because, i.seconds,
        i.mood, i.signals, coalesce(d.purpose, ''), coalesce(d.step, ''), coalesce(d.barrier, ''),
        coalesce(d.told, ''), d.satisfaction, coalesce(d.override, '')
    FROM interaction i LEFT JOIN contact c ON c.id = i.contact_id
    LEFT JOIN interaction_detail d ON d.interaction_id = i.id AND d.void_action_id IS NULL
    WHERE i.id = ? AND i.void_action_id IS NULL
"""
_ITEMS = "SELECT entry_id FROM interaction_item WHERE interaction_id = ? ORDER BY id"
_CORRECTED_BY = (
    "SELECT id FROM interaction WHERE corrects_id = ? AND void_action_id IS NULL ORDER BY id"
)
_CORRECTS = "SELECT corrects_id FROM interaction WHERE id = ? AND corrects_id IS NOT NULL"


def stored_contact(interaction: int) -> StoredContact | None:
    """Return a contact that stands; None where there is none."""
    row = execute(_STORED, (interaction,)).fetchone()
    if row is None:
        return None
    day, at, next_day = row[4], row[5], row[9]
    told: tuple[Any, ...] = (
        *row[:4],
        date.fromisoformat(day),
        datetime.fromisoformat(at),
        *row[6:9],
        None if next_day is None else date.fromisoformat(next_day),
        *row[10:],
        tuple(int(id_) for (id_,) in execute(_ITEMS, (interaction,))),
    )
    return StoredContact(*told)


def is_contact(interaction: int) -> bool:
    """Whether there ever was a contact with this number, taken back or not."""
    return execute("SELECT 1 FROM interaction WHERE id = ?", (interaction,)).fetchone() is not None


def last_word(interaction: int) -> int:
    """Return the contact that tells how one was: the last that puts it right, else itself."""
    while row := execute(_CORRECTED_BY, (interaction,)).fetchone():
        interaction = int(row[0])
    return interaction


def words_before(interaction: int) -> list[int]:
    """Return a contact and all that it puts right, the first one last."""
    found = [interaction]
    while row := execute(_CORRECTS, (found[-1],)).fetchone():
        found.append(int(row[0]))
    return found


def agreed_hour(interactions: Sequence[int]) -> time | None:
    """Return the hour, where the customer is, of the next step that contacts agreed on."""
    marks = ", ".join("?" * len(interactions))
    sql = (
        f"SELECT at FROM task WHERE from_interaction_id IN ({marks}) AND at IS NOT NULL"  # noqa: S608 - marks alone
        " AND archived_day IS NULL ORDER BY id DESC"
    )
    row = execute(sql, tuple(interactions)).fetchone()
    return None if row is None else time.fromisoformat(row[0])


def entries_of(entries: Sequence[int], customers: Sequence[int]) -> tuple[int, ...]:
    """Return those of these entries that are customers' own, in their order."""
    those, whose = (", ".join("?" * len(ids)) for ids in (entries, customers))
    sql = f"SELECT id FROM entry WHERE id IN ({those}) AND customer_id IN ({whose})"  # noqa: S608 - marks alone
    own = {int(id_) for (id_,) in execute(sql, (*entries, *customers))}
    return tuple(id_ for id_ in entries if id_ in own)


def pledges_made_in(interactions: Sequence[int]) -> list[StoredPledge]:
    """Return what was promised in contacts and not undone, in order."""
    marks = ", ".join("?" * len(interactions))
    sql = (
        "SELECT p.id, p.side = 'theirs', p.due_day, p.currency, p.amount_minor, p.deed, EXISTS ("  # noqa: S608 - marks alone
        "SELECT 1 FROM promise_event e WHERE e.promise_id = p.id AND e.void_action_id IS NULL),"
        f" p.method FROM promise p WHERE p.interaction_id IN ({marks}) AND p.void_action_id IS NULL"
        " ORDER BY p.id"
    )
    return [
        StoredPledge(
            id_, bool(theirs), date.fromisoformat(due), currency, minor, deed, bool(ended), method
        )
        for id_, theirs, due, currency, minor, deed, ended, method in execute(
            sql, tuple(interactions)
        )
    ]


def claims_made_in(interactions: Sequence[int]) -> list[int]:
    """Return the claims made in contacts that neither were undone nor came to an end."""
    marks = ", ".join("?" * len(interactions))
    sql = (
        f"SELECT c.id FROM claim c WHERE c.interaction_id IN ({marks})"  # noqa: S608 - marks alone
        " AND c.void_action_id IS NULL AND NOT EXISTS (SELECT 1 FROM claim_event e"
        " WHERE e.claim_id = c.id AND e.void_action_id IS NULL AND e.kind <> 'not_found')"
    )
    return [int(id_) for (id_,) in execute(sql, tuple(interactions))]


def noted_in(interactions: Sequence[int]) -> dict[str, str]:
    """Return what was noted in contacts, by its kind."""
    marks = ", ".join("?" * len(interactions))
    sql = (
        f"SELECT kind, words FROM noted WHERE interaction_id IN ({marks})"  # noqa: S608 - marks alone
        " AND void_action_id IS NULL ORDER BY id"
    )
    return dict(execute(sql, tuple(interactions)).fetchall())


def move_contact(writing: Writing, interaction: int, to: int, day: date, reason: str) -> int:
    """Put down that a contact belongs to another customer, where ``to`` stands for it now."""
    return writing.add(
        InteractionMoved, interaction_id=interaction, to_interaction_id=to, day=day, reason=reason
    )


def void_contact(writing: Writing, interaction: int, detail: int) -> None:
    """Void a contact of which nothing came, and its detail."""
    writing.void(Interaction, [interaction])
    writing.void(InteractionDetail, [detail])
