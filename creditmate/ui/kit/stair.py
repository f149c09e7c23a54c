"""The ageing stair: the older the debt, the darker and the taller the step.

Widths say how much, heights and colours how old; an empty bucket takes no room. It never stands
without its figures: beside it, in the tool tip, and read out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from creditmate.ui.kit.paint import box
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import STAIR_LARGE, Stair


class Step(NamedTuple):
    """A bucket: its place on the ramp (0 not due to 4 oldest), words, figure, minor units."""

    rank: int
    label: str
    figure: str
    minor: int


def spoken(steps: Sequence[Step]) -> str:
    """Return the figures in words, as a screen reader and the tool tip say them."""
    return "; ".join(f"{step.label} {step.figure}" for step in steps)


def step_widths(amounts: Sequence[int], width: int, stair: Stair) -> list[int]:
    """Return the width of every step, 0 for an empty one; with the gaps they fill ``width``.

    Each takes the least width first, and what is left is shared by amount; remainders of the
    division go to the oldest step that is not empty.

    Args:
        amounts: Minor units, none negative.
        width: Pixels for all steps and the gaps between them.
        stair: Least width and gap.
    """
    filled = [index for index, amount in enumerate(amounts) if amount]
    widths = [0] * len(amounts)
    if not filled:
        return widths
    shared = width - stair.gap * (len(filled) - 1) - stair.least_width * len(filled)
    total = sum(amounts)
    for index in filled:
        widths[index] = stair.least_width + max(shared, 0) * amounts[index] // total
    widths[filled[-1]] += width - stair.gap * (len(filled) - 1) - sum(widths)
    return widths


def paint_stair(
    painter: QPainter, rect: QRect, theme: Theme, steps: Sequence[Step], stair: Stair
) -> None:
    """Draw the steps on the base line of ``rect``, not due where reading begins."""
    widths = step_widths([step.minor for step in steps], rect.width(), stair)
    left = rect.left()
    for step, width in zip(steps, widths, strict=True):
        if not width:
            continue
        height = stair.heights[step.rank]
        place = QRect(left, rect.bottom() + 1 - height, width, height)
        shown = QStyle.visualRect(painter.layoutDirection(), rect, place)
        box(painter, shown, stair.corner, QColor(theme.colours.ramp[step.rank]))
        left += width + stair.gap


class AgeingStair(QWidget):
    """A stair with its figures in the tool tip and for the screen reader."""

    def __init__(self, theme: Theme, steps: Sequence[Step], stair: Stair = STAIR_LARGE) -> None:
        super().__init__()
        self._theme, self._steps, self._stair = theme, tuple(steps), stair
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_steps(steps)
        theme.changed.connect(self.update)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other amounts."""
        self._steps = tuple(steps)
        self.setAccessibleName(spoken(steps))
        self.setToolTip(spoken(steps))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the oldest step, as wide as it may be."""
        return QSize(5 * self._stair.heights[-1], self._stair.heights[-1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps."""
        paint_stair(QPainter(self), self.rect(), self._theme, self._steps, self._stair)
