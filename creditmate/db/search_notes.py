"""Finding words in what was said and remembered.

What is found is read from its own table each time: a void call, an archived or merged customer is
not found, whatever the index says.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from peewee import SQL, fn

from creditmate.db.connection import database
from creditmate.db.models import (
    Contact,
    Customer,
    Dispute,
    Extension,
    Interaction,
    Noted,
    Plan,
    Promise,
    SearchNote,
)
from creditmate.db.search import HERE, SPARE, WHOSE
from creditmate.db.search_index import matches, phrase
from creditmate.domain.folding import fold
from creditmate.domain.found import Found, FoundKind

_LEAST = 2  # letters from which notes are looked through
Notes = list[tuple[int, Found]]


def notes_found(typed: str, limit: int) -> list[Found]:
    """Return what was said and remembered in these words, the latest first."""
    if len(fold(typed)) < _LEAST:
        return []
    hits = matches(SearchNote, None, phrase(typed), limit * SPARE)
    found: dict[tuple[FoundKind, int], Found] = {}
    for kind, read in _NOTES.items():
        ids = [id_ for hit, id_ in hits if hit is kind]
        found.update({(kind, id_): note for id_, note in read(ids)} if ids else {})
    return [found[hit] for hit in hits if hit in found][:limit]


def _said(
    kind: FoundKind,
    model: type[Any],
    text: Any,  # noqa: ANN401 - a column
    day: Any,  # noqa: ANN401 - a column
) -> Callable[[Sequence[int]], Notes]:
    """How notes of a table are read: the text, the day it is of, and whose it is."""

    def read(ids: Sequence[int]) -> Notes:
        query = (
            model.select(model.id, *WHOSE, text, day)
            .join(Customer, on=Customer.id == model.customer_id)
            .where(HERE & model.id.in_(list(ids)))
        )
        if hasattr(model, "void_action_id"):
            query = query.where(model.void_action_id.is_null())
        return [
            (id_, Found(kind, code, customer, note, day=date.fromisoformat(str(on))))
            for id_, code, customer, note, on in database.execute(query)
        ]

    return read


def _of_contacts(ids: Sequence[int]) -> Notes:
    query = (
        Contact.select(Contact.id, *WHOSE, Contact.notes, Contact.name)
        .join(Customer, on=Customer.id == Contact.customer_id)
        .where(HERE & Contact.archived_day.is_null() & Contact.id.in_(list(ids)))
    )
    return [
        (id_, Found(FoundKind.CONTACT_NOTE, code, customer, note, person=name))
        for id_, code, customer, note, name in database.execute(query)
    ]


def _to_remember(ids: Sequence[int]) -> Notes:
    query = Customer.select(Customer.id, *WHOSE, Customer.remember).where(
        HERE & Customer.id.in_(list(ids))
    )
    return [
        (id_, Found(FoundKind.REMEMBER, code, customer, note))
        for id_, code, customer, note in database.execute(query)
    ]


_TALKED = fn.TRIM(Interaction.notes + SQL("' '") + Interaction.none_because)
_NOTES: dict[FoundKind, Callable[[Sequence[int]], Notes]] = {
    FoundKind.TALK: _said(FoundKind.TALK, Interaction, _TALKED, Interaction.day),
    FoundKind.DISPUTE: _said(FoundKind.DISPUTE, Dispute, Dispute.note, Dispute.raised_day),
    FoundKind.DEED: _said(FoundKind.DEED, Promise, Promise.deed, Promise.made_day),
    FoundKind.NOTED: _said(FoundKind.NOTED, Noted, Noted.words, Noted.day),
    FoundKind.PLAN: _said(FoundKind.PLAN, Plan, Plan.note, Plan.day),
    FoundKind.MORE_TIME: _said(FoundKind.MORE_TIME, Extension, Extension.reason, Extension.day),
    FoundKind.CONTACT_NOTE: _of_contacts,
    FoundKind.REMEMBER: _to_remember,
}
