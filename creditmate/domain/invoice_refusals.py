"""Why an invoice or credit note cannot be issued as it is: which field, of which line, and why."""

from enum import StrEnum

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.unseen import has_unseen


class InvoiceWhy(StrEnum):
    """What is wrong; ``i18n.invoice_problems`` has the words."""

    NO_LINES = "no-lines"
    TOO_MANY_LINES = "too-many-lines"  # most
    NO_DESCRIPTION = "no-description"  # line
    NO_QUANTITY = "no-quantity"  # line
    BAD_QUANTITY = "bad-quantity"  # line, found
    BAD_PRICE = "bad-price"  # line, found
    BAD_DISCOUNT = "bad-discount"  # line, found
    BAD_AMOUNT = "bad-amount"  # line
    NO_RATE = "no-rate"  # line, found, day
    NO_RATES = "no-rates"  # line, day
    ORDER_NEEDED = "order-needed"
    DAY_AHEAD = "day-ahead"  # day, today
    TOO_LONG = "too-long"  # most
    UNSEEN = "unseen"
    NOTHING_TO_PAY = "nothing-to-pay"  # amount
    TOO_MUCH = "too-much"
    BAD_RETENTION = "bad-retention"
    NO_RETENTION_DAY = "no-retention-day"
    NO_RETENTION = "no-retention"
    BAD_LABOUR = "bad-labour"
    BAD_CURRENCY = "bad-currency"  # found
    # credit notes
    NO_REASON = "no-reason"
    UNKNOWN_LINE = "unknown-line"  # line
    MORE_THAN_LEFT = "more-than-left"  # left
    LINE_LEFT = "line-left"  # line, left
    ABOVE_NOTHING = "above-nothing"
    NOTHING_LEFT = "nothing-left"
    BEFORE_INVOICE = "before-invoice"  # day
    OTHER_CURRENCY = "other-currency"  # found
    LINES_UNKNOWN = "lines-unknown"
    # charge notes
    NOT_ON_CHARGE = "not-on-charge"
    ONLY_CHARGE = "only-charge"
    OTHER_CUSTOMER = "other-customer"  # found
    CHARGE_BEFORE = "charge-before"  # day


FIELDS = (
    "lines", "description", "quantity", "price", "discount", "tax", "order_number", "day",
    "supply_day", "currency", "job", "received_by", "note", "unit", "retention", "retention_due",
    "labour", "reason", "credited", "amount", "done_day", "belongs_to",
)  # fmt: skip
"""The fields that a refusal may name; those of a line come with ``line``, its place from 1."""


def invoice_refused(field: str, why: InvoiceWhy, **facts: object) -> UserError:
    """Return the error that names a field of an invoice, and why it is refused."""
    return UserError(Problem.INVOICE_FIELD, field=field, why=why.value, **facts)


def check_text(field: str, text: str, most: int, line: int | None = None) -> None:
    """Refuse a text that is longer than its field, or holds what nobody sees.

    Raises:
        UserError: ``INVOICE_FIELD``.
    """
    if len(text) > most:
        raise invoice_refused(field, InvoiceWhy.TOO_LONG, line=line, most=most)
    if has_unseen(text):
        raise invoice_refused(field, InvoiceWhy.UNSEEN, line=line)
