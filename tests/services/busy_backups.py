"""Backs a ledger up again and again while another thread writes into it without a pause."""

import threading
import time
from dataclasses import dataclass, field

from creditmate.db.connection import execute
from creditmate.db.models import CashPosted
from creditmate.services.drills import Target
from creditmate.services.program import Program
from tests.builders import day

LEAST, MOST = 5, 5_000
"""Backups made, however slow or quick the computer is."""


@dataclass
class Busy:
    """What was done, and the backups that were not the ledger.

    Attributes:
        made: Backups, each restored into an empty place and compared.
        written: Actions saved meanwhile.
        during: Of them, those saved between two steps of a copy.
    """

    made: int = 0
    written: int = 0
    during: int = 0
    bad: list[str] = field(default_factory=list)


def post(program: Program) -> None:
    """Save an action; for the database thread."""
    with program._gateway.write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(1))


def actions(program: Program) -> int:
    return int(program.ask(lambda: execute("SELECT max(id) FROM action").fetchone()[0]))


def backed_up_while_written(program: Program, seconds: float) -> Busy:
    """Back the open ledger up for so long, and at least a few times, while it is written."""
    busy, stop = Busy(), threading.Event()

    def write() -> None:
        while not stop.is_set():
            program.ask(lambda: post(program))
            busy.written += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        until = time.monotonic() + seconds
        while (time.monotonic() < until or not busy.during or busy.made < LEAST) and (
            busy.made < MOST
        ):
            _back_up(program, busy)
    finally:
        stop.set()
        writer.join()
    return busy


def _back_up(program: Program, busy: Busy) -> None:
    before = actions(program)
    program.back_up_beside_work("day")
    busy.made += 1
    newest = program.ask(program.backups.listed)[0]
    busy.during += newest.actions - before
    key = program.ask(program.drills.target).key
    done = program.drills.run(Target(newest.manifest["ledger_uid"], newest, key))
    if done.problem is not None:
        busy.bad.append(done.problem.problem.name)
