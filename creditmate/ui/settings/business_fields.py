"""The fields of the business, in the blocks in which they stand."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import countries, regions, zones
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text_input import TextInput
from creditmate.ui.settings.accent_input import AccentInput
from creditmate.ui.settings.business_state import FIELD
from creditmate.ui.settings.legal_line_help import LegalLineHelp
from creditmate.ui.settings.logo_input import LogoInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_ADDRESS_LINES, _LEGAL_LINES = 4, 2
Add = Callable[[str, Field[Any]], Field[Any]]
"""Knows a field by the name under which the service refuses it, and returns it."""


class BusinessFields:
    """Makes the fields once.

    Attributes:
        column: The blocks below one another.
        logo: The logo and its field.
        help: Proposes a legal line.
        currency: What cannot be changed here.
    """

    def __init__(self, around: Surroundings, add: Add) -> None:
        self._around, self._add = around, add
        self._ = words(around.language).gettext
        theme = around.theme
        self.logo = Field(theme, self._("Logo"), LogoInput(around))
        self.help = LegalLineHelp(around)
        self.currency = Field(theme, self._("Home currency"), LineInput(theme, ""))
        self.currency.input.setReadOnly(True)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE.s)
        self._block(self._("Name and address"), self._named())
        self._block(self._("How customers pay"), self._paid())
        looks = _grid(self._field("accent", self._("Colour"), AccentInput(around)), self.logo)
        legal = self._text("legal_line", self._("Line at the foot of papers"), _LEGAL_LINES)
        self._block(self._("On the paper"), looks, legal, self.help)
        self._block(self._("Where the business is"), self._whereabouts())
        self.column.addStretch()

    def offer_zones(self, country: Choice, zone: Choice, kept: str) -> None:
        """Offer the time zones of the country that is chosen, and the one that is kept."""
        offered = zones(str(country.currentData() or ""))
        chosen = zone.currentData()
        zone.clear()
        for name in dict.fromkeys((*offered, kept)):
            if name:
                zone.addItem(name.replace("_", " "), name)
        zone.setCurrentIndex(max(zone.findData(chosen), 0))

    def offer_regions(self, region: Choice, regions: Sequence[tuple[str, str]]) -> None:
        """Offer the parts of the country that is chosen; of a country without any, no choice."""
        chosen = region.currentData()
        region.clear()
        for code, name in (("", self._("As usual in that country")), *regions):
            region.addItem(name, code)
        region.setCurrentIndex(max(region.findData(chosen), 0))
        region.setEnabled(bool(regions))

    def _block(self, title: str, *parts: QWidget) -> None:
        self.column.addWidget(SectionHead(self._around.theme, title))
        for part in parts:
            self.column.addWidget(part)
        self.column.addSpacing(SPACE.s)

    def _named(self) -> QWidget:
        _ = self._
        return _grid(
            self._line("name", _("Name of the business")),
            self._line("trade_line", _("What it does, below the name")),
            self._text("address", _("Address, line by line"), _ADDRESS_LINES),
            _stacked(
                self._line("contact_name", _("Questions go to")),
                self._line("phone", _("Telephone")),
            ),
            self._line("email", _("E-mail")),
            self._line("tax_number", _("Tax number")),
        )

    def _paid(self) -> QWidget:
        _ = self._
        return _grid(
            self._line("bank_payee", _("Account name")),
            self._line("bank_sort_code", _("Sort code")),
            self._line("bank_account", _("Account number")),
            self._line("iban", _("IBAN")),
            self._line("bic", _("BIC")),
        )

    def _whereabouts(self) -> QWidget:
        _, language = self._, self._around.language
        return _grid(
            self._choice("country", _("Country"), countries(language)),
            self._choice("region", _("Part of the country, for holidays"), ()),
            self._choice("zone", _("Time zone"), ()),
            self._choice("locale", _("Language and figures"), regions(language)),
            self.currency,
            self._line("books_kept", _("Books are kept in")),
        )

    def _line(self, name: str, label: str) -> Field[Any]:
        return self._field(name, label, LineInput(self._around.theme, ""))

    def _text(self, name: str, label: str, lines: int) -> Field[Any]:
        return self._field(name, label, TextInput(self._around.theme, "", lines))

    def _choice(self, name: str, label: str, offers: Sequence[tuple[str, str]]) -> Field[Any]:
        choice = Choice(self._around.theme, "")
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for value, text in offers:
            choice.addItem(text, value)
        return self._field(name, label, choice)

    def _field(self, name: str, label: str, widget: QWidget) -> Field[Any]:
        return self._add(FIELD + name, Field(self._around.theme, label, widget))


def _grid(*parts: QWidget) -> ColumnGrid:
    grid = ColumnGrid(2, gap=SPACE.l)
    grid.add(*parts)
    return grid


def _stacked(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.xs)
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return made
