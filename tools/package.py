"""The program in one folder that runs on a computer without Python: built here, and tried.

Run with the environment's Python: ``python -m tools.package``. A package is for the system that
it is built on. Once built it is copied elsewhere and has to pass its own self-test there, with
an empty home and without the environment of whoever builds it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.environment import ROOT, call, program

DIST, WORK = ROOT / "dist", ROOT / "build"
NAME = "CreditMate"
_NEEDED = ("SYSTEMROOT", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
"""What of the environment the self-test keeps: Windows starts nothing without the first."""


def executable(folder: Path, platform: str = sys.platform) -> Path:
    """Return the program of a package that can print."""
    if platform == "darwin":
        return folder / "Contents" / "MacOS" / NAME
    return folder / (f"{NAME}Console.exe" if platform == "win32" else NAME)


def packaged(platform: str = sys.platform) -> Path:
    """Return where the package is made."""
    return DIST / (f"{NAME}.app" if platform == "darwin" else NAME)


def build() -> int:
    """Make the package; return PyInstaller's exit status."""
    os.environ["PYINSTALLER_CONFIG_DIR"] = str(WORK / "cache")
    folders = ("--distpath", str(DIST), "--workpath", str(WORK))
    spec = ROOT / "installer" / "creditmate.spec"
    return call([program("pyinstaller"), "--noconfirm", "--log-level", "WARN", *folders, spec])


def tried(package: Path) -> int:
    """Pass the self-test of a package somewhere else; return its exit status."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        elsewhere = Path(shutil.copytree(package, Path(folder) / package.name, symlinks=True))
        home = Path(folder) / "home"
        home.mkdir()
        kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
        facts = {**kept, "HOME": str(home), "USERPROFILE": str(home), "TEMP": folder}
        facts["LANG"] = "C.UTF-8"  # Qt complains of an older one
        command = [str(executable(elsewhere)), "self-test"]
        return subprocess.run(command, cwd=home, env=facts, check=False).returncode


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder; what is linked counts once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def main() -> int:
    """Build, tell where and how large, and try it."""
    status = build()
    if status:
        return status
    package = packaged()
    print(f"{package}, {size(package) / 1e6:.0f} MB", flush=True)
    return tried(package)


if __name__ == "__main__":
    sys.exit(main())
