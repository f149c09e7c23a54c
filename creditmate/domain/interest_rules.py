"""Which law says what of paying late: a dated table of data, so that a new law is a new row.

A scheme holds for invoices dated from a day on, until the next scheme for the same country.
Nothing here is legal advice: every row has its source and is to be verified. Sources:
domain-rules 4.1 (Late Payment of Commercial Debts (Interest) Act 1998 as amended in 2013; SI
2002/1675 art. 4) and 4.2 (Directive 2011/7/EU; BGB 288; Code de commerce L441-10). Countries of
the European Union outside the euro build on their own central bank's rate, of which no table is
known here: they have no scheme.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from creditmate.domain.money import Money
from creditmate.domain.reference_rates import Series


class Follows(StrEnum):
    """Which half-year's reference rate counts."""

    START = "start"  # that of the day on which interest starts, for the life of the debt
    EACH_HALF = "each_half"  # on each day that of its half-year


@dataclass(frozen=True, slots=True)
class FixedSums:
    """A fixed sum for each late invoice, by how large the debt is when interest begins.

    ``tiers`` are the least debt and the sum, both in minor units, the smallest debt first.
    """

    currency: str
    tiers: tuple[tuple[int, int], ...]

    def of(self, debt: Money) -> Money | None:
        """Return the sum for a debt; None in another currency than the law's."""
        if debt.currency != self.currency:
            return None
        return Money([sum_ for least, sum_ in self.tiers if debt.minor >= least][-1], self.currency)


@dataclass(frozen=True, slots=True)
class Scheme:
    """What a law allows between businesses.

    Args:
        code: Its name in what is kept.
        countries: Where it is the law, as ISO 3166-1 codes.
        from_day: Of the first invoices that it is applied to.
        series: The reference rate.
        margin: Percentage points above it.
        follows: Which half-year's reference rate counts.
        fixed: The fixed sums.
        source: Where the rule stands.
        none_agreed: Days of the period after which interest runs where no day was agreed.
        longest: Days that an agreed day may lie ahead.
        longest_public: The same where the customer is a public body.
        counts_notice: Whether these periods begin with the day of notice, as in the United
            Kingdom, or the day after (Regulation 1182/71, article 3; BGB 187).
    """

    code: str
    countries: frozenset[str]
    from_day: date
    series: Series
    margin: Decimal
    follows: Follows
    fixed: FixedSums
    source: str
    none_agreed: int = 30
    longest: int = 60
    longest_public: int = 30
    counts_notice: bool = True


_UK_SUMS = FixedSums("GBP", ((0, 40_00), (1_000_00, 70_00), (10_000_00, 100_00)))
_EU_SUM = FixedSums("EUR", ((0, 40_00),))
_TRANSPOSED = date(2013, 3, 16)
_EURO = frozenset("AT BE BG CY EE ES FI GR HR IE IT LT LU LV MT NL PT SI SK".split())

SCHEMES: tuple[Scheme, ...] = (
    Scheme(
        code="uk",
        countries=frozenset({"GB"}),
        from_day=_TRANSPOSED,
        series=Series.BANK_OF_ENGLAND,
        margin=Decimal(8),
        follows=Follows.START,
        fixed=_UK_SUMS,
        source="Late Payment of Commercial Debts (Interest) Act 1998",
    ),
    Scheme(
        code="eu",
        countries=_EURO,
        from_day=_TRANSPOSED,
        series=Series.ECB,
        margin=Decimal(8),
        follows=Follows.EACH_HALF,
        fixed=_EU_SUM,
        source="Directive 2011/7/EU",
        counts_notice=False,
    ),
    Scheme(
        code="de",
        countries=frozenset({"DE"}),
        from_day=date(2014, 7, 29),
        series=Series.GERMAN_BASE,
        margin=Decimal(9),
        follows=Follows.EACH_HALF,
        fixed=_EU_SUM,
        source="BGB § 288",
        counts_notice=False,
    ),
    Scheme(
        code="fr",
        countries=frozenset({"FR"}),
        from_day=_TRANSPOSED,
        series=Series.ECB,
        margin=Decimal(10),
        follows=Follows.EACH_HALF,
        fixed=_EU_SUM,
        source="Code de commerce, L441-10",
        counts_notice=False,
    ),
)
"""Every scheme known; a later one for a country takes over from its day."""


@cache
def scheme_for(country: str, invoice_day: date) -> Scheme | None:
    """Return the law for an invoice, by the country of the law; None where none is known."""
    known = [one for one in SCHEMES if country in one.countries and one.from_day <= invoice_day]
    return max(known, key=lambda one: one.from_day, default=None)
