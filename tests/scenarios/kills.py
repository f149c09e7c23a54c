"""Kills a child at random moments while it imports, records, issues, and takes money in.

Run as a program: ``python -m tests.scenarios.kills FOLDER KILLS SEED``. It prints JSON: how many
kills, what had been acknowledged, and everything that was lost, half done or not provable. The
child is forked, so that a kill costs a tenth of a second and not a start of Python; killing
shows what a crash leaves, not what a power cut does (reliability.md, finding 1).
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from creditmate.bootstrap import build
from creditmate.db.connection import execute
from creditmate.db.imports import known_documents
from creditmate.domain.claims import SaidPaid
from creditmate.domain.importing import ImportOptions
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.domain.outcomes import Outcome
from creditmate.domain.receipts import Method, NewPayment
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.services.allocating import MoneyWanted
from creditmate.services.calls import CallNote
from creditmate.services.invoice_issue import InvoiceIssue
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.statement_run import StatementRun

TODAY = date(2026, 11, 23)
HEADER = "Customer,Invoice number,Invoice date,Due date,Amount,Date paid,Currency"
ROWS_A_FILE = 40
PAID_MINOR = 12_345
ONE = Decimal(1)
KINDS = ("import", "call", "statement", "invoice", "claim", "payment")
SOONEST, LATEST = 0.02, 0.9
"""Seconds between which a child is killed; later where a round takes longer. Before each import the
ledger is backed up and the copy proved."""
ENOUGH = 5
"""Acknowledged of every kind, before the kills prove anything; a slow computer needs more kills."""
MOST = 4
"""Times the kills that were asked for, at most."""


def work(program: Program, ledger: Path, turn: int, told: int) -> None:
    """Work until killed, telling what is saved once the use-case has returned."""
    program.ask(lambda: program.ledgers.open(ledger))
    for step in range(1000):
        name = f"{turn}.{step}"
        one_round(program, name, turn, lambda line: os.write(told, f"{line}\n".encode()))


def one_round(program: Program, name: str, turn: int, tell: Callable[[str], object]) -> None:
    """Import, then do everything else with who came; tell of each once it has returned.

    What comes first is another thing each turn: a computer that is busy gets no further.
    """
    program.ask(lambda: import_file(program, name))
    tell(f"import {name}")
    for place in range(len(AFTERWARDS)):
        kind, work = AFTERWARDS[(turn + place) % len(AFTERWARDS)]
        tell(f"{kind} {work(program, name)}")


def import_file(program: Program, name: str) -> None:
    rows = []
    for row in range(ROWS_A_FILE):
        paid = "2026-10-01" if row % 3 else ""
        day = f"2026-{1 + row % 9:02}-15"
        rows.append(f"C{name},{name}.{row},{day},2026-10-30,{100 + row}.00,{paid},GBP")
    data = "\n".join((HEADER, *rows)).encode()
    program.importing.run(read_invoice_table(data, ImportOptions()), "kills")


def record_call(program: Program, name: str) -> str:
    """Record a call, and return whom it was with."""
    note = CallNote("Ann", Outcome.CALL_BACK, name, next_day=TODAY)
    program.ask(lambda: program.calls.record(f"C{name}", note))
    return name


def issue_statement(program: Program, name: str) -> str:
    """Issue a statement, and return its number."""
    run = StatementRun(program.statements, program.ask)
    (issued,) = run.run(TODAY, [f"C{name}"], lambda _: None).issued
    return issued.number


def issue_invoice(program: Program, name: str) -> str:
    """Issue an invoice of our own, and return its number."""
    lines = (NewLine("Oak boards", Decimal(3), Decimal("41.50")), NewLine("Delivery", ONE, ONE))
    new = NewInvoice(f"C{name}", TODAY, lines)
    plan = program.ask(lambda: program.invoicing.plan(new))
    return InvoiceIssue(program.invoicing, program.ask).issue(plan).issued.number


def make_claim(program: Program, name: str) -> int:
    """Put down that the customer says it has paid; return the claim."""
    return program.ask(lambda: program.claims.make(f"C{name}", SaidPaid()).id)


def record_payment(program: Program, name: str) -> int:
    """Record money for what the customer owes, as it is suggested; return the receipt."""
    wanted = MoneyWanted(f"C{name}", Money(PAID_MINOR, "GBP"), TODAY)

    def record() -> int:
        shares = program.allocating.propose(wanted).shares
        return program.payments.record(NewPayment(TODAY, Method.TRANSFER, shares)).id

    return program.ask(record)


AFTERWARDS: tuple[tuple[str, Callable[[Program, str], object]], ...] = (
    ("call", record_call),
    ("statement", issue_statement),
    ("invoice", issue_invoice),
    ("claim", make_claim),
    ("payment", record_payment),
)


def killed(ledger: Path, turn: int, after: float) -> list[str]:
    """Let a child work, kill it after so many seconds, and return what it had told."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        work(build(TODAY), ledger, turn, write)
    os.close(write)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(read) as told:
        return told.read().splitlines()


def faults(program: Program, acknowledged: set[str]) -> Iterator[str]:
    """What is lost, half done or not as it must be in the open ledger."""
    saved = program.upkeep.check()
    yield from (f"{f.rule} {f.table} {f.row_id} {f.detail}" for f in saved.findings)
    whole: dict[str, int] = {}
    for _, key in known_documents("kills"):
        name = key.rpartition(".")[0]
        whole[name] = whole.get(name, 0) + 1
    yield from (f"half an import: {name}" for name, count in whole.items() if count != ROWS_A_FILE)
    numbers = {number for (number,) in execute("SELECT number FROM paper")}
    ids = {"claim": ids_of("claim"), "payment": ids_of("receipt")}
    for line in sorted(acknowledged):
        kind, _, name = line.partition(" ")
        if kind == "import" and name not in whole:
            yield f"lost: {line}"
        if kind == "call" and not program.customers.brief(f"C{name}", TODAY).last_contacts:
            yield f"lost: {line}"
        if kind in {"statement", "invoice"} and name not in numbers:
            yield f"lost: {line}"
        if kind in {"claim", "payment"} and int(name) not in ids[kind]:
            yield f"lost: {line}"
    yield from (f"an invoice without its page or lines: {number}" for number in halves())


def ids_of(table: str) -> set[int]:
    return {id_ for (id_,) in execute(f"SELECT id FROM {table}")}


def halves() -> list[str]:
    """Numbers of own invoices that lack their lines, taxes, debit or page."""
    rows = execute(
        "SELECT number FROM document d WHERE id IN (SELECT document_id FROM own_document)"
        " AND NOT (EXISTS (SELECT 1 FROM line WHERE document_id = d.id)"
        " AND EXISTS (SELECT 1 FROM document_tax WHERE document_id = d.id)"
        " AND EXISTS (SELECT 1 FROM document_paper WHERE document_id = d.id)"
        " AND d.gross_minor = (SELECT sum(amount_minor) FROM entry WHERE document_id = d.id))"
    )
    return [number for (number,) in rows]


def main(folder: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    ledger = folder / "kills.creditmate"
    first = build(TODAY)
    business = NewBusiness("Kills", "GB", "GBP", "en_GB", "Europe/London")
    first.ask(lambda: first.ledgers.create(ledger, business))
    one_round(first, "warm", 0, lambda line: None)  # fonts are loaded once, not by every child
    begun = time.perf_counter()
    one_round(first, "timed", 0, lambda line: None)
    latest = max(LATEST, 2 * (time.perf_counter() - begun))
    first.stop()
    acknowledged: set[str] = set()
    found: list[str] = []
    turn = 0
    while turn < kills or (min(told_of(acknowledged).values()) < ENOUGH and turn < MOST * kills):
        acknowledged |= set(killed(ledger, turn, chance.uniform(SOONEST, latest)))
        turn += 1
        if turn % 5 == 0:
            found += looked_at(ledger, acknowledged)
    found += looked_at(ledger, acknowledged)
    answer = {"kills": turn, "acknowledged": told_of(acknowledged), "faults": found}
    sys.stdout.write(json.dumps(answer))


def told_of(acknowledged: set[str]) -> dict[str, int]:
    """How much of every kind was acknowledged."""
    kinds = [line.split()[0] for line in acknowledged]
    return {kind: kinds.count(kind) for kind in KINDS}


def looked_at(ledger: Path, acknowledged: set[str]) -> list[str]:
    program = build(TODAY)
    try:
        program.ask(lambda: program.ledgers.open(ledger))
        return program.ask(lambda: list(faults(program, acknowledged)))
    finally:
        program.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
