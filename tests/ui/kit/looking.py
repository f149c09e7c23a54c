"""How tests see a widget: what is read out of it, and its pixels."""

from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


def spoken_name(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name))


def role(widget: QWidget) -> QAccessible.Role:
    """Return what a screen reader takes the widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def shown(qtbot: QtBot, *widgets: QWidget, width: int = 480) -> QWidget:
    """Put widgets below one another into an active window, and return the window."""
    window = QWidget()
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())  # and keeps it alive
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    window.resize(width, 320)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def picture(widget: QWidget) -> QImage:
    """Return what the widget paints."""
    return widget.grab().toImage()


def has_colour(widget: QWidget, colour: str) -> bool:
    """Whether some pixel of the widget has a colour."""
    image = picture(widget)
    pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y).name().upper() == colour for x, y in pixels)
