"""What a search finds: rows that say what was found and at which customer's."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money


class FoundKind(StrEnum):
    """What was found."""

    CUSTOMER = "customer"
    CONTACT = "contact"
    PHONE = "phone"
    EMAIL = "email"
    DOCUMENT = "document"
    STATEMENT = "statement"
    TALK = "talk"
    DISPUTE = "dispute"
    DEED = "deed"
    NOTED = "noted"
    PLAN = "plan"
    MORE_TIME = "more_time"
    CONTACT_NOTE = "contact_note"
    REMEMBER = "remember"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found.

    ``text`` is the name, the number or the note; ``person`` whose number, address or note it is.
    ``document`` is set for documents only, ``amount`` for documents and papers. ``stopped`` is
    why a customer is on stop, None for one that is supplied.
    """

    kind: FoundKind
    code: str
    customer: str
    text: str
    person: str = ""
    day: date | None = None
    amount: Money | None = None
    document: DocumentKind | None = None
    stopped: str | None = None
