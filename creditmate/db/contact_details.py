"""Putting down what a contact was about, and reading what was waiting to be answered by it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.conversation import not_corrected
from creditmate.db.gateway import Writing
from creditmate.db.models import Interaction, InteractionDetail, InteractionItem
from creditmate.db.prepared import Argument, Query, prepared
from creditmate.domain.contact_channels import Way, is_attempt
from creditmate.domain.outcomes import Outcome

_ITEM = ("interaction_id", "entry_id")


def add_detail(writing: Writing, **values: object) -> int:
    """Put down what a contact was about; every column is given."""
    return writing.add(InteractionDetail, **values)


def add_items(writing: Writing, interaction: int, entries: Sequence[int]) -> None:
    """Put down the entries that a contact was about."""
    writing.add_many(InteractionItem, _ITEM, [(interaction, entry) for entry in entries])


@dataclass(frozen=True, slots=True)
class Before:
    """A contact before, as far as it says who is waiting for whom: no attempt in vain."""

    id: int
    day: date
    incoming: bool


def last_said(customer: int, as_at: date) -> Before | None:
    """Return the last contact up to a day in which anything was said or written."""
    for id_, day, channel, direction, outcome in _last(customer, as_at):
        incoming = direction == "in"
        if not is_attempt(Way(channel), Outcome(outcome), incoming=incoming):
            return Before(id_, date.fromisoformat(day), incoming)
    return None


def attempts_since(customer: int, as_at: date) -> int:
    """Return how often in a row somebody was tried to be reached in vain, up to a day."""
    count = 0
    for _, _, channel, direction, outcome in _last(customer, as_at):
        if not is_attempt(Way(channel), Outcome(outcome), incoming=direction == "in"):
            return count
        count += 1
    return count


@prepared
def _last(customer: Argument, as_at: Argument) -> Query:
    return (
        Interaction.select(
            Interaction.id, Interaction.day, Interaction.channel, Interaction.direction,
            Interaction.outcome,
        )
        .where((Interaction.customer_id == customer) & (Interaction.day <= as_at))
        .where(Interaction.void_action_id.is_null() & not_corrected(as_at))
        .order_by(Interaction.day.desc(), Interaction.id.desc())
    )  # fmt: skip
