"""How much a promise is of what is asked for now, so that nobody promises too little unnoticed.

Source: data-model.md, *please pay now*; mock-up 05, the line below the promise.
"""

from dataclasses import dataclass
from enum import StrEnum

from creditmate.domain.money import Money
from creditmate.domain.statement import PayNow


class Share(StrEnum):
    """How a promise compares; each but ``ALL`` has an amount that goes with it."""

    ALL = "all"
    ALL_BUT_QUESTIONED = "all_but_questioned"
    ALL_BUT_CREDITED = "all_but_credited"
    ALL_BUT_PROMISED = "all_but_promised"
    ALL_ASKED = "all_asked"
    PART = "part"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class PromisedShare:
    """The comparison, and what is left out, left over or too much."""

    share: Share
    amount: Money


def promised_share(promised: Money, pays: PayNow) -> PromisedShare:
    """Compare a promise with what is asked for now, in one currency.

    Raises:
        CurrencyMismatch: They are in two currencies.
    """
    over = promised - pays.due
    if over.minor < 0:
        return PromisedShare(Share.PART, -over)
    if over:
        return PromisedShare(Share.MORE, over)
    match (pays.in_question, pays.promised, pays.said_paid or pays.unmatched):
        case (left, others, unmatched) if left and not (others or unmatched):
            answered = pays.to_credit == left
            return PromisedShare(
                Share.ALL_BUT_CREDITED if answered else Share.ALL_BUT_QUESTIONED, left
            )
        case (others, left, unmatched) if left and not (others or unmatched):
            return PromisedShare(Share.ALL_BUT_PROMISED, left)
    left_out = pays.overdue - pays.due
    if left_out:  # of several, none alone would explain the amount
        return PromisedShare(Share.ALL_ASKED, left_out)
    return PromisedShare(Share.ALL, promised)
