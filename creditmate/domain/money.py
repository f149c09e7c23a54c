"""Exact money: a whole number of minor units and the currency they are in."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from creditmate.domain.currencies import exponent

LIMIT = 10**15  # largest amount in minor units, either sign (data-model.md, conventions)


class CurrencyMismatch(ValueError):  # noqa: N818 - reads as what happened
    """Two different currencies met in one sum: always a programming error."""


@dataclass(frozen=True, slots=True, init=False)
class Money:
    """``Money(1999, "EUR")`` is nineteen euro ninety-nine; negative is owed the other way."""

    minor: int
    currency: str

    def __init__(self, minor: int, currency: str) -> None:
        """Amounts are made by the thousand, and a frozen dataclass takes half as long again."""
        _set_minor(self, minor)
        _set_currency(self, currency)

    def __add__(self, other: "Money") -> "Money":
        """Add an amount of the same currency."""
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        """Take away an amount of the same currency."""
        return Money(self.minor - self._same(other).minor, self.currency)

    def __neg__(self) -> "Money":
        """Return the amount with its sign turned."""
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        """Compare with an amount of the same currency."""
        return self.minor < self._same(other).minor

    def __le__(self, other: "Money") -> bool:
        """Compare with an amount of the same currency."""
        return self.minor <= self._same(other).minor

    def __bool__(self) -> bool:
        """Whether it is anything but zero."""
        return self.minor != 0

    def _same(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
        return other

    def scaled(self, by: Decimal | int, over: int = 1) -> "Money":
        """Return this times ``by`` / ``over``, rounded half-up to a minor unit, once.

        The division comes last so that an exact half stays an exact half.

        Raises:
            ZeroDivisionError: ``over`` is zero.
        """
        exact = Decimal(self.minor) * by / over
        return Money(int(exact.quantize(Decimal(1), ROUND_HALF_UP)), self.currency)

    @property
    def decimal(self) -> Decimal:
        """The amount in major units, for formatting only."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))


_set_minor, _set_currency = vars(Money)["minor"].__set__, vars(Money)["currency"].__set__


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Add ``amounts``, all of which must be in ``currency``; none at all is zero."""
    result = Money(0, currency)
    for amount in amounts:
        result += amount
    return result


def totals_by_currency(amounts: Iterable[Money]) -> list[Money]:
    """Add per currency and return one amount each, largest first, then by code."""
    sums: dict[str, int] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, 0) + amount.minor
    found = [Money(minor, currency) for currency, minor in sums.items()]
    if len(found) > 1:
        found.sort(key=lambda money: (-money.decimal, money.currency))
    return found
