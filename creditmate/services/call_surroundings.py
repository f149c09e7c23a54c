"""What a call form is surrounded by: what the call goes against, hours, our people, what to ask."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from creditmate.db.business import business
from creditmate.db.our_people import our_people, owners
from creditmate.db.spoken_today import spoken_on
from creditmate.domain.attempts import NextAttempt
from creditmate.domain.contact_hours import DEFAULT_HOURS, Hours, NotNow, may_contact, moment_of
from creditmate.domain.contact_steps import EVERY_DAY
from creditmate.domain.contact_warnings import Warned
from creditmate.domain.dates import Calendar
from creditmate.domain.our_people import StaffRow
from creditmate.domain.outcomes import Outcome
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.domain.spoken_today import SpokenToday
from creditmate.services.calendars import customer_calendar
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import read_files
from creditmate.services.contact_occasions import purpose_of_contact
from creditmate.services.contact_policies import policies_of
from creditmate.services.contact_warnings import warnings_for
from creditmate.services.lateness import learnt_book
from creditmate.services.next_attempts import next_attempt_of
from creditmate.services.noted import may_be_asked
from creditmate.services.place_clocks import customer_zone
from creditmate.services.talk_facts import budget_group

_NOON = time(12)


@dataclass(frozen=True, slots=True)
class CallSurroundings:
    """What else a form shows or offers.

    ``warnings`` is what a call now goes against; ``again`` when to try next if nobody answers.
    ``zone`` is where the customer is, ``home`` where we are, both IANA names. ``staff`` are our
    people, ``owner`` who looks after the customer (an id). ``may_ask`` says whether it may be
    asked how satisfied it is. ``spoken`` is the last talk of today with it or its group.
    ``calendar`` and ``hours`` say when it may be rung, ``now`` is when the form was begun.
    """

    warnings: tuple[Warned, ...] = ()
    again: NextAttempt | None = None
    zone: str = "UTC"
    home: str = "UTC"
    staff: tuple[StaffRow, ...] = ()
    owner: int | None = None
    may_ask: bool = False
    spoken: SpokenToday | None = None
    calendar: Calendar = EVERY_DAY
    hours: Hours = DEFAULT_HOURS
    now: datetime | None = None

    def at_home(self, day: date, hour: time) -> datetime:
        """Return an hour of the customer's clock as our clock shows it."""
        return moment_of(day, hour, self.zone).astimezone(ZoneInfo(self.home))

    def against(self, day: date, at: time | None) -> NotNow | None:
        """Return what is against ringing them on a day; without an hour any of it will do."""
        found = may_contact(
            datetime.combine(day, at or time(12)), "call", self.calendar, self.hours
        )
        return found if at is not None or found is not NotNow.HOURS else None

    def has_passed(self, day: date, at: time) -> bool:
        """Whether an hour of today lies behind us: nobody can ring then any more."""
        if self.now is None or self.now.astimezone(ZoneInfo(self.zone)).date() != day:
            return False
        return moment_of(day, at, self.zone) < self.now


def call_surroundings(customer: CustomerRow, clock: Clock, *, incoming: bool) -> CallSurroundings:
    """Return what surrounds a call with a customer now.

    Args:
        customer: Who is called, or calls.
        clock: Today, and the moment.
        incoming: They have called us, which goes against nothing.
    """
    today = clock.today
    (file,) = read_files([customer.id], today, learnt_book(today))
    rung = CallNote("", Outcome.CALL_BACK, "", incoming=incoming)
    purpose = purpose_of_contact(customer, file, rung, today)
    return CallSurroundings(
        warnings=warnings_for(customer.code, "call", purpose, as_at=today, now=clock.now()),
        again=next_attempt_of(customer, clock, purpose),
        zone=customer_zone(customer.id),
        home=business().zone,
        staff=tuple(our_people()),
        owner=owners([customer.id]).get(customer.id),
        may_ask=may_be_asked(customer.id, today),
        spoken=_spoken_today(customer, today, business().zone),
        calendar=customer_calendar(customer.country, today, customer.region),
        hours=policies_of([customer.id])[customer.id].hours,
        now=clock.now(),
    )


def _spoken_today(customer: CustomerRow, today: date, home: str) -> SpokenToday | None:
    found = spoken_on(budget_group(customer), today)
    return None if found is None else replace(found, at=found.at.astimezone(ZoneInfo(home)))
