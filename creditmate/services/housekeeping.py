"""What there is to put in order below what is owed: one grouped line, with counts.

Work that is done and not invoiced is money: it stands by itself.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.db import housekeeping as db
from creditmate.db import work_items
from creditmate.db.terms import versions
from creditmate.db.to_credit import entries_to_credit
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.terms_standing import NO_STANDING, UNPROVED
from creditmate.services.agreed_terms import standings

_CONFIRMED_FOR = 365  # days


@dataclass(frozen=True, slots=True)
class Housekeeping:
    """Customers who owe and whose terms nobody can prove, or whose people nobody has confirmed.

    ``to_credit`` is how many queries were answered in the customer's favour and are not credited
    yet, ``credits`` how much that is: whoever was told so waits for the credit note.
    ``to_invoice`` is how many pieces of work are done and on no invoice, ``amounts`` their sums.
    """

    terms: int = 0
    contacts: int = 0
    to_invoice: int = 0
    amounts: tuple[Money, ...] = ()
    to_credit: int = 0
    credits: tuple[Money, ...] = ()

    @property
    def count(self) -> int:
        """How much there is to put in order; what is money is counted by itself."""
        return self.terms + self.contacts


def housekeeping(as_at: date) -> Housekeeping:
    """Return what there is to put in order on a day.

    Terms count only where there are any to be accepted; people where somebody is known.
    """
    owing = db.owing_customers()
    confirmed = db.confirmed_since(as_at - timedelta(days=_CONFIRMED_FOR))
    proved = standings(as_at) if versions() else None
    waiting, promised = work_items.waiting(as_at, None), entries_to_credit(as_at)
    return Housekeeping(
        terms=0
        if proved is None
        else sum(proved.get(id_, NO_STANDING).state in UNPROVED for id_ in owing),
        contacts=sum(not confirmed[id_] for id_ in owing if id_ in confirmed),
        to_invoice=len(waiting),
        amounts=tuple(totals_by_currency(row.amount for row in waiting)),
        to_credit=len({row.dispute_id for row in promised}),
        credits=tuple(totals_by_currency(row.disputed for row in promised)),
    )
