"""Histories of invoices that a replay reads: CSV files as published, and ledgers of ours.

A CSV file has the columns customerID, InvoiceDate, DueDate, SettledDate and InvoiceAmount, and may
have Currency; days are m/d/yyyy or ISO. An invoice without a SettledDate is open still. Amounts
are compared as they are: a history in several currencies is one of several histories.
"""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from creditmate.db import ledger_file
from creditmate.db.connection import close, execute
from creditmate.domain.currencies import exponent

CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class Invoice:
    """One invoice of the history; one that is open still is settled on the last day there is."""

    id: int
    customer: int
    day: date
    due: date
    settled: date
    minor: int
    currency: str = CURRENCY

    @property
    def is_settled(self) -> bool:
        """Whether it ended."""
        return self.settled < date.max

    @property
    def days_late(self) -> int:
        """Days from due to settlement, negative when early."""
        return (self.settled - self.due).days


def read_history(path: Path) -> list[Invoice]:
    """Read a history; customers are numbered in the order in which they appear.

    Raises:
        UserError: The ledger cannot be opened.
        ValueError: The file cannot be read as a history.
    """
    return _of_ledger(path) if path.suffix == ".creditmate" else _of_csv(path)


def _of_csv(path: Path) -> list[Invoice]:
    customers: dict[str, int] = {}
    found = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            customer = customers.setdefault(row["customerID"], len(customers))
            currency = row.get("Currency") or CURRENCY
            exact = Decimal(row["InvoiceAmount"]).scaleb(exponent(currency))
            minor = int(exact.to_integral_value())
            day, due = _day(row["InvoiceDate"]), _day(row["DueDate"])
            settled = _day(row["SettledDate"]) if row["SettledDate"] else date.max
            found.append(Invoice(number, customer, day, due, settled, minor, currency))
    return found


def _day(text: str) -> date:
    form = "%m/%d/%Y" if "/" in text else "%Y-%m-%d"
    return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day, no moment


def _of_ledger(path: Path) -> list[Invoice]:
    """Read the invoices of a ledger that is not protected; nothing is written to it."""
    ledger_file.open_existing(path, _no_migration)
    try:
        rows = execute(
            "SELECT id, customer_id, day, due_day, closed_day, currency, amount_minor FROM entry"
            " WHERE kind = 'invoice' AND due_day IS NOT NULL AND void_action_id IS NULL"
            " ORDER BY id"
        ).fetchall()
    finally:
        close()
    iso = date.fromisoformat
    return [
        Invoice(id_, customer, iso(day), iso(due), iso(closed) if closed else date.max, minor, code)
        for id_, customer, day, due, closed, code, minor in rows
    ]


def _no_migration(reason: str) -> None:
    raise ValueError(f"of an earlier format, open it with CreditMate first: {reason}")
