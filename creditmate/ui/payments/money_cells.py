"""What the cells of all lists of payments have in common."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.money import Money
from creditmate.i18n.formats import money

NOTHING = "–"


@dataclass(slots=True)
class MoneyCells:
    """For a language, a locale and the book's currency, which needs no sign; as at a day."""

    language: str
    locale: str
    currency: str
    as_at: date

    def money(self, found: Money) -> str:
        """Return an amount; with its sign where it is not in the book's own currency."""
        return money(found, self.locale, symbol=found.currency != self.currency)
