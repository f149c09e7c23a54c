"""Tables on the clipboard: for spreadsheets as text, for letters as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from creditmate.domain.errors import UserError

_OURS = "application/x-creditmate-table"
"""Marks what we put there: ``ownsClipboard`` is not to be relied on (offscreen it says no)."""


def put_table(lines: Sequence[Sequence[str]]) -> None:
    """Put lines of cells on the clipboard; a cell's own tabs and line ends become blanks."""
    from html import escape  # noqa: PLC0415 - slow, and not every start copies a table

    flat = [[" ".join(cell.split()) for cell in line] for line in lines]
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in flat
    )
    mime = QMimeData()
    mime.setText("\n".join("\t".join(line) for line in flat) + "\n")
    mime.setHtml(f"<table>{body}</table>")
    mime.setData(_OURS, b"")
    QGuiApplication.clipboard().setMimeData(mime)


def forget_secret() -> None:
    """Leave no recovery sheet on the clipboard; anything else that was copied stays there."""
    from creditmate.domain.data_key import read_recovery_code  # noqa: PLC0415 - seldom needed

    clipboard = QGuiApplication.clipboard()
    try:
        read_recovery_code(clipboard.text())
    except UserError:
        return
    clipboard.clear()


def let_go_of_clipboard() -> None:
    """Leave plain text of Qt's own there: data made by Python would be freed after Python ended.

    Seen with PySide6 6.11.3: a crash when the program ends after something was copied.
    """
    clipboard = QGuiApplication.clipboard()
    there: QMimeData | None = clipboard.mimeData()  # the stubs forget that it may be nothing
    if there is not None and there.hasFormat(_OURS):
        clipboard.setText(clipboard.text())
