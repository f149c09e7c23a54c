"""Work to invoice: put down when it is done, made into an invoice in one step, the lag measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from creditmate.db import work_items
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.invoice_rows import Lag, WorkRow
from creditmate.domain.invoicing import line_amount
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.services.customers import require_customer
from creditmate.services.invoice_lines import check_line

_LONGEST = {"job": 120, "order_number": 60}
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class NewWork:
    """Work done, or goods supplied, in the customer's currency; prices as invoices usually have.

    An empty ``tax`` is the business's usual code.
    """

    done_day: date
    description: str
    quantity: Decimal
    price: Decimal
    unit: str = ""
    discount: Decimal | None = None
    tax: str = ""
    job: str = ""
    order_number: str = ""


class WorkToInvoice:
    """What is done and not yet invoiced."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def add(self, code: str, work: NewWork) -> Saved:
        """Put work down.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``INVOICE_FIELD`` naming the field.
        """
        customer = require_customer(code)
        values = self._checked(customer, work)
        with self._gateway.write("add-work") as writing:
            made = work_items.add_work(writing, customer_id=customer.id, **values)
        return Saved(made, Touched.WORK)

    def change(self, row: WorkRow, work: NewWork) -> Touched:
        """Change work that is on no invoice yet.

        Raises:
            UserError: ``INVOICE_FIELD``; ``CHANGED_MEANWHILE``; ``WORK_STANDS``: it is invoiced.
        """
        values = self._checked(require_customer(row.code), work)
        self._require_waiting(row.id)
        with self._gateway.write("change-work") as writing:
            work_items.edit_work(writing, row.id, row.version, **values)
        return Touched.WORK

    def set_aside(self, item: int) -> Touched:
        """Take work off the list without invoicing it; ``bring_back`` undoes that.

        Raises:
            UserError: ``WORK_STANDS``: it is invoiced, or set aside already.
        """
        self._require_waiting(item)
        return self._archive("set-work-aside", item, self._clock.today)

    def bring_back(self, item: int) -> Touched:
        """Put work that was set aside on the list again."""
        return self._archive("bring-work-back", item, None)

    def waiting(self, as_at: date, code: str | None = None) -> list[WorkRow]:
        """Return what was done up to a day and is on no invoice, the longest waiting first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = None if code is None else require_customer(code).id
        return work_items.waiting(as_at, customer)

    def invoice_of(self, code: str, items: Sequence[int] = ()) -> NewInvoice:
        """Return the invoice of a customer's waiting work, dated today: to issue or to look at.

        Order number and job are the work's, if all of it has the same; the day of supply is the
        last day of the work.

        Args:
            code: The customer's.
            items: Only these; none means all that waits.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``WORK_STANDS``: nothing waits, or one of these
                does not.
        """
        today = self._clock.today
        rows = self.waiting(today, code)
        chosen = [row for row in rows if not items or row.id in items]
        if not chosen or (items and len(chosen) != len(set(items))):
            raise UserError(Problem.WORK_STANDS)
        return NewInvoice(
            code=chosen[0].code,
            day=today,
            lines=tuple(_line(row) for row in chosen),
            supply_day=max(row.done_day for row in chosen),
            order_number=_common([row.order_number for row in chosen]),
            job=_common([row.job for row in chosen]),
        )

    def lag(self, first: date, last: date) -> Lag:
        """Return how long work waited that was invoiced from ``first`` to ``last``.

        The average is rounded half up to a tenth of a day.
        """
        days = work_items.lag_days(first, last)
        if not days:
            return Lag(0, None)
        average = (Decimal(sum(days)) / len(days)).quantize(_TENTH, ROUND_HALF_UP)
        return Lag(len(days), average, max(days))

    def _checked(self, customer: CustomerRow, work: NewWork) -> dict[str, object]:
        if work.done_day > self._clock.today:
            raise invoice_refused(
                "done_day", InvoiceWhy.DAY_AHEAD, day=work.done_day, today=self._clock.today
            )
        for name, most in _LONGEST.items():
            if len(getattr(work, name)) > most:
                raise invoice_refused(name, InvoiceWhy.TOO_LONG, most=most)
        line = NewLine(
            work.description, work.quantity, work.price, work.unit, work.discount, work.tax
        )
        check_line(line, 1)
        try:
            line_amount(work.quantity, work.price, work.discount, customer.currency)
        except ValueError as error:
            raise invoice_refused("price", InvoiceWhy.BAD_AMOUNT, line=1) from error
        return {
            "done_day": work.done_day,
            "description": work.description.strip(),
            "quantity": f"{work.quantity:f}",
            "unit": work.unit.strip(),
            "price": f"{work.price:f}",
            "discount": "" if work.discount is None else f"{work.discount:f}",
            "tax_code": work.tax.strip(),
            "job": work.job.strip(),
            "order_number": work.order_number.strip(),
        }

    def _require_waiting(self, item: int) -> None:
        if not work_items.are_waiting([item]):
            raise UserError(Problem.WORK_STANDS)

    def _archive(self, use_case: str, item: int, day: date | None) -> Touched:
        for row in work_items.items([item]):
            with self._gateway.write(use_case) as writing:
                work_items.edit_work(writing, row.id, row.version, archived_day=day)
        return Touched.WORK


def _line(row: WorkRow) -> NewLine:
    return NewLine(
        description=row.description,
        quantity=row.quantity,
        price=row.price,
        unit=row.unit,
        discount=row.discount,
        tax=row.tax_code,
        work_item=row.id,
    )


def _common(texts: Sequence[str]) -> str:
    """What all of them say; empty where they differ."""
    return texts[0] if len(set(texts)) == 1 else ""
