"""Questions that were answered and not spoken of since, from the tables."""

import json
from collections.abc import Collection, Sequence
from datetime import date

from peewee import fn

from creditmate.db.connection import database, execute
from creditmate.db.conversation import not_corrected
from creditmate.db.models import Dispute, DisputeEvent, Interaction
from creditmate.domain.disputes import ANSWERS
from creditmate.domain.outcomes import Outcome

_REACHED = [outcome.value for outcome in Outcome if outcome.reached]
_ANSWERS = sorted(kind.value for kind in ANSWERS)


def answered_since_spoken(
    customer: int, since: date, as_at: date, told: Collection[int] = ()
) -> list[int]:
    """Return the questions that we answered, and nobody was reached since.

    On the day itself whatever was put down later counts as said later.

    Args:
        customer: Whose questions.
        since: What was answered earlier is no news any more.
        as_at: What is dated later is not known.
        told: Who else of its group counts as told, once somebody was reached there.

    Returns:
        Their ids, the oldest first; some may have been opened again, or settled, since.
    """
    moved = DisputeEvent.alias("moved")
    later = (Interaction.day > moved.day) | (
        (Interaction.day == moved.day) & (Interaction.action_id > moved.action_id)
    )
    spoken = (
        Interaction.select(Interaction.id)
        .where(Interaction.customer_id.in_([customer, *told]) & (Interaction.day <= as_at) & later)
        .where(Interaction.outcome.in_(_REACHED) & Interaction.void_action_id.is_null())
        .where(not_corrected(as_at))
    )
    query = (
        Dispute.select(Dispute.id)
        .join(moved, on=moved.dispute_id == Dispute.id)
        .where((Dispute.customer_id == customer) & Dispute.void_action_id.is_null())
        .where(moved.day.between(since, as_at) & moved.void_action_id.is_null())
        .where(moved.kind.in_(_ANSWERS))
        .where(~fn.EXISTS(spoken))
        .distinct()
        .order_by(Dispute.id)
    )
    return [dispute for (dispute,) in database.execute(query)]


_UNTOLD = """
    WITH line (id) AS (SELECT value FROM json_each(?1)),
    member (line, id) AS (
        SELECT id, id FROM line
        UNION ALL
        SELECT c.head_office_id, c.id FROM line JOIN customer c ON c.head_office_id = line.id
    )
    SELECT DISTINCT m.line, m.id, d.id FROM member m
    JOIN dispute d ON d.customer_id = m.id AND d.void_action_id IS NULL
    JOIN dispute_event e ON e.dispute_id = d.id AND e.void_action_id IS NULL
        AND e.day BETWEEN ?2 AND ?3 AND e.kind IN (SELECT value FROM json_each(?5))
    WHERE NOT EXISTS (
        SELECT 1 FROM interaction i
        WHERE i.customer_id IN (m.id, m.line) AND i.day BETWEEN e.day AND ?3
            AND (i.day > e.day OR i.action_id > e.action_id)
            AND i.outcome IN (SELECT value FROM json_each(?4)) AND i.void_action_id IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM interaction r
                WHERE r.corrects_id = i.id AND r.day <= ?3 AND r.void_action_id IS NULL
            )
    )
    ORDER BY d.id
"""


def untold(customers: Sequence[int], since: date, as_at: date) -> list[tuple[int, int, int]]:
    """Return the questions of many customers whose answer nobody was told, asked at once.

    A head office's branches are its own here: reached at either, they are told.

    Returns:
        Whose line, whose question, and its id; some may have been opened again, or settled.
    """
    known = (json.dumps(list(customers)), since.isoformat(), as_at.isoformat())
    return list(execute(_UNTOLD, (*known, json.dumps(_REACHED), json.dumps(_ANSWERS))))
