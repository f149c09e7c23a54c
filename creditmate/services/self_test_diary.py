"""The self-test's papers of the diary: an agreement issued and read back, and a history."""

from datetime import timedelta

from creditmate.documents.contact_history import draw_history
from creditmate.documents.read_back import page_texts
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import PlanTerms
from creditmate.services.history_papers import HistoryWanted
from creditmate.services.plan_papers import PlanIssue
from creditmate.services.program import Program

_OWED, _PARTS = 100_000, ("333.33", "333.34")
"""Three parts of 1,000.00: what does not go up stands on the last."""


def plan_read_back(program: Program, code: str) -> tuple[str, int, dict[str, bool]]:
    """Agree a plan in the open ledger and read what is printed of it.

    Returns:
        Its number and size, and whether what has to be there is.
    """
    first = program.clock.today + timedelta(days=20)
    terms = PlanTerms(first=first, parts=3, amount=Money(_OWED, "GBP"))
    plan = program.ask(lambda: program.plans.agree(code, terms)).id
    issue = PlanIssue(program.plan_papers, program.ask)
    issued, again = issue.issue(str(plan)), issue.issue(str(plan))
    text = "\n".join(page_texts(issued.pdf))
    found = {expected: expected in text for expected in (issued.number, *_PARTS)}
    return issued.number, len(issued.pdf), found | {"stored": again.pdf == issued.pdf}


def history_read_back(program: Program, code: str) -> tuple[int, dict[str, bool]]:
    """Draw a customer's history, and read what may be handed to others.

    Returns:
        The size of the paper, and whether what has to be there is.
    """
    wanted = HistoryWanted(facts_only=True)
    paper = program.ask(lambda: program.history_papers.paper(code, wanted))
    drawn = draw_history(paper).drawn
    text = "\n".join(page_texts(drawn.pdf))
    return len(drawn.pdf), {"name": paper.customer_name in text, "one page": drawn.pages == 1}
