"""Lines put off, and steps of the policy that customers are said to be at: set by hand."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.gateway import Writing
from creditmate.db.models import Action, Snooze, StepSet
from creditmate.db.prepared import Argument, Query, about_customers, listed, prepared
from creditmate.domain.contact_steps import Step, StepMark
from creditmate.domain.contacting import PutOff


def put_offs(customers: Sequence[int] | None, as_at: date) -> dict[int, PutOff]:
    """Return what is put off as at a day, by customer; what was ended or is over is left out.

    Args:
        customers: Only these; None for all.
        as_at: What is put down later is not known.
    """
    latest = {}
    for customer, until, kind, reason in _snoozes(customers, as_at):
        latest[customer] = PutOff(date.fromisoformat(until), reason, kind)
    return {customer: known for customer, known in latest.items() if known.until > as_at}


@about_customers(Snooze.customer_id)
def _snoozes(as_at: Argument) -> Query:
    return (
        Snooze.select(Snooze.customer_id, Snooze.until_day, Snooze.kind, Snooze.reason)
        .where((Snooze.day <= as_at) & Snooze.void_action_id.is_null())
        .order_by(Snooze.id)
    )


def step_marks(customers: Sequence[int], as_at: date) -> dict[int, StepMark]:
    """Return the step that each of these customers was last said to be at."""
    return {
        customer: StepMark(Step(step), date.fromisoformat(day))
        for customer, step, day in _steps(list(customers), as_at)
    }


@prepared
def _steps(customers: Argument, as_at: Argument) -> Query:
    return (
        StepSet.select(StepSet.customer_id, StepSet.step, StepSet.day)
        .where(StepSet.customer_id.in_(listed(customers)) & (StepSet.day <= as_at))
        .where(StepSet.void_action_id.is_null())
        .order_by(StepSet.id)
    )


# ---------------------------------------------------------------- writing
def add_put_off(writing: Writing, customer: int, day: date, put_off: PutOff) -> int:
    """Put a customer's line off."""
    return writing.add(
        Snooze,
        customer_id=customer,
        day=day,
        until_day=put_off.until,
        kind=put_off.kind,
        reason=put_off.reason,
    )


def add_step(writing: Writing, customer: int, mark: StepMark, reason: str) -> int:
    """Put down at which step a customer is."""
    return writing.add(
        StepSet, customer_id=customer, day=mark.day, step=mark.step.value, reason=reason
    )


def set_by(action: int) -> tuple[list[int], list[int]]:
    """Return the ids of what an action put off, and of the steps it set, that stand."""
    return (
        [row.id for row in Snooze.select(Snooze.id).where(_stands(Snooze, action))],
        [row.id for row in StepSet.select(StepSet.id).where(_stands(StepSet, action))],
    )


def _stands(model: type[Snooze] | type[StepSet], action: int) -> Query:
    return (model.action_id == action) & model.void_action_id.is_null()


def is_by_hand(action: int, use_cases: Sequence[str]) -> bool:
    """Whether an action is one of these use-cases, so that it made nothing else."""
    row = Action.get_or_none(Action.id == action)
    return row is not None and row.use_case in use_cases


def take_back(writing: Writing, action: int) -> None:
    """Void what an action put off or set: it never was."""
    snoozes, steps = set_by(action)
    writing.void(Snooze, snoozes)
    writing.void(StepSet, steps)
