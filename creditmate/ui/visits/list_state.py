"""What the place of visits lists, and how much waits behind each chip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_worth import AllVisits
from creditmate.services.program import Program
from creditmate.services.visit_lists import VisitPick, VisitRow
from creditmate.services.visit_suggestions import SuggestedVisit
from creditmate.services.visit_talks import outcomes_told
from creditmate.services.visit_worth import WorthRow


class Show(StrEnum):
    """The chips, in their order."""

    UPCOMING = "upcoming"
    TO_REPORT = "to_report"
    SUGGESTIONS = "suggestions"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class DoneRow:
    """A visit that has ended, with what it cost and what came in after it where it was held.

    ``ended`` is how the conversation ended; None where there was none.
    """

    row: VisitRow
    worth: WorthRow | None = None
    ended: Outcome | None = None


@dataclass(frozen=True, slots=True)
class VisitsBook:
    """The list of a chip, and how many stand behind each chip that counts them.

    ``forms_unknown`` are customers who are not proposed because nobody said whether they are a
    firm; ``together`` is what all visits cost and brought, shown under those that are done.
    """

    show: Show
    counts: Mapping[Show, int]
    visits: Sequence[VisitRow] = ()
    suggestions: Sequence[SuggestedVisit] = ()
    forms_unknown: int = 0
    done: Sequence[DoneRow] = ()
    together: AllVisits | None = None


def read_book(program: Program, show: Show) -> VisitsBook:
    """Return the list of a chip with the counts of what waits; for the database thread."""
    today = program.clock.today
    upcoming = program.visits.all(today, VisitPick.UPCOMING)
    waiting = program.visits.all(today, VisitPick.TO_REPORT)
    counts = {Show.UPCOMING: len(upcoming), Show.TO_REPORT: len(waiting)}
    if show is Show.SUGGESTIONS:
        found = program.visit_suggestions.suggest(today)
        counts[Show.SUGGESTIONS] = len(found.visits)
        unknown = found.forms_unknown
        return VisitsBook(show, counts, suggestions=found.visits, forms_unknown=unknown)
    if show is Show.DONE:
        worths = program.visit_worths.all(today)
        ended = program.visits.all(today, VisitPick.DONE)
        told = outcomes_told([row.file for row in ended], today)
        rows = [
            DoneRow(row, worths.of(row.file.visit.id), told.get(row.file.visit.id)) for row in ended
        ]
        return VisitsBook(show, counts, done=rows, together=worths.together)
    return VisitsBook(show, counts, visits=upcoming if show is Show.UPCOMING else waiting)
