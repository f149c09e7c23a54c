"""The air round a layout: Qt mirrors what a layout holds, but not what is kept free round it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout


def keep_clear(layout: QLayout, lead: int, top: int, trail: int, bottom: int) -> None:
    """Keep free so much where reading begins, above, where it ends, and below."""
    if QGuiApplication.isRightToLeft():
        lead, trail = trail, lead
    layout.setContentsMargins(lead, top, trail, bottom)
