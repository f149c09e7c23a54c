"""Visits as they are looked at: which there are, one of them, and when one can be."""

from dataclasses import dataclass, replace
from datetime import date

from creditmate.db import visits as db
from creditmate.db.business import business
from creditmate.db.contact_again import words_before
from creditmate.db.customers import contacts_of, customers_by_id
from creditmate.db.dispute_register import dispute_rows
from creditmate.db.entries import open_entries
from creditmate.db.our_people import our_people
from creditmate.db.story_visits import visit_told_in
from creditmate.db.visit_sites import spots_of
from creditmate.domain.diary_room import Free
from creditmate.domain.dispute_register import DisputePick, DisputeRow
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.money import Money
from creditmate.domain.ports import Clock
from creditmate.domain.visit_hints import HintWhy, Host, VisitHint, host_hints, visit_hints
from creditmate.domain.visit_times import TimeWarning
from creditmate.domain.visits import Visit, VisitFile, VisitState
from creditmate.domain.wishes import WishKind
from creditmate.services.customers import require_customer
from creditmate.services.manners import wished
from creditmate.services.place_clocks import clock_taken
from creditmate.services.visit_agenda_content import answered_at
from creditmate.services.visit_calendars import both_calendars
from creditmate.services.visit_costs import Worth, worth_of
from creditmate.services.visit_deciders import Deciders, deciders_of
from creditmate.services.visit_hours import VisitTime, against, free_hours
from creditmate.services.visit_lists import (
    VisitPick,
    VisitRow,
    all_rows,
    row_of,
    rows_of,
    visit_file,
    visit_files,
)
from creditmate.services.visit_peace import not_sent, why_at_peace
from creditmate.services.visit_places import VisitPlace, places_of


@dataclass(frozen=True, slots=True)
class VisitPage:
    """All that is known of a visit; ``worth`` and ``hints`` are ours alone, as much of ``row`` is.

    ``times`` is what is against its hour.
    """

    row: VisitRow
    worth: Worth
    times: tuple[TimeWarning, ...]
    hints: tuple[VisitHint, ...]

    @property
    def file(self) -> VisitFile:
        """The visit."""
        return self.row.file


class VisitsKnown:
    """Looks visits up; writes nothing.

    Args:
        clock: Tells the day.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def all(self, as_at: date, pick: VisitPick = VisitPick.OPEN) -> list[VisitRow]:
        """Return visits: those to come by day, those that have ended from the last one back."""
        return all_rows(as_at, pick)

    def of_customer(self, code: str, as_at: date) -> list[VisitRow]:
        """Return a customer's visits that were planned by a day, ended ones too, by day.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        known = db.planned_by(db.visits_of([customer.id]).get(customer.id, []), as_at)
        return rows_of(visit_files(known), as_at)

    def told_in(self, interaction: int) -> str:
        """Return the number of the visit that a contact tells of; empty where none was planned."""
        return visit_told_in(words_before(interaction))

    def show(self, named: str, as_at: date) -> VisitPage:
        """Return all that is known of the visit of a number, or an id.

        Raises:
            UserError: ``VISIT_REFUSED``: there is none.
        """
        file = visit_file(named)
        row = row_of(file, as_at)
        file, visit = row.file, row.file.visit
        calendars = both_calendars(visit.customer, visit.site, as_at, visit.day)
        is_open = row.standing.state in {VisitState.PLANNED, VisitState.TO_REBOOK}
        hints = visit_hints(file, row.standing, _host_of(visit, as_at), calendars, as_at)
        if is_open and _says_something_else(row, as_at):
            hints = (VisitHint(HintWhy.AGENDA_OUTDATED), *hints)
        return VisitPage(
            row=row,
            worth=worth_of(file, as_at),
            times=against(VisitTime.of(file), as_at) if is_open else (),
            hints=hints,
        )

    def places(self, code: str) -> tuple[VisitPlace, ...]:
        """Return where a customer can be visited, where they are themselves first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return places_of(require_customer(code).id)

    def deciders(self, code: str) -> Deciders:
        """Return who can decide on a visit to a customer, as far as that was said before.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        return deciders_of(require_customer(code).id)

    def host_hints(self, code: str) -> tuple[VisitHint, ...]:
        """Return what to think of about a customer before a visit to it is planned.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        host = _host(require_customer(code).id, self._clock.today)
        found, home = host_hints(host), business()
        reached = (home.phone, home.email, *(row.phone or row.email for row in our_people()))
        return (*found, *(() if any(reached) else (VisitHint(HintWhy.NO_ANSWER),)))

    def free(self, code: str, when: VisitTime) -> tuple[Free, ...]:
        """Return when a visit can be on a day by our clock, the way there and back included.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        require_customer(code)
        return free_hours(when, self._clock.now(), self._clock.today)

    def free_on(
        self, code: str, day: date, minutes: int, travel: int, owner: int | None = None
    ) -> tuple[Free, ...]:
        """Return the same for so many minutes, and so many of the way, of one of us.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        when = VisitTime(
            customer.id, day, minutes=minutes, travel=travel, owner=owner,
            site=_first_site(customer.id),
        )  # fmt: skip
        return free_hours(when, self._clock.now(), self._clock.today)

    def against_day(self, code: str, day: date) -> tuple[TimeWarning, ...]:
        """Return what is against a day on which a customer would be visited where they are.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code).id
        return against(VisitTime(customer, day, site=_first_site(customer)), self._clock.today)

    def overdue_entries(self, code: str) -> tuple[int, ...]:
        """Return what a customer has overdue, by the ids of its entries.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer, today = require_customer(code), self._clock.today
        rows = open_entries([customer.id], today)
        return tuple(r.id for r in rows if r.due_day is not None and r.due_day < today)

    def open_questions(self, code: str) -> list[DisputeRow]:
        """Return the questions of a customer that wait for an answer.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer, today = require_customer(code), self._clock.today
        rows = dispute_rows(today, [customer.id], pick=DisputePick.OPEN)
        return [row for row in rows if row.is_open]

    def against(self, code: str, when: VisitTime) -> tuple[TimeWarning, ...]:
        """Return what is against an hour that nobody has planned yet.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        require_customer(code)
        return against(when, self._clock.today)


def _says_something_else(row: VisitRow, as_at: date) -> bool:
    """Whether the agenda that was sent would be another one today, though nobody moved the visit.

    Who goes may have been changed in the diary, a name or the language in the customer's record.
    """
    from creditmate.services.visit_agendas import is_outdated  # noqa: PLC0415 - papers load late

    standing = row.standing
    if standing.agenda is None or standing.agenda.paper is None or standing.agenda_outdated:
        return False
    return row.file.visit.at is not None and is_outdated(row.file.visit, as_at)


def _host_of(visit: Visit, as_at: date) -> Host:
    """Whom a visit is to, with what is known of it and of who keeps it."""
    host = _host(visit.customer, as_at, clock_taken(visit))
    theirs = {row.id for row in contacts_of([visit.customer]).get(visit.customer, ())}
    ours = {row.id for row in our_people()}
    return replace(
        host,
        can_answer=any(answered_at(visit, business())),
        contacts_gone=frozenset(one.contact for one in visit.people if one.contact) - theirs,
        staff_gone=frozenset(one.staff for one in visit.people if one.staff) - ours,
    )


def _host(customer: int, as_at: date, clock: str = "") -> Host:
    who = customers_by_id([customer])[customer]
    refused = wished([customer], as_at).refused(customer)
    return Host(
        form=legal_form(who.legal_form),
        wishes_none=WishKind.NO_VISITS in refused,
        at_rest=why_at_peace(customer, as_at),
        stopped=not_sent(customer, as_at),
        clock=clock,
        unmatched=_unmatched(customer, as_at),
    )


def _unmatched(customer: int, as_at: date) -> Money | None:
    """Money of theirs that waits to be matched and would settle all that is overdue.

    Of several currencies the largest; None where nothing is overdue, or more than waits.
    """
    late, waits = dict[str, int](), dict[str, int]()
    for row in open_entries([customer], as_at, numbered=False):
        sums = waits if row.open.minor < 0 else late
        if row.open.minor < 0 or (row.due_day is not None and row.due_day < as_at):
            sums[row.open.currency] = sums.get(row.open.currency, 0) + abs(row.open.minor)
    found = [Money(minor, code) for code, minor in waits.items() if minor >= late.get(code, 0) > 0]
    return max(found, key=lambda one: one.minor, default=None)


def _first_site(customer: int) -> int | None:
    """Where a visit is when nobody says it."""
    return next((spot.site for spot in spots_of(customer)), None)
