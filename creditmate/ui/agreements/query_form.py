"""The form of a query: about what, how much, why, what shows it, and who of us answers by when."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.catalogue import words
from creditmate.i18n.dispute_words import dispute_title
from creditmate.services.customers import Brief
from creditmate.ui.chosen_files import ChosenFiles
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_fields import DayField, MoneyField
from creditmate.ui.plans.item_ticks import ItemTicks
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class QueryForm(QWidget):
    """An amount is asked for only where it is about one item; empty is all of it.

    Attributes:
        items: What it is about.
        about: The field around them.
        amount: How much of it.
        reason: Why.
        by_whom: Who asked.
        evidence: What shows it, in words.
        files: What shows it, to be kept.
        owner: Who answers.
        by: Until when.
        note: What else there is to say.
    """

    told_anew = Signal()
    """Something else is ticked."""

    def __init__(
        self,
        around: Surroundings,
        brief: Brief,
        people: Sequence[StaffRow],
        entries: Collection[int] = (),
    ) -> None:
        """Make it, with these entries ticked."""
        super().__init__()
        self._ = _ = words(around.language).gettext
        theme = around.theme
        self.items = ItemTicks(around, brief)
        self.items.tick(entries)
        self.about = Field(theme, _("What is under query"), self.items, echoes=False)
        currency = self.items.currency or brief.customer.currency
        self.amount = MoneyField(around, _("How much of it; empty is all"), currency)
        self.reason = Field(theme, _("Why"), Choice(theme, ""), echoes=False)
        for reason in DisputeReason:
            self.reason.input.addItem(dispute_title(reason.value, around.language), reason.value)
        self.reason.input.setPlaceholderText(_("Why?"))
        self.reason.input.setCurrentIndex(-1)
        self.reason.input.be_as_wide_as_its_place()
        self.by_whom = Field(theme, _("Who asked"), LineInput(theme, ""), echoes=False)
        self.evidence = Field(theme, _("What shows it"), LineInput(theme, ""), echoes=False)
        self.files = ChosenFiles(theme, around.language, _("Attach a file…"))
        self.owner = Field(theme, _("Who answers"), Choice(theme, ""), echoes=False)
        self.owner.input.addItem(_("account owner"), None)
        for person in people:
            self.owner.input.addItem(person.name, person.id)
        self.by = DayField(around, _("Answer by; empty is in five working days"))
        self.note = Field(theme, _("Note"), LineInput(theme, ""), echoes=False)
        self._lay_out()
        self.items.changed.connect(self._follow)
        self.files.told_anew.connect(self.told_anew)
        self._follow()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.about)
        for pair in ((self.amount, self.reason), (self.owner, self.by),
                     (self.by_whom, self.evidence)):  # fmt: skip
            row = ColumnGrid(2, gap=SPACE.l)
            row.add(*pair)
            column.addWidget(row)
        column.addWidget(self.note)
        column.addWidget(self.files)

    def named(self) -> dict[str, Field[ItemTicks] | Field[LineInput] | MoneyField | DayField]:
        """The fields by the names under which they are refused."""
        return {
            "dispute.items": self.about,
            "dispute.amount": self.amount,
            "dispute.by_whom": self.by_whom,
            "dispute.answer_by": self.by,
            "dispute.note": self.note,
        }

    @property
    def is_begun(self) -> bool:
        """Whether anything is ticked, chosen or attached, or words stand in it."""
        typed = (self.amount, self.evidence, self.by, self.note)
        return (
            bool(self.items.chosen or self.files.paths)
            or self.reason.input.currentData() is not None
            or any(field.input.text().strip() for field in typed)
        )

    def read(self) -> tuple[NewDispute | None, bool]:
        """Return the query without its files, and whether it could be understood."""
        if not self.items.chosen:
            return self._refused(self.about, self._("Tick at least one invoice."))
        amount, is_read = self.amount.read_or_refuse()
        day, is_day = self.by.read_or_refuse() if is_read else (None, False)
        if not is_day:
            return None, False
        reason = self.reason.input.currentData()
        if reason is None:
            return self._refused(self.reason, self._("Choose why."))
        new = NewDispute(
            items=tuple(Questioned(entry, amount) for entry in self.items.chosen),
            reason=DisputeReason(reason),
            by_whom=self.by_whom.input.text().strip(),
            evidence=self.evidence.input.text().strip(),
            owner=self.owner.input.currentData(),
            answer_by=day,
            note=self.note.input.text().strip(),
        )
        return new, True

    @staticmethod
    def _refused(field: Field[ItemTicks] | Field[Choice], said: str) -> tuple[None, bool]:
        field.refuse(said)
        field.setFocus()
        return None, False

    def _follow(self) -> None:
        """Of several items each is under query as a whole."""
        one = len(self.items.chosen) == 1
        self.amount.input.setEnabled(one)
        if not one:
            self.amount.show_amount(None)
        self.told_anew.emit()
