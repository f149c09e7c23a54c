"""What a credit note is to give back: all that is left, some lines, or an amount; no toolkit."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.new_invoice import NewCredit
from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.i18n.invoice_typing import Typing, understood_credit


class What(StrEnum):
    """How much is credited."""

    WHOLE = "whole"
    LINES = "lines"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class TypedCredit:
    """What stands in the dialog; ``lines`` are places with quantities as typed, '' for all."""

    what: What
    reason: str
    day: str
    amount: str
    lines: tuple[tuple[int, str], ...]


class CreditReader:
    """Reads what is typed against one invoice."""

    def __init__(self, number: str, currency: str, locale: str, today: date) -> None:
        self._number = number
        self._how = Typing(locale, today, currency)

    def read(self, typed: TypedCredit) -> NewCredit:
        """Return the credit note that is meant.

        Raises:
            UserError: ``BAD_DATE``, ``BAD_MONEY``, ``BAD_NUMBER`` with ``field``.
        """
        return understood_credit(
            TypedInvoice(
                credits=self._number,
                currency=self._how.currency,
                reason=typed.reason,
                day=typed.day,
                amount=typed.amount if typed.what is What.AMOUNT else "",
                credited=typed.lines if typed.what is What.LINES else (),
            ),
            self._how,
        )
