"""What only the user can decide about a file of invoices, as it stands under a field."""

from creditmate.domain.importing import Ask, Question
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.import_questions import fact_words

_ASKS = {
    Ask.ENCODING: N_("Some letters are not UTF-8. Are these right: {preview}?"),
    Ask.COLUMN: N_("No header says so. Which column is it?"),
    Ask.DATE_ORDER: N_("Is {value} in row {row} {dmy} or {mdy}?"),
    Ask.DECIMAL_MARK: N_("What does the mark in {value}, row {row}, stand before?"),
    Ask.CURRENCY: N_("The file names none. Which currency are the amounts in?"),
    Ask.DUE_DAYS: N_("The file names none. How long after the invoice?"),
}
_SOME_WITHOUT = N_("Row {row} names none. Which currency is it in?")


def ask_words(question: Question, language: str, locale: str) -> str:
    """Return a question as it stands under the field that answers it."""
    message = _ASKS[question.ask]
    if question.ask is Ask.CURRENCY and "row" in question.facts:
        message = _SOME_WITHOUT
    facts = {name: fact_words(fact, locale) for name, fact in question.facts.items()}
    return words(language).gettext(message).format(**facts)
