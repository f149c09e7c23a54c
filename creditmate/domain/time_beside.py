"""More time beside promises: a part by Friday and time for the rest, or time instead of a promise.

Whoever promised a part of something and is given time for it has the time for the rest: the promise
stands, and its day is waited for. Where nothing is left besides what they promised, or its day had
passed, the time takes its place. Source: docs/decisions/0025-plans-and-more-time.md.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from creditmate.domain.extensions import Extension
from creditmate.domain.promises import LIVE, NOT_KEPT, Promise, Standing

_COUNTED = LIVE | NOT_KEPT


def takes_place(promise: Promise, day: date, promised: int, room: int) -> bool:
    """Return whether time given on a day takes the place of a promise about the same items.

    Args:
        promise: Of theirs.
        day: On which the time was given.
        promised: What was promised of these items in all, and has not come, in minor units.
        room: What of them is open and not in question.
    """
    return promise.due_day < day or promised >= room


def promised_about(standings: Iterable[Standing], entries: Collection[int], day: date) -> int:
    """Return what was promised about entries by a day, and has not come, in minor units."""
    return sum(
        one.unfilled_minor
        for one in standings
        if one.state in _COUNTED
        and one.promise.made_day <= day <= one.promise.until_day
        and not set(entries).isdisjoint(one.promise.entries)
    )


def promised_beside(
    free: Mapping[int, int], given: Mapping[int, Extension], standings: Sequence[Standing]
) -> dict[int, int]:
    """Return what of each entry with more time is promised by a day before that time is up.

    That is no part of the time: it is waited for by its own day, and asked for when that has passed
    and they have not named another one since. What they promised once they had the time is not: who
    wished to pay earlier and did not has the time all the same.

    Args:
        free: Of each entry what is open and not in question, the oldest due first.
        given: The time that runs, by entry.
        standings: The customer's promises.
    """
    found: dict[int, int] = {}
    room = dict(free)
    counted = (one for one in standings if one.state in _COUNTED and one.promise.entries)
    for one in sorted(counted, key=lambda one: (one.promise.due_day, one.promise.id)):
        if one.state in NOT_KEPT and _named_anew(one.promise, standings):
            continue
        left = one.unfilled_minor
        for entry in [entry for entry in room if entry in one.promise.entries]:
            taken = min(left, room[entry])
            left -= taken
            room[entry] -= taken
            time = given.get(entry)
            if taken and time is not None and _is_beside(one, time):
                found[entry] = found.get(entry, 0) + taken
    return found


def _is_beside(standing: Standing, time: Extension) -> bool:
    """Whether a promise is no part of the time."""
    promise = standing.promise
    if standing.state in NOT_KEPT and promise.made_day > time.day:
        return False
    return time.day <= promise.due_day <= time.to_day


def _named_anew(promise: Promise, standings: Iterable[Standing]) -> bool:
    """Whether they promised something else since its day."""
    return any(one.promise.made_day > promise.due_day for one in standings)
