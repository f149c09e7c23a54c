"""The rate of a currency from a day on."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.currencies import CODES
from creditmate.domain.errors import UserError
from creditmate.domain.exchange import ExchangeRateRow
from creditmate.i18n.catalogue import words
from creditmate.i18n.currencies import currencies
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.quantities import decimal_words, parse_decimal
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.settings.day_field import DayField
from creditmate.ui.settings.rate_cells import turned
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_CURRENCY, _RATE, _DAY, _SOURCE = "rate.currency", "rate.rate", "rate.day", "rate.source"


class RateDialog(EditDialog):
    """``row`` is the rate that is put right, or the one whose currency gets another."""

    def __init__(  # noqa: PLR0913 - what it is made of
        self,
        around: Surroundings,
        window: QWidget,
        home: str,
        then: Callable[[Any], object],
        row: ExchangeRateRow | None = None,
        *,
        is_new: bool = True,
    ) -> None:
        _ = words(around.language).gettext
        detail = _("It counts from its day until the next one.")
        title = _("An exchange rate")
        super().__init__(
            around, window, title, _("Enter it") if is_new else _("Save"), detail=detail
        )
        self._home, self._on_entered = home, then
        self.book = FieldBook(around.theme, self)
        self.day = DayField(around, _DAY, _("Counts from"), Towards.PAST)
        offers = [offer for offer in currencies(around.language) if offer[0] != home]
        grid = ColumnGrid(2, gap=SPACE.l, row_gap=0)
        grid.add(
            self.book.choice(_CURRENCY, _("Currency"), offers),
            self.book.line(_RATE, _("One unit in {home}").format(home=home), amount=True),
            self.day,
            self.book.line(_SOURCE, _("Where it was read"), _("Central bank, bank statement")),
        )
        self.put(grid)
        for name, field in self.book.fields.items():
            self.add(name, field)
        self.add(_DAY, self.day)
        self._show(row, is_new=is_new)
        self.book.edited.connect(self._echo)

    def begin(self) -> None:
        """Open at the rate, once the currency is known."""
        self.open_at(self.book.input(_RATE))

    def _show(self, row: ExchangeRateRow | None, *, is_new: bool) -> None:
        usual = next(code for code in ("EUR", "USD") if code != self._home)
        code = usual if row is None else row.rate.currency
        self.book.show({_CURRENCY: code if code in CODES else usual})
        self.day.show_day(self.around.program.clock.today)
        if row is not None:
            self.book.show({_SOURCE: row.source})
        if row is not None and not is_new:
            figures = decimal_words(row.rate.rate, self.around.locale)
            self.book.show({_RATE: figures})
            self.day.show_day(row.rate.day)
            for part in (self.book.input(_CURRENCY), self.day.input):
                part.setEnabled(False)

    def _echo(self, _name: str = "") -> None:
        """Say what it is the other way round: a rate that was typed upside down shows."""
        field, locale = self.book.fields[_RATE], self.around.locale
        try:
            rate = parse_decimal(self.book.values()[_RATE], locale, field=_RATE)
        except UserError:
            field.clear()
            return
        if rate > 0:
            code = self.book.values()[_CURRENCY]
            field.echo(f"1 {self._home} = {turned(rate, locale)} {code}")
        else:
            field.clear()

    def on_verb(self) -> None:
        """Enter what is typed."""
        held, locale = self.book.values(), self.around.locale
        try:
            rate = parse_decimal(held[_RATE], locale, field=_RATE)
            day = self.day.day()
        except UserError as error:
            self.clear()
            self.refuse(error)
            return
        enter = self.around.program.exchange_rates.enter
        self.submit(partial(enter, held[_CURRENCY], day, rate, held[_SOURCE]), self._on_entered)
