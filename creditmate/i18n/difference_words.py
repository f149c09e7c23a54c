"""Where a file and the ledger disagree about a document, in one line."""

from datetime import date

from creditmate.domain.importing import Difference
from creditmate.domain.money import Money
from creditmate.i18n import formats
from creditmate.i18n.catalogue import N_, words

_FIELDS = {
    "customer": N_("customer"),
    "customer_name": N_("customer's name"),
    "invoice_date": N_("invoice date"),
    "due_date": N_("due date"),
    "amount": N_("amount"),
    "order_number": N_("order number"),
    "settled": N_("settled"),
    "settled_day": N_("day of payment"),
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
        ledger=_value(difference.ledger, language, locale),
        file=_value(difference.file, language, locale),
    )


def _value(value: object, language: str, locale: str) -> str:
    if isinstance(value, bool):
        _ = words(language).gettext
        return _("yes") if value else _("no")
    if isinstance(value, Money):
        return formats.money(value, locale, symbol=True)
    if isinstance(value, date):
        return formats.day_short(value, locale)
    return "–" if value in (None, "") else str(value)
