"""Terms on paper: the wording page by page, and the signature page, always one and always last."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creditmate.documents.fonts import width
from creditmate.documents.page import LEFT, RIGHT, PageSize
from creditmate.documents.papers import BusinessCard, Concern
from creditmate.documents.read_back import page_texts
from creditmate.documents.sheet import Sheet, Text
from creditmate.documents.terms import draw_and_check, draw_terms, lay_out_terms
from creditmate.documents.terms_paper import TermsPaper
from creditmate.domain.terms import Clause, ClauseKind, Per, TermsVersion, wording_sha256

WORDING = """\
# 4. Payment
4.1 You pay within **30 days** from the invoice date.
- by transfer
# 5. When payment is late
5.1 We set no rate of our own.
5.3 You bear reasonable costs of recovery."""
CLAUSES = (
    Clause(ClauseKind.PAYMENT, "30 days from the invoice date.", "4.1"),
    Clause(ClauseKind.INTEREST, "The statutory rate applies.", "5.1"),
    Clause(ClauseKind.COSTS, "Only where they were really spent.", "5.3"),
)
BUSINESS = BusinessCard(
    "Rookmere Joinery Supplies",
    legal_line="Ellen Rook trading as Rookmere Joinery Supplies, The Old Sawpit",
    contact_person="Ellen Rook",
)


def a_paper(wording: str = WORDING, **more: object) -> TermsPaper:
    version = TermsVersion(
        1, "Terms of trade", "en", 3, date(2026, 10, 1), wording_sha256(wording), CLAUSES
    )
    paper = TermsPaper(
        BUSINESS,
        version,
        wording,
        "en_GB",
        customer_name="Brindle Row Interiors Ltd",
        company_number="00000000",
        account="BRIN01",
        sent_day=date(2026, 10, 1),
        number="T-2610-001",
    )
    return replace(paper, **more)  # type: ignore[arg-type]  # as the test says


def texts_of(paper: TermsPaper) -> list[str]:
    return [" ".join(text.split()) for text in page_texts(draw_terms(paper).pdf)]


def test_the_wording_and_then_the_signature_page() -> None:
    first, last = texts_of(a_paper())
    for said in (
        "Terms of trade", "Version 3, in effect from 1 October 2026", "T-2610-001", "4. Payment",
        "4.1", "You pay within 30 days from the invoice date.", "by transfer", "Page 1 of 2",
    ):  # fmt: skip
        assert said in first
    assert "**" not in first
    for said in (
        "Terms of trade, version 3 of 1 October 2026",
        "Sent with our letter of 1 October 2026",
        "Customer: Brindle Row Interiors Ltd Account BRIN01",
        "Agreeing to our terms",
        "The full wording is on page 1.",
        "When to pay 30 days from the invoice date.",
        "Personal guarantee None is asked for.",
        "We have received pages 1 to 2 of version 3 and accept them",
        "We agree to clause 5.1 on interest when payment is late.",
        "We agree to clause 5.3 on costs of recovery.",
        "Invoices should go to:",
        "Legal name",
        "Brindle Row Interiors Ltd",
        "00000000",
        "Ellen Rook",
        "post", "e-mail", "by hand",
        f"Fingerprint of the wording on page 1: {a_paper().version.fingerprint}",
        "Terms v3 BRIN01 Page 2 of 2",
    ):  # fmt: skip
        assert said in last, said


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert draw_terms(a_paper()) == draw_terms(a_paper())


def test_a_blank_one_names_nobody() -> None:
    blank = a_paper(customer_name="", company_number="", account="", sent_day=None, number="")
    first, last = texts_of(blank)
    assert "Customer:" not in first + last
    assert "Sent with our letter" not in last
    assert "Terms v3 Page 2 of 2" in last


def test_a_draft_has_neither_number_nor_fingerprint() -> None:
    first, last = texts_of(a_paper(draft=True))
    assert "Draft, to be in effect from 1 October 2026" in first
    assert "Fingerprint" not in last
    assert "version 3 of" not in last.partition("Please tick")[0]


def test_it_speaks_the_language_of_the_terms() -> None:
    german = replace(a_paper().version, language="de", title="AGB")
    last = texts_of(a_paper(version=german, locale="de_DE"))[-1]
    assert "1. Oktober 2026" in last


def test_a_clause_without_number_is_ticked_by_name() -> None:
    clauses = (
        Clause(ClauseKind.INTEREST, "1 % a month", "", Decimal(1), Per.MONTH),
        Clause(ClauseKind.FIXED_SUMS, "40 to 100"),
        Clause(ClauseKind.GUARANTEE, "The director is liable too", "9"),
    )
    last = texts_of(a_paper(version=replace(a_paper().version, clauses=clauses)))[-1]
    assert "We agree to interest when payment is late." in last
    assert "We agree to fixed sums when payment is late." in last
    assert "We agree to clause 9 on a personal guarantee." in last
    assert "None is asked for." not in last


@pytest.mark.parametrize("size", PageSize)
def test_however_much_is_said_the_signature_page_is_one(size: PageSize) -> None:
    long = "and so on, for as long as anybody may write about one clause of theirs " * 3
    clauses = [Clause(kind, long[:200]) for kind in ClauseKind if kind is not ClauseKind.OTHER]
    clauses += [Clause(ClauseKind.OTHER, long[:200])] * 3
    version = replace(a_paper().version, clauses=tuple(clauses))
    paper = a_paper(version=version, size=size)
    sheets = lay_out_terms(paper)
    assert len(sheets) == 2
    marks = [mark for mark in sheets[-1].marks if isinstance(mark, Text)]
    order = {mark.text: mark.y for mark in marks}
    assert order["Position"] < order[next(text for text in order if text.startswith("Finger"))]
    warned = {one.concern for one in draw_and_check(paper).warnings}
    assert warned == {Concern.SHORTENED}


def _texts(sheet: Sheet) -> list[Text]:
    return [mark for mark in sheet.marks if isinstance(mark, Text)]


_WORDS = st.sampled_from(["pay", "**late**", "supercalifragilistic", "x" * 150, "of", "**a**b"])
_LINES = st.builds(
    lambda mark, words: mark + " ".join(words),
    st.sampled_from(["", "# ", "## ", "- ", "4.1 ", "10.10.10 "]),
    st.lists(_WORDS, min_size=1, max_size=60),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_LINES, min_size=1, max_size=60).map("\n\n".join), st.sampled_from(PageSize))
def test_nothing_leaves_the_text_box_and_nothing_is_lost(wording: str, size: PageSize) -> None:
    sheets = lay_out_terms(a_paper(wording, size=size))
    found = ""
    for sheet in sheets[:-1]:
        for mark in _texts(sheet):
            assert mark.x >= LEFT + sheet.shift - 0.01
            assert mark.x + width(mark.text, mark.style) <= RIGHT + sheet.shift + 0.01
        found += "".join(mark.text for mark in _texts(sheet))
    for word in ("pay", "late", "supercalifragilistic"):
        assert found.replace(" ", "").count(word) >= wording.count(word)
    lowest = [max(mark.y for mark in _texts(sheet)) for sheet in sheets]
    assert max(lowest) < 290


def test_a_heading_stays_with_what_follows_it() -> None:
    for lines in range(30, 60):
        wording = "Text.\n\n" * lines + "# Late\n\nYou pay."
        pages = [[mark.text for mark in _texts(sheet)] for sheet in lay_out_terms(a_paper(wording))]
        page = next(texts for texts in pages if "Late" in texts)
        assert "You pay." in page
