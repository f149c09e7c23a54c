"""Payment terms to choose and type, whatever their form, with what they come to below."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.terms_examples import TermsExamples
from creditmate.ui.customer_edit.terms_examples_view import TermsExamplesView
from creditmate.ui.customer_edit.terms_input import CutOffInput, DiscountInput, TermsInput
from creditmate.ui.customer_edit.typed_terms import (
    NO_TERMS,
    NONE,
    TypedTerms,
    as_text,
    from_text,
    shift_offers,
    takes_cut_off,
    takes_parts,
)
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class TermsEditor(QWidget):
    """Form, cut-off, discount, and what happens to a due day that is not worked.

    Args:
        around: What screens share.
        may_be_none: Whether nothing may be agreed.

    Attributes:
        rule: The form and its number.
        cut_off: Seen only where the form has one.
        discount: Seen only where there is one due day.
        shift: Seen where anything is agreed.
    """

    edited = Signal()

    def __init__(self, around: Surroundings, *, may_be_none: bool = True) -> None:
        super().__init__()
        _, theme = words(around.language).gettext, around.theme
        self.rule = TermsInput(around, may_be_none=may_be_none)
        self.cut_off = CutOffInput(around)
        self.discount = DiscountInput(around)
        self.shift = Choice(theme, "")
        self.shift.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for code, said in shift_offers(around.language):
            self.shift.addItem(said, code)
        self._examples = TermsExamplesView(around)
        form = Field(theme, _("An invoice is due"), self.rule, echoes=False)
        self._cut = Field(theme, _("If dated up to day"), self.cut_off, echoes=False)
        self._off = Field(theme, _("Discount for paying early"), self.discount, echoes=False)
        self._moved = Field(theme, _("If that is no working day"), self.shift, echoes=False)
        grid = ColumnGrid(2, gap=SPACE.l, row_gap=SPACE.s)
        grid.add(form, self._cut, self._off, self._moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(grid)
        column.addWidget(self._examples)
        self.setFocusProxy(self.rule)
        for part in (self.rule, self.cut_off, self.discount):
            part.edited.connect(self._on_edited)
        self.shift.currentIndexChanged.connect(self._on_edited)
        self._fold()

    # ------------------------------------------------------------- what it holds
    def show_terms(self, given: TypedTerms) -> None:
        """Show terms; nobody is told."""
        with QSignalBlocker(self):
            self.rule.show_terms(given)
            self.cut_off.show_cut_off(given)
            self.discount.percent.setText(given.percent)
            self.discount.within.setText(given.within)
            self.shift.setCurrentIndex(max(self.shift.findData(given.shift), 0))
            self._fold()

    def typed(self) -> TypedTerms:
        """Return what is chosen and typed; what is not seen is not said."""
        form = self.rule.chosen
        if form == NONE:
            return NO_TERMS
        given = TypedTerms(form, self.rule.number.text(), shift=str(self.shift.currentData()))
        if not takes_parts(form):
            percent, within = self.discount.percent.text(), self.discount.within.text()
            given = TypedTerms(form, given.number, percent, within, shift=given.shift)
        if not takes_cut_off(form):
            return given
        cut_off, counted = self.cut_off.day.text(), str(self.cut_off.counted.currentData())
        return TypedTerms(
            form, given.number, given.percent, given.within, cut_off, counted, given.shift
        )

    def text(self) -> str:
        """Return everything as one text."""
        return as_text(self.typed())

    def show_text(self, text: str) -> None:
        """Show what ``text`` gave."""
        self.show_terms(from_text(text))
        self.edited.emit()

    def show_examples(self, examples: TermsExamples | None) -> None:
        """Say what the terms come to; None while they cannot be read."""
        self._examples.show_examples(examples)

    # ------------------------------------------------------------- what is seen of it
    def _on_edited(self) -> None:
        self._fold()
        self.edited.emit()

    def _fold(self) -> None:
        form = self.rule.chosen
        self._cut.setVisible(takes_cut_off(form))
        self._off.setVisible(form != NONE and not takes_parts(form))
        self._moved.setVisible(form != NONE)
