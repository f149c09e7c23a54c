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
    "disputed": N_("under query"),
}


def difference_words(difference: Difference, language: str, locale: str) -> str:
    """Return a difference in words, amounts and days as the locale writes them."""
    text = words(language).gettext(
        "Row {row}, {number}: {field} is {ledger} in the ledger and {file} in the file."
    )
    field, ledger, file = difference_parts(difference, language, locale)
    return text.format(
        row=difference.row, number=difference.number, field=field, ledger=ledger, file=file
    )


def difference_parts(difference: Difference, language: str, locale: str) -> tuple[str, str, str]:
    """Return what differs, how the ledger has it and how the file: for columns of a table."""
    return (
        words(language).gettext(_FIELDS[difference.field]),
        _value(difference.ledger, language, locale),
        _value(difference.file, language, locale),
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
