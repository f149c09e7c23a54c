"""Taking back what an action did with plans."""

from dataclasses import dataclass

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import Plan, PlanEvent

_AGREED = Plan.void_action_id.is_null()
_HAPPENED = PlanEvent.void_action_id.is_null()


@dataclass(frozen=True, slots=True)
class MadeIn:
    """What an action did with plans: those it agreed, and its events, by ids."""

    plans: tuple[int, ...]
    events: tuple[int, ...]
    customer: int | None


def made_in(action: int) -> MadeIn:
    """Return what an action did with plans and still stands."""
    own = (Plan.action_id == action) & _AGREED
    plans = list(database.execute(Plan.select(Plan.id, Plan.customer_id).where(own)))
    events = PlanEvent.select(PlanEvent.id).where((PlanEvent.action_id == action) & _HAPPENED)
    found = tuple(id_ for (id_,) in database.execute(events))
    customer = plans[0][1] if plans else None
    return MadeIn(tuple(id_ for id_, _ in plans), found, customer)


def rests_on_plan(plan: int, action: int) -> bool:
    """Whether anything was done with a plan by another action than the one that agreed it."""
    query = PlanEvent.select(PlanEvent.id).where(
        (PlanEvent.plan_id == plan) & (PlanEvent.action_id != action) & _HAPPENED
    )
    return next(iter(database.execute(query)), None) is not None


def void_made(writing: Writing, made: MadeIn) -> None:
    """Void what an action did with plans: it never was."""
    writing.void(PlanEvent, made.events)
    writing.void(Plan, made.plans)
