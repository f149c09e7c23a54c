"""What an invoice comes to: lines, the tax of each rate, net, tax and gross.

Prices are net or gross of tax. A line's amount is always a whole number of minor units, since it
stands on the paper; tax is rounded per line, or once per rate for the whole document. Everything
is rounded half up, away from nothing for negative amounts.

Sources: HMRC VAT Notice 700, section 17.5 (both ways of rounding are in use), and Article 226 of
Directive 2006/112/EC (net and tax are stated per rate).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from creditmate.domain.currencies import exponent
from creditmate.domain.money import LIMIT, Money, total
from creditmate.domain.settings import Prices, Rounding
from creditmate.domain.taxes import CHARGED, TaxKind

_HUNDRED = Decimal(100)
_KINDS = {kind: place for place, kind in enumerate(TaxKind)}
_EXACT = 60  # digits: the longest quantity, price and discount multiply exactly
MOST_LINES = 500
MOST_DIGITS, MOST_DECIMALS = 12, 6
"""Digits before and behind the decimal mark of a quantity or a price."""


@dataclass(frozen=True, slots=True)
class LineTax:
    """A tax code as it is on the supply day; ``rate`` is percent, zero or more."""

    code: str
    name: str
    kind: TaxKind
    rate: Decimal

    @property
    def charged(self) -> Decimal:
        """The percent that the customer pays to us."""
        return self.rate if self.kind in CHARGED else Decimal(0)

    def on_net(self, net: Money) -> Money:
        """The tax on an amount before tax."""
        return net.scaled(self.charged, 100)

    def within_gross(self, gross: Money) -> Money:
        """The tax that an amount with tax contains."""
        return _share(gross, self.charged, _HUNDRED + self.charged)


def _share(amount: Money, part: Decimal, whole: Decimal) -> Money:
    """``amount`` times ``part`` / ``whole``; both are made whole numbers so that halves stay."""
    scale = 10 ** max(-int(number.as_tuple().exponent) for number in (part, whole, Decimal(0)))
    return amount.scaled(part * scale, int(whole * scale))


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """A line: ``price`` is for one ``unit``, in major units of the document's currency.

    ``discount`` is percent off, above 0 and up to 100. A negative quantity takes away.
    ``work_item`` is the work that the line invoices, ``credits_place`` the line of the invoice that
    a credit note's takes back.

    Raises:
        ValueError: A number is out of bounds, or none.
    """

    description: str
    quantity: Decimal
    price: Decimal
    tax: LineTax
    unit: str = ""
    discount: Decimal | None = None
    work_item: int | None = None
    credits_place: int | None = None

    def __post_init__(self) -> None:
        if not fits(self.quantity) or not fits(self.price):
            raise ValueError(f"{self.quantity} at {self.price}")
        if self.discount is not None and not is_discount(self.discount):
            raise ValueError(f"a discount of {self.discount} percent")

    def amount(self, currency: str) -> Money:
        """Return what the line comes to, rounded half up once.

        Raises:
            ValueError: It is more than an account holds.
        """
        return line_amount(self.quantity, self.price, self.discount, currency)


def line_amount(
    quantity: Decimal, price: Decimal, discount: Decimal | None, currency: str
) -> Money:
    """Return so many at a price, less so many percent, rounded half up once.

    Raises:
        ValueError: It is more than an account holds.
    """
    with localcontext(prec=_EXACT):
        exact = quantity * price * (_HUNDRED - (discount or 0)) / _HUNDRED
        minor = int(exact.scaleb(exponent(currency)).quantize(Decimal(1), ROUND_HALF_UP))
    if abs(minor) > LIMIT:
        raise ValueError(f"a line of {exact}")
    return Money(minor, currency)


def fits(number: Decimal) -> bool:
    """Whether a quantity or price is a plain number of at most 12 digits and 6 decimals."""
    if not number.is_finite():
        return False
    decimals = -int(number.as_tuple().exponent)
    return abs(number) < Decimal(10) ** MOST_DIGITS and decimals <= MOST_DECIMALS


def is_discount(percent: Decimal) -> bool:
    """Whether a line's discount is above 0 and at most 100, with four decimals at most."""
    return (
        percent.is_finite() and 0 < percent <= _HUNDRED and -int(percent.as_tuple().exponent) <= 4
    )


@dataclass(frozen=True, slots=True)
class TaxSum:
    """What a document has at one rate: before tax, and the tax."""

    tax: LineTax
    net: Money
    amount: Money

    @property
    def gross(self) -> Money:
        """With the tax."""
        return self.net + self.amount


@dataclass(frozen=True, slots=True)
class Totals:
    """What a document comes to. ``lines`` are net or gross, as its prices are."""

    lines: tuple[Money, ...]
    taxes: tuple[TaxSum, ...]
    currency: str

    @property
    def net(self) -> Money:
        """Before tax."""
        return total((found.net for found in self.taxes), self.currency)

    @property
    def tax(self) -> Money:
        """The tax of all rates."""
        return total((found.amount for found in self.taxes), self.currency)

    @property
    def gross(self) -> Money:
        """What is to be paid."""
        return self.net + self.tax


def totals(
    lines: Sequence[InvoiceLine], currency: str, prices: Prices, rounding: Rounding
) -> Totals:
    """Return what lines come to; taxes are in the order of their kinds, the highest rate first.

    119.99 with 20 % within it: tax 20.00 (19.998…), net 99.99. Three lines of 0.33 at 20 %:
    document rounding gives 0.20 (0.198), line rounding 3 × 0.07 = 0.21.
    """
    amounts = tuple(line.amount(currency) for line in lines)
    groups: dict[LineTax, list[Money]] = {}
    for line, amount in zip(lines, amounts, strict=True):
        groups.setdefault(line.tax, []).append(amount)
    taxes = [_tax_sum(tax, found, prices, rounding) for tax, found in groups.items()]
    taxes.sort(key=lambda found: (_KINDS[found.tax.kind], -found.tax.rate, found.tax.code))
    return Totals(amounts, tuple(taxes), currency)


def _tax_sum(tax: LineTax, amounts: Sequence[Money], prices: Prices, rounding: Rounding) -> TaxSum:
    """One rate's net and tax: rounded for each amount, or once for their sum."""
    whole = total(amounts, amounts[0].currency)
    rounded: Iterable[Money] = amounts if rounding is Rounding.LINE else (whole,)
    of = tax.on_net if prices is Prices.NET else tax.within_gross
    charged = total((of(amount) for amount in rounded), whole.currency)
    net = whole if prices is Prices.NET else whole - charged
    return TaxSum(tax, net, charged)
