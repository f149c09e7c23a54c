"""What every contact has beside what was said: why it was made, and what it was about."""

from dataclasses import dataclass
from datetime import date

from creditmate.db import contact_details as kept
from creditmate.db.gateway import Writing
from creditmate.db.zones import zones_of
from creditmate.domain.barriers import Barrier
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_channels import is_attempt
from creditmate.domain.contact_details import Told, told_text
from creditmate.domain.contact_purpose import REPLY_DAYS, Occasion, purpose_now
from creditmate.domain.contact_steps import Step
from creditmate.domain.dates import Calendar
from creditmate.domain.promises import NOT_KEPT
from creditmate.domain.rows import CustomerRow
from creditmate.services.calendars import customer_calendar
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile


@dataclass(frozen=True, slots=True)
class Detail:
    """What a contact was about; ``zone`` is where the customer is, ``entries`` are ids."""

    purpose: Purpose
    step: Step | None = None
    barrier: Barrier | None = None
    told: tuple[Told, ...] = ()
    zone: str = ""
    satisfaction: int | None = None
    override: str = ""
    entries: tuple[int, ...] = ()


def put_down_detail(writing: Writing, interaction: int, detail: Detail) -> None:
    """Put down what a contact was about, in the action that puts the contact down."""
    kept.add_detail(
        writing,
        interaction_id=interaction,
        purpose=detail.purpose.value,
        step=detail.step.value if detail.step else "",
        barrier=detail.barrier.value if detail.barrier else "",
        told=told_text(detail.told),
        zone=detail.zone,
        satisfaction=detail.satisfaction,
        override=detail.override.strip(),
    )
    kept.add_items(writing, interaction, list(dict.fromkeys(detail.entries)))


def detail_of(customer: CustomerRow, file: CustomerFile, call: CallNote, today: date) -> Detail:
    """Return what a contact of today is about; why it was made is worked out if it is not told.

    To be asked before the contact is put down: what it answers is open until then.
    """
    return Detail(
        purpose=call.purpose or purpose_of_contact(customer, file, call, today),
        step=call.step,
        barrier=call.barrier,
        told=call.told,
        zone=zones_of([customer.id])[customer.id],
        satisfaction=call.satisfaction,
        override=call.override,
        entries=call.entries,
    )


def purpose_of_contact(
    customer: CustomerRow, file: CustomerFile, call: CallNote, today: date
) -> Purpose:
    """Return why a contact of today is made, of what was waiting to be answered."""
    attempt = is_attempt(call.way, call.outcome, incoming=call.incoming)
    if call.incoming or attempt:
        return purpose_now(Occasion(), today, incoming=call.incoming, attempt=attempt)
    calendar = customer_calendar(customer.country, today, customer.region)
    return purpose_now(_occasion(file, today, calendar), today, incoming=False, attempt=False)


def _occasion(file: CustomerFile, today: date, calendar: Calendar) -> Occasion:
    customer, standings = file.case.customer, file.case.standings
    before = kept.last_said(customer, today)
    passed = [s.promise.until_day for s in standings if s.state in NOT_KEPT]
    asks = before is not None and before.incoming
    return Occasion(
        agreed_for=kept.agreed_call_back(customer, today),
        passed_on=max(passed, default=None),
        said_on=None if before is None else before.day,
        reply_until=calendar.add_working_days(before.day, REPLY_DAYS) if before and asks else None,
    )
