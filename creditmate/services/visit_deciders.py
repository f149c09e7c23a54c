"""Who can decide, as far as it is known before it is said for a visit.

Of ours nothing is on record but what was said for earlier visits; of theirs their record says it as
well (`docs/decisions/0031`).
"""

from dataclasses import dataclass

from creditmate.db.customers import contacts_of
from creditmate.db.visit_people import last_said_of_ours, last_said_of_theirs
from creditmate.domain.whom import DECIDES


@dataclass(frozen=True, slots=True)
class Deciders:
    """The ids of their contacts, and of our people, who can decide."""

    theirs: frozenset[int]
    ours: frozenset[int]


def deciders_of(customer: int) -> Deciders:
    """Return who can decide on a visit to a customer, as it is proposed."""
    said = last_said_of_theirs(customer)
    rows = contacts_of([customer]).get(customer, ())
    theirs = (row.id for row in rows if row.authority == DECIDES or said.get(row.id))
    ours = (id_ for id_, decides in last_said_of_ours().items() if decides)
    return Deciders(frozenset(theirs), frozenset(ours))
