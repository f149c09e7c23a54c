"""Draws the papers of diary and visits from the sample ledger, page by page, as the gallery does.

In English, and in words two fifths longer: papers grow with their words, not with a window.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from creditmate.documents.call_sheet import draw_call_sheet
from creditmate.documents.contact_history import draw_history
from creditmate.documents.help_sheet_paper import draw_help_sheet
from creditmate.documents.papers import CheckedPaper
from creditmate.documents.plan_agreement import draw_plan
from creditmate.documents.raster import page_forms
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.story import StoryWanted
from creditmate.services.call_sheet_papers import SheetWanted
from creditmate.services.history_papers import HistoryWanted
from creditmate.services.program import Program
from creditmate.ui.kit.page_image import page_image
from tools.visit_paper_pictures import visit_papers

_CODE = "BRIN01"
_FINE = 110
"""Dots per inch: as the pictures that they are compared with."""


def paper_pictures(program: Program, locale: str, folder: Path) -> Iterator[Path]:
    """Draw each page of each paper into a folder.

    Args:
        program: With a copy of the sample ledger open: a plan is agreed in it, if there is none.
        locale: Of the words.
        folder: Where the pictures go.
    """
    for name, checked in _papers(program, locale):
        pdf = checked.drawn.pdf
        for number in range(len(page_forms(pdf))):
            path = folder / f"paper-{name}-{number + 1}-{locale}.png"
            page_image(pdf, number, _FINE).save(str(path))
            yield path


def _papers(program: Program, locale: str) -> Iterator[tuple[str, CheckedPaper]]:
    plan = program.ask(lambda: program.plan_papers.paper(_plan(program)))
    yield "plan", draw_plan(replace(plan, locale=locale))
    for name, facts_only in (("history", False), ("history-facts", True)):
        wanted = HistoryWanted(StoryWanted(first=_first(program)), facts_only=facts_only)
        history = program.ask(partial(program.history_papers.paper, _CODE, wanted))
        yield name, draw_history(replace(history, locale=locale))
    sheet = program.ask(lambda: program.call_sheet_papers.paper(SheetWanted(top=4)))
    yield "call-sheet", draw_call_sheet(replace(sheet, locale=locale))
    help_sheet = program.ask(lambda: program.help_sheet_papers.draft(_CODE))
    yield "help-sheet", draw_help_sheet(replace(help_sheet, locale=locale))
    yield from visit_papers(program, locale)


def _first(program: Program) -> date:
    return program.clock.today - timedelta(days=92)


def _plan(program: Program) -> str:
    """A plan of the sample; one is agreed where it has none."""
    today = program.clock.today
    known = program.plans.of_customer(_CODE, today)
    if known:
        return known[0].standing.plan.number
    terms = PlanTerms(first=today + timedelta(days=25), parts=3)
    return str(program.plans.agree(_CODE, terms).id)
