"""What they say to have paid: how much, on which day, how, and under which reference."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.receipts import Method
from creditmate.i18n.catalogue import words
from creditmate.i18n.payment_words import method_words
from creditmate.services.call_drafts import TypedCall
from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.inputs import Choice, LineInput, mark_faulty
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class SaidFields(QWidget):
    """Stands in the place of what they promise: who has paid promises nothing.

    Attributes:
        amount: How much; empty means all that was spoken of.
        day: Empty means today.
        method: Transfer unless they say otherwise.
        reference: As they read it out.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        _ = words(language).gettext
        self.amount = LineInput(theme, _("Amount they say they paid"), amount=True)
        self.day = LineInput(theme, _("Day they say they paid"))
        self.day.setPlaceholderText(_("today"))
        self.method = Choice(theme, _("How they say they paid"))
        for method in Method:
            self.method.addItem(method_words(method, language), method)
        self.reference = LineInput(theme, _("Reference of their payment"))
        self.reference.setPlaceholderText(_("reference"))
        self._message = MessageLine(theme)
        self.day.be_wide(SIZES.short_day)
        self.amount.show_whole()
        title = Text(theme, _("They say it is paid"), Type.SMALL_MEDIUM, Ink.MUTED)
        title.setBuddy(self.amount)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.amount, 1)
        row.addWidget(Text(theme, _("on"), Type.BODY, Ink.MUTED))
        row.addWidget(self.day)
        how = QHBoxLayout()
        how.setSpacing(SPACE.s)
        how.addWidget(self.method, 1)
        how.addWidget(self.reference, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(title)
        column.addLayout(row)
        column.addLayout(how)
        column.addWidget(self._message)
        column.addStretch()
        for field in (self.amount, self.day, self.reference):
            field.textChanged.connect(self.edited)
            field.editingFinished.connect(self.left)
        self.method.currentIndexChanged.connect(self.edited)

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        self.amount.setText(typed.paid_amount)
        self.day.setText(typed.paid_on)
        self.reference.setText(typed.paid_reference)
        place = self.method.findData(typed.paid_method or Method.TRANSFER.value)
        self.method.setCurrentIndex(max(place, 0))

    def echo(self, understood: str, rest: str) -> None:
        """Say what was understood of the day, and until when we wait."""
        self._message.say(None, Ink.POSITIVE, understood, rest)
        self._mark("")
        self.day.setAccessibleDescription(" ".join(filter(None, (understood, rest))))

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong; the first where several are."""
        wrong = [name for name in ("paid-amount", "paid-none", "paid-on") if name in problems]
        if wrong:
            self._message.say(Glyph.ALERT, Ink.DANGER, problems[wrong[0]], "")
            self._mark(wrong[0])

    def _mark(self, wrong: str) -> None:
        mark_faulty(self.amount, wrong in {"paid-amount", "paid-none"})
        mark_faulty(self.day, wrong == "paid-on")
