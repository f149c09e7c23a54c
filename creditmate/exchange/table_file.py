"""A file on disk → its bytes, never more of them than an import takes."""

from pathlib import Path

from creditmate.domain.errors import Problem, UserError

MAX_BYTES = 50_000_000
"""Largest file that is read (reliability.md, D11)."""


def read_table_file(path: Path) -> bytes:
    """Return what is in the file.

    Raises:
        UserError: IMPORT_FILE_MISSING, IMPORT_FILE_UNREADABLE (a folder, a device, no
            permission) or IMPORT_FILE_TOO_LARGE, found before anything is read.
    """
    try:
        size = _size(path)
        if size > MAX_BYTES:
            facts = {"path": str(path), "bytes": size, "limit": MAX_BYTES}
            raise UserError(Problem.IMPORT_FILE_TOO_LARGE, **facts)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)  # it may grow meanwhile; one too many is refused later
    except FileNotFoundError as error:
        raise UserError(Problem.IMPORT_FILE_MISSING, path=str(path)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(Problem.IMPORT_FILE_UNREADABLE, path=str(path), system=reason) from error


def _size(path: Path) -> int:
    size = path.stat().st_size
    if not path.is_file():
        raise OSError("not a regular file")
    return size
