"""Why an invoice, a credit note or work cannot be put down as it is, in words."""

from collections.abc import Mapping

from creditmate.domain.errors import UserError
from creditmate.domain.invoice_refusals import InvoiceWhy
from creditmate.i18n.catalogue import N_, words

_WHYS: Mapping[str, str] = {
    InvoiceWhy.NO_LINES: N_("Add at least one line."),
    InvoiceWhy.TOO_MANY_LINES: N_("At most {most} lines are possible: make two invoices."),
    InvoiceWhy.NO_DESCRIPTION: N_("Say what the line is for."),
    InvoiceWhy.NO_QUANTITY: N_("The quantity is nothing."),
    InvoiceWhy.BAD_QUANTITY: N_("A quantity of {found} is not possible here."),
    InvoiceWhy.BAD_PRICE: N_(
        "A price of {found} is not possible: at most 12 digits before the decimals, and 6 of them."
    ),
    InvoiceWhy.BAD_DISCOUNT: N_("A discount of {found} is not possible: above 0 and up to 100 %."),
    InvoiceWhy.BAD_AMOUNT: N_("The amount is larger than an account holds."),
    InvoiceWhy.NO_RATE: N_(
        "No rate of the tax code “{found}” is known on {day}, the day of supply. Enter it in the"
        " settings under Taxes."
    ),
    InvoiceWhy.NO_RATES: N_(
        "No rate of tax is known on {day}, the day of supply. Enter it in the settings under Taxes."
    ),
    InvoiceWhy.ORDER_NEEDED: N_(
        "This customer pays no invoice without an order number. Ask for it before you issue one."
    ),
    InvoiceWhy.DAY_AHEAD: N_("{day} has not come yet; today is {today}."),
    InvoiceWhy.TOO_LONG: N_("At most {most} characters are possible."),
    InvoiceWhy.UNSEEN: N_("It holds characters that cannot be seen. Leave them out."),
    InvoiceWhy.NOTHING_TO_PAY: N_(
        "It comes to {amount}: it has to ask for something. Issue a credit note to give back."
    ),
    InvoiceWhy.TOO_MUCH: N_("It comes to more than an account holds."),
    InvoiceWhy.BAD_RETENTION: N_(
        "The retention has to be a part of the whole, due on the invoice's day or later."
    ),
    InvoiceWhy.NO_RETENTION_DAY: N_("Say until when it is held back."),
    InvoiceWhy.NO_RETENTION: N_("Say how much is held back: an amount, or percent with its sign."),
    InvoiceWhy.BAD_LABOUR: N_("The labour has to be a part of the net."),
    InvoiceWhy.BAD_CURRENCY: N_("“{found}” is not a currency."),
    InvoiceWhy.NO_REASON: N_("Say why, in a few words."),
    InvoiceWhy.UNKNOWN_LINE: N_("The invoice has no line {line}."),
    InvoiceWhy.MORE_THAN_LEFT: N_("That is more than is left to credit: {left}."),
    InvoiceWhy.LINE_LEFT: N_("Of this line a quantity of {left} is left to credit."),
    InvoiceWhy.ABOVE_NOTHING: N_("The amount has to be above nothing."),
    InvoiceWhy.NOTHING_LEFT: N_("Nothing of it is left to credit."),
    InvoiceWhy.BEFORE_INVOICE: N_("It is of {day}: a credit note against it cannot be earlier."),
    InvoiceWhy.OTHER_CURRENCY: N_("The invoice is not in {found}."),
    InvoiceWhy.LINES_UNKNOWN: N_("No lines of this invoice are known: credit an amount."),
    InvoiceWhy.NOT_ON_CHARGE: N_("Leave it out: a charge note holds nothing back and no labour."),
    InvoiceWhy.ONLY_CHARGE: N_("Only a charge note names the invoice it belongs to."),
    InvoiceWhy.OTHER_CUSTOMER: N_("Invoice {found} is another customer's."),
    InvoiceWhy.CHARGE_BEFORE: N_("The invoice is of {day}: a charge for it cannot be earlier."),
}
_NAMED = frozenset({InvoiceWhy.TOO_LONG, InvoiceWhy.UNSEEN, InvoiceWhy.DAY_AHEAD})
"""Where it would not be clear which field is meant."""
_FIELDS: Mapping[str, str] = {
    "day": N_("Day"),
    "description": N_("Description"),
    "unit": N_("Unit"),
    "order_number": N_("Order number"),
    "job": N_("Job"),
    "received_by": N_("Received by"),
    "note": N_("Note"),
    "reason": N_("Reason"),
}
_STANDS: Mapping[str, str] = {
    "cancelled": N_("{number} was cancelled before."),
    "imported": N_("Document {number} came from another program: change it there."),
    "later": N_("Document {number} is dated later than that."),
    "credited": N_("{number} has been credited in part. Credit the rest instead of cancelling it."),
    "settled": N_(
        "Something beside money stands against {number}, such as a discount or a"
        " write-off. Take that back first."
    ),
    "invoice": N_("{number} is an invoice; something else is needed here."),
    "charge_note": N_("{number} is a charge note; an invoice is needed here."),
    "credit_note": N_("{number} is a credit note; an invoice is needed here."),
    "nothing_open": N_("Nothing of {number} is open."),
}


def invoice_problem(error: UserError, language: str) -> str:
    """Return the message of ``INVOICE_FIELD``, before its facts are filled in."""
    _ = words(language).gettext
    message = _(_WHYS[str(error.facts["why"])])
    field = _FIELDS.get(str(error.facts["field"]))
    if error.facts["why"] in _NAMED and field:
        message = _("{field}: {message}").replace("{field}", _(field)).replace("{message}", message)
    if error.facts.get("line") and error.facts["why"] != InvoiceWhy.UNKNOWN_LINE:
        return _("Line {line}: {message}").replace("{message}", message)
    return message


def stands_problem(error: UserError, language: str) -> str:
    """Return the message of ``DOCUMENT_STANDS``, before its facts are filled in."""
    return words(language).gettext(_STANDS[str(error.facts["why"])])
