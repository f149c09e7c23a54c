"""What is under query: which item, how much of it, why, what shows it, who answers by when."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from creditmate.domain.disputes import DisputeReason
from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.i18n.dispute_words import dispute_title
from creditmate.i18n.formats import day_in_note, money
from creditmate.i18n.labels import entry_label
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.extra_part import ExtraPart
from creditmate.ui.call.extra_state import ALL
from creditmate.ui.chosen_files import ChosenFiles
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.word_choice import WordChoice
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES


class QueryFields(ExtraPart):
    """The part that is not under query stays to be paid, and is promised beside."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        _ = words(language).gettext
        super().__init__(theme, _("Under query"))
        self._language, self._locale = language, locale
        self._all_words, self._any_words = _("All that is open"), _("Which invoice?")
        self._owner_words = _("account owner")
        self.item = WordChoice(theme, _("What is under query"))
        self.amount = LineInput(theme, _("How much of it is under query"), amount=True)
        self.amount.setPlaceholderText(_("all of it"))
        self.amount.be_wide(SIZES.day_field, SIZES.short_day)
        self.reason = Choice(theme, _("Why it is under query"))
        self.reason.setPlaceholderText(_("Why?"))
        self.evidence = LineInput(theme, _("What shows it"))
        self.evidence.setPlaceholderText(_("what shows it: photo, delivery note"))
        self.files = ChosenFiles(theme, language, _("Attach a file…"))
        self.owner = Choice(theme, _("Who of us answers"))
        self.by = LineInput(theme, _("Day we answer by"))
        self.by.be_wide(SIZES.short_day)
        self.by.setPlaceholderText("+5")
        for choice in (self.item, self.reason, self.owner):
            choice.be_as_wide_as_its_place()
        for reason in DisputeReason:
            self.reason.addItem(dispute_title(reason.value, language), reason.value)
        self.reason.setCurrentIndex(-1)
        self.add_row((self.item, self.amount, self.reason), 0)
        self.add_row((self.evidence, _("answers"), self.owner, _("by"), self.by), 0)
        self.add_row((self.files,), 0)
        self.files.told_anew.connect(self.edited)
        self.end(
            query_item=self.item,
            query_amount=self.amount,
            query_reason=self.reason,
            query_evidence=self.evidence,
            query_files=self.files.attach,
            query_owner=self.owner,
            query_by=self.by,
        )

    def show_sheet(self, sheet: CallSheet, today: date) -> None:
        """Offer what is open, and our people."""
        self.item.clear()
        debits = [row for row in sheet.brief.entries if row.due_day is not None]
        debits.sort(key=lambda row: (row.due_day or date.max, row.id))
        for row in debits:
            due = "" if row.due_day is None else day_in_note(row.due_day, self._locale, today)
            label = entry_label(row.kind, row.number, self._language)
            amount = money(row.open, self._locale, symbol=True)
            self.item.addItem(isolated(f"{label}, {amount}, {due}"), str(row.id))
        if len(debits) > 1:
            self.item.addItem(self._all_words, ALL)
            self.item.setPlaceholderText(self._any_words)
            self.item.setCurrentIndex(-1)
        self.owner.clear()
        beside = sheet.beside
        usual = [person.name for person in beside.staff if person.id == beside.owner]
        self.owner.addItem(usual[0] if usual else self._owner_words, "")
        for person in beside.staff:
            if person.id != beside.owner:
                self.owner.addItem(person.name, str(person.id))

    def show_typed(self, typed: TypedCall) -> None:
        """Show what was typed before."""
        if typed.query_item or self.item.count() != 1:
            self.item.setCurrentIndex(self.item.findData(typed.query_item))
        self.amount.setText(typed.query_amount)
        self.reason.setCurrentIndex(self.reason.findData(typed.query_reason))
        self.evidence.setText(typed.query_evidence)
        self.files.show_paths(map(Path, typed.query_files))
        self.owner.setCurrentIndex(max(self.owner.findData(typed.query_owner), 0))
        self.by.setText(typed.query_by)

    def typed(self, rest: TypedCall) -> TypedCall:
        """Return a form with what stands here; the only item there is goes without saying."""
        return replace(
            rest,
            query_item=(self.item.currentData() or "") if self.item.count() > 1 else "",
            query_amount=self.amount.text(),
            query_reason=self.reason.currentData() or "",
            query_evidence=self.evidence.text(),
            query_files=tuple(map(str, self.files.paths)),
            query_owner=self.owner.currentData() or "",
            query_by=self.by.text(),
        )
