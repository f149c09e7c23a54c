"""Today's list on paper: the lines of the day, each with whom to turn to."""

from datetime import date

from creditmate.db.business import business
from creditmate.db.gateway import Gateway
from creditmate.db.our_people import staff_row
from creditmate.documents.call_sheet_paper import CallSheetPaper, SheetLine
from creditmate.domain.ports import Clock
from creditmate.domain.whom import whom
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.manners import people_asked, people_of, wished
from creditmate.services.worklists import WorkDay, WorkLists, WorkRow


class CallSheetPapers:
    """Makes call sheets; they are not issued, since the day can always be printed again.

    Args:
        worklists: Tells the day's lines.
        gateway: Knows who is at work.
        clock: Tells the day.
    """

    def __init__(self, worklists: WorkLists, gateway: Gateway, clock: Clock) -> None:
        self._worklists, self._gateway, self._clock = worklists, gateway, clock

    def paper(self, *, mine: bool = False, top: int | None = None) -> CallSheetPaper:
        """Return the sheet of today, ready to be drawn.

        Args:
            mine: Only what whoever is at work looks after, and what nobody does.
            top: The first so many lines; None for all.
        """
        today, home = self._clock.today, business()
        day = self._read(today, mine=mine)
        rows = day.rows if top is None else day.rows[:top]
        return CallSheetPaper(
            business=business_card(home),
            day=today,
            lines=tuple(_lines(rows, today)),
            whose=self._whose() if day.mine else "",
            of=len(day.rows),
            locale=home.locale,
            size=paper_form(home)[0],
        )

    def _read(self, today: date, *, mine: bool) -> WorkDay:
        reading = self._worklists.reading(today, mine=mine)
        day = reading.go_on()
        while not day.is_whole:
            day = reading.go_on()
        return day

    def _whose(self) -> str:
        who = self._gateway.working_as
        row = None if who is None else staff_row(who)
        return "" if row is None else row.name


def _lines(rows: tuple[WorkRow, ...], today: date) -> list[SheetLine]:
    customers = [row.line.customer for row in rows]
    known = people_of(customers, wished(customers, today))
    found = []
    for row in rows:
        line = row.line
        people = people_asked(line.customer, known.get(line.customer, ()), line.channel, today)
        found.append(SheetLine(row.code, row.name, line, whom(people, line.channel), row.branches))
    return found
