"""Looking for money that is said to be paid among what came and is not matched.

It may stand with another customer, under a reference of theirs, or short of a charge; so whatever
speaks for it is said, and a person decides.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.claims import ClaimStanding
from creditmate.domain.money import Money
from creditmate.domain.payment_reference import is_alike

EARLIER = timedelta(days=7)
"""Days that money may be dated before it is said to have been sent: people err, banks do not."""


@dataclass(frozen=True, slots=True)
class MoneyIn:
    """Money that came, as far as it tells whose it may be; ``presumed`` has no certain day."""

    code: str
    amount: Money
    left: Money
    day: date
    payer: str
    reference: str
    presumed: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for money's being what was claimed."""

    same_customer: bool
    same_amount: bool
    like_reference: bool
    like_payer: bool

    @property
    def strength(self) -> int:
        """How much speaks for it: the amount counts for more than all the rest."""
        return 4 * self.same_amount + 2 * self.same_customer + self.like_reference + self.like_payer


def likeness(standing: ClaimStanding, code: str, name: str, money: MoneyIn) -> Likeness | None:
    """Return what speaks for money, None where nothing does or it came too early.

    Args:
        standing: What was claimed.
        code: The claimant's.
        name: The claimant's.
        money: What came.
    """
    claim = standing.claim
    early = not money.presumed and money.day < claim.paid_day - EARLIER
    if early or money.amount.currency != claim.currency:
        return None
    claimed = {standing.missing_minor, claim.minor}
    written = f"{money.payer} {money.reference}"
    found = Likeness(
        same_customer=money.code == code,
        same_amount=not claimed.isdisjoint({money.amount.minor, money.left.minor}),
        like_reference=is_alike(claim.reference, written),
        like_payer=is_alike(name, written),
    )
    return found if found.strength else None
