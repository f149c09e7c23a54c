"""What was set aside of what promises meant: in question when their time was up, or given time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from creditmate.db.disputes import disputed_entries, ever_disputed
from creditmate.domain.extensions import ExtensionStanding
from creditmate.domain.promised_rest import COUNTED, rest_of
from creditmate.domain.promises import Promise, PromiseState, Standing


class Rests:
    """Finds what of promises counts, of one group after another.

    Args:
        standings: How their promises would stand if nothing were set aside.
        given: The time that they were given.
        as_at: The day; of a promise whose time was up before, that day counts.
    """

    def __init__(
        self,
        standings: Iterable[Standing],
        given: Iterable[ExtensionStanding],
        as_at: date,
    ) -> None:
        self._counted = [one for one in standings if one.state in COUNTED and one.promise.entries]
        self._given, self._as_at = list(given), as_at
        self._asked: dict[date, dict[int, int]] = {}

    def changed(self, open_of: Mapping[int, int], customers: Sequence[int]) -> dict[int, int]:
        """Return, by promise, what counts of those of which not all does."""
        meant = {entry for one in self._counted for entry in one.promise.entries}
        if not meant:
            return {}
        questioned = ever_disputed(meant)
        found = {}
        for standing in self._counted:
            promise = standing.promise
            aside = self._time(promise, open_of)
            if not questioned.isdisjoint(promise.entries):
                asked = self._in_question(min(self._as_at, promise.until_day), customers)
                aside = asked | aside
            rest = rest_of(standing, open_of, aside) if aside else promise.minor
            if rest != promise.minor:
                found[promise.id] = rest
        return found

    def _time(self, promise: Promise, open_of: Mapping[int, int]) -> dict[int, int]:
        return {
            entry: open_of.get(entry, 0)
            for one in self._given
            if promise.made_day <= one.extension.day <= promise.until_day
            and one.extension.last_day > promise.due_day
            for entry in one.extension.entries
        }

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
