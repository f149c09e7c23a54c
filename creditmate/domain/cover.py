"""Our people covering for one another: who stands in for whom on a day, and whose work is mine."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cover:
    """``by`` stands in for ``staff`` from one day to another, both included.

    Raises:
        ValueError: The days are the wrong way round, or somebody covers for themselves.
    """

    staff: int
    by: int
    from_day: date
    to_day: date

    def __post_init__(self) -> None:
        if self.to_day < self.from_day:
            raise ValueError(f"cover to {self.to_day} before {self.from_day}")
        if self.staff == self.by:
            raise ValueError("somebody covers for themselves")

    def on(self, day: date) -> bool:
        """Whether the cover is in force on a day."""
        return self.from_day <= day <= self.to_day


def overlapping(cover: Cover, others: Iterable[Cover]) -> Cover | None:
    """Return the first cover for the same person that shares a day with this one."""
    for other in others:
        if (
            other.staff == cover.staff
            and other.from_day <= cover.to_day
            and cover.from_day <= other.to_day
        ):
            return other
    return None


def standing_in(staff: int, covers: Sequence[Cover], day: date) -> int:
    """Return who does a person's work on a day: themselves when nobody covers for them.

    Whoever covers may be away and covered too: then the next one does it. Should they cover for
    one another in a ring, it ends at the last one who has not been asked before.
    """
    away = {cover.staff: cover.by for cover in covers if cover.on(day)}
    asked = {staff}
    while (following := away.get(staff)) is not None and following not in asked:
        staff = following
        asked.add(staff)
    return staff


def whose_work(me: int, everybody: Iterable[int], covers: Sequence[Cover], day: date) -> set[int]:
    """Return whose customers a person looks after on a day: their own, and those they cover.

    Their own stay theirs when they are away and look in all the same.
    """
    covered = {staff for staff in everybody if standing_in(staff, covers, day) == me}
    return covered | {me}


def is_mine(owner: int | None, whose: Collection[int]) -> bool:
    """Whether a customer is looked after by ``whose_work``'s people; one that nobody owns is."""
    return owner is None or owner in whose
