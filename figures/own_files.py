"""Figure 6: the power fails while settings and key files are written, beside the ledger."""

import json
import os
from functools import partial
from pathlib import Path
from random import Random

from creditmate.domain.errors import UserError
from creditmate.system.computer import config_file, keep
from creditmate.system.key_file import KeyFile, key_file_from
from creditmate.system.key_places import keep_beside, key_path
from figures.crash_images import Image, files_in, images
from figures.disk_log import OPTIONS, Reader
from figures.follow import follow, why_not
from figures.result import Result, Setting, judged, not_run
from tests.services.protecting import KEY, OTHER, PASSWORD, THIRD, a_slot

_SEED = 20261122
_KEY_FILES = tuple(KeyFile(KEY.fingerprint, (a_slot(each),)) for each in (PASSWORD, OTHER, THIRD))
"""Stretched once; each that is written differs from the one before."""


def own_files(setting: Setting) -> Result:
    """Write both again and again, and look at what a power cut would leave of them."""
    if reason := why_not():
        return not_run(reason)
    folder, saves = setting.folder / "home", setting.pick(150, 40)
    os.environ["CREDITMATE_HOME"] = str(folder)
    ledger, told, log = folder / "x.creditmate", setting.folder / "told", setting.folder / "log"
    folder.mkdir()
    _save(ledger, 0)
    before = files_in(folder)
    ended = follow(partial(_write, ledger, told, saves), *OPTIONS, "-o", str(log))
    if ended.status:
        raise RuntimeError(f"the workload ended with {ended.status}")
    deeds = list(Reader(folder, set(before), told).read(log))
    faults: list[str] = []
    tried = 0
    for image in images(before, deeds, setting.pick(400, 60), Random(_SEED)):
        tried += 1
        faults += _faults(image, ledger)
    said = (
        f"{saves} saves of settings and of a key file; {tried} images:"
        f" {len(faults)} unreadable or older than what was acknowledged"
    )
    return judged(said, faults)


def _save(ledger: Path, number: int) -> None:
    keep("figure", {"number": number})
    keep_beside(ledger, _KEY_FILES[number % len(_KEY_FILES)])


def _write(ledger: Path, told: Path, saves: int) -> None:
    telling = os.open(told, os.O_WRONLY | os.O_CREAT)
    for number in range(1, saves + 1):
        _save(ledger, number)
        os.write(telling, str(number).encode())


def _faults(image: Image, ledger: Path) -> list[str]:
    """Compare what was left with what was acknowledged: that, or the save under way."""
    last = int(image.told[-1]) if image.told else 0
    fine = {last, last + 1}
    found = []
    try:
        if json.loads(image.files[str(config_file())])["figure"]["number"] not in fine:
            found.append(f"{image.loss.value}: settings older than acknowledged")
        place = key_path(ledger)
        if key_file_from(image.files[str(place)], place) not in _some(fine):
            found.append(f"{image.loss.value}: a key file older than acknowledged")
    except (KeyError, ValueError, UserError) as error:
        found.append(f"{image.loss.value}: {error!r}")
    return found


def _some(numbers: set[int]) -> list[KeyFile]:
    return [_KEY_FILES[number % len(_KEY_FILES)] for number in numbers]
