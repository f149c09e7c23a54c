"""The table of exchange rates: what is used today, and what its cells say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from creditmate.domain.exchange import ExchangeRateRow
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.quantities import decimal_words
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.tokens import Ink, Type

_CURRENCY, _DAY, _RATE, _TURNED, _SOURCE = 160, 112, 112, 128, 200
_DECIMALS = 2
_SHOWN = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class ListedRate:
    """A rate, and whether it is used today."""

    row: ExchangeRateRow
    used: bool


def listed(rows: Sequence[ExchangeRateRow], today: date) -> list[ListedRate]:
    """Return the rates in their order, the ones that are used today marked."""
    latest: dict[str, date] = {}
    for row in rows:
        if row.rate.day <= today:
            known = latest.get(row.rate.currency, row.rate.day)
            latest[row.rate.currency] = max(known, row.rate.day)
    return [ListedRate(row, latest.get(row.rate.currency) == row.rate.day) for row in rows]


def turned(rate: Decimal, locale: str) -> str:
    """Return what one unit of the home currency is in the other one, to four decimals."""
    return decimal_words((1 / rate).quantize(_SHOWN, ROUND_HALF_UP), locale, _DECIMALS)


class RateCells:
    """Columns in a language; ``home`` is the home currency, known once rates were read."""

    def __init__(self, language: str, locale: str, home: str) -> None:
        self._locale, self._home = locale, home
        self._ = words(language).gettext

    def columns(self) -> list[Column[Numbered[ListedRate]]]:
        """Currency, from when, both ways, where it was read."""
        _, home = self._, self._home
        return [
            Column("currency", _("Currency"), self._currency, _CURRENCY, sortable=False),
            Column("day", _("From"), self._day, _DAY, sortable=False),
            Column("rate", _("One unit, {home}").format(home=home), self._rate, _RATE, right=True,
                   sortable=False),
            Column("turned", _("1 {home} is").format(home=home), self._turned, _TURNED, right=True,
                   sortable=False, optional=True),
            Column("source", _("Where it was read"), lambda r: self._text(r, r.item.row.source),
                   _SOURCE, sortable=False, yields=True),
        ]  # fmt: skip

    def _currency(self, row: Numbered[ListedRate]) -> Cell:
        code = row.item.row.rate.currency
        tag = CellTag(self._("Used today"), Tone.POSITIVE) if row.item.used else None
        spoken = f"{code}, {tag.text}" if tag else ""
        return Cell(code, _ink(row), Type.BODY_MEDIUM, tag=tag, spoken=spoken)

    def _day(self, row: Numbered[ListedRate]) -> Cell:
        return self._text(row, apart(day_short(row.item.row.rate.day, self._locale)))

    def _rate(self, row: Numbered[ListedRate]) -> Cell:
        return self._text(row, decimal_words(row.item.row.rate.rate, self._locale, _DECIMALS))

    def _turned(self, row: Numbered[ListedRate]) -> Cell:
        rate = row.item.row.rate
        return self._text(row, f"{turned(rate.rate, self._locale)} {rate.currency}")

    @staticmethod
    def _text(row: Numbered[ListedRate], text: str) -> Cell:
        return Cell(text, _ink(row))


def _ink(row: Numbered[ListedRate]) -> Ink:
    """Rates that are not used today step back."""
    return Ink.TEXT if row.item.used else Ink.MUTED
