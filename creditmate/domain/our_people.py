"""Our own people as the ledger knows them, and what is typed about them."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.cover import Cover


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One of our people; ``customers`` is how many they look after."""

    id: int
    version: int
    name: str
    initials: str
    role: str
    phone: str
    email: str
    signature: str
    os_login: str
    archived_day: date | None = None
    customers: int = 0


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """What is typed about one of our people; empty initials are made from the name.

    ``signature`` is what stands under a letter, line by line; ``os_login`` the name by which the
    computer knows them.
    """

    name: str
    initials: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    signature: str = ""
    os_login: str = ""


@dataclass(frozen=True, slots=True)
class CoverRow:
    """Somebody stands in for somebody from one day to another, both included."""

    id: int
    version: int
    staff_id: int
    by_staff_id: int
    from_day: date
    to_day: date
    note: str

    @property
    def rule(self) -> Cover:
        """The cover as the rule reads it."""
        return Cover(self.staff_id, self.by_staff_id, self.from_day, self.to_day)


@dataclass(frozen=True, slots=True)
class CoverEntry:
    """What is typed about a cover."""

    staff_id: int
    by_staff_id: int
    from_day: date
    to_day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Us:
    """Who of us is calling: the person, the business, and the number to ring; each may be ''."""

    person: str = ""
    business: str = ""
    phone: str = ""


def initials_of(name: str) -> str:
    """Return the first letters of the first and the last word of a name: ``Ellen Rook`` is ER."""
    words = [word for word in name.split() if word[0].isalpha()]
    ends = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0] for word in ends).upper()
