"""Payment terms: when the parts of an invoice are due, and what paying early earns.

Terms are a due rule, perhaps a discount for early settlement, and what happens to a due day that
is not worked. A document keeps the terms it was issued under: changing a customer's terms never
re-dates it. Source: domain-rules 4.5.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import cast, get_args

from creditmate.domain.dates import Calendar
from creditmate.domain.due_rules import (
    MOST_DAYS,
    DueRule,
    Form,
    Instalment,
    Instalments,
    require_whole,
)
from creditmate.domain.money import Money

Stored = Mapping[str, object]
"""Terms' parameters as JSON holds them: whole numbers, texts and lists."""

_RULES: Mapping[str, type[DueRule]] = {rule.form.value: rule for rule in get_args(DueRule)}
_PERCENT = re.compile(r"[0-9]{1,2}(\.[0-9]{1,4})?")
_DAYS_IN_YEAR = 365
_ABOUT = Decimal("0.0001")


class Shift(StrEnum):
    """What happens to a due day that is not worked; none is the custom."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Discount:
    """So many percent off when paid within ``days`` of the invoice day: 2/10 is (2, 10).

    ``percent`` is above 0 and below 100, with at most four decimals.
    """

    percent: Decimal
    days: int

    def __post_init__(self) -> None:
        if not isinstance(self.percent, Decimal) or not _PERCENT.fullmatch(f"{self.percent:f}"):
            raise ValueError(f"a discount of {self.percent!r} percent")
        if not self.percent:
            raise ValueError("a discount of 0 percent is none: leave it out")
        require_whole("discount days", self.days, 0, MOST_DAYS)

    def yearly_cost(self, days_sooner: int) -> Decimal:
        """Return what the seller pays for the money a year, as a fraction: 0.3724 is 37 %.

        Simple interest on the discounted sum, for money that comes ``days_sooner`` than it had
        to; rounded half-up to four decimals.

        Raises:
            ValueError: ``days_sooner`` is not positive.
        """
        if days_sooner < 1:
            raise ValueError(f"money that comes {days_sooner} days sooner")
        per_year = self.percent * _DAYS_IN_YEAR / ((100 - self.percent) * days_sooner)
        return per_year.quantize(_ABOUT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class DuePart:
    """One part of an invoice: ``day`` is the contract's, ``shifted_day`` the worked one."""

    day: date
    shifted_day: date
    amount: Money


@dataclass(frozen=True, slots=True)
class DiscountOffer:
    """What may be taken off a payment that arrives by ``day``.

    ``yearly_cost`` is a fraction per year, None when ``day`` is not before the due day.
    """

    day: date
    amount: Money
    yearly_cost: Decimal | None


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """When an invoice is due.

    Raises:
        ValueError: A discount on instalments: it would not be clear what "early" is.
    """

    rule: DueRule
    discount: Discount | None = None
    shift: Shift = Shift.NONE

    def __post_init__(self) -> None:
        if self.discount and isinstance(self.rule, Instalments):
            raise ValueError("a discount needs one due day, not instalments")

    @property
    def form(self) -> Form:
        """The code of the form, stored beside the parameters."""
        return self.rule.form

    def to_parameters(self) -> dict[str, object]:
        """Return what is stored beside ``form``, ready for JSON; defaults are left out."""
        stored: dict[str, object] = {}
        for name in _names(type(self.rule)):
            value = getattr(self.rule, name)
            if name == "parts":
                stored[name] = [[part.days, part.share] for part in value]
            elif value is not None:
                stored[name] = value
        if self.discount:
            stored["discount_percent"] = f"{self.discount.percent.normalize():f}"
            stored["discount_days"] = self.discount.days
        if self.shift is not Shift.NONE:
            stored["shift"] = self.shift.value
        return stored


def from_parameters(form: str, parameters: Stored) -> PaymentTerms:
    """Return the terms that ``PaymentTerms.to_parameters`` stored.

    Raises:
        ValueError: An unknown form, a parameter missing or unknown, or a value out of bounds.
    """
    if form not in _RULES:
        raise ValueError(f"unknown form of terms {form!r}")
    rest = dict(parameters)
    shift = Shift(cast("str", rest.pop("shift", Shift.NONE)))  # refuses what it does not know
    discount = _discount(rest.pop("discount_percent", None), rest.pop("discount_days", None))
    return PaymentTerms(_rule(_RULES[form], rest), discount, shift)


def due_parts(
    terms: PaymentTerms, invoice_day: date, amount: Money, calendar: Calendar | None = None
) -> tuple[DuePart, ...]:
    """Return the parts of an invoice in the order they are due; together they are ``amount``.

    Each part but the last is rounded towards zero, so the odd pennies are on the last; a part
    that comes to nothing is left out, but for the last. Interest counts from ``day``. A shift to
    an earlier worked day that would fall before the invoice goes to the next one instead.
    Without a ``calendar``, Monday to Friday are worked.
    """
    worked = calendar or Calendar()
    found = []
    for day, part in _contract_parts(terms.rule, invoice_day, amount):
        found.append(DuePart(day, _shifted(day, invoice_day, terms.shift, worked), part))
    return tuple(found)


def discount_offer(terms: PaymentTerms, invoice_day: date, amount: Money) -> DiscountOffer | None:
    """Return what paying early would save the customer, None where terms offer no discount.

    The amount is rounded half-up once. The day is the contract's: it is not shifted.
    """
    if terms.discount is None:
        return None
    day = invoice_day + timedelta(days=terms.discount.days)
    sooner = (terms.rule.due(invoice_day) - day).days
    cost = terms.discount.yearly_cost(sooner) if sooner > 0 else None
    return DiscountOffer(day, amount.scaled(terms.discount.percent, 100), cost)


def _contract_parts(
    rule: DueRule, invoice_day: date, amount: Money
) -> tuple[tuple[date, Money], ...]:
    if not isinstance(rule, Instalments):
        return ((rule.due(invoice_day), amount),)
    *early, last = rule.parts
    shares = sum(part.share for part in rule.parts)
    sign = -1 if amount.minor < 0 else 1
    found, left = [], amount
    for part in early:
        share = Money(sign * (abs(amount.minor) * part.share // shares), amount.currency)
        left -= share
        if share:
            found.append((invoice_day + timedelta(days=part.days), share))
    return (*found, (invoice_day + timedelta(days=last.days), left))


def _shifted(day: date, invoice_day: date, shift: Shift, worked: Calendar) -> date:
    if shift is Shift.NONE:
        return day
    if shift is Shift.PREVIOUS:
        earlier = worked.previous_working(day)
        if earlier >= invoice_day:
            return earlier
    return worked.next_working(day)


def _names(rule: type[DueRule]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(rule))


def _rule(rule: type[DueRule], stored: dict[str, object]) -> DueRule:
    if unknown := set(stored) - set(_names(rule)):
        raise ValueError(f"{rule.form} terms take no {', '.join(sorted(unknown))}")
    if rule is Instalments:
        return Instalments(_instalments(stored.get("parts")))
    try:
        # The rules check each value at run time, so what JSON held may be passed on.
        return rule(**cast("dict[str, int]", stored))  # type: ignore[arg-type]
    except TypeError as missing:
        raise ValueError(f"{rule.form} terms lack a parameter: {missing}") from None


def _instalments(stored: object) -> tuple[Instalment, ...]:
    parts = stored if isinstance(stored, list) else []  # none are refused with the rest
    for part in parts:
        if not isinstance(part, list) or len(part) != 2:
            raise ValueError(f"an instalment is {part!r}, not [days, share]")
    return tuple(Instalment(days, share) for days, share in parts)


def _discount(percent: object, days: object) -> Discount | None:
    if percent is None and days is None:
        return None
    if not isinstance(percent, str) or not _PERCENT.fullmatch(percent):
        raise ValueError(f"a discount of {percent!r} percent")
    return Discount(Decimal(percent), cast("int", days))
