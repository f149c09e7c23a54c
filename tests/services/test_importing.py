"""What an import compares with the ledger, refuses, leaves alone, and posts."""

import json
from datetime import date, timedelta

import pytest

from creditmate.db.business import cash_posted_to
from creditmate.db.connection import execute
from creditmate.db.disputes import end_disputes
from creditmate.db.habits import keep_habits
from creditmate.db.imports import known_documents
from creditmate.db.proof.everything import prove_all
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.domain.importing import Difference, ImportOptions, InvoiceTable
from creditmate.domain.money import Money
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.services.import_plan import ImportPlan
from creditmate.services.importing import Importing
from tests.builders import a_receipt, allocate
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
HEADERS = ("Customer code,Customer name,Invoice number,Invoice date,Due date,Amount,Settled date,"
           "Paid,Disputed")  # fmt: skip
ONE = "A,Ash Ltd,1,2026-09-01,2026-10-01,100.00,,,no"
PAID = "A,Ash Ltd,1,2026-09-01,2026-10-01,100.00,2026-10-05,,no"
PART = "A,Ash Ltd,1,2026-09-01,2026-10-01,100.00,2026-10-05,40.00,no"
CREDIT = "A,Ash Ltd,1,2026-09-01,2026-10-01,-100.00,,,no"
DISPUTED = "A,Ash Ltd,1,2026-09-01,2026-10-01,100.00,,,yes"


def unbacked(reason: str) -> None:
    """Most of these tests are about something else than the backup before."""
    assert reason == "before import"


def table(*rows: str, headers: str = HEADERS) -> InvoiceTable:
    data = "\n".join((headers, *rows)).encode()
    mapping = {"Paid": "paid_amount"} if "Paid" in headers.split(",") else {}
    found = read_invoice_table(data, ImportOptions(currency="GBP", mapping=mapping))
    assert found.ready, (found.problems, found.questions)
    return found


def imported(office: Office, *rows: str, source: str = "books") -> ImportPlan:
    plan, _ = Importing(office.gateway, office.clock, unbacked).run(table(*rows), source)
    assert list(prove_all()) == []
    return plan


def differences(office: Office, *rows: str) -> list[tuple[int, str, object, object]]:
    """Row, field and both values of everything that an import is refused for."""
    before = execute("SELECT count(*) FROM action").fetchone()
    with pytest.raises(UserError) as refused:
        imported(office, *rows)
    assert refused.value.problem is Problem.IMPORT_DIFFERS
    assert execute("SELECT count(*) FROM action").fetchone() == before
    found = refused.value.facts["differences"]
    assert isinstance(found, tuple)
    assert all(isinstance(each, Difference) for each in found)
    return [(each.row, each.field, each.ledger, each.file) for each in found]


def posted_days() -> list[str]:
    return [day for (day,) in execute("SELECT to_day FROM cash_posted ORDER BY id")]


# ------------------------------------------------------------------ cash posted
def test_cash_is_posted_to_the_latest_payment_that_has_come(office: Office) -> None:
    later = "A,Ash Ltd,2,2026-09-01,2026-10-01,100.00,2027-03-31,,no"
    plan = imported(office, PAID, later)
    assert posted_days() == ["2026-10-05"]
    assert plan.dated_after(TODAY) == 1
    assert plan.dated_after(date(2027, 3, 31)) == 0


def test_only_a_payment_dated_later_posts_nothing(office: Office) -> None:
    imported(office, "A,Ash Ltd,2,2026-09-01,2026-10-01,100.00,2026-11-24,,no")
    assert posted_days() == []


def test_a_payment_of_today_is_posted_and_that_of_an_open_document_as_well(office: Office) -> None:
    imported(office, ONE)
    assert posted_days() == []
    imported(office, f"A,Ash Ltd,1,2026-09-01,2026-10-01,100.00,{TODAY},,no")
    assert posted_days() == [TODAY.isoformat()]


def test_an_import_never_moves_cash_backwards_but_a_correction_by_hand_does(
    office: Office,
) -> None:
    office.posted(TODAY - timedelta(days=2))
    imported(office, PAID)
    assert cash_posted_to() == "2026-11-21"
    office.posted(date(2026, 10, 1))
    assert cash_posted_to() == "2026-10-01"
    imported(office, "A,Ash Ltd,3,2026-09-01,2026-10-01,100.00,2026-10-02,,no")
    assert cash_posted_to() == "2026-10-02"


# ------------------------------------------------------------------ identity
@pytest.mark.parametrize("again", ["Books", " books ", "BOOKS"])
def test_a_source_is_the_same_in_upper_and_lower_case(office: Office, again: str) -> None:
    imported(office, ONE, PAID.replace(",1,", ",2,"))
    assert imported(office, ONE, PAID.replace(",1,", ",2,"), source=again).nothing
    assert len(known_documents(again)) == 2


def test_what_was_typed_as_the_source_is_kept(office: Office) -> None:
    imported(office, ONE, source=" Books ")
    assert execute("SELECT source FROM import_batch").fetchall() == [("Books",)]
    assert execute("SELECT source FROM document").fetchall() == [("books",)]


def test_another_source_is_another_document(office: Office) -> None:
    imported(office, ONE)
    assert len(imported(office, ONE, source="shop").new) == 1


def test_a_source_without_a_name_is_refused(office: Office) -> None:
    with pytest.raises(ValueError, match="source"):
        imported(office, ONE, source="  ")


def test_an_invoice_that_becomes_a_credit_note_is_a_difference_of_the_amount(
    office: Office,
) -> None:
    imported(office, ONE)
    amounts = (Money(10_000, "GBP"), Money(-10_000, "GBP"))
    assert differences(office, CREDIT) == [(2, "amount", *amounts)]


def test_a_credit_note_that_becomes_an_invoice_is_one_too(office: Office) -> None:
    imported(office, CREDIT)
    amounts = (Money(-10_000, "GBP"), Money(10_000, "GBP"))
    assert differences(office, ONE) == [(2, "amount", *amounts)]


def test_an_invoice_and_a_credit_note_may_share_a_number(office: Office) -> None:
    assert len(imported(office, ONE, CREDIT).new) == 2
    assert imported(office, CREDIT).unchanged == 1
    assert imported(office, ONE, CREDIT).unchanged == 2


def test_the_credit_note_of_a_number_may_come_later_if_the_file_has_both(office: Office) -> None:
    imported(office, ONE)
    plan = imported(office, CREDIT, ONE)
    assert (len(plan.new), plan.unchanged) == (1, 1)


# ------------------------------------------------------------------ differences
def test_a_payment_on_another_day_is_a_difference(office: Office) -> None:
    imported(office, PAID, PART.replace(",1,", ",2,"))
    told = [
        PAID.replace("10-05", "10-06"),
        PART.replace(",1,", ",2,").replace("10-05", "10-07"),
    ]
    was = date(2026, 10, 5)
    assert differences(office, *told) == [
        (2, "settled_day", was, date(2026, 10, 6)),
        (3, "settled_day", was, date(2026, 10, 7)),
    ]
    assert imported(office, PAID, PART.replace(",1,", ",2,")).unchanged == 2


def test_the_day_of_a_refund_is_compared_as_well(office: Office) -> None:
    paid = "A,Ash Ltd,1,2026-09-01,2026-10-01,-100.00,2026-10-05,,no"
    imported(office, paid)
    assert imported(office, paid).unchanged == 1
    assert differences(office, paid.replace("10-05", "10-06")) == [
        (2, "settled_day", date(2026, 10, 5), date(2026, 10, 6))
    ]


def test_a_day_that_the_file_does_not_tell_is_no_difference(office: Office) -> None:
    told = "A,Ash Ltd,1,2026-09-01,2026-10-01,100.00,,100.00,no"
    imported(office, PAID, told.replace(",1,", ",2,"))
    assert imported(office.on(TODAY + timedelta(days=9)), told).unchanged == 1
    assert imported(office, told.replace(",1,", ",2,")).unchanged == 1


def test_the_day_of_a_presumed_payment_is_a_difference_once_it_is_told(office: Office) -> None:
    imported(office, "A,Ash Ltd,1,2026-09-01,2026-10-01,100.00,,100.00,no")
    assert differences(office, PAID) == [(2, "settled_day", TODAY, date(2026, 10, 5))]


def test_the_last_of_several_payments_is_not_compared(office: Office) -> None:
    imported(office, PART)
    rest = PAID.replace("10-05", "11-01")
    assert len(imported(office, rest).settlements) == 1
    assert imported(office, rest.replace("11-01", "11-02")).unchanged == 1


def test_a_payment_that_the_user_entered_is_not_the_files_business(office: Office) -> None:
    imported(office, ONE)
    (entry, customer), *_ = execute("SELECT id, customer_id FROM entry").fetchall()
    with office.gateway.write("by-hand") as writing:
        receipt = a_receipt(writing, customer, date(2026, 10, 4), 10_000)
        allocate(writing, receipt, entry, 10_000)
        keep_habits([customer])
    assert imported(office, PAID).unchanged == 1


def test_another_name_of_a_customer_is_a_difference_told_once(office: Office) -> None:
    second = ONE.replace(",1,", ",2,")
    imported(office, ONE, second)
    renamed = [row.replace("Ash Ltd", "Ashes Ltd") for row in (ONE, second)]
    assert differences(office, *renamed) == [(2, "customer_name", "Ash Ltd", "Ashes Ltd")]


def test_a_file_with_two_names_for_a_customer_changes_nothing_the_second_time(
    office: Office,
) -> None:
    rows = (ONE, ONE.replace(",1,", ",2,").replace("Ash Ltd", "Ashes Ltd"))
    imported(office, *rows)
    assert imported(office, *rows).unchanged == 2
    assert imported(office, *reversed(rows)).unchanged == 2


def test_a_file_without_names_has_no_other_names(office: Office) -> None:
    imported(office, ONE)
    headers = "Customer code,Invoice number,Invoice date,Due date,Amount"
    plan = Importing(office.gateway, office.clock, unbacked).preview(
        table("a,1,2026-09-01,2026-10-01,100.00", headers=headers), "books"
    )
    assert (plan.unchanged, plan.differences) == (1, ())


def test_another_customer_is_told_by_the_code(office: Office) -> None:
    imported(office, ONE)
    assert differences(office, ONE.replace("A,Ash", "B,Bow")) == [(2, "customer", "A", "B")]


def test_a_dispute_that_the_file_takes_back_is_a_difference(office: Office) -> None:
    imported(office, DISPUTED)
    assert differences(office, ONE) == [(2, "disputed", True, False)]
    assert differences(office, PART) == [(2, "disputed", True, False)]
    assert imported(office, DISPUTED).unchanged == 1


def test_a_dispute_that_ends_by_being_paid_is_none(office: Office) -> None:
    imported(office, DISPUTED)
    assert len(imported(office, PAID).settlements) == 1
    assert imported(office, PAID).unchanged == 1
    kinds = execute("SELECT kind, day FROM dispute_event").fetchall()
    assert kinds == [("settled", "2026-10-05")]


def test_a_file_that_knows_no_disputes_takes_none_back(office: Office) -> None:
    imported(office, DISPUTED)
    headers = "Customer code,Customer name,Invoice number,Invoice date,Due date,Amount"
    plan = Importing(office.gateway, office.clock, unbacked).preview(
        table("A,Ash Ltd,1,2026-09-01,2026-10-01,100.00", headers=headers), "books"
    )
    assert (plan.unchanged, plan.differences) == (1, ())


def test_a_dispute_that_the_user_ended_is_not_the_files_business(office: Office) -> None:
    imported(office, DISPUTED)
    with office.gateway.write("by-hand") as writing:
        end_disputes(writing, [(1, DisputeEventKind.WITHDRAWN, TODAY)])
    assert imported(office, DISPUTED).unchanged == 1
    assert imported(office, ONE).unchanged == 1


# ------------------------------------------------------------------ all or nothing
def test_many_settlements_pay_what_they_are_for(office: Office) -> None:
    rows = [PART.replace(",1,", f",{number},") for number in range(1, 9)]
    imported(office, *rows[:4], *(row.replace("40.00", "0") .replace("2026-10-05", "")
                                  for row in rows[4:]))  # fmt: skip
    assert len(imported(office, *(PAID.replace(",1,", f",{n},") for n in range(1, 9))).settlements)
    sums = execute(
        "SELECT d.number, sum(a.amount_minor), count(*) FROM allocation a"
        " JOIN entry e ON e.id = a.debit_entry_id JOIN document d ON d.id = e.document_id"
        " GROUP BY d.number ORDER BY d.number"
    ).fetchall()
    assert sums == [(str(n), 10_000, 2 if n < 5 else 1) for n in range(1, 9)]
    assert execute("SELECT sum(amount_minor) FROM receipt").fetchone() == (80_000,)


def test_progress_grows_to_the_end_and_can_cancel_at_every_report(office: Office) -> None:
    rows = [PAID.replace(",1,", f",{number},") for number in range(1, 4)]
    importing, told = Importing(office.gateway, office.clock, unbacked), list[tuple[int, int]]()
    found = table(*rows)

    def stop_at(place: int) -> None:
        def progress(done: int, total: int) -> None:
            told.append((done, total))
            if len(told) > place:
                raise Cancelled

        importing.run(found, "books", progress)

    place = 0
    while True:
        told.clear()
        try:
            stop_at(place)
        except Cancelled:
            assert execute("SELECT count(*) FROM document").fetchone() == (0,)
            place += 1
        else:
            break
    assert place == len(told) > 6
    known = [(done, total) for done, total in told if total]
    assert known == sorted(known)
    assert known[-1] == (3, 3)  # documents, whatever rows they take in the ledger
    assert {total for _done, total in known} == {3}
    assert execute("SELECT count(*) FROM document").fetchone() == (3,)


# ------------------------------------------------------------------ left out, and the source
def test_rows_left_out_stand_in_the_record_of_the_import(office: Office) -> None:
    data = "\n".join((HEADERS, ONE, ONE.replace(",1,", ",2,").replace("09-01", "09-31"))).encode()
    options = ImportOptions(currency="GBP", mapping={"Paid": "paid_amount"}, leave_out_faulty=True)
    found = read_invoice_table(data, options)
    plan, _ = Importing(office.gateway, office.clock, unbacked).run(found, "books")
    assert [record.number for record in plan.new] == ["1"]
    (options_kept,) = execute("SELECT options FROM import_batch").fetchone()
    assert json.loads(options_kept)["left_out"] == [[3, "Invoice date", "date-impossible"]]
    assert list(prove_all()) == []


def test_the_usual_source_is_the_newest(office: Office) -> None:
    importing = Importing(office.gateway, office.clock, unbacked)
    assert importing.usual_source() == ""
    imported(office, ONE, source="Books")
    imported(office, ONE, source="Shop")
    assert importing.usual_source() == "Shop"
