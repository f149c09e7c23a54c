"""Terms and payment runs to choose and type, each as one input of several parts."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.customer_edit import typed_run as run_rules
from creditmate.ui.customer_edit.typed_run import TypedRun, place_offers, run_offers, weekday_offers
from creditmate.ui.customer_edit.typed_terms import (
    NONE,
    TypedTerms,
    asks_for,
    cut_from_offers,
    takes_parts,
    terms_offers,
    usual_number,
)
from creditmate.ui.kit.inputs import Choice, LineInput, mark_faulty
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

Offers = Sequence[tuple[str, str]]


class Parted(QWidget):
    """An input of several parts in a row; the first takes the focus."""

    edited = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.s)

    def choice(self, name: str, offers: Offers, *, wide: bool = False) -> Choice:
        """Add something to choose."""
        made = Choice(self._around.theme, name)
        _offer(made, offers)
        if wide:
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.currentIndexChanged.connect(self.edited)
        self._row.addWidget(made, 1 if wide else 0)
        return made

    def line(self, name: str, width: int = 0, hint: str = "") -> LineInput:
        """Add something to type."""
        made = LineInput(self._around.theme, name)
        made.setPlaceholderText(hint)
        if width:
            made.setFixedWidth(self._around.theme.wide(width))
        made.textChanged.connect(self.edited)
        self._row.addWidget(made)
        return made

    def said(self, text: str) -> Text:
        """Add words between the parts."""
        made = Text(self._around.theme, text, Type.BODY, Ink.MUTED)
        self._row.addWidget(made)
        return made


class TermsInput(Parted):
    """A form of terms and what it needs."""

    def __init__(self, around: Surroundings, *, may_be_none: bool) -> None:
        super().__init__(around)
        _, offers = words(around.language).gettext, terms_offers
        self.form = self.choice(
            _("Form"), offers(around.language, may_be_none=may_be_none), wide=True
        )
        self.number = self.line(_("Number"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.form.currentIndexChanged.connect(self._on_form)
        self.setFocusProxy(self.form)
        self._fold()

    def show_terms(self, given: TypedTerms) -> None:
        """Show terms; nobody is told."""
        with QSignalBlocker(self), QSignalBlocker(self.form), QSignalBlocker(self.number):
            self.form.setCurrentIndex(max(self.form.findData(given.form), 0))
            self.number.setText(given.number)
            self._fold()

    def _on_form(self) -> None:
        self.number.setText(usual_number(self.chosen))
        self._fold()

    @property
    def chosen(self) -> str:
        """The code of the form."""
        return str(self.form.currentData() or NONE)

    def _fold(self) -> None:
        asked = asks_for(self.chosen, self._around.language)
        wide = SIZES.day_field if takes_parts(self.chosen) else SIZES.portrait * 2
        self.number.setFixedWidth(self._around.theme.wide(wide))
        self.number.setVisible(bool(asked))
        self.number.setAccessibleName(asked)
        self.number.setToolTip(asked)


class CutOffInput(Parted):
    """Up to which day of their month invoices are due in the next; empty for no such day."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        _ = words(around.language).gettext
        self.day = self.line(_("Cut-off day"), SIZES.portrait * 2)
        self.day.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.counted = self.choice(
            _("Cut-off counted from"), cut_from_offers(around.language), wide=True
        )
        self.setFocusProxy(self.day)

    def show_cut_off(self, given: TypedTerms) -> None:
        """Show a cut-off; nobody is told."""
        with QSignalBlocker(self), QSignalBlocker(self.day), QSignalBlocker(self.counted):
            self.day.setText(given.cut_off)
            self.counted.setCurrentIndex(max(self.counted.findData(given.cut_from), 0))


class DiscountInput(Parted):
    """So many percent within so many days; both empty for none."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        _ = words(around.language).gettext
        self.percent = self.line(_("Discount for paying early, in percent"), SIZES.portrait * 2)
        self.said(_("% within"))
        self.within = self.line(_("Days within which it may be taken"), SIZES.portrait * 2)
        self.said(_("days"))
        self._row.addStretch(1)
        self.setFocusProxy(self.percent)


class RunInput(Parted):
    """How often a customer pays, and on which days."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        _ = words(around.language).gettext
        self._kept = TypedRun()
        self.often = self.choice(_("Payment run"), run_offers("", around.language), wide=True)
        self.place = self.choice(_("Which of the month"), place_offers(around.language))
        self.weekday = self.choice(_("Weekday"), weekday_offers(around.locale))
        self.days = self.line(_("Days of the month"), SIZES.day_field, "15, 30")
        self.start = self.line(_("One of its days"), SIZES.day_field, _("such as fri"))
        self.often.currentIndexChanged.connect(self._fold)
        self.setFocusProxy(self.often)
        self._fold()

    def show_run(self, given: TypedRun, kept: str) -> None:
        """Show a rule; ``kept`` is the one these fields cannot tell, in words."""
        self._kept = given
        with QSignalBlocker(self), QSignalBlocker(self.often):
            _offer(self.often, run_offers(kept, self._around.language))
            self.often.setCurrentIndex(max(self.often.findData(given.often), 0))
            self.place.setCurrentIndex(self.place.findData(given.place))
            self.weekday.setCurrentIndex(self.weekday.findData(given.weekday))
            self.days.setText(given.days)
            self.start.setText(given.start)
            self._fold()

    def typed(self) -> TypedRun:
        """Return what is chosen and typed."""
        return TypedRun(
            str(self.often.currentData()),
            str(self.weekday.currentData()),
            str(self.place.currentData()),
            self.days.text(),
            self.start.text(),
            self._kept.kept,
        )

    def _fold(self) -> None:
        often = self.often.currentData()
        self.place.setVisible(often == run_rules.NTH)
        self.weekday.setVisible(often in {run_rules.NTH, run_rules.WEEKLY})
        self.days.setVisible(often == run_rules.DAYS)
        self.start.setVisible(often == run_rules.FORTNIGHTLY)

    def mark(self, *, faulty: bool) -> None:
        """Draw what is typed as wrong, or as right again."""
        for part in (self.days, self.start):
            mark_faulty(part, faulty)


def _offer(choice: Choice, offers: Offers) -> None:
    choice.clear()
    for code, said in offers:
        choice.addItem(said, code)
