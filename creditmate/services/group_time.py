"""More time that a head office asks for: where no items are named it is for its branches too.

A promise of a head office is for its whole group, and so is the time it is given: each member has
it for its own items, in the one talk in which it was given. A branch asks for itself alone.
"""

from collections.abc import Sequence
from datetime import date

from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Writing
from creditmate.db.groups import branches_of
from creditmate.db.promises import withdraw_promises
from creditmate.domain.extensions import NewExtension
from creditmate.domain.left_out import overdue
from creditmate.domain.rows import CustomerRow
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.extension_writing import (
    entries_meant,
    in_plans,
    put_down_extension,
    taken_over,
)
from creditmate.services.lateness import learnt_book
from creditmate.services.promises_about import promises_about


def put_down_time(  # noqa: PLR0913 - what a contact has to hand
    writing: Writing,
    customer: CustomerRow,
    file: CustomerFile,
    new: NewExtension,
    today: date,
    *,
    interaction: int | None = None,
) -> int:
    """Put down that more time was given to a customer, for its branches too, and return its id.

    Raises:
        UserError: As ``put_down_extension``.
    """
    late = () if new.entries else _late_branches(customer.id, today)
    if not late:
        return put_down_extension(writing, customer, file, new, today, interaction=interaction)
    files = (file, *late) if _may_wait(file, today) else late
    who = {customer.id: customer, **customers_by_id([one.case.customer for one in late])}
    entries = {one.case.customer: entries_meant(one, new, today) for one in files}
    made = [
        put_down_extension(
            writing, who[one.case.customer], one, new, today, interaction=interaction
        )
        for one in files
    ]
    every = [entry for own in entries.values() for entry in own]
    ended = taken_over(file, files, every, new.to_day, today)
    own = promises_about(file, entries.get(customer.id, ()), new.to_day)  # ended with its own
    withdraw_promises(writing, [id_ for id_ in ended if id_ not in own], today)
    return made[0]


def _late_branches(customer: int, today: date) -> Sequence[CustomerFile]:
    branches = branches_of([customer]).get(customer, ())
    if not branches:
        return ()
    files = read_files(list(branches), today, learnt_book(today))
    return [file for file in files if file.rest is None and _may_wait(file, today)]


def _may_wait(file: CustomerFile, today: date) -> bool:
    """Whether anything overdue of a member may have more time: not what is in a plan."""
    planned = in_plans(file)
    free = [
        portion.entry
        for portion in file.case.portions(today)
        if portion.entry.id not in planned and portion.disputed_minor < portion.entry.open_minor
    ]
    return bool(overdue(free, today))
