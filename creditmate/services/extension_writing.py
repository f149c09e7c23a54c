"""More time put down: for which items, and whose place it takes."""

from collections.abc import Iterable
from datetime import date

from creditmate.db import extensions as stored
from creditmate.db.gateway import Writing
from creditmate.db.promises import withdraw_promises
from creditmate.domain.extensions import ExtensionEnd, NewExtension, replaced_by
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plans import RUNNING_OR_DEFAULTED
from creditmate.domain.rows import CustomerRow
from creditmate.domain.time_beside import promised_about, takes_place
from creditmate.services.cases import CustomerFile
from creditmate.services.promises_about import promises_about
from creditmate.services.typed_texts import one_line, some_lines

_LINE, _TEXT = 120, 1000


def put_down_extension(  # noqa: PLR0913 - what a contact has to hand
    writing: Writing,
    customer: CustomerRow,
    file: CustomerFile,
    new: NewExtension,
    today: date,
    *,
    interaction: int | None = None,
) -> int:
    """Put down that more time was given, within an action, and return its id.

    Time given before for nothing but the same items is replaced; a promise about nothing else by a
    day of that time ends where it was for all of it, or its day has passed: they have been given
    longer. One of a part stands: the time is for the rest.

    Raises:
        UserError: ``PLAN_REFUSED``: the day has passed, no reason is given, nothing of it is open
            or may be asked for anyhow, or it is in a plan; ``FIELD_REFUSED``.
    """
    because = some_lines("plan.because", new.because, _TEXT)
    if new.to_day <= today:
        raise plan_refused(PlanWhy.TO_PAST, day=new.to_day, today=today)
    if not because:
        raise plan_refused(PlanWhy.NO_REASON)
    entries = entries_meant(file, new, today)
    made = stored.add_extension(
        writing,
        entries,
        customer_id=customer.id,
        interaction_id=interaction,
        day=today,
        to_day=new.to_day,
        staff_id=writing.staff_id,
        by_whom=one_line("plan.by_whom", new.by_whom, _LINE),
        interest=new.interest.value,
        reason=because,
    )
    replaced = replaced_by(file.case.extensions, entries)
    stored.end_extensions(writing, replaced, ExtensionEnd.REPLACED, today)
    withdraw_promises(writing, taken_over(file, (file,), entries, new.to_day, today), today)
    return made


def taken_over(
    file: CustomerFile,
    files: Iterable[CustomerFile],
    entries: list[int],
    to_day: date,
    today: date,
) -> list[int]:
    """Return the promises whose place more time takes.

    Args:
        file: Of whom promised.
        files: Of everybody who is given time: the customer, or its group.
        entries: The items that get it.
        to_day: The last day of it.
        today: The day on which it is given.
    """
    about = set(promises_about(file, entries, to_day))
    promised = promised_about(file.case.standings, entries, today)
    room = sum(
        one.entry.open_minor - one.disputed_minor
        for each in files
        for one in each.case.portions(today)
        if one.entry.id in entries
    )
    return [
        one.promise.id
        for one in file.case.standings
        if one.promise.id in about and takes_place(one.promise, today, promised, room)
    ]


def entries_meant(file: CustomerFile, new: NewExtension, today: date) -> list[int]:
    """Return the entries that get more time: those named, what is overdue, or all that is open.

    Raises:
        UserError: ``PLAN_REFUSED``: nothing of it is open, or it is in a plan.
    """
    planned = in_plans(file)
    portions = [p for p in file.case.portions(today) if p.disputed_minor < p.entry.open_minor]
    if not new.entries:
        free = [p for p in portions if p.entry.id not in planned]
        found = [p for p in free if p.days_late(today) > 0]
        in_plan = (p.entry.id for p in portions if p not in free and p.days_late(today) > 0)
        if not found and (planned_entry := next(in_plan, None)) is not None:
            raise plan_refused(PlanWhy.PART_OF_PLAN, number=planned[planned_entry])
        found = found or free
        if not found:
            raise plan_refused(PlanWhy.NOTHING_OPEN)
        return [portion.entry.id for portion in found]
    known = {portion.entry.id for portion in portions}
    if missing := [entry for entry in new.entries if entry not in known]:
        raise plan_refused(PlanWhy.NOT_OPEN, found=missing)
    for entry in new.entries:
        if entry in planned:
            raise plan_refused(PlanWhy.PART_OF_PLAN, number=planned[entry])
    return list(dict.fromkeys(new.entries))


def in_plans(file: CustomerFile) -> dict[int, str]:
    """Return the entries of plans that run or are in default, each with its plan's number."""
    return {
        entry: one.plan.number
        for one in file.case.plans
        if one.state in RUNNING_OR_DEFAULTED
        for entry in one.plan.entries
    }
