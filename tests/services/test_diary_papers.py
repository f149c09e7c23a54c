"""Papers of the diary: histories, the day's sheet and help sheets, and what stands on none of them.

Whatever is typed for ourselves is marked, and no paper that a customer or anybody else may read has
a mark on it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.papers import paper_bytes, papers_of
from creditmate.db.proof.everything import prove_all
from creditmate.documents.call_sheet import draw_call_sheet
from creditmate.documents.contact_history import draw_history
from creditmate.documents.help_sheet_paper import HelpSheetPaper, draw_help_sheet
from creditmate.documents.papers import CheckedPaper
from creditmate.documents.read_back import page_texts
from creditmate.domain.day_plan import Sort
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.kinds import PaperKind
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.story import StoryWanted, Talk, Topic
from creditmate.i18n.call_words import signal_words
from creditmate.services.call_notes import CallNote
from creditmate.services.call_sheet_papers import CallSheetPapers, SheetWanted
from creditmate.services.contact_policy_editing import ContactPolicies
from creditmate.services.customers import require_customer
from creditmate.services.help_sheet_papers import HelpSheetIssue, HelpSheetPapers
from creditmate.services.help_sheets import HelpSheets
from creditmate.services.history_papers import HistoryPapers, HistoryWanted
from creditmate.services.plan_papers import PlanIssue, PlanPapers
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Issued, Statements
from creditmate.services.stories import Stories
from creditmate.services.worklists import WorkLists
from tests.services.conftest import Office
from tests.services.money import Till

TODAY = date(2026, 11, 23)
DUE = date(2026, 9, 9)
DAY = timedelta(days=1)
MARK = "QZX"
"""Begins everything that is typed for ourselves; nothing else has these letters."""
FACTS = HistoryWanted(facts_only=True)


@pytest.fixture
def till(office: Office) -> Iterator[Till]:
    made = Till(office.on(TODAY))
    office.posted(TODAY)
    yield made
    assert prove_all() == []


@pytest.fixture
def histories(office: Office) -> HistoryPapers:
    return HistoryPapers(Stories(), office.clock)


def note(**more: object) -> CallNote:
    call = CallNote("Ann Lee", Outcome.WILL_PAY, f"{MARK}-note", next_day=TODAY + 7 * DAY)
    return replace(call, **more)  # type: ignore[arg-type]


def promised(by: date) -> CallNote:
    return note(promised=Money(10_000, "GBP"), promised_by=by)


def said(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf)).replace("\u00a0", " ")


# ---------------------------------------------------------------- histories
def test_a_history_has_what_happened_the_earliest_first(
    till: Till, office: Office, histories: HistoryPapers
) -> None:
    till.invoice("2118", 50_000, date(2026, 8, 10))
    office.call("ACME", promised(TODAY + 3 * DAY))
    till.pay(10_000, on=TODAY)
    paper = histories.paper("ACME", HistoryWanted())
    days = [event.key.day for event in paper.events]
    assert len(days) == 4  # the money keeps the promise
    assert days == sorted(days)
    assert [one.promise.minor for one in paper.standings] == [10_000]
    assert f"{MARK}-note" in said(draw_history(paper).drawn.pdf)


def test_a_history_is_of_a_period_a_topic_and_words(
    till: Till, office: Office, histories: HistoryPapers
) -> None:
    till.invoice("2118", 50_000, date(2026, 8, 10))
    office.call("ACME", promised(TODAY + 3 * DAY))
    later = histories.paper("ACME", HistoryWanted(StoryWanted(first=TODAY)))
    assert [type(event) for event in later.events] == [Talk]
    before = histories.paper("ACME", HistoryWanted(StoryWanted(last=TODAY - DAY)))
    assert [len(before.events), len(before.standings)] == [1, 0]
    talks = HistoryWanted(story=StoryWanted(Topic.TALKS, "qzx-note"))
    assert len(histories.paper("ACME", talks).events) == 1
    written = HistoryWanted(story=StoryWanted(channel="email"))
    assert histories.paper("ACME", written).events == ()
    money = HistoryWanted(story=StoryWanted(Topic.MONEY))
    assert len(histories.paper("ACME", money).events) == 1


def test_a_period_that_is_turned_round_is_refused(till: Till, histories: HistoryPapers) -> None:
    for wanted in (
        HistoryWanted(StoryWanted(first=TODAY + DAY)),
        HistoryWanted(StoryWanted(first=TODAY, last=TODAY - DAY)),
    ):
        with pytest.raises(UserError) as caught:
            histories.paper("ACME", wanted)
        assert caught.value.problem is Problem.FIELD_REFUSED
    with pytest.raises(UserError):
        histories.paper("NOBODY", HistoryWanted())


# ---------------------------------------------------------------- the day's sheet
def test_the_sheet_is_the_days_list_with_whom_to_call(till: Till, office: Office) -> None:
    for place, code in enumerate(till.ids):
        till.invoice(f"21{place}", 50_000 * (place + 1), date(2026, 8, 10), code=code)
        office.call(code, replace(promised(TODAY), note="Run on Monday"))
    office.on(TODAY + 7 * DAY).posted(TODAY + 7 * DAY)
    papers = CallSheetPapers(WorkLists(office.gateway), office.gateway, office.clock)
    paper = papers.paper()
    assert [one.code for one in paper.lines] == office.codes()
    assert (len(paper.lines), paper.of, paper.whose) == (3, 3, "")
    first = papers.paper(SheetWanted(top=1))
    assert (first.lines, first.of) == (paper.lines[:1], 3)
    text = said(draw_call_sheet(first).drawn.pdf)
    assert paper.lines[0].name in text
    assert "the first 1 of 3 customers" in text


def test_the_sheet_has_the_lines_that_the_day_has_room_for(till: Till, office: Office) -> None:
    for place, code in enumerate(till.ids):
        till.invoice(f"21{place}", 50_000 * (place + 1), date(2026, 8, 10), code=code)
    ContactPolicies(office.gateway, office.clock).set_business({"calls_per_day": 2})
    papers = CallSheetPapers(WorkLists(office.gateway), office.gateway, office.clock)
    paper, every = papers.paper(), papers.paper(SheetWanted(everything=True))
    assert (len(paper.lines), paper.of, paper.later) == (2, 2, 1)
    assert (len(every.lines), every.of, every.later) == (3, 3, 0)
    assert "2 customers, 1 more for tomorrow" in said(draw_call_sheet(paper).drawn.pdf)
    assert "tomorrow" not in said(draw_call_sheet(every).drawn.pdf)
    letters = papers.paper(SheetWanted(everything=True, sort=Sort.LETTERS))
    assert (len(letters.lines), letters.of) == (0, 0)


# ---------------------------------------------------------------- help sheets
@pytest.fixture
def sheets(office: Office) -> HelpSheetPapers:
    return HelpSheetPapers(HelpSheets(office.gateway, office.clock), office.gateway, office.clock)


def test_a_help_sheet_is_issued_with_a_number_and_kept(till: Till, sheets: HelpSheetPapers) -> None:
    assert sheets.draft("ACME").number == ""
    issue = HelpSheetIssue(sheets, lambda work: work())
    first, second = issue.issue("ACME"), issue.issue("ACME")
    assert (first.number, second.number) == ("H-2611-001", "H-2611-002")
    kept, earlier = papers_of(require_customer("ACME").id, TODAY)
    assert (kept.kind, kept.total.minor) == (PaperKind.HELP_SHEET, 0)
    assert paper_bytes(earlier.id) == first.pdf


def test_a_number_taken_meanwhile_is_drawn_again(till: Till, sheets: HelpSheetPapers) -> None:
    drawings = []

    def slowly(paper: HelpSheetPaper) -> CheckedPaper:
        drawings.append(paper.number)
        if len(drawings) == 1:
            HelpSheetIssue(sheets, lambda work: work()).issue("ACME")
        return draw_help_sheet(paper)

    assert HelpSheetIssue(sheets, lambda work: work(), slowly).issue("ACME").number == drawings[1]
    assert drawings == ["H-2611-001", "H-2611-002"]


# ---------------------------------------------------------------- what stands on no paper
def test_what_is_for_ourselves_stands_on_no_paper_that_others_read(
    till: Till, office: Office, histories: HistoryPapers, sheets: HelpSheetPapers
) -> None:
    first = till.invoice("2118", 64_260, date(2026, 8, 10))
    till.invoice("2139", 128_400, date(2026, 9, 7))
    question = NewDispute(
        (Questioned(first, Money(8_640, "GBP")),), DisputeReason.PRICE, "Ann Lee",
        evidence=f"{MARK}-evidence", note=f"{MARK}-question",
    )  # fmt: skip
    office.call("ACME", note(
        outcome=Outcome.DISPUTE, dispute=question, mood=next(iter(Mood)), signals=tuple(Signal),
        override=f"{MARK}-override", opportunity=f"{MARK}-opportunity",
        feedback=f"{MARK}-feedback",
    ))  # fmt: skip
    office.call("ACME", note(
        outcome=Outcome.PLAN_AGREED,
        plan=PlanTerms(
            first=TODAY + 20 * DAY, parts=3, note=f"{MARK}-plan", because=f"{MARK}-because",
            by_whom="Ann Lee",
        ),
    ))  # fmt: skip
    plan = PlanIssue(PlanPapers(office.gateway, office.clock), lambda work: work())
    statements: list[Issued] = []
    StatementRun(Statements(office.gateway), lambda work: work()).run(
        TODAY, ["ACME"], statements.append
    )
    papers = {
        "plan": plan.issue("P-2611-001").pdf,
        "statement": statements[0].pdf,
        "help sheet": HelpSheetIssue(sheets, lambda work: work()).issue("ACME").pdf,
        "facts": draw_history(histories.paper("ACME", FACTS)).drawn.pdf,
    }
    for name, pdf in papers.items():
        assert MARK not in said(pdf), name
        assert MARK.encode() not in pdf, name
    ours = said(draw_history(histories.paper("ACME", HistoryWanted())).drawn.pdf)
    for kept in ("note", "override"):  # the marks are where they are looked for
        assert f"{MARK}-{kept}" in ours
    assert "2118" in said(papers["facts"])
    for signal in Signal:  # not even on ours
        assert signal_words(signal, "en_GB") not in ours
