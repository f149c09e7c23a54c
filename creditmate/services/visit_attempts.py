"""A visit on which nobody was met who decides: what was put down of it, and what comes next."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.contact_again import last_word, stored_contact
from creditmate.domain.visit_report import NOT_MET
from creditmate.domain.visits import VisitEventKind
from creditmate.services.visit_lists import visit_file


@dataclass(frozen=True, slots=True)
class VisitAttempt:
    """The last thing that happened to a visit, where that was that nobody was met who decides.

    Attributes:
        kind: ``DEPUTY``, ``NOBODY`` or ``REFUSED``.
        day: When it was put down.
        interaction: The contact that it is.
        with_name: Whom we did meet; '' if nobody.
        note: In our words.
        next_day: Of the next step; None where the visit itself is what comes next.
    """

    kind: VisitEventKind
    day: date
    interaction: int
    with_name: str = ""
    note: str = ""
    next_day: date | None = None


def visit_attempt(named: str) -> VisitAttempt | None:
    """Return the attempt with which a visit stands; None where it stands otherwise.

    Raises:
        UserError: ``VISIT_REFUSED``: there is no such visit.
    """
    events = visit_file(named).events
    last = events[-1] if events else None
    if last is None or last.kind not in NOT_MET or last.interaction is None:
        return None
    told = stored_contact(last_word(last.interaction))
    return VisitAttempt(
        last.kind, last.day, last.interaction, last.by_whom, last.note,
        None if told is None else told.next_day,
    )  # fmt: skip
