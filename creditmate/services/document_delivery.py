"""Where an invoice's PDF goes: a file of a name that says what it is."""

import re
from pathlib import Path

from creditmate.domain.errors import Problem, UserError
from creditmate.system import files


def write_pdf(path: Path, pdf: bytes) -> None:
    """Write a paper into a file, byte for byte.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``.
    """
    try:
        files.write_whole(path, pdf)
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=path, why=error.strerror) from error


def see_writable(path: Path) -> None:
    """See that a paper can be written there, before it is issued for good.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``.
    """
    try:
        files.see_writable(path)
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=path, why=error.strerror) from error


def pdf_name(number: str, code: str) -> str:
    """Return a file name of number and code; what a name should not hold becomes a hyphen."""
    name = re.sub(r"[^\w.-]+", "-", f"{number} {code}").strip("-.")
    return f"{name}.pdf"
