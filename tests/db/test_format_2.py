"""Format 1 with content becomes the newest: nothing is lost, the chain holds, forms have room."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db import connection, ledger_file, preflight
from creditmate.db.backup import make_backup
from creditmate.db.call_drafts import draft_of, drafts, drop_draft, put_draft
from creditmate.db.connection import execute
from creditmate.db.conversation import add_interaction
from creditmate.db.manifest import manifest
from creditmate.db.migrations import STEPS
from creditmate.db.models import CallDraft
from creditmate.db.promises import add_promise
from creditmate.db.proof import prove_all
from creditmate.domain.rows import CallDraftRow
from tests.builders import a_customer, a_receipt, allocate, an_invoice, day, open_ledger
from tests.db.conftest import Ledger

OWN = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)
DRAFT = CallDraftRow(
    customer_id=1, code="ACME", name="Acme Ltd", begun_at="2026-11-23T09:00:00.000+00:00",
    saved_at="2026-11-23T09:01:00.000+00:00", typed='{"notes": "Run on Friday"}',
)  # fmt: skip


def write_content(ledger: Ledger) -> None:
    """Write an account and a talk with a promise, as format 1 knows them."""
    with ledger.gateway.write("content") as writing:
        customer = a_customer(writing)
        invoice = an_invoice(writing, customer, "INV-1", day(0), 1000)
        allocate(writing, a_receipt(writing, customer, day(20), 600), invoice, 600)
        talk = add_interaction(
            writing,
            customer_id=customer, contact_id=None, heard_name="a Mr Elm", channel="call",
            direction="out", number="", day=day(40), at="2026-02-10T09:00:00+00:00", at_offset=0,
            outcome="will_pay", notes="pays on Friday", next_day=day(44), none_because="",
        )  # fmt: skip
        add_promise(
            writing,
            meant=[invoice], customer_id=customer, interaction_id=talk, side="theirs",
            made_day=day(40), due_day=day(44), grace_days=2, until_day=day(46), currency="GBP",
            amount_minor=400, deed="",
        )  # fmt: skip


def columns(connected: driver.Connection, table: str) -> list[str]:
    return [row[1] for row in connected.execute(f"PRAGMA table_info({table})")]


@pytest.fixture
def first_format(ledger: Ledger, tmp_path: Path) -> Path:
    """A closed ledger of format 1: laid down by its own step, with rows of a real ledger."""
    write_content(ledger)
    connection.close()
    path = tmp_path / "first.creditmate"
    made = driver.connect(path)
    for statement in STEPS[0]:
        made.execute(statement)
    made.execute("ATTACH ? AS newest", (str(ledger.path),))
    for (table,) in made.execute(OWN).fetchall():
        names = ", ".join(columns(made, table))
        made.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM newest.{table}")
    made.commit()
    made.execute("DETACH newest")
    made.execute(f"PRAGMA application_id = {preflight.APPLICATION_ID}")
    made.execute("PRAGMA user_version = 1")
    made.close()
    return path


def test_it_is_backed_up_migrated_and_proved(first_format: Path, tmp_path: Path) -> None:
    reasons = []

    def back_up(reason: str) -> None:
        reasons.append((reason, manifest(execute)))
        make_backup(tmp_path / "backups", "before", {"reason": reason})

    ledger_file.open_existing(first_format, back_up)
    ((reason, before),) = reasons
    after = manifest(execute)
    assert (reason, before["format"], after["format"]) == (
        f"before format {len(STEPS)}", 1, len(STEPS),
    )  # fmt: skip
    kept = {name: count for name, count in after["rows"].items() if name in before["rows"]}
    assert kept == before["rows"]
    assert before["rows"]["interaction"] == before["rows"]["promise"] == 1
    assert after["rows"]["call_draft"] == 0
    for figure in ("amount", "open", "head", "ledger_uid"):
        assert after[figure] == before[figure]
    found = execute("SELECT notes, mood, signals, void_action_id FROM interaction").fetchone()
    assert found == ("pays on Friday", "", "", None)
    assert prove_all() == []


def test_what_was_recorded_before_is_held_as_before(first_format: Path) -> None:
    open_ledger(first_format, lambda _: None)
    for change in (
        "UPDATE interaction SET mood = 'angry'",
        "UPDATE interaction SET signals = 'hesitant'",
        "UPDATE interaction SET notes = 'x'",
        "DELETE FROM promise",
    ):
        with pytest.raises(driver.IntegrityError, match="frozen: "):
            execute(change)


def test_a_form_is_scratch_one_for_each_customer(first_format: Path) -> None:
    open_ledger(first_format, lambda _: None)
    head = manifest(execute)["head"]
    put_draft(DRAFT)
    assert drafts() == [DRAFT]
    changed = CallDraftRow(1, "ACME", "Acme Ltd", DRAFT.begun_at, "2026-11-23T09:02", "{}")
    put_draft(changed)
    assert draft_of(1) == changed
    assert draft_of(2) is None
    assert manifest(execute)["head"] == head
    drop_draft(1)
    assert drafts() == []
    assert prove_all() == []


def test_a_form_of_nobody_or_of_no_form_is_refused(first_format: Path) -> None:
    open_ledger(first_format, lambda _: None)
    nobody = CallDraftRow(99, "", "", "x", "x", "{}")
    broken = CallDraftRow(1, "", "", "x", "x", "{")
    for wrong in (nobody, broken):
        with pytest.raises(Exception, match="constraint failed"):
            put_draft(wrong)
    assert CallDraft.select().count() == 0


def test_a_backup_has_what_is_being_typed(first_format: Path, tmp_path: Path) -> None:
    open_ledger(first_format, lambda _: None)
    put_draft(DRAFT)
    backup = make_backup(tmp_path / "backups", "with", {"reason": "test"})
    connection.close()
    assert backup.manifest["rows"]["call_draft"] == 1
