"""Taking everything out of a column that is filled anew."""

from PySide6.QtWidgets import QVBoxLayout


def empty(column: QVBoxLayout) -> None:
    """Take out what a column holds: it is out of sight at once, and gone soon."""
    while (item := column.takeAt(0)) is not None:
        if (part := item.widget()) is not None:
            part.hide()
            part.deleteLater()
