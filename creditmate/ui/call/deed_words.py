"""What we do where papers did not arrive, in words; knows no toolkit."""

from collections.abc import Sequence

from creditmate.domain.rows import OpenEntryRow
from creditmate.i18n.catalogue import words


def copies_words(rows: Sequence[OpenEntryRow], language: str) -> str:
    """Return what we do where an invoice was not received: send a copy, of which if known."""
    catalogue, numbers = words(language), [row.number for row in rows if row.number]
    if not numbers:
        return catalogue.gettext("Send a copy of the invoice")
    text = catalogue.ngettext(
        "Send a copy of invoice {numbers}", "Send copies of invoices {numbers}", len(numbers)
    )
    return text.format(numbers=", ".join(numbers))


def papers_words(rows: Sequence[OpenEntryRow], language: str) -> str:
    """Return what we do where papers are missing: send them, for which invoices if known."""
    catalogue, numbers = words(language), [row.number for row in rows if row.number]
    if not numbers:
        return catalogue.gettext("Send the missing papers")
    text = catalogue.ngettext(
        "Send the missing papers for invoice {numbers}",
        "Send the missing papers for invoices {numbers}",
        len(numbers),
    )
    return text.format(numbers=", ".join(numbers))
