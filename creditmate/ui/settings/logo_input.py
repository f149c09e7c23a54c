"""The logo of the letterhead: as it is printed, another one from a file, or none."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.services.business_editing import logo
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_file
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.paint import box, centred
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE

_PICTURES = "(*.png *.jpg *.jpeg)"


class LogoInput(QWidget):
    """The picture and two buttons; a file is read and made ready off the window's thread.

    Attributes:
        picture: The logo made ready to be printed; None for none.
        pick: The button that asks for a file.
    """

    picked = Signal()
    """Another logo, or none."""
    refused = Signal(Exception)
    """The file cannot be a logo, and why: a ``UserError``."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._ = words(around.language).gettext
        self.picture: bytes | None = None
        self._shown = _Picture(around.theme)
        self.pick = Button(around.theme, self._("Choose…"), glyph=Glyph.FOLDER)
        self.drop = Button(around.theme, self._("Without"))
        self.drop.setAccessibleName(self._("Without a logo"))
        self._making: Latest[bytes] = Latest(around.drawing, self._on_made, self.refused.emit, self)
        buttons = ColumnGrid(2)
        buttons.add(self.pick, self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._shown)
        column.addWidget(buttons)
        self.setFocusProxy(self.pick)
        self.pick.clicked.connect(self._on_pick)
        self.drop.clicked.connect(partial(self._take, None))
        self.show_logo(None)

    def show_logo(self, picture: bytes | None) -> None:
        """Show the logo there is."""
        self.picture = picture
        self._shown.show_picture(picture)
        self.drop.setVisible(picture is not None)

    def read_file(self, path: Path) -> None:
        """Take the picture of a file, as soon as it is made ready."""
        self._making.ask(partial(_made, path))

    def _on_pick(self) -> None:
        kinds = [f"{self._('Pictures')} {_PICTURES}"]
        ask_file(self, self._("Choose a logo"), Purpose.LOGOS, kinds, self.read_file)

    def _on_made(self, picture: bytes) -> None:
        self._take(picture)

    def _take(self, picture: bytes | None) -> None:
        had_focus = self.drop.hasFocus()
        self.show_logo(picture)
        if had_focus:
            self.pick.setFocus()
        self.picked.emit()


def _made(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise UserError(Problem.IMPORT_FILE_UNREADABLE, path=path, system=why) from error
    return logo(content)


class _Picture(QWidget):
    """The logo on white paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_picture(self, picture: bytes | None) -> None:
        """Show another one, or nothing."""
        self._image = QImage() if picture is None else QImage.fromData(picture)
        self.setVisible(picture is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a card."""
        return QSize(0, SIZES.card)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as large as there is room for, never larger than it is."""
        painter, room = QPainter(self), self.rect().adjusted(SPACE.s, SPACE.s, -SPACE.s, -SPACE.s)
        paper, edge = QColor(Qt.GlobalColor.white), QColor(self._theme.colours.line)
        box(painter, self.rect(), RADIUS.m, paper, edge)
        if self._image.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size = size.boundedTo(self._image.size())
        painter.drawImage(centred(room, size.width(), size.height()), self._image)
