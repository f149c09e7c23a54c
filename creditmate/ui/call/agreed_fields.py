"""The promises of both sides or what they say to have paid, and what becomes of earlier ones."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.receipts import Method
from creditmate.i18n.catalogue import words
from creditmate.i18n.payment_words import method_words
from creditmate.services.call_drafts import TypedCall
from creditmate.ui.call.promise_fields import PromiseFields
from creditmate.ui.call.said_fields import SaidFields
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE

_SIDES = 2


class AgreedFields(QWidget):
    """Folded away when nobody was reached; its room stays, so that nothing jumps."""

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        _ = words(language).gettext
        amount = LineInput(theme, _("Amount they promise"), amount=True)
        amount.show_whole()
        by = LineInput(theme, _("Day they promise it by"))
        self.method = Choice(theme, _("How they will pay"))
        self.method.be_as_wide_as_its_place()
        self.method.setMinimumWidth(SIZES.short_day)  # both promises stand side by side at 1280
        self.method.addItem(_("how?"), "")
        for method in Method:
            self.method.addItem(method_words(method, language), method.value)
        self.theirs = PromiseFields(theme, _("They promise"), amount, _("by"), by)
        self.theirs.stand_beside(self.method)
        deed = LineInput(theme, _("What we promise"))
        deed_by = LineInput(theme, _("Day we promise it by"))
        self.ours = PromiseFields(theme, _("We promise"), deed, _("by"), deed_by)
        self.said = SaidFields(theme, language)
        self.said.hide()
        self.replaces = CheckRow(theme, "", _("Takes the place of earlier promises"))
        self.deeds_done = CheckRow(theme, "", _("What we promised before is done"))
        pair = ColumnGrid(_SIDES, gap=SPACE.xl)
        pair.add(self.theirs, self.said, self.ours)
        ties = ColumnGrid(_SIDES, gap=SPACE.xl, row_gap=0)
        ties.add(self.replaces, self.deeds_done)
        self._fold = QWidget()
        policy = self._fold.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._fold.setSizePolicy(policy)
        _stack(self._fold, pair, ties)
        _stack(self, self._fold)
        for side in (self.said, self.theirs, self.ours):
            side.edited.connect(self.edited)
            side.left.connect(self.left)
        for tie in (self.replaces, self.deeds_done):
            tie.toggled.connect(self.edited)
        self.method.currentIndexChanged.connect(self.edited)

    def show_deeds(self, deeds: str) -> None:
        """Offer to say that what we promised before is done; empty where nothing was."""
        _name(self.deeds_done, deeds)

    def show_before(self, told: str) -> None:
        """Offer to say that what they said before holds no longer; empty where nothing was."""
        _name(self.replaces, told)

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        self.theirs.what.setText(typed.amount)
        self.theirs.by.setText(typed.by)
        self.method.setCurrentIndex(max(self.method.findData(typed.method), 0))
        self.ours.what.setText(typed.deed)
        self.ours.by.setText(typed.deed_by)
        self.said.show_typed(typed)
        self.replaces.setChecked(typed.replaces)
        self.deeds_done.setChecked(typed.deeds_done)

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here."""
        return replace(
            rest,
            amount=self.theirs.what.text(),
            by=self.theirs.by.text(),
            method=self.method.currentData(),
            deed=self.ours.what.text(),
            deed_by=self.ours.by.text(),
            paid_amount=self.said.amount.text(),
            paid_on=self.said.day.text(),
            paid_method=self._paid_method,
            paid_reference=self.said.reference.text(),
            replaces=self.replaces.isChecked(),
            deeds_done=self.deeds_done.isChecked(),
        )

    @property
    def _paid_method(self) -> str:
        """Nothing where it is the usual one: an untouched form stays one."""
        method = Method(self.said.method.currentData())
        return "" if method is Method.TRANSFER else method.value

    def show_for(self, *, speaks: bool, says_paid: bool) -> None:
        """Fold away, or unfold; who says that it is paid has fields of their own for that."""
        self._fold.setVisible(speaks)
        self.said.setVisible(says_paid)
        self.theirs.setVisible(not says_paid)

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong on each side; the first where both its inputs are."""
        self.said.refuse(problems)
        theirs, ours = self.theirs, self.ours
        sides = (
            (theirs, {"promise": theirs.what, "nothing-open": theirs.what, "by": theirs.by}),
            (ours, {"deed": ours.what, "we-by": ours.by}),
        )
        for side, inputs in sides:
            wrong = [name for name in inputs if name in problems]
            if wrong:
                side.refuse(problems[wrong[0]], [inputs[name] for name in wrong])


def _name(tie: CheckRow, text: str) -> None:
    if text != tie.text() or not text:
        tie.setText(text)
        tie.setAccessibleName(text)
        tie.setVisible(bool(text))
        tie.updateGeometry()


def _stack(whole: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.xs)
    for part in parts:
        column.addWidget(part)
