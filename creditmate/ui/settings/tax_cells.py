"""The table of taxes: which rate of a code counts on a day, and what its cells say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from creditmate.domain.taxes import TaxKind
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short
from creditmate.i18n.quantities import percent_words
from creditmate.i18n.tax_words import tax_kind_words
from creditmate.services.taxes import TaxRow
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.item_table import Numbered
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.tokens import Ink, Type

_CODE, _NAME, _KIND, _RATE, _DAY, _SOURCE = 136, 72, 136, 72, 112, 200
_NIL = frozenset({TaxKind.EXEMPT, TaxKind.OUTSIDE})
"""Kinds that have no rate at all, not even one of nothing."""


class When(Enum):
    """How a rate stands to a day."""

    NOW = auto()
    EARLIER = auto()
    COMING = auto()


@dataclass(frozen=True, slots=True)
class ListedTax:
    """A rate, and whether it counts today."""

    row: TaxRow
    when: When


def listed(rows: Sequence[TaxRow], today: date) -> list[ListedTax]:
    """Return the rates, the usual kinds first, of each code the latest first."""
    latest: dict[str, date] = {}
    for row in rows:
        if row.rate.from_day <= today:
            known = latest.get(row.rate.code, row.rate.from_day)
            latest[row.rate.code] = max(known, row.rate.from_day)
    kinds = {kind: place for place, kind in enumerate(TaxKind)}
    ordered = sorted(rows, key=lambda row: row.rate.from_day, reverse=True)
    ordered.sort(key=lambda row: (kinds[row.rate.kind], row.rate.code))
    return [ListedTax(row, _when(row.rate.from_day, latest.get(row.rate.code), today))
            for row in ordered]  # fmt: skip


def _when(day: date, latest: date | None, today: date) -> When:
    if day > today:
        return When.COMING
    return When.NOW if day == latest else When.EARLIER


class TaxCells:
    """Columns in a language."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self._ = words(language).gettext

    def columns(self) -> list[Column[Numbered[ListedTax]]]:
        """Code, kind, rate, from when, where it was read."""
        _ = self._
        return [
            Column("code", _("Code"), self._code, _CODE, sortable=False),
            Column("name", _("Name"), lambda r: self._text(r, r.item.row.rate.name), _NAME,
                   sortable=False),
            Column("kind", _("Kind"), self._kind, _KIND, sortable=False),
            Column("rate", _("Rate"), self._rate, _RATE, right=True, sortable=False),
            Column("from", _("From"), self._from, _DAY, sortable=False),
            Column("source", _("Where it was read"), self._source, _SOURCE, sortable=False,
                   optional=True),
        ]  # fmt: skip

    def _code(self, row: Numbered[ListedTax]) -> Cell:
        code = row.item.row.rate.code
        tag = {
            When.EARLIER: CellTag(self._("Earlier"), Tone.NEUTRAL),
            When.COMING: CellTag(self._("To come"), Tone.ACCENT),
        }.get(row.item.when)
        spoken = f"{code}, {tag.text}" if tag else ""
        return Cell(code, _ink(row), Type.BODY_MEDIUM, tag=tag, spoken=spoken)

    def _kind(self, row: Numbered[ListedTax]) -> Cell:
        return self._text(row, tax_kind_words(row.item.row.rate.kind, self._language))

    def _rate(self, row: Numbered[ListedTax]) -> Cell:
        rate = row.item.row.rate
        return self._text(row, "–" if rate.kind in _NIL else percent_words(rate.rate, self._locale))

    def _from(self, row: Numbered[ListedTax]) -> Cell:
        return self._text(row, apart(day_short(row.item.row.rate.from_day, self._locale)))

    def _source(self, row: Numbered[ListedTax]) -> Cell:
        return self._text(row, row.item.row.rate.source)

    @staticmethod
    def _text(row: Numbered[ListedTax], text: str) -> Cell:
        return Cell(text, _ink(row))


def _ink(row: Numbered[ListedTax]) -> Ink:
    """Rates that do not count today step back."""
    return Ink.TEXT if row.item.when is When.NOW else Ink.MUTED
