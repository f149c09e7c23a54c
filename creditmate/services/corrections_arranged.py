"""What was arranged in a contact besides promises: time, a plan, a query; put right with it."""

from collections.abc import Iterable, Sequence
from datetime import date

from creditmate.db.dispute_register import dispute_rows
from creditmate.db.disputes import end_disputes
from creditmate.db.extensions import end_extensions, extension_by_id
from creditmate.db.gateway import Writing
from creditmate.db.made_in_contact import made_in
from creditmate.db.plans import add_plan_event, plan_by_id
from creditmate.domain.dispute_register import DisputePick
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.extensions import ExtensionEnd, ExtensionState
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plans import RUNNING_OR_DEFAULTED, PlanEvent, PlanEventKind
from creditmate.domain.put_right import InContact, Made
from creditmate.domain.workcase import Case
from creditmate.services.extensions import extension_rows
from creditmate.services.plan_lists import plan_rows


def arranged_in(contacts: Sequence[int], customer: int, as_at: date) -> list[InContact]:
    """Return the time, the plans and the queries that came of contacts and stand on a day."""
    made = {what: _ids(contacts, what) for what in Made}
    given = [extension_by_id(id_, as_at) for id_ in made[Made.EXTENSION]]
    time = extension_rows([one for one in given if one is not None], as_at)
    agreed = [plan_by_id(id_, as_at) for id_ in made[Made.PLAN]]
    plans = plan_rows([one for one in agreed if one is not None], as_at)
    asked = made[Made.DISPUTE]
    queries = dispute_rows(as_at, [customer], pick=DisputePick.OPEN) if asked else []
    return [
        *(
            InContact(Made.EXTENSION, row.standing.extension.id, day=row.standing.extension.to_day)
            for row in time
            if row.standing.state is ExtensionState.RUNNING
        ),
        *(
            InContact(Made.PLAN, row.standing.plan.id, row.standing.plan.number)
            for row in plans
            if row.standing.state in RUNNING_OR_DEFAULTED
        ),
        *(
            InContact(Made.DISPUTE, row.id, ", ".join(item.number for item in row.items))
            for row in queries
            if row.is_open and row.id in asked
        ),
    ]


def _ids(contacts: Sequence[int], what: Made) -> set[int]:
    return {id_ for contact in contacts for id_ in made_in(contact, what.value)}


def end_arranged(writing: Writing, ended: Iterable[InContact], day: date, note: str) -> None:
    """End what was heard wrong, from a day on, with what was said in truth."""
    for one in ended:
        if one.what is Made.EXTENSION:
            end_extensions(writing, [one.id], ExtensionEnd.WITHDRAWN, day, note)
        elif one.what is Made.PLAN:
            add_plan_event(writing, one.id, PlanEvent(PlanEventKind.CANCELLED, day, note))
        else:
            end_disputes(writing, [(one.id, DisputeEventKind.WITHDRAWN, day)])


def refuse_where_begun(case: Case, arranged: Iterable[InContact], promised: Sequence[int]) -> None:
    """Refuse to put a promise right with which a plan of the same talk begins: it stands in it.

    Args:
        case: The customer's.
        arranged: What else came of the talk, and stands.
        promised: The promises that were heard in it, by ids.

    Raises:
        UserError: ``PLAN_REFUSED`` with the plan's number.
    """
    heard = (one.promise for one in case.standings if one.promise.id in promised)
    meant = {entry for promise in heard for entry in promise.entries}
    plans = {one.id for one in arranged if one.what is Made.PLAN}
    for standing in case.plans:
        plan = standing.plan
        if plan.id in plans and not meant.isdisjoint(plan.entries):
            raise plan_refused(PlanWhy.BEGUN, number=plan.number)
