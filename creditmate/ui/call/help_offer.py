"""What is offered in a call where trouble came out: the help sheet, or to leave them in peace."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.outcomes import Outcome
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE


class HelpOffer(QWidget):
    """One line above the form; hidden unless they cannot pay, or have ceased trading."""

    taken = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        _ = words(language).gettext
        self._texts = {
            Outcome.CANNOT_PAY.value: _("Save, and send the help sheet…"),
            Outcome.CEASED_TRADING.value: _("Save, and leave them in peace…"),
        }
        self.button = Button(
            theme, self._texts[Outcome.CANNOT_PAY.value], Kind.LINK, keys=_("Ctrl H")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.s, 0, 0)
        row.addWidget(self.button)
        row.addStretch()
        self.button.clicked.connect(self.taken)
        self.show_for("")

    def show_for(self, outcome: str) -> None:
        """Offer it where that is how the call ended."""
        if outcome in self._texts:
            self.button.rename(self._texts[outcome])
        self.setVisible(outcome in self._texts)
