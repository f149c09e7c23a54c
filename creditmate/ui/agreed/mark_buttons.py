"""Buttons that write the marks of a wording: nobody has to know them."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class MarkButtons(QWidget):
    """Each writes its mark where one is, round what is chosen; typing goes on there.

    Attributes:
        buttons: In the order in which they stand: heading, clause, list, bold.
    """

    def __init__(self, around: Surroundings, wording: TextInput) -> None:
        super().__init__()
        _, self._wording = words(around.language).gettext, wording
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        self.buttons: list[Button] = []
        for said, before, after in (
            (_("Heading"), "\n\n# ", ""),
            (_("Clause"), "\n\n1.1 ", ""),
            (_("List"), "\n- ", ""),
            (_("Bold"), "**", "**"),
        ):
            button = Button(around.theme, said, Kind.QUIET)
            button.clicked.connect(partial(self._mark, before, after))
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)

    def _mark(self, before: str, after: str) -> None:
        cursor = self._wording.textCursor()
        cursor.insertText(f"{before}{cursor.selectedText()}{after}")
        cursor.setPosition(cursor.position() - len(after))
        self._wording.setTextCursor(cursor)
        self._wording.setFocus()
