"""What was set aside of what promises meant: in question when their time was up, or given time."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from creditmate.db.disputes import disputed_entries, ever_disputed
from creditmate.db.told_first import asked_in, given_in, told_in
from creditmate.domain.extensions import ExtensionStanding
from creditmate.domain.promised_rest import COUNTED, rest_of
from creditmate.domain.promises import Promise, PromiseState, Standing
from creditmate.domain.rows import DisputedRow
from creditmate.domain.time_beside import promised_about, takes_place


@dataclass(frozen=True, slots=True)
class Questioned:
    """Which items that promises meant are or ever were in question, asked once for all.

    ``asked_in``, ``told_in`` and ``given_in`` are the actions in which the questions, the promises
    and, where it was on the day of a promise, the time were put down: what was in question before
    is promised all the same, and so is what they had time for.
    """

    entries: Set[int] = frozenset()
    asked_in: Mapping[int, int] = field(default_factory=dict)
    told_in: Mapping[int, int] = field(default_factory=dict)
    given_in: Mapping[int, int] = field(default_factory=dict)

    def was_known(self, dispute: int, promise: int) -> bool:
        """Whether something was in question when it was promised."""
        asked, told = self.asked_in.get(dispute), self.told_in.get(promise)
        return asked is not None and told is not None and asked <= told

    def had_time(self, extension: int, promise: int) -> bool:
        """Whether time had been given, earlier on the very day, when something was promised."""
        given, told = self.given_in.get(extension), self.told_in.get(promise)
        return given is not None and told is not None and given < told


def questioned_of(
    standings: Iterable[Standing], given: Iterable[ExtensionStanding] = ()
) -> Questioned:
    """Return what is or ever was in question of the items that promises meant.

    Args:
        standings: Of the promises.
        given: The time that was given.
    """
    counted = _counted(standings)
    meant = {entry for one in counted for entry in one.promise.entries}
    entries = ever_disputed(meant) if meant else set()
    made = {one.promise.made_day for one in counted}
    times = [one.extension for one in given if one.extension.day in made]
    days, timed = {one.day for one in times}, {entry for one in times for entry in one.entries}
    about = [
        one.promise.id
        for one in counted
        if not entries.isdisjoint(one.promise.entries)
        or (one.promise.made_day in days and not timed.isdisjoint(one.promise.entries))
    ]
    if not about:
        return Questioned()
    return Questioned(
        entries,
        asked_in(entries) if entries else {},
        told_in(about),
        given_in([one.id for one in times]) if times else {},
    )


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
        questioned: Questioned,
        as_at: date,
    ) -> None:
        self._counted = _counted(standings)
        self._given, self._questioned, self._as_at = list(given), questioned, as_at
        self._asked: dict[date, list[DisputedRow]] = {}

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
            if not self._questioned.entries.isdisjoint(promise.entries):
                asked = self._since(promise, customers)
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
            if one.last_day <= promise.due_day or self._questioned.had_time(one.id, promise.id):
                continue
            promised = promised_about(self._counted, one.entries, one.day)
            room = sum(max(open_of.get(o, 0) - asked.get(o, 0), 0) for o in one.entries)
            if takes_place(promise, one.day, promised, room):
                found.update({entry: open_of.get(entry, 0) for entry in one.entries})
        return found

    def _since(self, promise: Promise, customers: Sequence[int]) -> dict[int, int]:
        """What was in question when a promise's time was up, and not yet when it was made.

        What is to be credited was never to come, whatever they knew.
        """
        found = dict[int, int]()
        for row in self._in_question(min(self._as_at, promise.until_day), customers):
            if row.to_credit or not self._questioned.was_known(row.dispute_id, promise.id):
                found[row.entry_id] = found.get(row.entry_id, 0) + row.disputed.minor
        return found

    def _in_question(self, day: date, customers: Sequence[int]) -> list[DisputedRow]:
        if day not in self._asked:
            self._asked[day] = disputed_entries(day, customers)
        return self._asked[day]


def with_rest(promise: Promise, rests: Mapping[int, int]) -> Promise:
    """Return a promise of what counts of it; one of which nothing does stays as it is."""
    rest = rests.get(promise.id, 0)
    return replace(promise, minor=rest) if rest else promise


def lapsed(standing: Standing, rests: Mapping[int, int]) -> Standing:
    """Return how a promise stands; where nothing of it counts, nothing is waited for."""
    is_over = rests.get(standing.promise.id) == 0 and standing.state in COUNTED
    return replace(standing, state=PromiseState.LAPSED) if is_over else standing
