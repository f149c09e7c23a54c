"""A backup is the ledger, proved; whatever goes wrong leaves none and harms nothing."""

import hashlib
import json
import os
import random
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db import connection
from creditmate.db.backup import (
    _copy_pages,
    backup_name,
    copy_ledger,
    finish_backup,
    make_backup,
    put_copy,
)
from creditmate.db.connection import execute
from creditmate.db.container import LEDGER_MEMBER, MANIFEST_MEMBER, SUFFIX
from creditmate.db.copy_proof import prove_copy
from creditmate.db.manifest import Manifest, manifest
from creditmate.db.models import CashPosted
from creditmate.db.proof import prove_all
from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.domain.progress import silent
from tests.builders import MOMENT, an_invoice_book, day, open_ledger
from tests.db.conftest import Ledger
from tests.db.snapshots import everything
from tests.db.specimens import write_specimens


def unpacked(backup: Path, into: Path) -> tuple[Path, Manifest]:
    with zipfile.ZipFile(backup) as box:
        assert sorted(box.namelist()) == sorted([LEDGER_MEMBER, MANIFEST_MEMBER])
        box.extractall(into)
    told: Manifest = json.loads((into / MANIFEST_MEMBER).read_text(encoding="utf-8"))
    return into / LEDGER_MEMBER, told


def test_a_backup_is_the_ledger(ledger: Ledger, tmp_path: Path) -> None:
    write_specimens(ledger.gateway)
    before = everything()
    backup = make_backup(tmp_path / "safe", "daily", {"reason": "end of day"})
    assert everything() == before
    copy, told = unpacked(backup.path, tmp_path / "box")
    assert told == {
        **backup.manifest,
        "reason": "end of day",
        "sha256": backup.sha256,
        "size": copy.stat().st_size,
        "backup": 2,
    }
    assert backup.sha256 == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert backup.size == backup.path.stat().st_size
    assert backup.path == tmp_path / "safe" / f"daily{SUFFIX}"
    assert list((tmp_path / "safe").iterdir()) == [backup.path]
    assert backup.manifest == manifest(execute)
    connection.close()
    open_ledger(copy)
    assert everything() == before
    assert prove_all() == []


def test_writing_goes_on_before_and_after(ledger: Ledger, tmp_path: Path) -> None:
    heads = []
    for number in range(3):
        with ledger.gateway.write("post-cash") as writing:
            writing.add(CashPosted, to_day=day(number))
        backup = make_backup(tmp_path / "safe", f"b{number}", {})
        heads.append(backup.manifest["head"])
        assert backup.manifest["rows"]["cash_posted"] == number + 1
    assert len(set(heads)) == 3
    assert prove_all() == []


def test_a_backup_inside_a_write_is_refused_at_once(ledger: Ledger, tmp_path: Path) -> None:
    """It would hold half an action, or wait for a lock of its own for ever."""

    def work() -> None:
        with ledger.gateway.write("post-cash") as writing:
            writing.add(CashPosted, to_day=day(1))
            make_backup(tmp_path / "safe", "inside", {})

    with pytest.raises(RuntimeError, match="inside"):
        work()
    assert not (tmp_path / "safe").exists()


def test_two_backups_in_one_second_are_both_kept(ledger: Ledger, tmp_path: Path) -> None:
    name = backup_name(ledger.path, MOMENT)
    assert name == "rookmere-20261123T093000Z"
    first = make_backup(tmp_path, name, {})
    kept = first.path.read_bytes()
    second = make_backup(tmp_path, name, {})
    assert first.path != second.path
    assert first.path.read_bytes() == kept
    assert second.path.exists()


def test_a_name_fits_any_file_system() -> None:
    assert backup_name(Path('A/b: "Söhne" & Co?.creditmate'), MOMENT).startswith("b-Söhne-Co-")
    assert backup_name(Path("....creditmate"), MOMENT) == "ledger-20261123T093000Z"
    assert backup_name(Path("???.creditmate"), MOMENT) == "ledger-20261123T093000Z"


def test_a_long_name_leaves_room_for_what_is_added(ledger: Ledger, tmp_path: Path) -> None:
    name = backup_name(Path("ä" * 110 + ".creditmate"), MOMENT)
    made = make_backup(tmp_path / "safe", name, {}).path
    again = make_backup(tmp_path / "safe", name, {}).path
    assert put_copy(again, tmp_path / "safe").is_file()
    assert made.name.startswith("ä" * 60 + "-20261123T093000Z")


def test_what_a_crash_has_left_goes_and_what_is_somebodys_own_stays(
    ledger: Ledger, tmp_path: Path
) -> None:
    """Backups may go into any folder: somebody's documents, or a stick."""
    ours = [".books-1.0a1b2c3d.making", ".books-1.0a1b2c3d.copy", ".books-1.0a1b2c3d.copy-journal"]
    theirs = [
        ".notes.copy.txt",
        ".film.making",
        ".a.copy",
        "a.0a1b2c3d.copy",
        ".b.0a1b2c3d.copyist",
    ]
    for name in (*ours, *theirs):
        (tmp_path / name).write_text("of last week", encoding="utf-8")
        os.utime(tmp_path / name, (1, 1))
    (tmp_path / ".new-1.0a1b2c3d.copy").write_text("being made", encoding="utf-8")
    made = make_backup(tmp_path, "b", {}).path
    left = {each.name for each in tmp_path.iterdir() if each.is_file()} - {ledger.path.name}
    assert left - {f"{ledger.path.name}-wal"} == {*theirs, ".new-1.0a1b2c3d.copy", made.name}


def test_a_cancelled_backup_leaves_nothing(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.gateway.write("import-invoices") as writing:
        an_invoice_book(writing, customers=20, invoices=200)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise Cancelled

    with pytest.raises(Cancelled):
        make_backup(tmp_path / "safe", "daily", {}, stop)
    ((done, total),) = told
    assert 0 < done < total
    assert list((tmp_path / "safe").iterdir()) == []
    make_backup(tmp_path / "safe", "daily", {}, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("place", ["a-file", "a-file/below", "/proc"])
def test_a_folder_that_takes_no_file_is_told(ledger: Ledger, tmp_path: Path, place: str) -> None:
    if place == "/proc" and not Path("/proc/self").exists():
        pytest.skip("no folder here that refuses the superuser")
    assert ledger.path.exists()
    (tmp_path / "a-file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        make_backup(tmp_path / place, "daily", {})
    assert caught.value.problem is Problem.BACKUP_FAILED
    assert caught.value.facts["path"] == tmp_path / place
    assert caught.value.facts["why"]
    assert (tmp_path / "a-file").read_text(encoding="utf-8") == "not a folder"


def test_a_disk_too_small_for_the_copy_is_told(ledger: Ledger, tmp_path: Path) -> None:
    """No file may grow past a limit, as on a disk that fails: nothing is left of the backup."""
    resource = pytest.importorskip("resource", reason="no limits of file sizes here")
    with ledger.gateway.write("import-invoices") as writing:
        an_invoice_book(writing, customers=20, invoices=200)
    before = everything()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(UserError) as caught:
            make_backup(tmp_path / "safe", "daily", {})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.problem is Problem.BACKUP_FAILED
    assert list((tmp_path / "safe").iterdir()) == []
    assert everything() == before
    assert make_backup(tmp_path / "safe", "daily", {}).manifest == manifest(execute)


# ---------------------------------------------------------------- damaged copies


@pytest.fixture
def copy(ledger: Ledger, tmp_path: Path) -> Path:
    write_specimens(ledger.gateway)
    path = tmp_path / "copy"
    _copy_pages(path, None, silent)
    return path


def refused(copy: Path) -> str:
    with pytest.raises(UserError) as caught:
        prove_copy(copy, None, manifest(execute))
    assert caught.value.problem is Problem.BACKUP_FAILED
    return str(caught.value.facts["why"])


def why_refused(copy: Path, expected: Manifest) -> object:
    """Why a copy is refused; None where it passes. Any other error than a refusal is a bug."""
    try:
        prove_copy(copy, None, expected)
    except UserError as error:
        return error.facts["why"]
    return None


def test_an_honest_copy_is_accepted(copy: Path) -> None:
    prove_copy(copy, None, manifest(execute))


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE entry SET open_minor = open_minor - 1 WHERE id = 2", "open"),
        ("DELETE FROM email", "rows"),
        ("DELETE FROM business", "ledger_uid"),
        ("DROP TABLE run_item", "rows"),
        ("CREATE TABLE extra (id INTEGER)", "rows"),
        ("UPDATE business SET ledger_uid = 'another ledger'", "ledger_uid"),
        ("PRAGMA user_version = 999", "format"),
        ("PRAGMA application_id = 7", "application_id"),
        ("UPDATE phone SET contact_id = 99", "foreign_key_check"),
    ],
)
def test_a_copy_that_differs_is_refused(copy: Path, sql: str, why: str) -> None:
    intruder = driver.connect(str(copy), isolation_level=None)
    intruder.execute(sql)
    intruder.close()
    assert refused(copy) == why


def test_a_copy_with_another_head_is_refused(copy: Path, ledger: Ledger) -> None:
    with ledger.gateway.write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(50))
    assert refused(copy) in {"rows", "head"}


def test_a_cut_or_empty_or_other_copy_is_refused(copy: Path) -> None:
    whole = copy.read_bytes()
    chance = random.Random(6)
    lengths = [0, 1, 16, 99, 100, *(chance.randrange(len(whole)) for _ in range(20))]
    lengths += [len(whole) - 1, len(whole) - 1017]  # inside the last page
    for length in lengths:
        copy.write_bytes(whole[:length])
        assert refused(copy)
    copy.write_bytes(chance.randbytes(len(whole)))
    assert refused(copy)
    copy.unlink()
    assert refused(copy)
    assert not copy.exists()


def test_damage_to_a_page_is_refused_or_left_to_the_container(copy: Path) -> None:
    """No flipped byte ends in anything but a refusal or a pass: most fall into page content."""
    whole = copy.read_bytes()
    expected, rows = manifest(execute), everything()
    chance = random.Random(6)
    refusals = 0
    for _ in range(60):
        place = chance.randrange(len(whole))
        flipped = bytes([whole[place] ^ (1 << chance.randrange(8))])
        copy.write_bytes(whole[:place] + flipped + whole[place + 1 :])
        refusals += why_refused(copy, expected) is not None
        # what SQLite's own checks let pass is for the SHA-256 of the container to find
        assert hashlib.sha256(copy.read_bytes()).digest() != hashlib.sha256(whole).digest()
    assert refusals  # few: most pages of a new ledger are those of tables with nothing in them
    assert everything() == rows


@pytest.mark.parametrize(
    "sql", ["DELETE FROM email", "UPDATE entry SET open_minor = open_minor - 1 WHERE id = 2"]
)
def test_a_copy_that_is_not_the_ledger_gets_no_name(
    ledger: Ledger, tmp_path: Path, sql: str
) -> None:
    """What is wrong with a copy is found before it is packed, and nothing is left of it."""
    write_specimens(ledger.gateway)
    copied = copy_ledger(tmp_path / "safe", "daily")
    with closing(driver.connect(str(copied.path), isolation_level=None)) as intruder:
        intruder.execute(sql)
    with pytest.raises(UserError) as caught:
        finish_backup(copied, {})
    assert caught.value.problem is Problem.BACKUP_FAILED
    assert list((tmp_path / "safe").iterdir()) == []
