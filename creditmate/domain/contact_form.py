"""A person at a customer's as it is typed and edited, with telephone numbers and addresses.

The first number and the first address are the ones that are used.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Authority(StrEnum):
    """What somebody may decide; the values are stored."""

    DECIDES = "decides"
    PAYS = "pays"
    NONE = "none"
    UNKNOWN = "unknown"


class Preferred(StrEnum):
    """How somebody likes to be approached; the values are stored."""

    CALL = "call"
    EMAIL = "email"
    LETTER = "letter"
    TEXT = "text"


class Discuss(StrEnum):
    """Whether the account may be discussed with somebody; the values are stored."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class PhoneKind(StrEnum):
    """Where a telephone rings; the values are stored."""

    OFFICE = "office"
    MOBILE = "mobile"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PhoneForm:
    """A telephone number as written."""

    number: str
    kind: PhoneKind = PhoneKind.OFFICE
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class EmailForm:
    """An e-mail address."""

    address: str
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ContactForm:
    """A person as edited; ``confirmed_day`` is when the details were last found to be right."""

    name: str
    id: int = 0
    version: int = 0
    role: str = ""
    authority: Authority = Authority.UNKNOWN
    channel: Preferred = Preferred.CALL
    discuss: Discuss = Discuss.UNKNOWN
    best_time: str = ""
    notes: str = ""
    confirmed_day: date | None = None
    phones: tuple[PhoneForm, ...] = ()
    emails: tuple[EmailForm, ...] = ()
    archived: bool = False
