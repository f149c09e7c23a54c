"""Raising a query outside a call: about what, how much, why, and who of us answers it by when."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.changes import Done
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.labels import dispute_reason
from creditmate.services.attachments import read_files
from creditmate.services.customers import Brief
from creditmate.ui.chosen_files import ChosenFiles
from creditmate.ui.decisions.told import Told
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_fields import DayField, MoneyField
from creditmate.ui.plans.item_ticks import ItemTicks
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE


class RaiseDialog(EditDialog):
    """An amount is asked for only where it is about one item; empty is all of it."""

    def __init__(  # noqa: PLR0913, PLR0917 - what such a dialog has to be told
        self,
        around: Surroundings,
        window: QWidget,
        brief: Brief,
        people: Sequence[StaffRow],
        told: Told,
        entries: Collection[int] = (),
    ) -> None:
        _ = words(around.language).gettext
        self._brief, self._told = brief, told
        title = _("A query of {name}").format(name=brief.customer.name)
        detail = _("What is under query is not asked for until it is answered; the rest is.")
        wide = SIZES.bug_dialog
        super().__init__(around, window, title, _("Raise it"), detail=detail, width=wide)
        theme = around.theme
        self.items = ItemTicks(around, brief)
        self.items.tick(entries)
        self.about = Field(theme, _("What is under query"), self.items, echoes=False)
        currency = self.items.currency or brief.customer.currency
        self.amount = MoneyField(around, _("How much of it; empty is all"), currency)
        self.reason = Field(theme, _("Why"), Choice(theme, ""), echoes=False)
        for reason in DisputeReason:
            said = capital(dispute_reason(reason.value, around.language))
            self.reason.input.addItem(said, reason.value)
        self.reason.input.setPlaceholderText(_("Why?"))
        self.reason.input.setCurrentIndex(-1)
        self.by_whom = Field(theme, _("Who asked"), LineInput(theme, ""), echoes=False)
        if brief.person is not None:
            self.by_whom.input.setText(brief.person.name)
        self.evidence = Field(theme, _("What shows it"), LineInput(theme, ""), echoes=False)
        self.files = ChosenFiles(theme, around.language, _("Attach a file…"))
        self.owner = Field(theme, _("Who answers"), Choice(theme, ""), echoes=False)
        self.owner.input.addItem(_("account owner"), None)
        for person in people:
            self.owner.input.addItem(person.name, person.id)
        self.by = DayField(around, _("Answer by; empty is in five working days"))
        self.note = Field(theme, _("Note"), LineInput(theme, ""), echoes=False)
        self._lay_out_fields()
        self.items.changed.connect(self._follow)
        self._follow()
        self.open_at(self.reason if entries else self.about)

    def _lay_out_fields(self) -> None:
        for name, field in (
            ("dispute.items", self.about),
            ("dispute.amount", self.amount),
            ("dispute.by_whom", self.by_whom),
            ("dispute.answer_by", self.by),
            ("dispute.note", self.note),
        ):
            self.add(name, field)
        rows = []
        for pair in ((self.amount, self.reason), (self.owner, self.by),
                     (self.by_whom, self.evidence)):  # fmt: skip
            row = ColumnGrid(2, gap=SPACE.l)
            row.add(*pair)
            rows.append(row)
        files = QVBoxLayout()
        files.addWidget(self.files)
        self.put(self.about, *rows, self.note, files)

    def _follow(self) -> None:
        """Of several items each is under query as a whole."""
        one = len(self.items.chosen) == 1
        self.amount.input.setEnabled(one)
        if not one:
            self.amount.show_amount(None)

    def on_verb(self) -> None:
        """Put it down."""
        self.clear()
        _ = words(self.around.language).gettext
        if not self.items.chosen:
            self.about.refuse(_("Tick at least one invoice."))
            self.about.setFocus()
            return
        amount, is_read = self.amount.read_or_refuse()
        day, is_day = self.by.read_or_refuse() if is_read else (None, False)
        if not is_day:
            return
        reason = self.reason.input.currentData()
        if reason is None:
            self.reason.refuse(_("Choose why."))
            self.reason.setFocus()
            return
        new = NewDispute(
            items=tuple(Questioned(entry, amount) for entry in self.items.chosen),
            reason=DisputeReason(reason),
            by_whom=self.by_whom.input.text(),
            evidence=self.evidence.input.text(),
            owner=self.owner.input.currentData(),
            answer_by=day,
            note=self.note.input.text(),
        )
        self.submit(partial(self._raise, new, tuple(self.files.paths)), self._on_raised)

    def _raise(self, new: NewDispute, paths: Sequence[Path]) -> Done:
        whole = replace(new, files=read_files(paths))
        return self.around.program.disputes.raise_one(self._brief.customer.code, whole)

    def _on_raised(self, done: Done) -> None:
        said = words(self.around.language).gettext("Under query: {name}")
        self._told(said.format(name=self._brief.customer.name), done)
