"""How customers paid lately and when they were last contacted, looked up once for each.

The work list asks it twice: first to see how high somebody can stand, then of those it reads.
"""

from collections.abc import Sequence
from datetime import date

from creditmate.db.conversation import Talk, last_contacts
from creditmate.db.habits import recent_lateness


class LookedUp:
    """What was looked up as at a day; it lives no longer than the question it is for.

    Attributes:
        habits: Days late of the last settled items, by customer, as ``recent_lateness`` has them.
        talks: The last day's contacts, as ``last_contacts`` has them.
    """

    def __init__(self, as_at: date) -> None:
        self._as_at = as_at
        self._asked: set[int] = set()
        self.habits: dict[int, tuple[int, ...]] = {}
        self.talks: dict[int, list[Talk]] = {}

    def look_up(self, customers: Sequence[int]) -> None:
        """Look up those of these customers who were not yet, a few hundred at a time."""
        new = [customer for customer in customers if customer not in self._asked]
        if not new:
            return
        self._asked.update(new)
        self.habits |= recent_lateness(new, self._as_at)
        self.talks |= last_contacts(new, self._as_at)
