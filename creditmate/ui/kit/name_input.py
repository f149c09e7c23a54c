"""A name that is typed, or chosen among those that are known."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from creditmate.ui.kit.inputs import Choice
from creditmate.ui.theme.theme import Theme


class NameInput(Choice):
    """Empty until somebody types; the arrow keys go through the names that are offered."""

    def __init__(self, theme: Theme, name: str, offered: Sequence[str]) -> None:
        super().__init__(theme, name)
        self.setEditable(True)
        self.be_as_wide_as_its_place()
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(offered))
        self.setCurrentIndex(-1)
        self.setAccessibleName(name)

    def text(self) -> str:
        """Return the name that stands there."""
        return self.currentText()

    def setAccessibleName(self, name: str) -> None:
        """Be called so; the line that is typed into has the focus, so it is what is read out."""
        super().setAccessibleName(name)
        edit = self.lineEdit()
        if edit is not None:
            edit.setAccessibleName(name)

    def setAccessibleDescription(self, said: str) -> None:
        """Say what is wrong, also where the focus is."""
        super().setAccessibleDescription(said)
        edit = self.lineEdit()
        if edit is not None:
            edit.setAccessibleDescription(said)
