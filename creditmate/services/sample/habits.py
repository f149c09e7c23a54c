"""Under which terms the sample's customers buy, and how they pay."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from random import Random

from creditmate.domain.dates import Calendar, month_end
from creditmate.domain.due_rules import (
    DayOfNextMonth,
    DaysAfterMonthEnd,
    Instalment,
    Instalments,
    Net,
    Prepaid,
)
from creditmate.domain.payment_terms import Discount, PaymentTerms

TERMS = {
    "net30": PaymentTerms(Net(30)),
    "net14": PaymentTerms(Net(14)),
    "eom30": PaymentTerms(DaysAfterMonthEnd(30)),
    "20th": PaymentTerms(DayOfNextMonth(20)),
    "2/10": PaymentTerms(Net(30), Discount(Decimal(2), 10)),
    "30/60/90": PaymentTerms(Instalments((Instalment(30), Instalment(60), Instalment(90)))),
    "prepaid": PaymentTerms(Prepaid()),
}
"""Terms by a short name."""


class Run(StrEnum):
    """On which days a customer pays at all."""

    ANY = "any"
    FRIDAY = "friday"
    MONTH_END = "month_end"


class Manner(StrEnum):
    """How a customer settles invoices."""

    WHOLE = "whole"
    HALVES = "halves"  # half on the day, the rest some weeks later
    ROUND = "round"  # round sums on account, now and then
    DISCOUNT = "discount"  # within the discount days, less the discount


@dataclass(frozen=True, slots=True)
class Payer:
    """How a customer pays: ``late`` days after the due day (negative: before it), from and to.

    ``drift`` is how many days later still it has become by today.
    """

    late: tuple[int, int]
    drift: int = 0
    run: Run = Run.ANY
    method: str = "transfer"
    manner: Manner = Manner.WHOLE

    def pays_on(self, due_day: date, progress: float, worked: Calendar, rng: Random) -> date:
        """Return the day on which the money for an item comes.

        Args:
            due_day: When it was due.
            progress: How far the two years have passed, 0 to 1.
            worked: The banks' days.
            rng: Where chance comes from.
        """
        days = rng.randint(*self.late) + round(self.drift * progress)
        return run_day(self.run, due_day + timedelta(days=days), worked)


PAYERS = {
    "prompt": Payer((-4, 0)),
    "early": Payer((-14, -4)),
    "card": Payer((-3, 1), method="card"),
    "six_late": Payer((4, 8)),
    "drifting": Payer((-1, 3), drift=17),
    "month_end": Payer((0, 0), run=Run.MONTH_END),
    "friday": Payer((-4, 3), run=Run.FRIDAY),
    "slow": Payer((8, 18)),
    "very_slow": Payer((20, 36)),
    "cheque": Payer((1, 9), method="cheque"),
    "mixed": Payer((-4, 11)),
    "halves": Payer((1, 6), manner=Manner.HALVES),
    "round": Payer((0, 0), run=Run.FRIDAY, manner=Manner.ROUND),
    "discount": Payer((-22, -20), manner=Manner.DISCOUNT),
}
"""Patterns of payers by a short name."""


def run_day(run: Run, day: date, worked: Calendar) -> date:
    """Return the day on which such a customer pays what is ripe on ``day``.

    That is the first one from ``day`` on, or the working day before it where banks are closed.
    """
    if run is Run.FRIDAY:
        return worked.previous_working(day + timedelta(days=(4 - day.weekday()) % 7))
    if run is Run.MONTH_END:
        return worked.previous_working(month_end(day))
    return worked.next_working(day)
