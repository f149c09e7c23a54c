"""Which texts can be looked for: by table, and how each is folded."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import peewee

from creditmate.db.connection import database
from creditmate.db.models import (
    Contact,
    Customer,
    Dispute,
    Email,
    Extension,
    Fact,
    Interaction,
    Noted,
    Phone,
    Plan,
    Promise,
    Record,
    SearchName,
    SearchNote,
)
from creditmate.domain.folding import fold, number_tails
from creditmate.domain.found import FoundKind

Searched = SearchName | SearchNote
Line = tuple[int, str]
"""The id of a row, and its text as it is looked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """The columns of a table that are looked for as one text, and where that text is kept."""

    kind: FoundKind
    kept_in: type[Searched]
    model: type[Fact] | type[Record]
    columns: tuple[peewee.Field, ...]
    fold: Callable[[str], str] = fold

    def lines(self, ids: Sequence[int] | None = None) -> Iterator[Line]:
        """Yield the lines of some rows, or of all; rows without a word have none."""
        query: Any = self.model.select(self.model.id, *self.columns)
        if ids is not None:
            query = query.where(self.model.id.in_(list(ids)))
        for id_, *texts in database.execute(query):
            if line := self.fold(" ".join(texts)):
                yield id_, line


def _number(text: str) -> str:
    return " ".join(number_tails(text))


SOURCES: tuple[Source, ...] = (
    Source(
        FoundKind.CUSTOMER,
        SearchName,
        Customer,
        (Customer.name, Customer.trading_name, Customer.code),
    ),
    Source(FoundKind.CONTACT, SearchName, Contact, (Contact.name,)),
    Source(FoundKind.PHONE, SearchName, Phone, (Phone.number,), _number),
    Source(FoundKind.EMAIL, SearchName, Email, (Email.address,)),
    Source(FoundKind.TALK, SearchNote, Interaction, (Interaction.notes, Interaction.none_because)),
    Source(FoundKind.DISPUTE, SearchNote, Dispute, (Dispute.note,)),
    Source(FoundKind.DEED, SearchNote, Promise, (Promise.deed,)),
    Source(FoundKind.NOTED, SearchNote, Noted, (Noted.words,)),
    Source(FoundKind.PLAN, SearchNote, Plan, (Plan.note,)),
    Source(FoundKind.MORE_TIME, SearchNote, Extension, (Extension.reason,)),
    Source(FoundKind.CONTACT_NOTE, SearchNote, Contact, (Contact.notes,)),
    Source(FoundKind.REMEMBER, SearchNote, Customer, (Customer.remember,)),
)
