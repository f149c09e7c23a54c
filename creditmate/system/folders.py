"""In which folder a file dialog begins: the one last used for the purpose, else Documents."""

from enum import StrEnum
from pathlib import Path

import platformdirs

from creditmate.disk import is_folder
from creditmate.system.computer import keep_in, kept, last_ledger

_KEY = "folders"


class Purpose(StrEnum):
    """What a file is asked for; each remembers a folder of its own."""

    LEDGERS = "ledgers"
    IMPORTS = "imports"
    STATEMENTS = "statements"
    INVOICES = "invoices"
    LOGOS = "logos"
    HANDOVERS = "handovers"
    ATTACHMENTS = "attachments"
    BACKUPS = "backups"
    SECOND_PLACE = "second-place"
    SHEETS = "recovery-sheets"
    APPLICATIONS = "applications"
    PAPERS = "papers"
    CALENDARS = "calendars"


def folder_for(purpose: Purpose) -> Path:
    """Return the folder to begin in; it exists, unless the user has not even a home.

    Ledgers that were never asked for lie where the one opened last does.
    """
    known = kept(_KEY).get(purpose)
    begins = [Path(known)] if isinstance(known, str) else []
    if purpose is Purpose.LEDGERS and (ledger := last_ledger()) is not None:
        begins.append(ledger.parent)
    begins.append(platformdirs.user_documents_path())
    return next((folder for folder in begins if is_folder(folder)), Path.home())


def remember_folder(purpose: Purpose, folder: Path) -> None:
    """Remember a folder that was used; a config folder that cannot be written is no obstacle."""
    keep_in(_KEY, lambda known: {**known, purpose.value: str(folder.absolute())})
