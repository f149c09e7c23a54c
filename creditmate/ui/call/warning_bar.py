"""What a call now goes against, above the form; whoever rings all the same says why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.contact_warnings import Warned
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_policy_words import against_words
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.inputs import LineInput, mark_faulty
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SPACE, Ground, Ink, Type


class WarningBar(QWidget):
    """Stands where no scrolling takes it away; nobody is stopped by it."""

    edited = Signal()

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        self._theme, self._language, self._locale = theme, language, locale
        _ = words(language).gettext
        self._told = Paragraph(theme, "", Type.BODY_STRONG)
        self._problem = Paragraph(theme, "", Type.SMALL, Ink.DANGER)
        self.reason = LineInput(theme, _("Why you ring all the same"))
        self.reason.setPlaceholderText(_("why you ring all the same; it is kept"))
        self.agreed = CheckRow(theme, _("It was agreed, or they asked for it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.m + SPACE.s, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.m)
        alert = GlyphLabel(theme, Glyph.ALERT, Ink.WARNING, ICON.button)
        row.addWidget(alert, 0, Qt.AlignmentFlag.AlignTop)  # beside the first line of what is told
        column = QVBoxLayout()
        column.setSpacing(SPACE.xs)
        column.addWidget(self.reason)
        column.addWidget(self.agreed)
        column.addWidget(self._problem)
        row.addWidget(self._told, 1)
        row.addLayout(column, 1)
        self.reason.textChanged.connect(self._on_typed)
        self.agreed.toggled.connect(self._on_typed)
        theme.changed.connect(self.update)
        self.show_warnings((), "")

    @property
    def is_asked(self) -> bool:
        """Whether a reason is still asked for; that it was agreed is one."""
        return not (self.isHidden() or self.is_agreed or self.reason.text().strip())

    @property
    def is_agreed(self) -> bool:
        """Whether it was said that the call had been agreed: then it costs nothing."""
        return not self.isHidden() and self.agreed.isChecked()

    def show_warnings(
        self, warnings: Sequence[Warned], reason: str, *, agreed: bool = False
    ) -> None:
        """Show what the call goes against, and why it is made all the same."""
        said = [against_words(one, self._language, self._locale) for one in warnings]
        self._told.set_text(" ".join(said), Ink.TEXT)
        self.setAccessibleName(" ".join(said))
        self.reason.setText(reason)
        self.agreed.setChecked(agreed)
        self.refuse("")
        self.setVisible(bool(said))

    def refuse(self, problem: str) -> None:
        """Say that a reason is missing; '' says that none is."""
        self._problem.set_text(problem, Ink.DANGER)
        self._problem.setVisible(bool(problem))
        self.reason.setAccessibleDescription(problem)
        mark_faulty(self.reason, bool(problem))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, clear of what stands above."""
        room = self.rect().adjusted(0, SPACE.m, 0, 0)
        box(QPainter(self), room, RADIUS.m, self._theme.colour(Ground.WARNING_SOFT))

    def _on_typed(self) -> None:
        self.refuse("")
        self.edited.emit()
