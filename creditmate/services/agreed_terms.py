"""Which terms hold for a customer, and how well that is proved: read for one or for all.

What the head office accepted counts for its branches.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db import acceptances as db
from creditmate.db.groups import heads
from creditmate.db.terms import versions
from creditmate.domain.acceptance import Acceptance, Governing, governing
from creditmate.domain.rows import CustomerRow
from creditmate.domain.terms import TermsVersion, current, proposed
from creditmate.domain.terms_standing import Standing, standing


def governing_terms(customer: CustomerRow, supply_day: date) -> Governing | None:
    """Return what governs what is supplied to a customer on a day; its head office counts."""
    ids = with_head(customer)
    known = db.acceptances_of(supply_day, versions(), ids)
    return governing((one for id_ in ids for one in known.get(id_, ())), supply_day)


def standings(as_at: date) -> Mapping[int, Standing]:
    """Return how every customer stands of whom anything is known; the others have no proof."""
    every = versions()
    accepted, sent = db.acceptances_of(as_at, every), db.sent_of(as_at, every)
    above = heads()
    found: dict[int, Standing] = {}
    for id_ in {*accepted, *sent, *(branch for branch, head in above.items() if head in accepted)}:
        known = counting(id_, above, accepted)
        found[id_] = standing(known, sent.get(id_, ()), every.values(), as_at)
    return found


def counting(
    customer: int, above: Mapping[int, int], known: Mapping[int, Sequence[Acceptance]]
) -> list[Acceptance]:
    """Return what counts for a customer: its own acceptances, and its head office's.

    Args:
        customer: Whose.
        above: The head office of every branch.
        known: What each customer accepted.
    """
    both = [customer, above[customer]] if customer in above else [customer]
    return [one for id_ in both for one in known.get(id_, ())]


def standing_of(customer: CustomerRow, as_at: date) -> Standing | None:
    """Return how a customer's terms are proved; None while there are no terms to be accepted."""
    every = versions()
    if not every:
        return None
    ids = with_head(customer)
    known = db.acceptances_of(as_at, every, ids)
    accepted = [one for id_ in ids for one in known.get(id_, ())]
    sent = db.sent_of(as_at, every, [customer.id]).get(customer.id, ())
    return standing(accepted, sent, every.values(), as_at)


def with_head(customer: CustomerRow) -> list[int]:
    """Return whose acceptances count for a customer: its own, and its head office's."""
    head = customer.head_office_id
    return [customer.id] if head is None else [customer.id, head]


def terms_enclosed(locale: str, day: date) -> TermsVersion | None:
    """Return the terms that go out with a paper; None while none are in effect.

    Args:
        locale: In which the paper is written; terms in another language where none are in its own.
        day: Of the paper.
    """
    every = list(versions().values())
    return proposed(every, locale.partition("_")[0], day) if current(every, day) else None
