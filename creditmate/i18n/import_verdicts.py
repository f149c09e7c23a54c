"""What was found out about a file as a whole, and what is going to happen with it."""

from creditmate.domain.importing import InvoiceTable
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number


def needed_words(table: InvoiceTable, rows: int, language: str, locale: str) -> str:
    """Say how many answers are needed, and how many rows are wrong, and that nothing was done.

    Args:
        table: The file as it was read.
        rows: How many of its rows have problems; 0 where it is the file as a whole.
        language: Of the words.
        locale: Of figures.
    """
    catalogue, asked = words(language), len(table.questions)
    answers = catalogue.ngettext("{count} answer", "{count} answers", asked)
    answers = answers.format(count=number(asked, locale))
    wrong = catalogue.ngettext("{count} row", "{count} rows", rows)
    wrong = wrong.format(count=number(rows, locale))
    if asked and rows:
        text = catalogue.gettext("{answers} and {rows} are needed. Nothing has been brought in.")
    elif asked:
        text = catalogue.ngettext(
            "{answers} is needed. Nothing has been brought in.",
            "{answers} are needed. Nothing has been brought in.",
            asked,
        )
    elif rows:
        text = catalogue.ngettext(
            "{rows} cannot be read. Nothing has been brought in.",
            "{rows} cannot be read. Nothing has been brought in.",
            rows,
        )
    else:
        text = catalogue.gettext("The file cannot be read. Nothing has been brought in.")
    return text.format(answers=answers, rows=wrong)


def leave_out_words(rows: int, language: str, locale: str) -> str:
    """Say what leaving out the rows that have problems means."""
    text = words(language).ngettext(
        "Leave out the {count} row and note it in the import’s record",
        "Leave out the {count} rows and note them in the import’s record",
        rows,
    )
    return text.format(count=number(rows, locale))


def left_out_words(rows: int, language: str, locale: str) -> str:
    """Say how many rows are left out."""
    text = words(language).ngettext(
        "{count} row is left out, and noted in the import’s record.",
        "{count} rows are left out, and noted in the import’s record.",
        rows,
    )
    return text.format(count=number(rows, locale))


def later_words(payments: int, language: str, locale: str) -> str:
    """Say what becomes of payments that are dated later than today."""
    text = words(language).ngettext(
        "{count} payment is dated later than today: it counts from its own day on.",
        "{count} payments are dated later than today: each counts from its own day on.",
        payments,
    )
    return text.format(count=number(payments, locale))


def differ_words(differences: int, language: str, locale: str) -> str:
    """Say that the ledger has some of it otherwise."""
    text = words(language).ngettext(
        "The ledger has {count} thing otherwise. Nothing has been brought in.",
        "The ledger has {count} things otherwise. Nothing has been brought in.",
        differences,
    )
    return text.format(count=number(differences, locale))


def bring_in_words(invoices: int, language: str, locale: str) -> str:
    """Return the verb for bringing so many invoices in."""
    text = words(language).ngettext(
        "Bring in {count} invoice", "Bring in {count} invoices", invoices
    )
    return text.format(count=number(invoices, locale))


def done_words(invoices: int, customers: int, language: str, locale: str) -> str:
    """Say what is in the ledger now that was not there before."""
    catalogue = words(language)
    came = catalogue.ngettext("{count} invoice is in", "{count} invoices are in", invoices)
    came = came.format(count=number(invoices, locale))
    if not customers:
        return came
    text = catalogue.ngettext(
        "{came}, with {count} new customer", "{came}, with {count} new customers", customers
    )
    return text.format(came=came, count=number(customers, locale))
