"""What is known of a customer besides its line when a call is prepared.

Source: product.md (convictions 1-3, 7), domain-rules 4.7.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.arranged_talk import (
    Answered,
    Coming,
    Longer,
    Promised,
    Replying,
    Sent,
)
from creditmate.domain.money import Money


@dataclass(frozen=True, slots=True)
class Missed:
    """A part of a plan that has not come, or not all of it: how much is missing, since when.

    ``came`` is what came of it, ``named`` the day that they have named for it since.
    """

    amount: Money
    day: date
    came: Money | None = None
    named: date | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What else is known of a customer when a call is prepared.

    ``asked`` is *please pay now* and ``disputed`` what is in question, per currency. ``part`` is
    a plan's part whose day has passed. With ``hardship`` the customer has told us that it cannot
    pay, and is not followed up for it; with ``silent`` we ask for nothing at all: a death, an
    insolvency, a breathing space; with ``in_peace`` we have decided so ourselves, or an agency
    follows them up (``with_agency``). ``promised``, ``longer`` and ``coming`` are what was arranged
    and is kept, ``sent`` what they say to have paid and is waited for, ``answered`` what they
    asked and nobody has told them our answer to. With ``cannot_pay`` they said so last,
    something is open, and nothing was decided on it: what is possible is spoken of, not a day for
    all of it. ``answer_by`` is the day by which we answer what is in question: they have told us of
    it, and it is put down. ``replying`` is our letter before action, while they have time to answer
    it.
    """

    asked: tuple[Money, ...] = ()
    disputed: tuple[Money, ...] = ()
    part: Missed | None = None
    hardship: bool = False
    silent: bool = False
    in_peace: bool = False
    with_agency: bool = False
    longer: tuple[Longer, ...] = ()
    coming: tuple[Coming, ...] = ()
    answered: tuple[Answered, ...] = ()
    promised: tuple[Promised, ...] = ()
    cannot_pay: bool = False
    answer_by: date | None = None
    sent: tuple[Sent, ...] = ()
    replying: Replying | None = None

    @property
    def is_arranged(self) -> bool:
        """Whether something was arranged that is kept."""
        return bool(self.promised or self.sent or self.longer or self.coming)

    @property
    def seeks_a_way(self) -> bool:
        """Whether they said that they cannot pay, and nothing was arranged or decided since."""
        return self.cannot_pay and not (self.is_arranged or self.asks_nothing)

    @property
    def asks_nothing(self) -> bool:
        """Whether nothing is asked of them, whatever they owe: of the rest nobody speaks."""
        return self.hardship or self.silent or self.in_peace


NOTHING_BESIDES = Around()
"""Of whom nothing else is known."""
