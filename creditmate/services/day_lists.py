"""A day's list as it is printed or told: narrowed, capped, and with who is not on it."""

from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from creditmate.db.business import home_zone
from creditmate.db.contacts_made import approached_on
from creditmate.db.day_results import done_on
from creditmate.domain.day_cap import Cap, for_tomorrow
from creditmate.domain.day_result import DoneContact
from creditmate.domain.worklist import Kind
from creditmate.services.contact_policies import business_policy
from creditmate.services.not_contacted import NotContacted
from creditmate.services.whose_customers import Whose
from creditmate.services.worklists import DayReading, WorkDay, WorkLists, WorkRow


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What of a day is wanted.

    Attributes:
        kinds: Only these sorts of lines; none for all.
        owner: Only what one of our people (an id) looks after or stands in for, and what nobody
            does; None for all.
        cap: How many lines of our own accord there may be; None for what the policy says.
        everything: Those for tomorrow as well.
        limit: The first so many lines; None for all.
    """

    kinds: frozenset[Kind] = frozenset()
    owner: int | None = None
    cap: int | None = None
    everything: bool = False
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class DayList:
    """The lines of a day in their order, with ``later``: how many more there are for tomorrow.

    ``tomorrow`` are the customers whose lines are: they are among the lines only where everything
    was wanted. ``others`` is how many lines there are today of sorts that were not wanted,
    ``of_others`` how many those have today whose lines were not.
    ``not_contacted`` is everybody who is left out; it is whole only where every line was read.
    """

    as_at: date
    rows: tuple[WorkRow, ...]
    cap: Cap
    tomorrow: frozenset[int] = frozenset()
    others: int = 0
    of_others: int = 0
    not_contacted: tuple[NotContacted, ...] = ()
    is_whole: bool = True

    @property
    def later(self) -> int:
        """How many lines are for tomorrow."""
        return len(self.tomorrow)


class DayLists:
    """Makes a day's list."""

    def day(self, as_at: date, wanted: Narrowed = Narrowed()) -> DayList:
        """Return a day's list.

        Args:
            as_at: The day; facts dated later are not known.
            wanted: What of it; lines of the sorts that are not wanted count towards the cap.
        """
        most = business_policy().calls_per_day if wanted.cap is None else wanted.cap
        approached = Whose(wanted.owner, as_at).of(approached_on(as_at))
        cap = Cap(most, len(approached))
        rows, left_out, of_others = self._read(as_at, wanted)
        tomorrow = for_tomorrow((row.line for row in rows), cap)
        every = [row for row in rows if wanted.everything or row.line.customer not in tomorrow]
        shown = [row for row in every if not wanted.kinds or row.line.kind in wanted.kinds]
        return DayList(
            as_at=as_at,
            rows=tuple(shown[: wanted.limit]),
            cap=cap,
            tomorrow=tomorrow,
            others=len(every) - len(shown),
            of_others=of_others,
            not_contacted=left_out,
            is_whole=not _is_quick(wanted),
        )

    def done(self, day: date, owner: int | None = None) -> tuple[DoneContact, ...]:
        """Return the contacts of a day in their order, each at the hour that our clock showed.

        Args:
            day: The day.
            owner: Only with customers of one of our people (an id) or of nobody.
        """
        found, zone = done_on(day), ZoneInfo(home_zone())
        theirs = Whose(owner, day).of({one.customer for one in found})
        return tuple(
            replace(one, at=one.at.astimezone(zone)) for one in found if one.customer in theirs
        )

    def left_out(self, as_at: date, owner: int | None = None) -> tuple[NotContacted, ...]:
        """Return everybody who is not followed up on a day, by name."""
        return _whole(as_at, owner).not_contacted

    def _read(
        self, as_at: date, wanted: Narrowed
    ) -> tuple[list[WorkRow], tuple[NotContacted, ...], int]:
        if _is_quick(wanted):
            lists = WorkLists()
            return lists.today(as_at, wanted.limit), lists.at_rest(as_at), 0
        day = _whole(as_at, wanted.owner)
        rows = sorted(day.rows, key=lambda row: row.line.rank)
        return rows, day.not_contacted, day.of_others


def _is_quick(wanted: Narrowed) -> bool:
    """Whether the first lines can be read alone: the cap keeps the first of its kinds."""
    return wanted.limit is not None and not wanted.kinds and wanted.owner is None


def _whole(as_at: date, owner: int | None) -> WorkDay:
    """Read a whole day."""
    reading = DayReading(as_at, owner, mine=owner is not None)
    day = reading.go_on()
    while not day.is_whole:
        day = reading.go_on()
    return day
