"""What was found in each column of a file of invoices, in a few words under its field."""

from collections.abc import Callable
from datetime import date
from gettext import NullTranslations

from creditmate.domain.import_summary import ImportSummary, Span
from creditmate.domain.importing import Ask, Evidence, Field, InvoiceTable
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_short, money, number

_AMOUNTS = (Field.AMOUNT, Field.LINE_AMOUNT, Field.PAID, Field.OPEN)


class ImportEchoes:
    """Says what a file's columns hold, in one language.

    Args:
        table: The file as it was read.
        summary: Of its records.
        language: Of the words.
        locale: Of figures and days.
    """

    def __init__(
        self, table: InvoiceTable, summary: ImportSummary, language: str, locale: str
    ) -> None:
        self._table, self._summary, self._locale = table, summary, locale
        self._words: NullTranslations = words(language)
        self._spoken: dict[Field, Callable[[], str]] = {
            Field.CUSTOMER_CODE: self._codes,
            Field.CUSTOMER_NAME: self._names,
            Field.NUMBER: self._numbers,
            Field.KIND: self._credit_notes,
            Field.DAY: lambda: self._span(summary.days),
            Field.DUE_DAY: lambda: self._span(summary.due_days),
            Field.AMOUNT: self._first,
            Field.LINE_AMOUNT: self._first,
            Field.CURRENCY: self.currencies,
            Field.SETTLED_DAY: lambda: self._span(summary.settled_days),
            Field.PAID: self._paid,
            Field.OPEN: self._open,
            Field.DISPUTED: self._disputed,
            Field.ORDER_NUMBER: self._ordered,
        }

    def of(self, field: Field) -> str:
        """Say what the column of a field holds; nothing where there is nothing to say.

        Amounts without a currency are not told, nor days that hang on an answer.
        """
        if field in _AMOUNTS and self._waits_for(Ask.CURRENCY):
            return ""
        if field is Field.DUE_DAY and self._waits_for(Ask.DUE_DAYS):
            return ""
        return self._spoken[field]() if field in self._spoken else ""

    def _waits_for(self, ask: Ask) -> bool:
        return any(question.ask is ask for question in self._table.questions)

    def currencies(self) -> str:
        """Say which currencies the amounts are in: ``GBP 300, EUR 12``, or one of them."""
        found = [(total.amount.currency, total.count) for total in self._table.totals]
        if len(found) == 1:
            return self._words.gettext("{currency} in all rows").format(currency=found[0][0])
        return ", ".join(f"{currency} {self._number(count)}" for currency, count in found)

    def evidence(self, found: Evidence | None) -> str:
        """Say which cell decides something; nothing where none does."""
        if found is None:
            return ""
        text = self._words.gettext("{value} in row {row} decides it")
        return text.format(value=found.value, row=self._number(found.row))

    def due_after(self, days: int) -> str:
        """Say what becomes of rows without a due date."""
        _ = self._words.gettext
        if Field.DUE_DAY in self._table.mapping.values():
            return _("where the row names none")
        return self._span(self._summary.due_days) if days else _("on the day of the invoice")

    def _number(self, value: int) -> str:
        return number(value, self._locale)

    def _codes(self) -> str:
        summary, ngettext = self._summary, self._words.ngettext
        count = summary.customers
        if summary.zeros_kept:
            text = ngettext("{count} code, zeros kept", "{count} codes, zeros kept", count)
        else:
            text = ngettext("{count} code", "{count} codes", count)
        return text.format(count=self._number(count)) if count else ""

    def _names(self) -> str:
        count = self._summary.names
        text = self._words.ngettext("{count} name", "{count} names", count)
        return text.format(count=self._number(count)) if count else ""

    def _numbers(self) -> str:
        count = self._summary.numbers
        text = self._words.ngettext("{count} number", "{count} different", count)
        return text.format(count=self._number(count)) if count else ""

    def _credit_notes(self) -> str:
        count = self._summary.credit_notes
        text = self._words.ngettext("{count} credit note", "{count} credit notes", count)
        return text.format(count=self._number(count))

    def _disputed(self) -> str:
        text = self._words.gettext("{count} under query")
        return text.format(count=self._number(self._summary.disputed))

    def _ordered(self) -> str:
        text = self._words.gettext("{count} filled in")
        return text.format(count=self._number(self._summary.ordered))

    def _span(self, span: Span | None) -> str:
        if span is None:
            return ""
        if span.first == span.last:
            return apart(self._day(span.first))
        text = self._words.gettext("{first} to {last}")
        return text.format(first=self._day(span.first), last=self._day(span.last))

    def _day(self, day: date) -> str:
        return day_short(day, self._locale)

    def _first(self) -> str:
        if self._summary.first is None:
            return ""
        row, amount = self._summary.first
        text = self._words.gettext("{amount} in row {row}")
        shown = money(amount, self._locale, symbol=True)
        return text.format(amount=shown, row=self._number(row))

    def _paid(self) -> str:
        sums = [money(total.settled, self._locale, symbol=True) for total in self._table.totals]
        return self._sum(sums)

    def _open(self) -> str:
        sums = [money(total.open, self._locale, symbol=True) for total in self._table.totals]
        return self._sum(sums)

    def _sum(self, sums: list[str]) -> str:
        text = self._words.gettext("sum {amounts}")
        return text.format(amounts=", ".join(sums)) if sums else ""
