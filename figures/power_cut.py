"""Figure 3: the power fails while a ledger is written. What was acknowledged is there, all of it.

The real program writes a real protected ledger; strace logs every write and sync in order, and the
acknowledgements with them. From that are built the files that a power cut might have left, which
are opened as anybody would open them. That the simulator loses work where work can be lost is seen
with ``synchronous=NORMAL``, the setting that is popular and not ours.
"""

import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from shutil import rmtree

from creditmate.db import connection
from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.db.proof.everything import prove_file
from creditmate.domain.errors import UserError
from figures.crash_images import Image, files_in, images
from figures.disk_log import OPTIONS, Deed, Reader
from figures.follow import follow, why_not
from figures.result import Result, Setting, judged, not_run
from tests.builders import KEY, RealClock, a_gateway, make_ledger, open_ledger
from tests.db.writer_child import WORKLOAD

_NAME = "power.creditmate"
_SEED = 20261122


@dataclass
class Tried:
    """What became of the images.

    Attributes:
        lost: Images in which an acknowledged action was missing.
        most: How many were missing at most in one image.
        broken: Images that could not be opened, or did not prove.
    """

    images: int = 0
    lost: int = 0
    most: int = 0
    broken: int = 0
    faults: list[str] = field(default_factory=list)


def power_cuts(setting: Setting) -> Result:
    """Cut the power at many moments of the shipped settings, and of the weaker ones."""
    if reason := why_not():
        return not_run(reason)
    points, rounds = setting.pick(420, 40), setting.pick(120, 40)
    shipped = _tried(setting.folder / "shipped", rounds, points, "FULL")
    control = _tried(setting.folder / "control", rounds, setting.pick(140, 20), "NORMAL")
    faults = list(shipped.faults)
    if not control.lost:
        faults.append("the control lost nothing: the simulator proves nothing")
    said = (
        f"{rounds} saves; {points} moments x 3 ways of losing what was not synced ="
        f" {shipped.images} images: {shipped.lost} lost a save, {shipped.broken} damaged."
        f" Control with synchronous=NORMAL, which must lose: {control.lost} of {control.images}"
        f" images lost saves, up to {control.most} of them, {control.broken} damaged"
    )
    return judged(said, faults)


def _tried(folder: Path, rounds: int, points: int, synchronous: str) -> Tried:
    told, log, ledger = folder / "told", folder / "log", folder / "books" / _NAME
    ledger.parent.mkdir(parents=True)
    make_ledger(ledger, RealClock(), KEY)
    connection.close()
    before = files_in(ledger.parent)
    ended = follow(partial(write, ledger, told, rounds, synchronous), *OPTIONS, "-o", str(log))
    if ended.status:
        raise RuntimeError(f"the workload ended with {ended.status}")
    reader = Reader(ledger.parent, set(before), told)
    deeds: list[Deed] = list(reader.read(log))
    log.unlink()
    tried, place = Tried(), folder / "image"
    for image in images(before, deeds, points, Random(_SEED)):
        rmtree(place, ignore_errors=True)
        place.mkdir()
        image.lay(ledger.parent, place)
        _judge(tried, image, place / _NAME)
    return tried


def write(ledger: Path, told: Path, rounds: int, synchronous: str) -> None:
    """Save so many actions of a mixed workload, and tell of each once it is saved."""
    chance = Random(_SEED)
    telling = os.open(told, os.O_WRONLY | os.O_CREAT)
    gateway = a_gateway(RealClock())
    for step in range(rounds):
        if step % (rounds // 3) == 0:  # closing folds the journal in: that is cut short as well
            connection.close()
            open_ledger(ledger, key=KEY)
            execute(f"PRAGMA synchronous = {synchronous}")
        work = chance.choice(WORKLOAD) if step else WORKLOAD[0]
        with gateway.write(work.__name__) as writing:
            work(writing, chance)
        (hash_,) = execute("SELECT hash FROM action WHERE id = ?", (writing.id,)).fetchone()
        os.write(telling, f"{writing.id} {hash_}".encode())
    connection.close()


def _judge(tried: Tried, image: Image, ledger: Path) -> None:
    """Open what was left, and compare it with what was acknowledged."""
    tried.images += 1
    told = dict(line.split() for line in image.told)
    try:
        open_ledger(ledger, key=KEY)
        there = {str(id_): hash_ for id_, hash_ in execute("SELECT id, hash FROM action")}
        findings = [*prove_file(), *prove_all()]
    except UserError as error:
        there, findings = {}, []
        tried.broken += 1
        tried.faults.append(f"{image.loss.value}: {error.problem.name}")
    else:
        tried.broken += bool(findings)
        tried.faults += [f"{image.loss.value}: {finding}" for finding in findings[:1]]
    finally:
        connection.close()
    missing = sum(there.get(id_) != hash_ for id_, hash_ in told.items())
    tried.lost += bool(missing)
    tried.most = max(tried.most, missing)
    if missing:
        tried.faults.append(f"{image.loss.value}: {missing} of {len(told)} saves lost")
