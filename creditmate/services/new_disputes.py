"""A question on its way into the ledger: alone, or with the call in which it was raised."""

from collections.abc import Mapping
from datetime import date

from creditmate.db.attachments import add_attachment
from creditmate.db.disputes import add_care, add_disputes
from creditmate.db.gateway import Writing
from creditmate.db.our_people import owners, staff_row
from creditmate.db.promises import withdraw_promises
from creditmate.domain.attachments import About, Subject
from creditmate.domain.disputes import ANSWER_DAYS, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow, OpenEntryRow
from creditmate.services.attachments import check_file
from creditmate.services.calendars import home_calendar
from creditmate.services.cases import CustomerFile
from creditmate.services.promises_about import promises_about, wholly_in_question
from creditmate.services.typed_texts import one_line, some_lines

_LONGEST_NAME, _LONGEST_NOTE = 120, 2000


def check_dispute(file: CustomerFile, new: NewDispute, today: date) -> None:
    """Refuse a question that does not fit the customer.

    Raises:
        UserError: ``FIELD_REFUSED`` with a field of ``dispute``: no item, one that is not open
            with this customer or is wholly in question already, more than is open of one, items
            in two currencies, a day that has passed; ``UNKNOWN_STAFF``; ``ATTACHMENT_REFUSED``.
    """
    if not new.items:
        raise refused("dispute.items", Why.EMPTY)
    ids = [item.entry for item in new.items]
    if len(set(ids)) < len(ids):
        raise refused("dispute.items", Why.TWICE)
    debits = {row.id: row for row in file.entries if row.due_day is not None}
    for item in new.items:
        _check_item(item, debits, _asked(file))
    if len({debits[id_].open.currency for id_ in ids}) > 1:
        raise refused("dispute.items", Why.TWO_CURRENCIES)
    if new.answer_by is not None and new.answer_by < today:
        raise refused("dispute.answer_by", Why.DAY_PASSED, day=new.answer_by)
    one_line("dispute.by_whom", new.by_whom, _LONGEST_NAME)
    tidy_note(new.note)
    tidy_note(new.evidence)
    check_owner(new.owner)
    for name, content in new.files:
        check_file(name, content)


def check_owner(owner: int | None) -> None:
    """Refuse somebody who is not, or no longer, among our people.

    Raises:
        UserError: ``UNKNOWN_STAFF``.
    """
    if owner is not None:
        row = staff_row(owner)
        if row is None or row.archived_day is not None:
            raise UserError(Problem.UNKNOWN_STAFF)


def tidy_note(text: str) -> str:
    """Return a note without blanks around it.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    return some_lines("dispute.note", text, _LONGEST_NOTE)


def put_down_dispute(  # noqa: PLR0913 - as whatever is put down in a call
    writing: Writing,
    customer: CustomerRow,
    file: CustomerFile,
    new: NewDispute,
    today: date,
    *,
    interaction: int | None,
) -> int:
    """Put a question down that was checked, with what shows it and who answers; return its id.

    Whoever looks after the customer answers it unless somebody is named, else who is at work. A
    promise about nothing but what is wholly in question now ends: nobody waits for it.
    """
    asked, rows = _asked(file), {row.id: row for row in file.entries}
    answer_by = new.answer_by or home_calendar(today).add_working_days(today, ANSWER_DAYS)
    raised = (
        customer.id, today, 0, new.reason.value, one_line("dispute.by_whom", new.by_whom,
        _LONGEST_NAME), answer_by, tidy_note(new.note), None,
    )  # fmt: skip
    items = [(0, item.entry, _minor(item, rows, asked)) for item in new.items]
    (dispute,) = add_disputes(writing, [raised], items)
    withdraw_promises(
        writing, promises_about(file, wholly_in_question(file, new.items, asked)), today
    )
    owner = new.owner or owners([customer.id]).get(customer.id) or writing.staff_id
    add_care(
        writing,
        dispute,
        day=today,
        staff_id=owner,
        answer_by_day=answer_by,
        interaction_id=interaction,
        evidence=tidy_note(new.evidence),
    )
    about = About(Subject.DISPUTE, dispute)
    for name, content in new.files:
        add_attachment(writing, content, customer.id, name, about)
    return dispute


def _check_item(
    item: Questioned, debits: Mapping[int, OpenEntryRow], asked: Mapping[int, int]
) -> None:
    row = debits.get(item.entry)
    if row is None:
        raise refused("dispute.items", Why.NOT_THEIRS, found=item.entry)
    free = row.open.minor - asked.get(item.entry, 0)
    if free <= 0:
        raise refused("dispute.items", Why.ASKED_ALREADY, found=row.number or item.entry)
    if item.amount is None:
        return
    if item.amount.currency != row.open.currency:
        raise refused("dispute.amount", Why.TWO_CURRENCIES)
    if not 0 < item.amount.minor <= free:
        most = Money(free, row.open.currency)
        raise refused("dispute.amount", Why.MORE_THAN_OPEN, most=most)


def _asked(file: CustomerFile) -> dict[int, int]:
    """What is in question already, by entry."""
    found: dict[int, int] = {}
    for row in file.disputed:
        found[row.entry_id] = found.get(row.entry_id, 0) + row.disputed.minor
    return found


def _minor(
    item: Questioned, rows: Mapping[int, OpenEntryRow], asked: Mapping[int, int]
) -> int | None:
    """How much is in question; all of an item of which nothing was paid or asked about before."""
    if item.amount is not None:
        return item.amount.minor
    row = rows[item.entry]
    free = row.open.minor - asked.get(item.entry, 0)
    return None if free == row.original.minor else free
