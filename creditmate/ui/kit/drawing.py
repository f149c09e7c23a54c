"""The small ink drawings of empty places, in the theme's colours."""

from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, Colours

DRAWING_FOLDER = Path(__file__).parents[3] / "resources" / "drawings"
"""Beside the package, in the source tree and in the frozen program alike."""


class Picture(StrEnum):
    """What is drawn; the value is the file's name."""

    ALL_DONE = "all-done"
    NOTHING_YET = "nothing-yet"
    NO_MATCH = "no-match"
    WENT_WRONG = "went-wrong"


def picture_source(picture: Picture, colours: Colours, folder: Path = DRAWING_FOLDER) -> str:
    """Return a drawing with the names of tokens in it replaced by a theme's colours."""
    drawing = (folder / f"{picture.value}.svg").read_text(encoding="utf-8")
    return Template(drawing).substitute({name: getattr(colours, name) for name in Colours._fields})


class Drawing(QWidget):
    """A drawing; decoration only, the words below it say the same."""

    def __init__(self, theme: Theme, picture: Picture) -> None:
        super().__init__()
        self._theme, self._picture = theme, picture
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._renderer = QSvgRenderer(self)
        self._renew()
        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """As the design has it."""
        return QSize(SIZES.drawing_width, SIZES.drawing_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        self._renderer.render(QPainter(self), QRectF(self.rect()))

    def _renew(self) -> None:
        source = picture_source(self._picture, self._theme.colours)
        self._renderer.load(QByteArray(source.encode()))
        self.update()
