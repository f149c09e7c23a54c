"""An application before it is taken over: each field as understood, beside what is known."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from creditmate.domain.application import Fit, ReadField
from creditmate.domain.application_form import Item
from creditmate.domain.changes import Done
from creditmate.i18n.application_words import contact_roles, fit_words, item_title, value_words
from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_fields import doubt_words
from creditmate.i18n.formats import day_short, money
from creditmate.services.application_reading import ApplicationEntry
from creditmate.services.applications import ApplicationPreview
from creditmate.ui.applications.signed_part import SignedPart
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

Applied = Callable[[str, str, Done], object]
"""Given the words for the toast, the customer's code, and what was done."""
_TICKED, _FOUND, _KNOWN = range(3)
_LEFT_TO_RIGHT = ("_phone", "_email", "_number", "_postcode")
"""Endings of fields that read from left to right in every language."""
_OFFERED = frozenset({Fit.NEW, Fit.DIFFERENT})


class PreviewDialog(EditDialog):
    """What is ticked is taken over; the application itself is kept whatever is ticked.

    Attributes:
        whose: Of which customer it is: a new one, or one that is there.
        ticks: The boxes by field, of what can be taken over.
        signed: Asks whether it is signed.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it shows and whom it tells
        self,
        around: Surroundings,
        window: QWidget,
        entry: ApplicationEntry,
        preview: ApplicationPreview,
        code: str,
        applied: Applied,
        back: Callable[[], object] | None = None,
    ) -> None:
        _ = words(around.language).gettext
        self._entry, self._preview, self._applied = entry, preview, applied
        detail = _("Ticked fields are taken over. What it says is kept with its file in any case.")
        title = _("Application for credit")
        super().__init__(
            around, window, title, "", detail=detail, width=SIZES.settings_form,
            leave="" if back is None else _("Back to typing"),
        )  # fmt: skip
        if back is not None:
            self.rejected.connect(back)  # also by Escape: what was typed is never thrown away here
        self.whose = Field(around.theme, _("Whose application it is"), Choice(around.theme, ""))
        self.ticks: dict[Item, CheckRow] = {}
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._offer_customers(code)
        self.add("customer.name", self.whose)
        self.signed = SignedPart(around, has_file=bool(entry.content))
        self.signed.changed.connect(self.refit)
        self.put(self.whose, self.signed)
        self.body.addSpacing(SPACE.s)
        self.put(self._page)
        failed = around.desk.failed.emit
        self._previews: Latest[ApplicationPreview] = Latest(around.desk, self._show, failed, self)
        self.whose.input.currentIndexChanged.connect(self._on_whose)
        self._show(preview)
        self.open_at(self.whose)

    def _offer_customers(self, code: str) -> None:
        """Offer a new customer, the one whose page it was dropped on, and those it may be."""
        _, preview = words(self.around.language).gettext, self._preview
        choice = self.whose.input
        if code:
            choice.addItem(f"{preview.name} ({preview.code})", code)
        choice.addItem(_("A new customer"), "")
        for other in preview.candidates:
            choice.addItem(f"{other.name} ({other.code})", other.code)
        if preview.candidates and not code:
            other = preview.candidates[0]
            by = item_title(other.by, self.around.language)
            said = _("May be the same as {name}: {field}").format(name=other.name, field=by)
            self.whose.note(said)

    def _on_whose(self) -> None:
        code = str(self.whose.input.currentData())
        self._previews.ask(partial(self.around.program.applications.preview, self._entry, code))

    # ------------------------------------------------------------- the fields
    def _show(self, preview: ApplicationPreview) -> None:
        self._preview = preview
        _ = words(self.around.language).gettext
        verb = _("Make the customer") if preview.new else _("Put into {name}")
        self.verb.setText(verb.format(name=preview.name))
        self.ticks = {}
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self._column.addWidget(self._grid(preview.understood.fields))
        self.signed.show_agreement(preview.agreement)
        self.refit()

    def _grid(self, fields: Sequence[ReadField]) -> QWidget:
        grid = QWidget()
        rows = QGridLayout(grid)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(SPACE.l)
        rows.setVerticalSpacing(SPACE.s)
        rows.setColumnStretch(_FOUND, 3)
        rows.setColumnStretch(_KNOWN, 2)
        for each in fields:
            self._add(rows, each)
        return grid

    def _add(self, rows: QGridLayout, each: ReadField) -> None:
        theme, language = self.around.theme, self.around.language
        row, middle = rows.rowCount(), Qt.AlignmentFlag.AlignVCenter
        title = item_title(each.item, language)
        if each.understood and each.fit in _OFFERED:
            tick = CheckRow(theme, title)
            tick.setChecked(each.usual)
            self.ticks[each.item] = tick
            rows.addWidget(tick, row, _TICKED, middle)
        else:
            name = Text(theme, title, Type.BODY, Ink.MUTED)
            name.setMinimumHeight(SIZES.target)
            rows.addWidget(name, row, _TICKED, middle)
        rows.addWidget(Paragraph(theme, self._said(each)), row, _FOUND, middle)
        rows.addWidget(self._beside(each), row, _KNOWN, middle)
        for doubt in each.doubts:
            why = Paragraph(theme, doubt_words(doubt, language), Type.SMALL, Ink.WARNING)
            rows.addWidget(why, rows.rowCount(), _FOUND, 1, 2)

    def _said(self, each: ReadField) -> str:
        """What the form says, amounts and days as they were understood."""
        found, locale = self._preview.understood, self.around.locale
        if each.item is Item.LIMIT and found.limit is not None:
            return money(found.limit, locale, symbol=True)
        if each.item is Item.SIGNED_DAY and found.signed_day is not None:
            return day_short(found.signed_day, locale)
        said = value_words(each.item, each.understood or each.found, self.around.language)
        reads_so = each.item.endswith(_LEFT_TO_RIGHT)
        return (isolated(said) if reads_so else said) or "–"

    def _beside(self, each: ReadField) -> Paragraph:
        """What is known, where it differs; else how it compares."""
        language = self.around.language
        said = fit_words(each.fit, language) if each.found else ""
        ink = Ink.MUTED
        if each.fit is Fit.DIFFERENT:
            _ = words(language).gettext
            known = value_words(each.item, each.known, language)
            said, ink = _("differs from {known}").format(known=known), Ink.WARNING
        return Paragraph(self.around.theme, said, Type.SMALL, ink)

    # ------------------------------------------------------------- taking over
    def on_verb(self) -> None:
        """Take over what is ticked, all at once."""
        taken = frozenset(item for item, tick in self.ticks.items() if tick.isChecked())
        code = str(self.whose.input.currentData())
        roles = contact_roles(self.around.language)
        apply, signed = self.around.program.applications.apply, self.signed.signed
        work = partial(apply, self._entry, taken, roles, code, signed)
        self.submit(work, partial(self._on_applied, self._told_terms()))

    def _told_terms(self) -> str:
        """What the toast says about terms: '' where the form accepts none."""
        _ = words(self.around.language).gettext
        if not self.signed.accepts:
            return ""
        if self.signed.signed is None:
            return _("Its terms are not put down as accepted.")
        return _("Its terms are put down as accepted.")

    def _on_applied(self, of_terms: str, done: Done) -> None:
        _, preview = words(self.around.language).gettext, self._preview
        said = (
            _("{name} is a customer now.")
            if preview.new
            else _("The application is kept with {name}.")
        )
        name = preview.understood.values.get(Item.LEGAL_NAME, preview.name)
        told = said.format(name=name if preview.new else preview.name)
        self._applied(f"{told} {of_terms}".rstrip(), preview.code, done)
