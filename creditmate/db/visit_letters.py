"""What a letter after a visit tells of it beside what any talk brings: what else they will do."""

from collections.abc import Collection
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.contact_again import last_word, pledges_made_in, words_before
from creditmate.domain.confirmation import Deed, Part
from creditmate.domain.contact_channels import Way
from creditmate.domain.money import Money
from creditmate.domain.next_steps import About

_AWAITED = """
    SELECT t.note, t.day FROM interaction i
    JOIN change c ON c.action_id = i.action_id AND c.entity = 'task' AND c.op = 'create'
    JOIN task t ON t.id = c.entity_id
    WHERE i.id = ? AND t.customer_id = i.customer_id AND t.about = ? AND t.kind = 'other'
        AND t.from_interaction_id IS NULL AND t.archived_day IS NULL ORDER BY t.id
"""
# Of talks that a story tells of: nearly all of them are no visits, and cost nothing.
_AWAITED_IN = """
    SELECT i.id, t.note, t.day FROM interaction i
    JOIN change c ON c.action_id = i.action_id AND c.entity = 'task' AND c.op = 'create'
    JOIN task t ON t.id = c.entity_id
    WHERE i.id IN (SELECT value FROM json_each(?)) AND i.channel = ?
        AND t.customer_id = i.customer_id AND t.about = ? AND t.kind = 'other'
        AND t.from_interaction_id IS NULL AND t.archived_day IS NULL ORDER BY t.id
"""


def awaited_in(talks: Collection[int]) -> dict[int, list[Deed]]:
    """Return what they said that they would do, besides paying, in each of these visits' talks."""
    found: dict[int, list[Deed]] = {}
    ids = f"[{','.join(map(str, talks))}]"
    for talk, note, day in execute(_AWAITED_IN, (ids, Way.VISIT.value, About.NOTED.value)):
        found.setdefault(int(talk), []).append(Deed(note, date.fromisoformat(day)))
    return found


def paid_in_parts(interaction: int) -> tuple[Part, ...]:
    """Return what they promised to pay in a contact beyond the promise that it is known by.

    That is the first of the last word on it in which money was promised, as in any confirmation.
    """
    chain = words_before(last_word(interaction))
    pledges = [one for talk in chain for one in pledges_made_in([talk])]
    parts = [
        Part(Money(one.minor, one.currency), one.due_day)
        for one in pledges
        if one.theirs and not one.ended and one.minor is not None and one.currency is not None
    ]
    return tuple(sorted(parts[1:], key=lambda one: one.day))


def awaited_from(interaction: int) -> tuple[Deed, ...]:
    """Return what they said in a visit's talk that they would do, besides paying, done or not.

    What was added to the report is behind what was told at first.
    """
    chain = reversed(words_before(last_word(interaction)))
    rows = [row for talk in chain for row in execute(_AWAITED, (talk, About.NOTED.value))]
    return tuple(Deed(note, date.fromisoformat(day)) for note, day in rows)
