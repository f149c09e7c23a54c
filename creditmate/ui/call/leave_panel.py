"""Words for when one cannot talk, or not any more: one key shows them, the same hides them."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.call_manner import Closing
from creditmate.domain.our_people import Us
from creditmate.domain.outcomes import Outcome
from creditmate.i18n.catalogue import words
from creditmate.i18n.leave_words import (
    closing_name,
    closing_words,
    guarded_words,
    voicemail_words,
)
from creditmate.ui.kit.button import IconButton, Kind
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SPACE, Ground, Type

_VOICEMAIL, _SOMEBODY = "voicemail", "somebody"
_LEFT_WITH: Mapping[Outcome | None, str] = {
    Outcome.VOICEMAIL: _VOICEMAIL,
    Outcome.GATEKEEPER: _SOMEBODY,
}
_LINES = 3


class LeavePanel(QWidget):
    """Three calm sentences for the state somebody is in, or what to say to a machine.

    What is said to a machine, or to somebody else, never says what the call is about.
    """

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme, self._language = theme, language
        _ = words(language).gettext
        self._us, self._contact = Us(), ""
        texts = [SegmentText(one.value, closing_name(one, language)) for one in Closing]
        texts += [SegmentText(_VOICEMAIL, _("Voicemail")), SegmentText(_SOMEBODY, _("Not them"))]
        self.states = Segments(theme, _("Words to take leave with"), texts)
        self.lines = [Paragraph(theme, "", Type.BODY) for _line in range(_LINES)]
        self.close_button = IconButton(
            theme, Glyph.CLOSE, _("Hide these words"), Kind.QUIET, small=True
        )
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.states)
        head.addStretch()
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.m + SPACE.s, SPACE.m, SPACE.s)
        column.setSpacing(SPACE.xs)
        column.addLayout(head)
        for line in self.lines:
            column.addWidget(line)
        self.setAccessibleName(_("Words to take leave with"))
        self.states.chosen.connect(self._say)
        self.close_button.clicked.connect(self.hide)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """What it says now."""
        return tuple(line.text() for line in self.lines if not line.isHidden())

    def know(self, us: Us, contact: str) -> None:
        """Know who of us calls, and who may be spoken with."""
        self._us, self._contact = us, contact

    def turn(
        self, outcome: Outcome | None, closing: Callable[[], Closing], *, to_somebody: bool
    ) -> None:
        """Show the words, or hide them.

        Args:
            outcome: How the call ended, as far as it is said.
            closing: In what state whoever is on the line seems to be.
            to_somebody: Whoever is on the line may not hear what the call is about.
        """
        if not self.isHidden():
            self.hide()
        elif not self.show_for(outcome):
            self._show(_SOMEBODY if to_somebody else closing().value)

    def show_for(self, outcome: Outcome | None) -> bool:
        """Show what to say to a machine, or to somebody else, where the call ended so.

        Returns:
            Whether it did.
        """
        key = _LEFT_WITH.get(outcome)
        if key is not None:
            self._show(key)
        return key is not None

    def _show(self, key: str) -> None:
        self.states.choose(key)
        self._say(key)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, clear of what stands above."""
        room = self.rect().adjusted(0, SPACE.m, 0, 0)
        box(QPainter(self), room, RADIUS.m, self._theme.colour(Ground.SUNKEN))

    def _say(self, key: str) -> None:
        said: tuple[str, ...]
        if key == _VOICEMAIL:
            said = (voicemail_words(self._us, self._contact, self._language),)
        elif key == _SOMEBODY:
            said = (guarded_words(self._us, self._contact, self._language),)
        else:
            said = closing_words(Closing(key), self._language)
        for place, line in enumerate(self.lines):
            line.set_text(said[place] if place < len(said) else "")
            line.setVisible(place < len(said))
        self.setAccessibleDescription(" ".join(said))
