"""Work is put down when it is done, invoiced in one step, and the lag is measured."""

from datetime import date
from decimal import Decimal

import pytest

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.invoice_refusals import InvoiceWhy
from creditmate.domain.invoice_rows import Lag, WorkRow
from creditmate.services.work import NewWork
from tests.services.invoice_desk import TODAY, Desk


def work(day: int, price: str = "100", **more: str) -> NewWork:
    return NewWork(date(2026, 11, day), "Stairs", Decimal(1), Decimal(price), **more)  # type: ignore[arg-type]


def waiting(desk: Desk) -> list[WorkRow]:
    return desk.work.waiting(desk.clock.today)


def test_all_that_waits_becomes_an_invoice(desk: Desk) -> None:
    desk.work.add("ACME", work(3, job="Loft", order_number="7"))
    desk.work.add("ACME", work(1, "50", job="Loft", order_number="8"))
    desk.work.add("EURO", work(2))
    assert [(row.code, row.days_waiting(TODAY)) for row in waiting(desk)] == [
        ("ACME", 22), ("EURO", 21), ("ACME", 20),
    ]  # fmt: skip
    new = desk.work.invoice_of("acme")
    assert (new.supply_day, new.job, new.order_number) == (date(2026, 11, 3), "Loft", "")
    done = desk.issuing.issue(desk.invoicing.plan(new))
    assert Touched.WORK in done.issued.touched
    assert [row.code for row in waiting(desk)] == ["EURO"]
    assert desk.detail("INV-0001").row.lag_days == 22
    assert desk.work.lag(TODAY, TODAY) == Lag(2, Decimal("21.0"), 22)
    assert desk.work.lag(date(2026, 1, 1), date(2026, 11, 22)) == Lag(0, None)


def test_some_of_it(desk: Desk) -> None:
    first, second = (desk.work.add("ACME", work(day)).id for day in (1, 2))
    desk.issuing.issue(desk.invoicing.plan(desk.work.invoice_of("ACME", [second])))
    assert [row.id for row in waiting(desk)] == [first]
    with pytest.raises(UserError, match="work-stands"):
        desk.work.invoice_of("ACME", [first, second])


def test_work_is_never_invoiced_twice(desk: Desk) -> None:
    desk.work.add("ACME", work(1))
    plans = [desk.invoicing.plan(desk.work.invoice_of("ACME")) for _ in range(2)]
    desk.issuing.issue(plans[0])
    with pytest.raises(UserError, match="changed-meanwhile"):
        desk.issuing.issue(plans[1])
    with pytest.raises(UserError, match="work-stands"):
        desk.work.invoice_of("ACME")


def test_work_of_a_cancelled_invoice_waits_again(desk: Desk) -> None:
    desk.work.add("ACME", work(1))
    desk.issuing.issue(desk.invoicing.plan(desk.work.invoice_of("ACME")))
    assert desk.cancelling.cancel("INV-0001", "wrong price").work == 1
    assert [row.days_waiting(TODAY) for row in waiting(desk)] == [22]
    desk.issuing.issue(desk.invoicing.plan(desk.work.invoice_of("ACME")))
    assert waiting(desk) == []


def test_work_is_changed_and_set_aside_while_it_waits(desk: Desk) -> None:
    saved = desk.work.add("ACME", work(1))
    (row,) = waiting(desk)
    desk.work.change(row, work(2, "75"))
    with pytest.raises(UserError, match="changed-meanwhile"):
        desk.work.change(row, work(2, "80"))
    assert [found.amount.minor for found in waiting(desk)] == [7500]
    desk.work.set_aside(saved.id)
    assert waiting(desk) == []
    with pytest.raises(UserError, match="work-stands"):
        desk.work.set_aside(saved.id)
    desk.work.bring_back(saved.id)
    assert [found.id for found in waiting(desk)] == [saved.id]


def test_work_that_does_not_fit_is_refused(desk: Desk) -> None:
    for wanted, why in (
        (work(24), InvoiceWhy.DAY_AHEAD),
        (work(1, job="x" * 121), InvoiceWhy.TOO_LONG),
        (NewWork(TODAY, " ", Decimal(1), Decimal(1)), InvoiceWhy.NO_DESCRIPTION),
        (NewWork(TODAY, "x", Decimal(10**11), Decimal(10**11)), InvoiceWhy.BAD_AMOUNT),
    ):
        with pytest.raises(UserError) as refused:
            desk.work.add("ACME", wanted)
        assert refused.value.facts["why"] == why
