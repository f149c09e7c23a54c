"""The outcomes in a list, chosen by the letters that choose them in a call."""

from PySide6.QtGui import QKeyEvent

from creditmate.domain.outcomes import Outcome, outcome_of_key
from creditmate.i18n.call_words import outcome_title
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.theme.theme import Theme


class OutcomeChoice(Choice):
    """Shows the letter before each; one that is not offered here chooses nothing."""

    def __init__(self, theme: Theme, language: str, name: str = "") -> None:
        super().__init__(theme, name)
        self._language = language

    def offer(self, outcome: Outcome, title: str = "") -> None:
        """Offer one more, under another title if one is named."""
        title = title or outcome_title(outcome, self._language)
        self.addItem(f"{outcome.key}  {title}", outcome.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter chooses at once, as it does in a call."""
        outcome = outcome_of_key(event.text()) if event.text() else None
        place = -1 if outcome is None else self.findData(outcome.value)
        if place >= 0:
            self.setCurrentIndex(place)
        elif outcome is None:
            super().keyPressEvent(event)
