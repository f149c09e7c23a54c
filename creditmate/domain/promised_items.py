"""Which items a promise is for, and how much of each."""

from collections.abc import Collection, Iterable

from creditmate.domain.chasing import Portion
from creditmate.domain.money import Money


def items_meant(
    portions: Iterable[Portion], promised: Money, about: Collection[int] = ()
) -> dict[int, int]:
    """Return what a promise brings of each item, in minor units: of those spoken of first.

    What is in question, said to be paid, or covered by something arranged, is not meant again.

    Args:
        portions: What is open, the oldest due first.
        promised: What is promised.
        about: The items that were spoken of, by ids.
    """
    found, left = {}, promised.minor
    for portion in sorted(portions, key=lambda one: one.entry.id not in about):
        free = portion.chaseable_minor
        if left > 0 and free > 0 and portion.entry.currency == promised.currency:
            found[portion.entry.id] = min(free, left)
            left -= free
    return found
