"""The form over a file that is brought in: what each field offers and says; knows no toolkit."""

from dataclasses import dataclass

from creditmate.domain.import_summary import ImportSummary
from creditmate.domain.importing import Field, InvoiceTable, Reason
from creditmate.i18n.import_asks import ask_words
from creditmate.i18n.import_echoes import ImportEchoes
from creditmate.i18n.import_words import reason_words
from creditmate.ui.screens.import_answers import (
    COLUMN,
    FIELDS,
    NOWHERE,
    Answers,
    Slot,
    asked_at,
    field_of,
)
from creditmate.ui.screens.import_offers import REQUIRED, Offers

_ALWAYS = (
    Slot.CUSTOMER, Slot.NUMBER, Slot.DAY, Slot.AMOUNT,
    Slot.DATE_ORDER, Slot.CURRENCY, Slot.DUE_DAY, Slot.PAID,
)  # fmt: skip
_SOMETIMES = (
    Slot.NAME, Slot.OPEN, Slot.SETTLED_DAY, Slot.DISPUTED, Slot.ORDER_NUMBER, Slot.KIND,
    Slot.STATUS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field of the form.

    Attributes:
        slot: Which one.
        label: Above it.
        offers: Value and words of every choice, in order.
        chosen: The value chosen; None where the user has to choose.
        echo: What was understood; empty if there is nothing to say.
        problem: What has to be decided; empty where nothing has.
    """

    slot: Slot
    label: str
    offers: tuple[tuple[str, str], ...]
    chosen: str | None
    echo: str
    problem: str


class ImportForm:
    """Makes the fields for a file as it was read with some answers.

    Args:
        table: The file.
        summary: Of its records.
        answers: What was decided.
        language: Of the words.
        locale: Of figures and days.
        currency: The ledger's, offered first.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a form is made of
        self,
        table: InvoiceTable,
        summary: ImportSummary,
        answers: Answers,
        language: str,
        locale: str,
        currency: str,
    ) -> None:
        self._table, self._answers = table, answers
        self._language, self._locale = language, locale
        self._offers = Offers(table, currency, language)
        self._echoes = ImportEchoes(table, summary, language, locale)
        self._asked = {asked_at(question): question for question in table.questions}

    def fields(self, *, more: bool) -> list[FieldView]:
        """Return the fields in the order of the form; ``more`` adds those the file has not."""
        shown = [slot for slot in Slot if self._is_shown(slot, more)]
        return [self._field(slot) for slot in (*_ALWAYS, *Slot) if slot in self._once(slot, shown)]

    def _once(self, slot: Slot, shown: list[Slot]) -> tuple[Slot, ...]:
        """The slot the first time it comes up, if it is shown."""
        if slot not in shown:
            return ()
        shown.remove(slot)
        return (slot,)

    def _is_shown(self, slot: Slot, more: bool) -> bool:
        table, answers = self._table, self._answers
        match slot:
            case Slot.ENCODING:
                return slot in self._asked or answers.encoding is not None
            case Slot.DELIMITER:
                return self._delimiter_unclear() or answers.delimiter is not None
            case Slot.DECIMAL_MARK:
                told = answers.decimal_mark or table.decimal_mark
                return slot in self._asked or answers.decimal_mark is not None or told == ","
        if table.header_row is None:
            return False
        if slot is Slot.NAME:
            apart = field_of(Slot.CUSTOMER, table) is Field.CUSTOMER_CODE
            return apart and (more or Field.CUSTOMER_NAME in table.mapping.values())
        return slot in _ALWAYS or more or FIELDS[slot][0] in table.mapping.values()

    def _delimiter_unclear(self) -> bool:
        return any(p.reason is Reason.DELIMITER_UNCLEAR for p in self._table.problems)

    def _field(self, slot: Slot) -> FieldView:
        problem = self._problem(slot)
        return FieldView(
            slot=slot,
            label=self._offers.label(slot),
            offers=self._offers.of(slot),
            chosen=self._chosen(slot),
            echo="" if problem else self._echo(slot),
            problem=problem,
        )

    # ------------------------------------------------------------- what is chosen
    def _chosen(self, slot: Slot) -> str | None:
        table, answers = self._table, self._answers
        written: dict[Slot, str | None] = {
            Slot.DATE_ORDER: None if table.date_order is None else table.date_order.value,
            Slot.ENCODING: answers.encoding,
            Slot.DELIMITER: None if self._delimiter_unclear() else table.delimiter,
            Slot.DECIMAL_MARK: None if slot in self._asked else table.decimal_mark,
        }
        if slot in written:
            return written[slot]
        if slot is Slot.CURRENCY and answers.currency is not None:
            return answers.currency
        if slot is Slot.DUE_DAY and answers.due_days is not None:
            return str(answers.due_days)
        return self._column(slot)

    def _column(self, slot: Slot) -> str | None:
        field = field_of(slot, self._table)
        for header, known in self._table.mapping.items():
            if known is field:
                return COLUMN + header
        return None if slot in self._asked or slot in REQUIRED else NOWHERE

    # ------------------------------------------------------------- what it says
    def _problem(self, slot: Slot) -> str:
        if slot in self._asked:
            return ask_words(self._asked[slot], self._language, self._locale)
        if slot is Slot.DELIMITER and self._delimiter_unclear():
            problem = next(p for p in self._table.problems if p.reason is Reason.DELIMITER_UNCLEAR)
            return reason_words(problem, self._language, self._locale)
        return ""

    def _echo(self, slot: Slot) -> str:
        echoes, answers = self._echoes, self._answers
        match slot:
            case Slot.DATE_ORDER:
                return echoes.evidence(self._table.date_evidence)
            case Slot.DECIMAL_MARK:
                return echoes.evidence(self._table.decimal_evidence)
            case Slot.ENCODING | Slot.DELIMITER:
                return ""
            case Slot.CURRENCY:
                return echoes.currencies()
            case Slot.DUE_DAY if answers.due_days is not None:
                return echoes.due_after(answers.due_days)
        field = field_of(slot, self._table)
        return echoes.of(field) if field in self._table.mapping.values() else ""
