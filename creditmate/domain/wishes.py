"""How a customer, or one person there, wants to be approached: dated, and lifted by a later day.

Source: product.md, 8; domain-rules 4.2 (respect the debtor's wishes).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

SET = "yes"
"""The value of a wish that needs none; '' lifts it."""
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


class WishKind(StrEnum):
    """What is wished; the values are stored."""

    NO_CALLS = "no_calls"
    NO_EMAILS = "no_emails"
    NO_LETTERS = "no_letters"
    NO_TEXTS = "no_texts"
    NO_VISITS = "no_visits"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish of a customer, or of one person there; ``value`` as stored, '' lifts it.

    ``action`` is the one that put it down.
    """

    id: int
    customer: int
    contact: int | None
    day: date
    kind: WishKind
    value: str
    note: str = ""
    action: int = 0


def wishes_at(wishes: Iterable[Wish], day: date) -> list[Wish]:
    """Return what is wished on a day: the latest of each person and kind, unless lifted."""
    latest: dict[tuple[int, int, WishKind], Wish] = {}
    for wish in sorted(wishes, key=lambda wish: (wish.day, wish.id)):
        if wish.day <= day:
            latest[wish.customer, wish.contact or 0, wish.kind] = wish
    return [wish for wish in latest.values() if wish.value]


def hours_text(first: time, last: time) -> str:
    """Return what is stored of the hours in which somebody wants to be approached.

    Raises:
        ValueError: They do not begin before they end.
    """
    if first >= last:
        raise ValueError(f"from {first} to {last}")
    return f"{first:%H:%M}-{last:%H:%M}"


def hours_of(value: str) -> tuple[time, time]:
    """Return the hours that a stored wish names, in the customer's time.

    Raises:
        ValueError: It is none, or they do not begin before they end.
    """
    found = _HOURS.fullmatch(value)
    if found is None:
        raise ValueError(f"hours {value!r}")
    first, last = (time(int(found[at]), int(found[at + 1])) for at in (1, 3))
    if first >= last:
        raise ValueError(f"from {first} to {last}")
    return first, last
