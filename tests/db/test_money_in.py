"""What belongs to money in is proved: every rule finds what breaks it, and nothing else."""

from collections.abc import Callable
from datetime import date

import pytest

from creditmate.db.connection import execute
from creditmate.db.models import (
    Claim,
    ClaimEvent,
    ClaimItem,
    Deposit,
    DepositRelease,
    ReceiptBank,
    ReceiptExtra,
)
from creditmate.db.proof.everything import prove_all
from creditmate.db.proof.money_in import prove_money_in
from creditmate.domain.claims import SaidPaid
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from tests.builders import allocate, an_entry
from tests.services.conftest import Office, office  # noqa: F401 - a fixture
from tests.services.money import Till

JAN, FEB = date(2026, 1, 5), date(2026, 2, 5)


@pytest.fixture
def till(office: Office) -> Till:  # noqa: F811 - the fixture
    """A till with a receipt of each sort, an invoice and a claim; nothing is wrong with it."""
    made = Till(office)
    entry = made.invoice("1", 10000, JAN)
    made.pay(1000, (entry, 1000), on=FEB, extras=[(EntryKind.TAX_WITHHELD, entry, 100)])
    made.pay(2000, on=FEB, deposit_for="Loft")
    made.payments.bounce(made.pay(700, (entry, 700), on=FEB), FEB)
    made.invoice("2", 4000, JAN, code="BIRCH")
    made.claims.make("BIRCH", SaidPaid())
    assert prove_all() == []
    return made


def break_extra(till: Till) -> None:
    with till.office.gateway.write("break") as writing:
        entry = an_entry(writing, till.ids["ACME"], EntryKind.WRITE_OFF, FEB, Money(-5, "GBP"))
        writing.add(ReceiptExtra, receipt_id=1, entry_id=entry)


def break_bank(till: Till) -> None:
    with till.office.gateway.write("break") as writing:
        writing.add(ReceiptBank, receipt_id=1, currency="GBP", amount_minor=1000)


def break_bounce(till: Till) -> None:
    with till.office.gateway.write("break") as writing:
        money = Money(300, "GBP")
        an_entry(writing, till.ids["ACME"], EntryKind.BOUNCE, FEB, money, due=FEB, receipt=1)


def break_deposit(till: Till) -> None:
    with till.office.gateway.write("break") as writing:
        writing.add(Deposit, entry_id=1, job="Loft")


def use_while_held(till: Till) -> None:
    held = execute("SELECT entry_id FROM deposit").fetchone()[0]
    with till.office.gateway.write("break") as writing:
        allocate(writing, held, 1, 5)


def release_before_it_came(till: Till) -> None:
    with till.office.gateway.write("break") as writing:
        writing.add(DepositRelease, deposit_id=1, day=JAN)


def claim(till: Till, **values: object) -> int:
    usual: dict[str, object] = {
        "customer_id": till.ids["BIRCH"], "interaction_id": None, "day": FEB, "by_whom": "",
        "paid_day": FEB, "method": "transfer", "reference": "", "currency": "GBP",
        "amount_minor": 5, "until_day": FEB, **values,
    }  # fmt: skip
    with till.office.gateway.write("break") as writing:
        return writing.add(Claim, **usual)


def claim_of_tomorrow(till: Till) -> None:
    claim(till, paid_day=till.today)


def claim_about_another(till: Till) -> None:
    with till.office.gateway.write("break") as writing:
        writing.add(ClaimItem, claim_id=1, entry_id=1)


def claim_found_elsewhere(till: Till) -> None:
    with till.office.gateway.write("break") as writing:
        writing.add(ClaimEvent, claim_id=1, kind="found", day=till.today, receipt_id=1)


def claim_found_nowhere(till: Till) -> None:
    with till.office.gateway.write("break") as writing:
        writing.add(ClaimEvent, claim_id=1, kind="found", day=till.today, receipt_id=None)


@pytest.mark.parametrize(
    ("harm", "rule"),
    [
        (break_extra, "extra-belongs-to-its-receipt"),
        (break_bank, "bank-booked-less"),
        (break_bounce, "bounce-takes-all-of-a-receipt"),
        (break_deposit, "deposit-is-money-in"),
        (use_while_held, "deposit-unused-while-held"),
        (release_before_it_came, "deposit-released-after-it-came"),
        (claim_of_tomorrow, "claim-days-in-order"),
        (claim_about_another, "claim-is-about-its-customers-items"),
        (claim_found_elsewhere, "claim-found-in-its-customers-money"),
        (claim_found_nowhere, "claim-found-in-its-customers-money"),
    ],
)
def test_what_breaks_a_rule_is_found(till: Till, harm: Callable[[Till], None], rule: str) -> None:
    harm(till)
    assert {finding.rule for finding in prove_money_in()} == {rule}


def test_a_deposit_pays_from_its_release_on_and_not_before(till: Till) -> None:
    """Received and invoiced in winter, released in spring: in between it was held."""
    till.payments.release(1, date(2026, 4, 1))
    held = execute("SELECT entry_id FROM deposit").fetchone()[0]
    from creditmate.domain.allocation_plan import Setting  # noqa: PLC0415

    till.allocating.apply([Setting(held, 1, Money(2000, "GBP"))])
    sql = "SELECT day FROM allocation WHERE credit_entry_id = ?"
    assert execute(sql, (held,)).fetchone() == ("2026-04-01",)
    assert prove_all() == []
