"""Taking back what was arranged outside a call: plans, more time, and what was done with them."""

from creditmate.db.extensions import rests_on_time, time_made_in, void_time
from creditmate.db.gateway import Gateway
from creditmate.db.plan_undo import made_in, rests_on_plan, void_made
from creditmate.db.promises import ended_in, void_endings
from creditmate.domain.plan_refusals import PlanWhy, plan_refused


def undo_arranged(gateway: Gateway, action: int) -> None:
    """Void what an action arranged, with what it ended: promises and time given hold again.

    Raises:
        UserError: ``PLAN_REFUSED``: it is taken back already, or something was done since with
            what it made.
    """
    plans, time = made_in(action), time_made_in(action)
    if not (plans.plans or plans.events or time.extensions or time.events):
        raise plan_refused(PlanWhy.RESTS)
    rests = [rests_on_plan(plan, action) for plan in plans.plans]
    rests += [rests_on_time(extension, action) for extension in time.extensions]
    if any(rests):
        raise plan_refused(PlanWhy.RESTS)
    with gateway.write("undo-arrangement", undoes=action) as writing:
        void_made(writing, plans)
        void_time(writing, time)
        void_endings(writing, ended_in(action))
