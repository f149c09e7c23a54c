"""What a file lies on: the kind of file system, and whether it is on the network or pulled out.

Each system is asked in its own way; where it does not say, the place counts as the computer's own.
"""

import re
import sys
from pathlib import Path

from creditmate.domain.ledger_place import Misplaced, Unfit, is_network_path
from creditmate.system.mounts import mounts, on_linux

_SYS = Path("/sys")
_MOUNTS = Path("/proc/self/mountinfo")
_MAC_MOUNT = re.compile(r"^(?P<source>.*?) on (?P<point>/.*) \((?P<kind>[^,)]+)(?P<more>[^)]*)\)$")
_PATIENCE = 5.0  # seconds for a tool of the system
_GOOGLE_DRIVE = "Google Drive"
"""The label of the drive that Google Drive shows under Windows; it calls itself a fixed one."""


def misplaced_on(path: Path) -> Misplaced | None:
    """Return why what ``path`` lies on is none for a ledger; None where it is fit.

    Args:
        path: Absolute and without links; the file need not exist.
    """
    if sys.platform == "win32":
        found = _on_windows(path)
    elif sys.platform == "darwin":
        found = _on_mac(path)
    else:
        found = _on_linux(path)
    return found


def _on_linux(path: Path) -> Misplaced | None:
    try:
        text = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None  # another Unix, or it is hidden from us
    return on_linux(path, mounts(text), _SYS)


# ---------------------------------------------------------------- macOS


def on_mac(path: Path, mounted: str) -> tuple[str, Misplaced | None]:
    """Return where the volume of a path is mounted, and why that is none for a ledger.

    Args:
        path: Absolute and without links.
        mounted: What ``mount`` prints; a volume of this computer says ``local``.
    """
    point, found = "/", None
    for line in mounted.splitlines():
        match = _MAC_MOUNT.match(line)
        if match is None or not path.is_relative_to(match["point"]):
            continue
        if len(match["point"]) >= len(point):
            point = match["point"]
            away = "local" not in match["more"].replace(" ", "").split(",")
            found = Misplaced(Unfit.NETWORK, match["kind"]) if away else None
    return point, found


def pulled_out_on_mac(about: bytes) -> bool:
    """Whether a volume is on what can be pulled out, by what ``diskutil info -plist`` prints."""
    import plistlib  # noqa: PLC0415 - on a Mac only, as is subprocess

    try:
        facts = plistlib.loads(about)
    except (ValueError, plistlib.InvalidFileException):
        return False
    outside = facts.get("RemovableMediaOrExternalDevice", facts.get("RemovableMedia", False))
    return outside is True and facts.get("BusProtocol") != "Disk Image"


def _on_mac(path: Path) -> Misplaced | None:
    point, found = on_mac(path, _said("/sbin/mount").decode(errors="replace"))
    if found is not None or not point.startswith("/Volumes/"):
        return found
    about = _said("/usr/sbin/diskutil", "info", "-plist", point)
    return Misplaced(Unfit.REMOVABLE, Path(point).name) if pulled_out_on_mac(about) else None


def _said(*command: str) -> bytes:
    import subprocess  # noqa: PLC0415 - as above

    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True)  # noqa: S603 - the system's own tools
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout


# ---------------------------------------------------------------- Windows


def _on_windows(path: Path) -> Misplaced | None:
    """Ask Windows for the kind of drive. Source: GetDriveTypeW, GetVolumeInformationW."""
    if is_network_path(str(path)):
        return Misplaced(Unfit.NETWORK, path.drive)
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only here

        removable, remote, disc = 2, 4, 5
        root, label = f"{path.drive}\\", ctypes.create_unicode_buffer(261)
        kernel = ctypes.windll.kernel32
        kind = kernel.GetDriveTypeW(root)
        kernel.GetVolumeInformationW(root, label, len(label), None, None, None, None, 0)
        if kind == remote:
            return Misplaced(Unfit.NETWORK, path.drive)
        if label.value.startswith(_GOOGLE_DRIVE):
            return Misplaced(Unfit.SYNCED, _GOOGLE_DRIVE)
        if kind in {removable, disc}:
            return Misplaced(Unfit.REMOVABLE, label.value or path.drive)
    return None
