"""Welcome letters: made of what is known, numbered in their own series, kept as they were sent."""

from datetime import date

import pytest

from creditmate.db.papers import paper_bytes, papers_of
from creditmate.db.proof import prove_all
from creditmate.documents.papers import CheckedPaper
from creditmate.documents.welcome_letter import draw_welcome
from creditmate.documents.welcome_paper import WelcomePaper
from creditmate.domain.application_form import Item
from creditmate.domain.credit_checks import Check
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import PaperKind
from creditmate.domain.money import Money
from creditmate.domain.our_people import StaffEntry
from creditmate.services.application_reading import ApplicationEntry
from creditmate.services.applications import Applications
from creditmate.services.credit_checks import CheckEntry, CreditChecks
from creditmate.services.customers import require_customer
from creditmate.services.people import People
from creditmate.services.welcome_letters import WelcomeIssue, WelcomeLetters
from tests.documents.application_papers import ANSWERS
from tests.services.conftest import Office
from tests.services.test_applications import apply_all

TODAY = date(2026, 11, 23)


@pytest.fixture
def letters(office: Office) -> WelcomeLetters:
    return WelcomeLetters(office.gateway, office.clock)


@pytest.fixture
def code(office: Office) -> str:
    return apply_all(Applications(office.gateway, office.clock), ApplicationEntry(ANSWERS))


def test_it_is_made_of_what_is_known(letters: WelcomeLetters, code: str, office: Office) -> None:
    people = People(office.gateway, office.clock, "ellen")
    ellen = people.add(StaffEntry("Ellen Rook", "ER", role="Accounts", phone="01632 960 144")).id
    limit = Money(500_000, "GBP")
    entry = CheckEntry(Check.LIMIT, staff=ellen, limit=limit)
    CreditChecks(office.gateway, office.clock).record(code, entry)
    paper = letters.draft(code)
    assert (paper.account, paper.customer_name) == (code, ANSWERS[Item.LEGAL_NAME])
    assert paper.greeted == "Mr Oak"  # who decides
    assert paper.limit == limit
    assert [(one.name, one.what) for one in paper.people] == [("Ellen Rook", "Accounts")]
    assert paper.address[0] == ANSWERS[Item.LEGAL_NAME]
    assert paper.address.count(paper.customer_name) == 1
    with pytest.raises(UserError) as unknown:
        letters.draft("NOBODY")
    assert unknown.value.problem is Problem.UNKNOWN_CUSTOMER


def test_issued_it_has_its_number_and_is_kept(letters: WelcomeLetters, code: str) -> None:
    issue = WelcomeIssue(letters, lambda work: work())
    first, second = issue.issue(code), issue.issue(code)
    assert (first.number, second.number) == ("W-2611-001", "W-2611-002")
    kept, earlier = papers_of(require_customer(code).id, TODAY)
    assert (kept.kind, kept.number) == (PaperKind.WELCOME, "W-2611-002")
    assert paper_bytes(earlier.id) == first.pdf
    prove_all()


def test_a_number_taken_meanwhile_is_drawn_again(letters: WelcomeLetters, code: str) -> None:
    drawings = []

    def slowly(paper: WelcomePaper) -> CheckedPaper:
        drawings.append(paper.number)
        if len(drawings) == 1:  # while it is drawn somebody else issues one
            WelcomeIssue(letters, lambda work: work()).issue(code)
        return draw_welcome(paper)

    issued = WelcomeIssue(letters, lambda work: work(), slowly).issue(code)
    assert drawings == ["W-2611-001", "W-2611-002"]
    assert issued.number == "W-2611-002"
