"""The end of the chain is looked at whenever a ledger is opened."""

import sqlite3
from pathlib import Path

import pytest

from creditmate.db import connection, digest
from creditmate.db.chain_tail import LOOKED_AT
from creditmate.db.models import CashPosted
from creditmate.domain.errors import Problem, UserError
from tests.builders import day, open_ledger
from tests.db.conftest import Ledger


def post(ledger: Ledger, times: int) -> None:
    for number in range(times):
        with ledger.gateway.write("post-cash") as writing:
            writing.add(CashPosted, to_day=day(number))


def tamper(path: Path, *statements: str) -> None:
    """Change a closed ledger and put its triggers back, so that its tables are those of it."""
    connection.close()
    intruder = sqlite3.connect(path, isolation_level=None)
    intruder.create_function("forged", 1, lambda id_: digest.sha256(str(id_)))
    kept = intruder.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in kept:
        intruder.execute(f"DROP TRIGGER {name}")
    for sql in statements:
        intruder.execute(sql)
    for _, sql in kept:
        intruder.execute(sql)
    intruder.close()


def test_an_honest_ledger_is_opened_however_long_or_short(ledger: Ledger) -> None:
    tamper(ledger.path)
    open_ledger(ledger.path)
    post(ledger, LOOKED_AT + 5)
    tamper(ledger.path)
    open_ledger(ledger.path)


@pytest.mark.parametrize(
    "statements",
    [
        ("UPDATE action SET os_user = 'nobody' WHERE id = 5",),
        ("UPDATE action SET os_user = 'nobody' WHERE id = 9",),
        ("UPDATE action SET hash = forged(9) WHERE id = 9",),
        ("DELETE FROM cash_posted WHERE action_id = 9", "DELETE FROM action WHERE id = 9"),
        ("DELETE FROM cash_posted WHERE action_id = 5", "DELETE FROM action WHERE id = 5"),
        ("INSERT INTO action SELECT 10, use_case, staff_id, os_user, at, at_offset, business_day,"
         " clock_back, reason, source, app_version, undoes_id, row_count, digest, prev_hash,"
         " forged(10) FROM action WHERE id = 9",),
        ("DELETE FROM cash_posted", "DELETE FROM action WHERE id > 1"),
    ],
)  # fmt: skip
def test_an_end_that_was_changed_is_refused(ledger: Ledger, statements: tuple[str, ...]) -> None:
    post(ledger, 8)
    tamper(ledger.path, *statements)
    before = ledger.path.read_bytes()
    with pytest.raises(UserError) as caught:
        open_ledger(ledger.path)
    assert (caught.value.problem, caught.value.facts["why"]) == (Problem.LEDGER_DAMAGED, "chain")
    assert not connection.is_open()
    assert ledger.path.read_bytes() == before


def test_what_is_longer_ago_is_for_the_check(ledger: Ledger) -> None:
    post(ledger, LOOKED_AT + 5)
    tamper(ledger.path, "UPDATE action SET os_user = 'nobody' WHERE id = 3")
    open_ledger(ledger.path)
    tamper(ledger.path, "UPDATE action SET os_user = 'nobody' WHERE id = 30")
    with pytest.raises(UserError):
        open_ledger(ledger.path)
