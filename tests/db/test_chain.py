"""Tampering shows: each kind of it is named at the row.

Every test changes a closed copy through a connection of its own, with the triggers dropped, as
somebody with the file and a database tool would.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db import connection, digest
from creditmate.db.connection import execute
from creditmate.db.manifest import manifest
from creditmate.db.models import CashPosted
from creditmate.db.proof import Finding, prove_all
from creditmate.db.proof.chain import prove_chain
from creditmate.db.proof.changes import prove_changes
from tests.builders import day
from tests.db.conftest import Ledger
from tests.db.specimens import write_specimens

Tamper = Callable[[driver.Connection], object]


@pytest.fixture
def book(ledger: Ledger) -> Ledger:
    """A ledger of eight actions: making, the specimens and six of cash."""
    write_specimens(ledger.gateway)
    for number in range(6):
        with ledger.gateway.write("post-cash") as writing:
            writing.add(CashPosted, to_day=day(30 + number))
    return ledger


def tampered(ledger: Ledger, tamper: Tamper) -> list[Finding]:
    """Close the ledger, let ``tamper`` loose on the file, open it again and walk the chain."""
    connection.close()
    change(ledger.path, tamper)
    connection.connect(ledger.path, None)  # the opening itself would refuse it: test_opening
    return list(prove_chain())


def change(path: Path, tamper: Tamper) -> None:
    """Somebody who knows what is looked at when a ledger is opened puts the triggers back."""
    intruder = driver.connect(str(path), isolation_level=None)
    triggers = intruder.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        intruder.execute(f"DROP TRIGGER {name}")
    tamper(intruder)
    for _, sql in triggers:
        intruder.execute(sql)
    intruder.close()


def statement(sql: str) -> Tamper:
    return lambda intruder: intruder.execute(sql)


def named(findings: list[Finding]) -> set[tuple[str, str, int]]:
    return {(finding.rule, finding.table, finding.row_id) for finding in findings}


def test_an_honest_ledger_has_nothing_to_show(book: Ledger) -> None:
    assert tampered(book, lambda intruder: intruder) == []
    assert prove_all() == []


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("UPDATE cash_posted SET to_day = '2026-06-06' WHERE id = 4",
         ("rows-altered", "action", 5)),
        ("UPDATE allocation SET amount_minor = 500", ("rows-altered", "action", 2)),
        ("UPDATE entry SET due_day = '2026-09-09' WHERE id = 1", ("rows-altered", "action", 2)),
        ("UPDATE document SET void_action_id = 4 WHERE id = 1", ("rows-altered", "action", 4)),
        ("UPDATE paper SET total_minor = 1", ("rows-altered", "action", 2)),
        ("UPDATE change SET plain = '{}' WHERE id = 1", ("rows-altered", "action", 1)),
        ("UPDATE change SET personal_hash = substr(hash, 1, 64) FROM action WHERE change.id = 3",
         ("rows-altered", "action", 2)),
        ("UPDATE cash_posted SET id = 77 WHERE id = 7", ("rows-altered", "action", 8)),
        ("DELETE FROM cash_posted WHERE id = 4", ("rows-altered", "action", 5)),
        ("DELETE FROM promise_item", ("rows-altered", "action", 2)),
        ("INSERT INTO cash_posted (action_id, to_day) VALUES (4, '2026-09-09')",
         ("row-out-of-order", "cash_posted", 8)),
        ("INSERT INTO cash_posted (action_id, to_day) VALUES (8, '2026-09-09')",
         ("rows-altered", "action", 8)),
        ("UPDATE action SET os_user = 'nobody' WHERE id = 5", ("action-altered", "action", 5)),
        ("UPDATE action SET at = '2020-01-01T00:00:00.000+00:00' WHERE id = 5",
         ("action-altered", "action", 5)),
        ("UPDATE action SET reason = 'because' WHERE id = 8", ("action-altered", "action", 8)),
        ("UPDATE action SET row_count = 2 WHERE id = 5", ("rows-altered", "action", 5)),
        ("DELETE FROM action WHERE id = 5", ("action-missing", "action", 5)),
        ("UPDATE action SET id = 50 WHERE id = 5", ("action-missing", "action", 5)),
    ],
)  # fmt: skip
def test_an_altered_deleted_or_inserted_row_is_named(
    book: Ledger, sql: str, finding: tuple[str, str, int]
) -> None:
    assert finding in named(tampered(book, statement(sql)))


def test_only_what_was_touched_is_named(book: Ledger) -> None:
    found = tampered(book, statement("UPDATE action SET os_user = 'nobody' WHERE id = 5"))
    assert named(found) == {("action-altered", "action", 5)}


def test_reordered_rows_are_named(book: Ledger) -> None:
    def swap(intruder: driver.Connection) -> None:
        for old, new in ((4, 400), (5, 4), (400, 5)):
            intruder.execute("UPDATE cash_posted SET id = ? WHERE id = ?", (new, old))

    found = named(tampered(book, swap))
    assert ("row-out-of-order", "cash_posted", 5) in found
    assert {("rows-altered", "action", 5), ("rows-altered", "action", 6)} <= found


def test_reordered_actions_are_named(book: Ledger) -> None:
    def swap(intruder: driver.Connection) -> None:
        for old, new in ((4, 400), (5, 4), (400, 5)):
            intruder.execute("UPDATE action SET id = ? WHERE id = ?", (new, old))

    found = named(tampered(book, swap))
    assert {("chain-broken", "action", 4), ("chain-broken", "action", 5)} <= found


def test_a_truncated_chain_is_named(book: Ledger) -> None:
    """The counter of ids remembers what was cut off."""

    def truncate(intruder: driver.Connection) -> None:
        intruder.execute("DELETE FROM cash_posted WHERE action_id > 6")
        intruder.execute("DELETE FROM action WHERE id > 6")

    assert named(tampered(book, truncate)) == {("action-missing", "action", 8)}


def test_rows_of_a_cut_off_action_are_named(book: Ledger) -> None:
    found = named(tampered(book, statement("DELETE FROM action WHERE id > 7")))
    assert ("action-missing", "action", 8) in found


def test_an_action_put_in_at_the_end_is_named(book: Ledger) -> None:
    sql = (
        "INSERT INTO action SELECT 9, use_case, staff_id, os_user, at, at_offset, business_day,"
        " clock_back, reason, source, app_version, undoes_id, row_count, digest, prev_hash,"
        " hex(randomblob(32)) FROM action WHERE id = 8"
    )
    found = named(tampered(book, statement(sql)))
    assert {("chain-broken", "action", 9), ("action-altered", "action", 9)} <= found


def rehash(intruder: driver.Connection) -> None:
    """Recompute every hash from action 5 on, as someone who has this program would."""
    names = [row[1] for row in intruder.execute("PRAGMA table_info(action)")]
    before = intruder.execute("SELECT hash FROM action WHERE id = 4").fetchone()[0]
    for values in intruder.execute("SELECT * FROM action WHERE id > 4 ORDER BY id").fetchall():
        action = {**dict(zip(names, values, strict=True)), "prev_hash": before}
        rows = digest.RowsDigest()
        rows.add(
            intruder.execute(
                "SELECT action_id, id, to_day FROM cash_posted WHERE action_id = ?",
                (action["id"],),
            ).fetchall()
        )
        action["row_count"], action["digest"] = digest.action_digest({"cash_posted": rows}, {})
        before = action["hash"] = digest.action_hash(action)
        intruder.execute(
            "UPDATE action SET prev_hash = ?, row_count = ?, digest = ?, hash = ? WHERE id = ?",
            tuple(action[name] for name in ("prev_hash", "row_count", "digest", "hash", "id")),
        )


def test_a_half_recomputed_chain_is_named(book: Ledger) -> None:
    def one_action(intruder: driver.Connection) -> None:
        intruder.execute("UPDATE cash_posted SET to_day = '2026-09-09' WHERE action_id = 5")
        kept = intruder.execute("SELECT * FROM action WHERE id > 5").fetchall()
        rehash(intruder)
        intruder.execute("DELETE FROM action WHERE id > 5")
        marks = ", ".join("?" * len(kept[0]))
        intruder.executemany(f"INSERT INTO action VALUES ({marks})", kept)

    assert named(tampered(book, one_action)) == {("chain-broken", "action", 6)}


def test_only_an_external_head_sees_a_wholly_recomputed_chain(book: Ledger) -> None:
    head = manifest(execute)["head"]

    def recompute(intruder: driver.Connection) -> None:
        intruder.execute("UPDATE cash_posted SET to_day = '2026-09-09' WHERE action_id = 5")
        rehash(intruder)

    assert tampered(book, recompute) == []
    assert manifest(execute)["head"] != head


def test_only_an_external_head_sees_a_truncated_chain_with_its_counters_set_back(
    book: Ledger,
) -> None:
    head = manifest(execute)["head"]

    def truncate(intruder: driver.Connection) -> None:
        for table in ("cash_posted", "action"):
            key = "id" if table == "action" else "action_id"
            intruder.execute(f"DELETE FROM {table} WHERE {key} > 6")
            intruder.execute(
                f"UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM {table}) WHERE name = ?",
                (table,),
            )

    assert tampered(book, truncate) == []
    assert manifest(execute)["head"] != head


def test_recomputing_without_tampering_changes_nothing(book: Ledger) -> None:
    """Else the two tests above would prove only that ``rehash`` is wrong."""
    head = manifest(execute)["head"]
    assert tampered(book, rehash) == []
    assert manifest(execute)["head"] == head


@pytest.mark.parametrize(
    ("sql", "rule", "table"),
    [
        ("UPDATE interaction SET notes = 'pays next year'", "personal-altered", "interaction"),
        ("UPDATE interaction SET heard_name = ''", "personal-altered", "interaction"),
        ("UPDATE promise SET deed = 'free delivery'", "personal-altered", "promise"),
        ("UPDATE dispute_event SET note = 'agreed'", "personal-altered", "dispute_event"),
        ("UPDATE change SET personal = '{\"after\":{\"note\":\"\"}}' WHERE personal <> '{}'",
         "personal-altered", "change"),
        ("UPDATE change SET salt = '', personal = '{}' WHERE entity = 'interaction'",
         "personal-altered", "change"),
        ("UPDATE customer SET name = 'Other Ltd'", "record-altered", "customer"),
        ("UPDATE customer SET archived_day = '2026-01-01'", "record-altered", "customer"),
        ("UPDATE phone SET version = 2", "record-altered", "phone"),
        ("UPDATE task SET action_id = 5", "record-altered", "task"),
        ("DELETE FROM email", "record-missing", "email"),
        ("INSERT INTO email SELECT 2, contact_id, 'other@acme.example', version, archived_day,"
         " action_id FROM email", "record-altered", "email"),
    ],
)  # fmt: skip
def test_altered_records_and_personal_text_are_named(
    book: Ledger, sql: str, rule: str, table: str
) -> None:
    tampered(book, statement(sql))
    found = list(prove_changes())
    assert {(finding.rule, finding.table) for finding in found} >= {(rule, table)}
    assert prove_all() != []


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("UPDATE blob SET content = x'00' WHERE id = 1", "blob-altered"),
        ("UPDATE paper_part SET blob_id = 1", "paper-altered"),
        ("UPDATE paper SET counter = 2", "number-gap"),
        ("UPDATE allocation SET debit_entry_id = 99", "reference-missing"),
        ("UPDATE dispute SET ended_day = NULL", "dispute-ended-day"),
        ("UPDATE entry SET open_minor = 1 WHERE id = 2", "open-is-amount-less-allocations"),
        ("UPDATE document SET gross_minor = 999 WHERE id = 1", "document-fully-entered"),
        ("UPDATE receipt SET amount_minor = 999", "receipt-fully-entered"),
        ("UPDATE allocation SET credit_day = '2026-01-02'", "frozen-copies-equal-originals"),
        ("INSERT INTO pay_habit VALUES (1, '[3]', 3, '2026-02-03')", "habit-is-kept"),
    ],
)
def test_every_other_proof_finds_what_it_is_for(book: Ledger, sql: str, rule: str) -> None:
    tampered(book, statement(sql))
    assert rule in {finding.rule for finding in prove_all()}


def test_a_damaged_page_is_found_by_the_integrity_check(book: Ledger) -> None:
    connection.close()
    intruder = driver.connect(str(book.path))
    root = intruder.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'entry_receipt'"
    ).fetchone()[0]
    intruder.close()
    with book.path.open("rb+") as file:
        file.seek((root - 1) * 4096 + 4090)
        file.write(b"\x7f" * 6)
    connection.connect(book.path, None)
    assert "integrity" in {finding.rule for finding in prove_all()}
