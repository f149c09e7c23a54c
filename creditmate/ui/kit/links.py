"""Links out of the program: to the telephone, to the mail program, to the system's viewers."""

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_KEPT_IN_NUMBERS = "+*#"
_EXTENSION = re.compile(r"(?<=\d)\s*[^\W\d_].*")


def dial(number: str) -> bool:
    """Hand a telephone number as written to whatever dials; return whether anything does.

    An extension behind it is asked for when somebody answers.
    """
    digits = "".join(c for c in _EXTENSION.sub("", number) if c.isdigit() or c in _KEPT_IN_NUMBERS)
    return QDesktopServices.openUrl(QUrl(f"tel:{digits}"))


def write_to(address: str) -> bool:
    """Begin an e-mail in the user's mail program; return whether there is one."""
    link = QUrl()
    link.setScheme("mailto")
    link.setPath(address)
    return QDesktopServices.openUrl(link)


def view(path: Path) -> bool:
    """Open a file with the system's program for it; return whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
