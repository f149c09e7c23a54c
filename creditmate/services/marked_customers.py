"""Customers whom a list marks: on stop, over their limit, without proof of terms."""

from collections.abc import Sequence
from datetime import date

from creditmate.db import decisions as db
from creditmate.db.exposure import exposures
from creditmate.db.terms import has_versions
from creditmate.domain.credit_limits import Scope, limit_at, limit_use
from creditmate.domain.customer_list import Flag, Narrow, decided_flag, gravest
from creditmate.domain.customer_status import Status
from creditmate.services.cases import CustomerFile
from creditmate.services.terms_report import TermsPick, picks_of, terms_rows


def why_stopped(as_at: date, customers: Sequence[int]) -> dict[int, str]:
    """Return why those of these customers are on stop who are; '' where no reason was given."""
    changes = db.statuses(as_at, list(customers)) if customers else {}
    return {
        id_: change.reason for id_, change in changes.items() if change.status is Status.ON_STOP
    }


_BY_TERMS = {
    TermsPick.MISSING: Narrow.TERMS_MISSING,
    TermsPick.OLD_VERSION: Narrow.TERMS_OLD,
    TermsPick.NOT_RETURNED: Narrow.TERMS_AWAITED,
    TermsPick.BY_CONDUCT: Narrow.TERMS_BY_CONDUCT,
}


def on_stop(as_at: date) -> set[int]:
    """Return to whom nothing is supplied on account as at a day."""
    changes = db.statuses(as_at)
    return {id_ for id_, change in changes.items() if change.status is Status.ON_STOP}


def over_limit(as_at: date, customers: Sequence[int] | None = None) -> set[int]:
    """Return who owes more than it may as at a day; nobody without a limit is read further.

    Args:
        as_at: The day.
        customers: Only these; None for all.
    """
    changes = db.limit_changes(as_at, customers)
    limits = {id_: limit_at(rows, Scope.CUSTOMER, as_at) for id_, rows in changes.items()}
    limited = sorted(id_ for id_, limit in limits.items() if limit is not None)
    known = exposures(as_at, limited) if limited else {}
    return {
        id_
        for id_ in limited
        if (limit := limits[id_]) is not None and limit_use(limit, known.get(id_, ())).over
    }


def by_terms(as_at: date) -> dict[Narrow, set[int]]:
    """Return whom each narrowing by proof of terms lists.

    Nobody while there are no terms to be accepted.
    """
    found: dict[Narrow, set[int]] = {narrow: set() for narrow in _BY_TERMS.values()}
    for row in terms_rows(as_at) if has_versions() else ():
        for pick in picks_of(row.standing):
            found[_BY_TERMS[pick]].add(row.id)
    return found


def flag_of(file: CustomerFile, *, archived: bool, over_limit: bool) -> Flag | None:
    """Return the one thing to say right behind the name of a customer."""
    on_stop = file.case.manner.on_stop
    decided = decided_flag(file.rest, archived=archived, on_stop=on_stop, over_limit=over_limit)
    return decided or gravest(
        file.case.standings,
        disputed=not all(row.to_credit for row in file.disputed),
        owes=bool(file.case.entries),
        by_phone=file.case.reach.phone,
    )
