"""Which of the next steps set before a contact takes the place of, or tries in vain."""

from dataclasses import replace
from datetime import date

from creditmate.db import next_steps
from creditmate.domain.contact_channels import WRITTEN
from creditmate.domain.next_steps import About
from creditmate.domain.rows import CustomerRow
from creditmate.domain.steps_answered import Answered, Approach, is_for_part
from creditmate.services.account_briefs import accounts
from creditmate.services.call_notes import CallNote
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.talk_facts import budget_group


def answered_steps(customer: CustomerRow, call: CallNote, day: date) -> Answered:
    """Return what a contact of a day does to the steps, before it is put down."""
    if with_step(customer.id, call, day)[1]:
        return Answered()
    (file,) = read_files([customer.id], day, learnt_book(day))
    approach = approach_to(customer, file, call, day)
    return next_steps.steps_answered(steps_of(customer), approach)


def steps_of(customer: CustomerRow) -> list[int]:
    """Return whose next steps a contact with a customer may answer: its own, then its group's."""
    return [customer.id, *(id_ for id_ in budget_group(customer) if id_ != customer.id)]


def approach_to(customer: CustomerRow, file: CustomerFile, call: CallNote, day: date) -> Approach:
    """Return a contact as the steps before it see it."""
    person = contact_called(file, call.with_name)
    known = (row.name for row in file.contacts if row.id == person)
    in_vain = not (call.outcome.reached or call.incoming)
    name = next(known, call.with_name)
    return Approach(
        customer=customer.id,
        day=day,
        person=None if in_vain else name,
        written=call.channel in WRITTEN,
        again=call.next_day is not None,
        incoming=call.incoming,
        for_part=call.promised is not None
        and is_for_part(call.promised, (one.pay_now for one in accounts(file, day))),
        tried=name,
    )


def with_step(customer: int, call: CallNote, today: date) -> tuple[CallNote, bool]:
    """Return a contact with its next step, and whether those set before stand.

    What is written may leave them as they are: the earliest of them is its own.
    """
    if call.channel not in WRITTEN or call.next_day is not None or call.none_because.strip():
        return call, False
    tasks = next_steps.open_tasks([customer], today).get(customer, [])
    days = [task.day for task in tasks if task.about == About.TALK.value]
    return (replace(call, next_day=min(days)), True) if days else (call, False)


def contact_called(file: CustomerFile, name: str) -> int | None:
    """Return the contact of this name, or whose first or last name it is if only one has it."""
    wanted = name.strip().casefold()
    exact = [row.id for row in file.contacts if row.name.casefold() == wanted]
    partly = [row.id for row in file.contacts if wanted in row.name.casefold().split()]
    found = exact or partly
    return found[0] if len(found) == 1 else None
