"""What the customer was told in a contact: that is what makes an expectation fair."""

from collections.abc import Iterable
from enum import StrEnum

from creditmate.domain.stored_codes import codes_text, read_codes


class Told(StrEnum):
    """What was said so that the customer knows it; the values are stored and never change."""

    DUE_DATE = "due_date"
    TERMS = "terms"
    HOW_TO_PAY = "how_to_pay"
    WHERE_TO = "where_to"


def told_text(told: Iterable[Told]) -> str:
    """Return what was told as it is stored: codes in a fixed order with blanks between."""
    return codes_text(Told, told)


def read_told(text: str) -> tuple[Told, ...]:
    """Return what a stored text says was told."""
    return read_codes(Told, text)
