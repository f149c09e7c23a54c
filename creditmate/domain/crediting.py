"""What of an invoice may still be credited, and an amount shared out over its rates of tax."""

from collections.abc import Iterable, Sequence

from creditmate.domain.invoicing import TaxSum
from creditmate.domain.money import Money, total


def left_to_credit(invoiced: Sequence[TaxSum], credited: Iterable[TaxSum]) -> tuple[TaxSum, ...]:
    """Return what is left at each rate of the invoice, nothing and less included."""
    left = {row.tax: row for row in invoiced}
    for row in credited:
        before = left.get(row.tax)
        if before is None:
            nil = Money(0, row.net.currency)
            before = TaxSum(row.tax, nil, nil)
        left[row.tax] = TaxSum(row.tax, before.net - row.net, before.amount - row.amount)
    return tuple(left.values())


def shared_out(amount: Money, over: Sequence[Money]) -> tuple[Money, ...]:
    """Share an amount out in proportion; together the shares are the amount, none is above its own.

    Each share is rounded towards nothing; the pennies over go to the first that have room.

    Args:
        amount: Between nothing and the sum of ``over``.
        over: What there is of each, none negative.

    Raises:
        ValueError: ``amount`` is negative or more than there is.
    """
    whole = total(over, amount.currency)
    if amount.minor < 0 or whole < amount:
        raise ValueError(f"{amount} of {whole}")
    shares = [
        Money(part.minor * amount.minor // max(whole.minor, 1), amount.currency) for part in over
    ]
    rest = amount.minor - sum(share.minor for share in shares)
    found = []
    for share, part in zip(shares, over, strict=True):
        more = min(rest, part.minor - share.minor)
        rest -= more
        found.append(Money(share.minor + more, amount.currency))
    return tuple(found)
