"""Copies of documents that were issued: byte for byte, or marked where one stands no more."""

from datetime import date

from creditmate.documents.stamp import stamped
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_long


def copy_of(pdf: bytes, cancelled: date | None, locale: str) -> bytes:
    """Return the paper as it was issued; that of a cancelled document says so on every page.

    Args:
        pdf: As issued.
        cancelled: The day from which it does not stand any more.
        locale: The paper's.
    """
    if cancelled is None:
        return pdf
    said = words(locale).gettext("Cancelled on {day}")
    return stamped(pdf, said.format(day=day_long(cancelled, locale)))
