"""Below the legal line: what the law wants there, proposed from the legal form."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.business_form import BusinessForm, LegalFacts
from creditmate.i18n.catalogue import words
from creditmate.i18n.legal_line import legal_line
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type

_REGISTERED = (BusinessForm.COMPANY, BusinessForm.LLP)


class LegalLineHelp(QWidget):
    """Folded away until it is asked for; what is filled in here only makes the proposal."""

    taken = Signal(str)
    """The proposal is to be the legal line."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        _, theme = words(around.language).gettext, around.theme
        self._language, self._incomplete = around.language, _("Fill in what is missing above.")
        self._name = ""
        self._address: tuple[str, ...] = ()
        self.open = Button(theme, _("Propose one by legal form"), Kind.LINK)
        self.form = Field(theme, _("Legal form"), Choice(theme, ""))
        for form, title in (
            (BusinessForm.SOLE_TRADER, _("Sole trader")),
            (BusinessForm.PARTNERSHIP, _("Partnership")),
            (BusinessForm.COMPANY, _("Company")),
            (BusinessForm.LLP, _("Limited liability partnership")),
        ):
            self.form.input.addItem(title, form.value)
        self.owner = Field(theme, _("Owner, partners or registered name"), LineInput(theme, ""))
        self.number = Field(theme, _("Number in the register"), LineInput(theme, ""))
        self.seat = Field(theme, _("Registered in"), LineInput(theme, ""))
        self.proposal = Paragraph(theme, "", Type.SMALL, Ink.MUTED)
        self.take = Button(theme, _("Take this line"), small=True)
        self._lay_out()
        self.open.clicked.connect(self._unfold)
        self.take.clicked.connect(self._on_take)
        self.form.input.currentIndexChanged.connect(self._propose)
        for field in (self.owner, self.number, self.seat):
            field.input.textChanged.connect(self._propose)
        self._propose()

    def _lay_out(self) -> None:
        self._folded = QWidget()
        inside = QVBoxLayout(self._folded)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE.s)
        grid = ColumnGrid(2, gap=SPACE.l)
        grid.add(self.form, self.owner, self.number, self.seat)
        inside.addWidget(grid)
        inside.addWidget(self.proposal)
        foot = QHBoxLayout()
        foot.addWidget(self.take)
        foot.addStretch()
        inside.addLayout(foot)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(row)
        column.addWidget(self._folded)
        self._folded.hide()

    def know(self, name: str, address: Sequence[str]) -> None:
        """Tell it what the letterhead says."""
        self._name, self._address = name, tuple(address)
        self._propose()

    def _unfold(self) -> None:
        self._folded.show()
        self.open.hide()
        self.form.setFocus()

    def _propose(self) -> None:
        form = BusinessForm(str(self.form.input.currentData()))
        for field in (self.number, self.seat):
            field.setVisible(form in _REGISTERED)
        facts = LegalFacts(
            form, self.owner.input.text(), self.number.input.text(), self.seat.input.text()
        )
        line = legal_line(facts, self._name, self._address, self._language)
        self.proposal.set_text(line or self._incomplete)
        self.take.setEnabled(bool(line))

    def _on_take(self) -> None:
        self.taken.emit(self.proposal.text())
        self._folded.hide()
        self.open.show()
        self.open.setFocus()
