"""Every letter is in one language: days and amounts are of the language that its words are in.

Figures of invoices and statements follow the customer's locale (paper.md), as bookkeeping does.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from creditmate.documents.call_sheet import draw_call_sheet
from creditmate.documents.contact_history import draw_history
from creditmate.documents.help_sheet_paper import draw_help_sheet
from creditmate.documents.plan_agreement import draw_plan
from creditmate.documents.route_sheet import draw_route
from creditmate.documents.visit_agenda import draw_agenda
from creditmate.documents.visit_cover import draw_cover
from creditmate.documents.visit_pack import draw_pack
from creditmate.documents.visit_thanks import draw_thanks
from creditmate.documents.welcome_letter import draw_welcome
from tests.documents.pack_builders import PACK
from tests.documents.plan_builders import PAPER as PLAN
from tests.documents.route_builders import SHEET as ROUTE
from tests.documents.test_call_sheet import PAPER as CALLS
from tests.documents.test_contact_history import PAPER as HISTORY
from tests.documents.test_help_sheet_paper import PAPER as HELP
from tests.documents.test_visit_thanks import THANKS
from tests.documents.test_welcome_letter import PAPER as WELCOME
from tests.documents.visit_builders import AGENDA

Drawn = tuple[Callable[[Any], Any], Any]
PAPERS: dict[str, Drawn] = {
    "plan": (draw_plan, PLAN),
    "help sheet": (draw_help_sheet, HELP),
    "welcome": (draw_welcome, WELCOME),
    "history": (draw_history, HISTORY),
    "call sheet": (draw_call_sheet, CALLS),
    "agenda": (draw_agenda, AGENDA),
    "cover": (draw_cover, AGENDA),
    "thanks": (draw_thanks, THANKS),
    "visit pack": (draw_pack, PACK),
    "route": (draw_route, ROUTE),
}


def pdf(one: Drawn, *, locale: str, home: str = "en_GB") -> bytes:
    """The file of a paper for somebody of a locale, from a business of another."""
    draw, paper = one
    found: Any = draw(replace(paper, locale=locale, business=replace(paper.business, locale=home)))
    return bytes(getattr(found, "drawn", found).pdf)


def seal(one: Drawn, locale: str, home: str = "en_GB") -> str:
    """What the same bytes have, and no others: whole files are slow to compare in a report."""
    return sha256(pdf(one, locale=locale, home=home)).hexdigest()


@pytest.mark.parametrize("one", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("locale", ["fr_FR", "de_DE", "ar_EG"])
def test_where_we_do_not_speak_their_language_all_of_it_is_in_ours(one: Drawn, locale: str) -> None:
    assert seal(one, locale) == seal(one, "en_GB")


@pytest.mark.parametrize("one", PAPERS.values(), ids=PAPERS)
def test_ours_is_the_senders_english_if_the_sender_speaks_it(one: Drawn) -> None:
    assert seal(one, "fr_FR", "en_US") == seal(one, "en_US", "en_US")
    assert seal(one, "fr_FR", "fr_FR") == seal(one, "en_GB", "fr_FR")


@pytest.mark.parametrize("one", PAPERS.values(), ids=PAPERS)
def test_the_file_says_which_language_is_in_it(one: Drawn) -> None:
    root: dict[str, object] = dict(PdfReader(BytesIO(pdf(one, locale="fr_FR"))).root_object)
    assert root["/Lang"] == "en-GB"


def test_english_of_another_country_keeps_its_own_days_and_amounts() -> None:
    assert seal(PAPERS["plan"], "en_US") != seal(PAPERS["plan"], "en_GB")
