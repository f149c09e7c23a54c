"""The parts of the brief."""

from enum import Enum, auto


class Section(Enum):
    """What the brief can say, in reading order; each can be left out.

    ``OPEN`` is the button beside the name that opens the customer's page; ``DAYS`` are the terms
    of payment alone, where it stands beside them how they were accepted.
    """

    NAME = auto()
    OPEN = auto()
    MONEY = auto()
    AGEING = auto()
    WHY = auto()
    GOAL = auto()
    OPENING = auto()
    CONTACTS = auto()
    WHOM = auto()
    DECIDES = auto()
    PROMISES = auto()
    TERMS = auto()
    BUDGET = auto()
    NEXT = auto()
    REMEMBER = auto()
    STANDING = auto()
    PAYS = auto()
    INVOICES = auto()
    LIMIT = auto()
    GROUP = auto()
    SAID = auto()
    DAYS = auto()


FULL = frozenset(Section) - {Section.OPEN, Section.DAYS}
"""All there is to say."""
SHORT = FULL - {Section.WHY, Section.WHOM, Section.DECIDES}
"""Where there is little room, and the reason and the name stand elsewhere."""
