"""Figures 2 and 4: the program is killed, or the disk refuses, at every single write of a deed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from creditmate.domain.errors import Problem, UserError
from figures.deeds import BACKUP, DEEDS, IMPORT, NEW, OLD, Opened, Place, TriedDeed, lay
from figures.follow import DATA, WRITES, count, follow, why_not
from figures.result import Result, Setting, judged, not_run
from tests.scenarios import kills

DONE, TOLD, TOLD_OTHERWISE = 0, 4, 5
_OF_THE_DISK = frozenset(
    {
        Problem.DISK_FULL,
        Problem.DISK_READ_ONLY,
        Problem.LEDGER_UNREADABLE,
        Problem.FOLDER_UNWRITABLE,
        Problem.BACKUP_FAILED,
    }
)
"""Problems whose words name the disk, the ledger's file or the folder."""


@dataclass
class Case:
    """One deed on its own folders: as laid out, and for the trial under way.

    Attributes:
        before: What the ledger holds at first, ``after``: when the deed was done undisturbed.
    """

    deed: TriedDeed
    laid: Place
    place: Place
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)

    def learn(self, calls: str) -> int:
        """Do the deed undisturbed, and return how many writes it takes."""
        self.before = self.laid.held()
        self.place.take_from(self.laid)
        found = count(partial(self.deed.do, self.place), calls, self.place.folder / "log")
        if self.deed.name == "migration":  # a newer format is not opened by this program
            self.after = self.before
        else:
            self.after = self.place.held()
        return found

    def state(self) -> str:
        """How the trial has left everything."""
        return self.deed.state(self.place, self.before, self.after)


def _cases(folder: Path, deeds: tuple[TriedDeed, ...]) -> Iterator[Case]:
    laid = Place(folder / "laid")
    lay(laid)
    for number, deed in enumerate(deeds):
        yield Case(deed, laid, Place(folder / str(number)))


def _some(writes: int, most: int) -> list[int]:
    """Every write, or so many of them evenly spread; counted from 1."""
    step = max(writes / most, 1.0)
    return sorted({1 + int(place * step) for place in range(min(writes, most))})


# ---------------------------------------------------------------- killed


def kills_at_every_write(setting: Setting) -> Result:
    """Kill at each write, sync, rename and removal: all is old, or all is new."""
    if reason := why_not():
        return not_run(reason)
    tried: Counter[str] = Counter()
    found: list[str] = []
    faults: list[str] = []
    for case in _cases(setting.folder, DEEDS):
        writes = case.learn(WRITES)
        chosen = _some(writes, setting.pick(writes, 12))
        ends: Counter[str] = Counter()
        for number in chosen:
            ends[_killed(case, number, faults)] += 1
        tried += ends
        found.append(f"{case.deed.name} {len(chosen)} of {writes}")
        if not ends[OLD] and case.deed.name not in {"migration"}:
            faults.append(f"{case.deed.name}: no kill came early enough")
    said = (
        f"{tried.total()} kills ({'; '.join(found)}): {tried[OLD]} left the old state,"
        f" {tried[NEW]} the new one, {tried.total() - tried[OLD] - tried[NEW]} anything else"
    )
    return judged(said, faults)


def _killed(case: Case, number: int, faults: list[str]) -> str:
    case.place.take_from(case.laid)
    inject = f"inject={WRITES}:signal=KILL:when={number}"
    log = ("-o", "/dev/null")
    ended = follow(partial(case.deed.do, case.place), "-e", f"trace={WRITES}", "-e", inject, *log)
    if not ended.was_killed and ended.status:
        faults.append(f"{case.deed.name} {number}: it ended with {ended.status}")
    return _state(case, number, faults)


def _state(case: Case, number: int, faults: list[str]) -> str:
    try:
        return case.state()
    except (UserError, ValueError, OSError, AssertionError) as error:
        faults.append(f"{case.deed.name} {number}: {error!r}")
        return "mixed"


# ---------------------------------------------------------------- refused


def disk_refuses_every_write(setting: Setting) -> Result:
    """Let the disk say ENOSPC or EIO at each write and sync, once and from then on."""
    if reason := why_not():
        return not_run(reason)
    tried: Counter[str] = Counter()
    faults: list[str] = []
    found: list[str] = []
    for case in _cases(setting.folder, (IMPORT, BACKUP)):
        writes = case.learn(DATA)
        chosen = _some(writes, setting.pick(writes, 6))
        for number in chosen:
            for error in ("ENOSPC", "EIO"):
                for when in (f"{number}", f"{number}+"):
                    tried[_refused(case, error, when, faults)] += 1
        found.append(f"{case.deed.name} {len(chosen)} of {writes} writes")
    said = (
        f"{tried.total()} refusals ({'; '.join(found)}; ENOSPC and EIO, once and for good):"
        f" {tried['told']} told with the disk named and the ledger as it was,"
        f" {tried['done']} carried out all the same and whole,"
        f" {tried.total() - tried['told'] - tried['done']} anything else;"
        " the next import worked each time"
    )
    return judged(said, faults)


def _refused(case: Case, error: str, when: str, faults: list[str]) -> str:
    case.place.take_from(case.laid)
    inject = f"inject={DATA}:error={error}:when={when}"
    work = partial(_or_told, case)
    ended = follow(work, "-e", f"trace={DATA}", "-e", inject, "-o", "/dev/null")
    state = _state(case, 0, faults)
    name = f"{case.deed.name} {error} at {when}"
    if ended.status not in {DONE, TOLD}:
        faults.append(f"{name}: it ended with {ended.status}")
        return "wrong"
    if (ended.status == DONE) is not (state == NEW):
        faults.append(
            f"{name}: {'saved' if ended.status == DONE else 'refused'}, and it is {state}"
        )
        return "wrong"
    try:
        with Opened(case.place) as program:
            program.ask(lambda: kills.import_file(program, "afterwards"))
    except (UserError, ValueError) as failure:
        faults.append(f"{name}: the next import failed, {failure!r}")
        return "wrong"
    return "done" if ended.status == DONE else "told"


def _or_told(case: Case) -> int:
    try:
        case.deed.do(case.place)
    except UserError as error:
        return TOLD if error.problem in _OF_THE_DISK else TOLD_OTHERWISE
    return DONE
