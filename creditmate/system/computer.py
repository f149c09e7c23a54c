"""What belongs to this computer, not to a ledger: folders, the ledger opened last, backups made.

One JSON file in the user's config folder, read by the window and the command line alike. The
environment's ``CREDITMATE_HOME`` names another folder for all of it: on a stick, or for a trial.
"""

import contextlib
import getpass
import json
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import platformdirs

APP = "CreditMate"
"""The name of the program's own folders."""
_RECENT = 8  # ledgers remembered
_HOME = "CREDITMATE_HOME"
_LOCK = threading.Lock()
"""Several threads keep something; each writes the whole file."""


def data_folder() -> Path:
    """Where ledgers live unless the user says otherwise: local, never roaming (WAL)."""
    return Path(os.environ.get(_HOME) or platformdirs.user_data_dir(APP, appauthor=False))


def backup_folder(ledger_uid: str) -> Path:
    """Where a ledger's backups go, told apart by the ledger's own name for itself."""
    return data_folder() / "Backups" / ledger_uid[:8]


def log_folder() -> Path:
    """Where logs and reports of bugs are."""
    return data_folder() / "Logs"


def config_file() -> Path:
    """The one file with this computer's settings."""
    folder = os.environ.get(_HOME) or platformdirs.user_config_dir(APP, appauthor=False)
    return Path(folder) / "computer.json"


@contextlib.contextmanager
def kept_apart(folder: Path) -> Iterator[None]:
    """Keep everything in ``folder`` for a while: the user's own settings are neither read nor met.

    For the whole process; nothing else may run meanwhile.
    """
    before = os.environ.get(_HOME)
    os.environ[_HOME] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[_HOME]
        else:
            os.environ[_HOME] = before


def user_name() -> str:
    """The login of the user at the computer; empty where the system will not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _read() -> dict[str, Any]:
    """The settings; a missing or damaged file counts as none, since nothing hangs on it."""
    with contextlib.suppress(OSError):
        return _found()
    return {}


def _found() -> dict[str, Any]:
    """The settings that stand in the file.

    Raises:
        OSError: It is there and cannot be read now: it must not be taken for an empty one.
    """
    try:
        content = json.loads(config_file().read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _write(path: Path, content: object) -> None:
    from creditmate.system.files import write_whole  # noqa: PLC0415 - see docs/decisions/0006

    write_whole(path, json.dumps(content, indent=1, sort_keys=True).encode())


def _change(change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Change the settings as a whole; a folder that cannot be written is no obstacle."""
    with _LOCK, contextlib.suppress(OSError):
        content = _found()
        changed = change(content)
        if changed != content:
            config_file().parent.mkdir(parents=True, exist_ok=True)
            _write(config_file(), changed)


def last_ledger() -> Path | None:
    """The ledger opened last on this computer."""
    path = _read().get("last_ledger")
    return Path(path) if isinstance(path, str) else None


def recent_ledgers() -> tuple[Path, ...]:
    """The ledgers opened on this computer, the latest first, also those that are gone."""
    return tuple(map(Path, _recent(_read())))


def _recent(content: Mapping[str, Any]) -> list[str]:
    found = content.get("recent_ledgers")
    listed = [text for text in found if isinstance(text, str)] if isinstance(found, list) else []
    return listed[:_RECENT]


def remember_ledger(path: Path) -> None:
    """Remember the ledger just opened; a config folder that cannot be written is no obstacle."""
    absolute = str(path.absolute())

    def change(content: dict[str, Any]) -> dict[str, Any]:
        recent = [absolute, *(other for other in _recent(content) if other != absolute)]
        return {**content, "last_ledger": absolute, "recent_ledgers": recent[:_RECENT]}

    _change(change)


def forget_ledger(path: Path) -> None:
    """Leave a ledger out of those opened here: it is not where it was."""
    absolute = str(path.absolute())

    def change(content: dict[str, Any]) -> dict[str, Any]:
        listed = [other for other in _recent(content) if other != absolute]
        return {**content, "recent_ledgers": listed} if "recent_ledgers" in content else content

    _change(change)


def kept(name: str) -> dict[str, Any]:
    """Return a group of settings by its name; empty where there is none."""
    found = _read().get(name)
    return found if isinstance(found, dict) else {}


def keep(name: str, settings: Mapping[str, Any]) -> None:
    """Keep a group of settings; a config folder that cannot be written is no obstacle."""
    _change(lambda content: {**content, name: dict(settings)})


def keep_in(name: str, change: Callable[[dict[str, Any]], Mapping[str, Any]]) -> None:
    """Change a group of settings, so that what others keep in it meanwhile is not lost.

    Args:
        name: Of the group.
        change: Gives the group as it is to be, from what it is.
    """

    def changed(content: dict[str, Any]) -> dict[str, Any]:
        found = content.get(name)
        return {**content, name: dict(change(found if isinstance(found, dict) else {}))}

    _change(changed)


class Holder:
    """Says beside the ledger who has it open: for the message only, the lock is SQLite's.

    Links are followed, as the database does: by whichever name it was opened, it is one ledger.
    """

    def __init__(self, ledger: Path) -> None:
        real = Path(os.path.realpath(ledger))
        self._path = real.with_name(f".{real.name}.open")

    def announce(self, since: str) -> None:
        """Say that this process has the ledger; where that cannot be said nothing is lost."""
        import socket  # noqa: PLC0415 - slow, and the window is painted before

        about = {
            "user": user_name(),
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "since": since,
        }
        with contextlib.suppress(OSError):
            _write(self._path, about)

    def withdraw(self) -> None:
        """Take the word back when the ledger is closed."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def who(self) -> dict[str, str | datetime]:
        """Who says to have it: ``user``, ``host``, ``since``; empty if nobody says so."""
        try:
            about = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(about, dict):
            return {}
        said: dict[str, str | datetime] = {
            key: str(about[key]) for key in ("user", "host") if key in about
        }
        with contextlib.suppress(KeyError, TypeError, ValueError):
            said["since"] = datetime.fromisoformat(about["since"])
        return said
