"""Whether a ledger may lie where it is, where it should lie, and what lies beside it.

The rules are ``domain.ledger_place``; here the disk is asked. Links, other spellings and drives
that stand for a folder are resolved first: it is the file itself that must be on this computer.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import platformdirs

from creditmate.disk import is_there
from creditmate.domain.conflict_copies import Likeness, likeness
from creditmate.domain.ledger_place import (
    MARKS,
    Misplaced,
    Unfit,
    synced_by_marks,
    synced_by_name,
)
from creditmate.system.computer import APP, data_folder
from creditmate.system.volumes import misplaced_on

_ONE_DRIVES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Variables of Windows that name OneDrive's folders, whatever they are called."""
_LOCAL_PATH = "localpath="
_NAMED_AT_HOME = {
    "Box": "Box", "MEGA": "MEGA", "Tresors": "Tresorit", "Jottacloud": "Jotta",
}  # fmt: skip
"""Names too common to mean anything elsewhere."""


def misplaced(path: Path) -> Misplaced | None:
    """Return why a ledger may not lie at ``path``; None where it may. It need not exist."""
    real = Path(os.path.realpath(path))
    return _synced(real) or misplaced_on(real)


def ledger_folder() -> Path:
    """Where new ledgers go: the program's own folder, on this computer.

    ``CREDITMATE_HOME`` may be on a stick or in a synchronised folder; then settings, logs and
    backups are there, and the ledgers in the folder that the system has for the program.
    """
    chosen = data_folder()
    if misplaced(chosen) is None:
        return chosen
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def conflict_copies(ledger: Path) -> list[tuple[Path, Likeness]]:
    """Return the files beside a ledger that sync programs name as its second version."""
    try:
        names = sorted(entry.name for entry in os.scandir(ledger.parent) if entry.is_file())
    except OSError:
        return []
    likes = ((ledger.with_name(name), likeness(ledger.name, name)) for name in names)
    return [(path, like) for path, like in likes if like is not None]


def _synced(path: Path) -> Misplaced | None:
    for root, owner in _known_roots():
        if path.is_relative_to(root):
            return Misplaced(Unfit.SYNCED, owner)
    home = Path(os.path.realpath(Path.home()))
    below = path.relative_to(home) if path.is_relative_to(home) else path
    return synced_by_name(below.parts[:-1]) or _marked(path)


def _marked(path: Path) -> Misplaced | None:
    """Look for what sync programs leave, in every folder above the file."""
    for folder in path.parents:
        found = synced_by_marks([mark for mark in MARKS if is_there(folder / mark)])
        if found is not None:
            return found
    return None


def _known_roots() -> Iterator[tuple[Path, str]]:
    """Yield the folders that sync programs say they have, wherever those are, resolved."""
    for path, owner in _told_roots():
        with suppress(OSError, ValueError):
            if path and Path(path).is_absolute():
                yield Path(os.path.realpath(path)), owner


def _told_roots() -> Iterator[tuple[str, str]]:
    for name in _ONE_DRIVES:
        yield os.environ.get(name, ""), "OneDrive"
    home = Path.home()
    for folder, owner in _NAMED_AT_HOME.items():
        yield str(home / folder), owner
    for place in _settings_folders(home):
        yield from ((path, "Dropbox") for path in _dropboxes(place / "Dropbox" / "info.json"))
        yield from ((path, "Nextcloud") for path in _clouds(place / "Nextcloud" / "nextcloud.cfg"))
        yield from ((path, "ownCloud") for path in _clouds(place / "ownCloud" / "owncloud.cfg"))
    yield from ((path, "Dropbox") for path in _dropboxes(home / ".dropbox" / "info.json"))
    if sys.platform == "darwin":
        yield from _icloud(home)


def _settings_folders(home: Path) -> list[Path]:
    """Where programs keep their settings: Windows, Linux, macOS."""
    named = [os.environ.get(name) for name in ("LOCALAPPDATA", "APPDATA", "XDG_CONFIG_HOME")]
    usual = [home / ".config", home / "Library" / "Preferences"]
    return [*(Path(name) for name in named if name), *usual]


def _dropboxes(file: Path) -> Iterator[str]:
    """Yield the folders in Dropbox's own list. Source: Dropbox help, "Locate Dropbox folders"."""
    with suppress(OSError, ValueError, AttributeError):
        for account in json.loads(file.read_bytes()).values():
            path = account.get("path")
            if isinstance(path, str):
                yield path


def _clouds(file: Path) -> Iterator[str]:
    r"""Yield the folders in the settings of Nextcloud's or ownCloud's client.

    They stand there as ``0\Folders\1\localPath=/home/ellen/Cloud/``.
    """
    with suppress(OSError, UnicodeDecodeError):
        for line in file.read_text(encoding="utf-8").splitlines():
            _, found, path = line.partition("=")
            if found and line.casefold().split("\\")[-1].startswith(_LOCAL_PATH):
                yield path.strip()


def _icloud(home: Path) -> Iterator[tuple[str, str]]:
    """Yield Documents and Desktop where iCloud has taken them over."""
    drive = home / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    for name in ("Documents", "Desktop"):
        with suppress(OSError):
            if (drive / name).samefile(home / name):
                yield str(home / name), "iCloud Drive"
