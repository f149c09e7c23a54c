"""The reference rate of a half-year, as the bank's table has it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.domain.reference_rates import ReferenceRate, Series, half_year
from creditmate.i18n.catalogue import words
from creditmate.i18n.interest_law_words import series_words
from creditmate.i18n.quantities import decimal_words, parse_decimal
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.settings.interest_cells import half_words
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE

_SERIES, _HALF = "reference.series", "reference.from_day"
_RATE, _SOURCE, _CHECKED = "reference.percent", "reference.source", "reference.checked"
_YEARS = 8
"""Back from now, of which a half-year may be chosen."""


class ReferenceDialog(EditDialog):
    """``rate`` is the one that is put right; else the half-year shown first is ``half``."""

    def __init__(  # noqa: PLR0913 - what it is made of
        self,
        around: Surroundings,
        window: QWidget,
        series: Series,
        then: Callable[[Any], object],
        *,
        half: date | None = None,
        rate: ReferenceRate | None = None,
    ) -> None:
        _ = words(around.language).gettext
        super().__init__(
            around,
            window,
            _("A reference rate"),
            _("Enter it") if rate is None else _("Save"),
            detail=_("Enter the bank's rate; what the law adds to it is added by the program."),
            width=SIZES.credit_dialog,
        )
        self._then_told = then
        self.book = FieldBook(around.theme, self)
        grid = ColumnGrid(2, gap=SPACE.l, row_gap=0)
        grid.add(
            self.book.choice(_SERIES, _("Rate of"), self._offers()),
            self.book.choice(_HALF, _("Half-year"), self._halves(half, rate)),
            self.book.line(_RATE, _("Percent a year"), amount=True),
            self.book.line(_SOURCE, _("Where it was read"), _("The bank's own table")),
        )
        said = _("I have compared it with the bank's own table")
        self.put(grid, self.book.check(_CHECKED, said))
        for name, field in self.book.fields.items():
            self.add(name, field)
        shown = half_year(around.program.clock.today) if half is None else half
        values: dict[str, Any] = {_SERIES: series.value, _HALF: shown.isoformat()}
        if rate is not None:
            figures = decimal_words(rate.percent, around.locale, 2)
            values |= {_HALF: rate.from_day.isoformat(), _RATE: figures, _SOURCE: rate.source}
            values[_CHECKED] = rate.checked
        self.book.show(values)
        for name in (_SERIES, _HALF):
            self.book.input(name).setEnabled(rate is None)

    def begin(self) -> None:
        """Open at the rate."""
        self.open_at(self.book.input(_RATE))

    def _offers(self) -> list[tuple[str, str]]:
        return [(one.value, series_words(one, self.around.language)) for one in Series]

    def _halves(self, half: date | None, rate: ReferenceRate | None) -> list[tuple[str, str]]:
        now = half_year(self.around.program.clock.today)
        first = now.year - _YEARS
        days = {date(year, month, 1) for year in range(first, now.year + 1) for month in (1, 7)}
        days |= {day for day in (half, rate.from_day if rate else None) if day is not None}
        return [
            (day.isoformat(), half_words(day, self.around.locale))
            for day in sorted(days, reverse=True)
            if day <= now
        ]

    def on_verb(self) -> None:
        """Enter what is typed."""
        held = self.book.values()
        try:
            percent = parse_decimal(held[_RATE], self.around.locale, field=_RATE)
        except UserError as error:
            self.clear()
            self.refuse(error)
            return
        work = partial(
            self.around.program.reference_rates.enter,
            Series(held[_SERIES]),
            date.fromisoformat(held[_HALF]),
            percent,
            held[_SOURCE],
            checked=held[_CHECKED],
        )
        self.submit(work, self._then_told)
