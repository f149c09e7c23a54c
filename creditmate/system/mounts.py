"""What a file lies on under Linux: which mount, of which kind, on which disk."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from creditmate.domain.ledger_place import Misplaced, Unfit, by_file_system

_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of ``/proc/self/mountinfo``: where, what kind, from what; ``device`` is 8:17."""

    point: str
    kind: str
    source: str
    device: str


def mounts(text: str) -> Iterator[Mount]:
    """Read ``/proc/self/mountinfo``. Source: proc_pid_mountinfo(5)."""
    for line in text.splitlines():
        about, _, rest = line.partition(" - ")
        fields, more = about.split(" "), rest.split(" ")
        if len(fields) > 4 and len(more) > 1:
            yield Mount(_plain(fields[4]), more[0], _plain(more[1]), fields[2])


def _plain(field: str) -> str:
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), field)


def on_linux(path: Path, mounted: Iterable[Mount], sys_folder: Path) -> Misplaced | None:
    """Return why what a path lies on is none for a ledger.

    A disk counts as one that is pulled out if the kernel says so or it hangs on the USB, unless
    the computer itself runs from it.

    Args:
        path: Absolute and without links.
        mounted: What is mounted; of two at one place the later one hides the other.
        sys_folder: ``/sys``.
    """
    system = own = None
    for mount in mounted:
        if mount.point == "/":
            system = mount
        if path.is_relative_to(mount.point) and (own is None or len(mount.point) >= len(own.point)):
            own = mount
    if own is None:
        return None
    found = by_file_system(own.kind, whole_system=own.point == "/")
    if found is not None:
        return found
    disks = _disks(own, sys_folder)
    if not disks or (system is not None and disks <= _disks(system, sys_folder)):
        return None
    pulled_out = any(_is_pulled_out(disk) for disk in disks)
    return Misplaced(Unfit.REMOVABLE, Path(own.point).name) if pulled_out else None


def _disks(mount: Mount, sys_folder: Path) -> frozenset[Path]:
    """Return the whole disks under a mount, through partitions, encryption and volume managers."""
    device = mount.device
    if sys.platform != "win32" and mount.source.startswith("/dev/"):
        with suppress(OSError):  # Btrfs and others give a number of their own that leads nowhere
            number = Path(mount.source).stat().st_rdev
            device = f"{os.major(number)}:{os.minor(number)}"
    return frozenset(_whole(sys_folder / "dev" / "block" / device))


def _whole(device: Path) -> Iterator[Path]:
    if not device.exists():
        return
    place = device.resolve()
    below = list((place / "slaves").iterdir()) if (place / "slaves").is_dir() else []
    for slave in below:
        yield from _whole(slave)
    if not below:
        yield place.parent if (place / "partition").exists() else place


def _is_pulled_out(disk: Path) -> bool:
    if any(part.startswith("usb") and part[3:].isdecimal() for part in disk.parts):
        return True
    try:
        return (disk / "removable").read_text(encoding="ascii").strip() == "1"
    except (OSError, ValueError):
        return False
