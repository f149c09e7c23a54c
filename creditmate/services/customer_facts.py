"""A customer's standing with us, as at a day: what stands beside the money in the brief."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db import decisions as db
from creditmate.db.aged import aged_sums
from creditmate.db.customer_records import customer_record, owner_name, payment_runs
from creditmate.db.customers import customers_by_id
from creditmate.db.exposure import exposures_of
from creditmate.db.groups import branches_of
from creditmate.domain.ageing import Ageing
from creditmate.domain.at_rest import Rest
from creditmate.domain.credit_limits import (
    Exposure,
    Insurance,
    Scope,
    nothing,
    report_by,
    used,
)
from creditmate.domain.customer_facts import CustomerFacts, HowTheyPay, Named
from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import in_force
from creditmate.domain.money import Money
from creditmate.domain.pay_cycles import PayCycle, pay_cycle
from creditmate.domain.payment_runs import promise_day
from creditmate.services.calendars import customer_calendar, region_name


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of a customer's account already, so that it is not read again.

    ``oldest_due`` is the earliest due day of what is open, per currency.
    """

    customer: int
    ageings: tuple[Ageing, ...]
    oldest_due: Mapping[str, date]


def facts_of(account: Account, as_at: date, rest: Rest | None) -> CustomerFacts:
    """Return a customer's standing.

    Args:
        account: The customer's.
        as_at: The day; what was decided later is not known.
        rest: Why the customer is not followed up at present, if it is not.
    """
    customer = account.customer
    form, _ = customer_record(customer)
    branches = branches_of([customer]).get(customer, [])
    head = form.head_office_id
    group = [head, *branches_of([head]).get(head, [])] if head else [customer, *branches]
    known = _exposures(account, group, as_at)
    limits = db.limit_changes(as_at, [customer, group[0]])
    status = db.statuses(as_at, [customer]).get(customer)
    own = tuple(known.get(customer, ()))
    return CustomerFacts(
        legal_form=form.legal_form,
        status=Status.ACTIVE if status is None else status.status,
        status_day=None if status is None else status.day,
        status_reason="" if status is None else status.reason,
        holds=tuple(in_force(db.holds_of(as_at, [customer]).get(customer, ()), as_at)),
        wishes=tuple(db.wishes_of(as_at, [customer]).get(customer, ())),
        exposures=own,
        limit=used(limits.get(customer, ()), Scope.CUSTOMER, own, as_at),
        group_limit=used(limits.get(group[0], ()), Scope.GROUP, added(known.values()), as_at),
        insurance=_insurance(form, own, account.oldest_due, as_at),
        pays=_pays(form, as_at),
        friend=form.friend,
        owner=owner_name(form.owner_id),
        industry=form.industry,
        tags=form.tags,
        head_office=_named([head])[0] if head else None,
        branches=tuple(_named(branches)),
        statement_to=form.statement_to,
        archived=form.archived,
        resting=rest,
        grace_days=form.grace_days,
        region=region_name(form.country, form.region) if form.region else "",
    )


def _exposures(account: Account, group: Sequence[int], as_at: date) -> dict[int, list[Exposure]]:
    sums = {(account.customer, ageing.currency): ageing for ageing in account.ageings}
    others = [id_ for id_ in group if id_ != account.customer]
    if others:
        sums |= aged_sums(as_at, others)
    return exposures_of(sums, as_at, group)


def added(known: Iterable[Sequence[Exposure]]) -> tuple[Exposure, ...]:
    """Return the exposures of several customers together, one per currency."""
    sums: dict[str, Exposure] = {}
    for rows in known:
        for row in rows:
            currency = row.total.currency
            sums[currency] = sums.get(currency, nothing(currency)) + row
    return tuple(sums.values())


def _insurance(
    form: CustomerForm, known: Sequence[Exposure], oldest_due: Mapping[str, date], as_at: date
) -> Insurance | None:
    if form.insured is None:
        return None
    nil = Money(0, form.insured.currency)
    used = next((row.total for row in known if row.total.currency == nil.currency), nil)
    return Insurance(
        insurer=form.insurer,
        insured=form.insured,
        uninsured=max(used - form.insured, nil),
        report_by=report_by(oldest_due.get(nil.currency), form.report_by_days, as_at),
    )


def _pays(form: CustomerForm, as_at: date) -> HowTheyPay:
    run = form.payment_run
    next_day = None
    if run is not None:
        next_day = promise_day(run, as_at, customer_calendar(form.country, as_at, form.region))
    return HowTheyPay(
        run=run,
        next_run=next_day,
        invoice_cut_off=form.invoice_cut_off,
        order_required=form.order_required,
        invoices_to=form.invoices_to,
        approver=form.approver,
        method=form.pay_method,
        account_at_theirs=form.account_at_theirs,
        cycle=_cycle(form, as_at),
    )


def _cycle(form: CustomerForm, as_at: date) -> PayCycle | None:
    run, head = form.payment_run, form.head_office_id
    if run is None and head is not None:
        run, _ = payment_runs([head]).get(head, (None, None))
    return None if run is None else pay_cycle(run, as_at)


def _named(ids: Sequence[int]) -> list[Named]:
    rows = customers_by_id(ids)
    return [Named(id_, rows[id_].code, rows[id_].name) for id_ in ids]
