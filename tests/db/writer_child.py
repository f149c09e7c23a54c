"""A process that writes a mixed workload until it is killed, telling what was saved."""

import random
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from creditmate.db.business import series
from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.habits import keep_habits
from creditmate.db.models import Customer, Interaction, Promise
from creditmate.db.papers import next_counter
from tests.builders import (
    KEY,
    RealClock,
    a_batch,
    a_customer,
    a_gateway,
    a_receipt,
    allocate,
    an_invoice,
    day,
    open_ledger,
)
from tests.db.specimens import issue_paper

Chance = random.Random
Acknowledgement = tuple[int, str, str, str]
"""An action's id, use-case and hash, and the number of the paper it issued or nothing."""


def import_invoices(writing: Writing, chance: Chance) -> str:
    """Write a customer with many invoices, half of them paid: a bulk write."""
    batch = a_batch(writing)
    customer = a_customer(writing, f"C{writing.id}")
    for number in range(chance.randrange(1, 40)):
        invoice = an_invoice(
            writing, customer, f"{writing.id}-{number}", day(number), 1000, batch=batch
        )
        if number % 2:
            allocate(writing, a_receipt(writing, customer, day(number + 9), 600), invoice, 600)
    keep_habits([customer])
    return ""


def record_call(writing: Writing, chance: Chance) -> str:
    """Write a call with a promise, and what is to be remembered."""
    customer, version = chance.choice(execute("SELECT id, version FROM customer").fetchall())
    interaction = writing.add(
        Interaction,
        customer_id=customer, contact_id=None, heard_name="a Mr Elm", staff_id=None,
        channel="call", direction="out", number="", day=day(40),
        at="2026-02-10T09:00:00.000+00:00", at_offset=0, seconds=95, outcome="promised",
        notes="pays on Friday", next_day=day(44), none_because="", corrects_id=None,
        mood="", signals="",
    )  # fmt: skip
    writing.add(
        Promise,
        customer_id=customer, interaction_id=interaction, side="theirs", made_day=day(40),
        due_day=day(44), grace_days=3, until_day=day(47), currency="GBP", amount_minor=2000,
        deed="", method="",
    )  # fmt: skip
    writing.edit(Customer, customer, version, remember=f"call {interaction}")
    return ""


def issue_statement(writing: Writing, chance: Chance) -> str:
    """Issue the next statement."""
    (customer,) = chance.choice(execute("SELECT id FROM customer").fetchall())
    counter = next_counter(series("statement")[0], "2026")
    issue_paper(writing, customer, counter)
    return f"S-2026-{counter:03}"


WORKLOAD: tuple[Callable[[Writing, Chance], str], ...] = (
    import_invoices,
    record_call,
    record_call,
    issue_statement,
    issue_statement,
)


def write_until_killed(path: Path, seed: int, tell: Connection, protected: bool) -> None:
    """Open the ledger and write; each action is told once it is saved, never before."""
    chance = random.Random(seed)
    tell.send("started")
    open_ledger(path, key=KEY if protected else None)
    gateway = a_gateway(RealClock())
    for round_ in count():
        customers = execute("SELECT count(*) FROM customer").fetchone()[0]
        work = WORKLOAD[0] if not customers else chance.choice(WORKLOAD)
        with gateway.write(work.__name__, reason=f"round {round_}") as writing:
            number = work(writing, chance)
        hash_ = execute("SELECT hash FROM action WHERE id = ?", (writing.id,)).fetchone()[0]
        tell.send((writing.id, work.__name__, hash_, number))
