"""A choice whose entries begin alike: whatever word of one is typed finds it, as its number."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from creditmate.i18n.bidi import plain
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.theme.theme import Theme

_ELSEWHERE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class WordChoice(Choice):
    """Letters and figures are gathered as long as something begins with all of them."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._typed = ""
        self.view().installEventFilter(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here begins to type."""
        self._typed = ""
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed chooses; all other keys do what they do in any choice."""
        row = self._row_of(event)
        if row is None:
            super().keyPressEvent(event)
        elif row >= 0:
            self.setCurrentIndex(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The open list is searched in the same way."""
        row = self._row_of(event) if isinstance(event, QKeyEvent) else None
        if row is None or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if row >= 0:
            self.view().setCurrentIndex(self.model().index(row, self.modelColumn()))
        return True

    def _row_of(self, event: QKeyEvent) -> int | None:
        """The entry that is meant, -1 where there is none; None of keys that type nothing."""
        text = event.text()
        if event.type() != QEvent.Type.KeyPress or event.modifiers() & _ELSEWHERE:
            return None
        if not (text.strip() and text.isprintable()):
            self._typed = ""
            return None
        for typed in (self._typed + text.casefold(), text.casefold()):
            found = self._first(typed)
            if found >= 0:
                self._typed = typed
                return found
        return -1

    def _first(self, typed: str) -> int:
        """The entry of which the earliest word begins so; -1 where none does."""
        rows = range(self.count())
        words = [plain(self.itemText(row)).casefold().split() for row in rows]
        hits = (
            (place, row)
            for row, said in enumerate(words)
            for place, word in enumerate(said)
            if word.startswith(typed)
        )
        return min(hits, default=(0, -1))[1]
