"""What the user has decided about a file that is brought in; knows no toolkit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, cast

from creditmate.domain.importing import (
    IGNORE,
    Ask,
    DateOrder,
    Field,
    ImportOptions,
    InvoiceTable,
    Question,
    Reason,
)

Delimiter = Literal[",", ";", "\t", "|"]
DecimalMark = Literal[".", ","]

NOWHERE = ""
"""The choice that no column holds a field."""
COLUMN = "column:"
"""Begins a choice that names a column; its header follows."""


class Slot(StrEnum):
    """A place on the form; it is for one field of the file, or for how the file is written."""

    CUSTOMER = "customer"
    NUMBER = "number"
    DAY = "day"
    AMOUNT = "amount"
    DATE_ORDER = "date-order"
    CURRENCY = "currency"
    DUE_DAY = "due-day"
    PAID = "paid"
    ENCODING = "encoding"
    DELIMITER = "delimiter"
    DECIMAL_MARK = "decimal-mark"
    NAME = "name"
    OPEN = "open"
    SETTLED_DAY = "settled-day"
    DISPUTED = "disputed"
    ORDER_NUMBER = "order-number"
    KIND = "kind"
    STATUS = "status"


FIELDS: Mapping[Slot, tuple[Field, ...]] = {
    Slot.CUSTOMER: (Field.CUSTOMER_CODE, Field.CUSTOMER_NAME),
    Slot.NUMBER: (Field.NUMBER,),
    Slot.DAY: (Field.DAY,),
    Slot.AMOUNT: (Field.AMOUNT, Field.LINE_AMOUNT),
    Slot.CURRENCY: (Field.CURRENCY,),
    Slot.DUE_DAY: (Field.DUE_DAY,),
    Slot.PAID: (Field.PAID,),
    Slot.NAME: (Field.CUSTOMER_NAME,),
    Slot.OPEN: (Field.OPEN,),
    Slot.SETTLED_DAY: (Field.SETTLED_DAY,),
    Slot.DISPUTED: (Field.DISPUTED,),
    Slot.ORDER_NUMBER: (Field.ORDER_NUMBER,),
    Slot.KIND: (Field.KIND,),
    Slot.STATUS: (Field.STATUS,),
}
"""The fields that a slot may be for; where the file tells none of them, the first."""

_ASKED_AT = {
    Ask.ENCODING: Slot.ENCODING,
    Ask.DATE_ORDER: Slot.DATE_ORDER,
    Ask.DECIMAL_MARK: Slot.DECIMAL_MARK,
    Ask.CURRENCY: Slot.CURRENCY,
    Ask.DUE_DAYS: Slot.DUE_DAY,
}


@dataclass(frozen=True, slots=True)
class Answers:
    """What was decided; what was not is found in the file or asked.

    Attributes:
        columns: Field → header, once the user has chosen any column; then it is all of them.
    """

    columns: Mapping[Field, str] | None = None
    date_order: DateOrder | None = None
    currency: str | None = None
    decimal_mark: DecimalMark | None = None
    encoding: Literal["cp1252"] | None = None
    delimiter: Delimiter | None = None
    due_days: int | None = None
    leave_out: bool = False

    def options(self, table: InvoiceTable | None) -> ImportOptions:
        """Return how to read the file; ``table`` is what it was when it was read before."""
        mapping: dict[str, str] = {}
        if self.columns is not None and table is not None:
            mapping = dict.fromkeys((*table.mapping, *table.ignored), IGNORE)
            mapping |= {header: field.value for field, header in self.columns.items()}
        return ImportOptions(
            date_order=self.date_order,
            currency=self.currency,
            mapping=mapping,
            decimal_mark=self.decimal_mark,
            encoding=self.encoding,
            delimiter=self.delimiter,
            due_days=self.due_days,
            leave_out_faulty=self.leave_out,
        )


def field_of(slot: Slot, table: InvoiceTable) -> Field:
    """Return the field that a slot is for in this file."""
    held = table.mapping.values()
    return next((field for field in FIELDS[slot] if field in held), FIELDS[slot][0])


def asked_at(question: Question) -> Slot:
    """Return the slot that answers a question."""
    if question.ask is Ask.COLUMN:
        field = Field(str(question.facts["field"]))
        return next(slot for slot, fields in FIELDS.items() if field in fields)
    return _ASKED_AT[question.ask]


_SAYS: Mapping[Slot, Callable[[Answers, str], Answers]] = {
    Slot.DATE_ORDER: lambda answers, choice: replace(answers, date_order=DateOrder(choice)),
    Slot.ENCODING: lambda answers, _: replace(answers, encoding="cp1252"),
    Slot.DELIMITER: lambda answers, choice: replace(
        answers, delimiter=cast("Delimiter", choice), columns=None
    ),
    Slot.DECIMAL_MARK: lambda answers, choice: replace(
        answers, decimal_mark=cast("DecimalMark", choice)
    ),
}
"""How the file is written; the other slots are about its columns."""


def decide(answers: Answers, table: InvoiceTable, slot: Slot, choice: str) -> Answers:
    """Return the answers with one more: ``choice`` is a value that the slot offers."""
    if slot in _SAYS:
        return _SAYS[slot](answers, choice)
    is_column = choice == NOWHERE or choice.startswith(COLUMN)
    if slot is Slot.CURRENCY:
        answers = replace(answers, currency=None if is_column else choice)
    elif slot is Slot.DUE_DAY:
        answers = replace(answers, due_days=None if is_column else int(choice))
    if not is_column:
        return answers
    return _with_column(answers, table, slot, choice.removeprefix(COLUMN))


def _with_column(answers: Answers, table: InvoiceTable, slot: Slot, header: str) -> Answers:
    """Give a slot another column, or none; a column is for one field only."""
    columns = answers.columns
    if columns is None:
        columns = {field: known for known, field in table.mapping.items()}
    field = field_of(slot, table)
    kept = {f: known for f, known in columns.items() if known != header and f is not field}
    return replace(answers, columns={**kept, field: header} if header else kept)


def is_no_table(table: InvoiceTable) -> bool:
    """Whether nothing that the user could decide makes the file one of invoices."""
    unclear = any(problem.reason is Reason.DELIMITER_UNCLEAR for problem in table.problems)
    return table.header_row is None and not table.questions and not unclear
