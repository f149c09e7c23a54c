"""Issuing invoices, drawn and written, against issuing statements of the same customers."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

from bench.book import TODAY, BenchClock, copied, opened
from bench.measure import Line, in_rounds
from creditmate.db.gateway import Gateway
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.services.invoice_issue import InvoiceIssue
from creditmate.services.invoicing import Invoicing
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Statements

_LINES = 6  # as the invoice of the pictures has


def invoice_lines(book: Path, count_: int, rounds: int) -> list[Line]:
    """Time invoices of six lines from what is typed to what is kept."""
    copy = copied(book, "invoices.creditmate")
    with opened(copy) as gateway:
        line = _issuing(gateway, count_, rounds)
    copy.unlink()
    return [line]


def _issuing(gateway: Gateway, count_: int, rounds: int) -> Line:
    codes = [f"C{number:05}" for number in range(count_)]
    statements = StatementRun(Statements(gateway), lambda work: work())
    days = (TODAY - timedelta(back) for back in count())

    def state(as_at: date) -> None:
        """A day of its own each time: what was issued before would only be delivered."""
        statements.run(as_at, codes, deliver=lambda _: None)

    times = in_rounds(
        {"statements": lambda: state(next(days)), "invoices": lambda: _invoice(gateway, codes)},
        rounds,
    )
    return Line(
        f"{count_} invoices of {_LINES} lines worked out, drawn and issued into a ledger",
        times.ratios("invoices", "statements"),
        times.median("invoices"),
        "of statements read, drawn and issued for the same customers",
    )


def _invoice(gateway: Gateway, codes: Sequence[str]) -> None:
    invoicing = Invoicing(gateway, BenchClock())
    issuing = InvoiceIssue(invoicing, lambda work: work())
    for place, code in enumerate(codes):
        lines = tuple(
            NewLine(f"Board no. {place}-{n}", Decimal(n + 1), Decimal("12.34") * (n + 1), "m")
            for n in range(_LINES)
        )
        issuing.issue(invoicing.plan(NewInvoice(code, TODAY, lines)))
