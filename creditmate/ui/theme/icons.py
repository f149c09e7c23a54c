"""Our own outline icons, drawn on a grid of 24 and recoloured when loaded."""

import re
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from creditmate.ui.theme.tokens import ICON_STROKE

ICON_FOLDER = Path(__file__).parents[3] / "resources" / "icons"
"""Beside the package, in the source tree and in the frozen program alike."""

GRID = 24
_STROKE = re.compile(r'stroke-width="[^"]*"')


class Glyph(StrEnum):
    """One meaning each; the value is the file's name."""

    ADD = "add"
    ALERT = "alert"
    APPEARANCE = "appearance"
    ARROW_DOWN = "arrow-down"
    ARROW_UP = "arrow-up"
    ATTACH = "attach"
    BACK = "back"
    BANK = "bank"
    BRING_IN = "bring-in"
    CALL = "call"
    CHECK = "check"
    CHOOSE = "choose"
    CLOSE = "close"
    COLUMNS = "columns"
    COPY = "copy"
    CUSTOMERS = "customers"
    DETAILS = "details"
    DIARY = "diary"
    DISPUTE = "dispute"
    DONE = "done"
    EDIT = "edit"
    EMAIL = "email"
    EXPORT = "export"
    FIGURES = "figures"
    FOLDER = "folder"
    FORWARD = "forward"
    GO = "go"
    HAND_OVER = "hand-over"
    HELP = "help"
    IMPORT = "import"
    INFO = "info"
    INVOICE = "invoice"
    KEYS = "keys"
    LANGUAGE = "language"
    LEDGER = "ledger"
    LETTER = "letter"
    LOCK = "lock"
    MOOD_ANGRY = "mood-angry"
    MOOD_CALM = "mood-calm"
    MOOD_STRAINED = "mood-strained"
    MOOD_UPSET = "mood-upset"
    MOOD_WARM = "mood-warm"
    MORE = "more"
    NEW_LEDGER = "new-ledger"
    NOTE = "note"
    OPEN_DOWN = "open-down"
    OPEN_PAGE = "open-page"
    OPEN_UP = "open-up"
    OPPORTUNITY = "opportunity"
    OUR_PROMISE = "our-promise"
    PAUSE = "pause"
    PAYMENT = "payment"
    PLAN = "plan"
    PLAY = "play"
    PRINT = "print"
    PRIVATE = "private"
    QUOTE = "quote"
    REPORTS = "reports"
    SAFE = "safe"
    SAMPLE = "sample"
    SAVE = "save"
    SEARCH = "search"
    SENT_BEFORE = "sent-before"
    SETTINGS = "settings"
    SHOW = "show"
    SNOOZE = "snooze"
    SOME = "some"
    STATEMENT = "statement"
    STOP = "stop"
    SWITCH = "switch"
    THEIR_PROMISE = "their-promise"
    TODAY = "today"
    TRAVEL = "travel"
    UNDO = "undo"
    VISIT = "visit"
    WORTH = "worth"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"


DIRECTED = frozenset(
    {Glyph.BACK, Glyph.BRING_IN, Glyph.FORWARD, Glyph.GO, Glyph.OPEN_PAGE, Glyph.UNDO}
)
"""Those that point along the line of reading, and turn round with it."""


def source(glyph: Glyph, colour: str, size: int, folder: Path = ICON_FOLDER) -> str:
    """Return the drawing in a colour, its lines as wide as the design wants them at ``size``."""
    drawing = (folder / f"{glyph.value}.svg").read_text(encoding="utf-8")
    stroke = f'stroke-width="{ICON_STROKE * GRID / size:.3f}"'
    return _STROKE.sub(stroke, drawing, count=1).replace("currentColor", colour)


class Icons:
    """Draws icons once for every colour, size, pixel ratio and direction that is asked for."""

    def __init__(self, folder: Path = ICON_FOLDER) -> None:
        self._folder = folder
        self._drawn: dict[tuple[Glyph, str, int, float, bool], QPixmap] = {}

    def pixmap(self, glyph: Glyph, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon of ``size`` device-independent pixels, sharp at a pixel ratio."""
        mirrored = glyph in DIRECTED and QGuiApplication.isRightToLeft()
        key = (glyph, colour, size, ratio, mirrored)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def icon(self, glyph: Glyph, colour: str, disabled: str, size: int) -> QIcon:
        """Return an icon for Qt's own widgets, sharp on every screen there is."""
        made = QIcon()
        for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
            made.addPixmap(self.pixmap(glyph, colour, size, ratio), QIcon.Mode.Normal)
            made.addPixmap(self.pixmap(glyph, disabled, size, ratio), QIcon.Mode.Disabled)
        return made

    def _draw(self, glyph: Glyph, colour: str, size: int, ratio: float, mirrored: bool) -> QPixmap:
        text = source(glyph, colour, size, self._folder)
        renderer = QSvgRenderer(QByteArray(text.encode()))
        pixels = round(size * ratio)
        drawn = QPixmap(QSize(pixels, pixels))
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        if mirrored:
            drawn = drawn.transformed(QTransform.fromScale(-1, 1))
        drawn.setDevicePixelRatio(ratio)
        return drawn
