"""Promises that were missed and have nothing left to pay now: they were missed all the same.

Only where it is told how promises came out; nobody is asked for anything because of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from creditmate.db.disputes import disputed_entries, ever_disputed
from creditmate.db.entries import open_entries
from creditmate.db.settled_by import settled_by
from creditmate.db.told_first import asked_in, told_in
from creditmate.domain.extensions import ExtensionStanding
from creditmate.domain.once_missed import Settled, is_settled, once_missed
from creditmate.domain.promises import Promise, Standing
from creditmate.domain.time_beside import takes_place
from creditmate.services.arrangements import Arrangements
from creditmate.services.circles import Circles
from creditmate.services.promised_rests import Questioned

Found = dict[int, list[Standing]]


def with_missed(
    found: Found, circles: Circles, agreed: Arrangements, posted: date | None, as_at: date
) -> Found:
    """Return how promises stand, by customer, with what was missed before it was settled.

    Args:
        found: How they stand by what is open now.
        circles: Whose they are.
        agreed: What is arranged with everybody of these circles.
        posted: Up to which day cash is posted: what came later may not be known yet.
        as_at: The day.
    """
    settled = {
        one.promise.id: circles.members(circles.leader(id_))
        for id_, standings in found.items()
        for one in standings
        if is_settled(one)
        and one.promise.until_day < as_at
        and posted is not None
        and posted >= one.promise.until_day
    }
    if not settled:
        return found
    looked_up = _Items(settled, found, agreed, as_at)
    return {
        id_: [
            once_missed(one, looked_up.of(one.promise)) if one.promise.id in settled else one
            for one in standings
        ]
        for id_, standings in found.items()
    }


class _Items:
    """What promises meant, with what it was settled by: asked once for all of them.

    Args:
        settled: By promise, the customers of its group.
        found: The promises among others.
        agreed: As in ``with_missed``.
        as_at: The day.
    """

    def __init__(
        self,
        settled: Mapping[int, Iterable[int]],
        found: Found,
        agreed: Arrangements,
        as_at: date,
    ) -> None:
        self._members = {id_: tuple(members) for id_, members in settled.items()}
        self._agreed = agreed
        promises = [o.promise for own in found.values() for o in own if o.promise.id in settled]
        self._meant = {one.id: self._entries(one) for one in promises}
        every = {entry for entries in self._meant.values() for entry in entries}
        self._settled, self._asked = settled_by(every, as_at), _questioned(self._meant)

    def of(self, promise: Promise) -> list[Settled]:
        """Return what a promise meant."""
        entries = [one for one in self._meant[promise.id] if one in self._settled]
        aside = self._in_question(promise, entries) | self._given_time(promise, entries)
        return [self._settled[one]._replace(aside=aside.get(one, 0)) for one in entries]

    def _entries(self, promise: Promise) -> Sequence[int]:
        """The items it was given for; of none, what was open when its days were up."""
        if promise.entries:
            return promise.entries
        rows = open_entries(self._members[promise.id], promise.until_day, numbered=False)
        return [
            row.id
            for row in rows
            if row.due_day is not None and row.open.currency == promise.currency
        ]

    def _in_question(self, promise: Promise, entries: Sequence[int]) -> dict[int, int]:
        """What was in question then, and not yet when it was made, or was to be credited."""
        found: dict[int, int] = {}
        if self._asked.entries.isdisjoint(entries):
            return found
        for row in disputed_entries(promise.until_day, self._members[promise.id]):
            if row.to_credit or not self._asked.was_known(row.dispute_id, promise.id):
                found[row.entry_id] = found.get(row.entry_id, 0) + row.disputed.minor
        return found

    def _given_time(self, promise: Promise, entries: Sequence[int]) -> dict[int, int]:
        """What was given time instead of it; time for the rest takes nothing off it."""
        given: list[ExtensionStanding] = [
            one for id_ in self._members[promise.id] for one in self._agreed.extensions.get(id_, ())
        ]
        found: dict[int, int] = {}
        for one in (standing.extension for standing in given):
            inside = [entry for entry in one.entries if entry in entries]
            if not inside or not promise.made_day <= one.day <= promise.until_day:
                continue
            if one.last_day <= promise.due_day:
                continue
            room = {entry: self._settled[entry].open_on(promise.until_day) for entry in inside}
            if takes_place(promise, one.day, promise.minor, sum(room.values())):
                found.update(room)
        return found


def _questioned(meant: Mapping[int, Sequence[int]]) -> Questioned:
    """What is or ever was in question of the items that promises meant."""
    every = {entry for entries in meant.values() for entry in entries}
    entries = ever_disputed(every) if every else set()
    if not entries:
        return Questioned()
    about = [id_ for id_, own in meant.items() if not entries.isdisjoint(own)]
    return Questioned(entries, asked_in(entries), told_in(about))
