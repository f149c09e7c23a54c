"""A ledger for payments: three customers, invoices by number, and what is open of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from creditmate.db.connection import execute
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.receipts import Extra, Method, NewPayment, Part, Share
from creditmate.services.allocating import Allocating, MoneyWanted
from creditmate.services.claims import Claims
from creditmate.services.payment_lists import PaymentLists
from creditmate.services.payments import Payments
from tests.builders import a_batch, a_customer, an_invoice
from tests.services.conftest import Office


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def refused(problem: Problem) -> pytest.RaisesExc[UserError]:
    """What is refused for one reason and no other."""
    return pytest.RaisesExc(UserError, check=lambda error: error.problem is problem)


@dataclass
class Till:
    """The use-cases of money in one place, and what tests ask of the ledger."""

    office: Office

    def __post_init__(self) -> None:
        gateway, clock = self.office.gateway, self.office.clock
        self.payments = Payments(gateway, clock)
        self.allocating = Allocating(gateway, clock)
        self.claims = Claims(gateway, clock)
        self.lists = PaymentLists()
        with gateway.write("set-up") as writing:
            self.ids = {code: a_customer(writing, code) for code in ("ACME", "BIRCH", "CEDAR")}
            self.batch = a_batch(writing)

    @property
    def today(self) -> date:
        return self.office.clock.today

    def invoice(
        self, number: str, minor: int, on: date, *, code: str = "ACME", currency: str = "GBP"
    ) -> int:
        """Add an invoice due after thirty days and return its entry."""
        with self.office.gateway.write("add-invoice") as writing:
            return an_invoice(
                writing, self.ids[code], number, on, minor, currency=currency, batch=self.batch
            )

    def pay(
        self,
        minor: int,
        *parts: tuple[int, int],
        on: date | None = None,
        code: str = "ACME",
        extras: Sequence[tuple[EntryKind, int, int]] = (),
        deposit_for: str = "",
        reference: str = "",
        payer: str = "",
    ) -> int:
        """Record a payment by transfer with just these parts and return the receipt."""
        share = Share(
            code,
            pounds(minor),
            tuple(Part(entry, pounds(part)) for entry, part in parts),
            tuple(Extra(kind, entry, pounds(part)) for kind, entry, part in extras),
            deposit_for,
        )
        payment = NewPayment(on or self.today, Method.TRANSFER, (share,), payer, reference)
        return self.payments.record(payment).id

    def propose(self, minor: int, text: str = "", code: str = "ACME") -> dict[str, int]:
        """What is proposed, by invoice number."""
        found = self.allocating.propose(MoneyWanted(code, pounds(minor), self.today, text))
        return {row.item.number: row.amount.minor for row in found.items if row.amount}

    def open(self, entry: int) -> int:
        """What is open of an entry now, in minor units."""
        sql = "SELECT open_minor FROM entry WHERE id = ?"
        return int(execute(sql, (entry,)).fetchone()[0])

    def money_of(self, receipt: int) -> int:
        """The first entry of a receipt's money."""
        sql = "SELECT min(id) FROM entry WHERE receipt_id = ? AND kind = 'receipt'"
        return int(execute(sql, (receipt,)).fetchone()[0])

    def last_action(self) -> int:
        return int(execute("SELECT max(id) FROM action").fetchone()[0])
