"""A small title beside chips, in line with other such rows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.ui.kit.chip_flow import ChipFlow
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class Labelled(QWidget):
    """The title stands where reading begins, the chips break into rows beside it."""

    def __init__(self, theme: Theme, title: str, chips: ChipFlow) -> None:
        super().__init__()
        self.chips = chips
        label = Text(theme, title, Type.SMALL_MEDIUM, Ink.MUTED)
        label.setMinimumWidth(SIZES.brief_label)
        label.setMinimumHeight(SIZES.chip)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(chips, 1, Qt.AlignmentFlag.AlignTop)
