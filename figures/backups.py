"""Figures 8 and 10: backups while the ledger is written, and the drill: back from nothing."""

import hashlib
import os
import time
from pathlib import Path
from typing import Any

from creditmate.bootstrap import build
from creditmate.db.connection import execute
from creditmate.db.manifest import manifest
from creditmate.db.restore import read_backup
from creditmate.domain.data_key import recovery_code
from creditmate.services.program import Program
from creditmate.services.unlocking import unlock, unlock_with_sheet
from creditmate.services.unpacking import unpacked_for
from figures.result import Result, Setting, judged
from tests.scenarios.kills import TODAY
from tests.services.busy_backups import backed_up_while_written
from tests.services.protecting import KEY, LOCK, PASSWORD


def _sample(folder: Path) -> tuple[Program, Path]:
    os.environ["CREDITMATE_HOME"] = str(folder / "home")
    ledger, program = folder / "books" / "sample.creditmate", build(TODAY)
    ledger.parent.mkdir()
    program.ask(lambda: program.ledgers.create_sample(ledger, LOCK))
    return program, ledger


def while_written(setting: Setting) -> Result:
    """Back a protected ledger up again and again, and restore and compare every backup."""
    program, _ledger = _sample(setting.folder)
    try:
        seconds = setting.pick(60, 5)
        busy = backed_up_while_written(program, seconds)
        findings = program.ask(program.upkeep.check).findings
    finally:
        program.stop()
    faults = [*busy.bad, *map(str, findings)]
    if not busy.during:
        faults.append("nothing was written between two steps of a copy")
    said = (
        f"{busy.made} backups in {seconds} seconds of writing, {busy.written:,} saves meanwhile,"
        f" {busy.during:,} of them in the middle of a copy; each backup restored and compared in"
        f" counts, totals, open items, documents and head: {len(busy.bad)} bad"
    )
    return judged(said, faults)


def drill(setting: Setting) -> Result:
    """Restore the newest backup where there is nothing, by the password and by the sheet."""
    program, ledger = _sample(setting.folder)
    backup = program.ask(lambda: program.backups.back_up("day")).path
    before = program.ask(_held)
    program.stop()
    ledger.unlink()
    faults: list[str] = []
    seconds = []
    for name in ("password", "sheet"):
        begun = time.perf_counter()
        found = _restored(setting.folder / name, backup, by_sheet=name == "sheet")
        seconds.append(time.perf_counter() - begun)
        faults += [f"{name}: {each}" for each in before if found[each] != before[each]]
    rows = sum(before["rows"].values())
    said = (
        f"the sample ledger, {rows:,} rows, {before['rows']['paper']} documents: restored into an"
        " empty profile by the password and again by the sheet alone; counts, totals, open items,"
        f" documents, audit head and every value of {len(before['values'])} tables equal in both;"
        f" {max(seconds):.1f} seconds with the proof"
    )
    return judged(said, faults)


def _restored(folder: Path, backup: Path, *, by_sheet: bool) -> dict[str, Any]:
    """Restore into a profile with nothing in it, and open what came of it anew."""
    os.environ["CREDITMATE_HOME"] = str(folder / "home")
    place, program = folder / "again.creditmate", build(TODAY)
    folder.mkdir()
    try:
        unpacked = unpacked_for(read_backup(backup), place, KEY)
        program.ask(lambda: program.restoring.into_new(unpacked, place, KEY))
        program.ask(program.ledgers.close)
        sheet = "".join(recovery_code(KEY))
        key = unlock_with_sheet(place, sheet) if by_sheet else unlock(place, PASSWORD)
        program.ask(lambda: program.ledgers.open(place, key))
        return program.ask(_held)
    finally:
        program.stop()


def _held() -> dict[str, Any]:
    """What the open ledger holds: its manifest, and a digest of every table but the word index."""
    told = manifest(execute)
    names = (name for name in told["rows"] if not name.startswith("search"))
    return {**told, "values": {name: _digest(name) for name in names}}


def _digest(table: str) -> str:
    digest = hashlib.sha256()
    for row in execute(f"SELECT * FROM {table} ORDER BY rowid"):
        digest.update(repr(row).encode())
    return digest.hexdigest()
