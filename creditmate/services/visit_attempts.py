"""A visit on which nobody was met who decides, or that was cancelled: what was put down of it."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.contact_again import last_word, stored_contact
from creditmate.db.visit_events import actions_of
from creditmate.domain.errors import UserError
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visit_report import NOT_MET
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import Visit, VisitEventKind, VisitFile, VisitState
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
        again: The day that was agreed instead with it.
    """

    kind: VisitEventKind
    day: date
    interaction: int
    with_name: str = ""
    note: str = ""
    next_day: date | None = None
    again: date | None = None


def visit_attempt(named: str) -> VisitAttempt | None:
    """Return the attempt with which a visit stands; None where it stands otherwise.

    Raises:
        UserError: ``VISIT_REFUSED``: there is no such visit.
    """
    file = visit_file(named)
    events, again = file.events, None
    last = events[-1] if events else None
    if last is not None and last.kind is VisitEventKind.MOVED and len(events) > 1:
        *_before, (_, attempted), (_, moved) = actions_of(file.visit.id)
        if attempted == moved:  # the day that was agreed instead, put down with the attempt
            last, again = events[-2], last.to_day
    if last is None or last.kind not in NOT_MET or last.interaction is None:
        return None
    told = stored_contact(last_word(last.interaction))
    return VisitAttempt(
        last.kind, last.day, last.interaction, last.by_whom, last.note,
        None if told is None else told.next_day, again,
    )  # fmt: skip


def check_not_in_vain(file: VisitFile, today: date) -> None:
    """Refuse a second attempt where there was one way: a key pressed twice is no two attempts.

    Raises:
        UserError: ``VISIT_REFUSED``: nobody was met on its day already, and no other is agreed.
    """
    if standing_of(file, today).state is VisitState.TO_REBOOK:
        raise in_vain_already(file.visit)


def in_vain_already(visit: Visit) -> UserError:
    """Return the error that a visit was in vain on its day already."""
    return visit_refused(VisitWhy.IN_VAIN_ALREADY, number=visit.number, day=visit.day)


@dataclass(frozen=True, slots=True)
class VisitCancelled:
    """That a visit was cancelled: when, why, and the action by which it is taken back."""

    day: date
    because: str
    action: int


def visit_cancelled(named: str) -> VisitCancelled | None:
    """Return that a visit was cancelled; None where it was not.

    Raises:
        UserError: ``VISIT_REFUSED``: there is no such visit.
    """
    file = visit_file(named)
    if not file.events or file.events[-1].kind is not VisitEventKind.CANCELLED:
        return None
    last = file.events[-1]
    (*_before, (_, action)) = actions_of(file.visit.id)
    return VisitCancelled(last.day, last.note, action)
