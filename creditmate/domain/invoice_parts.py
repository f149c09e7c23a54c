"""When the parts of an invoice are due: its terms' parts, and what is held back as retention.

A retention is what the customer keeps until the work has proved itself: it is owed from the
invoice's day like all of it, but due on a day of its own. All parts add up to the gross.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditmate.domain.dates import Calendar
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import (
    DiscountOffer,
    PaymentTerms,
    discount_offer,
    due_parts,
)


@dataclass(frozen=True, slots=True)
class Retention:
    """What is held back until ``due_day``: percent of the gross, or an amount; one of them.

    Percent is of the gross: what is held includes its own tax, so that what is paid at once and
    what is paid later bear the same share of it.

    Raises:
        ValueError: Neither or both are given, or it is not between nothing and all.
    """

    due_day: date
    percent: Decimal | None = None
    amount: Money | None = None

    def __post_init__(self) -> None:
        if (self.percent is None) == (self.amount is None):
            raise ValueError("a retention is percent or an amount")
        if self.percent is not None and not 0 < self.percent < 100:
            raise ValueError(f"a retention of {self.percent} percent")
        if self.amount is not None and self.amount.minor <= 0:
            raise ValueError(f"a retention of {self.amount}")

    def held(self, gross: Money) -> Money:
        """Return what is held of ``gross``, percent rounded half up once."""
        if self.amount is not None:
            return self.amount
        return gross.scaled(self.percent or 0, 100)


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its due day; ``worked_day`` is where terms move a day that is not worked."""

    day: date
    worked_day: date
    amount: Money
    retained: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """When what is due, the retention last; and what paying early earns."""

    parts: tuple[Part, ...]
    discount: DiscountOffer | None

    @property
    def first(self) -> Part:
        """The part that is due first."""
        return self.parts[0]

    @property
    def retained(self) -> Part | None:
        """The part that is held back."""
        return self.parts[-1] if self.parts[-1].retained else None


def schedule(
    terms: PaymentTerms,
    invoice_day: date,
    gross: Money,
    retention: Retention | None = None,
    calendar: Calendar | None = None,
) -> Schedule:
    """Return the parts of an invoice in the order they are due.

    The discount is on what is due by the terms; a retention earns none.

    Raises:
        ValueError: All of it or more would be held back, or held back to a day before the
            invoice's.
    """
    held = None if retention is None else retention.held(gross)
    due = gross if held is None else gross - held
    if retention is not None and (due.minor <= 0 or retention.due_day < invoice_day):
        raise ValueError(f"{held} held of {gross} until {retention.due_day}")
    parts = [
        Part(part.day, part.shifted_day, part.amount)
        for part in due_parts(terms, invoice_day, due, calendar)
    ]
    if retention is not None and held:
        parts.append(Part(retention.due_day, retention.due_day, held, retained=True))
    return Schedule(tuple(parts), discount_offer(terms, invoice_day, due))
