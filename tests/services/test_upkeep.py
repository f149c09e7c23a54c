"""Cash posted, backups of this computer, the check, and the way through a migration."""

import json
import sqlite3
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from creditmate.db import connection, ledger_file
from creditmate.db.business import cash_posted_to
from creditmate.db.connection import execute
from creditmate.db.migrations import STEPS
from creditmate.domain.errors import Problem, UserError
from creditmate.services.cases import posted_to
from creditmate.services.upkeep import Upkeep
from creditmate.system.computer import config_file
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def upkeep(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Upkeep:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    return Upkeep(office.gateway, office.clock, "test")


def test_what_was_said_last_of_cash_posted_counts_and_all_stays_on_record(upkeep: Upkeep) -> None:
    upkeep.post_cash(TODAY)
    upkeep.post_cash(TODAY)
    upkeep.post_cash(TODAY - timedelta(days=3))
    assert cash_posted_to() == "2026-11-20"
    assert posted_to(TODAY) == TODAY - timedelta(days=3)
    assert posted_to(TODAY - timedelta(days=9)) == TODAY - timedelta(days=9)
    assert execute("SELECT to_day FROM cash_posted ORDER BY id").fetchall() == [
        ("2026-11-23",),
        ("2026-11-20",),
    ]


def test_cash_cannot_be_posted_ahead(upkeep: Upkeep) -> None:
    with pytest.raises(UserError) as refused:
        upkeep.post_cash(TODAY + timedelta(days=1))
    assert refused.value.problem is Problem.POSTED_AHEAD
    assert cash_posted_to() is None


def test_a_backup_holds_the_ledger_and_is_remembered(upkeep: Upkeep, tmp_path: Path) -> None:
    made = upkeep.back_up("by hand")
    with zipfile.ZipFile(made.path) as box:
        box.extract("ledger.creditmate", tmp_path / "unpacked")
        manifest = json.loads(box.read("manifest.json"))
    copy = sqlite3.connect(tmp_path / "unpacked" / "ledger.creditmate")
    assert (
        copy.execute("SELECT hash FROM action ORDER BY id DESC").fetchone()[0] == manifest["head"]
    )
    copy.close()
    assert (manifest["reason"], manifest["app_version"]) == ("by hand", "test")
    remembered = json.loads(config_file().read_text(encoding="utf-8"))["backups"]
    assert [row["path"] for row in remembered.values()] == [str(made.path)]


def test_an_older_format_is_backed_up_by_the_real_thing_and_then_migrated(
    upkeep: Upkeep, office: Office
) -> None:
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing), "1", TODAY, 10_000)
    path = connection.ledger_path()
    connection.close()
    newer = (*STEPS, ("ALTER TABLE business ADD COLUMN motto TEXT NOT NULL DEFAULT ''",))
    made: list[Path] = []
    ledger_file.open_existing(path, lambda why: made.append(upkeep.back_up(why).path), newer)
    assert ledger_file.user_version() == len(newer)
    with zipfile.ZipFile(made[0]) as box:
        manifest = json.loads(box.read("manifest.json"))
    assert (manifest["format"], manifest["open"]) == (len(STEPS), {"GBP": 10_000})
    assert manifest["reason"] == f"before format {len(newer)}"


def test_the_check_counts_what_it_looked_at_and_finds_nothing(
    upkeep: Upkeep, office: Office
) -> None:
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing), "1", TODAY, 10_000)
    proof = upkeep.check()
    assert (list(proof.findings), proof.actions, proof.entries) == ([], 2, 1)
    execute("UPDATE entry SET open_minor = 1")
    assert [finding.rule for finding in upkeep.check().findings]
