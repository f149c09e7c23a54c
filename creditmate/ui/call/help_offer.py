"""That whoever cannot pay may be sent the help sheet, offered in the call where that came out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.outcomes import Outcome
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE


class HelpOffer(QWidget):
    """One line above the form; hidden unless they cannot pay."""

    taken = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        _ = words(language).gettext
        self.button = Button(
            theme, _("Save, and send the help sheet…"), Kind.LINK, keys=_("Ctrl H")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.s, 0, 0)
        row.addWidget(self.button)
        row.addStretch()
        self.button.clicked.connect(self.taken)
        self.show_for("")

    def show_for(self, outcome: str) -> None:
        """Offer it where that is how the call ended."""
        self.setVisible(outcome == Outcome.CANNOT_PAY.value)
