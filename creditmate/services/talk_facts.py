"""What a brief says besides the money: contacts left, what was told, what we may agree."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from creditmate.db.business import business, home_currency
from creditmate.db.contacts_made import touches_of
from creditmate.db.conversation import count_contacts, last_outcome
from creditmate.db.groups import branches_of
from creditmate.db.our_people import staff_row
from creditmate.db.talk_facts import last_told, printed_due_day
from creditmate.domain.at_rest import Rest, RestWhy
from creditmate.domain.call_script import Around, Missed
from creditmate.domain.contact_budget import refusal, used
from creditmate.domain.money import Money
from creditmate.domain.our_people import Us
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_end import is_about
from creditmate.domain.plans import InstalmentStanding, PlanStanding
from creditmate.domain.promises import LIVE, Standing
from creditmate.domain.rows import CustomerRow, OpenEntryRow
from creditmate.domain.statement import PayNow
from creditmate.domain.talk_facts import ContactRoom, Expectation, OurAuthority, TalkFacts
from creditmate.services.arranged_talk import (
    answered_of,
    coming_of,
    longer_for,
    promised_by,
    replying_of,
    sent_by,
)
from creditmate.services.calendars import customer_calendar
from creditmate.services.cases import CustomerFile
from creditmate.services.contact_policies import policies_of
from creditmate.services.settings import current_settings

_SILENT = frozenset({RestWhy.DECEASED, RestWhy.INSOLVENT, RestWhy.BREATHING_SPACE, RestWhy.CEASED})
"""Why nothing at all is asked of a customer."""
_IN_PEACE = frozenset({RestWhy.OURS, RestWhy.WITH_AGENCY})
"""Why we have decided to ask for nothing."""


def budget_group(customer: CustomerRow) -> list[int]:
    """Return the ids of all whose contacts count together: a group has one budget."""
    head = customer.head_office_id or customer.id
    return [head, *branches_of([head]).get(head, [])]


def contacts_in(group: Sequence[int], as_at: date, days: int) -> int:
    """Return how often we contacted anybody of a group in so many days."""
    return count_contacts(group, as_at - timedelta(days=days - 1), as_at)


def facts_before(
    customer: CustomerRow,
    oldest: OpenEntryRow | None,
    pays: Sequence[PayNow],
    file: CustomerFile,
    as_at: date,
) -> TalkFacts:
    """Return what to know before a talk, as far as the ledger alone tells it."""
    return TalkFacts(
        room=contact_room(customer, budget_group(customer), as_at),
        expects=expectation(customer.id, oldest, as_at),
        may_agree=our_authority(),
        around=replace(
            around(
                pays,
                file.rest,
                file.case.plans,
                (*file.case.standings, *file.case.covering(as_at)),
            ),
            promised=promised_by(file, as_at),
            sent=sent_by(file, as_at),
            longer=longer_for(file),
            coming=coming_of(file.case.plans),
            answered=answered_of(customer, as_at),
            replying=replying_of(file, as_at),
            answer_by=min((a.day for a in file.case.answers if a.day >= as_at), default=None),
            cannot_pay=bool(file.case.entries)
            and last_outcome(customer.id, as_at) == Outcome.CANNOT_PAY,
        ),
    )


def contact_room(customer: CustomerRow, group: Sequence[int], as_at: date) -> ContactRoom:
    """Return what of the budget of contacts is used, and when the next one may be.

    Args:
        customer: Whose policy counts.
        group: Ids of all whose contacts count together, the customer's own among them.
        as_at: The day.
    """
    touches = [touch for found in touches_of(group, as_at).values() for touch in found]
    known, limits = used(touches, as_at), policies_of([customer.id])[customer.id].limits
    waits = refusal(known, limits, as_at)
    if waits is None:
        return ContactRoom(known, limits)
    why, day = waits
    calendar = customer_calendar(customer.country, day, customer.region)
    return ContactRoom(known, limits, calendar.next_working(day), why)


def expectation(customer: int, oldest: OpenEntryRow | None, as_at: date) -> Expectation:
    """Return whether the customer was told what we expect, and what stands in print."""
    printed = None if oldest is None else printed_due_day(oldest.id, as_at)
    return Expectation(last_told(customer, as_at), printed)


def our_authority() -> OurAuthority:
    """Return what whoever calls may agree without asking."""
    settings = current_settings()
    return OurAuthority(settings.plan_parts_alone, settings.discount_alone_minor, home_currency())


def us(staff: int | None) -> Us:
    """Return who of us is calling; their own number goes before the business's."""
    home = business()
    person = None if staff is None else staff_row(staff)
    if person is None:
        return Us("", home.name, home.phone)
    first = person.name.split(maxsplit=1)[0] if person.name.split() else ""
    return Us(first, home.name, person.phone or home.phone)


def around(
    pays: Sequence[PayNow],
    rest: Rest | None,
    plans: Sequence[PlanStanding],
    promised: Sequence[Standing] = (),
) -> Around:
    """Return what a script goes by besides the day's line."""
    why = None if rest is None else rest.why
    missed = [_missed(standing, one, promised) for standing in plans for one in standing.missed]
    return Around(
        asked=tuple(pay.due for pay in pays if pay.due),
        disputed=tuple(pay.unanswered for pay in pays if pay.unanswered),
        part=min(missed, key=lambda part: part.day, default=None),
        hardship=why is RestWhy.HARDSHIP,
        silent=why in _SILENT,
        in_peace=why in _IN_PEACE,
        with_agency=why is RestWhy.WITH_AGENCY,
    )


def _missed(plan: PlanStanding, part: InstalmentStanding, promised: Sequence[Standing]) -> Missed:
    """A part that did not come, with what came of it and the day that they have named since."""
    currency = plan.plan.currency
    named = [
        one.promise.due_day
        for one in promised
        if one.state in LIVE
        and is_about(one.promise, plan.plan)
        and one.unfilled_minor >= part.asked_minor
    ]
    return Missed(
        Money(part.asked_minor, currency),
        part.due_day,
        came=Money(part.came_minor, currency) if part.came_minor else None,
        named=min(named, default=None),
    )
