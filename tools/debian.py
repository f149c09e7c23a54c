"""What the window and packaging need of the system, installed on Debian and its kin when missing.

Standard library only. Elsewhere (Windows, macOS, other Linuxes) nothing is done: there they come
with the system or are its user's business, and Qt says by itself what it misses.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from ctypes import CDLL
from types import MappingProxyType

from tools.environment import SetUpFailed, say

LIBRARIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "libglib2.0-0": ("libglib-2.0.so.0", "Qt's event loop runs on it"),
        "libegl1": ("libEGL.so.1", "QtGui is linked with it"),
        "libgl1": ("libGL.so.1", "QtGui is linked with it"),
        "libxkbcommon0": ("libxkbcommon.so.0", "reads the keyboard"),
        "libdbus-1-3": ("libdbus-1.so.3", "asks the desktop for its colours and screen readers"),
        "libfontconfig1": ("libfontconfig.so.1", "finds the system's fonts"),
    }
)
"""Debian package: the file it brings, and what for (found in a Debian 12 minbase chroot)."""

_PYTHON = f"libpython{sys.version_info.major}.{sys.version_info.minor}"

PACKAGING: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "binutils": ("objcopy", "PyInstaller looks into libraries with it and strips them"),
        _PYTHON: (f"{_PYTHON}.so.1.0", "Python itself travels with the packaged program"),
    }
)
"""The same, for building the packaged program."""

TRAVELLING: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "libxcb-cursor0": ("libxcb-cursor.so.0", "travels with it, for windows on X11"),
        "libxcb-icccm4": ("libxcb-icccm.so.4", "travels with it, for windows on X11"),
        "libxcb-keysyms1": ("libxcb-keysyms.so.1", "travels with it, for windows on X11"),
        "libxcb-shape0": ("libxcb-shape.so.0", "travels with it, for windows on X11"),
        "libxkbcommon-x11-0": ("libxkbcommon-x11.so.0", "travels with it, for windows on X11"),
    }
)
"""The same, taken into the package where they are; without them it needs the system's own."""

FOLLOWING: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"strace": ("strace", "the figures log and refuse single writes with it")}
)
"""The same, for ``dev.py figures``."""

_ALL = {**LIBRARIES, **PACKAGING, **TRAVELLING, **FOLLOWING}
_REASONS = {package: why for package, (_, why) in _ALL.items()}

Run = Callable[[Sequence[str]], int]


def missing_packages(
    wanted: Mapping[str, tuple[str, str]] = LIBRARIES, there: Callable[[str], bool] | None = None
) -> list[str]:
    """Return the packages whose file is not found, on Linux with apt; else none.

    Args:
        wanted: Packages, as ``LIBRARIES`` has them.
        there: Whether a file is there; the system is asked if nothing is given.
    """
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return []
    found = there or _there
    return [package for package, (file, _) in wanted.items() if not found(file)]


def _there(file: str) -> bool:
    """Whether a library can be loaded, or a program be run."""
    if ".so" not in file:
        return shutil.which(file) is not None
    try:
        CDLL(file)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str], run: Run | None = None) -> None:
    """Install system packages, as root directly and as anybody else by sudo.

    Raises:
        SetUpFailed: They could not be installed; the command to type is named.
    """
    if not packages:
        return
    for package in packages:
        say(f"Installing the system's {package}: {_REASONS[package]}")
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    call = run or _run
    before = _as_root()
    # a fresh system knows no packages before its first update; a stale one knows old ones
    if call([*before, *install]) and (
        call([*before, "apt-get", "update"]) or call([*before, *install])
    ):
        wanted = " ".join(packages)
        raise SetUpFailed(f"Still needed: sudo apt-get install {wanted}")


def _as_root() -> list[str]:
    return [] if os.name == "nt" or os.geteuid() == 0 else ["sudo"]


def _run(command: Sequence[str]) -> int:
    facts = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        # standard output belongs to the command that the environment is made for
        return subprocess.run(command, stdout=sys.stderr, env=facts, check=False).returncode
    except FileNotFoundError:
        return 127
