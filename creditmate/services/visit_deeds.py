"""What is done with a visit within an action: steps done, events, another day, and its end."""

from collections.abc import Collection
from datetime import date, time

from creditmate.db import visit_writing as db
from creditmate.db.gateway import Writing
from creditmate.domain.visit_steps import due_day, moved_step_day
from creditmate.domain.visits import (
    Preparation,
    PreparationStep,
    VisitChange,
    VisitEvent,
    VisitEventKind,
    VisitFile,
)
from creditmate.services.place_clocks import visit_zone
from creditmate.services.visit_calendars import both_calendars

_DONE_BY = {
    VisitEventKind.AGENDA_SENT: (Preparation.SEND_AGENDA,),
    VisitEventKind.CONFIRMED: (Preparation.CONFIRM,),
    VisitEventKind.RECONFIRMED: (Preparation.CONFIRM, Preparation.RECONFIRM),
}
_OUTDATED = (Preparation.SEND_AGENDA, Preparation.CONFIRM, Preparation.RECONFIRM)
"""What is to be done again once a visit is on another day or at another hour."""


def put_down_event(writing: Writing, file: VisitFile, event: VisitEvent) -> int:
    """Put down what happened to a visit and return its id; the steps that it does are done."""
    for step in _DONE_BY.get(event.kind, ()):
        close_step(writing, file, step, event.day, event.interaction)
    db.touch_visit(writing, file.visit.id)
    return db.add_event(writing, file.visit.id, event)


def close_step(
    writing: Writing,
    file: VisitFile,
    kind: Preparation,
    day: date,
    interaction: int | None = None,
) -> None:
    """Put down that a step was done; one done before stays as it was."""
    tasks = [s.task for s in file.steps if s.kind is kind and s.done_day is None]
    _close(writing, tasks, day, interaction)


def end_visit(writing: Writing, file: VisitFile, day: date, interaction: int | None = None) -> None:
    """Put down that nothing more is to be done with a visit: its next steps are closed.

    Closed is not done: of one told it says the contact, ``interaction``, of one called off nothing
    else would.
    """
    undone = [step for step in file.steps if step.done_day is None]
    _close(writing, [*(step.task for step in undone), file.visit.task], day, interaction)
    if interaction is None:
        for step in undone:
            db.take_out_preparation(writing, step.id, day)
    db.end_visit(writing, file.visit.id, day)


def leave_visit(writing: Writing, file: VisitFile, day: date, interaction: int) -> None:
    """Put down that somebody went there in vain: it goes on once another day is agreed.

    Nothing is to be prepared for a day that has gone; on the next one it is (``set_visit``).
    """
    tasks = [step.task for step in file.steps if step.done_day is None]
    _close(writing, [*tasks, file.visit.task], day, interaction)


def _close(writing: Writing, tasks: Collection[int], day: date, interaction: int | None) -> None:
    for task in tasks:
        db.edit_step(writing, task, done_day=day, done_by_interaction_id=interaction)


def put_down_move(
    writing: Writing, file: VisitFile, to: tuple[date, time | None], because: str, today: date
) -> None:
    """Put down that a visit is at another time, by the clock of its zone, and set it there."""
    visit, (day, at) = file.visit, to
    event = VisitEvent(
        VisitEventKind.MOVED, today, from_day=visit.day, from_at=visit.at, to_day=day, to_at=at,
        note=because,
    )  # fmt: skip
    put_down_event(writing, file, event)
    set_visit(writing, file, day, at, today)


def put_down_changed(
    writing: Writing, file: VisitFile, change: VisitChange, because: str, today: date
) -> None:
    """Put down that what the customer holds of a visit no longer says what holds.

    Args:
        writing: The action.
        file: The visit as it is now.
        change: What was changed; the day and the hour were not.
        because: Why, or ''.
        today: The day.
    """
    visit, at_place = file.visit, change is VisitChange.PLACE
    event = VisitEvent(
        VisitEventKind.MOVED, today, way=change.value, from_day=visit.day, from_at=visit.at,
        to_day=visit.day, to_at=visit.at, note=because,
    )  # fmt: skip
    put_down_event(writing, file, event)
    again = _OUTDATED if at_place else (Preparation.SEND_AGENDA,)
    calendars = both_calendars(visit.customer, visit.site, today, visit.day)
    for step in file.steps:
        if step.kind in again and step.done_day is not None:
            due = due_day(step.kind, visit.day, calendars, today)
            db.edit_step(writing, step.task, day=due, done_day=None, done_by_interaction_id=None)


def set_visit(writing: Writing, file: VisitFile, day: date, at: time | None, today: date) -> None:
    """Put a visit on another day, or at another hour of its zone, and its steps with it.

    A step in our own words keeps its distance. An agenda that was sent, and what they confirmed,
    are for a day that has gone: those steps are to be done again, and so is what nobody did.
    """
    visit = file.visit
    stored = None if at is None else f"{at:%H:%M}"
    zone = visit_zone(visit.customer, visit.site, visit.zone) if at else ""
    db.edit_step(
        writing, visit.task, day=day, at=stored, zone=zone, done_day=None,
        done_by_interaction_id=None,
    )  # fmt: skip
    calendars = both_calendars(visit.customer, visit.site, today, day)
    for step in file.steps:
        if step.done_day is not None and not _is_to_be_done_again(step):
            continue
        if step.kind is Preparation.OTHER:
            due = moved_step_day(step.due_day, visit.day, day, today)
        else:
            due = due_day(step.kind, day, calendars, today)
        db.edit_step(writing, step.task, day=due, done_day=None, done_by_interaction_id=None)
    db.touch_visit(writing, visit.id)


def _is_to_be_done_again(step: PreparationStep) -> bool:
    again = step.kind in _OUTDATED or step.kind is Preparation.REPORT
    return again or step.talk is not None
