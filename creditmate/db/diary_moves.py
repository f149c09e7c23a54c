"""Putting next steps elsewhere in the diary, and taking them out; each as it was read."""

from datetime import date, time

from creditmate.db.gateway import Writing
from creditmate.db.models import Task
from creditmate.domain.errors import Problem, UserError


def set_when(  # noqa: PLR0913, PLR0917 - the three of a planned hour
    writing: Writing, id_: int, version: int, day: date, at: time | None, zone: str
) -> None:
    """Put a next step on another day, or at another hour of its zone.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    stored = None if at is None else f"{at:%H:%M}"
    writing.edit(Task, id_, version, day=day, at=stored, zone=zone if at else "")


def require_version(id_: int, version: int) -> None:
    """See that a next step is still as it was read.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    if Task.select(Task.version).where(Task.id == id_).scalar() != version:
        raise UserError(Problem.CHANGED_MEANWHILE, entity="task", id=id_)


def take_out(writing: Writing, id_: int, version: int, day: date | None) -> None:
    """Take a next step out of the diary on a day; None puts it back.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(Task, id_, version, archived_day=day)
