"""What can be chosen in each field over a file that is brought in; knows no toolkit."""

from collections.abc import Mapping

from creditmate.domain.importing import DateOrder, InvoiceTable
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.currencies import currencies
from creditmate.i18n.import_questions import order_words
from creditmate.ui.screens.import_answers import COLUMN, NOWHERE, Slot

Offer = tuple[str, str]
"""A value for ``import_answers.decide``, and its words."""

REQUIRED = frozenset({Slot.CUSTOMER, Slot.NUMBER, Slot.DAY, Slot.AMOUNT})
_DUE_DAYS = (0, 7, 10, 14, 15, 20, 21, 28, 30, 45, 60, 90, 120)
_LABELS: Mapping[Slot, str] = {
    Slot.CUSTOMER: N_("Customer"),
    Slot.NUMBER: N_("Invoice number"),
    Slot.DAY: N_("Invoice date"),
    Slot.AMOUNT: N_("Amount"),
    Slot.DATE_ORDER: N_("Order of dates"),
    Slot.CURRENCY: N_("Currency"),
    Slot.DUE_DAY: N_("Due date"),
    Slot.PAID: N_("Already paid"),
    Slot.ENCODING: N_("Letters"),
    Slot.DELIMITER: N_("Between the cells"),
    Slot.DECIMAL_MARK: N_("Decimal mark"),
    Slot.NAME: N_("Customer’s name"),
    Slot.OPEN: N_("Still open"),
    Slot.SETTLED_DAY: N_("Date of payment"),
    Slot.DISPUTED: N_("Under query"),
    Slot.ORDER_NUMBER: N_("Order number"),
    Slot.KIND: N_("Invoice or credit note"),
    Slot.STATUS: N_("Status"),
}
_WRITTEN: Mapping[Slot, Mapping[str, str]] = {
    Slot.ENCODING: {"cp1252": "Windows-1252"},
    Slot.DELIMITER: {
        ",": N_("Comma"),
        ";": N_("Semicolon"),
        "\t": N_("Tab"),
        "|": N_("Vertical bar"),
    },
    Slot.DECIMAL_MARK: {".": N_("Point, as in 1234.50"), ",": N_("Comma, as in 1234,50")},
}


class Offers:
    """Names fields and lists their choices for one file, in one language.

    Args:
        table: The file, whose headers are offered.
        currency: The ledger's, offered before the others.
        language: Of the words.
    """

    def __init__(self, table: InvoiceTable, currency: str, language: str) -> None:
        self._headers = tuple(dict.fromkeys((*table.mapping, *table.ignored)))
        self._currency, self._language, self._words = currency, language, words(language)

    def label(self, slot: Slot) -> str:
        """Return what stands above a field."""
        return self._words.gettext(_LABELS[slot])

    def of(self, slot: Slot) -> tuple[Offer, ...]:
        """Return the choices of a field, in their order."""
        _ = self._words.gettext
        if slot is Slot.DATE_ORDER:
            return tuple((order.value, self._order(order)) for order in DateOrder)
        if slot in _WRITTEN:
            return tuple((value, _(name)) for value, name in _WRITTEN[slot].items())
        more: list[Offer] = []
        if slot is Slot.CURRENCY:
            known = currencies(self._language)
            more = sorted(known, key=lambda offer: offer[0] != self._currency)
        elif slot is Slot.DUE_DAY:
            more = [(str(days), self._after(days)) for days in _DUE_DAYS]
        return (*self._columns(slot), *more)

    def _columns(self, slot: Slot) -> list[Offer]:
        columns = [(COLUMN + header, header) for header in self._headers]
        nowhere = (NOWHERE, self._words.gettext("Not in the file"))
        return columns if slot in REQUIRED else [nowhere, *columns]

    def _order(self, order: DateOrder) -> str:
        said = order_words(order, self._language)
        return capital(said)

    def _after(self, days: int) -> str:
        if days == 0:
            return self._words.gettext("On the day of the invoice")
        text = self._words.ngettext(
            "{count} day after the invoice", "{count} days after the invoice", days
        )
        return text.format(count=days)
