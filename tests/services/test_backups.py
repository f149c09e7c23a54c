"""Backups of the open ledger: proved before they count, in two places, thinned, and remembered."""

import json
import os
import shutil
import sqlite3
import threading
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from creditmate.db import connection, ledger_file
from creditmate.db.business import ledger_uid
from creditmate.db.connection import execute
from creditmate.db.container import SUFFIX, glance
from creditmate.db.migrations import STEPS
from creditmate.db.models import CashPosted
from creditmate.db.restore import read_backup
from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.services import damage
from creditmate.services.backup_standing import standing
from creditmate.services.backups import Backups
from creditmate.services.drills import Drills
from creditmate.system.backup_records import (
    BackupRecord,
    record_of,
    remember,
    remember_place,
    uid_of,
)
from creditmate.system.computer import backup_folder, config_file
from tests.builders import a_customer, an_invoice, day
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def backups(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Backups:
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "home"))
    return Backups(office.clock, "test")


def work(office: Office, number: int = 1) -> None:
    with office.gateway.write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(number))


def lying(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_backup_holds_the_ledger_and_is_remembered(backups: Backups, tmp_path: Path) -> None:
    made = backups.back_up("by hand")
    with zipfile.ZipFile(made.path) as box:
        box.extract("ledger.creditmate", tmp_path / "unpacked")
        manifest = json.loads(box.read("manifest.json"))
    copy = sqlite3.connect(tmp_path / "unpacked" / "ledger.creditmate")
    assert (
        copy.execute("SELECT hash FROM action ORDER BY id DESC").fetchone()[0] == manifest["head"]
    )
    copy.close()
    assert (manifest["reason"], manifest["app_version"]) == ("by hand", "test")
    assert manifest["ledger"] == "office.creditmate"
    assert made.path.parent == backup_folder(ledger_uid())
    record = backups.record()
    assert (record.path, record.head) == (str(made.path), manifest["head"])
    assert record.made_at == manifest["made_at"]
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o077 == 0, "who owes what is nobody else's business"


def test_a_failed_backup_is_not_the_last_one_and_is_told(
    backups: Backups, office: Office, tmp_path: Path
) -> None:
    good = backups.back_up("day")
    work(office)
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    with pytest.raises(UserError):
        backups.back_up("day", tmp_path / "a-file")
    record = backups.record()
    assert record.path == str(good.path)
    assert record.failed_problem == Problem.BACKUP_FAILED
    assert record.failed_path == str(tmp_path / "a-file")
    assert record.failed_at > record.made_at
    assert record.failed_why
    backups.back_up("day")
    assert backups.record().failed_at == ""


def test_one_that_is_cancelled_is_neither_made_nor_failed(backups: Backups) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        backups.back_up("day", progress=stop)
    assert backups.record() == BackupRecord()
    assert lying(backup_folder(ledger_uid())) == []


def test_nothing_is_remembered_before_it_is_proved(backups: Backups, office: Office) -> None:
    begun = backups.begin("day")
    assert backups.record().path == ""
    assert not list(backup_folder(ledger_uid()).glob(f"*{SUFFIX}"))
    work(office)  # the copy is of before
    held = glance(backups.finish(begun).path)["rows"]["action"]
    assert execute("SELECT count(*) FROM action").fetchone()[0] == held + 1


def test_the_second_half_is_done_on_any_thread(backups: Backups) -> None:
    begun, made = backups.begin("day"), []
    worker = threading.Thread(target=lambda: made.append(backups.finish(begun)))
    worker.start()
    worker.join()
    assert made[0].path.exists()
    backups.give_up(backups.begin("day"))
    assert lying(backup_folder(ledger_uid())) == [made[0].path.name]


def test_when_there_is_news(backups: Backups, office: Office) -> None:
    assert backups.has_news()
    made = backups.back_up("day")
    assert not backups.has_news()
    assert backups.before("before import") is None
    work(office)
    assert backups.has_news()
    assert backups.before("before import") is not None
    assert not backups.has_news()
    made.path.unlink()
    assert not backups.has_news(), "the one before the import holds it as well"
    Path(backups.record().path).unlink()
    assert backups.has_news(), "what is gone is no backup"


def test_work_of_an_earlier_day_is_due_at_the_first_opening(
    backups: Backups, office: Office
) -> None:
    office.clock.moment = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    work(office)
    assert not backups.due(), "today's work is backed up when the ledger is closed"
    office.clock.moment += timedelta(days=1)
    assert backups.due()
    backups.back_up("day")
    assert not backups.due()


def test_a_year_of_work_is_thinned_and_the_last_one_stays(backups: Backups, office: Office) -> None:
    folder = backup_folder(ledger_uid())
    folder.mkdir(parents=True)
    (folder / f"odd{SUFFIX}").write_bytes(b"nobody can read this")
    other = backups.back_up("day").path
    for number in range(60):
        office.clock.moment += timedelta(days=1)
        work(office, number)
        made = backups.back_up("day" if number % 10 else "before import")
    kept = backups.listed()
    assert kept[0].path == made.path
    # 14 days; of 8 weeks those that no day stands for; two before an import; two months
    assert 20 <= len(kept) <= 26
    assert (folder / f"odd{SUFFIX}").exists()
    assert not other.exists()
    assert [each.reason for each in kept[:14]].count("before import") == 1


def test_the_second_place_gets_each_one_and_is_thinned_too(
    backups: Backups, office: Office, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second(stick)
    for number in range(30):
        office.clock.moment += timedelta(days=1)
        work(office, number)
        made = backups.back_up("day")
    there = lying(stick)
    assert made.path.name in there
    assert there == lying(backup_folder(ledger_uid()))
    (copy,) = stick.rglob(made.path.name)
    assert copy.read_bytes() == made.path.read_bytes()
    record = backups.record()
    assert (record.second_problem, record.second_at != "") == ("", True)
    backups.choose_second(None)
    work(office)
    assert backups.back_up("day").path.name not in lying(stick)


def test_a_stick_in_a_drawer_is_said_calmly_and_nothing_is_put_where_it_was(
    backups: Backups, office: Office, tmp_path: Path
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    backups.choose_second(stick)
    backups.back_up("day")
    at = backups.record().second_at
    stick.rename(drawer)
    work(office)
    made = backups.back_up("day")
    record = backups.record()
    assert not stick.exists()
    assert (record.second_problem, record.second_at) == ("away", at)
    assert record.path == str(made.path)
    assert record.failed_at == ""
    assert backups.take_to_second() is None
    drawer.rename(stick)
    path = backups.take_to_second()
    assert path is not None
    assert path.read_bytes() == made.path.read_bytes()
    assert backups.record().second_problem == ""
    assert backups.take_to_second() == path, "not put there twice"


def test_a_place_that_does_not_answer_is_away(
    backups: Backups, office: Office, tmp_path: Path
) -> None:
    """As a stick that was pulled out: the system has an error, and no answer."""
    gone = str(tmp_path / ("x" * 300))
    with pytest.raises(OSError, match="too long"):
        Path(gone).is_dir()
    remember(ledger_uid(), second=gone, path=f"{gone}/last{SUFFIX}")
    assert backups.has_news()
    assert standing(backups).made_at is None
    assert backups.back_up("day").path.exists()
    assert backups.record().second_problem == "away"
    assert standing(backups).second_away
    assert len(backups.listed()) == 1


def test_a_second_place_that_takes_nothing_is_not_in_the_way(
    backups: Backups, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second(stick)
    (stick / "CreditMate backups").write_text("not a folder", encoding="utf-8")
    assert backups.back_up("day").path.exists()
    record = backups.record()
    assert record.second_problem not in {"", "away"}
    assert record.failed_at == ""


def test_a_second_place_that_is_none_is_refused(backups: Backups, tmp_path: Path) -> None:
    backups.back_up("day")
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    for folder in (tmp_path / "none", tmp_path / "a-file", backup_folder(ledger_uid())):
        with pytest.raises(UserError) as caught:
            backups.choose_second(folder)
        assert caught.value.problem is Problem.BACKUP_FOLDER
    assert backups.record().second == ""


def test_backups_are_found_in_both_places_once_and_other_ledgers_are_not(
    backups: Backups, office: Office, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_second(stick)
    first = backups.back_up("day").path
    work(office)
    second = backups.back_up("by hand").path
    assert [each.path for each in backups.listed()] == [second, first]
    shutil.rmtree(backup_folder(ledger_uid()))
    assert [each.path.name for each in backups.listed()] == [second.name, first.name]
    assert all(each.path.is_relative_to(stick) for each in backups.listed())
    uid = ledger_uid()
    assert read_backup(backups.listed()[0].path).manifest["ledger_uid"] == uid
    remember("another", second=str(stick))
    backup_folder("another").mkdir(parents=True)
    shutil.copy(backups.listed()[0].path, backup_folder("another"))
    assert [each.path.name for each in backups.listed()] == [second.name, first.name]


def test_the_last_one_is_found_wherever_it_was_put(
    backups: Backups, office: Office, tmp_path: Path
) -> None:
    """Else the newest would be an older one, though none is made at closing: there is no news."""
    usual = backups.back_up("day").path
    work(office)
    mine = backups.back_up("by hand", tmp_path / "mine").path
    assert not backups.has_news()
    assert [each.path for each in backups.listed()] == [mine, usual]
    assert Drills(office.clock).target().backup.path == mine
    remember_place(ledger_uid(), connection.ledger_path())
    newest = damage.report(connection.ledger_path()).newest
    assert newest is not None
    assert newest.path == mine
    mine.write_bytes(b"something else")
    assert [each.path for each in backups.listed()] == [usual]
    mine.unlink()
    assert [each.path for each in backups.listed()] == [usual]
    assert backups.has_news()


def test_into_a_folder_of_ones_own_nothing_is_thinned(
    backups: Backups, office: Office, tmp_path: Path
) -> None:
    for number in range(20):
        office.clock.moment += timedelta(days=1)
        work(office, number)
        backups.back_up("by hand", tmp_path / "mine")
    assert len(lying(tmp_path / "mine")) == 20


def test_an_older_format_is_backed_up_by_the_real_thing_and_then_migrated(
    backups: Backups, office: Office
) -> None:
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing), "1", TODAY, 10_000)
    path = connection.ledger_path()
    connection.close()
    newer = (*STEPS, ("ALTER TABLE business ADD COLUMN motto TEXT NOT NULL DEFAULT ''",))
    made: list[Path] = []
    ledger_file.open_existing(path, lambda why: made.append(backups.back_up(why).path), newer)
    assert ledger_file.user_version() == len(newer)
    manifest = glance(made[0])
    assert (manifest["format"], manifest["open"]) == (len(STEPS), {"GBP": 10_000})
    assert manifest["reason"] == f"before format {len(newer)}"


# ---------------------------------------------------------------- what is remembered


def test_records_survive_nonsense_and_each_other(backups: Backups, tmp_path: Path) -> None:
    remember("one", path="/there", actions=3)
    remember("two", ledger=str(tmp_path / "two.creditmate"))
    remember("one", findings=2)
    assert record_of("one") == BackupRecord(path="/there", actions=3, findings=2)
    assert uid_of(tmp_path / "two.creditmate") == "two"
    assert uid_of(tmp_path / "three.creditmate") is None
    said = json.loads(config_file().read_bytes())
    said["backups"]["one"]["actions"] = "many"
    said["backups"]["two"] = 7
    config_file().write_text(json.dumps(said), encoding="utf-8")
    assert record_of("one") == BackupRecord(path="/there", findings=2)
    assert record_of("two") == BackupRecord()


def test_threads_do_not_forget_what_others_remember(backups: Backups) -> None:
    def note(number: int) -> None:
        for turn in range(10):
            remember(f"ledger {number}", actions=turn + 1)

    threads = [threading.Thread(target=note, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [record_of(f"ledger {number}").actions for number in range(4)] == [10] * 4
