"""The self-test's visit: planned with its steps, moved after its agenda was sent, and costed."""

from datetime import time, timedelta

from creditmate.domain.money import Money
from creditmate.domain.visit_plan import PlanIssue, VisitPlan
from creditmate.domain.visits import IssueKind, VisitState
from creditmate.services.program import Program

_COST = Money(165_87, "GBP")
"""Three hours fifty at 32.00, and 96 miles at 45p."""


def visit_planned(program: Program, code: str) -> tuple[str, dict[str, bool]]:
    """Plan a visit in the open ledger, send its agenda, and move it.

    Returns:
        Its number, and whether what has to be so is.
    """
    visits, today = program.visits, program.clock.today
    plan = VisitPlan(
        today + timedelta(days=20), time(10, 30), "To hear how our deliveries work for you.",
        issues=(PlanIssue("The account", kind=IssueKind.ACCOUNT),), travel_minutes=85,
        distance_tenths=960,
    )  # fmt: skip

    def deeds() -> tuple[str, dict[str, bool]]:
        named = str(visits.plan(code, plan).id)
        visits.agenda_sent(named, "email")
        visits.move(named, plan.day + timedelta(days=1), plan.at, "")
        page = visits.show(named, today)
        file, standing = page.file, page.row.standing
        return file.visit.number, {
            "planned": standing.state is VisitState.PLANNED,
            "agenda outdated": standing.agenda_outdated,
            "cost": page.worth.cost.total == _COST,
            "hour filled": sum(slot.minutes for slot in file.visit.slots) == plan.minutes,
            "steps before": all(step.due_day <= file.visit.day for step in file.steps),
        }

    return program.ask(deeds)
