"""A row of filter chips: arrow keys move, Space chooses, what does not fit goes under More."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ground, Ink, Type

_STEPS = {int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Left): -1}


@dataclass(frozen=True, slots=True)
class ChipText:
    """What a chip says: a key for the program, words and a count for the reader."""

    key: str
    label: str
    count: str = ""


class Chip(QToolButton):
    """A round button that is on or off."""

    def __init__(self, theme: Theme, says: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._says = theme, says
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(says)
        theme.changed.connect(self._renew)

    @property
    def says(self) -> ChipText:
        """What it says now."""
        return self._says

    def say(self, says: ChipText) -> None:
        """Show another label or count."""
        self._says = says
        self.setText(says.label)
        self.setAccessibleName(f"{says.label} {says.count}".strip())
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as when it is chosen, so that choosing moves nothing."""
        font = self._theme.font(Type.SMALL_STRONG)
        width = text_width(self._says.label, font) + 2 * SPACE.m + 2 * SIZES.hairline
        if self._says.count:
            width += SPACE.s + text_width(self._says.count, font)
        return QSize(width, max(SIZES.chip, self._theme.line(Type.SMALL) + SPACE.m))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focus_outline(self) -> tuple[QRect, int]:
        """Round like itself."""
        return self.rect(), self.height() // 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a pill, its label and its count."""
        painter = QPainter(self)
        theme = self._theme
        on = self.isChecked()
        calm = Ground.HOVER if self.underMouse() or not self.isEnabled() else Ground.SURFACE
        border = QColor(theme.colours.accent if on else theme.colours.line)
        fill = theme.colour(Ground.ACCENT_SOFT if on else calm)
        box(painter, self.rect(), self.height() / 2, fill, border)
        ink = theme.colour(Ink.ACCENT if on else Ink.MUTED)
        font = theme.font(Type.SMALL_STRONG if on else Type.SMALL_MEDIUM)
        self._write(painter, font, ink)

    def _write(self, painter: QPainter, font: QFont, ink: QColor) -> None:
        pad = SPACE.m + SIZES.hairline
        lane = Lane(self.rect().adjusted(pad, 0, -pad, 0), self.layoutDirection())
        if self._says.count:
            at = lane.trail(text_width(self._says.count, font))
            line_of_text(painter, at, self._says.count, font, ink)
        line_of_text(painter, lane.rest(), self._says.label, font, ink)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class MoreChip(Chip):
    """What does not fit is behind it: the sign beside its words says that it opens."""

    def sizeHint(self) -> QSize:
        """Its words and the sign."""
        return super().sizeHint() + QSize(SPACE.xs + ICON.small, 0)

    def _write(self, painter: QPainter, font: QFont, ink: QColor) -> None:
        pad = SPACE.m + SIZES.hairline
        lane = Lane(self.rect().adjusted(pad, 0, -pad, 0), self.layoutDirection())
        at = centred(lane.trail(ICON.small, SPACE.xs), ICON.small, ICON.small)
        ratio = painter.device().devicePixelRatio()
        sign = self._theme.pixmap(Glyph.OPEN_DOWN, Ink.MUTED, ICON.small, ratio)
        painter.drawPixmap(at, sign)
        line_of_text(painter, lane.rest(), self._says.label, font, ink)


class ChipRow(QWidget):
    """Chips of which one is chosen; one stop for the Tab key."""

    chosen = Signal(str)
    """The key of the chip that the user chose."""

    def __init__(self, theme: Theme, language: str, name: str, chips: Sequence[ChipText]) -> None:
        super().__init__()
        _ = words(language).gettext
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._chips = [Chip(theme, says, self) for says in chips]
        self._more = MoreChip(theme, ChipText("", _("More")), self)
        self._menu = QMenu(self._more)
        self._more.clicked.connect(self._open_more)
        for chip in self._chips:
            chip.clicked.connect(self._on_clicked)
        self.choose(chips[0].key)

    @property
    def key(self) -> str:
        """The key of the chosen chip."""
        return next(chip.says.key for chip in self._chips if chip.isChecked())

    def choose(self, key: str) -> None:
        """Choose a chip without telling anybody."""
        for chip in self._chips:
            chip.setChecked(chip.says.key == key)
        self._arrange()

    def recount(self, counts: Sequence[str]) -> None:
        """Show other counts, in the order of the chips."""
        for chip, count in zip(self._chips, counts, strict=True):
            chip.say(replace(chip.says, count=count))
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move among the chips that are seen."""
        step = _STEPS.get(event.key(), 0)
        if not step:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        seen = [chip for chip in (*self._chips, self._more) if chip.isVisible()]
        at = next((i for i, chip in enumerate(seen) if chip.hasFocus()), 0)
        seen[(at + step) % len(seen)].setFocus(Qt.FocusReason.TabFocusReason)

    def sizeHint(self) -> QSize:
        """As wide as all chips."""
        width = sum(chip.sizeHint().width() + SPACE.s for chip in self._chips) - SPACE.s
        return QSize(width, self._more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The chosen chip and More."""
        widest = max(chip.sizeHint().width() for chip in self._chips)
        more = self._more.sizeHint()
        return QSize(widest + SPACE.s + more.width(), more.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold away what does not fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        seen = self._fitting()
        hidden = [chip for chip in self._chips if chip not in seen]
        lane = Lane(self.rect(), self.layoutDirection())
        for chip in seen:
            chip.setGeometry(lane.lead(chip.sizeHint().width()))
            chip.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if chip.isChecked() else Qt.FocusPolicy.ClickFocus
            )
        self._more.setGeometry(lane.lead(self._more.sizeHint().width()))
        self._more.setVisible(bool(hidden))
        self._more.setChecked(False)
        self._more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for chip in self._chips:
            chip.setVisible(chip in seen)

    def _fitting(self) -> list[Chip]:
        """Return the chips that fit, in order; the chosen one is always among them."""
        if self.sizeHint().width() <= self.width():
            return self._chips
        room = self.width() - self._more.sizeHint().width()
        taken = {chip: chip.sizeHint().width() + SPACE.s for chip in self._chips}
        fitting = [chip for chip in self._chips if chip.isChecked()]
        for chip in self._chips:
            if chip not in fitting and sum(taken[c] for c in fitting) + taken[chip] > room:
                break
            fitting += [] if chip in fitting else [chip]
        return [chip for chip in self._chips if chip in fitting]

    def _open_more(self) -> None:
        self._more.setChecked(False)
        self._menu.clear()
        for chip in self._chips:
            if not chip.isVisible():
                self._menu.addAction(self._action(chip))
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _action(self, chip: Chip) -> QAction:
        action = QAction(chip.accessibleName(), self._menu)
        action.triggered.connect(chip.click)
        return action

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.choose(chip.says.key)
            self.chosen.emit(chip.says.key)
