"""What a day of calls brought.

Worked example: Ash was tried twice and reached at last, Brindle left a message, Cawder promised
twice and was promised a copy.
"""

from datetime import date

from creditmate.domain.day_result import DayResult, Made, Promised, day_result
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome

FRIDAY, NEXT_FRIDAY = date(2026, 11, 27), date(2026, 12, 4)
ASH, BRINDLE, CAWDER = 1, 2, 3


def test_customers_are_counted_once_and_currencies_apart() -> None:
    found = day_result(
        [
            (ASH, Outcome.NO_ANSWER),
            (ASH, Outcome.ALL_WELL),
            (BRINDLE, Outcome.VOICEMAIL),
            (CAWDER, Outcome.WILL_PAY),
            (CAWDER, Outcome.NO_ANSWER),
        ],
        [
            Made(FRIDAY, Money(10_000, "GBP")),
            Made(NEXT_FRIDAY, Money(5_000, "GBP")),
            Made(FRIDAY, Money(90_000, "EUR")),
            Made(FRIDAY),
        ],
    )
    assert found == DayResult(
        contacted=3,
        reached=2,
        amounts=(Money(90_000, "EUR"), Money(15_000, "GBP")),
        theirs=Promised(3, NEXT_FRIDAY),
        ours=Promised(1, FRIDAY),
    )


def test_a_day_without_calls_brought_nothing() -> None:
    none = Promised(0, None)
    assert day_result([], []) == DayResult(0, 0, (), none, none)
