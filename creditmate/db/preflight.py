"""What kind of file is this? Asked by reading its first bytes, so that nothing is touched.

Each kind of wrong file gets its own refusal (reliability.md, figure 13). The layout of the first
100 bytes is SQLite's documented file format.
"""

import stat
import struct
from pathlib import Path

from creditmate.db import cipher
from creditmate.db.held_file import see_not_held
from creditmate.domain.data_key import KEY_FILE_SUFFIX, DataKey
from creditmate.domain.errors import Problem, UserError

APPLICATION_ID = 0x43724D74  # "CrMt"
_HEADER = 100
_SIDE_FILES = ("-wal", "-journal")
_BYTES_OF_CHANCE = 240
"""Of the 256: a page of chance lacks none but once in 30,000 pages, and never sixteen."""


def inspect(path: Path, newest: int, key: DataKey | None = None) -> None:
    """Refuse whatever is not a whole ledger of this or an older format.

    Args:
        path: The file named by the user.
        newest: The newest format this program knows.
        key: What it is encrypted with; None looks for an unprotected one.

    Raises:
        UserError: ``LEDGER_MISSING``, ``LEDGER_NOT_A_FILE``, ``LEDGER_UNREADABLE``,
            ``LEDGER_EMPTY``, ``LEDGER_UNKNOWN`` (another kind of file), ``LEDGER_FOREIGN``
            (another program's database), ``LEDGER_NEWER`` or ``LEDGER_DAMAGED``; what
            ``cipher.see_fits`` raises.
    """
    header, size = _read_header(path)
    if size == 0:
        raise UserError(Problem.LEDGER_EMPTY, path=path)
    if key is None and not header.startswith(cipher.PLAIN) and not looks_protected(path):
        raise UserError(Problem.LEDGER_UNKNOWN, path=path)
    cipher.see_fits(path, key)
    if key is None:
        _inspect_plain(path, header, size, newest)
    elif size % cipher.PAGE and not _has_journal(path):
        raise UserError(Problem.LEDGER_DAMAGED, path=path, why="length")


def looks_protected(path: Path) -> bool:
    """Whether a file may be a protected ledger: what is encrypted looks like chance.

    In one page nearly every byte there is occurs, which texts and tables are far from.

    Raises:
        UserError: ``LEDGER_UNREADABLE``; ``LEDGER_IN_USE``: this program has it open.
    """
    see_not_held(path)
    try:
        with path.open("rb") as file:
            page = file.read(cipher.PAGE)
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error
    return len(page) == cipher.PAGE and len(set(page)) >= _BYTES_OF_CHANCE


def _inspect_plain(path: Path, header: bytes, size: int, newest: int) -> None:
    if len(header) < _HEADER:
        raise UserError(Problem.LEDGER_DAMAGED, path=path, why="cut short")
    application_id, user_version = _field(header, 68), _field(header, 60)
    if application_id != APPLICATION_ID:
        raise UserError(Problem.LEDGER_FOREIGN, path=path)
    if user_version > newest:
        raise UserError(Problem.LEDGER_NEWER, path=path, found=user_version, known=newest)
    if user_version < 1:
        raise UserError(Problem.LEDGER_DAMAGED, path=path, why="no format")
    _check_length(path, header, size)


def _read_header(path: Path) -> tuple[bytes, int]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UserError(Problem.LEDGER_NOT_A_FILE, path=path)
        see_not_held(path)
        with path.open("rb") as file:
            return file.read(_HEADER), status.st_size
    except FileNotFoundError as error:
        raise UserError(Problem.LEDGER_MISSING, path=path) from error
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=path, why=error.strerror) from error


def _field(header: bytes, offset: int) -> int:
    return int(struct.unpack_from(">I", header, offset)[0])


def _check_length(path: Path, header: bytes, size: int) -> None:
    """Compare the file's length with the pages its header counts.

    A journal beside the file may hold pages that are not in it yet, so then only a look at the
    open ledger can tell.
    """
    if _has_journal(path):
        return
    page = struct.unpack_from(">H", header, 16)[0]
    page_size = 65536 if page == 1 else page
    counted = _field(header, 28) * page_size
    if page_size < 512 or counted > size or size % page_size:
        raise UserError(Problem.LEDGER_DAMAGED, path=path, why="length")


def _has_journal(path: Path) -> bool:
    return any(has_content(side) for side in side_files(path))


def side_files(path: Path) -> list[Path]:
    """The journals that may stand beside a ledger; never to be removed alone (D6b)."""
    return [path.with_name(path.name + suffix) for suffix in _SIDE_FILES]


def all_files(path: Path) -> list[Path]:
    """Return a ledger with all that may stand beside it and goes where it goes: key file too."""
    return [path, *side_files(path), path.with_name(path.name + KEY_FILE_SUFFIX)]


def has_content(path: Path) -> bool:
    """Whether a file is there and holds anything."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
