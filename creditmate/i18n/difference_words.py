"""Where a file and the ledger disagree about a document, in one line."""

from datetime import date

from creditmate.domain.importing import Difference
from creditmate.domain.money import Money
from creditmate.i18n import formats
from creditmate.i18n.catalogue import N_, words

_FIELDS = {
    "customer": N_("customer"),
    "invoice_date": N_("invoice date"),
    "due_date": N_("due date"),
    "amount": N_("amount"),
    "order_number": N_("order number"),
    "settled": N_("settled"),
    "disputed": N_("disputed"),
}


def difference_words(difference: Difference, language: str, locale: str) -> str:
    """Return a difference in words, amounts and days as the locale writes them."""
    _ = words(language).gettext
    text = _("Row {row}, {number}: {field} is {ledger} in the ledger and {file} in the file.")
    return text.format(
        row=difference.row,
        number=difference.number,
        field=_(_FIELDS[difference.field]),
        ledger=_value(difference.ledger, locale),
        file=_value(difference.file, locale),
    )


def _value(value: object, locale: str) -> str:
    if isinstance(value, Money):
        return formats.money(value, locale, symbol=True)
    if isinstance(value, date):
        return formats.day_short(value, locale)
    return "–" if value in (None, "") else str(value)
