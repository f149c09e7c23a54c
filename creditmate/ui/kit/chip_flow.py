"""Chips one after the other, in as many rows as they need: none is folded away."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.chips import Chip, ChipText
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE

_STEPS = {int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Left): -1}


class ChipFlow(QWidget):
    """Chips that are on or off; with ``one`` at most one of them is on. One stop for Tab.

    Arrows go from chip to chip, Space turns one on or off.
    """

    turned = Signal(str, bool)
    """The key of a chip that the user turned, and whether it is on."""

    def __init__(
        self, theme: Theme, name: str, chips: Sequence[ChipText], *, one: bool = False
    ) -> None:
        super().__init__()
        self._one = one
        self.chips = [Chip(theme, says, self) for says in chips]
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for chip in self.chips:
            chip.clicked.connect(self._on_clicked)
        self._stop()
        theme.changed.connect(self.updateGeometry)

    @property
    def on(self) -> tuple[str, ...]:
        """The keys of the chips that are on, in their order."""
        return tuple(chip.says.key for chip in self.chips if chip.isChecked())

    def turn(self, keys: Sequence[str]) -> None:
        """Turn these on and all others off, without telling anybody."""
        for chip in self.chips:
            chip.setChecked(chip.says.key in keys)
        self._stop()

    def offer(self, keys: Sequence[str]) -> None:
        """Show only these."""
        for chip in self.chips:
            chip.setVisible(chip.says.key in keys)
        self._stop()
        self._arrange()

    def chip(self, key: str) -> Chip:
        """Return the chip of a key."""
        return next(chip for chip in self.chips if chip.says.key == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move among the chips that are seen."""
        step = _STEPS.get(event.key(), 0)
        if not step or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        seen = self._seen()
        at = next((place for place, chip in enumerate(seen) if chip.hasFocus()), 0)
        seen[(at + step) % len(seen)].setFocus(Qt.FocusReason.TabFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Less width makes more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [chip.sizeHint() for chip in self._seen()]
        width = sum(size.width() + SPACE.xs for size in sizes) - SPACE.xs
        return QSize(max(width, 0), max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        sizes = [chip.sizeHint() for chip in self._seen()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew, and claim their height."""
        super().resizeEvent(event)
        self._arrange()

    def _seen(self) -> list[Chip]:
        return [chip for chip in self.chips if not chip.isHidden()]

    def _places(self, width: int) -> list[QRect]:
        places, at = list[QRect](), QPoint(0, 0)
        for chip in self._seen():
            size = chip.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height() + SPACE.xs)
            places.append(QRect(at, size))
            at.setX(at.x() + size.width() + SPACE.xs)
        return places

    def _arrange(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for chip, place in zip(self._seen(), self._places(self.width()), strict=True):
            if mirrored:
                place.moveLeft(self.width() - place.right() - 1)
            chip.setGeometry(place)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _on_clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        if self._one and chip.isChecked():
            for other in self.chips:
                other.setChecked(other is chip)
        self._stop()
        self.turned.emit(chip.says.key, chip.isChecked())

    def _stop(self) -> None:
        """Tab stops once: at what is on, else at the first."""
        seen = self._seen()
        stop = next((chip for chip in seen if chip.isChecked()), seen[0] if seen else None)
        for chip in self.chips:
            tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(tab if chip is stop else click)
        if stop is not None:
            self.setFocusProxy(stop)
