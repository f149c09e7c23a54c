"""Words for what reading a table of invoices finds: what is wrong where, and how to mend it."""

from creditmate.domain.importing import CellProblem, DateOrder, Field, Reason
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.import_questions import fact_words, field_words, order_words

_FILE_KINDS = {
    "xlsx": N_("This is an Excel workbook: save it as CSV."),
    "xls": N_("This is an old Excel workbook: save it as CSV."),
    "ods": N_("This is an OpenDocument spreadsheet: save it as CSV."),
    "zip": N_("This is a ZIP archive: unpack it and take the CSV file in it."),
    "gzip": N_("This is a compressed file: unpack it and take the CSV file in it."),
    "pdf": N_("This is a PDF document: export the table as CSV."),
    "image": N_("This is a picture: export the table as CSV."),
    "sqlite": N_("This is a database: export the table as CSV."),
    "rtf": N_("This is a text document: export the table as CSV."),
    "html": N_("This is a web page: export the table as CSV."),
    "xml": N_("This is an XML file: export the table as CSV."),
    "json": N_("This is a JSON file: export the table as CSV."),
    "ofx": N_("This is a bank file (OFX), not a table of invoices."),
    "qif": N_("This is a bank file (QIF), not a table of invoices."),
    "iif": N_("This is a QuickBooks IIF file: export a report of invoices as CSV."),
}
_REASONS = {
    Reason.EMPTY_FILE: N_("The file is empty."),
    Reason.FILE_TOO_LARGE: N_("The file is larger than {limit} bytes: split it."),
    Reason.TOO_MANY_ROWS: N_("The file has more than {limit} rows: split it."),
    Reason.BINARY: N_("The file is not text: save it as CSV with the encoding UTF-8."),
    Reason.ENCODING_UNKNOWN: N_(
        "The byte {byte} cannot be read as {encoding}: save the file with the encoding UTF-8."
    ),
    Reason.LINE_TOO_LONG: N_("The line is longer than {limit} characters: this is no table."),
    Reason.DELIMITER_UNCLEAR: N_(
        "It is not clear which character stands between the cells: name it."
    ),
    Reason.ONE_COLUMN: N_("The file has one column only; a table of invoices has several."),
    Reason.QUOTES: N_('A quotation mark (") is missing or one too many: put it right.'),
    Reason.NO_ROWS: N_("There is no row below the headers."),
    Reason.OTHER_TABLE: N_("The title says that this is a list of something else than invoices."),
    Reason.DUPLICATE_HEADER: N_("Several columns have this header: rename or remove all but one."),
    Reason.SECOND_HEADER: N_("This is a second row of headers: remove it."),
    Reason.UNKNOWN_HEADER: N_("The file has no column with this header."),
    Reason.UNKNOWN_FIELD: N_("A column cannot hold this. It may hold: {fields}."),
    Reason.FIELD_TWICE: N_("The column “{other}” is to hold the same: choose one of the two."),
    Reason.TOO_FEW_CELLS: N_("The row has {found} cells instead of {expected}."),
    Reason.TOO_MANY_CELLS: N_(
        "The row has {found} cells instead of {expected}: put cells with a separator in them in"
        " quotation marks."
    ),
    Reason.TOTAL_ROW: N_("This seems to be a total, not an invoice: remove the row."),
    Reason.SWALLOWED_ROW: N_("The cell holds whole rows: a quotation mark is one too many."),
    Reason.DUPLICATE_NUMBER: N_(
        "Row {first_row} has the same number but differs in: {fields}. Remove or renumber one."
    ),
    Reason.NOT_OWED: N_("Nobody owes an invoice of this status: remove the row."),
    Reason.CONTROL_CHARACTER: N_(
        "The character {code} at place {position} cannot be in a table: remove it."
    ),
    Reason.DAMAGED_TEXT: N_(
        "A letter was lost at place {position}: export the file again as UTF-8."
    ),
    Reason.CELL_TOO_LONG: N_("The cell has {length} characters; at most {limit} are read."),
    Reason.MISSING: N_("The cell is empty: fill it in."),
    Reason.FORMULA: N_("The cell holds a formula: put its value there."),
    Reason.LINE_BREAK: N_("The cell goes over several lines: put it on one."),
    Reason.NOT_YES_NO: N_("This is neither yes nor no."),
    Reason.UNKNOWN_KIND: N_("This is neither an invoice nor a credit note: remove the row."),
    Reason.UNKNOWN_CURRENCY: N_("This is no currency code such as GBP or EUR."),
    Reason.DATE_UNREADABLE: N_("This is no date that can be read: write it as 2026-12-31."),
    Reason.DATE_IMPOSSIBLE: N_("There is no such day."),
    Reason.DATE_OUT_OF_RANGE: N_("The year is not between 1970 and 2100."),
    Reason.DATE_TWO_DIGIT_YEAR: N_("The year has two digits: write it with four."),
    Reason.DATE_WITH_TIME: N_("There is a time of day with the date: leave it out."),
    Reason.DATE_STYLE_MIXED: N_(
        "The date is written unlike most of the column, such as “{usual}”. A spreadsheet may have"
        " changed it: export the file again."
    ),
    Reason.DATE_ORDER_CONTRADICTED: N_("The date does not fit the order {order}."),
    Reason.AMOUNT_UNREADABLE: N_("This is no amount that can be read: write it as 1234.50."),
    Reason.AMOUNT_GROUPING: N_("The thousands are not separated in groups of three digits."),
    Reason.AMOUNT_MARK_MIXED: N_("The decimal mark is not “{mark}” as in the rest of the file."),
    Reason.AMOUNT_TOO_PRECISE: N_("{currency} has {digits} decimals: the amount has more."),
    Reason.AMOUNT_TOO_LARGE: N_("The amount is too large."),
    Reason.AMOUNT_ZERO: N_("The amount is zero, so nothing is owed: remove the row."),
    Reason.AMOUNT_CURRENCY: N_("“{sign}” does not stand for {currency}, the row's currency."),
    Reason.SETTLED_OUTSIDE: N_("What is paid or open is not between zero and the amount."),
    Reason.SETTLED_UNPAID: N_("There is a day of payment, but nothing is paid."),
    Reason.FOLDED: N_("The same invoice as in row {first_row}: taken as a further line of it."),
    Reason.DUE_BEFORE_INVOICE: N_("Due before the day of the invoice."),
    Reason.SETTLED_BEFORE_INVOICE: N_("Paid before the day of the invoice."),
    Reason.PAID_DISAGREES: N_("Paid and open do not add up to the amount; what is open counts."),
    Reason.NAMES_DIFFER: N_("The customer {code} has another name further up."),
}
_PLACES = {
    (True, True): N_("Row {row}, column “{column}”"),
    (True, False): N_("Row {row}"),
    (False, True): N_("Column “{column}”"),
}
"""By whether a row and a column are known."""


def reason_words(problem: CellProblem, language: str, locale: str) -> str:
    """Return what is wrong and how to mend it: ``There is no such day``."""
    _ = words(language).gettext
    if problem.reason is Reason.NOT_A_TABLE:
        return _(_FILE_KINDS[str(problem.facts["kind"])])
    message = _(_REASONS[problem.reason])
    facts = {name: fact_words(fact, locale) for name, fact in problem.facts.items()}
    if problem.reason is Reason.DATE_ORDER_CONTRADICTED:
        facts["order"] = order_words(DateOrder(facts["order"]), language)
    if problem.reason is Reason.DUPLICATE_NUMBER:
        fields = [Field(code) for code in facts["fields"].split(", ")]
        facts["fields"] = ", ".join(field_words(field, language) for field in fields)
    if "decided_by" in facts and problem.reason is Reason.DATE_ORDER_CONTRADICTED:
        message += " " + _("Row {row}, “{decided_by}”, shows that order.")
    return message.format(**facts)


def place_words(problem: CellProblem, language: str) -> str:
    """Return where it is: ``Row 7, column “Due”``; nothing when it is the file as a whole."""
    known = (problem.row is not None, problem.column is not None)
    if not any(known):
        return ""
    return words(language).gettext(_PLACES[known]).format(row=problem.row, column=problem.column)


def problem_words(problem: CellProblem, language: str, locale: str) -> str:
    """Return where, what stands there and what is wrong, in one line."""
    _ = words(language).gettext
    place, reason = place_words(problem, language), reason_words(problem, language, locale)
    if place and problem.value:
        pattern = _("{place}: “{value}”. {reason}")
        return pattern.format(place=place, value=problem.value, reason=reason)
    return _("{place}: {reason}").format(place=place, reason=reason) if place else reason
