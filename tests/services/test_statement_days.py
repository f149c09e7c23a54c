"""The statement day: who waits for it in a run of everybody, and who is not asked to."""

from datetime import date

import pytest

from creditmate.db.customer_records import edit_customer
from creditmate.domain.groups import StatementTo
from creditmate.domain.statement_choice import LeftOut, Reason
from creditmate.i18n.statement_words import left_out_words
from creditmate.services.groups import Groups
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_statements import run

AS_AT = date(2026, 11, 23)


@pytest.fixture
def alfa(office: Office) -> int:
    """``ALFA``, who owes something; its statement day is the 25th."""
    with office.gateway.write("books") as writing:
        alfa = a_customer(writing, "ALFA")
        an_invoice(writing, alfa, "A-1", date(2026, 10, 5), 10_000)
        edit_customer(writing, alfa, statement_day=25)
    return alfa


def reason(office: Office, as_at: date) -> Reason | None:
    book = StatementLists(Statements(office.gateway)).book(as_at)
    (alfa,) = [one for one in book.candidates if one.code == "ALFA"]
    return alfa.reason


def test_who_has_a_statement_day_waits_for_it(office: Office, alfa: int) -> None:
    assert alfa
    waiting = reason(office, AS_AT)
    assert waiting == Reason(LeftOut.STATEMENT_DAY, date(2026, 11, 25))
    assert left_out_words(waiting, "en_GB", "en_GB", AS_AT) == "Statement day 25\u00a0Nov"
    result = run(office)
    assert [(row.why, row.day) for row in result.skipped] == [
        ("statement_day", date(2026, 11, 25))
    ]  # fmt: skip
    assert reason(office, date(2026, 11, 25)) is None
    run(office, as_at=date(2026, 11, 25))
    assert reason(office, date(2026, 11, 25)) is None  # the same run again delivers it again
    assert reason(office, date(2026, 11, 26)) == Reason(
        LeftOut.STATEMENT_DAY, date(2026, 12, 25)
    )  # fmt: skip
    assert reason(office, date(2026, 12, 25)) is None
    assert reason(office, date(2027, 1, 7)) is None  # December's was missed


def test_who_is_named_gets_one_before_the_day(office: Office, alfa: int) -> None:
    with office.gateway.write("day") as writing:
        edit_customer(writing, alfa, statement_day=31)
    (issued,) = run(office, "ALFA").issued
    assert issued.code == "ALFA"
    assert reason(office, date(2026, 11, 30)) is None  # November's last day


def test_a_head_office_s_day_is_that_of_its_branches_too(office: Office, alfa: int) -> None:
    """Of the branch's own day nothing is asked as long as it is on the head office's."""
    assert alfa
    with office.gateway.write("branch") as writing:
        north = a_customer(writing, "NORTH")
        edit_customer(writing, north, statement_day=1)
        an_invoice(writing, north, "N-1", date(2026, 10, 5), 4_000)
    groups = Groups(office.gateway)
    groups.join("NORTH", "ALFA")
    assert [row.code for row in run(office).issued] == ["NORTH"]
    groups.send_statement_to("NORTH", StatementTo.HEAD_OFFICE)
    why = {row.customer.code: row.why for row in run(office).skipped}
    assert why == {"ALFA": "statement_day"}
    (combined,) = run(office, as_at=date(2026, 11, 25)).issued
    assert (combined.code, combined.balance.minor) == ("ALFA", 14_000)
