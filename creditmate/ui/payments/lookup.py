"""What the ledger knows of a payment while it is typed; for the database thread.

Knows no toolkit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from creditmate.domain.money import Money
from creditmate.domain.proposals import Proposal
from creditmate.services.allocating import Allocating, MoneyWanted, Payer
from creditmate.ui.payments.entry_state import (
    Paying,
    PaymentReader,
    TypedPayment,
    Understood,
    named_currency,
)

Key = tuple[tuple[tuple[str, Money | None], ...], str]
"""Who pays how much, in which currency: what a proposal is made for."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Who pays, with their currencies; what was understood; and what each seems to pay for.

    Of whoever has no amount yet it is only what is open.
    """

    paying: tuple[Paying, ...]
    got: Understood
    answers: Mapping[str, Proposal | Payer]

    @property
    def key(self) -> Key:
        """What it is an answer to."""
        return key_of(self.got)


def key_of(got: Understood) -> Key:
    """Return what a proposal would be made for."""
    return tuple(got.worth.items()), got.currency


def look_up(
    allocating: Callable[[], Allocating], reader: PaymentReader, typed: TypedPayment
) -> Looked:
    """Return what a payment that is being typed seems to be for; nothing is written.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    service = allocating()
    got = reader.understand(typed)
    day = got.received or reader.today
    payers: dict[str, Payer] = {}
    for place, one in enumerate(typed.paying):
        named = named_currency(typed.amount) or (typed.paying[0].currency if place else "")
        payers[one.code] = service.payer(one.code, day, named)
        known = replace(one, currency=payers[one.code].currency)
        paying = (*typed.paying[:place], known, *typed.paying[place + 1 :])
        typed = replace(typed, paying=paying)
    got = reader.understand(typed)
    text = f"{typed.reference} {typed.payer}"
    answers: dict[str, Proposal | Payer] = {}
    for code, worth in got.worth.items():
        if worth is None:
            answers[code] = payers[code]
        else:
            answers[code] = service.propose(MoneyWanted(code, worth, day, text))
    return Looked(typed.paying, got, answers)
