"""What a customer's story tells of contacts besides what was said: moved ones, and their files."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import database
from creditmate.db.models import Attachment, Customer, Interaction, InteractionMoved
from creditmate.db.story_keys import story_key
from creditmate.domain.attachments import Subject
from creditmate.domain.story import ContactMoved, Happening

_Right = Interaction.alias("right_one")


def moved_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the contacts that were a customer's until they were moved to another."""
    return (
        InteractionMoved.select(InteractionMoved.day, InteractionMoved.id)
        .join(Interaction, on=Interaction.id == InteractionMoved.interaction_id)
        .where((Interaction.customer_id == customer) & (InteractionMoved.day <= as_at))
    )


def moved(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[ContactMoved]:
    """Yield what was moved away, and to whom."""
    query = (
        InteractionMoved.select(
            InteractionMoved.day, InteractionMoved.id, Interaction.channel, Interaction.day,
            Customer.code, Customer.name, InteractionMoved.reason,
        )
        .join(Interaction, on=Interaction.id == InteractionMoved.interaction_id)
        .switch(InteractionMoved)
        .join(_Right, on=_Right.id == InteractionMoved.to_interaction_id)
        .join(Customer, on=Customer.id == _Right.customer_id)
        .where(InteractionMoved.id.in_(list(ids)))
    )  # fmt: skip
    for day, id_, channel, was_on, code, name, reason in database.execute(query):
        key = story_key(day, Happening.CONTACT_MOVED, id_)
        yield ContactMoved(key, channel, date.fromisoformat(was_on), code, name, reason)


def moved_here(talks: Sequence[int]) -> dict[int, str]:
    """Return the code of whom each of these contacts was put down with at first, if another's."""
    query = (
        InteractionMoved.select(InteractionMoved.to_interaction_id, Customer.code)
        .join(Interaction, on=Interaction.id == InteractionMoved.interaction_id)
        .join(Customer, on=Customer.id == Interaction.customer_id)
        .where(InteractionMoved.to_interaction_id.in_(list(talks)))
    )
    return dict(database.execute(query))


def files_of(
    customer: int, ids: Sequence[int], subject: Subject = Subject.INTERACTION
) -> dict[int, list[str]]:
    """Return the names of the files that belong to contacts, or to something else."""
    query = (
        Attachment.select(Attachment.subject_id, Attachment.name)
        .where((Attachment.customer_id == customer) & (Attachment.subject == subject.value))
        .where(Attachment.subject_id.in_(list(ids)))
        .where(Attachment.archived_day.is_null())
        .order_by(Attachment.id)
    )
    found: dict[int, list[str]] = {}
    for id_, name in database.execute(query):
        found.setdefault(id_, []).append(name)
    return found
