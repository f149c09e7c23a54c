"""The table of reference rates: what is used now, what is to be verified; knows no toolkit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.interest_rules import Scheme
from creditmate.domain.reference_rates import ReferenceRate, half_year, next_half
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.quantities import decimal_words
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.tokens import Ink, Type

_HALF, _RATE, _WITH, _STATE, _SOURCE = 216, 72, 88, 144, 192
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class ListedReference:
    """A rate, and whether interest that starts today is built on it."""

    rate: ReferenceRate
    used: bool


def listed(rates: Sequence[ReferenceRate], today: date) -> list[ListedReference]:
    """Return the rates in their order, this half-year's marked."""
    return [ListedReference(rate, rate.from_day == half_year(today)) for rate in rates]


def half_words(half: date, locale: str) -> str:
    """Return a half-year by its first and last day."""
    last = next_half(half) - timedelta(days=1)
    return f"{apart(day_short(half, locale))} – {apart(day_short(last, locale))}"


class ReferenceCells:
    """Columns in a language; ``law`` adds its margin, None where no law is shown."""

    def __init__(self, language: str, locale: str) -> None:
        self._locale = locale
        self._ = words(language).gettext
        self.law: Scheme | None = None

    def columns(self) -> list[Column[Numbered[ListedReference]]]:
        """Half-year, rate, rate with the margin, whether it was verified, source."""
        _ = self._
        return [
            Column("half", _("Half-year"), self._half, _HALF, sortable=False),
            Column("rate", _("Rate, %"), self._rate, _RATE, right=True, sortable=False),
            Column("with", _("Interest, %"), self._with, _WITH, right=True, sortable=False),
            Column("state", _("State"), self._state, _STATE, sortable=False),
            Column("source", _("Where it was read"), self._source, _SOURCE, sortable=False,
                   yields=True),
        ]  # fmt: skip

    def _half(self, row: Numbered[ListedReference]) -> Cell:
        return Cell(half_words(row.item.rate.from_day, self._locale), _ink(row), Type.BODY_MEDIUM)

    def _rate(self, row: Numbered[ListedReference]) -> Cell:
        return self._text(row, decimal_words(row.item.rate.percent, self._locale, _DECIMALS))

    def _with(self, row: Numbered[ListedReference]) -> Cell:
        if self.law is None:
            return self._text(row, "–")
        percent = row.item.rate.percent + self.law.margin
        return self._text(row, decimal_words(percent, self._locale, _DECIMALS))

    def _source(self, row: Numbered[ListedReference]) -> Cell:
        return self._text(row, row.item.rate.source)

    def _state(self, row: Numbered[ListedReference]) -> Cell:
        rate, _ = row.item.rate, self._
        said = _("Built in") if rate.id is None else _("Entered here")
        if row.item.used:
            said = _("Used now")
        tag = None if rate.checked else CellTag(_("Verify"), Tone.WARNING)
        spoken = f"{said}, {tag.text}" if tag else ""
        return Cell(said, _ink(row), tag=tag, spoken=spoken)

    @staticmethod
    def _text(row: Numbered[ListedReference], text: str) -> Cell:
        return Cell(text, _ink(row))


def _ink(row: Numbered[ListedReference]) -> Ink:
    return Ink.TEXT if row.item.used else Ink.MUTED
