"""What was set aside of what promises meant: in question when their time was up, or given time."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from creditmate.db.disputes import disputed_entries, ever_disputed
from creditmate.domain.extensions import ExtensionStanding
from creditmate.domain.promised_rest import COUNTED, rest_of
from creditmate.domain.promises import Promise, PromiseState, Standing
from creditmate.domain.time_beside import promised_about, takes_place


def questioned_of(standings: Iterable[Standing]) -> set[int]:
    """Return which items that promises meant are or ever were in question, asked once for all."""
    meant = {entry for one in _counted(standings) for entry in one.promise.entries}
    return ever_disputed(meant) if meant else set()


def _counted(standings: Iterable[Standing]) -> list[Standing]:
    return [one for one in standings if one.state in COUNTED and one.promise.entries]


class Rests:
    """Finds what of promises counts, of one group after another.

    Args:
        standings: How their promises would stand if nothing were set aside.
        given: The time that they were given.
        questioned: What of the items that they meant is or ever was in question.
        as_at: The day; of a promise whose time was up before, that day counts.
    """

    def __init__(
        self,
        standings: Iterable[Standing],
        given: Iterable[ExtensionStanding],
        questioned: Set[int],
        as_at: date,
    ) -> None:
        self._counted = _counted(standings)
        self._given, self._questioned, self._as_at = list(given), questioned, as_at
        self._asked: dict[date, dict[int, int]] = {}

    @property
    def may_be(self) -> bool:
        """Whether any of the promises can be other than as it was made."""
        return bool(self._counted)

    def changed(self, open_of: Mapping[int, int], customers: Sequence[int]) -> dict[int, int]:
        """Return, by promise, what counts of those of which not all does."""
        found = {}
        for standing in self._counted:
            promise = standing.promise
            asked: dict[int, int] = {}
            if not self._questioned.isdisjoint(promise.entries):
                asked = self._in_question(min(self._as_at, promise.until_day), customers)
            aside = asked | self._time(promise, open_of, asked)
            rest = rest_of(standing, open_of, aside) if aside else promise.minor
            if rest != promise.minor:
                found[promise.id] = rest
        return found

    def _time(
        self, promise: Promise, open_of: Mapping[int, int], asked: Mapping[int, int]
    ) -> dict[int, int]:
        """What was given time instead of a promise; time for the rest takes nothing off it."""
        found = {}
        for one in (standing.extension for standing in self._given):
            if not promise.made_day <= one.day <= promise.until_day:
                continue
            if one.last_day <= promise.due_day:
                continue
            promised = promised_about(self._counted, one.entries, one.day)
            room = sum(max(open_of.get(o, 0) - asked.get(o, 0), 0) for o in one.entries)
            if takes_place(promise, one.day, promised, room):
                found.update({entry: open_of.get(entry, 0) for entry in one.entries})
        return found

    def _in_question(self, day: date, customers: Sequence[int]) -> dict[int, int]:
        if day not in self._asked:
            found = self._asked[day] = {}
            for row in disputed_entries(day, customers):
                found[row.entry_id] = found.get(row.entry_id, 0) + row.disputed.minor
        return self._asked[day]


def with_rest(promise: Promise, rests: Mapping[int, int]) -> Promise:
    """Return a promise of what counts of it; one of which nothing does stays as it is."""
    rest = rests.get(promise.id, 0)
    return replace(promise, minor=rest) if rest else promise


def lapsed(standing: Standing, rests: Mapping[int, int]) -> Standing:
    """Return how a promise stands; where nothing of it counts, nothing is waited for."""
    is_over = rests.get(standing.promise.id) == 0 and standing.state in COUNTED
    return replace(standing, state=PromiseState.LAPSED) if is_over else standing
