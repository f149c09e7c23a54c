"""Whom a run of statements concerns, drafts to look at, the log of what was sent."""

from datetime import date, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.disputes import add_disputes
from creditmate.documents.papers import CheckedPaper, StatementPaper
from creditmate.documents.statement import draw_and_check, draw_statement
from creditmate.domain.customer_status import Status
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.statement_choice import Candidate, Carriage, LeftOut
from creditmate.services.calls import CallNote
from creditmate.services.decisions import Decisions
from creditmate.services.receivables import Receivables
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statement_run import Choice, RunResult, StatementRun
from creditmate.services.statements import Issued, Statements
from tests.builders import a_credit_note, a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office

AS_AT = date(2026, 11, 23)
EARLIER = AS_AT - timedelta(days=1)


@pytest.fixture
def statements(office: Office) -> Statements:
    return Statements(office.gateway)


@pytest.fixture
def lists(statements: Statements) -> StatementLists:
    return StatementLists(statements)


def owing(office: Office, *codes: str) -> dict[str, int]:
    """One overdue invoice of 100.00 each; the entries by code."""
    with office.gateway.write("test") as writing:
        return {
            code: an_invoice(
                writing,
                a_customer(writing, code),
                f"{code}-1",
                AS_AT - timedelta(days=60),
                10_000,
                due=AS_AT - timedelta(days=30),
            )
            for code in codes
        }


def book(lists: StatementLists, as_at: date = AS_AT) -> dict[str, Candidate]:
    return {one.code: one for one in lists.book(as_at).candidates}


def run(statements: Statements, *codes: str, choice: Choice | None = None) -> RunResult:
    running = StatementRun(statements, lambda work: work())
    return running.run(AS_AT, codes, lambda _: None, choice=choice)


def test_everybody_is_in_it_and_it_adds_up_to_aged_debtors(
    office: Office, lists: StatementLists
) -> None:
    owing(office, "ALFA", "BETA")
    with office.gateway.write("test") as writing:
        a_customer(writing, "EMPTY")
        an_invoice(writing, 1, "E-1", AS_AT, 77_700, currency="EUR")
    found = book(lists)
    assert sorted(found) == ["ALFA", "BETA", "EMPTY"]
    assert found["EMPTY"].ageings == ()
    assert [a.currency for a in found["ALFA"].ageings] == ["EUR", "GBP"]
    for report in Receivables().aged(AS_AT):
        for line in report.customers:
            assert line.ageing in found[line.code].ageings


def test_reasons_are_those_the_ledger_proves_for_the_window_and_a_run_of_all(
    office: Office, lists: StatementLists, statements: Statements
) -> None:
    entries = owing(office, "ASKS", "KEEPS", "OWES", "PAID", "CLOSED")
    office.clock.today = AS_AT
    with office.gateway.write("test") as writing:
        dispute = (1, AS_AT, 0, "price", "", None, "", None)
        add_disputes(writing, [dispute], [(0, entries["ASKS"], None)])
        a_credit_note(writing, 4, "C-1", AS_AT, 12_500)
    friday = AS_AT + timedelta(days=4)
    promise = {"promised": Money(10_000, "GBP"), "promised_by": friday}
    office.call("KEEPS", CallNote("Ann", Outcome.WILL_PAY, "x", AS_AT, **promise))  # type: ignore[arg-type]
    office.call("CLOSED", CallNote("Ann", Outcome.CEASED_TRADING, "x", AS_AT))
    found = book(lists)
    reasons = {code: one.reason for code, one in found.items() if one.reason is not None}
    assert {code: reason.why for code, reason in reasons.items()} == {
        "ASKS": LeftOut.IN_DISPUTE,
        "KEEPS": LeftOut.PROMISED,
        "PAID": LeftOut.IN_CREDIT,
        "CLOSED": LeftOut.CEASED,
    }
    assert reasons["KEEPS"].day == friday
    assert all(one.reason is None for one in book(lists, EARLIER).values())
    result = run(statements)
    assert [one.code for one in result.issued] == ["OWES"]
    left = {one.customer.code: (one.why, one.day) for one in result.skipped}
    assert left == {code: (reason.why.value, reason.day) for code, reason in reasons.items()}
    assert [one.code for one in run(statements, "KEEPS").issued] == ["KEEPS"]


def test_who_was_heard_of_again_has_not_ceased(office: Office, lists: StatementLists) -> None:
    owing(office, "ALFA")
    for day, outcome in ((EARLIER, Outcome.CEASED_TRADING), (AS_AT, Outcome.ALL_WELL)):
        office.on(day).call("ALFA", CallNote("Ann", outcome, "x", AS_AT + timedelta(days=9)))
    assert book(lists)["ALFA"].reason is None
    assert book(lists, EARLIER)["ALFA"].reason is not None


def test_without_anybody_known_it_goes_by_post(office: Office, lists: StatementLists) -> None:
    owing(office, "ALFA")
    assert book(lists)["ALFA"].carriage is Carriage.POST


def test_a_draft_takes_no_number_and_writes_nothing(
    office: Office, lists: StatementLists, statements: Statements
) -> None:
    entry = owing(office, "ALFA")["ALFA"]
    before = execute("SELECT count(*) FROM action").fetchone()[0]
    (draft,) = lists.previews(1, AS_AT)
    assert draft.paper is not None
    assert (draft.number, draft.paper.draft, draft.paper.number) == ("", True, "")
    assert draw_statement(draft.paper).pages == 1
    assert execute("SELECT count(*) FROM action").fetchone()[0] == before
    (issued,) = run(statements).issued
    (shown,) = lists.previews(1, AS_AT)
    assert (shown.number, shown.pdf, shown.paper) == (issued.number, issued.pdf, None)
    assert book(lists)["ALFA"].issued == (issued.number,)
    assert book(lists, EARLIER)["ALFA"].issued == ()
    with office.gateway.write("test") as writing:
        allocate(writing, a_receipt(writing, 1, AS_AT, 2_500), entry, 2_500)
    (other,) = lists.previews(1, AS_AT)
    assert other.paper is not None
    assert other.paper.replaces == issued.number


def test_nothing_open_is_nothing_to_look_at(office: Office, lists: StatementLists) -> None:
    with office.gateway.write("test") as writing:
        a_customer(writing, "EMPTY")
    assert lists.previews(1, AS_AT) == []


def test_the_log_says_who_got_one_despite_a_reason_and_who_was_unticked(
    office: Office, statements: Statements
) -> None:
    owing(office, "ALFA", "BETA", "GAMMA")
    choice = Choice(despite={"ALFA": "promised"}, left_out={"GAMMA": "unticked"})
    result = run(statements, "ALFA", "BETA", choice=choice)
    assert [row.customer.code for row in result.skipped] == ["GAMMA"]
    assert execute("SELECT state, why FROM run_item ORDER BY id").fetchall() == [
        ("issued", "promised"),
        ("issued", ""),
        ("skipped", "unticked"),
    ]


class Full:
    """A folder in which some files cannot be written."""

    def __init__(self, *refused: str) -> None:
        self.refused, self.written = refused, list[str]()

    def __call__(self, issued: Issued) -> None:
        if issued.code in self.refused:
            raise UserError(Problem.FOLDER_UNWRITABLE, path=issued.code, why="no room")
        self.written.append(issued.code)


def test_what_cannot_be_delivered_is_told_and_logged_and_can_be_again(
    office: Office, statements: Statements
) -> None:
    owing(office, "ALFA", "BETA", "GAMMA")
    running = StatementRun(statements, lambda work: work())
    full = Full("BETA")
    result = running.run(AS_AT, (), full, goes_on=True, keep_bytes=False)
    assert full.written == ["ALFA", "GAMMA"]
    (failed,) = result.undelivered
    assert (failed.issued.code, failed.error.problem) == ("BETA", Problem.FOLDER_UNWRITABLE)
    assert all(row.pdf == b"" for row in result.issued)
    logged = execute("SELECT state, why FROM run_item ORDER BY id").fetchall()
    assert logged[1] == ("failed", "folder-unwritable")
    again = running.run(AS_AT, (), Full(), goes_on=True)
    assert [row.fresh for row in again.issued] == [False] * 3


def test_where_not_even_the_first_can_be_delivered_the_run_stops(
    office: Office, statements: Statements
) -> None:
    owing(office, "ALFA", "BETA")
    running = StatementRun(statements, lambda work: work())
    with pytest.raises(UserError):
        running.run(AS_AT, (), Full("ALFA", "BETA"), goes_on=True)
    assert execute("SELECT number FROM paper").fetchall() == [("S-2026-001",)]
    assert execute("SELECT state FROM run_item").fetchall() == [("failed",)]


def test_it_may_be_drawn_elsewhere(office: Office, statements: Statements) -> None:
    owing(office, *(f"C{number:02}" for number in range(45)))
    drawn: list[str] = []

    def elsewhere(paper: StatementPaper) -> CheckedPaper:
        drawn.append(paper.number)
        return draw_and_check(paper)

    told: list[tuple[int, int]] = []
    running = StatementRun(statements, lambda work: work(), elsewhere)
    result = running.run(AS_AT, (), lambda _: None, lambda done, of: told.append((done, of)))
    assert [row.number for row in result.issued] == drawn
    assert told == [(done, 45) for done in range(46)]


def test_what_was_sent_is_found_by_number_name_and_code(
    office: Office, lists: StatementLists, statements: Statements
) -> None:
    owing(office, "ALFA", "BETA")
    issued = run(statements).issued
    assert [row.number for row in lists.sent_rows(lists.sent())] == ["S-2026-002", "S-2026-001"]
    assert [row.code for row in lists.sent_rows(lists.sent("026-001"))] == ["ALFA"]
    assert [row.code for row in lists.sent_rows(lists.sent(" beta "))] == ["BETA"]
    assert list(lists.sent("nobody")) == []
    (row,) = lists.sent_rows(lists.sent("alfa"))
    again = lists.as_sent(row.id)
    assert (again.pdf, again.fresh, again.balance) == (issued[0].pdf, False, row.total)
    statements.log_again(row.id)
    last = execute("SELECT state, paper_id FROM run_item ORDER BY id DESC LIMIT 1").fetchone()
    assert last == ("reprinted", row.id)


@pytest.mark.parametrize("status", [Status.ACTIVE, Status.CLOSED])
def test_who_was_decided_about_has_a_statement_again(
    office: Office, lists: StatementLists, status: Status
) -> None:
    """Else they were left out for good, though everything else goes on."""
    owing(office, "ALFA")
    office.on(AS_AT).call("ALFA", CallNote("Ann", Outcome.CEASED_TRADING, "x", AS_AT))
    reason = book(lists)["ALFA"].reason
    assert reason is not None
    assert reason.why is LeftOut.CEASED
    Decisions(office.gateway, office.clock).set_status("ALFA", status, "the son goes on with it")
    assert book(lists)["ALFA"].reason is None
