"""The papers of visits of the sample ledger, to be drawn page by page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from creditmate.documents.papers import CheckedPaper
from creditmate.documents.route_sheet import draw_route
from creditmate.documents.visit_agenda import draw_agenda
from creditmate.documents.visit_cover import draw_cover
from creditmate.documents.visit_pack import draw_pack
from creditmate.documents.visit_thanks import draw_thanks
from creditmate.domain.visits import VisitState
from creditmate.services.program import Program
from creditmate.services.visit_lists import VisitPick

_PRINTED = time(10, 20)
"""Never the real hour: two runs draw the same pictures."""


def visit_papers(program: Program, locale: str) -> Iterator[tuple[str, CheckedPaper]]:
    """Draw what goes along with a visit, and what follows it.

    Args:
        program: With a copy of the sample ledger open.
        locale: Of the words.

    Yields:
        What each is called, and the paper.
    """
    today = program.clock.today
    coming = program.ask(lambda: program.visits.all(today, VisitPick.UPCOMING))[0]
    agenda = program.ask(lambda: program.visit_agendas.draft(coming.number))
    yield "visit-agenda", draw_agenda(replace(agenda, locale=locale))
    yield "visit-cover", draw_cover(replace(agenda, locale=locale))
    pack = program.ask(lambda: program.visit_packs.paper(coming.number))
    printed = datetime.combine(today, _PRINTED, pack.printed.tzinfo)
    yield "visit-pack", draw_pack(replace(pack, locale=locale, printed=printed))
    for sheet in program.ask(lambda: program.route_papers.papers(coming.file.visit.day)):
        yield "visit-route", draw_route(replace(sheet, locale=locale, printed=printed))
    ended = program.ask(lambda: program.visits.all(today, VisitPick.DONE))
    told = next(row for row in ended if row.standing.state is VisitState.REPORTED)
    thanks = program.ask(lambda: program.visit_letters.draft(told.number))
    yield "visit-thanks", draw_thanks(replace(thanks, locale=locale))
