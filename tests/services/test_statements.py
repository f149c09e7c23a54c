"""Statements: who gets one, numbered without gaps, issued once, kept as they were sent."""

import hashlib
import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from creditmate.db import papers
from creditmate.db.connection import execute, raw
from creditmate.db.disputes import add_disputes, end_disputes
from creditmate.db.promises import add_promise
from creditmate.db.proof.everything import prove_all
from creditmate.documents.statement import draw_statement
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.services.calls import CallNote
from creditmate.services.statement_run import RunResult, StatementRun
from creditmate.services.statements import Issued, Statements
from tests.builders import (
    a_credit_note,
    a_customer,
    a_receipt,
    allocate,
    an_invoice,
)
from tests.services.conftest import Office

AS_AT = date(2026, 11, 23)


def run(office: Office, *codes: str, as_at: date = AS_AT) -> RunResult:
    statements = Statements(office.gateway)
    return StatementRun(statements, lambda work: work()).run(as_at, codes, lambda issued: None)


def text_of(issued: Issued) -> str:
    pages = PdfReader(io.BytesIO(issued.pdf)).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


def books(office: Office, *customers: str) -> dict[str, int]:
    """One overdue invoice of 100.00 each; returns the entries by code."""
    with office.gateway.write("test") as writing:
        return {
            code: an_invoice(
                writing, a_customer(writing, code), f"{code}-1", AS_AT - timedelta(days=40), 10_000
            )
            for code in customers
        }


def test_numbers_follow_one_another_in_the_order_of_codes(office: Office) -> None:
    books(office, "BETA", "ALFA", "GAMMA")
    issued = run(office).issued
    assert [(row.code, row.number) for row in issued] == [
        ("ALFA", "S-2026-001"),
        ("BETA", "S-2026-002"),
        ("GAMMA", "S-2026-003"),
    ]
    assert all(row.fresh and row.balance == Money(10_000, "GBP") for row in issued)


def test_the_bytes_are_kept_as_they_were_sent(office: Office) -> None:
    books(office, "ALFA")
    (issued,) = run(office).issued
    row = papers.latest_paper("statement", 1, "GBP", AS_AT)
    assert row is not None
    assert papers.paper_bytes(row.id) == issued.pdf
    assert row.sha256 == hashlib.sha256(issued.pdf).hexdigest()


def test_fonts_are_kept_once_however_many_statements(office: Office) -> None:
    books(office, *(f"C{number:02}" for number in range(12)))
    issued = run(office).issued
    sent = sum(len(row.pdf) for row in issued)
    kept = execute("SELECT sum(length(content)) FROM blob").fetchone()[0]
    assert kept < sent / 4


def test_the_same_statement_again_is_the_same_paper(office: Office) -> None:
    books(office, "ALFA", "BETA")
    first = run(office).issued
    again = run(office).issued
    assert [(row.number, row.pdf, row.fresh) for row in again] == [
        (row.number, row.pdf, False) for row in first
    ]
    assert execute("SELECT count(*) FROM paper").fetchone()[0] == 2


def test_one_that_differs_replaces_the_earlier_and_says_so(office: Office) -> None:
    entry = books(office, "ALFA")["ALFA"]
    run(office)
    with office.gateway.write("test") as writing:
        allocate(writing, a_receipt(writing, 1, AS_AT, 2_500), entry, 2_500)
    (issued,) = run(office).issued
    assert (issued.number, issued.balance) == ("S-2026-002", Money(7_500, "GBP"))
    assert "S-2026-001" in text_of(issued)
    assert execute("SELECT replaces_id FROM paper WHERE id = 2").fetchone()[0] == 1


def test_a_customer_with_nothing_open_is_left_out_with_the_reason(office: Office) -> None:
    books(office, "ALFA")
    with office.gateway.write("test") as writing:
        a_customer(writing, "EMPTY")
    result = run(office, "ALFA", "EMPTY", "alfa")
    assert [row.code for row in result.issued] == ["ALFA"]
    assert [(row.customer.code, row.why) for row in result.skipped] == [("EMPTY", "nothing_open")]
    logged = execute("SELECT state, why FROM run_item ORDER BY id").fetchall()
    assert logged == [("issued", ""), ("skipped", "nothing_open")]


def test_one_statement_per_currency(office: Office) -> None:
    books(office, "ALFA")
    with office.gateway.write("test") as writing:
        an_invoice(writing, 1, "E-1", AS_AT, 77_700, currency="EUR")
    issued = run(office).issued
    assert {row.balance for row in issued} == {Money(10_000, "GBP"), Money(77_700, "EUR")}
    assert "€777.00" in text_of(next(row for row in issued if row.balance.currency == "EUR"))


def test_as_at_an_earlier_day_the_later_is_not_known(office: Office) -> None:
    entry = books(office, "ALFA")["ALFA"]
    with office.gateway.write("test") as writing:
        allocate(writing, a_receipt(writing, 1, AS_AT, 10_000), entry, 10_000)
    assert run(office).issued == ()
    (issued,) = run(office, as_at=AS_AT - timedelta(days=1)).issued
    assert issued.balance == Money(10_000, "GBP")


def test_questions_promises_and_unmatched_money_are_on_it(office: Office) -> None:
    entry = books(office, "ALFA")["ALFA"]
    with office.gateway.write("test") as writing:
        an_invoice(writing, 1, "ALFA-2", AS_AT - timedelta(days=50), 50_000)
        a_credit_note(writing, 1, "C-9", AS_AT, 1_000)
        dispute = (1, AS_AT, 0, "quantity", "", None, "", None)
        add_disputes(writing, [dispute], [(0, entry, 4_000)])
    office.clock.today = AS_AT
    office.call(
        "ALFA",
        CallNote("Ann", Outcome.WILL_PAY, "x", AS_AT, promised=Money(20_000, "GBP"),
                 promised_by=AS_AT + timedelta(days=4)),
    )  # fmt: skip
    (issued,) = run(office).issued
    text = text_of(issued)
    assert issued.balance == Money(59_000, "GBP")
    assert "Under query" in text
    assert "40.00 for a short delivery" in text
    assert "by arrangement, 27 Nov" in text
    assert "Not yet matched" in text
    # 600.00 overdue less 40.00 in question, 200.00 promised and 10.00 not matched.
    assert "£350.00" in text


def test_an_arrangement_names_the_day_of_the_promise_that_covers_the_item(office: Office) -> None:
    """Two promises: the item that only the later one covers is for the later day."""
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ALFA")
        for number, ago, minor in ((1, 60, 10_000), (2, 50, 20_000)):
            an_invoice(
                writing, customer, f"ALFA-{number}", AS_AT - timedelta(days=ago), minor,
                due=AS_AT - timedelta(days=ago - 30),
            )  # fmt: skip
        made = {"customer_id": customer, "interaction_id": None, "made_day": AS_AT}
        for days, minor in ((4, 10_000), (11, 20_000)):
            due = AS_AT + timedelta(days=days)
            add_promise(
                writing, **made, side="theirs", due_day=due, grace_days=0, until_day=due,
                currency="GBP", amount_minor=minor, deed="", meant=(1, 2),
            )  # fmt: skip
    ((draft,), _) = Statements(office.gateway).drafts(AS_AT, ["ALFA"])
    noted = [item.arrangement for item in draft.paper.statement.items]
    assert [(note.amount.minor, note.due_day) for note in noted if note is not None] == [
        (10_000, AS_AT + timedelta(days=4)),
        (20_000, AS_AT + timedelta(days=11)),
    ]


def test_a_dispute_that_ended_is_not_on_it(office: Office) -> None:
    entry = books(office, "ALFA")["ALFA"]
    with office.gateway.write("test") as writing:
        dispute = (1, AS_AT - timedelta(days=5), 0, "price", "", None, "", None)
        (id_,) = add_disputes(writing, [dispute], [(0, entry, None)])
        end_disputes(writing, [(id_, DisputeEventKind.REJECTED, AS_AT)])
    (issued,) = run(office).issued
    assert "Under query" not in text_of(issued)
    (before,) = run(office, "ALFA", as_at=AS_AT - timedelta(days=1)).issued
    assert "Under query" in text_of(before)


def test_cancelled_it_keeps_what_is_issued_and_goes_on_from_there(office: Office) -> None:
    books(office, "ALFA", "BETA", "GAMMA")

    def stop_at_the_second(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    statements = StatementRun(Statements(office.gateway), lambda work: work())
    with pytest.raises(Cancelled):
        statements.run(AS_AT, (), lambda issued: None, stop_at_the_second)
    assert execute("SELECT number FROM paper").fetchall() == [("S-2026-001",)]
    assert [(row.number, row.fresh) for row in run(office).issued] == [
        ("S-2026-001", False),
        ("S-2026-002", True),
        ("S-2026-003", True),
    ]
    assert prove_all() == []


def test_a_number_taken_meanwhile_is_refused_and_nothing_written(office: Office) -> None:
    books(office, "ALFA", "BETA")
    statements = Statements(office.gateway)
    (alfa, beta), _ = statements.drafts(AS_AT)
    mine, theirs = statements.numbered(alfa), statements.numbered(beta)
    assert mine.number == theirs.number
    assert statements.issue(beta, theirs, draw_statement(theirs)) is not None
    before = execute("SELECT count(*) FROM action").fetchone()[0]
    assert statements.issue(alfa, mine, draw_statement(mine)) is None
    assert execute("SELECT count(*) FROM action").fetchone()[0] == before


def test_a_customer_nobody_has_is_refused_before_anything_is_issued(office: Office) -> None:
    books(office, "ALFA")
    with pytest.raises(UserError) as refused:
        run(office, "ALFA", "NOBODY")
    assert refused.value.problem is Problem.UNKNOWN_CUSTOMER
    assert execute("SELECT count(*) FROM paper").fetchone()[0] == 0


def test_what_drafts_cost_does_not_grow_with_each_customer(office: Office) -> None:
    statements = Statements(office.gateway)

    def asked() -> int:
        said: list[str] = []
        raw().set_trace_callback(said.append)
        statements.drafts(AS_AT)
        raw().set_trace_callback(None)
        return len(said)

    books(office, "A", "B")
    few = asked()
    books(office, *(f"C{number}" for number in range(30)))
    assert asked() == few
