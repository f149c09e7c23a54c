"""The virtual environment that everything runs in, kept equal to a hash-locked file.

Standard library only: this runs before anything is installed. The few libraries of the system
that the window needs stand in ``tools/debian.py``.
"""

import hashlib
import importlib.util
import os
import signal
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RUN_TIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"


class SetUpFailed(Exception):  # noqa: N818 - reads as what happened
    """The environment could not be made; the reason has been printed by pip or is the text."""


def program(name: str, folder: Path = VENV) -> Path:
    """Return where the environment keeps a program, such as ``python`` or ``lint-imports``."""
    return folder / "Scripts" / f"{name}.exe" if os.name == "nt" else folder / "bin" / name


def install(lock: Path, folder: Path) -> None:
    """Install what ``lock`` pins: binary packages only, each of them one of the hashes given.

    Raises:
        SetUpFailed: pip is missing or could not install everything.
    """
    command = [
        *_pip(folder),
        *("install", "--quiet", "--no-input", "--disable-pip-version-check"),
        # the lock is complete, but for what it leaves out on purpose (tools/left-out.txt)
        *("--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(lock)),
    ]
    # standard output belongs to the command that the environment is made for
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        raise SetUpFailed(f"pip could not install {lock.name}; its message stands above.")


def _pip(folder: Path) -> list[str]:
    """Return the environment's own pip, else (bare Debian has no ensurepip) the one here."""
    python = str(program("python", folder))
    if program("pip", folder).exists():
        return [python, "-m", "pip"]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", python]
    raise SetUpFailed("There is no pip for this Python (on Debian: apt install python3-pip).")


def prepare(
    lock: Path, folder: Path = VENV, install: Callable[[Path, Path], None] = install
) -> None:
    """Make the environment if there is none, and install ``lock`` unless it is what was installed.

    A stamp with the lock's digest is written last, so that a broken-off run is done again.

    Raises:
        SetUpFailed: something could not be installed.
    """
    if not program("python", folder).exists():
        say(f"Making the environment in {folder}")
        with_pip = importlib.util.find_spec("ensurepip") is not None
        venv.create(folder, clear=True, with_pip=with_pip, symlinks=os.name != "nt")
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = folder / f"{lock.name}.sha256"
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    say(f"Installing {lock.name} (about a minute the first time)")
    install(lock, folder)
    stamp.write_text(digest, encoding="ascii")


def say(text: str) -> None:
    """Tell the developer on standard error; standard output belongs to the command."""
    print(text, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], *, folder: Path | None = ROOT) -> int:
    """Run a command of the environment and return its exit status.

    The program is found from any folder. Ctrl-C is the command's to answer: this waits for it.

    Args:
        command: The program and its arguments.
        folder: Where to run; ``None`` is the folder the developer is in.

    Returns:
        The status, or 128 + the number of the signal that ended it, as shells say it.
    """
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    facts = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with subprocess.Popen([str(part) for part in command], cwd=folder, env=facts) as running:
            status = running.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    return status if status >= 0 else 128 - status
