"""The head of a list: what is listed, the field that narrows it, and what can be done."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Type


class ListHead(QWidget):
    """Title where reading begins, the field at the other end, then the actions."""

    def __init__(self, theme: Theme, title: str, narrow: FilterInput, *actions: QWidget) -> None:
        super().__init__()
        self.setFixedHeight(SIZES.page_head)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(Text(theme, title, Type.TITLE))
        row.addStretch(1)
        row.addWidget(narrow)
        for action in actions:
            row.addWidget(action)
