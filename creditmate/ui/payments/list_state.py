"""What the place of payments lists: receipts, what is not matched, what is said to be paid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from creditmate.domain.payment_list import PaymentListing, PaymentNarrow, PaymentsWanted
from creditmate.domain.proposals import Match
from creditmate.services.claims import ClaimRow
from creditmate.services.program import Program


class Show(StrEnum):
    """The chips, in their order."""

    ALL = "all"
    UNALLOCATED = "unallocated"
    DEPOSITS = "deposits"
    SAID_PAID = "said_paid"
    BOUNCED = "bounced"

    @property
    def narrow(self) -> PaymentNarrow | None:
        """The receipts it lists; None where it lists something else."""
        return {
            Show.ALL: PaymentNarrow.ALL,
            Show.DEPOSITS: PaymentNarrow.DEPOSITS,
            Show.BOUNCED: PaymentNarrow.BOUNCED,
        }.get(self)


@dataclass(frozen=True, slots=True)
class PaymentsBook:
    """The list that is shown, and how much there is behind each chip. One of three is listed."""

    counts: Mapping[Show, int]
    listing: PaymentListing | None = None
    matches: Sequence[Match] = ()
    claims: Sequence[ClaimRow] = ()


def read_book(program: Program, show: Show, wanted: PaymentsWanted) -> PaymentsBook:
    """Return the list of a chip with the counts of all; for the database thread."""
    today, claims = program.clock.today, program.claims.open(program.clock.today)
    found = program.payment_lists.counts(today)
    counts = {
        Show.ALL: found[PaymentNarrow.ALL],
        Show.UNALLOCATED: found[PaymentNarrow.UNALLOCATED],
        Show.DEPOSITS: found[PaymentNarrow.DEPOSITS],
        Show.SAID_PAID: len(claims),
        Show.BOUNCED: found[PaymentNarrow.BOUNCED],
    }
    narrow = show.narrow
    if narrow is not None:
        listing = program.payment_lists.listing(replace(wanted, narrow=narrow), today)
        return PaymentsBook(counts, listing)
    if show is Show.SAID_PAID:
        return PaymentsBook(counts, claims=claims)
    matches = [one for one in program.allocating.worksheet() if not one.credit.held_for]
    # by day whoever's it is: what is taken leaves the others in their places
    matches.sort(key=lambda one: (one.credit.day, one.credit.entry_id))
    return PaymentsBook(counts, matches=matches)


def like(text: str, *said: str) -> bool:
    """Whether what is typed is found in any of these."""
    typed = text.strip().casefold()
    return not typed or any(typed in one.casefold() for one in said)
