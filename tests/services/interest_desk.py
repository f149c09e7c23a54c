"""A desk at which interest is decided: late invoices by number, terms with a clause, a hold."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from creditmate.db.models import Acceptance, Customer, TermsClause, TermsVersion
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.services.interest import Interest
from creditmate.services.invoice_issue import DeliverableDocument
from tests.builders import a_receipt, allocate, an_invoice
from tests.services.invoice_desk import Desk, a_desk

INVOICED, DUE, PAID = date(2026, 5, 31), date(2026, 6, 30), date(2026, 9, 28)


@dataclass
class InterestDesk:
    """The use-cases of interest over one ledger; ``ACME`` is a company that owes 1,200.00."""

    desk: Desk

    def __post_init__(self) -> None:
        self.interest = Interest(self.desk.gateway, self.desk.clock)
        for code in ("ACME", "EURO"):
            self.desk.set_customer(code, legal_form=LegalForm.COMPANY.value)

    def customer(self, code: str = "ACME") -> int:
        return int(Customer.get(Customer.code == code).id)

    def late(
        self, number: str = "A-1", minor: int = 1_200_00, due: date = DUE, code: str = "ACME"
    ) -> int:
        """Add an invoice and return its entry."""
        currency = Customer.get(Customer.code == code).currency
        with self.desk.gateway.write("test") as writing:
            return an_invoice(
                writing, self.customer(code), number, INVOICED, minor, due=due, currency=currency
            )

    def pay(self, entry: int, minor: int, on: date = PAID) -> None:
        with self.desk.gateway.write("test") as writing:
            receipt = a_receipt(writing, self.customer(), on, minor)
            allocate(writing, receipt, entry, minor)

    def accept(self, rate: str | None, per: str | None, *clauses: str, on: date) -> None:
        """Let ``ACME`` accept terms with a clause about interest."""
        wording = f"Interest is {rate}"
        with self.desk.gateway.write("test") as writing:
            version = writing.add(
                TermsVersion, title="Terms of trade", language="en_GB", number=1,
                effective_day=date(2025, 1, 1), wording=wording, blob_id=None, file_name="",
                pages=None, sha256=hashlib.sha256(wording.encode()).hexdigest(), note="",
            )  # fmt: skip
            for place, kind in enumerate(clauses, 1):
                sets = kind == "interest"
                writing.add(
                    TermsClause, terms_version_id=version, place=place, kind=kind, number="",
                    summary="x", rate=rate if sets else None, per=per if sets else None,
                )  # fmt: skip
            writing.add(
                Acceptance, customer_id=self.customer(), terms_version_id=version, day=on,
                method="signed_terms", contact_id=None, by_whom="Ms Ash", capacity="owner",
                clauses=" ".join(clauses), reference="", note="",
            )  # fmt: skip

    def one(self, number: str = "A-1", as_at: date | None = None) -> LateInterest:
        (found,) = self.interest.of_number(number, as_at or self.desk.clock.today)
        return found

    def charge(self, *entries: int, as_at: date | None = None) -> list[DeliverableDocument]:
        plans = self.interest.plan(entries, as_at or self.desk.clock.today)
        return [self.desk.issuing.issue(plan) for plan in plans]


@contextmanager
def an_interest_desk(path: Path) -> Iterator[InterestDesk]:
    """Open one; when it is left, the ledger has to prove whole."""
    with a_desk(path) as desk:
        yield InterestDesk(desk)


def gbp(minor: int) -> Money:
    """Return an amount in pounds."""
    return Money(minor, "GBP")
