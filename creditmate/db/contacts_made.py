"""The contacts made with customers as the budget and the steps of the policy count them."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import execute
from creditmate.db.conversation import not_corrected
from creditmate.db.models import Customer, Interaction, InteractionDetail
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.contact_budget import Purpose, Touch, purpose_of
from creditmate.domain.contact_channels import Way, is_attempt
from creditmate.domain.outcomes import Outcome

_WINDOW = 31
"""Days within which every contact is read: those of the longest window of the budget, and one."""
_REACHED = [outcome.value for outcome in Outcome if outcome.reached]
_WRITTEN = [way.value for way in Way if way.is_written]


def touches_of(customers: Sequence[int], as_at: date) -> dict[int, list[Touch]]:
    """Return the contacts of these customers in the last 31 days, and the last one before.

    The one before is the last in which we followed up what they owe, however long ago: it tells
    how far the customer was taken. What was undone, moved to another customer or corrected is left
    out; what corrects it counts.

    Args:
        customers: Ids; a few hundred at a time.
        as_at: Contacts dated later are not known.

    Returns:
        By customer, in their order of time; those without any are left out.
    """
    since = as_at - timedelta(days=_WINDOW - 1)
    found: dict[int, list[Touch]] = {}
    for asked in (_before(list(customers), since, as_at), _within(list(customers), since, as_at)):
        for customer, *contact in asked:
            found.setdefault(customer, []).append(_touch(contact))
    return found


def letters_before(customers: Sequence[int], as_at: date) -> dict[int, date]:
    """Return the day of the last letter before action to each of these who had one."""
    rows = execute(_LETTERS, (as_at.isoformat(), json.dumps(list(customers))))
    return {customer: date.fromisoformat(day) for customer, day in rows}


_LETTERS = """
    SELECT i.customer_id, max(i.day)
    FROM interaction_detail d INDEXED BY interaction_detail_letter
    CROSS JOIN interaction i ON i.id = d.interaction_id
    WHERE d.step = 'letter_before' AND d.void_action_id IS NULL
        AND i.customer_id IN (SELECT value FROM json_each(?2))
        AND i.day <= ?1 AND i.void_action_id IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM interaction r
            WHERE r.corrects_id = i.id AND r.day <= ?1 AND r.void_action_id IS NULL
        )
    GROUP BY i.customer_id
"""
"""The index has those letters only, so that no other talk is read."""


def _touch(contact: Sequence[str | None]) -> Touch:
    """Make one of the columns behind the customer."""
    day, channel, direction, outcome = map(str, contact[:4])
    purpose, step = contact[4:]
    incoming = direction == "in"
    reached = not is_attempt(Way(channel), Outcome(outcome), incoming=incoming)
    return Touch(
        day=date.fromisoformat(day),
        purpose=purpose_of(direction, reached, purpose),
        channel=channel,
        step=step or None,
        reached=reached,
    )


def _shown(contact: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a model, or its alias
    return (
        contact.customer_id, contact.day, contact.channel, contact.direction, contact.outcome,
        InteractionDetail.purpose, InteractionDetail.step,
    )  # fmt: skip


def _about(contact: Any) -> Any:  # noqa: ANN401 - as above, and an expression
    same = InteractionDetail.interaction_id == contact.id
    return same & InteractionDetail.void_action_id.is_null()


@prepared
def _within(customers: Argument, since: Argument, as_at: Argument) -> Query:
    return (
        Interaction.select(*_shown(Interaction))
        .join(InteractionDetail, JOIN.LEFT_OUTER, on=_about(Interaction))
        .where(Interaction.customer_id.in_(listed(customers)) & (Interaction.day >= since))
        .where((Interaction.day <= as_at) & Interaction.void_action_id.is_null())
        .where(not_corrected(as_at))
        .order_by(Interaction.day, Interaction.id)
    )


@prepared
def _before(customers: Argument, since: Argument, as_at: Argument) -> Query:
    """The last one of each: found by its index, so that a long history costs nothing."""
    made = Interaction.alias("made")
    last = (
        Interaction.select(Interaction.id)
        .where((Interaction.customer_id == Customer.id) & (Interaction.day < since))
        .where(_followed_up(as_at))
        .order_by(Interaction.day.desc(), Interaction.id.desc())
        .limit(1)
    )
    return (
        Customer.select(*_shown(made))
        .join(made, on=made.id == last)
        .join(InteractionDetail, JOIN.LEFT_OUTER, on=_about(made))
        .where(Customer.id.in_(listed(customers)))
    )


def _followed_up(as_at: Argument) -> Any:  # noqa: ANN401 - an expression
    """What ``Touch.followed_up`` is, of a contact that stands."""
    said = Interaction.outcome.in_(_REACHED) | Interaction.channel.in_(_WRITTEN)
    for_them = _told(InteractionDetail.purpose.in_([Purpose.AGREED, Purpose.REPLY]))
    about_debt = Interaction.channel.not_in(_WRITTEN) | ~fn.EXISTS(for_them)
    ours = (Interaction.direction == "out") & about_debt
    names = fn.EXISTS(_told(InteractionDetail.step != ""))
    return said & (ours | names) & Interaction.void_action_id.is_null() & not_corrected(as_at)


def _told(what: Any) -> Query:  # noqa: ANN401 - an expression
    return InteractionDetail.select(InteractionDetail.id).where(_about(Interaction) & what)


def approached_on(day: date) -> set[int]:
    """Return the customers whom we turned to on a day of our own accord, reached or not."""
    ours = {Purpose.OWN, Purpose.ATTEMPT}
    return {customer for customer, *contact in _on(day) if _touch(contact).purpose in ours}


@prepared
def _on(day: Argument) -> Query:
    return (
        Interaction.select(*_shown(Interaction))
        .join(InteractionDetail, JOIN.LEFT_OUTER, on=_about(Interaction))
        .where((Interaction.day == day) & Interaction.void_action_id.is_null() & not_corrected(day))
    )
