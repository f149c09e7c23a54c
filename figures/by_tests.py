"""Figures that the tests prove: run again here, and counted."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from figures.result import Figure, Result, Setting, judged, not_run

_ROOT = Path(__file__).parent.parent
_SECONDS = 600
"""A case that takes longer is taken to hang."""


def _run(said: str, tests: tuple[str, ...], only: str, setting: Setting) -> Result:
    """Pass these tests in a process of their own; ``only`` chooses among them by name."""
    answer = setting.folder / "answer.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        f"--timeout={_SECONDS}",
        f"--junitxml={answer}",
    ]
    chosen = ["-k", only] if only else []
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", *chosen, *tests],
        check=False, capture_output=True, text=True, cwd=_ROOT,
        env=_facts(setting.folder),
    )  # fmt: skip
    if not answer.exists():
        raise RuntimeError(done.stdout[-500:] + done.stderr[-500:])
    cases = ElementTree.parse(answer).getroot().findall(".//testcase")
    skipped = [case for case in cases if case.find("skipped") is not None]
    failed = [
        str(case.get("name"))
        for case in cases
        if case.find("failure") is not None or case.find("error") is not None
    ]
    if not cases or len(skipped) == len(cases):
        return not_run("none of its tests can run here (they need root, to mount a small disk)")
    counted = f"{len(cases) - len(skipped)} cases, {len(failed)} failed"
    if skipped:
        counted += f", {len(skipped)} could not run here"
    return judged(f"{said}: {counted}", failed)


def _facts(home: Path) -> dict[str, str]:
    """Return the environment with a home of its own; what else they need the tests set."""
    kept = {name: value for name, value in os.environ.items() if name != "CREDITMATE_HOME"}
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(home))
    return {**kept, **homes, "QT_QPA_PLATFORM": "offscreen"}


def _figure(
    number: int, title: str, said: str, *tests: str, only: str = "", quick: bool = False
) -> Figure:
    return Figure(number, title, partial(_run, said, tests, only), in_quick=quick, has_less=False)


FIGURES = (
    _figure(
        1,
        "Killed at random, protected and not",
        "each case 50 more kills in the middle of writing, every acknowledged action looked up by"
        " its hash",
        "tests/db/test_kill.py",
    ),
    _figure(
        2,
        "Killed at every step that files are moved by",
        "protecting, taking protection off, a new key, moving, swapping, and the settings' writer",
        "tests/services/test_protection_kills.py",
        "tests/db/test_staging.py",
        "tests/db/test_swapping.py",
        "tests/db/test_relocating.py",
        "tests/db/test_backup_faults.py",
        "tests/system/test_files.py",
        only="killed",
    ),
    _figure(
        5,
        "A disk that is really full",
        "small disks are mounted and filled: reading, saving, backup, restore, settings, key file",
        "tests/services/test_disk_room.py",
        "tests/system/test_files.py",
        "tests/db/test_backup_faults.py",
        "tests/db/test_restore.py",
        only="full or no_byte_free or without_room or leaves_the_old",
        quick=True,
    ),
    _figure(
        9,
        "Tampered backups",
        "of a protected and of an unprotected ledger at least 200 each: bits flipped in every"
        " region, cut at 50 lengths, zeros, other files inside, an older page put back; each"
        " refused by name, the ledger untouched",
        "tests/db/test_restore.py",
        only="tampered or resealing or seal_that_fits or older_page or no_backup",
        quick=True,
    ),
    _figure(
        10,
        "Restore, when it is hard",
        "with a journal of the old ledger left, over a damaged one, a full disk, a password changed"
        " since, killed at every step",
        "tests/services/test_restoring.py",
        "tests/services/test_drills_and_damage.py",
    ),
    _figure(
        11,
        "Which backups are kept",
        "a year of work thinned; the last proved one never removed; only what was proved counts; a"
        " wrong clock or an older file makes none the newest",
        "tests/domain/test_retention.py",
        "tests/services/test_backups.py",
        "tests/services/test_backup_order.py",
        "tests/services/test_only_read_backups.py",
        quick=True,
    ),
    _figure(
        13,
        "What is not a ledger",
        "newer, foreign, plain, empty, random, cut, a folder, locked: each refused by its own name,"
        " not a byte changed",
        "tests/db/test_opening.py",
        "tests/db/test_protected_files.py",
        quick=True,
    ),
    _figure(
        14,
        "Reports and logs",
        "an error that names everybody and every amount, on every thread: none of it is written",
        "tests/system/test_crash_report.py",
        "tests/ui/window/test_bugs.py",
        only="nothing_of_the_users or name_nobody or told_and_reported",
        quick=True,
    ),
    _figure(
        15,
        "Wrong passwords, damaged files",
        "case, blanks, accents typed in another way, empty, NUL: a wrong password is told as one,"
        " damage never is",
        "tests/system/test_key_file.py",
        "tests/services/test_unlocking.py",
        quick=True,
    ),
    _figure(
        16,
        "Sheet and keyring",
        "the sheet opens the ledger and backups from before a change of password; a keyring that is"
        " missing, locked, wiped or stale loses nothing",
        "tests/services/test_recovery_sheets.py",
        "tests/services/test_restoring.py",
        "tests/system/test_key_cache.py",
        "tests/system/test_key_places.py",
        "tests/cli/test_protection.py",
        only="sheet or store or remembered or password or key",
    ),
    _figure(
        18,
        "Never plain by accident",
        "every way to open or make a ledger, with and without a key; the first bytes looked at",
        "tests/db/test_protected_files.py",
        "tests/db/test_rewrapping.py",
        "tests/services/test_protection.py",
    ),
)
