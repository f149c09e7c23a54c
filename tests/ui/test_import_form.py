"""What the form over a file offers and makes of answers, without a window."""

from dataclasses import replace

import pytest

from creditmate.domain.import_summary import summarise
from creditmate.domain.importing import (
    IGNORE,
    Ask,
    DateOrder,
    Field,
    InvoiceTable,
    Question,
)
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.ui.screens.import_answers import (
    COLUMN,
    NOWHERE,
    Answers,
    Slot,
    asked_at,
    decide,
    is_no_table,
)
from creditmate.ui.screens.import_fields import FieldView, ImportForm

HEAD = "Account ref,Customer,Invoice no,Invoice date,Due date,Amount,Note"
ROW = "0379,Ash,1,31/10/2026,30/11/2026,100.00,x"


def read(answers: Answers, *rows: str, before: InvoiceTable | None = None) -> InvoiceTable:
    return read_invoice_table("\n".join(rows).encode(), answers.options(before))


def views(table: InvoiceTable, answers: Answers, *, more: bool = False) -> dict[Slot, FieldView]:
    summary = summarise(table.records)
    form = ImportForm(table, summary, answers, "en_GB", "en_GB", "GBP")
    return {view.slot: view for view in form.fields(more=more)}


TABLE = read(Answers(currency="GBP"), HEAD, ROW)


def test_the_fields_stand_in_the_order_of_the_design() -> None:
    shown = list(views(TABLE, Answers()))
    assert shown[:8] == [
        Slot.CUSTOMER, Slot.NUMBER, Slot.DAY, Slot.AMOUNT,
        Slot.DATE_ORDER, Slot.CURRENCY, Slot.DUE_DAY, Slot.PAID,
    ]  # fmt: skip
    assert shown[8:] == [Slot.NAME]
    more = list(views(TABLE, Answers(), more=True))
    assert more[:9] == shown
    assert Slot.STATUS in more
    assert Slot.DELIMITER not in more


def test_what_every_file_has_to_have_cannot_be_left_out() -> None:
    shown = views(TABLE, Answers(), more=True)
    without = [slot for slot, view in shown.items() if NOWHERE in dict(view.offers)]
    required = {Slot.CUSTOMER, Slot.NUMBER, Slot.DAY, Slot.AMOUNT, Slot.DATE_ORDER}
    assert set(shown) - set(without) == required


def test_the_ledgers_currency_is_offered_before_the_others() -> None:
    offers = views(TABLE, Answers(currency="GBP"))[Slot.CURRENCY].offers
    codes = [value for value, _ in offers if value and not value.startswith(COLUMN)]
    assert codes[:2] == ["GBP", "AED"]


def test_a_file_of_names_only_has_one_field_for_its_customers() -> None:
    table = read(Answers(currency="GBP"), HEAD.replace("Account ref,", ""), ROW[5:])
    shown = views(table, Answers(), more=True)
    assert shown[Slot.CUSTOMER].chosen == COLUMN + "Customer"
    assert Slot.NAME not in shown


def test_a_column_is_for_one_field_only() -> None:
    answers = decide(Answers(), TABLE, Slot.ORDER_NUMBER, COLUMN + "Due date")
    assert answers.columns is not None
    assert answers.columns[Field.ORDER_NUMBER] == "Due date"
    assert Field.DUE_DAY not in answers.columns
    again = read(answers, HEAD, ROW, before=TABLE)
    assert again.mapping["Due date"] is Field.ORDER_NUMBER
    assert [question.ask for question in again.questions] == [Ask.CURRENCY, Ask.DUE_DAYS]


def test_a_column_left_out_stays_out_and_no_other_takes_its_place() -> None:
    head = HEAD.replace("Note", "Payment due")
    table = read(Answers(), head, ROW)
    answers = decide(Answers(), table, Slot.DUE_DAY, NOWHERE)
    assert answers.options(table).mapping["Payment due"] == IGNORE
    assert Field.DUE_DAY not in read(answers, head, ROW, before=table).mapping.values()


def test_choosing_a_column_takes_back_what_stood_in_for_it() -> None:
    answers = replace(Answers(), currency="EUR", due_days=30)
    answers = decide(answers, TABLE, Slot.DUE_DAY, COLUMN + "Due date")
    answers = decide(answers, TABLE, Slot.CURRENCY, COLUMN + "Note")
    assert (answers.due_days, answers.currency) == (None, None)
    assert answers.columns is not None
    assert answers.columns[Field.CURRENCY] == "Note"


@pytest.mark.parametrize(
    ("slot", "choice", "decided"),
    [
        (Slot.DATE_ORDER, "mdy", Answers(date_order=DateOrder.MDY)),
        (Slot.ENCODING, "cp1252", Answers(encoding="cp1252")),
        (Slot.DELIMITER, ";", Answers(delimiter=";")),
        (Slot.DECIMAL_MARK, ",", Answers(decimal_mark=",")),
        (Slot.CURRENCY, "EUR", Answers(currency="EUR")),
        (Slot.DUE_DAY, "0", Answers(due_days=0)),
    ],
)
def test_how_a_file_is_written_is_decided(slot: Slot, choice: str, decided: Answers) -> None:
    assert decide(Answers(), TABLE, slot, choice) == decided


def test_an_answer_is_shown_as_chosen() -> None:
    answers = Answers(
        date_order=DateOrder.DMY, currency="EUR", decimal_mark=".", due_days=30, encoding="cp1252"
    )
    table = read(answers, HEAD.replace(",Due date", ""), ROW.replace(",30/11/2026", ""))
    shown = views(table, answers)
    chosen = {slot: view.chosen for slot, view in shown.items()}
    assert chosen[Slot.DATE_ORDER] == "dmy"
    assert chosen[Slot.CURRENCY] == "EUR"
    assert chosen[Slot.DUE_DAY] == "30"
    assert chosen[Slot.DECIMAL_MARK] == "."
    assert chosen[Slot.ENCODING] == "cp1252"
    assert all(view.chosen in dict(view.offers) for view in shown.values())
    assert shown[Slot.DUE_DAY].echo == "\u206830\xa0Nov\xa02026\u2069"


def test_a_missing_column_is_asked_at_its_field() -> None:
    table = read(Answers(currency="GBP"), HEAD.replace("Invoice no", "Foo"), ROW)
    view = views(table, Answers())[Slot.NUMBER]
    assert view.chosen is None
    assert view.problem == "No header says so. Which column is it?"


def test_every_question_has_its_field() -> None:
    for ask in Ask:
        facts = {"field": Field.AMOUNT.value} if ask is Ask.COLUMN else {}
        assert asked_at(Question(ask, facts)) in Slot


def test_what_no_answer_makes_a_table_is_none() -> None:
    assert is_no_table(read(Answers(), ""))
    assert not is_no_table(TABLE)
    assert not is_no_table(read(Answers(), "a,b;c", "d,e;f"))
