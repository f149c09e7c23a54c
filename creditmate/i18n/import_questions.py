"""Words for what a table of invoices leaves open, and for what its columns hold."""

from datetime import date

from creditmate.domain.importing import Ask, DateOrder, Field, Question
from creditmate.i18n import formats
from creditmate.i18n.catalogue import N_, words

_FIELDS = {
    Field.CUSTOMER_CODE: N_("customer's code"),
    Field.CUSTOMER_NAME: N_("customer's name"),
    Field.NUMBER: N_("invoice number"),
    Field.KIND: N_("invoice or credit note"),
    Field.DAY: N_("invoice date"),
    Field.DUE_DAY: N_("due date"),
    Field.AMOUNT: N_("amount"),
    Field.LINE_AMOUNT: N_("amount of the line"),
    Field.CURRENCY: N_("currency"),
    Field.SETTLED_DAY: N_("date of payment"),
    Field.PAID: N_("amount paid"),
    Field.OPEN: N_("amount open"),
    Field.DISPUTED: N_("under query"),
    Field.ORDER_NUMBER: N_("order number"),
    Field.STATUS: N_("status"),
}
_ORDERS = {
    DateOrder.DMY: N_("day, month, year"),
    DateOrder.MDY: N_("month, day, year"),
    DateOrder.YMD: N_("year, month, day"),
}
_QUESTIONS = {
    Ask.ENCODING: N_("The file is not UTF-8. Is it Windows-1252? Then these are right: {preview}"),
    Ask.COLUMN: N_("Which column holds: {field}? The headers not used yet are: {headers}"),
    Ask.DATE_ORDER: N_("Row {row}, column “{column}”: is “{value}” {dmy} or {mdy}?"),
    Ask.DECIMAL_MARK: N_(
        "Row {row}, column “{column}”: is the point or comma in “{value}” a decimal mark or"
        " between thousands?"
    ),
    Ask.CURRENCY: N_("Which currency are the amounts in?"),
    Ask.DUE_DAYS: N_("How many days after the invoice are invoices without a due date due?"),
}


def question_words(question: Question, language: str, locale: str) -> str:
    """Return a question as it is put to the user."""
    _ = words(language).gettext
    facts = {name: fact_words(fact, locale) for name, fact in question.facts.items()}
    if question.ask is Ask.COLUMN:
        facts["field"] = field_words(Field(str(question.facts["field"])), language)
    return _(_QUESTIONS[question.ask]).format(**facts)


def field_words(field: Field, language: str) -> str:
    """Return what a column holds: ``due date``."""
    return words(language).gettext(_FIELDS[field])


def order_words(order: DateOrder, language: str) -> str:
    """Return an order of dates: ``day, month, year``."""
    return words(language).gettext(_ORDERS[order])


def fact_words(fact: object, locale: str) -> str:
    """Return a fact of a question or problem as it stands in a sentence."""
    if isinstance(fact, date):
        return formats.day_long(fact, locale)
    if isinstance(fact, list | tuple):
        return ", ".join(map(str, fact))
    return str(fact)
