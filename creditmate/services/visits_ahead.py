"""The visits that customers know of and that nobody has told of yet."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db.visits_told import told_of
from creditmate.domain.errands import VisitAhead
from creditmate.domain.next_steps import About
from creditmate.domain.rows import TaskRow
from creditmate.domain.visit_standing import standing, was_told_to_them
from creditmate.domain.visits import VisitEvent


def visits_ahead(tasks: Mapping[int, Sequence[TaskRow]], as_at: date) -> dict[int, VisitAhead]:
    """Return the first such visit of each customer; who has none is not in it.

    One that was only noted is known where it was agreed with them.

    Args:
        tasks: Next steps that are not done, by customer.
        as_at: The day.
    """
    planned = {t.id for rows in tasks.values() for t in rows if t.about == About.VISIT}
    if not planned:  # as with nearly all: nothing is read
        return {}
    events, found = told_of(planned, as_at), dict[int, VisitAhead]()
    for customer, rows in tasks.items():
        ahead = [_ahead(task, events, as_at) for task in rows if task.id in planned]
        known = [visit for visit in ahead if visit is not None]
        if known:
            found[customer] = min(known)
    return found


def _ahead(
    task: TaskRow, events: Mapping[int, Sequence[VisitEvent]], as_at: date
) -> VisitAhead | None:
    if task.agreed:
        return VisitAhead(task.day)
    happened = events.get(task.id, ())
    if not was_told_to_them(happened, as_at):
        return None
    return VisitAhead(task.day, standing(happened, task.day, as_at).confirmed is not None)
