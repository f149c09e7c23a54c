"""What came of a contact besides promises, where the contact is put right."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.changes import Saved
from creditmate.domain.claims import ClaimStanding
from creditmate.domain.promises import Standing
from creditmate.domain.taken_place import TakenPlace


class Made(StrEnum):
    """What it is: the table that has it."""

    EXTENSION = "extension"
    PLAN = "plan"
    DISPUTE = "dispute"


class InContact(NamedTuple):
    """One of them; ``name`` is a plan's number or a query's invoices, ``day`` the end of time."""

    what: Made
    id: int
    name: str = ""
    day: date | None = None


class PutRight(NamedTuple):
    """What became of all that came of a contact as it was put right.

    ``again`` are the promises that it had taken the place of, and that hold again, as does what was
    said to be sent (``sent_again``). ``taken`` is what it takes the place of now, or gives way to.
    """

    saved: Saved
    ended: tuple[InContact, ...] = ()
    stands: tuple[InContact, ...] = ()
    again: tuple[Standing, ...] = ()
    sent_again: tuple[ClaimStanding, ...] = ()
    taken: TakenPlace = TakenPlace()
