"""Which accounts are new, so that somebody welcomes them."""

from collections.abc import Mapping
from datetime import date, timedelta

from creditmate.db.account_ages import books_from, first_invoice_days
from creditmate.domain.contact_policy import ContactPolicy, is_new


def new_accounts(policies: Mapping[int, ContactPolicy], as_at: date) -> set[int]:
    """Return which of some customers are new on a day, a few hundred customers at a time.

    Nobody is in books that reach back no further than its own first invoice.

    Args:
        policies: Of the customers, by id.
        as_at: Invoices dated later are not known.
    """
    asked = [id_ for id_, policy in policies.items() if policy.new_days]
    begun = books_from() if asked else None
    if begun is None:
        return set()
    since = as_at - timedelta(days=max(policies[id_].new_days for id_ in asked))
    first = first_invoice_days(asked, as_at, since)
    return {id_ for id_, day in first.items() if is_new(day, begun, as_at, policies[id_])}
