"""Work to be invoiced: kept until an invoice has it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.days import maybe_day
from creditmate.db.gateway import Writing
from creditmate.db.models import Customer, Document, WorkItem
from creditmate.domain.invoice_rows import WorkRow
from creditmate.domain.invoicing import line_amount

_SHOWN = (
    WorkItem.id, WorkItem.version, WorkItem.customer_id, Customer.code, Customer.name,
    WorkItem.done_day, WorkItem.description, WorkItem.quantity, WorkItem.unit, WorkItem.price,
    WorkItem.discount, WorkItem.tax_code, WorkItem.job, WorkItem.order_number, Customer.currency,
    fn.COALESCE(Document.number, ""), WorkItem.invoiced_day,
)  # fmt: skip


def waiting(as_at: date, customer: int | None = None) -> list[WorkRow]:
    """Return what was done up to a day and is on no invoice, the longest waiting first."""
    query = _rows().where(
        WorkItem.document_id.is_null()
        & WorkItem.archived_day.is_null()
        & (WorkItem.done_day <= as_at)
    )
    if customer is not None:
        query = query.where(WorkItem.customer_id == customer)
    ordered = query.order_by(WorkItem.done_day, WorkItem.id)
    return [_row(values) for values in database.execute(ordered)]


def items(ids: Sequence[int]) -> list[WorkRow]:
    """Return work by ids, in the order it was done; unknown ids are left out."""
    found: list[WorkRow] = []
    for chunk in chunks(ids):
        found += [_row(v) for v in database.execute(_rows().where(WorkItem.id.in_(chunk)))]
    return sorted(found, key=lambda row: (row.done_day, row.id))


def are_waiting(ids: Sequence[int]) -> bool:
    """Whether all of these are on no invoice and not set aside."""
    found = WorkItem.select().where(
        WorkItem.id.in_(list(ids))
        & WorkItem.document_id.is_null()
        & WorkItem.archived_day.is_null()
    )
    return bool(found.count() == len(ids))


def lag_days(first: date, last: date) -> list[int]:
    """Return days from done to invoiced of what was invoiced in a period, both days included."""
    query = WorkItem.select(WorkItem.done_day, WorkItem.invoiced_day).where(
        WorkItem.invoiced_day.between(first, last)
    )
    return [
        (date.fromisoformat(invoiced) - date.fromisoformat(done)).days
        for done, invoiced in database.execute(query)
    ]


def first_done_days(documents: Sequence[int]) -> dict[int, date]:
    """Return the day of the first work on each of these invoices that was made from work."""
    query = (
        WorkItem.select(WorkItem.document_id, fn.MIN(WorkItem.done_day))
        .where(WorkItem.document_id.in_(list(documents)))
        .group_by(WorkItem.document_id)
    )
    return {id_: date.fromisoformat(day) for id_, day in database.execute(query)}


def add_work(writing: Writing, **values: object) -> int:
    """Put work down; the columns but those of its invoice."""
    return writing.create(WorkItem, document_id=None, invoiced_day=None, **values)


def edit_work(writing: Writing, id_: int, version: int, **values: object) -> None:
    """Change work that was read at ``version``.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(WorkItem, id_, version, **values)


def mark_invoiced(writing: Writing, ids: Sequence[int], document: int, day: date) -> None:
    """Put down on which invoice work is."""
    for row in items(ids):
        writing.edit(WorkItem, row.id, row.version, document_id=document, invoiced_day=day)


def free_again(writing: Writing, document: int) -> int:
    """Let the work of an invoice that is cancelled wait again; return how many there are."""
    query = WorkItem.select(WorkItem.id, WorkItem.version).where(WorkItem.document_id == document)
    found = list(database.execute(query))
    for id_, version in found:
        writing.edit(WorkItem, id_, version, document_id=None, invoiced_day=None)
    return len(found)


def _rows() -> Any:  # noqa: ANN401 - a peewee query
    return (
        WorkItem.select(*_SHOWN)
        .join(Customer, on=Customer.id == WorkItem.customer_id)
        .switch(WorkItem)
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == WorkItem.document_id)
    )


def _row(values: Sequence[Any]) -> WorkRow:
    (id_, version, customer, code, name, done, description, quantity, unit, price, discount, tax,
     job, order, currency, invoice, invoiced) = values  # fmt: skip
    off = Decimal(discount) if discount else None
    return WorkRow(
        id=id_,
        version=version,
        customer_id=customer,
        code=code,
        name=name,
        done_day=date.fromisoformat(done),
        description=description,
        quantity=Decimal(quantity),
        unit=unit,
        price=Decimal(price),
        discount=off,
        tax_code=tax,
        job=job,
        order_number=order,
        currency=currency,
        amount=line_amount(Decimal(quantity), Decimal(price), off, currency),
        invoice=invoice,
        invoiced_day=maybe_day(invoiced),
    )
