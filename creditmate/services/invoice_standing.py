"""How a customer stands with us, before it is invoiced: a stop, a hold, a limit, its terms."""

from collections.abc import Sequence
from datetime import date

from creditmate.db import decisions as db
from creditmate.db import work_items
from creditmate.db.exposure import exposures
from creditmate.db.groups import branches_of
from creditmate.db.terms import has_versions
from creditmate.documents.invoice_paper import TermsProof
from creditmate.domain.acceptance import Governing
from creditmate.domain.credit_limits import LimitChange, Scope, limit_at, limit_use
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import Hold, Stop, in_force, stopping
from creditmate.domain.invoice_warnings import Notice
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.rows import CustomerRow
from creditmate.services.customer_facts import added

_STOPPED = {
    Status.ON_STOP: Notice.ON_STOP,
    Status.WITH_AGENCY: Notice.WITH_AGENCY,
    Status.CLOSED: Notice.CLOSED,
}


def standing_notices(
    customer: CustomerRow, kind: DocumentKind, asked: Money, work: Sequence[int], today: date
) -> tuple[Notice, ...]:
    """Return what about a customer to look at before it is sent an invoice or a charge note.

    What holds for a head office holds for its branches, and its group's limit counts for each.

    Args:
        customer: Whose document it is.
        kind: Of the document; only a charge can be one that a hold stops.
        asked: What it asks for.
        work: Work that it invoices, which counts against a limit already.
        today: What is decided for later is not known.
    """
    head = customer.head_office_id or customer.id
    both = sorted({customer.id, head})
    status = db.statuses(today, [customer.id]).get(customer.id)
    held = [hold for holds in db.holds_of(today, both).values() for hold in holds]
    found = {
        Notice.PUT_AWAY: customer.archived,
        Notice.AT_REST: bool(in_force(held, today)),
        Notice.CHARGES_STOPPED: _charge_is_stopped(kind, held, today),
        Notice.OVER_LIMIT: _is_over(customer.id, head, asked, work, today),
    }
    stopped = None if status is None else _STOPPED.get(status.status)
    said = [] if stopped is None else [stopped]
    return (*said, *(notice for notice, told in found.items() if told))


def terms_notices(kind: DocumentKind, governs: Governing | None) -> tuple[Notice, ...]:
    """Return what to look at where nothing, or too little, proves which terms hold for an invoice.

    Nothing is said while the library of terms is empty: there is nothing to be accepted.

    Args:
        kind: Of the document: a charge rests on what was supplied before.
        governs: What was accepted by the day of supply; None for nothing.
    """
    if kind is not DocumentKind.INVOICE or not has_versions():
        return ()
    if governs is None:
        return (Notice.TERMS_NOT_PROVED,)
    return (Notice.TERMS_BY_CONDUCT,) if governs.by_conduct else ()


def terms_proof(kind: DocumentKind, governs: Governing | None) -> TermsProof | None:
    """Return what an invoice says of its terms; None where no more than conduct proves them.

    Args:
        kind: Of the document: only an invoice says so.
        governs: What was accepted by the day of supply; None for nothing.
    """
    if kind is not DocumentKind.INVOICE or governs is None or governs.by_conduct:
        return None
    proof = governs.proof
    return TermsProof(governs.title, governs.number, proof.by_whom, proof.day)


def _charge_is_stopped(kind: DocumentKind, held: Sequence[Hold], today: date) -> bool:
    charge = kind is DocumentKind.CHARGE_NOTE
    return charge and stopping(held, Stop.INTEREST, today) is not None


def _is_over(customer: int, head: int, asked: Money, work: Sequence[int], today: date) -> bool:
    """Whether what is asked for passes the customer's limit or the group's."""
    limits = db.limit_changes(today, sorted({customer, head}))
    own = limit_at(limits.get(customer, ()), Scope.CUSTOMER, today)
    group = limit_at(limits.get(head, ()), Scope.GROUP, today)
    members = [head, *branches_of([head]).get(head, ())]
    counted = (row.amount for row in work_items.items(work) if row.currency == asked.currency)
    more = asked - sum(counted, Money(0, asked.currency))
    return _passes(own, [customer], more, today) or _passes(group, members, more, today)


def _passes(change: LimitChange | None, members: Sequence[int], more: Money, today: date) -> bool:
    if change is None or change.amount is None:
        return False
    left = limit_use(change, added(exposures(today, members).values())).left
    return left.minor < (more.minor if more.currency == left.currency else 0)
