"""In which field of a form what was refused about a plan, more time or a visit is said."""

from collections.abc import Mapping

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.plan_refusals import PlanWhy
from creditmate.domain.visit_refusals import VisitWhy

ITEMS, TO_DAY, BECAUSE = "plan.items", "plan.to_day", "plan.because"
_FIELDS: Mapping[PlanWhy, str] = {
    PlanWhy.NOTHING_OPEN: ITEMS,
    PlanWhy.NOT_OPEN: ITEMS,
    PlanWhy.IN_QUESTION: ITEMS,
    PlanWhy.IN_A_PLAN: ITEMS,
    PlanWhy.PART_OF_PLAN: ITEMS,
    PlanWhy.SEVERAL_CURRENCIES: ITEMS,
    PlanWhy.HOW_CUT: "parts",
    PlanWhy.TOO_MANY_PARTS: "parts",
    PlanWhy.PART_TOO_SMALL: "parts",
    PlanWhy.DOWN_TOO_MUCH: "down",
    PlanWhy.NO_FIRST: "first",
    PlanWhy.FIRST_PAST: "first",
    PlanWhy.TOO_FAR: "first",
    PlanWhy.DATES_TURNED: "first",
    PlanWhy.NO_REASON: BECAUSE,
    PlanWhy.BEYOND: BECAUSE,
    PlanWhy.NO_DAY: TO_DAY,
    PlanWhy.TO_PAST: TO_DAY,
}


def placed(error: UserError) -> UserError:
    """Return the error with the name of the field it is about, where it is about one."""
    if error.problem is Problem.VISIT_REFUSED and error.facts["why"] == VisitWhy.NO_REASON:
        return UserError(error.problem, **error.facts, field=BECAUSE)
    if error.problem is not Problem.PLAN_REFUSED or "field" in error.facts:
        return error
    field = _FIELDS.get(PlanWhy(str(error.facts["why"])))
    return error if field is None else UserError(error.problem, **error.facts, field=field)
