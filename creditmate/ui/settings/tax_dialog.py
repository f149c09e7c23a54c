"""A rate of a tax: a new code, what a known one comes to from a day on, or one put right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.taxes import CHARGED, TaxKind, TaxRate
from creditmate.i18n.catalogue import words
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.quantities import decimal_words, parse_decimal
from creditmate.i18n.tax_words import tax_kind_words
from creditmate.services.taxes import TaxEntry, TaxRow
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.settings.day_field import DayField
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_CODE, _NAME, _KIND, _RATE = "tax.code", "tax.name", "tax.kind", "tax.rate"
_DAY, _SOURCE = "tax.from_day", "tax.source"
_WITH_RATE = CHARGED | {TaxKind.REVERSE_CHARGE}


class TaxDialog(EditDialog):
    """``put_right`` is the row that was typed wrong; ``of`` the code that gets another rate."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        then: Callable[[Any], object],
        *,
        put_right: TaxRow | None = None,
        of: TaxRate | None = None,
    ) -> None:
        _, language = words(around.language).gettext, around.language
        title, verb = _("A tax code"), _("Add")
        detail = _("Issued papers keep what they were issued at.")
        if put_right is not None:
            title, verb = put_right.rate.code, _("Save")
            detail = _("For a rate that was typed wrong. Where it has changed, add one from a day.")
        elif of is not None:
            title = _("Another rate for {code}").format(code=of.code)
        super().__init__(around, window, title, verb, detail=detail)
        self._put_right, self._on_saved = put_right, then
        self.book = FieldBook(around.theme, self)
        kinds = [(kind.value, tax_kind_words(kind, language)) for kind in TaxKind]
        self.day = DayField(around, _DAY, _("Counts from"), Towards.PAST)
        grid = ColumnGrid(2, gap=SPACE.l, row_gap=0)
        grid.add(
            self.book.line(_CODE, _("Code"), "S"),
            self.book.line(_NAME, _("Name on papers"), "VAT"),
            self.book.choice(_KIND, _("Kind"), kinds),
            self.book.line(_RATE, _("Rate in percent"), amount=True),
            self.day,
        )
        self.put(grid, self.book.line(_SOURCE, _("Where it was read"), _("Law, notice, website")))
        for name, field in self.book.fields.items():
            self.add(name, field)
        self.add(_DAY, self.day)
        self.book.edited.connect(self._on_edited)
        self._show(None if put_right is None else put_right.rate, of)

    def begin(self) -> None:
        """Open at what is not known yet."""
        code: Any = self.book.input(_CODE)
        self.open_at(self.book.input(_RATE) if code.text() and self._can_rate else code)

    @property
    def _can_rate(self) -> bool:
        return TaxKind(self.book.values()[_KIND]) in _WITH_RATE

    def _show(self, rate: TaxRate | None, of: TaxRate | None) -> None:
        known = rate or of
        if known is not None:
            self.book.show({_CODE: known.code, _NAME: known.name, _KIND: known.kind.value})
        if of is not None:
            for name in (_CODE, _KIND):
                self.book.input(name).setEnabled(False)
        if rate is not None:
            figures = decimal_words(rate.rate, self.around.locale)
            self.book.show({_RATE: figures, _SOURCE: rate.source})
            self.day.show_day(rate.from_day)
            source: Any = self.book.input(_SOURCE)
            source.setCursorPosition(0)
        self._on_edited(_KIND)

    def _on_edited(self, name: str) -> None:
        """A kind without a rate is not asked for one."""
        if name == _KIND:
            self.book.fields[_RATE].setVisible(self._can_rate)
            self.refit()

    def on_verb(self) -> None:
        """Save what is typed."""
        try:
            entry = self._entry()
        except UserError as error:
            self.clear()
            self.refuse(error)
            return
        taxes, row = self.around.program.taxes, self._put_right

        def work() -> Any:  # noqa: ANN401 - what the service answers
            return taxes.add(entry) if row is None else taxes.change(row, entry)

        self.submit(work, self._on_saved)

    def _entry(self) -> TaxEntry:
        held = self.book.values()
        rate = held[_RATE].replace("%", "").strip() if self._can_rate else "0"
        return TaxEntry(
            held[_CODE],
            held[_NAME],
            TaxKind(held[_KIND]),
            self.day.day(),
            parse_decimal(rate, self.around.locale, field=_RATE),
            held[_SOURCE],
        )
