"""What was typed into the form of an invoice, charge or credit note, understood; and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_parts import Retention
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import CreditedLine, NewCredit, NewInvoice, NewLine
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.settings import Prices, Rounding
from creditmate.domain.terms_notation import parse_terms
from creditmate.domain.terms_text import terms_text
from creditmate.domain.typed_invoice import TypedInvoice, TypedLine
from creditmate.i18n.day_parsing import Towards, parse_day
from creditmate.i18n.formats import day_short, money
from creditmate.i18n.parsing import parse_money
from creditmate.i18n.quantities import decimal_words, parse_decimal


@dataclass(frozen=True, slots=True)
class Typing:
    """How what is typed is read: in which locale, on which day, in whose currency."""

    locale: str
    today: date
    currency: str


def understood_invoice(typed: TypedInvoice, how: Typing) -> NewInvoice:
    """Return the invoice that was typed; lines of which nothing was typed are left out.

    Raises:
        UserError: ``BAD_DATE``, ``BAD_MONEY``, ``BAD_NUMBER``, ``BAD_TERMS`` with ``field`` (and
            ``line``), or ``INVOICE_FIELD``.
    """
    currency = _currency(typed, how)
    return NewInvoice(
        code=typed.code.strip(),
        day=_day(typed.day, "day", how) or how.today,
        lines=understood_lines(typed.lines, how),
        supply_day=_day(typed.supply_day, "supply_day", how),
        currency=currency,
        order_number=typed.order_number,
        job=typed.job,
        received_by=typed.received_by,
        note=typed.note,
        prices=Prices(typed.prices) if typed.prices else None,
        rounding=Rounding(typed.rounding) if typed.rounding else None,
        retention=_retention(typed, currency, how),
        labour=_money(typed.labour, "labour", currency, how),
        kind=DocumentKind.CHARGE_NOTE if typed.charge else DocumentKind.INVOICE,
        belongs_to=typed.belongs_to.strip(),
        terms=_terms(typed, how),
    )


def understood_credit(typed: TypedInvoice, how: Typing) -> NewCredit:
    """Return the credit note that was typed.

    Raises:
        UserError: As ``understood_invoice``.
    """
    return NewCredit(
        number=typed.credits.strip(),
        day=_day(typed.day, "day", how) or how.today,
        reason=typed.reason,
        lines=tuple(
            CreditedLine(place, parse_decimal(text, how.locale) if text.strip() else None)
            for place, text in typed.credited
        ),
        amount=_money(typed.amount, "amount", _currency(typed, how), how),
    )


def understood_lines(lines: Sequence[TypedLine], how: Typing) -> tuple[NewLine, ...]:
    """Return the lines that were typed; an empty quantity is 1.

    Raises:
        UserError: ``BAD_NUMBER`` with ``field`` and ``line``, its place from 1.
    """
    typed = [line for line in lines if not is_blank(line)]
    return tuple(_line(line, place, how) for place, line in enumerate(typed, 1))


def is_blank(line: TypedLine) -> bool:
    """Whether nothing was typed into a line that would make it one."""
    return not any(text.strip() for text in (line.description, line.quantity, line.price))


def _line(line: TypedLine, place: int, how: Typing) -> NewLine:
    def number(text: str, field: str) -> Decimal:
        try:
            return parse_decimal(text, how.locale, field=field)
        except UserError as error:
            raise UserError(Problem.BAD_NUMBER, **error.facts, line=place) from error

    discount = line.discount.strip().removesuffix("%").strip()
    return NewLine(
        description=line.description,
        quantity=number(line.quantity, "quantity") if line.quantity.strip() else Decimal(1),
        price=number(line.price, "price"),
        unit=line.unit,
        discount=number(discount, "discount") if discount else None,
        tax=line.tax,
        work_item=line.work_item,
    )


def _currency(typed: TypedInvoice, how: Typing) -> str:
    currency = typed.currency.strip().upper() or how.currency
    if currency not in CODES:
        raise invoice_refused("currency", InvoiceWhy.BAD_CURRENCY, found=typed.currency)
    return currency


def _day(text: str, field: str, how: Typing) -> date | None:
    if not text.strip():
        return None
    return parse_day(text, how.locale, how.today, towards=Towards.PAST, field=field)


def _terms(typed: TypedInvoice, how: Typing) -> PaymentTerms | None:
    if not typed.terms.strip():
        return None
    return parse_terms(typed.terms, _day(typed.day, "day", how) or how.today)


def _money(text: str, field: str, currency: str, how: Typing) -> Money | None:
    return parse_money(text, currency, how.locale, field=field) if text.strip() else None


def _retention(typed: TypedInvoice, currency: str, how: Typing) -> Retention | None:
    """Read percent with its sign, or an amount, held until a day to come."""
    text = typed.retention.strip()
    if not text and typed.retention_due.strip():
        raise invoice_refused("retention", InvoiceWhy.NO_RETENTION)
    if not text:
        return None
    if not typed.retention_due.strip():
        raise invoice_refused("retention_due", InvoiceWhy.NO_RETENTION_DAY)
    due = parse_day(typed.retention_due, how.locale, how.today, field="retention_due")
    percent, amount = None, None
    if "%" in text:
        percent = parse_decimal(text.replace("%", "").strip(), how.locale, field="retention")
    else:
        amount = parse_money(text, currency, how.locale, field="retention")
    try:
        return Retention(due, percent, amount)
    except ValueError as error:
        raise invoice_refused("retention", InvoiceWhy.BAD_RETENTION) from error


def typed_invoice(new: NewInvoice, locale: str) -> TypedInvoice:
    """Return an invoice as it would be typed, such as one made from work, to be looked at."""
    held = new.retention
    retention = ""
    if held is not None and held.percent is not None:
        retention = decimal_words(held.percent, locale) + "%"
    elif held is not None and held.amount is not None:
        retention = money(held.amount, locale)
    return TypedInvoice(
        code=new.code,
        day=day_short(new.day, locale),
        supply_day="" if new.supply_day is None else day_short(new.supply_day, locale),
        currency=new.currency,
        order_number=new.order_number,
        job=new.job,
        received_by=new.received_by,
        note=new.note,
        prices="" if new.prices is None else new.prices.value,
        rounding="" if new.rounding is None else new.rounding.value,
        retention=retention,
        retention_due="" if held is None else day_short(held.due_day, locale),
        labour="" if new.labour is None else money(new.labour, locale),
        lines=tuple(_typed_line(line, locale) for line in new.lines),
        charge=new.kind is DocumentKind.CHARGE_NOTE,
        belongs_to=new.belongs_to,
        terms="" if new.terms is None else terms_text(new.terms),
    )


def _typed_line(line: NewLine, locale: str) -> TypedLine:
    return TypedLine(
        description=line.description,
        quantity=decimal_words(line.quantity, locale),
        unit=line.unit,
        price=decimal_words(line.price, locale, 2),
        discount="" if line.discount is None else decimal_words(line.discount, locale),
        tax=line.tax,
        work_item=line.work_item,
    )
