"""What may be charged to a customer for paying late: the answer beside its terms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.holds import Hold
from creditmate.domain.interest import RateStep, Start, StartsBecause
from creditmate.domain.interest_basis import Basis, Ground
from creditmate.domain.interest_claim import Circumstances, LateInterest, rates_from
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.reference_rates import MissingRate


@dataclass(frozen=True, slots=True)
class ChargeFacts:
    """What may be charged to a customer for paying late, to be told in one look.

    Args:
        basis: For an invoice issued on the day asked about.
        percent: A year, as of that day; None where nothing may be charged or a rate is missing.
        missing: The reference rate that has to be entered first.
        open: What came up on what is unpaid and is not decided, by currency.
        paid: The same on what was paid meanwhile: to be decided.
        stopped: The hold that refuses charging now.
    """

    basis: Basis
    percent: RateStep | None
    missing: MissingRate | None
    open: tuple[Money, ...]
    paid: tuple[Money, ...]
    stopped: Hold | None = None


def charge_facts(
    basis: Basis, around: Circumstances, found: Sequence[LateInterest], as_at: date
) -> ChargeFacts:
    """Return the facts of a customer; ``found`` is what came up on everything."""
    start = None if basis.ground is Ground.NONE else Start(as_at, StartsBecause.AGREED)
    rates = rates_from(basis, around.rates, start, as_at)
    missing = rates if isinstance(rates, MissingRate) else None
    steps = () if isinstance(rates, MissingRate) else rates
    return ChargeFacts(
        basis=basis,
        percent=steps[-1] if steps else None,
        missing=missing,
        open=_sums(one for one in found if not one.is_paid),
        paid=_sums(one for one in found if one.is_paid),
        stopped=around.stopped,
    )


def _sums(found: Iterable[LateInterest]) -> tuple[Money, ...]:
    return tuple(total for total in totals_by_currency(one.left.total for one in found) if total)
