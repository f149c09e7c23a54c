"""Answering a query: how it came out, how much of it was right, and why."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.disputes import CREDITED, DisputeEventKind
from creditmate.i18n.agreement_words import dispute_outcome
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.dispute_words import dispute_title
from creditmate.i18n.formats import money, number
from creditmate.services.disputes import Ended
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.typed_dialog import TypedDialog
from creditmate.ui.kit.typed_fields import MoneyField
from creditmate.ui.surroundings import Surroundings

_OUTCOMES = [kind for kind in DisputeEventKind if kind is not DisputeEventKind.AMENDED]


class AnswerDialog(TypedDialog):
    """The amount is asked for only where they were right in part; below stands what follows."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        row: DisputeRow,
        then: Callable[[str, Ended], object],
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(
            around, window, _("Answer a query"), _("Answer it"), detail=_detail(around, row)
        )
        self._row, self._then_tell = row, then
        outcome = _("How it came out")
        self.outcome = Field(around.theme, outcome, Choice(around.theme, outcome))
        for kind in _OUTCOMES:
            said = capital(dispute_outcome(kind, around.language))
            self.outcome.input.addItem(said, kind.value)
        self.outcome.input.setPlaceholderText(_("Choose how it came out"))
        self.outcome.input.setCurrentIndex(-1)
        self.amount = MoneyField(around, _("How much of it was right"), row.questioned.currency)
        note = _("What was found, and said")
        self.note = Field(around.theme, note, LineInput(around.theme, note), echoes=False)
        self.put(self.outcome, self.amount, self.note)
        self.add("dispute.outcome", self.outcome)
        self.add("dispute.amount", self.amount)
        self.add("dispute.note", self.note)
        self.outcome.input.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()

    @property
    def _kind(self) -> DisputeEventKind | None:
        chosen = self.outcome.input.currentData()
        return None if chosen is None else DisputeEventKind(chosen)

    def _follow(self) -> None:
        """Ask for an amount where it has to be told, and say what follows from the outcome."""
        kind = self._kind
        self.amount.setVisible(kind is DisputeEventKind.PART)
        if kind is not None:
            self.outcome.note(_follows(kind, self.around.language))
        self.refit()

    def on_verb(self) -> None:
        """Put the answer down."""
        kind, _ = self._kind, words(self.around.language).gettext
        if kind is None:
            self.outcome.refuse(_("Choose how it came out."))
            self.outcome.setFocus()
            return
        amount, is_read = self.amount.read_or_refuse()
        if not is_read:
            return
        said = _("Answered: {name}, {outcome}").format(
            name=self._row.name, outcome=dispute_outcome(kind, self.around.language)
        )
        upheld = amount if kind is DisputeEventKind.PART else None
        end = self.around.program.disputes.end
        work = partial(end, self._row.id, kind, upheld, self.note.input.text())
        self.submit(work, partial(self._then_tell, said))


def _detail(around: Surroundings, row: DisputeRow) -> str:
    catalogue = words(around.language)
    text = catalogue.gettext("{name}: {amount} of {numbers}. {about}.")
    said = text.format(
        name=row.name,
        amount=money(row.questioned, around.locale, symbol=True),
        numbers=", ".join(item.number for item in row.items if item.number) or "–",
        about=dispute_title(row.reason, around.language),
    )
    parts = [said]
    if row.evidence:
        parts.append(catalogue.gettext("Shown by {what}.").format(what=row.evidence))
    if row.files:
        kept = catalogue.ngettext(
            "{count} file is kept with it, among their documents.",
            "{count} files are kept with it, among their documents.",
            row.files,
        )
        parts.append(kept.format(count=number(row.files, around.locale)))
    return " ".join(parts)


def _follows(kind: DisputeEventKind, language: str) -> str:
    _ = words(language).gettext
    if kind in CREDITED:
        return _("A credit note is to follow. You write it.")
    if kind is DisputeEventKind.SETTLED:
        return _("Nothing is under query any more.")
    return _("It is asked for again.")
