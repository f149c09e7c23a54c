"""A backup becomes the ledger that it was made of, or is refused by name; nothing is overwritten.

reliability.md, figure 9.
"""

import gzip
import hashlib
import json
import random
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from creditmate.db import connection, ledger_file
from creditmate.db.backup import make_backup
from creditmate.db.cipher import unlock
from creditmate.db.connection import execute
from creditmate.db.container import (
    KEY_MEMBER,
    LEDGER_MEMBER,
    MANIFEST_MEMBER,
    glance,
    read_container,
    write_container,
)
from creditmate.db.manifest import manifest
from creditmate.db.models import CashPosted
from creditmate.db.proof import prove_all
from creditmate.db.restore import Unpacked, read_backup, unpack
from creditmate.db.staging import discard
from creditmate.db.swapping import take_place
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Problem, UserError
from tests.builders import BUSINESS, KEY, day, make_ledger
from tests.db.snapshots import Snapshot, everything
from tests.db.specimens import write_specimens

KEY_FILE = b'{"slots": "as the system writes them"}'
SPECIMEN = Path(__file__).parents[2] / "resources" / "self-test" / "format-1.creditmate.gz"


@dataclass
class Case:
    """A ledger that is open, a backup of it, and what it held then."""

    path: Path
    key: DataKey | None
    backup: Path
    held: Snapshot


@pytest.fixture(params=[None, KEY], ids=["unprotected", "protected"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    key: DataKey | None = request.param
    path = tmp_path / "firm" / "rookmere.creditmate"
    path.parent.mkdir()
    gateway = make_ledger(path, key=key)
    write_specimens(gateway)
    held = everything()
    made = make_backup(tmp_path / "safe", "daily", {}, key_file=KEY_FILE if key else b"")
    with gateway.write("post-cash") as writing:
        writing.add(CashPosted, to_day=day(70))
    return Case(path, key, made.path, held)


def restored(case: Case, place: Path) -> Unpacked:
    return unpack(read_backup(case.backup), place, case.key)


def held_by(path: Path, key: DataKey | None) -> Snapshot:
    connection.close()
    ledger_file.open_existing(path, lambda reason: None, key=key)
    assert prove_all() == []
    return everything()


# ---------------------------------------------------------------- whole


def test_into_a_new_file_beside_the_open_ledger(case: Case, tmp_path: Path) -> None:
    place = tmp_path / "firm" / "again.creditmate"
    now = everything()
    found = restored(case, place)
    assert everything() == now
    assert not place.exists()
    assert take_place(found.folder, place, "then") is None
    assert held_by(place, case.key) == case.held
    key_file = place.with_name("again.creditmate-key")
    assert (key_file.read_bytes() if key_file.exists() else None) == (
        KEY_FILE if case.key else None
    )
    assert held_by(case.path, case.key) == now


def test_in_the_place_of_the_ledger_which_goes_aside(case: Case) -> None:
    now = everything()
    found = restored(case, case.path)
    connection.close()
    aside = take_place(found.folder, case.path, "then")
    assert held_by(case.path, case.key) == case.held
    assert aside is not None
    assert held_by(aside / case.path.name, case.key) == now


def test_a_journal_that_was_left_beside_the_old_undoes_nothing(case: Case) -> None:
    """reliability.md, finding 4: it would be written into what was restored."""
    whole = case.path.read_bytes()
    journal = case.path.with_name(case.path.name + "-wal")
    kept = journal.read_bytes()
    assert kept, "the ledger is open and has work in its journal"
    found = restored(case, case.path)
    connection.close()
    case.path.write_bytes(whole)
    journal.write_bytes(kept)
    aside = take_place(found.folder, case.path, "then")
    assert not journal.exists()
    assert held_by(case.path, case.key) == case.held
    assert aside is not None
    assert (aside / journal.name).read_bytes() == kept


def test_a_backup_of_the_first_kind_stays_readable(case: Case, tmp_path: Path) -> None:
    """Made before there were seals: a ZIP file with a ledger and its manifest."""
    if case.key:
        pytest.skip("there were none of protected ledgers")
    told = {
        name: value
        for name, value in glance(case.backup).items()
        if name not in {"backup", "size", "items", "papers", "blobs", "last_at"}
    }
    with zipfile.ZipFile(case.backup) as box:
        ledger = box.read(LEDGER_MEMBER)
    case.backup = tmp_path / "first.creditmate-backup"
    with zipfile.ZipFile(case.backup, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr(LEDGER_MEMBER, ledger)
        box.writestr(MANIFEST_MEMBER, json.dumps(told))
    place = tmp_path / "firm" / "again.creditmate"
    take_place(restored(case, place).folder, place, "then")
    assert held_by(place, None) == case.held


def test_the_backup_of_an_older_format_is_brought_up_to_date(tmp_path: Path) -> None:
    old = tmp_path / "old.creditmate"
    old.write_bytes(gzip.decompress(SPECIMEN.read_bytes()))
    with driver.connect(str(old)) as handle:
        told = manifest(handle.execute)
    handle.close()
    backup = tmp_path / "old.creditmate-backup"
    write_container(backup, old, told, None, b"")
    place = tmp_path / "new.creditmate"
    take_place(unpack(read_backup(backup), place, None).folder, place, "then")
    ledger_file.open_existing(place, lambda reason: None)
    now = manifest(execute)
    assert now["format"] > told["format"] == 1
    same = ("ledger_uid", "amount", "open", "head", "items", "papers", "blobs")
    assert {name: now[name] for name in same} == {name: told[name] for name in same}
    assert prove_all() == []


def test_the_key_file_of_today_can_go_with_a_backup_of_yesterday(
    case: Case, tmp_path: Path
) -> None:
    if case.key is None:
        pytest.skip("an unprotected ledger has none")
    found = unpack(read_backup(case.backup), tmp_path / "x.creditmate", case.key, b"of today")
    assert (found.folder / "x.creditmate-key").read_bytes() == b"of today"
    discard(found.folder)


# ---------------------------------------------------------------- refused


def refusal(path: Path, key: DataKey | None, place: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        discard(unpack(read_backup(path), place, key).folder)
    return caught.value


def test_a_wrong_key_and_a_missing_one_are_told_from_damage(case: Case, tmp_path: Path) -> None:
    place = tmp_path / "firm" / "again.creditmate"
    if case.key is None:
        # an unprotected backup needs no key, and one that is given must not be believed
        assert restored(case, place).ledger.exists()
        return
    assert refusal(case.backup, None, place).problem is Problem.LEDGER_PROTECTED
    other = DataKey(bytes(32))
    assert refusal(case.backup, other, place).problem is Problem.KEY_OTHER
    assert not list(place.parent.glob(".again*"))


def test_what_is_no_backup_is_refused_by_name(case: Case, tmp_path: Path) -> None:
    place = tmp_path / "firm" / "again.creditmate"
    nothing = tmp_path / "none.creditmate-backup"
    assert refusal(nothing, None, place).problem is Problem.BACKUP_MISSING
    assert refusal(tmp_path, None, place).problem is Problem.BACKUP_UNREADABLE
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sirs", encoding="utf-8")
    assert refusal(letter, None, place).problem is Problem.BACKUP_UNKNOWN
    connection.close()
    assert refusal(case.path, None, place).problem is Problem.BACKUP_UNKNOWN
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as box:
        box.writestr("letter.txt", "Dear Sirs")
    assert refusal(other, None, place).problem is Problem.BACKUP_DAMAGED


def resealed(case: Case, path: Path, **members: bytes | dict[str, object]) -> Path:
    """Pack a backup again with other content and a seal that fits, as whoever knows how could."""
    with zipfile.ZipFile(case.backup) as box:
        content: dict[str, bytes] = {name: box.read(name) for name in box.namelist()}
    for name, value in members.items():
        member = {"ledger": LEDGER_MEMBER, "key": KEY_MEMBER, "manifest": MANIFEST_MEMBER}[name]
        content[member] = value if isinstance(value, bytes) else json.dumps(value).encode()
    prefix = b"CreditMate backup, sealed by SHA-256 "
    with zipfile.ZipFile(path, "w") as box:
        for name, data in content.items():
            box.writestr(name, data)
        box.comment = prefix + b"0" * 64
    body = path.read_bytes()[:-64]
    path.write_bytes(body + hashlib.sha256(body).hexdigest().encode())
    return path


def test_resealing_alone_is_accepted_or_it_would_prove_nothing(case: Case, tmp_path: Path) -> None:
    path = resealed(case, tmp_path / "resealed.creditmate-backup")
    discard(unpack(read_backup(path), tmp_path / "x.creditmate", case.key).folder)


def ledger_in(case: Case) -> bytes:
    with zipfile.ZipFile(case.backup) as box:
        return box.read(LEDGER_MEMBER)


def with_sha(case: Case, ledger: bytes, **told: object) -> dict[str, object]:
    return {**glance(case.backup), "sha256": hashlib.sha256(ledger).hexdigest(), **told}


def with_an_older_page(case: Case, tmp_path: Path) -> Iterator[bytes]:
    """Every page that changed since, as it was before: what SQLCipher alone cannot notice."""
    now = make_backup(tmp_path / "safe", "later", {}, key_file=KEY_FILE if case.key else b"")
    before = ledger_in(case)
    with zipfile.ZipFile(now.path) as box:
        after = box.read(LEDGER_MEMBER)
    case.backup = now.path
    for at in range(4096, min(len(before), len(after)), 4096):
        page = before[at : at + 4096]
        if page != after[at : at + 4096]:
            yield after[:at] + page + after[at + 4096 :]


def test_what_is_put_in_with_a_seal_that_fits_is_refused_too(case: Case, tmp_path: Path) -> None:
    """Of a protected ledger whoever has not the key can change nothing at all."""
    place, told = tmp_path / "x.creditmate", glance(case.backup)
    forged = tmp_path / "forged.creditmate-backup"

    def why(**members: bytes | dict[str, object]) -> tuple[Problem, object]:
        error = refusal(resealed(case, forged, **members), case.key, place)
        return error.problem, error.facts.get("why")

    ledger = ledger_in(case)
    damaged = Problem.BACKUP_DAMAGED
    assert why(ledger=ledger[:-4096]) == (damaged, "size")
    assert why(ledger=ledger[4096:] + ledger[:4096]) == (damaged, "sha256")
    if case.key:
        assert why(key=b"{}") == (damaged, "key_file")
        assert why(manifest={**told, "key_file": hashlib.sha256(b"").hexdigest()}, key=b"") == (
            damaged, "manifest"
        )  # fmt: skip
    figures: list[dict[str, object]] = [
        {"head": "0" * 64}, {"open": {"GBP": 1}}, {"rows": {**told["rows"], "email": 0}},
        {"ledger_uid": "another"}, {"items": "0 "}, {"papers": "0 "}, {"amount": {}},
    ]  # fmt: skip
    for figure in figures:
        (name,) = figure
        expected = (damaged, "manifest" if case.key else name)
        assert why(manifest={**told, **figure}) == expected
    assert why(manifest={**told, "format": 99})[0] is Problem.BACKUP_NEWER
    assert why(manifest={**told, "backup": 99})[0] is Problem.BACKUP_NEWER
    assert why(manifest=b"[]") == (damaged, "container")
    assert why(manifest={"format": 1}) == (damaged, "container")
    cut = ledger[: len(ledger) // 2]
    assert why(ledger=cut, manifest=with_sha(case, cut, size=len(cut)))[0] is damaged


def test_an_older_page_put_back_is_refused(case: Case, tmp_path: Path) -> None:
    place, forged = tmp_path / "x.creditmate", tmp_path / "forged.creditmate-backup"
    tried = 0
    for ledger in with_an_older_page(case, tmp_path):
        naive = refusal(resealed(case, forged, ledger=ledger), case.key, place)
        assert (naive.problem, naive.facts["why"]) == (Problem.BACKUP_DAMAGED, "sha256")
        if case.key:
            path = resealed(case, forged, ledger=ledger, manifest=with_sha(case, ledger))
            skilled = refusal(path, case.key, place)
            assert (skilled.problem, skilled.facts["why"]) == (Problem.BACKUP_DAMAGED, "manifest")
        tried += 1
    assert tried >= 3


def tampered(whole: bytes, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield damaged files: bits flipped in every region, cut at many lengths, and more."""
    regions = {
        "beginning": range(64),
        "ledger": range(64, len(whole) * 3 // 4),
        "manifest and key file": range(len(whole) - 5000, len(whole) - 500),
        "directory": range(len(whole) - 500, len(whole) - 123),
        "end of directory": range(len(whole) - 123, len(whole) - 101),
        "seal": range(len(whole) - 101, len(whole)),
    }
    for name, region in regions.items():
        for place in chance.sample(region, min(24, len(region))):
            flipped = bytes([whole[place] ^ (1 << chance.randrange(8))])
            yield f"flip in {name}", whole[:place] + flipped + whole[place + 1 :]
    for length in [0, 1, 4, 30, *chance.sample(range(31, len(whole)), 44), *range(-3, 0)]:
        yield "cut", whole[:length]
    yield "longer", whole + b"\0"
    yield "longer", b"\0" + whole
    yield "twice", whole + whole[: len(whole) // 2]
    for _ in range(10):
        place = chance.randrange(len(whole) - 600)
        yield "zeros", whole[:place] + bytes(512) + whole[place + 512 :]
    yield "chance", chance.randbytes(len(whole))


def test_200_tampered_backups_are_all_refused_and_nothing_is_touched(
    case: Case, tmp_path: Path
) -> None:
    whole, before = case.backup.read_bytes(), everything()
    place = tmp_path / "firm" / "again.creditmate"
    lying = sorted(place.parent.iterdir())
    tried: Counter[str] = Counter()
    named = {Problem.BACKUP_DAMAGED, Problem.BACKUP_UNKNOWN}
    for kind, content in tampered(whole, random.Random(9)):
        case.backup.write_bytes(content)
        error = refusal(case.backup, case.key, place)
        assert error.problem in named
        if error.problem is Problem.BACKUP_DAMAGED:
            assert error.facts["why"] in {"seal", "container"}
        tried[kind] += 1
    assert tried.total() >= 200
    assert everything() == before
    assert sorted(place.parent.iterdir()) == lying
    case.backup.write_bytes(whole)
    discard(restored(case, place).folder)


def test_the_ledger_in_it_is_encrypted_if_it_was(case: Case, tmp_path: Path) -> None:
    with zipfile.ZipFile(case.backup) as box:
        box.extractall(tmp_path / "box")
    content = case.backup.read_bytes() + (tmp_path / "box" / LEDGER_MEMBER).read_bytes()
    if case.key is None:
        assert b"Rookmere" in content
        return
    assert b"Rookmere" not in content
    assert case.key.secret not in content
    handle = driver.connect(str(tmp_path / "box" / LEDGER_MEMBER))
    unlock(handle, case.key)
    assert handle.execute("SELECT name FROM business").fetchone() == (BUSINESS.name,)
    handle.close()


def test_a_full_disk_is_told_and_leaves_nothing(case: Case, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="no limits of file sizes here")
    place = tmp_path / "firm" / "again.creditmate"
    lying = sorted(place.parent.iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        assert refusal(case.backup, case.key, place).problem is Problem.DISK_FULL
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert sorted(place.parent.iterdir()) == lying


def test_a_backup_can_be_glanced_at(case: Case, tmp_path: Path) -> None:
    assert glance(case.backup) == read_container(case.backup, 99).manifest
    shutil.copy(case.backup, tmp_path / "copy.creditmate-backup")
    cut = case.backup.read_bytes()[:-1000]
    case.backup.write_bytes(cut)
    with pytest.raises(UserError):
        glance(case.backup)
