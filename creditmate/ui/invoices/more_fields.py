"""What is seldom wanted of an invoice: kept folded away until it is, or until it was filled in."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from creditmate.domain.settings import Prices
from creditmate.domain.terms_text import terms_text
from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.i18n.catalogue import words
from creditmate.services.invoice_forms import InvoiceSheet
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.segments import Segments, SegmentText
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

_COLUMNS = 3
_ONLY_INVOICE = ("retention", "retention_due", "received_by", "labour")
"""What a charge note has no room for."""


class MoreFields(ColumnGrid):
    """Retention, prices with or without tax, currency, who received it, labour, terms."""

    edited = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(_COLUMNS, gap=SPACE.l, row_gap=SPACE.xs)
        theme, _ = around.theme, words(around.language).gettext
        self._usual = Prices.NET
        self.texts = {
            "retention": Field(theme, _("Held back"), LineInput(theme, "")),
            "retention_due": Field(theme, _("Held back until"), LineInput(theme, "")),
            "received_by": Field(theme, _("Received by"), LineInput(theme, "")),
            "currency": Field(theme, _("Currency"), LineInput(theme, "")),
            "labour": Field(theme, _("Labour in it"), LineInput(theme, "", amount=True)),
            "terms": Field(theme, _("Terms of this one"), LineInput(theme, "")),
        }
        segments = [
            SegmentText(Prices.NET.value, _("without tax")),
            SegmentText(Prices.GROSS.value, _("with tax")),
        ]
        self.prices: Field[QWidget] = Field(
            theme, _("Prices"), Segments(theme, _("Prices"), segments, is_input=True)
        )
        self.texts["retention"].input.setPlaceholderText(_("such as 5% or an amount"))
        self.add(self.prices, *self.texts.values())
        for field in self.texts.values():
            field.input.textChanged.connect(self.edited)
        self._segments.chosen.connect(self.edited)

    @property
    def _segments(self) -> Segments:
        found = self.prices.input
        assert isinstance(found, Segments)  # noqa: S101 - made here
        return found

    def show_kind(self, *, is_charge: bool) -> None:
        """Be the fields of a charge note, or of an invoice."""
        for name in _ONLY_INVOICE:
            self.texts[name].setVisible(not is_charge)
        self.updateGeometry()

    @property
    def first(self) -> QWidget:
        """Where one begins in it."""
        retention = self.texts["retention"]
        return self.prices.input if retention.isHidden() else retention

    def show_sheet(self, sheet: InvoiceSheet, typed: TypedInvoice) -> None:
        """Show what counts where nothing is chosen."""
        self._usual = sheet.settings.prices
        self.texts["currency"].input.setPlaceholderText(sheet.currency)
        self.texts["terms"].input.setPlaceholderText(terms_text(sheet.terms))
        self._segments.choose(typed.prices or self._usual.value)

    def typed(self, rest: TypedInvoice) -> TypedInvoice:
        """Return a form with what stands here; what is as usual is not written down."""
        chosen = self._segments.key or ""
        prices = "" if chosen == self._usual.value else chosen
        return replace(
            rest,
            prices=prices,
            retention=self._text("retention"),
            retention_due=self._text("retention_due"),
            received_by=self._text("received_by"),
            currency=self._text("currency"),
            labour=self._text("labour"),
            terms=self._text("terms"),
        )

    def _text(self, name: str) -> str:
        return self.texts[name].input.text()

    def show_typed(self, typed: TypedInvoice) -> None:
        """Show what was typed before."""
        for name, field in self.texts.items():
            field.input.setText(getattr(typed, name))
            field.clear()
        self._segments.choose(typed.prices or self._usual.value)


def is_used(typed: TypedInvoice) -> bool:
    """Whether something of it was filled in, so that it is not folded away."""
    held = (typed.retention, typed.retention_due)
    others = (typed.received_by, typed.currency, typed.labour, typed.terms, typed.prices)
    return any(text.strip() for text in (*held, *others))
