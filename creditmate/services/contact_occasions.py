"""What was waiting to be answered when a contact was made, with the customer or its whole group."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.contact_details import last_said
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_channels import is_attempt
from creditmate.domain.contact_purpose import (
    REPLY_DAYS,
    Occasion,
    as_it_ended,
    purpose_now,
)
from creditmate.domain.dates import Calendar
from creditmate.domain.group_cases import group_case
from creditmate.domain.promises import NOT_KEPT
from creditmate.domain.rows import CustomerRow
from creditmate.domain.workcase import Case
from creditmate.domain.worklist import line_at_any_size
from creditmate.services.calendars import customer_calendar
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.settings import work_policy
from creditmate.services.talk_facts import budget_group


def purpose_of_contact(
    customer: CustomerRow, file: CustomerFile | None, call: CallNote, day: date
) -> Purpose:
    """Return why a contact of a day is made, of what was waiting to be answered.

    The line on the day's list decides, the group's for whoever belongs to one; what the user said
    of it goes before that.

    Args:
        customer: With whom.
        file: The customer's as read on that day; None where it was read on another one.
        call: As it is told.
        day: Of the contact.
    """
    attempt = is_attempt(call.way, call.outcome, incoming=call.incoming)
    if call.purpose is not None:
        return as_it_ended(call.purpose, attempt=attempt)
    if call.incoming:
        return Purpose.INCOMING
    members = budget_group(customer)
    case = file.case if file is not None and len(members) == 1 else _case(members, day)
    calendar = customer_calendar(customer.country, day, customer.region)
    occasion = _occasion(case, members, day, calendar)
    return purpose_now(occasion, day, incoming=False, attempt=attempt)


def _case(members: Sequence[int], day: date) -> Case:
    files = read_files(members, day, learnt_book(day))
    head, *branches = (file.case for file in files)
    return group_case(head, branches, day) if branches else head


def _occasion(case: Case, members: Sequence[int], day: date, calendar: Calendar) -> Occasion:
    line = line_at_any_size(case, day, work_policy(day))
    passed = [s.promise.until_day for s in case.standings if s.state in NOT_KEPT]
    said = [found for member in members if (found := last_said(member, day)) is not None]
    before = max(said, key=lambda one: (one.day, one.id), default=None)
    asks = before is not None and before.incoming
    return Occasion(
        line=None if line is None else line.kind,
        passed_on=max(passed, default=None),
        said_on=None if before is None else before.day,
        reply_until=calendar.add_working_days(before.day, REPLY_DAYS) if before and asks else None,
    )
