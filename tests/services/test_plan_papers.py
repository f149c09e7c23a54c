"""Agreements on payment plans: made of what was agreed, issued once, kept with what came back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.models import Business
from creditmate.db.papers import paper_bytes, papers_of
from creditmate.db.proof.everything import prove_all
from creditmate.documents.papers import CheckedPaper
from creditmate.documents.plan_agreement import draw_plan
from creditmate.documents.plan_paper import PlanPaper
from creditmate.domain.attachments import Subject
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind, PaperKind
from creditmate.domain.numbering import NumberPattern
from creditmate.domain.plan_terms import Meanwhile, PlanTerms
from creditmate.services.attachments import Attachments
from creditmate.services.customers import require_customer
from creditmate.services.numbering import FIXED, Numbering
from creditmate.services.plan_papers import PlanIssue, PlanPapers
from tests.services.conftest import Office
from tests.services.money import Till, pounds
from tests.services.test_plans import AGREED, FIRST, SECOND, THIRD, THREE, Desk

LATER = AGREED + timedelta(days=2)
PDF = b"%PDF-1.4 signed"


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    made = Desk(Till(office.on(AGREED)))
    office.posted(AGREED)
    yield made
    assert prove_all() == []


@pytest.fixture
def papers(desk: Desk) -> PlanPapers:
    office = desk.till.office
    return PlanPapers(office.gateway, office.clock)


def number(desk: Desk) -> str:
    return desk.row().standing.plan.number


def amounts(paper: PlanPaper) -> list[tuple[str, int, bool]]:
    return [(item.number, item.amount.minor, item.part) for item in paper.owed]


def test_it_says_what_was_agreed(desk: Desk, papers: PlanPapers) -> None:
    desk.agree(replace(THREE, interest=Meanwhile.RUNS, reference="ACME PLAN"))
    desk.on(LATER)
    paper = papers.paper(number(desk))
    assert (paper.number, paper.day) == ("P-2612-001", LATER)
    assert (paper.account, paper.them.name) == ("ACME", require_customer("ACME").name)
    assert amounts(paper) == [
        ("2118", 55_620, False), ("2139", 94_030, False), ("2188", 193_080, False),
    ]  # fmt: skip
    assert [part.day for part in paper.parts] == [FIRST, SECOND, THIRD]
    assert paper.amount == pounds(342_730)
    assert paper.interest_runs
    assert (paper.reference, paper.cure_days) == ("ACME PLAN", 7)
    assert paper.return_by == LATER + timedelta(days=7)
    assert papers.paper(str(desk.row().standing.plan.id)) == paper


def test_what_is_in_question_is_left_out_and_named(desk: Desk, papers: PlanPapers) -> None:
    desk.dispute(desk.oldest, 8_640)
    desk.agree()
    paper = papers.paper(number(desk))
    assert amounts(paper)[0] == ("2118", 46_980, True)
    assert [(one.number, one.amount) for one in paper.in_question] == [("2118", pounds(8_640))]


def test_money_matched_to_nothing_is_shown_as_set_off(desk: Desk, papers: PlanPapers) -> None:
    desk.till.pay(30_000, on=AGREED - timedelta(days=1))
    desk.agree()
    paper = papers.paper(number(desk))
    assert amounts(paper)[:1] == [("2118", 55_620, False)]
    off = paper.owed[-1]
    assert (off.kind, off.amount, off.due_day) == (EntryKind.RECEIPT, pounds(-30_000), None)
    assert paper.amount == pounds(312_730)


def test_a_smaller_amount_is_so_much_of_each(desk: Desk, papers: PlanPapers) -> None:
    desk.agree(replace(THREE, amount=pounds(100_000)))
    found = amounts(papers.paper(number(desk)))
    assert found == [("2118", 55_620, False), ("2139", 44_380, True)]


def test_what_came_later_does_not_change_what_was_agreed(desk: Desk, papers: PlanPapers) -> None:
    desk.agree()
    before = papers.paper(number(desk))
    desk.on(FIRST)
    desk.till.pay(114_243, on=FIRST)
    after = papers.paper(number(desk))
    assert after.owed == before.owed
    assert after.parts == before.parts


def test_it_is_issued_once_and_kept(desk: Desk, papers: PlanPapers) -> None:
    desk.agree()
    drawings = []

    def drawing(paper: PlanPaper) -> CheckedPaper:
        drawings.append(paper.number)
        return draw_plan(paper)

    issue = PlanIssue(papers, lambda work: work(), drawing)
    assert papers.issued(number(desk)) is None
    first = issue.issue(number(desk))
    assert first.saved is not None
    desk.on(LATER)
    again = issue.issue(number(desk).lower())
    assert (again.pdf, again.saved) == (first.pdf, None)
    assert drawings == ["P-2612-001"]
    (row,) = papers_of(require_customer("ACME").id, LATER)
    assert (row.kind, row.number, row.total) == (PaperKind.PLAN, "P-2612-001", pounds(342_730))
    assert paper_bytes(row.id) == first.pdf


def test_one_drawn_by_somebody_else_meanwhile_stays(desk: Desk, papers: PlanPapers) -> None:
    desk.agree()
    paper = papers.paper(number(desk))
    first = papers.issue(paper, draw_plan(paper).drawn)
    second = papers.issue(paper, draw_plan(replace(paper, method="cheque")).drawn)
    assert (second.pdf, second.saved) == (first.pdf, None)


def test_plans_are_printed_in_any_order_and_no_number_is_missing(
    desk: Desk, papers: PlanPapers
) -> None:
    desk.agree(replace(THREE, entries=(desk.oldest,)))
    desk.agree(replace(THREE, entries=(desk.middle,)))
    issue = PlanIssue(papers, lambda work: work())
    assert issue.issue("P-2612-002").number == "P-2612-002"
    assert issue.issue("P-2612-001").number == "P-2612-001"
    assert prove_all() == []


def test_one_that_takes_anothers_place_names_it(desk: Desk, papers: PlanPapers) -> None:
    first = desk.agree()
    issue = PlanIssue(papers, lambda work: work())
    old = issue.issue("P-2612-001")
    desk.on(LATER)
    desk.agree(replace(THREE, parts=2, replaces=first))
    assert papers.paper("P-2612-002").replaces == "P-2612-001"
    issue.issue("P-2612-002")
    new, before = papers_of(require_customer("ACME").id, LATER)
    assert old.saved is not None
    assert (new.number, before.id) == ("P-2612-002", old.saved.id)


def test_the_signed_copy_is_kept_once(desk: Desk, papers: PlanPapers) -> None:
    plan = desk.agree()
    first = papers.keep_signed("P-2612-001", "signed.pdf", PDF)
    assert papers.keep_signed("P-2612-001", "again.pdf", PDF).id == first.id
    office = desk.till.office
    (kept,) = Attachments(office.gateway, office.clock).of("ACME")
    assert (kept.name, kept.subject, kept.subject_id) == ("signed.pdf", Subject.PLAN, plan)


def test_what_is_no_plan_is_refused(papers: PlanPapers) -> None:
    for asked in (papers.paper, papers.issued):
        with pytest.raises(UserError) as caught:
            asked("P-2612-009")
        assert caught.value.problem is Problem.PLAN_REFUSED
    with pytest.raises(UserError):
        papers.keep_signed("77", "signed.pdf", PDF)


def test_no_series_can_be_set_to_give_a_plans_number(desk: Desk) -> None:
    numbering = Numbering(desk.till.office.gateway)
    with pytest.raises(UserError) as caught:
        numbering.save("invoice", 1, "P-{yy}{mm}-{n:03}", None, AGREED)
    assert caught.value.problem is Problem.FIELD_REFUSED
    desk.agree()
    assert NumberPattern(FIXED["plan"]).number(AGREED, 1) == number(desk)


@pytest.mark.parametrize(
    ("legal", "contact", "name", "trading", "firm"),
    [
        ("Ellen Rook trading as Rookmere, The Old Sawpit, Hollin Bridge", "Ellen Rook",
         "Ellen Rook", "Rookmere", False),
        ("Rookmere Ltd, registered in England with the number 1. Registered office: 2 Fell Road",
         "Ellen Rook", "Rookmere Ltd", "", True),
        ("", "Ellen Rook", "Rookmere", "", True),
    ],
)  # fmt: skip
def test_we_are_named_as_the_law_wants_it(  # noqa: PLR0917 - a case each
    desk: Desk, papers: PlanPapers, legal: str, contact: str, name: str, trading: str, firm: bool
) -> None:
    desk.agree()
    with desk.till.office.gateway.write("test") as writing:
        row = Business.get()
        writing.edit(
            Business, row.id, row.version, name="Rookmere", legal_line=legal, contact_name=contact
        )
    us = papers.paper("P-2612-001").us
    assert (us.name, us.trading_as, us.is_firm) == (name, trading, firm)


def test_the_day_of_a_plan_counts_and_not_one_before(desk: Desk, papers: PlanPapers) -> None:
    desk.agree(PlanTerms(first=FIRST, parts=1))
    desk.till.office.on(date(2026, 12, 2))
    with pytest.raises(UserError):
        papers.paper("P-2612-001")
    desk.till.office.on(AGREED)
