"""Taxes on what is sold: codes, and the rate of each that is valid on the day of supply.

The rate of the day of supply counts (the tax point), not that of the day the invoice is written.
Which codes there are is the user's business: ``usual_taxes`` only proposes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class TaxKind(StrEnum):
    """What a code means for the tax charged and the words on the paper; the values are stored."""

    STANDARD = "standard"
    REDUCED = "reduced"
    ZERO = "zero"
    EXEMPT = "exempt"
    REVERSE_CHARGE = "reverse_charge"
    OUTSIDE = "outside"


CHARGED = frozenset({TaxKind.STANDARD, TaxKind.REDUCED})
"""Kinds that add tax to the price."""
_NAMED = CHARGED | {TaxKind.REVERSE_CHARGE}
"""Kinds that have a rate: of reverse charge it is what the customer accounts for."""
MOST_PERCENT = Decimal(100)
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class TaxRate:
    """What a code comes to from a day on: ``rate`` is percent, ``name`` what the paper calls it.

    ``source`` says where the rate was read.

    Raises:
        ValueError: Code or name is empty, or the rate does not fit the kind.
    """

    code: str
    name: str
    kind: TaxKind
    from_day: date
    rate: Decimal
    source: str = ""

    def __post_init__(self) -> None:
        if not self.code.strip() or not self.name.strip():
            raise ValueError("a tax without code or name")
        if not fits(self.kind, self.rate):
            raise ValueError(f"{self.rate} % does not fit {self.kind}")


def fits(kind: TaxKind, rate: Decimal) -> bool:
    """Whether a kind may have such a rate: above 0 where tax is charged, else 0, at most 100 %.

    Reverse charge may name the rate that the customer accounts for, or 0 where that is theirs to
    know.
    """
    if not rate.is_finite() or rate > MOST_PERCENT or rate < 0:
        return False
    if rate != rate.quantize(Decimal(1).scaleb(-_DECIMALS)):
        return False
    return rate > 0 or kind not in CHARGED if kind in _NAMED else rate == 0


def tax_on(rates: Iterable[TaxRate], code: str, supply_day: date) -> TaxRate | None:
    """Return what a code comes to on the day of supply; None before its first day."""
    known = [rate for rate in rates if rate.code == code and rate.from_day <= supply_day]
    return max(known, key=lambda rate: rate.from_day, default=None)


def taxes_on(rates: Iterable[TaxRate], supply_day: date) -> list[TaxRate]:
    """Return every code as it is on the day of supply: the usual kinds first, by rate, by code."""
    latest: dict[str, TaxRate] = {}
    for rate in sorted(rates, key=lambda rate: rate.from_day):
        if rate.from_day <= supply_day:
            latest[rate.code] = rate
    order = {kind: place for place, kind in enumerate(TaxKind)}
    return sorted(latest.values(), key=lambda rate: (order[rate.kind], -rate.rate, rate.code))
