"""The recovery sheet of the open ledger as a paper; it is kept nowhere and never logged."""

from datetime import date
from pathlib import Path

from creditmate.db.business import business
from creditmate.db.connection import current_key, ledger_path
from creditmate.documents.recovery_sheet import RecoverySheetPaper, draw_recovery_sheet
from creditmate.domain.data_key import DataKey, recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services.letterhead import paper_form
from creditmate.system.files import write_whole


def recovery_paper(made_on: date) -> RecoverySheetPaper:
    """Return the recovery sheet of the ledger that is open, ready to be drawn or printed.

    Raises:
        UserError: ``LEDGER_NOT_PROTECTED``.
    """
    key, path = current_key(), ledger_path()
    if key is None:
        raise UserError(Problem.LEDGER_NOT_PROTECTED, path=path)
    home = business()
    size, _ = paper_form(home)
    return RecoverySheetPaper(
        business=home.name,
        ledger=path.name,
        made_on=made_on,
        groups=recovery_code(key),
        mark=sheet_mark(key),
        accent=home.accent,
        locale=home.locale,
        size=size,
    )


def sheet_mark(key: DataKey) -> str:
    """Return what names a sheet among several: ``3F7A 91C2``, from the key's fingerprint."""
    text = key.fingerprint.hex().upper()
    return f"{text[:4]} {text[4:8]}"


def write_recovery_sheet(path: Path, paper: RecoverySheetPaper) -> None:
    """Write the sheet as a PDF that only this user may read, to be printed and removed.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``.
    """
    try:
        write_whole(path, draw_recovery_sheet(paper).pdf, private=True)
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=path, why=error.strerror) from error
