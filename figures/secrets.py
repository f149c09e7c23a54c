"""Figures 14 and 17: what of a session can be read in files, and how long a password takes."""

import os
import signal
import statistics
import time
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from creditmate.bootstrap import build
from creditmate.db.backup import copy_ledger
from creditmate.db.container import write_container
from creditmate.domain.importing import ImportOptions
from creditmate.domain.outcomes import Outcome
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.services.calls import CallNote
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.unlocking import Lock, new_lock, unlock
from creditmate.system.crash_report import report_bug
from creditmate.system.password_slot import PasswordSlot
from figures import every_field
from figures.follow import follow, why_not
from figures.result import Result, Setting, judged, not_run

_DAY = date(2026, 11, 23)
_NAME, _PERSON, _NOTE = (
    "Wexcombe Orrery Makers",
    "Thessaly Quillfeather",
    "pays when the bees swarm",
)
_AMOUNT, _FIRM, _PASSWORD = "73918.46", "Larkspur Gantry Books", "seven marmosets on a mantelpiece"
_MARKS = (_NAME, _PERSON, _NOTE, "73918", "73,918.46", "7391846", _FIRM, _PASSWORD)
"""What is typed in the session, as it is typed, kept and shown."""
_OF_FIELDS = {
    mark: f"{table}.{column}"
    for table, columns in every_field.marks().items()
    for column, mark in columns.items()
}
"""Besides, a mark in every column that people write in."""
_SILENT = ("-e", "trace=none", "-o", os.devnull)
_FASTEST, _SLOWEST = 0.2, 1.0
"""Seconds that opening by a password may take on the reference machine."""


def marker_scan(setting: Setting) -> Result:
    """Search every file that a session leaves, in the middle of it and after it, for its words."""
    if reason := why_not():
        return not_run(reason)
    lock = new_lock(_PASSWORD)
    protected = _scanned(setting.folder / "protected", lock)
    control = _scanned(setting.folder / "unprotected", None)
    faults = [f"{place}: {mark}" for place, mark in protected.found]
    if not control.found:
        faults.append("the control found nothing: the search proves nothing")
    unseen = _OF_FIELDS.keys() - {mark for _place, mark in control.found}
    faults += [f"the control did not find {_OF_FIELDS[mark]}" for mark in sorted(unseen)]
    said = (
        f"{len(_MARKS)} names, notes, amounts and the password, and a mark in each of the"
        f" {len(_OF_FIELDS)} columns that people write in, in {protected.files} files of a"
        " protected session killed in its midst (ledger, journal, key files, backups, settings,"
        f" logs, a crash report, temporary files) and again after it was closed: found"
        f" {len(protected.found)} times. Control, unprotected: found {len(control.found)} times"
    )
    return judged(said, faults)


class _Scan:
    """The files of a folder that were searched, and what was found where."""

    def __init__(self) -> None:
        self.files = 0
        self.found: list[tuple[str, str]] = []

    def search(self, folder: Path) -> None:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.files += 1
                content = path.read_bytes()
                self.found += [
                    (path.name, mark) for mark in (*_MARKS, *_OF_FIELDS) if _is_in(mark, content)
                ]


def _is_in(mark: str, content: bytes) -> bool:
    return any(mark.encode(encoding) in content for encoding in ("utf-8", "utf-16-le"))


def _scanned(folder: Path, lock: Lock | None) -> _Scan:
    """Let a child work and be killed; search; open and close it; search again."""
    folder.mkdir()
    for name, place in (("CREDITMATE_HOME", "home"), ("TMPDIR", "temporary"), ("HOME", "home")):
        (folder / place).mkdir(exist_ok=True)
        os.environ[name] = str(folder / place)
    ended = follow(partial(_session, folder / "books.creditmate", lock), *_SILENT)
    if not ended.was_killed:
        raise RuntimeError(f"the session ended with {ended.status}")
    scan = _Scan()
    scan.search(folder)
    program = build(_DAY)
    key = lock.key if lock else None
    program.ask(lambda: program.ledgers.open(folder / "books.creditmate", key))
    program.stop()
    scan.search(folder)
    return scan


def _session(ledger: Path, lock: Lock | None) -> None:
    """Make a ledger, import, write into every field, back up, meet a bug, and die with it open."""
    program = build(_DAY)
    business = NewBusiness(_FIRM, "GB", "GBP", "en_GB", "Europe/London")
    program.ask(lambda: program.ledgers.create(ledger, business, lock))
    head = "Customer,Name,Invoice number,Invoice date,Due date,Amount,Currency"
    rows = (f"ORR{row},{_NAME},N{row},2026-08-04,2026-09-03,{_AMOUNT},GBP" for row in range(200))
    table = read_invoice_table("\n".join((head, *rows)).encode(), ImportOptions())
    program.ask(lambda: program.importing.run(table, "books"))
    note = CallNote(_PERSON, Outcome.CALL_BACK, _NOTE, next_day=_DAY)
    program.ask(lambda: program.calls.record("ORR1", note))
    program.ask(lambda: program.backups.back_up("day"))
    every_field.write_marks(program)
    _pack(program, ledger.with_name("packed"), lock)
    program.ask(lambda: program.calls.record("ORR2", note))
    for error in _errors():
        report_bug(type(error), error, error.__traceback__)
    os.kill(os.getpid(), signal.SIGKILL)


def _pack(program: Program, folder: Path, lock: Lock | None) -> None:
    """Back up as far as it goes: what the marks stand in is no ledger that would be proved."""
    copied = program.ask(lambda: copy_ledger(folder, "marks"))
    packed, key_file = folder / "marks.packed", b"" if lock is None else lock.key_file.as_bytes()
    write_container(packed, copied.path, {**copied.expected, "reason": "day"}, copied.key, key_file)


def _errors() -> Iterator[Exception]:
    for words in (_NAME, _NOTE, _AMOUNT):
        try:
            _go_wrong(words)
        except LookupError as error:
            yield error


def _go_wrong(words: str) -> None:
    raise LookupError(words)


def unlock_time(setting: Setting) -> Result:
    """Open a key file by its password, several times.

    In processor time: on a quiet computer it is the time that passes, on a busy one it stays so.
    """
    os.environ["CREDITMATE_HOME"] = str(setting.folder / "home")
    lock, ledger = new_lock(_PASSWORD), setting.folder / "books.creditmate"
    program = build(_DAY)
    business = NewBusiness(_FIRM, "GB", "GBP", "en_GB", "Europe/London")
    program.ask(lambda: program.ledgers.create(ledger, business, lock))
    program.stop()
    seconds = []
    for _ in range(setting.pick(15, 5)):
        begun = time.process_time()
        unlock(ledger, _PASSWORD)
        seconds.append(time.process_time() - begun)
    (slot,) = lock.key_file.slots
    middle = statistics.median(seconds)
    said = (
        f"{middle:.2f} seconds of the processor here (median of {len(seconds)};"
        f" {min(seconds):.2f} to {max(seconds):.2f}); {_parameters(slot)}"
    )
    outside = not _FASTEST <= middle <= _SLOWEST
    return judged(said, [f"not within {_FASTEST} and {_SLOWEST} seconds"] if outside else [])


def _parameters(slot: PasswordSlot) -> str:
    return f"Argon2id, {slot.memory_kib // 1024} MiB, {slot.passes} passes"
