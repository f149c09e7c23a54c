"""Today's list on paper: the lines of the day, each with whom to turn to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.business import business
from creditmate.db.gateway import Gateway
from creditmate.db.our_people import staff_row
from creditmate.documents.call_sheet_paper import CallSheetPaper, SheetLine
from creditmate.domain.day_plan import Sort, sort_of
from creditmate.domain.ports import Clock
from creditmate.domain.whom import whom
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.manners import people_asked, people_of, wished
from creditmate.services.worklists import WorkDay, WorkLists, WorkRow


@dataclass(frozen=True, slots=True)
class SheetWanted:
    """Which of the day's lines are wanted: by default those that Today shows.

    Attributes:
        mine: Only what whoever is at work looks after, and what nobody does.
        owner: The same of one of our people, an id; goes before ``mine``.
        sort: Only these.
        everything: Those for tomorrow as well, for which the day has no room.
        top: The first so many lines; None for all.
    """

    mine: bool = False
    owner: int | None = None
    sort: Sort = Sort.ALL
    everything: bool = False
    top: int | None = None


class CallSheetPapers:
    """Makes call sheets; they are not issued, since the day can always be printed again.

    Args:
        worklists: Tells the day's lines.
        gateway: Knows who is at work.
        clock: Tells the day.
    """

    def __init__(self, worklists: WorkLists, gateway: Gateway, clock: Clock) -> None:
        self._worklists, self._gateway, self._clock = worklists, gateway, clock

    def paper(self, wanted: SheetWanted = SheetWanted()) -> CallSheetPaper:
        """Return the sheet of today, ready to be drawn."""
        today, home = self._clock.today, business()
        day = self._read(today, wanted)
        tomorrow = frozenset[int]() if wanted.everything else day.tomorrow
        every = [row for row in day.rows if wanted.sort in (Sort.ALL, sort_of(row.line))]
        rows = [row for row in every if row.line.customer not in tomorrow]
        return CallSheetPaper(
            business=business_card(home),
            day=today,
            lines=tuple(_lines(rows[: wanted.top], today)),
            whose=self._whose(wanted) if day.mine else "",
            of=len(rows),
            later=len(every) - len(rows),
            locale=home.locale,
            size=paper_form(home)[0],
        )

    def _read(self, today: date, wanted: SheetWanted) -> WorkDay:
        reading = self._worklists.reading(today, mine=wanted.mine, owner=wanted.owner)
        day = reading.go_on()
        while not day.is_whole:
            day = reading.go_on()
        return day

    def _whose(self, wanted: SheetWanted) -> str:
        who = self._gateway.working_as if wanted.owner is None else wanted.owner
        row = None if who is None else staff_row(who)
        return "" if row is None else row.name


def _lines(rows: Sequence[WorkRow], today: date) -> list[SheetLine]:
    customers = [row.line.customer for row in rows]
    known = people_of(customers, wished(customers, today))
    found = []
    for row in rows:
        line = row.line
        people = people_asked(line.customer, known.get(line.customer, ()), line.channel, today)
        person = whom(people, line.channel, line.person)
        found.append(SheetLine(row.code, row.name, line, person, row.branches))
    return found
