"""What a program did to a folder, in the order in which the system was asked: read from strace."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    "openat,lseek,write,pwrite64,ftruncate,fsync,fdatasync,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,rmdir"
)
OPTIONS = ("-y", "-xx", "-s", "1048576", "-e", f"trace={CALLS}", "-e", "signal=none")

_LINE = re.compile(r"(?:\d+ +)?(?P<name>\w+)\((?P<arguments>.*)\) += (?P<answer>-?\d+)(?P<rest>.*)")
_FILE = re.compile(r"(?P<number>\d+)<(?P<path>[^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')

_GONE = " (deleted)"  # said of a file without a name: what is written there is in no image


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was not there."""

    path: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """Bytes at a place in a file."""

    path: str
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file was given a length."""

    path: str
    length: int


@dataclass(frozen=True, slots=True)
class Synced:
    """The system has promised that a file, or a folder's names, are on the disk."""

    path: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """A file has got another name; ``is_link``: one more name."""

    path: str
    to: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Removed:
    """A name is gone."""

    path: str


@dataclass(frozen=True, slots=True)
class Told:
    """The program has told its user that something is saved."""

    what: str


Deed = Made | Wrote | Cut | Synced | Renamed | Removed | Told


class Reader:
    """Reads a log once.

    Args:
        folder: What lies elsewhere is left out.
        there: The files in it at the beginning.
        told: The file to which the child writes what it tells its user.
    """

    def __init__(self, folder: Path, there: set[str], told: Path) -> None:
        self._folder, self._names, self._told = f"{folder}{os.sep}", set(there), str(told)
        self._at: dict[str, int] = {}

    def read(self, log: Path) -> Iterator[Deed]:
        """Yield what was done, in order.

        Raises:
            ValueError: A line that is not understood: it might have been a write.
        """
        with log.open(encoding="ascii") as lines:
            for line in lines:
                found = _LINE.match(line)
                if found is None:
                    if "+++" in line or "---" in line:
                        continue
                    raise ValueError(line[:200])
                if int(found["answer"]) >= 0:
                    yield from self._deeds(found["name"], found["arguments"], found)

    def _deeds(self, name: str, said: str, line: re.Match[str]) -> Iterator[Deed]:
        if name == "openat":
            yield from self._opened(said, _FILE.search(line["answer"] + line["rest"]))
        elif name in {"rename", "renameat", "renameat2", "link", "linkat"}:
            old, new = (self._full(said, text) for text in _TEXT.findall(said)[:2])
            if self._ours(old) or self._ours(new):
                self._names |= {new}
                yield Renamed(old, new, is_link=name.startswith("link"))
        elif name in {"unlink", "unlinkat"}:
            gone = self._full(said, _TEXT.findall(said)[0])
            if self._ours(gone):
                self._names -= {gone}
                yield Removed(gone)
        elif (file := _FILE.match(said)) is not None:
            yield from self._on_file(name, said, file, int(line["answer"]))

    def _opened(self, said: str, file: re.Match[str] | None) -> Iterator[Deed]:
        if file is None:
            return
        path = _path(file["path"])
        self._at[file["number"]] = 0
        if not self._ours(path):
            return
        if "O_CREAT" in said and path not in self._names:
            self._names.add(path)
            yield Made(path)
        if "O_TRUNC" in said:
            yield Cut(path, 0)

    def _on_file(self, name: str, said: str, file: re.Match[str], answer: int) -> Iterator[Deed]:
        number, path = file["number"], _path(file["path"])
        if path.endswith(_GONE):
            return
        if name == "lseek":
            self._at[number] = answer
        elif name in {"write", "pwrite64"}:
            data = bytes.fromhex(_TEXT.findall(said)[0].replace("\\x", ""))[:answer]
            at = self._at.get(number, 0)
            if name == "write":
                self._at[number] = at + answer
            else:
                at = int(said.rpartition(",")[2])
            if path == self._told:
                yield Told(data.decode())
            elif self._ours(path):
                yield Wrote(path, at, data)
        elif name == "ftruncate" and self._ours(path):
            yield Cut(path, int(said.rpartition(",")[2]))
        elif name in {"fsync", "fdatasync"} and self._ours(f"{path}{os.sep}"):
            yield Synced(path)

    def _ours(self, path: str) -> bool:
        return path.startswith(self._folder)

    def _full(self, said: str, text: str) -> str:
        """Name a file in full: relative names are relative to a folder that was opened."""
        path = _path(text)
        folder = _FILE.match(said)
        if path.startswith(os.sep) or folder is None:
            return path
        return os.path.join(_path(folder["path"]), path)  # noqa: PTH118 - as strings throughout


def _path(text: str) -> str:
    return bytes.fromhex(text.replace("\\x", "")).decode() if "\\x" in text else text
