"""When an invoice is due: one small rule per form that suppliers and customers agree.

Every rule is a value that answers ``due(invoice_day)``; a day that a month does not have is the
month's last day. "30 days end of month" exists in two forms that differ; there is none without
saying which. Sources: domain-rules 4.5 (Zuora, GnuCash, MYOB, Xero, NetSuite agree).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from creditmate.domain.dates import add_months, day_in_month, month_end

MOST_DAYS = 3660
"""The longest credit accepted, about ten years: more is a slip of the finger."""
MOST_MONTHS = 120
MOST_PARTS = 120
MOST_SHARE = 1_000_000


class Form(StrEnum):
    """The forms of terms, as stored."""

    ON_RECEIPT = "on_receipt"
    CASH_ON_DELIVERY = "cod"
    PREPAID = "prepaid"
    NET = "net"
    MONTH_END = "month_end"
    DAYS_AFTER_MONTH_END = "days_after_month_end"
    DAYS_THEN_MONTH_END = "days_then_month_end"
    DAY_OF_NEXT_MONTH = "day_of_next_month"
    ON_DAY = "on_day"
    INSTALMENTS = "instalments"


class TermsBoundsError(ValueError):
    """A part of terms that is no whole number within its bounds; ``part`` names it."""

    def __init__(self, part: str, found: object, low: int, high: int) -> None:
        super().__init__(f"{part} is {found!r}, not a whole number from {low} to {high}")
        self.part, self.found, self.low, self.high = part, found, low, high


def require_whole(name: str, value: object, low: int, high: int) -> None:
    """Refuse anything but a whole number within bounds, so that stored terms can be trusted.

    Raises:
        TermsBoundsError: ``value`` is not an ``int`` (a bool is none) or lies outside the bounds.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise TermsBoundsError(name, value, low, high)


@dataclass(frozen=True, slots=True)
class OnReceipt:
    """Due on the invoice day."""

    form: ClassVar[Form] = Form.ON_RECEIPT

    def due(self, invoice_day: date) -> date:
        """Return the invoice day."""
        return invoice_day


@dataclass(frozen=True, slots=True)
class CashOnDelivery:
    """Paid when the goods are handed over: due on the invoice day."""

    form: ClassVar[Form] = Form.CASH_ON_DELIVERY

    def due(self, invoice_day: date) -> date:
        """Return the invoice day."""
        return invoice_day


@dataclass(frozen=True, slots=True)
class Prepaid:
    """Paid before supply: due on the invoice day, and the goods wait for the money."""

    form: ClassVar[Form] = Form.PREPAID

    def due(self, invoice_day: date) -> date:
        """Return the invoice day."""
        return invoice_day


@dataclass(frozen=True, slots=True)
class Net:
    """Due ``days`` after the invoice day (0 to ``MOST_DAYS``)."""

    days: int
    form: ClassVar[Form] = Form.NET

    def __post_init__(self) -> None:
        require_whole("days", self.days, 0, MOST_DAYS)

    def due(self, invoice_day: date) -> date:
        """Return the due day."""
        return invoice_day + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """Due on the last day of the invoice's month, or of the month ``months`` later."""

    months: int = 0
    form: ClassVar[Form] = Form.MONTH_END

    def __post_init__(self) -> None:
        require_whole("months", self.months, 0, MOST_MONTHS)

    def due(self, invoice_day: date) -> date:
        """Return the due day."""
        return month_end(add_months(invoice_day, self.months))


@dataclass(frozen=True, slots=True)
class DaysAfterMonthEnd:
    """Form A: first to the end of the month, then ``days`` more."""

    days: int
    form: ClassVar[Form] = Form.DAYS_AFTER_MONTH_END

    def __post_init__(self) -> None:
        require_whole("days", self.days, 1, MOST_DAYS)

    def due(self, invoice_day: date) -> date:
        """Return the due day."""
        return month_end(invoice_day) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class DaysThenMonthEnd:
    """Form B: first ``days`` on, then to the end of the month reached."""

    days: int
    form: ClassVar[Form] = Form.DAYS_THEN_MONTH_END

    def __post_init__(self) -> None:
        require_whole("days", self.days, 1, MOST_DAYS)

    def due(self, invoice_day: date) -> date:
        """Return the due day."""
        return month_end(invoice_day + timedelta(days=self.days))


@dataclass(frozen=True, slots=True)
class DayOfNextMonth:
    """Proximo: due on a day of the month following.

    Args:
        day_of_month: 1 to 31.
        cut_off: Invoices dated after this day of their month are due one month later still. 1 to
            31, or -1 to -27 counted back from the month's last day (GnuCash: -3 in a February of
            28 days is the 25th). None: no cut-off.
    """

    day_of_month: int
    cut_off: int | None = None
    form: ClassVar[Form] = Form.DAY_OF_NEXT_MONTH

    def __post_init__(self) -> None:
        require_whole("day of month", self.day_of_month, 1, 31)
        if self.cut_off is not None:
            require_whole("cut-off", self.cut_off, -27, 31)
            if self.cut_off == 0:
                raise ValueError("a cut-off of 0 is no cut-off: leave it out")

    def due(self, invoice_day: date) -> date:
        """Return the due day."""
        month = add_months(invoice_day.replace(day=1), 2 if self._missed(invoice_day) else 1)
        return day_in_month(month.year, month.month, self.day_of_month)

    def _missed(self, invoice_day: date) -> bool:
        if self.cut_off is None:
            return False
        counted_back = month_end(invoice_day).day if self.cut_off < 0 else 0
        return invoice_day.day > counted_back + self.cut_off


@dataclass(frozen=True, slots=True)
class OnDay:
    """Due on the next such day of a month, the invoice day included (MYOB)."""

    day_of_month: int
    form: ClassVar[Form] = Form.ON_DAY

    def __post_init__(self) -> None:
        require_whole("day of month", self.day_of_month, 1, 31)

    def due(self, invoice_day: date) -> date:
        """Return the due day."""
        this = day_in_month(invoice_day.year, invoice_day.month, self.day_of_month)
        if this >= invoice_day:
            return this
        following = add_months(invoice_day.replace(day=1), 1)
        return day_in_month(following.year, following.month, self.day_of_month)


@dataclass(frozen=True, slots=True)
class Instalment:
    """One part of instalment terms: ``share`` is its weight among all parts' shares."""

    days: int
    share: int = 1

    def __post_init__(self) -> None:
        require_whole("days", self.days, 0, MOST_DAYS)
        require_whole("share", self.share, 1, MOST_SHARE)


@dataclass(frozen=True, slots=True)
class Instalments:
    """Several due days, such as 30/60/90: at least two, each later than the one before."""

    parts: tuple[Instalment, ...]
    form: ClassVar[Form] = Form.INSTALMENTS

    def __post_init__(self) -> None:
        require_whole("number of instalments", len(self.parts), 2, MOST_PARTS)
        days = [part.days for part in self.parts]
        if days != sorted(set(days)):
            raise ValueError(f"instalments after {days} days are not each later than the last")

    def due(self, invoice_day: date) -> date:
        """Return the day of the last part, when all is due."""
        return invoice_day + timedelta(days=self.parts[-1].days)


DueRule = (
    OnReceipt
    | CashOnDelivery
    | Prepaid
    | Net
    | MonthEnd
    | DaysAfterMonthEnd
    | DaysThenMonthEnd
    | DayOfNextMonth
    | OnDay
    | Instalments
)
