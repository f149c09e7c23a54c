"""Is it signed? Whoever has seen the signature has the terms put down as accepted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.acceptance import Capacity
from creditmate.i18n.agreed_words import capacity_said, capacity_words, version_short
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.services.application_acceptance import Agreement
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class SignedPart(QWidget):
    """Not ticked by itself: whether a paper is signed nobody but its reader can see.

    Attributes:
        seen: The box; hidden where nothing can be accepted.
        capacity: As what it was signed, asked once the box is ticked; the position that the
            form names is offered.
        follows: What comes of it, in a line.
    """

    changed = Signal()
    """The box was ticked or cleared: the part needs another height."""

    def __init__(self, around: Surroundings, *, has_file: bool) -> None:
        """With or without a file, which then is the proof."""
        super().__init__()
        self._around, self._has_file = around, has_file
        theme, language = around.theme, around.language
        self._agreed: Agreement | None = None
        self.seen = CheckSentence(theme, "")
        label = words(language).gettext("As what it was signed")
        self.capacity = Field(theme, label, Choice(theme, ""), echoes=False)
        for capacity in Capacity:
            said = capital(capacity_words(capacity, language))
            self.capacity.input.addItem(said, capacity.value)
        self.follows = Paragraph(theme, "", Type.SMALL, Ink.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for part in (self.seen, self.capacity, self.follows):
            column.addWidget(part)
        self.seen.toggled.connect(self._renew)

    def show_agreement(self, agreed: Agreement | None) -> None:
        """Ask about what an application accepts, or say that it accepts nothing."""
        self._agreed = agreed
        if agreed is not None:
            self._ask_about(agreed)
        self._renew()

    def _ask_about(self, agreed: Agreement) -> None:
        language, locale = self._around.language, self._around.locale
        said = words(language).gettext(
            "I have seen the signature: {who} accepted {version} on {day}"
        )
        said = said.format(
            who=agreed.entry.by_whom,
            version=version_short(agreed.version, language, locale),
            day=day_short(agreed.entry.day, locale),
        )
        self.seen.setText(said)
        self.seen.setAccessibleName(said)
        found = capacity_said(agreed.entry.note, language, "en")
        self.capacity.input.setCurrentIndex(self.capacity.input.findData(found.value))

    @property
    def signed(self) -> Capacity | None:
        """As what it was signed, where that was seen; else None."""
        if self._agreed is None or not self.seen.isChecked():
            return None
        return Capacity(str(self.capacity.input.currentData()))

    @property
    def accepts(self) -> bool:
        """Whether there is something that could be accepted."""
        return self._agreed is not None

    def _renew(self) -> None:
        self.seen.setVisible(self.accepts)
        self.capacity.setVisible(self.signed is not None)
        self.follows.set_text(self._said())
        self.changed.emit()

    def _said(self) -> str:
        _ = words(self._around.language).gettext
        if not self.accepts:
            return _(
                "It accepts no terms: for that it takes the box about terms, a name, and a day on"
                " which those terms were in effect."
            )
        if self.signed is None:
            return _("While this is not ticked, no terms are put down as accepted.")
        if self._has_file:
            return _("Put down as a signed application, the strongest proof, with its file.")
        return _("Put down as a signed application; there is no file that would prove it.")
