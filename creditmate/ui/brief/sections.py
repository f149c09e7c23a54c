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
    ARRANGED = auto()
    PAYS = auto()
    INVOICES = auto()
    LIMIT = auto()
    GROUP = auto()
    SAID = auto()
    DAYS = auto()
    HABIT = auto()
    TOLD = auto()
    MAY = auto()


FULL = frozenset(Section) - {Section.OPEN, Section.DAYS, Section.HABIT, Section.MAY}
"""All there is to say before anybody is rung."""
IN_CALL = frozenset(Section) - {Section.OPEN, Section.DAYS, Section.WHY, Section.WHOM}
"""Why it is here is the title of what to cover, and whom one calls stands in the head."""
SHORT = FULL - {Section.WHY, Section.WHOM, Section.DECIDES}
"""Where there is little room, and the reason and the name stand elsewhere."""
