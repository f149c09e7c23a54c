"""Whose customers: those of whoever is at work, of those they stand in for, and of nobody."""

from collections.abc import Collection
from datetime import date
from functools import cached_property

from creditmate.db import our_people
from creditmate.db.visit_people import visited_by
from creditmate.domain.cover import is_mine, whose_work
from creditmate.domain.our_people import StaffRow


class Whose:
    """Tells on a day which customers somebody looks after; without a somebody, all are.

    A customer whom nobody looks after is everybody's: it must not be forgotten by all.
    """

    def __init__(self, staff: int | None, day: date) -> None:
        self._staff, self._day = staff, day

    @property
    def is_some(self) -> bool:
        """Whether it is about one of our people."""
        return self._staff is not None

    def of(self, customers: Collection[int]) -> set[int]:
        """Return which of these customers are theirs."""
        if self._staff is None:
            return set(customers)
        owners = our_people.owners(sorted(customers))
        return {id_ for id_ in customers if is_mine(owners.get(id_), self._people)}

    @cached_property
    def visited(self) -> set[int]:
        """Customers for whose visits they have something to do on the day, whosever they are."""
        return visited_by(self._people, self._day) if self._people else set()

    @cached_property
    def _people(self) -> frozenset[int]:
        if self._staff is None:
            return frozenset()
        everybody = [row.id for row in our_people.our_people(with_archived=True)]
        covers = our_people.cover_rules(self._day)
        return frozenset(whose_work(self._staff, everybody, covers, self._day))


def sharing(staff: int | None) -> tuple[StaffRow, ...]:
    """Return our people where somebody is at work and others work here too; else nobody."""
    people = () if staff is None else tuple(our_people.our_people())
    return people if len(people) > 1 else ()
