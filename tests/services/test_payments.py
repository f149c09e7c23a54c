"""Money in: recorded, part of it, too much of it, bounced, given back, voided and undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.entries import open_entries
from creditmate.db.invoice_parts import settled_by
from creditmate.domain.allocation_plan import Setting
from creditmate.domain.changes import Done
from creditmate.domain.claims import SaidPaid
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_list import PaymentNarrow, PaymentsWanted
from creditmate.domain.receipts import Extra, Method, NewPayment, Part, Share
from tests.builders import a_credit_note
from tests.services.money import Till, pounds, refused

JAN, FEB, MAR = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)


def test_a_payment_pays_what_it_is_for_and_the_rest_waits(till: Till) -> None:
    first, second = till.invoice("1", 5000, JAN), till.invoice("2", 7000, JAN)
    receipt = till.pay(10000, (first, 5000), (second, 3000), on=FEB)
    assert (till.open(first), till.open(second)) == (0, 4000)
    detail = till.lists.detail(receipt, till.today)
    assert detail.row.open == pounds(2000)
    assert [(row.number, row.amount, row.day) for row in detail.entries[0].allocations] == [
        ("1", pounds(5000), FEB), ("2", pounds(3000), FEB),
    ]  # fmt: skip


def test_money_that_came_before_the_invoice_pays_it_from_the_invoices_day(till: Till) -> None:
    receipt = till.pay(5000, on=JAN)
    entry = till.invoice("1", 5000, FEB)
    till.allocating.apply([Setting(till.money_of(receipt), entry, pounds(5000))])
    (row,) = till.lists.detail(receipt, till.today).entries[0].allocations
    assert row.day == FEB
    assert [one.id for one in open_entries([till.ids["ACME"]], FEB - timedelta(days=1))] == [
        till.money_of(receipt)
    ]


def test_what_is_set_off_pays_as_money_does(till: Till) -> None:
    entry = till.invoice("1", 5000, JAN)
    share = Share("ACME", pounds(2000), (Part(entry, pounds(2000)),))
    receipt = till.payments.record(NewPayment(FEB, Method.CONTRA, (share,))).id
    assert till.open(entry) == 3000
    assert till.lists.detail(receipt, till.today).row.method == Method.CONTRA
    (settled,) = settled_by([entry], till.today)
    assert settled.amount == pounds(2000)


def test_one_receipt_over_several_customers(till: Till) -> None:
    here, there = till.invoice("1", 3000, JAN), till.invoice("2", 4000, JAN, code="BIRCH")
    shares = (
        Share("acme", pounds(3000), (Part(here, pounds(3000)),)),
        Share("BIRCH", pounds(4500), (Part(there, pounds(4000)),)),
    )
    done = till.payments.record(NewPayment(FEB, Method.CHEQUE, shares, "Group plc", "7731"))
    row = till.lists.detail(done.id, till.today).row
    assert (row.amount, row.open, row.codes) == (pounds(7500), pounds(500), ("ACME", "BIRCH"))
    assert (till.open(here), till.open(there)) == (0, 0)


def test_a_row_names_what_it_pays_and_lists_are_counted(till: Till) -> None:
    one, two = till.invoice("1", 3000, JAN), till.invoice("2", 4000, JAN)
    first = till.pay(7500, (one, 3000), (two, 4000), on=FEB)
    held = till.pay(900, on=FEB, deposit_for="Stairs")
    back = till.pay(400, on=FEB)
    till.payments.bounce(back, MAR)
    rows = {row.id: row for row in till.lists.rows([first, held, back], till.today)}
    assert [item.number for item in rows[first].pays] == ["1", "2"]
    assert rows[held].pays == ()
    assert till.lists.counts(till.today) == {
        PaymentNarrow.ALL: 3,
        PaymentNarrow.UNALLOCATED: 1,
        PaymentNarrow.DEPOSITS: 1,
        PaymentNarrow.BOUNCED: 1,
    }


def test_what_comes_beside_money_pays_too(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    extras = [(EntryKind.TAX_WITHHELD, entry, 2000), (EntryKind.BANK_CHARGE, entry, 500)]
    receipt = till.pay(7500, (entry, 7500), on=FEB, extras=extras)
    assert till.open(entry) == 0
    kinds = [row.kind for row in till.lists.detail(receipt, till.today).entries]
    assert kinds == [EntryKind.RECEIPT, EntryKind.TAX_WITHHELD, EntryKind.BANK_CHARGE]


def test_a_discount_that_is_not_offered_is_asked_about(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    extras = [(EntryKind.DISCOUNT, entry, 200)]
    with refused(Problem.DISCOUNT_NOT_OFFERED):
        till.pay(9800, (entry, 9800), on=FEB, extras=extras)
    share = Share(
        "ACME", pounds(9800), (Part(entry, pounds(9800)),),
        (Extra(EntryKind.DISCOUNT, entry, pounds(200)),),
    )  # fmt: skip
    payment = NewPayment(FEB, Method.TRANSFER, (share,), any_discount=True)
    till.payments.record(payment)
    assert till.open(entry) == 0


def test_what_a_card_company_keeps_moves_nothing_that_is_owed(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    share = Share("ACME", pounds(10000), (Part(entry, pounds(10000)),))
    payment = NewPayment(FEB, Method.CARD, (share,), reached_bank=pounds(9810))
    receipt = till.payments.record(payment).id
    assert till.open(entry) == 0
    assert till.lists.detail(receipt, till.today).reached_bank == pounds(9810)
    with refused(Problem.PAYMENT_FIELD):
        till.payments.record(replace(payment, reached_bank=pounds(10000)))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"received": date(2026, 11, 24)}, "received"),
        ({"shares": ()}, "amount"),
        ({"shares": (Share("ACME", pounds(0)),)}, "amount"),
        ({"shares": (Share("ACME", pounds(1)), Share("BIRCH", Money(1, "EUR")))}, "currency"),
        ({"shares": (Share("ACME", pounds(5), (Part(1, pounds(6)),)),)}, "allocate-more"),
        ({"shares": (Share("ACME", pounds(5), (Part(99, pounds(5)),)),)}, "allocate"),
        ({"reference": "x" * 201}, "reference"),
        ({"reached_bank": pounds(0)}, "reached-bank"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(
    till: Till, change: dict[str, object], field: str
) -> None:
    till.invoice("1", 10000, JAN)
    payment = NewPayment(FEB, Method.TRANSFER, (Share("ACME", pounds(5)),))
    with pytest.raises(UserError) as found:
        till.payments.record(replace(payment, **change))  # type: ignore[arg-type]
    assert (found.value.problem, found.value.facts["field"]) == (Problem.PAYMENT_FIELD, field)
    assert execute("SELECT count(*) FROM receipt").fetchone() == (0,)


def test_an_item_of_another_customer_or_already_paid_is_refused(till: Till) -> None:
    other = till.invoice("1", 1000, JAN, code="BIRCH")
    with refused(Problem.PAYMENT_FIELD):
        till.pay(1000, (other, 1000))
    paid = till.invoice("2", 1000, JAN)
    till.pay(1000, (paid, 1000), on=FEB)
    with refused(Problem.ALLOCATED_TOO_MUCH) as found:
        till.pay(1000, (paid, 1000), on=MAR)
    assert found.value.facts == {"number": "2", "left": pounds(0)}


# ---------------------------------------------------------------- deposits


def test_a_deposit_is_suggested_for_nothing_until_it_is_released(till: Till) -> None:
    entry = till.invoice("1", 5000, JAN)
    receipt = till.pay(5000, on=FEB, deposit_for="Loft")
    (match,) = till.allocating.worksheet("ACME")
    assert (match.credit.held_for, match.proposal) == ("Loft", None)
    part = [Setting(till.money_of(receipt), entry, pounds(5000))]
    with refused(Problem.DEPOSIT_HELD):
        till.allocating.apply(part)
    account = till.office.brief("ACME").accounts[0]
    assert (account.pay_now.unmatched, account.pay_now.due) == (pounds(0), pounds(5000))
    deposit = till.lists.detail(receipt, till.today).entries[0].deposit_id
    assert deposit is not None
    till.payments.release(deposit, MAR)
    assert till.office.brief("ACME").accounts[0].pay_now.unmatched == pounds(5000)
    till.allocating.apply(part)
    assert till.open(entry) == 0
    with refused(Problem.PAYMENT_FIELD):
        till.payments.release(deposit, MAR)


# ---------------------------------------------------------------- bounces


def test_a_bounce_opens_the_invoice_again_from_its_day_with_its_old_due_day(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    extras = [(EntryKind.TAX_WITHHELD, entry, 1000)]
    receipt = till.pay(9000, (entry, 9000), on=FEB, extras=extras)
    till.payments.bounce(receipt, MAR)
    customer = [till.ids["ACME"]]
    assert open_entries(customer, MAR - timedelta(days=1)) == []
    (row,) = open_entries(customer, MAR)
    assert (row.id, row.open, row.due_day) == (entry, pounds(10000), JAN + timedelta(days=30))
    assert till.lists.detail(receipt, till.today).row.bounced_day == MAR
    with refused(Problem.RECEIPT_STANDS):
        till.payments.bounce(receipt, MAR)


def test_what_is_open_is_the_same_without_the_numbers_of_papers(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    till.invoice("2", 4000, JAN)
    till.pay(9000, (entry, 8000), on=FEB)
    for day in (JAN, FEB - timedelta(days=1), FEB, MAR):
        rows = open_entries([till.ids["ACME"]], day)
        assert len(rows) > 1
        bare = [row._replace(number="", order_number="") for row in rows]
        assert open_entries([till.ids["ACME"]], day, numbered=False) == bare != rows


def test_what_bounced_money_had_paid_is_told_until_the_bounce_is_undone(till: Till) -> None:
    first, second = till.invoice("1", 10000, JAN), till.invoice("2", 5000, JAN)
    receipt = till.pay(14000, (first, 9000), (second, 5000))
    (spare,) = (
        one.id
        for one in till.lists.detail(receipt, till.today).entries[0].allocations
        if one.number == "2"
    )
    till.allocating.take_back([spare])
    bounced = till.payments.bounce(receipt, till.today)
    entry = till.lists.detail(receipt, till.today).entries[0]
    assert [(one.number, one.amount) for one in entry.returned] == [("1", pounds(9000))]
    assert [one.kind for one in entry.allocations] == [EntryKind.BOUNCE]
    assert [one.amount for one in settled_by([first], till.today)] == [pounds(9000), pounds(-9000)]
    assert settled_by([second], till.today) == []  # a mistake, put right the same day
    till.payments.undo(bounced.action)
    entry = till.lists.detail(receipt, till.today).entries[0]
    assert (entry.returned, [one.number for one in entry.allocations]) == ((), ["1"])
    assert [one.amount for one in settled_by([first], till.today)] == [pounds(9000)]


def test_money_that_bounced_keeps_no_promise_and_its_discount_is_no_money(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    receipt = till.pay(9000, (entry, 9000), on=FEB, extras=[(EntryKind.TAX_WITHHELD, entry, 1000)])
    till.payments.bounce(receipt, MAR)
    from creditmate.db.entries import receipts_since  # noqa: PLC0415

    rows = receipts_since([till.ids["ACME"]], JAN, till.today)
    assert [money.minor for _, _, money in rows] == [9000, -9000]


def test_an_invoice_paid_again_after_a_bounce(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    till.payments.bounce(till.pay(10000, (entry, 10000), on=FEB), MAR)
    till.pay(10000, (entry, 10000), on=MAR + timedelta(days=2))
    assert till.open(entry) == 0


def test_what_was_refunded_of_money_that_bounces_is_owed(till: Till) -> None:
    receipt = till.pay(5000, on=FEB)
    till.payments.refund("ACME", pounds(2000), FEB)
    till.payments.bounce(receipt, MAR)
    (row,) = open_entries([till.ids["ACME"]], till.today)
    assert (row.kind, row.open) == (EntryKind.REFUND, pounds(2000))


# ---------------------------------------------------------------- refunds


def test_a_refund_takes_credit_that_is_not_allocated_the_oldest_first(till: Till) -> None:
    first, second = till.pay(3000, on=JAN), till.pay(4000, on=FEB)
    with till.office.gateway.write("add-note") as writing:
        a_credit_note(writing, till.ids["ACME"], "CN-1", MAR, 1000)
    till.pay(9000, on=JAN, deposit_for="Loft")
    till.payments.refund("ACME", pounds(5000), MAR)
    assert till.lists.detail(first, till.today).row.open == pounds(0)
    assert till.lists.detail(second, till.today).row.open == pounds(2000)
    with refused(Problem.NOTHING_TO_REFUND) as found:
        till.payments.refund("ACME", pounds(3001), MAR)
    assert found.value.facts["amount"] == pounds(3000)


def test_a_deposit_is_given_back_by_its_own_name(till: Till) -> None:
    receipt = till.pay(9000, on=JAN, deposit_for="Loft")
    till.payments.refund("ACME", pounds(9000), FEB, credit=till.money_of(receipt))
    assert till.lists.detail(receipt, till.today).row.open == pounds(0)


def test_nothing_is_refunded_before_it_came(till: Till) -> None:
    till.pay(9000, on=FEB)
    with refused(Problem.PAYMENT_FIELD):
        till.payments.refund("ACME", pounds(9000), JAN)


# ---------------------------------------------------------------- voids and undoing


def test_a_receipt_typed_wrong_never_was(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    receipt = till.pay(10000, (entry, 10000), on=FEB)
    till.payments.bounce(receipt, MAR)
    done = till.payments.void(receipt, "Wrong customer")
    assert till.open(entry) == 10000
    assert [row.id for row in open_entries([till.ids["ACME"]], FEB)] == [entry]
    with refused(Problem.UNKNOWN_RECEIPT):
        till.lists.detail(receipt, till.today)
    till.payments.undo(done.action)
    assert [row.id for row in open_entries([till.ids["ACME"]], FEB)] == []
    assert till.open(entry) == 10000  # since it bounced
    ids = till.lists.listing(PaymentsWanted(), till.today).ids
    assert len(ids) == 1
    assert till.lists.rows(ids, till.today)[0].bounced_day == MAR


def test_a_void_is_not_undone_once_the_invoice_was_paid_otherwise(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    done = till.payments.void(till.pay(10000, (entry, 10000), on=FEB), "Twice")
    till.pay(10000, (entry, 10000), on=MAR)
    with refused(Problem.PAYMENT_STANDS):
        till.payments.undo(done.action)
    assert till.open(entry) == 0


def test_every_deed_is_undone_by_reversal(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    receipt = till.pay(4000, (entry, 4000), on=FEB)
    recorded = till.last_action()
    spare = till.pay(6000, on=FEB)
    credit = till.money_of(spare)
    deeds: list[Callable[[], Done]] = [
        lambda: till.allocating.apply([Setting(credit, entry, pounds(6000))]),
        lambda: till.payments.bounce(receipt, MAR),
        lambda: till.payments.refund("ACME", pounds(500), MAR),
    ]
    for deed in deeds:
        before = (till.open(entry), till.open(credit))
        done = deed()
        assert (till.open(entry), till.open(credit)) != before
        till.payments.undo(done.action)
        assert (till.open(entry), till.open(credit)) == before
        with refused(Problem.PAYMENT_STANDS):
            till.payments.undo(done.action)
    till.payments.undo(recorded)
    assert till.open(entry) == 10000


def test_what_something_rests_on_is_not_undone(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    receipt = till.pay(10000, on=FEB)
    recorded = till.last_action()
    till.allocating.apply([Setting(till.money_of(receipt), entry, pounds(10000))])
    with refused(Problem.PAYMENT_STANDS):
        till.payments.undo(recorded)
    with refused(Problem.PAYMENT_STANDS):
        till.payments.undo(1)  # no deed with money
    assert till.open(entry) == 0


def test_an_allocation_is_taken_back_as_if_it_never_was(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    receipt = till.pay(10000, (entry, 10000), on=FEB)
    (row,) = till.lists.detail(receipt, till.today).entries[0].allocations
    done = till.allocating.take_back([row.id])
    assert till.open(entry) == 10000
    with refused(Problem.PAYMENT_STANDS):
        till.allocating.take_back([row.id])
    till.payments.undo(done.action)
    assert till.open(entry) == 0
    (again,) = till.lists.detail(receipt, till.today).entries[0].allocations
    till.allocating.take_back([again.id])
    assert till.open(entry) == 10000


def test_what_was_taken_back_already_is_not_undone_once_more(till: Till) -> None:
    """Matched, unmatched, and matched again: the first match has been undone already."""
    entry = till.invoice("1", 35370, JAN)
    receipt = till.pay(35370, on=FEB)
    setting = Setting(till.money_of(receipt), entry, pounds(35370))
    first = till.allocating.apply([setting])
    (row,) = till.lists.detail(receipt, till.today).entries[0].allocations
    till.allocating.take_back([row.id])
    again = till.allocating.apply([setting])
    with refused(Problem.PAYMENT_STANDS):
        till.payments.undo(first.action)
    assert till.open(entry) == 0
    till.payments.undo(again.action)
    assert till.open(entry) == 35370
    till.payments.bounce(receipt, till.today)


def test_a_payment_that_bounced_is_not_undone_below_what_paid_instead(till: Till) -> None:
    entry = till.invoice("1", 35370, JAN)
    till.pay(35370, (entry, 35370))
    first = till.last_action()
    till.payments.bounce(1, till.today)
    till.pay(35370, (entry, 35370))
    with refused(Problem.PAYMENT_STANDS):
        till.payments.undo(first)
    assert till.open(entry) == 0


def test_what_is_set_again_by_an_undo_is_taken_back_from_its_first_day_on(till: Till) -> None:
    """A bounce that was none leaves no trace: undone since, the match never was on any day."""
    entry = till.invoice("1", 10000, JAN)
    receipt = till.pay(10000, on=FEB)
    done = till.allocating.apply([Setting(till.money_of(receipt), entry, pounds(10000))])
    bounced = till.payments.bounce(receipt, MAR)
    till.payments.undo(bounced.action)
    till.payments.undo(done.action)
    assert {row.id for row in open_entries([till.ids["ACME"]], FEB)} == {
        entry, till.money_of(receipt),
    }  # fmt: skip
    till.allocating.apply([Setting(till.money_of(receipt), entry, pounds(10000))])
    till.payments.undo(till.payments.bounce(receipt, MAR).action)
    (row,) = [
        one
        for one in till.lists.detail(receipt, till.today).entries[0].allocations
        if one.kind is EntryKind.INVOICE
    ]
    till.allocating.take_back([row.id])
    assert {row.id for row in open_entries([till.ids["ACME"]], FEB)} == {
        entry, till.money_of(receipt),
    }  # fmt: skip


def test_a_payment_whose_receipt_is_void_already_is_not_undone(till: Till) -> None:
    till.invoice("1", 126400, JAN)
    till.invoice("2", 126400, JAN, code="BIRCH")
    receipt = till.pay(126400, code="BIRCH")
    recorded = till.last_action()
    till.claims.make("ACME", SaidPaid())
    found = till.claims.found(1, receipt)
    till.payments.undo(found.action)
    with refused(Problem.PAYMENT_STANDS):
        till.payments.undo(recorded)
    (again,) = till.lists.put_down_again(found.action)
    assert till.lists.detail(again, till.today).row.codes == ("BIRCH",)


def test_what_a_bounce_took_is_not_taken_back_by_itself(till: Till) -> None:
    receipt = till.pay(10000, on=FEB)
    till.payments.bounce(receipt, MAR)
    (row,) = till.lists.detail(receipt, till.today).entries[0].allocations
    assert row.kind is EntryKind.BOUNCE
    with refused(Problem.PAYMENT_STANDS):
        till.allocating.take_back([row.id])


# ---------------------------------------------------------------- lists


def test_the_list_is_narrowed_and_added_up(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    paid = till.pay(10000, (entry, 10000), on=FEB, reference="INV 1")
    loose = till.pay(3000, on=JAN, payer="A & Sons")
    held = till.pay(2000, on=MAR, deposit_for="Loft", code="BIRCH")
    gone = till.pay(700, on=MAR)
    till.payments.bounce(gone, MAR)

    def ids(**wanted: object) -> list[int]:
        return list(till.lists.listing(PaymentsWanted(**wanted), till.today).ids)  # type: ignore[arg-type]

    assert ids() == [gone, held, paid, loose]
    assert ids(narrow=PaymentNarrow.UNALLOCATED) == [loose]
    assert ids(narrow=PaymentNarrow.DEPOSITS) == [held]
    assert ids(narrow=PaymentNarrow.BOUNCED) == [gone]
    assert ids(code="birch") == [held]
    assert ids(text="inv") == [paid]
    assert ids(text="sons") == [loose]
    assert ids(text="Birch Ltd") == [held]
    assert ids(text="%") == []
    assert ids(first=FEB, last=FEB) == [paid]
    assert ids(method="cash") == []
    listing = till.lists.listing(PaymentsWanted(first=JAN), till.today)
    assert (listing.totals, listing.open) == ((pounds(15000),), (pounds(3000),))
    assert till.lists.listing(PaymentsWanted(), till.today).totals == ()
    before = till.lists.listing(PaymentsWanted(), FEB - timedelta(days=1))
    assert list(before.ids) == [loose]


def test_a_month_ago_it_was_not_matched_yet(till: Till) -> None:
    receipt = till.pay(5000, on=JAN)
    entry = till.invoice("1", 5000, FEB)
    till.allocating.apply([Setting(till.money_of(receipt), entry, pounds(5000))])
    (row,) = till.allocating.unmatched(JAN + timedelta(days=3))
    assert (row.open, row.age_days, row.receipt_id) == (pounds(5000), 3, receipt)
    assert till.allocating.unmatched(FEB) == []
