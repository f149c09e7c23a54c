"""The self-test's visit: planned, announced, moved, told, thanked for; its papers read back."""

from datetime import date, time, timedelta

from creditmate.documents.read_back import page_texts
from creditmate.documents.route_sheet import draw_route
from creditmate.documents.visit_pack import draw_pack
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_plan import PlanIssue, VisitPlan
from creditmate.domain.visit_report import Commitment, Findings, IssueOutcome, IssueResult
from creditmate.domain.visits import IssueKind, Side, VisitState
from creditmate.services.call_notes import CallNote
from creditmate.services.program import Program
from creditmate.services.visit_agendas import AgendaIssue
from creditmate.services.visit_report_notes import VisitReport
from creditmate.services.visit_thanks import ThanksIssue

_COST = Money(165_87, "GBP")
"""Three hours fifty at 32.00, and 96 miles at 45p."""
_WORDS, _FALL_BACK, _DEED = "hear how our deliveries work", "Half by Friday", "Send the notes"
_AT = time(10, 30)


def visit_told(program: Program, code: str) -> tuple[str, dict[str, bool]]:
    """Plan a visit in the open ledger, send its agenda, move it to today, tell of it, give thanks.

    Returns:
        Its number, and whether what has to be so is.
    """
    today = program.clock.today
    number, found = _planned(program, code)
    issue = AgendaIssue(program.visit_agendas, program.ask)
    first = issue.issue(number)
    program.ask(lambda: program.visit_mail.sent(number, first))
    program.ask(lambda: program.visits.move(number, today, _AT, ""))
    outdated = program.ask(lambda: program.visits.show(number, today)).row.standing
    second = issue.issue(number)
    said = _text(second.pdf)
    found |= {
        "agenda": _WORDS in _text(first.pdf),
        "agenda outdated": outdated.agenda_outdated,
        "agenda replaced": second.agenda.number == f"{number}/2" and "replaces" in said,
        "fall-back kept": _FALL_BACK not in said,
    }
    return number, found | _on_the_way(program, number, today) | _told(program, number, today)


def _planned(program: Program, code: str) -> tuple[str, dict[str, bool]]:
    visits, today = program.visits, program.clock.today
    plan = VisitPlan(
        today + timedelta(days=20), _AT, f"To {_WORDS} for you.",
        issues=(PlanIssue("The account", fall_back=_FALL_BACK, kind=IssueKind.ACCOUNT),),
        travel_minutes=85, distance_tenths=960,
    )  # fmt: skip

    def deeds() -> tuple[str, dict[str, bool]]:
        page = visits.show(str(visits.plan(code, plan).id), today)
        file = page.file
        return file.visit.number, {
            "planned": page.row.standing.state is VisitState.PLANNED,
            "cost": page.worth.cost.total == _COST,
            "hour filled": sum(slot.minutes for slot in file.visit.slots) == plan.minutes,
            "steps before": all(step.due_day <= file.visit.day for step in file.steps),
        }

    return program.ask(deeds)


def _on_the_way(program: Program, number: str, today: date) -> dict[str, bool]:
    """Draw what is taken along: both are for us."""
    pack = draw_pack(program.ask(lambda: program.visit_packs.paper(number)))
    sheets = program.ask(lambda: program.route_papers.papers(today))
    return {
        "pack": _FALL_BACK in _text(pack.drawn.pdf),
        "route": any("10:30" in _text(draw_route(one).drawn.pdf) for one in sheets),
    }


def _told(program: Program, number: str, today: date) -> dict[str, bool]:
    """Tell of it, and read the letter of thanks."""
    soon = today + timedelta(days=7)

    def report() -> VisitState:
        (issue,) = program.visits.show(number, today).file.visit.issues
        talk = CallNote("Ann Lee", Outcome.ALL_WELL, "All is well.", next_day=soon)
        findings = Findings(results=(IssueOutcome(issue.id, IssueResult.WANTED),))
        ours = Commitment(Side.OURS, soon, _DEED)
        program.visit_reports.report(number, VisitReport(talk, findings, (ours,)))
        return program.visits.show(number, today).row.standing.state

    state = program.ask(report)
    letter = ThanksIssue(program.visit_letters, program.ask).issue(number)
    return {
        "told": state is VisitState.REPORTED,
        "letter": _DEED in _text(letter.pdf) and _FALL_BACK not in _text(letter.pdf),
    }


def _text(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())
