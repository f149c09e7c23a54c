"""Terms written, published, withdrawn, and attached as a PDF."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from creditmate.db.proof import prove_all
from creditmate.documents.invoice_paper import TermsProof
from creditmate.documents.read_back import page_texts
from creditmate.documents.terms import draw_and_check
from creditmate.domain.acceptance import Method, Way
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_warnings import Notice
from creditmate.domain.refusals import Why
from creditmate.domain.terms import Clause, ClauseKind, Per, wording_sha256
from creditmate.domain.typed_terms import TypedClause, TypedTerms
from creditmate.i18n.invoice_words import notice_words
from creditmate.i18n.problems import problem_words
from creditmate.services.acceptance_entries import AcceptedEntry, SentEntry
from creditmate.services.acceptances import Acceptances
from creditmate.services.terms_library import NewVersion, TermsFile, TermsLibrary
from creditmate.services.terms_sending import TermsSending
from tests.builders import a_customer
from tests.services.conftest import Office
from tests.services.invoice_desk import TODAY, a_desk

JAN, OCT = date(2026, 1, 1), date(2026, 10, 1)
WORDING = "# Payment\n4.1 You pay within 30 days.\n5.1 Interest."
NEW = NewVersion(
    "Terms of trade",
    "en",
    JAN,
    WORDING,
    (Clause(ClauseKind.INTEREST, " 1 %  a month", "5.1.", Decimal("1.50"), Per.MONTH),),
    "the first",
)


@pytest.fixture
def library(office: Office) -> TermsLibrary:
    office.on(TODAY)
    return TermsLibrary(office.gateway, office.clock)


def a_pdf(pages: int = 2, password: str | None = None) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password is not None:
        writer.encrypt(password)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_version_is_published_as_it_is_read(library: TermsLibrary) -> None:
    id_ = library.publish(NEW).id
    found = library.version(id_)
    assert library.wording(id_) == ("# Payment\n\n4.1 You pay within 30 days.\n\n5.1 Interest.")
    assert found.sha256 == wording_sha256(WORDING)
    (clause,) = found.clauses
    assert (clause.summary, clause.number, clause.rate) == ("1 % a month", "5.1", Decimal("1.50"))
    assert (found.number, found.note, library.file(id_)) == (1, "the first", None)
    assert prove_all() == []


def test_numbers_go_on_within_title_and_language(library: TermsLibrary) -> None:
    library.publish(NEW)
    second = library.publish(replace(NEW, title="TERMS OF TRADE", wording="Other."
                                     , clauses=())).id  # fmt: skip
    german = library.publish(replace(NEW, language="de")).id
    assert library.version(second).number == 2
    assert library.version(german).number == 1
    rows = library.rows(TODAY)
    assert [(row.version.language, row.version.number, row.in_effect) for row in rows] == [
        ("de", 1, True),
        ("en", 2, True),
        ("en", 1, False),
    ]


def test_a_withdrawn_version_never_was_but_keeps_its_number(
    library: TermsLibrary, office: Office
) -> None:
    first = library.publish(NEW).id
    library.withdraw(first)
    assert library.versions() == []
    again = library.publish(NEW).id
    assert library.version(again).number == 2
    with office.gateway.write("customer") as writing:
        a_customer(writing, "ACME")
    sending = TermsSending(office.gateway, office.clock)
    done = sending.record("ACME", SentEntry(again, TODAY, Way.EMAIL))
    with pytest.raises(UserError) as stands:
        library.withdraw(again)
    assert stands.value.problem is Problem.TERMS_STAND
    assert "version 2" in problem_words(stands.value, "en", "en_GB")
    Acceptances(office.gateway, office.clock).take_back_sent(done.id)
    library.withdraw(again)
    with pytest.raises(UserError) as gone:
        library.withdraw(again)
    assert gone.value.problem is Problem.UNKNOWN_TERMS
    assert prove_all() == []


def _clause(kind: ClauseKind = ClauseKind.COSTS, number: str = "", summary: str = "so") -> Clause:
    return Clause(kind, summary, number)


@pytest.mark.parametrize(
    ("field", "why", "new"),
    [
        ("terms.title", Why.EMPTY, replace(NEW, title=" ")),
        ("terms.title", Why.TOO_LONG, replace(NEW, title="x" * 81)),
        ("terms.language", Why.NOT_POSSIBLE, replace(NEW, language="xx")),
        ("terms.language", Why.NOT_POSSIBLE, replace(NEW, language="en_GB")),
        ("terms.wording", Why.EMPTY, replace(NEW, wording=" \n ")),
        ("terms.wording", Why.UNSEEN, replace(NEW, wording="a\x00b", clauses=())),
        ("terms.wording", Why.TWICE, replace(NEW, file=TermsFile("t.pdf", b"%PDF"))),
        ("terms.clause_number", Why.NO_SUCH_CLAUSE, replace(NEW, clauses=(_clause(number="9.9"),))),
        ("terms.clause_summary", Why.EMPTY, replace(NEW, clauses=(_clause(summary=" "),))),
        ("terms.clauses", Why.CLAUSE_TWICE, replace(NEW, clauses=(_clause(), _clause()))),
        ("terms.clauses", Why.TOO_MANY, replace(NEW, clauses=(_clause(ClauseKind.OTHER),) * 13)),
        (
            "terms.clause_rate",
            Why.RATE,
            replace(
                NEW,
                clauses=(Clause(ClauseKind.INTEREST, "x", "", Decimal("100.1"), Per.YEAR),),
            ),
        ),
    ],
)
def test_what_cannot_be_published(
    library: TermsLibrary, field: str, why: Why, new: NewVersion
) -> None:
    with pytest.raises(UserError) as refused:
        library.publish(new)
    assert (refused.value.facts["field"], refused.value.facts["why"]) == (field, why.value)
    assert "{" not in problem_words(refused.value, "en", "en_GB")
    assert library.versions() == []


def test_a_version_follows_the_one_before(library: TermsLibrary) -> None:
    library.publish(replace(NEW, effective_day=OCT))
    for field, new in (
        ("terms.effective_day", replace(NEW, wording="Other.", clauses=())),
        ("terms.wording", replace(NEW, effective_day=OCT, wording=WORDING + "\n\n")),
    ):
        with pytest.raises(UserError) as refused:
            library.publish(new)
        assert refused.value.facts["field"] == field
    announced = library.announced(replace(NEW, effective_day=OCT, wording="Other.", clauses=()))
    assert announced.number == 2
    assert announced.takes_place_of is not None
    assert announced.takes_place_of.number == 1


def test_a_pdf_takes_the_place_of_a_wording(library: TermsLibrary, office: Office) -> None:
    pdf = a_pdf(3)
    new = replace(NEW, wording="", file=TermsFile("our/terms.pdf", pdf))
    id_ = library.publish(new).id
    found = library.version(id_)
    assert (found.pages, found.file_name, library.file(id_)) == (3, "our-terms.pdf", pdf)
    paper = TermsSending(office.gateway, office.clock).blank(id_)
    drawn = draw_and_check(paper).drawn
    assert drawn.pages == len(PdfReader(BytesIO(drawn.pdf)).pages) == 4
    assert drawn == draw_and_check(paper).drawn
    texts = page_texts(drawn.pdf)
    assert [bool(text.strip()) for text in texts] == [False, False, False, True]
    assert "pages 1 to 3" in texts[-1]
    assert found.fingerprint in texts[-1]
    assert prove_all() == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"hello", "not-a-pdf"),
        (b"%PDF-1.4\nbroken", "not-a-pdf"),
        (a_pdf(1, "secret"), "locked"),
        (a_pdf(1, ""), "locked"),
        (a_pdf(201), "too-many-pages"),
    ],
)
def test_a_pdf_that_cannot_be_used(library: TermsLibrary, content: bytes, why: str) -> None:
    new = replace(NEW, wording="", file=TermsFile("terms.pdf", content))
    with pytest.raises(UserError) as refused:
        library.publish(new)
    assert (refused.value.problem, refused.value.facts["why"]) == (Problem.TERMS_FILE, why)
    assert "terms.pdf" in problem_words(refused.value, "en", "en_GB")
    assert library.versions() == []


def test_terms_are_found_by_number_title_and_language(library: TermsLibrary) -> None:
    english = library.publish(NEW).id
    german = library.publish(replace(NEW, language="de")).id
    assert library.named(1, language="de").id == german
    assert library.named(1, "terms OF trade", "en").id == english
    with pytest.raises(UserError) as several:
        library.named(1)
    assert several.value.problem is Problem.SEVERAL_TERMS
    assert "(de)" in problem_words(several.value, "en", "en_GB")
    with pytest.raises(UserError) as unknown:
        library.named(7)
    assert unknown.value.problem is Problem.UNKNOWN_TERMS


def test_what_is_typed_is_kept_until_it_is_published(library: TermsLibrary) -> None:
    typed = TypedTerms("Terms", "en", "1 Oct", "# A", clauses=(TypedClause("interest", "5.1"),))
    begun = datetime(2026, 11, 23, 9, tzinfo=UTC)
    draft = library.save_draft(typed, begun)
    changed = replace(typed, wording="# B")
    assert library.save_draft(changed, begun, draft) == draft
    (kept,) = library.drafts()
    assert (kept.id, kept.typed, kept.begun_at, kept.follows) == (draft, changed, begun, None)
    library.discard_draft(draft)
    assert not library.drafts()
    assert library.save_draft(typed, begun, draft) == draft
    library.publish(NEW, draft)
    assert not library.drafts()


def test_an_invoice_without_proof_is_warned_about(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk.creditmate") as desk:
        library = TermsLibrary(desk.gateway, desk.clock)
        register = Acceptances(desk.gateway, desk.clock)

        def said() -> set[Notice]:
            both = {Notice.TERMS_NOT_PROVED, Notice.TERMS_BY_CONDUCT}
            return both.intersection(desk.invoicing.plan(desk.new()).notices)

        assert not said()  # there are no terms to be accepted
        version = library.publish(NEW).id
        assert said() == {Notice.TERMS_NOT_PROVED}
        weak = AcceptedEntry(version, TODAY, Method.CONDUCT)
        register.accept("ACME", weak)
        assert desk.invoicing.plan(desk.new()).paper.proof is None
        assert said() == {Notice.TERMS_BY_CONDUCT}
        register.accept("ACME", AcceptedEntry(version, TODAY, Method.EMAIL, "Ann Lee"))
        assert not said()
        proof = desk.invoicing.plan(desk.new()).paper.proof
        assert proof == TermsProof("Terms of trade", 1, "Ann Lee", TODAY)
        assert all(notice_words(notice, "en") for notice in Notice)


def test_terms_accepted_after_the_supply_prove_nothing(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk.creditmate") as desk:
        version = TermsLibrary(desk.gateway, desk.clock).publish(NEW).id
        register = Acceptances(desk.gateway, desk.clock)
        register.accept("ACME", AcceptedEntry(version, TODAY, Method.EMAIL, "Ann Lee"))
        plan = desk.invoicing.plan(desk.new(supply_day=date(2026, 11, 20)))
        assert Notice.TERMS_NOT_PROVED in plan.notices
