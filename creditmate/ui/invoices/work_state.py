"""Work as it is typed, understood; and the way back; knows no toolkit."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditmate.domain.invoice_rows import WorkRow
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.formats import day_short
from creditmate.i18n.quantities import decimal_words, parse_decimal
from creditmate.services.work import NewWork


@dataclass(frozen=True, slots=True)
class TypedWork:
    """What stands in the dialog."""

    done_day: str = ""
    description: str = ""
    quantity: str = ""
    unit: str = ""
    price: str = ""
    job: str = ""
    order_number: str = ""


def understood_work(typed: TypedWork, locale: str, today: date) -> NewWork:
    """Return the work that was typed: done today where no day is, one of it where no quantity is.

    Raises:
        UserError: ``BAD_DATE`` or ``BAD_NUMBER`` with ``field``.
    """
    day = today
    if typed.done_day.strip():
        day = parse_day(typed.done_day, locale, today, towards=Towards.PAST, field="done_day")
    quantity = Decimal(1)
    if typed.quantity.strip():
        quantity = parse_decimal(typed.quantity, locale, field="quantity")
    return NewWork(
        done_day=day,
        description=typed.description,
        quantity=quantity,
        price=parse_decimal(typed.price, locale, field="price"),
        unit=typed.unit,
        job=typed.job,
        order_number=typed.order_number,
    )


def typed_work(row: WorkRow, locale: str) -> TypedWork:
    """Return work as it would be typed, to be changed."""
    return TypedWork(
        done_day=day_short(row.done_day, locale),
        description=row.description,
        quantity=decimal_words(row.quantity, locale),
        unit=row.unit,
        price=decimal_words(row.price, locale, 2),
        job=row.job,
        order_number=row.order_number,
    )
