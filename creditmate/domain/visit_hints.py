"""What to think of before a visit, besides the hour; nothing of it stops anybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.at_rest import RestWhy
from creditmate.domain.dates import Calendar
from creditmate.domain.holds import Stop
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.visit_agenda_time import without_time
from creditmate.domain.visit_standing import VisitStanding
from creditmate.domain.visit_steps import AGENDA_DAYS, working_days_left
from creditmate.domain.visit_suggestions import may_be_visited
from creditmate.domain.visits import InnerIssue, Side, VisitFile, VisitState


class HintWhy(StrEnum):
    """What it is; the values are stable."""

    IS_PERSON = "is_person"  # answers for the debt with all they have
    FORM_UNKNOWN = "form_unknown"
    NO_VISITS = "no_visits"  # they wish none
    AT_REST = "at_rest"  # rest: they are left in peace
    NO_LETTERS = "no_letters"  # letters to them are stopped
    NO_STATEMENTS = "no_statements"  # statements to them are stopped
    NO_HOUR = "no_hour"
    NO_PLACE = "no_place"
    CLOCK_TAKEN = "clock_taken"  # zone, country: it has several, and nobody said which
    AGENDA_LATE = "agenda_late"  # days: left, of those both sides work
    AGENDA_OUTDATED = "agenda_outdated"
    NO_ANSWER = "no_answer"  # the agenda would name no telephone and no e-mail of ours
    UNMATCHED = "unmatched"  # amount: of theirs, as much as is overdue or more
    PERSON_GONE = "person_gone"  # name: of theirs, put away since
    COLLEAGUE_GONE = "colleague_gone"  # name: of ours, put away since
    NOBODY_OF_THEIRS = "nobody_of_theirs"
    NOBODY_DECIDES_THERE = "nobody_decides_there"
    NOBODY_DECIDES_HERE = "nobody_decides_here"
    NO_ISSUES = "no_issues"
    NO_TIME = "no_time"  # count: issues that the agenda has no item for
    NO_FALL_BACK = "no_fall_back"  # count: issues that have none


@dataclass(frozen=True, slots=True)
class VisitHint:
    """What to think of, with the facts that its code names."""

    why: HintWhy
    days: int = 0
    count: int = 0
    zone: str = ""
    country: str = ""
    rest: RestWhy | None = None
    name: str = ""
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """What is known of whom we visit.

    ``at_rest`` is why they are left in peace, ``stopped`` what is not sent to them. ``clock`` is
    the zone that was taken for the hour where the country has several. ``can_answer``: there is a
    telephone or an e-mail address of ours by which they can tell us that the day does not suit.
    ``unmatched`` is money of theirs that waits to be matched and would settle what is overdue.
    ``contacts_gone`` and ``staff_gone`` are those who take part and are put away (ids).
    """

    form: LegalForm
    wishes_none: bool = False
    at_rest: RestWhy | None = None
    stopped: frozenset[Stop] = frozenset()
    clock: str = ""
    can_answer: bool = True
    unmatched: Money | None = None
    contacts_gone: frozenset[int] = frozenset()
    staff_gone: frozenset[int] = frozenset()


def host_hints(host: Host) -> list[VisitHint]:
    """Return what to think of about whom we visit, whenever and what for it is."""
    found = list[VisitHint]()
    if host.form is LegalForm.UNKNOWN:
        found.append(VisitHint(HintWhy.FORM_UNKNOWN))
    elif not may_be_visited(host.form):
        found.append(VisitHint(HintWhy.IS_PERSON))
    if host.wishes_none:
        found.append(VisitHint(HintWhy.NO_VISITS))
    if host.at_rest is not None:
        found.append(VisitHint(HintWhy.AT_REST, rest=host.at_rest))
    if host.unmatched is not None:
        found.append(VisitHint(HintWhy.UNMATCHED, amount=host.unmatched))
    if Stop.LETTERS in host.stopped:
        found.append(VisitHint(HintWhy.NO_LETTERS))
    if Stop.STATEMENTS in host.stopped:
        found.append(VisitHint(HintWhy.NO_STATEMENTS))
    return found


def visit_hints(
    file: VisitFile,
    standing: VisitStanding,
    host: Host,
    calendars: Sequence[Calendar],
    today: date,
) -> tuple[VisitHint, ...]:
    """Return what to think of, the gravest first; nothing once a visit has been held or ended.

    Args:
        file: The visit.
        standing: How it stands.
        host: Whom we visit.
        calendars: Ours and theirs.
        today: The day.
    """
    if standing.state not in {VisitState.PLANNED, VisitState.TO_REBOOK}:
        return ()
    visit, found = file.visit, host_hints(host)
    if visit.at is None:
        found.append(VisitHint(HintWhy.NO_HOUR))
    if not visit.address.strip():
        found.append(VisitHint(HintWhy.NO_PLACE))
    if host.clock:
        found.append(VisitHint(HintWhy.CLOCK_TAKEN, zone=host.clock, country=visit.country))
    if standing.agenda_outdated:
        found.append(VisitHint(HintWhy.AGENDA_OUTDATED))
    if standing.needs_agenda and not host.can_answer:
        found.append(VisitHint(HintWhy.NO_ANSWER))
    left = working_days_left(visit.day, calendars, today)
    if standing.needs_agenda and left < AGENDA_DAYS:
        found.append(VisitHint(HintWhy.AGENDA_LATE, days=left))
    return (*found, *_people(file, host), *_issues(file))


def _people(file: VisitFile, host: Host) -> list[VisitHint]:
    theirs, ours = file.visit.of_side(Side.THEIRS), file.visit.of_side(Side.OURS)
    they_left = [one for one in theirs if one.contact in host.contacts_gone]
    we_left = [one for one in ours if one.staff in host.staff_gone]
    found = [VisitHint(HintWhy.PERSON_GONE, name=one.name) for one in they_left]
    found += [VisitHint(HintWhy.COLLEAGUE_GONE, name=one.name) for one in we_left]
    if not theirs:
        found.append(VisitHint(HintWhy.NOBODY_OF_THEIRS))
    elif not any(person.decides for person in theirs if person not in they_left):
        found.append(VisitHint(HintWhy.NOBODY_DECIDES_THERE))
    if ours and not any(person.decides for person in ours if person not in we_left):
        found.append(VisitHint(HintWhy.NOBODY_DECIDES_HERE))
    return found


def _issues(file: VisitFile) -> list[VisitHint]:
    issues = file.visit.issues
    if not issues:
        return [VisitHint(HintWhy.NO_ISSUES)]
    left_out = len(without_time(file.visit))
    found = [VisitHint(HintWhy.NO_TIME, count=left_out)] if left_out else []
    nothing = InnerIssue()
    bare = sum(not file.inner.issues.get(issue.id, nothing).fall_back for issue in issues)
    return [*found, VisitHint(HintWhy.NO_FALL_BACK, count=bare)] if bare else found
