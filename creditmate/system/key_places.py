"""Where the key file of a ledger stands: beside it, and once more in the program's own folder.

Beside the ledger it has the ledger's name and ``-key``; the copy is named by the fingerprint with
which the ledger's file begins. So one that was lost or damaged is replaced from the copy, and one
of another ledger is never taken for this one's (reliability.md D15).
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from creditmate.domain.data_key import KEY_FILE_SUFFIX
from creditmate.domain.errors import Problem, UserError
from creditmate.system.computer import data_folder
from creditmate.system.files import write_whole
from creditmate.system.key_file import KeyFile, key_file_from

_LARGEST = 64 * 1024  # bytes: far more than any key file has


@dataclass(frozen=True, slots=True)
class FoundKeyFile:
    """The key file of a ledger.

    Attributes:
        key_file: What it says.
        fits: Whether the ledger's file begins as it says; if not, one of the two is another's, or
            the beginning of the ledger is damaged.
    """

    key_file: KeyFile
    fits: bool


def key_path(ledger: Path) -> Path:
    """Return where a ledger's key file stands; links are followed, as the database does."""
    real = Path(os.path.realpath(ledger))
    return real.with_name(real.name + KEY_FILE_SUFFIX)


def copy_path(fingerprint: bytes) -> Path:
    """Return where the copy of a key file stands in the program's own folder."""
    return data_folder() / "Keys" / f"{fingerprint.hex()}.creditmate{KEY_FILE_SUFFIX}"


def find_key_file(ledger: Path, beginning: bytes) -> FoundKeyFile:
    """Find the key file of a ledger: the one beside it, else the copy.

    Args:
        ledger: The ledger.
        beginning: The first 16 bytes of its file.

    Raises:
        UserError: ``KEY_FILE_MISSING``, ``KEY_FILE_DAMAGED``, ``KEY_FILE_NEWER`` or
            ``LEDGER_UNREADABLE``.
    """
    failed: UserError | None = None
    beside = None
    try:
        beside = _read_file(key_path(ledger))
    except UserError as error:
        failed = error
    if beside is not None and beside.fingerprint == beginning:
        return FoundKeyFile(beside, fits=True)
    with suppress(UserError):  # the one beside the ledger is the one to tell about
        copy = _read_file(copy_path(beginning))
        if copy is not None and copy.fingerprint == beginning:
            return FoundKeyFile(copy, fits=True)
    if beside is not None:
        return FoundKeyFile(beside, fits=False)
    raise failed or UserError(Problem.KEY_FILE_MISSING, path=key_path(ledger))


def _read_file(path: Path) -> KeyFile | None:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error
    return key_file_from(content, path)


def keep_copy(key_file: KeyFile) -> None:
    """Write the copy in the program's own folder, unless it is there as it is.

    Raises:
        OSError: It cannot be written.
    """
    path = copy_path(key_file.fingerprint)
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, key_file)


def keep_beside(ledger: Path, key_file: KeyFile) -> None:
    """Write the key file beside its ledger, unless it is there as it is.

    One of another ledger that stands there has to have its copy; it is written now.

    Raises:
        OSError: It cannot be written; whatever was there is untouched.
    """
    path = key_path(ledger)
    with suppress(UserError):
        other = _read_file(path)
        if other is not None and other.fingerprint != key_file.fingerprint:
            if not copy_path(other.fingerprint).exists():
                keep_copy(other)
    _write(path, key_file)


@contextmanager
def key_file_first(ledger: Path, key_file: KeyFile) -> Iterator[None]:
    """Write the key file and its copy while there is no ledger yet; gone again if none comes.

    Raises:
        UserError: ``LEDGER_EXISTS``, or ``FOLDER_UNWRITABLE``.
    """
    path = key_path(ledger)
    if ledger.exists():
        raise UserError(Problem.LEDGER_EXISTS, path=ledger)
    before = path.read_bytes() if path.is_file() else None
    try:
        keep_copy(key_file)
        keep_beside(ledger, key_file)
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=path.parent, why=error.strerror) from error
    try:
        yield
    except BaseException:
        with suppress(OSError):  # what went wrong before is what counts
            copy_path(key_file.fingerprint).unlink(missing_ok=True)
            if before is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, before, private=True)
        raise


def unconfirm(path: Path) -> None:
    """Let a key file say that its recovery sheet was not proved to be on paper.

    A sheet of long ago may be thrown away since; what is no key file stays as it is.
    """
    with suppress(UserError, OSError):
        found = _read_file(path)
        if found is not None and found.sheet_confirmed:
            _write(path, replace(found, sheet_confirmed=""))


def _write(path: Path, key_file: KeyFile) -> None:
    content = key_file.as_bytes()
    with suppress(OSError):
        if path.read_bytes() == content:
            return
    write_whole(path, content, private=True)


def mend(ledger: Path, fingerprint: bytes) -> None:
    """Let the key file and its copy be alike again, after one was lost or left behind by a crash.

    For a ledger that was opened with the key of this fingerprint. What cannot be written stays as
    it is: the next opening tries again.
    """
    with suppress(UserError, OSError):
        found = find_key_file(ledger, fingerprint)
        if found.fits:
            keep_copy(found.key_file)
            keep_beside(ledger, found.key_file)
