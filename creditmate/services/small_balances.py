"""Balances for which no statement is printed, by the settings and the rates of a day."""

from collections.abc import Sequence
from datetime import date

from creditmate.domain.exchange import worth
from creditmate.domain.money import Money
from creditmate.services.settings import current_rates, current_settings


class SmallBalances:
    """Tells whether somebody owes too little for a statement; settings and rates are read once."""

    def __init__(self, as_at: date) -> None:
        rates = current_rates()
        self._worth = worth(rates, as_at)
        self._least = Money(current_settings().print_from_minor, rates.home).decimal

    def is_small(self, balances: Sequence[Money]) -> bool:
        """Whether all balances of a customer together are above nothing and too little."""
        return 0 < sum(map(self._worth.of, balances)) < self._least
