"""What a power cut may leave of a folder: only what was synced for certain, the rest by chance.

Data that was written and not synced may be there, may be missing, and may be there in part, by
sectors of 512 bytes and in any order. Names (made, renamed, removed) that were not synced may be
missing from any moment on: file systems with a journal keep their order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from pathlib import Path
from random import Random

from figures.disk_log import Cut, Deed, Made, Removed, Renamed, Synced, Told, Wrote

SECTOR = 512

_Change = Wrote | Cut
_Naming = Made | Renamed | Removed


class Loss(Enum):
    """What becomes of everything that was not synced."""

    DROPPED = "dropped"
    SOME = "some of it kept"
    TORN = "torn at sectors"


@dataclass(slots=True, eq=False)
class _Content:
    """The bytes of a file that are on the disk for certain, and what was written since."""

    sure: bytearray = field(default_factory=bytearray)
    open: list[_Change] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.open:
            _apply(self.sure, change)
        self.open.clear()


class Disk:
    """A folder as the system sees it, and as a power cut would leave it.

    Attributes:
        told: What the user had been told up to now.
    """

    def __init__(self, files: dict[str, bytes]) -> None:
        self._now = {path: _Content(bytearray(data)) for path, data in files.items()}
        self._sure = dict(self._now)
        self._unsure: list[tuple[_Naming, _Content]] = []
        self.told: list[str] = []

    def do(self, deed: Deed) -> None:
        """Let something be done."""
        if isinstance(deed, Told):
            self.told.append(deed.what)
        elif isinstance(deed, Wrote | Cut):
            self._now[deed.path].open.append(deed)
        elif isinstance(deed, Synced):
            self._sync(deed.path)
        else:
            content = _Content() if isinstance(deed, Made) else self._now[deed.path]
            _name(self._now, deed, content)
            self._unsure.append((deed, content))

    def _sync(self, path: str) -> None:
        if path in self._now:
            self._now[path].sync()
            return
        unsure, self._unsure = self._unsure, []
        for deed, content in unsure:
            if _folders(deed) == {path}:
                _name(self._sure, deed, content)
            else:
                self._unsure.append((deed, content))

    def cut(self, loss: Loss, chance: Random) -> dict[str, bytes]:
        """Return the files after the power was cut now."""
        names = dict(self._sure)
        kept = 0 if loss is Loss.DROPPED else chance.randint(0, len(self._unsure))
        for deed, content in self._unsure[:kept]:
            _name(names, deed, content)
        return {path: _left(content, loss, chance) for path, content in names.items()}


def _folders(deed: _Naming) -> set[str]:
    paths = {deed.path, deed.to} if isinstance(deed, Renamed) else {deed.path}
    return {str(Path(path).parent) for path in paths}


def _name(names: dict[str, _Content], deed: _Naming, content: _Content) -> None:
    if isinstance(deed, Made):
        names[deed.path] = content
        return
    if not (isinstance(deed, Renamed) and deed.is_link):
        names.pop(deed.path, None)
    if isinstance(deed, Renamed):
        names[deed.to] = content


def _left(content: _Content, loss: Loss, chance: Random) -> bytes:
    left = bytearray(content.sure)
    if loss is not Loss.DROPPED:
        for change in content.open:
            if chance.random() < 0.5:
                for part in _torn(change, chance) if loss is Loss.TORN else (change,):
                    _apply(left, part)
    return bytes(left)


def _torn(change: _Change, chance: Random) -> Iterator[_Change]:
    """Yield the sectors of a write that have reached the disk."""
    if isinstance(change, Cut):
        yield change
        return
    start, end = change.at, change.at + len(change.data)
    edges = [start, *range(start - start % SECTOR + SECTOR, end, SECTOR), end]
    for first, last in pairwise(edges):
        if chance.random() < 0.5:
            yield Wrote(change.path, first, change.data[first - start : last - start])


def _apply(content: bytearray, change: _Change) -> None:
    if isinstance(change, Cut):
        del content[change.length :]
        content.extend(bytes(change.length - len(content)))
        return
    if len(content) < change.at:
        content.extend(bytes(change.at - len(content)))
    content[change.at : change.at + len(change.data)] = change.data


@dataclass(frozen=True, slots=True)
class Image:
    """The files of a folder after a power cut, and what the user had been told by then."""

    files: dict[str, bytes]
    told: tuple[str, ...]
    loss: Loss

    def lay(self, folder: Path, into: Path) -> None:
        """Write the files of ``folder`` into another one."""
        for path, data in self.files.items():
            place = into / Path(path).relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def images(
    before: dict[str, bytes], deeds: Iterable[Deed], points: int, chance: Random
) -> Iterator[Image]:
    """Yield what a power cut leaves at so many moments, in each of the three ways.

    Args:
        before: The files of the folder before all, which are on the disk for certain.
        deeds: What was done then.
        points: Moments, chosen by chance among all deeds.
        chance: By which they are chosen, and what is lost.
    """
    done = list(deeds)
    chosen = set(chance.sample(range(len(done)), min(points, len(done))))
    disk = Disk(before)
    for place, deed in enumerate(done):
        disk.do(deed)
        if place in chosen:
            for loss in Loss:
                yield Image(disk.cut(loss, chance), tuple(disk.told), loss)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its full name."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
