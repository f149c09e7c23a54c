"""The next step, which every call needs, or why there is none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.end_row import EndRow
from creditmate.ui.kit.flow import Flow
from creditmate.ui.kit.inputs import Choice, LineInput, mark_faulty
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

_STEP, _NONE = 0, 1
_STOP = "."


class NextStepField(QWidget):
    """What comes next and when; beside it what was understood, below it where room is short.

    What it is follows from the call: after a promise the money is looked for, else one rings
    again.

    Attributes:
        told: What was understood of it, or what is missing.
        rest: What follows from it, or is against it.
        before: Which steps set before it takes the place of; it may be long, and has a line below,
            which then begins with the rest.
    """

    edited = Signal()
    left = Signal()
    """One has gone to another field: what cannot be read may be said now."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        _ = words(language).gettext
        self._check_words, self._call_words = _("Check that the money came"), _("Call again")
        self._stop_words = _("{said}.")
        title = Text(theme, _("Next step, needed to close the call"), Type.SMALL_MEDIUM, Ink.MUTED)
        self.choice = Choice(theme, _("Next step"))
        self.choice.addItems([self._check_words, _("None, because …")])
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        title.setBuddy(self.choice)
        self._on = Text(theme, _("on"), Type.BODY, Ink.MUTED)
        self.day = LineInput(theme, _("Day of the next step"))
        self.day.be_wide(SIZES.day_field, SIZES.short_day)
        self._hour = Text(theme, _("at"), Type.BODY, Ink.MUTED)
        self.at = LineInput(theme, _("Hour of the next step, by their clock"))
        self.at.setPlaceholderText(_("hour"))
        self.at.be_wide(SIZES.short_day * 3 // 4, SIZES.short_day * 3 // 5)
        self.because = LineInput(theme, _("Why there is no next step"))
        self.because.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.because.setMinimumWidth(SIZES.day_field)
        self.told = Paragraph(theme, "", Type.SMALL, Ink.POSITIVE)
        self.rest = Paragraph(theme, "", Type.SMALL, Ink.MUTED)
        self.before = Paragraph(theme, "", Type.SMALL, Ink.MUTED)
        self._when = _beside(self._on, self.day, self._hour, self.at)
        self._told = QWidget()
        self._lay_out(title)
        self.choice.currentIndexChanged.connect(self._on_choice)
        for field in (self.day, self.at, self.because):
            field.textChanged.connect(self.edited)
            field.editingFinished.connect(self.left)
        self._on_choice()

    @property
    def is_none(self) -> bool:
        """Whether there is to be no next step."""
        return self.choice.currentIndex() == _NONE

    def show_typed(self, day: str, at: str, because: str, *, is_none: bool) -> None:
        """Show what was typed before."""
        self.day.setText(day)
        self.at.setText(at)
        self.because.setText(because)
        self.choice.setCurrentIndex(_NONE if is_none else _STEP)

    def name_step(self, *, looks_for_money: bool) -> None:
        """Say what the step is."""
        text = self._check_words if looks_for_money else self._call_words
        self.choice.setItemText(_STEP, text)
        # the arrow is ours and wider than the style's, by which it measures itself
        self.choice.setMinimumWidth(self.choice.sizeHint().width() + SPACE.xl)

    def echo(self, understood: str, rest: str = "", *, doubtful: bool = False) -> None:
        """Say what was understood of the day, and what follows from it or is against it."""
        self._say(understood, rest, Ink.WARNING if doubtful else Ink.POSITIVE)
        self._mark(None)
        self.day.setAccessibleDescription(understood)

    def tell_before(self, told: str) -> None:
        """Say which steps that were set before it takes the place of, after what was said last."""
        rest = self.rest.text()
        if told and rest:
            self.rest.hide()
            told = f"{self._sentence(rest)} {told}"
        self.before.set_text(told)
        self.before.setVisible(bool(told))
        self._told.setHidden(bool(told) and not self.told.text())

    def _sentence(self, told: str) -> str:
        return told if told.endswith(_STOP) else self._stop_words.format(said=told)

    def refuse(self, problem: str, name: str = "next") -> None:
        """Say what is missing; what was typed stays."""
        self._say(problem, "", Ink.DANGER)
        day = self.at if name == "next-at" else self.day
        self._mark(self.because if self.is_none else day)

    def _say(self, first: str, second: str, ink: Ink) -> None:
        self.told.set_text(first, ink)
        self.rest.set_text(second)
        self.rest.setVisible(bool(second))
        self._told.show()

    def _mark(self, faulty: LineInput | None) -> None:
        for field in (self.day, self.at, self.because):
            mark_faulty(field, field is faulty)

    def _on_choice(self) -> None:
        self._when.setVisible(not self.is_none)
        self.because.setVisible(self.is_none)
        self.edited.emit()

    def _lay_out(self, title: Text) -> None:
        step = Flow((_beside(self.choice), self._when, self.because))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(title)
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(0)
        told.addWidget(self.told)
        told.addWidget(self.rest)
        column.addWidget(EndRow(step, self._told, SPACE.m, least=SIZES.day_field + SPACE.xl))
        column.addWidget(self.before)
        self.before.hide()


def _beside(*parts: QWidget) -> QWidget:
    """Return what stays side by side, however little room there is."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.s)
    for part in parts:
        row.addWidget(part)
    return whole
