"""What money is for, over a real ledger: discounts, groups, settings, and what waits."""

from datetime import date, timedelta

from creditmate.db.connection import execute
from creditmate.db.customers import terms_id
from creditmate.db.models import Customer
from creditmate.domain.allocation_plan import Setting
from creditmate.domain.allocation_suggestion import Fit
from creditmate.domain.errors import Problem
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method, NewPayment
from creditmate.services.allocating import MoneyWanted
from creditmate.services.statements import Statements
from tests.builders import a_credit_note, an_entry
from tests.services.money import Till, pounds, refused

JAN = date(2026, 1, 5)


def customer_edit(till: Till, code: str, **values: object) -> None:
    with till.office.gateway.write("edit") as writing:
        row = Customer.get_by_id(till.ids[code])
        writing.edit(Customer, row.id, row.version, **values)


def offer_two_percent(till: Till) -> None:
    """2/10 net 30 for ACME."""
    terms = '{"days": 30, "discount_days": 10, "discount_percent": "2"}'
    with till.office.gateway.write("terms") as writing:
        id_ = terms_id(writing, "net", terms)
    customer_edit(till, "ACME", payment_terms_id=id_)


def test_numbers_in_the_reference_go_before_a_sum_that_fits(till: Till) -> None:
    till.invoice("INV-0001", 50000, JAN)
    till.invoice("INV-0002", 20000, JAN)
    till.invoice("INV-0003", 30000, JAN)
    assert till.propose(50000) == {"INV-0001": 50000}
    assert till.propose(50000, "0002 + 0003") == {"INV-0002": 20000, "INV-0003": 30000}


def test_terms_of_the_customer_offer_a_discount_for_as_long_as_they_say(till: Till) -> None:
    offer_two_percent(till)
    entry = till.invoice("1", 10000, JAN)
    for days, fit, off in ((10, Fit.EXACT_ITEM, 200), (11, Fit.OLDEST_FIRST, 0)):
        wanted = MoneyWanted("ACME", pounds(9800), JAN + timedelta(days=days))
        found = till.allocating.propose(wanted)
        assert (found.fit, found.items[0].discount) == (fit, pounds(off))
    early = till.allocating.propose(MoneyWanted("ACME", pounds(9800), JAN + timedelta(days=9)))
    day = JAN + timedelta(days=9)
    till.payments.record(NewPayment(day, Method.TRANSFER, early.shares))
    assert till.open(entry) == 0
    till.invoice("2", 5000, JAN)
    (left,) = till.allocating.propose(MoneyWanted("ACME", pounds(1), JAN)).items
    assert left.item.discount == pounds(100)


def test_a_discount_is_taken_once(till: Till) -> None:
    offer_two_percent(till)
    entry = till.invoice("1", 10000, JAN)
    half = [(EntryKind.DISCOUNT, entry, 100)]
    with refused(Problem.DISCOUNT_NOT_OFFERED):  # not all of it is paid
        till.pay(4000, (entry, 4000), on=JAN, extras=half)
    with refused(Problem.DISCOUNT_NOT_OFFERED):
        till.pay(9700, (entry, 9700), on=JAN, extras=[*half, (EntryKind.DISCOUNT, entry, 200)])
    till.pay(4000, (entry, 4000), on=JAN)
    receipt = till.pay(5800, (entry, 5800), on=JAN, extras=[*half, *half])
    assert till.open(entry) == 0
    spare = till.lists.detail(receipt, till.today).entries[0].allocations[0].id
    till.allocating.take_back([spare])
    with refused(Problem.DISCOUNT_NOT_OFFERED):
        till.pay(5700, (entry, 5700), on=JAN, extras=half)


def test_a_head_office_pays_for_its_branches_in_one_receipt(till: Till) -> None:
    for code in ("BIRCH", "CEDAR"):
        customer_edit(till, code, head_office_id=till.ids["ACME"])
    entries = [till.invoice(code, 10000 * place, JAN, code=code)
               for place, code in enumerate(till.ids, start=1)]  # fmt: skip
    found = till.allocating.propose(MoneyWanted("acme", pounds(65000), till.today))
    assert {share.code: share.amount.minor for share in found.shares} == {
        "ACME": 15000, "BIRCH": 20000, "CEDAR": 30000,
    }  # fmt: skip
    receipt = till.payments.record(NewPayment(till.today, Method.TRANSFER, found.shares)).id
    assert [till.open(entry) for entry in entries] == [0, 0, 0]
    assert till.lists.detail(receipt, till.today).row.open == pounds(5000)
    alone = MoneyWanted("ACME", pounds(65000), till.today, with_branches=False)
    assert till.allocating.propose(alone).items == ()


def test_what_is_in_question_is_shown_and_another_currency_left_out(till: Till) -> None:
    entry = till.invoice("1", 10000, JAN)
    till.invoice("2", 7000, JAN, currency="EUR")
    from creditmate.db.disputes import add_disputes  # noqa: PLC0415

    with till.office.gateway.write("dispute") as writing:
        row = (till.ids["ACME"], JAN, 0, "price", "", None, "", None)
        add_disputes(writing, [row], [(0, entry, 3000)])
    found = till.allocating.propose(MoneyWanted("ACME", pounds(7000), till.today))
    assert [(one.item.number, one.item.disputed) for one in found.items] == [("1", pounds(3000))]


def test_an_invoice_of_a_later_day_is_not_there_to_be_paid_yet(till: Till) -> None:
    till.invoice("1", 10000, till.today + timedelta(days=1))
    assert till.propose(10000) == {}


def test_the_worksheet_uses_every_item_once_and_credits_too(till: Till) -> None:
    till.invoice("1", 10000, JAN)
    till.invoice("2", 4000, JAN)
    till.pay(10000, on=JAN)
    till.pay(10000, on=JAN + timedelta(days=1))
    with till.office.gateway.write("note") as writing:
        a_credit_note(writing, till.ids["ACME"], "CN-1", till.today, 500)
    rows = till.allocating.worksheet("ACME")
    found = [
        {one.item.number: one.amount.minor for one in row.proposal.items if one.amount}
        if row.proposal
        else None
        for row in rows
    ]
    assert found == [{"1": 10000}, {"2": 4000}, None]
    assert rows[2].credit.kind is EntryKind.CREDIT_NOTE
    assert [row.credit.code for row in till.allocating.worksheet()] == ["ACME"] * 3


def test_charges_go_last_unless_the_settings_say_otherwise(till: Till) -> None:
    with till.office.gateway.write("charge") as writing:
        an_entry(writing, till.ids["ACME"], EntryKind.CHARGE, JAN, pounds(700), due=JAN)
    till.invoice("1", 10000, JAN)
    assert till.propose(5000) == {"1": 5000}


def test_settings_that_do_not_belong_together_are_refused(till: Till) -> None:
    here, there = till.invoice("1", 1000, JAN), till.invoice("2", 1000, JAN, code="BIRCH")
    euro = till.invoice("3", 1000, JAN, currency="EUR")
    credit = till.money_of(till.pay(1000))
    for parts in (
        [],
        [Setting(credit, there, pounds(1))],
        [Setting(credit, euro, pounds(1))],
        [Setting(credit, here, Money(1, "EUR"))],
        [Setting(here, credit, pounds(1))],
        [Setting(credit, 999, pounds(1))],
        [Setting(credit, here, pounds(0))],
    ):
        with refused(Problem.PAYMENT_FIELD):
            till.allocating.apply(parts)
    with refused(Problem.ALLOCATED_TOO_MUCH):
        till.allocating.apply([Setting(credit, here, pounds(1001))])
    with refused(Problem.PAYMENT_STANDS):
        till.allocating.take_back([])
    with refused(Problem.PAYMENT_FIELD):
        till.allocating.propose(MoneyWanted("ACME", pounds(0), till.today))
    assert execute("SELECT count(*) FROM allocation").fetchone() == (0,)


def test_a_hundred_invoices_are_paid_at_once(till: Till) -> None:
    entries = [till.invoice(f"N{place}", 100 + place, JAN) for place in range(100)]
    amount = sum(100 + place for place in range(100))
    found = till.allocating.propose(MoneyWanted("ACME", pounds(amount), till.today))
    assert (found.fit, found.only) == (Fit.EXACT_SUM, True)
    till.payments.record(NewPayment(till.today, Method.TRANSFER, found.shares))
    assert not any(till.open(entry) for entry in entries)


def test_money_unmatched_is_said_before_anybody_is_contacted(till: Till) -> None:
    till.invoice("1", 10000, JAN)
    till.pay(4000, on=JAN)
    brief = till.office.brief("ACME")
    assert [row.open for row in brief.unmatched] == [pounds(4000)]
    assert brief.accounts[0].pay_now.unmatched == pounds(4000)
    assert till.office.today()[0].line.amounts == (pounds(6000),)


def test_a_head_offices_statement_takes_off_what_waits_at_a_branch(till: Till) -> None:
    customer_edit(till, "BIRCH", head_office_id=till.ids["ACME"], statement_to="head_office")
    till.invoice("1", 10000, JAN)
    till.invoice("2", 5000, JAN, code="BIRCH")
    till.pay(3000, on=JAN, code="BIRCH")
    till.pay(700, on=JAN, code="BIRCH", deposit_for="Loft")
    drafts, _ = Statements(till.office.gateway).drafts(till.today, ["ACME"])
    pays = drafts[0].paper.statement.pay_now
    assert (pays.overdue, pays.unmatched, pays.due) == (
        pounds(15000), pounds(3000), pounds(12000),
    )  # fmt: skip


def test_who_pays_is_known_with_what_is_open_before_the_amount_is(till: Till) -> None:
    till.invoice("1", 10000, JAN)
    till.invoice("2", 5000, JAN - timedelta(days=9))
    payer = till.allocating.payer("acme", JAN)
    assert (payer.code, payer.currency) == ("ACME", "GBP")
    assert [item.number for item in payer.items] == ["2", "1"]
    till.invoice("3", 700, JAN, code="BIRCH", currency="EUR")
    assert till.allocating.payer("BIRCH", JAN).currency == "EUR"  # all they owe is in euros
    assert till.allocating.payer("BIRCH", JAN, "GBP").items == ()
