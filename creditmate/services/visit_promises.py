"""What the customer of a visit owes in each currency, and what both sides promised beside it."""

from collections.abc import Sequence
from datetime import date

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.promised_sums import Account, Beyond, beyond, left_beside
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_report import Commitment
from creditmate.domain.workcase import Case
from creditmate.services.calls import likely_currency
from creditmate.services.cases import read_files
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.whose_word import spoken_for


def owed_by(code: str, as_at: date) -> list[Money]:
    """Return what a customer owes for itself or its group; that which is likely promised first.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    customer = require_customer(code)
    found = _owed(customer, as_at)
    first = likely_currency({one.currency for one in found}, customer)
    return sorted(found, key=lambda one: one.currency != first)


def check_owed(customer: CustomerRow, pays: Sequence[Commitment], as_at: date) -> None:
    """Refuse a promise of money of which nothing is open.

    Raises:
        UserError: ``NOTHING_OPEN``.
    """
    if not pays:
        return
    owed = {one.currency for one in _owed(customer, as_at)}
    for one in pays:
        if one.amount is not None and one.amount.currency not in owed:
            raise UserError(Problem.NOTHING_OPEN, currency=one.amount.currency)


def doubted(code: str, promised: Sequence[Money], as_at: date) -> list[Beyond]:
    """Return in which currencies more is promised than a customer owes.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    return beyond(promised, _owed(require_customer(code), as_at)) if promised else []


def account_of(code: str, as_at: date) -> Account:
    """Return what a customer has open, for itself or its group.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    case = _case(require_customer(code), as_at)
    return Account(case.portions(as_at), case.unallocated)


def doubted_beside(code: str, promised: Sequence[tuple[Money, date]], as_at: date) -> list[Beyond]:
    """Return in which currencies more is promised than plans leave to be asked for by then.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    if not promised:
        return []
    left = left_beside(account_of(code, as_at), max(by for _, by in promised))
    planned = {one.currency for one in left}
    return beyond((one for one, _ in promised if one.currency in planned), left)


def _owed(customer: CustomerRow, as_at: date) -> list[Money]:
    entries = _case(customer, as_at).entries
    return totals_by_currency(Money(one.open_minor, one.currency) for one in entries)


def _case(customer: CustomerRow, as_at: date) -> Case:
    (file,) = read_files([customer.id], as_at, learnt_book(as_at))
    return spoken_for(file, as_at)
