"""What a letter after a visit tells of it beside what any talk brings: what else they will do."""

from datetime import date

from creditmate.db.connection import execute
from creditmate.db.contact_again import pledges_made_in, words_before
from creditmate.domain.confirmation import Deed, Part
from creditmate.domain.money import Money
from creditmate.domain.next_steps import About

_AWAITED = """
    SELECT t.note, t.day FROM task t JOIN interaction i ON i.action_id = t.action_id
    WHERE i.id = ? AND t.customer_id = i.customer_id AND t.about = ? AND t.kind = 'other'
        AND t.from_interaction_id IS NULL AND t.archived_day IS NULL ORDER BY t.id
"""


def paid_in_parts(interaction: int) -> tuple[Part, ...]:
    """Return what they promised to pay in a contact beyond the first promise, by its day."""
    pledges = pledges_made_in(words_before(interaction))
    parts = [
        Part(Money(one.minor, one.currency), one.due_day)
        for one in pledges
        if one.theirs and not one.ended and one.minor is not None and one.currency is not None
    ]
    return tuple(parts[1:])


def awaited_from(interaction: int) -> tuple[Deed, ...]:
    """Return what they said in a visit's talk that they would do, besides paying."""
    rows = execute(_AWAITED, (interaction, About.NOTED.value)).fetchall()
    return tuple(Deed(note, date.fromisoformat(day)) for note, day in rows)
