"""What was waiting to be answered when a contact was made, with the customer or its whole group."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from creditmate.db.contact_details import last_said
from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contact_channels import Way
from creditmate.domain.contact_purpose import (
    REPLY_DAYS,
    Occasion,
    as_it_ended,
    purpose_now,
)
from creditmate.domain.contact_steps import Step
from creditmate.domain.dates import Calendar
from creditmate.domain.group_cases import group_case
from creditmate.domain.left_out import overdue
from creditmate.domain.next_steps import is_person
from creditmate.domain.promises import NOT_KEPT
from creditmate.domain.rows import CustomerRow
from creditmate.domain.workcase import Case
from creditmate.domain.worklist import Kind, Line, line_at_any_size, step_taken
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
    return _Waiting(customer, file, day).purpose(call)


def purpose_and_step(
    customer: CustomerRow, file: CustomerFile | None, call: CallNote, day: date
) -> tuple[Purpose, Step | None]:
    """Return the same, and the step of the policy that the contact takes, if it takes one.

    It is the step that Today has of them on that day, or would have were nothing against
    contacting them; what the user said goes before that.
    """
    waiting = _Waiting(customer, file, day)
    purpose = waiting.purpose(call)
    return purpose, call.step or waiting.step(call, purpose)


_READ = frozenset({Way.LETTER, Way.EMAIL})
"""In which a letter before action can be sent."""


def _answers(line: Line, customer: int, name: str) -> bool:
    """Whether a contact answers a call-back: with whom of a group it was agreed, or that person."""
    return line.member in {None, customer} or is_person(name, line.person)


class _Waiting:
    """What was waiting to be answered with a customer, read when it is asked about."""

    def __init__(self, customer: CustomerRow, file: CustomerFile | None, day: date) -> None:
        self._customer, self._file, self._day = customer, file, day

    def purpose(self, call: CallNote) -> Purpose:
        """Return why a contact is made."""
        attempt = call.is_attempt
        if call.purpose is not None:
            return as_it_ended(call.purpose, attempt=attempt)
        if call.incoming:
            return Purpose.INCOMING
        calendar = customer_calendar(self._customer.country, self._day, self._customer.region)
        about = self._customer.id, call.with_name
        occasion = _occasion(self._case, self._members, self._day, calendar, about)
        return purpose_now(occasion, self._day, incoming=False, attempt=attempt)

    def step(self, call: CallNote, purpose: Purpose) -> Step | None:
        """Return the step that a contact takes."""
        made = Touch(self._day, purpose, call.channel, reached=not call.is_attempt)
        if not made.followed_up:
            return None
        written = call.way in _READ
        taken = step_taken(self._case, self._day, work_policy(self._day), written=written)
        if taken is None or taken.before_due or self._owes:
            return taken
        return Step.COURTESY  # what its group is asked for next was not spoken of there

    @cached_property
    def _members(self) -> Sequence[int]:
        return budget_group(self._customer)

    @property
    def _owes(self) -> bool:
        """Whether they speak for their group, or anything of their own is overdue."""
        own = next(case for case in self._cases if case.customer == self._customer.id)
        return own is self._cases[0] or bool(overdue(own.entries, self._day))

    @cached_property
    def _cases(self) -> Sequence[Case]:
        if self._file is not None and len(self._members) == 1:
            return [self._file.case]
        files = read_files(self._members, self._day, learnt_book(self._day))
        return [file.case for file in files]

    @cached_property
    def _case(self) -> Case:
        head, *branches = self._cases
        return group_case(head, branches, self._day) if branches else head


def _occasion(
    case: Case,
    members: Sequence[int],
    day: date,
    calendar: Calendar,
    about: tuple[int, str],
) -> Occasion:
    line = line_at_any_size(case, day, work_policy(day))
    if line is not None and line.kind is Kind.CALL_BACK and not _answers(line, *about):
        line = None
    passed = [s.promise.until_day for s in case.standings if s.state in NOT_KEPT]
    said = [found for member in members if (found := last_said(member, day)) is not None]
    before = max(said, key=lambda one: (one.day, one.id), default=None)
    asks = before is not None and before.incoming
    return Occasion(
        line=None if line is None or line.ours_alone else line.kind,
        passed_on=max(passed, default=None),
        said_on=None if before is None else before.day,
        reply_until=calendar.add_working_days(before.day, REPLY_DAYS) if before and asks else None,
    )
