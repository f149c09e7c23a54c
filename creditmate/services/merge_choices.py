"""Where two customers that are merged differ, and which of the two is right."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date

from creditmate.db import decisions
from creditmate.db.customer_records import customer_columns
from creditmate.db.gateway import Writing
from creditmate.domain.credit_limits import LimitChange, Scope, limit_at
from creditmate.domain.customer_form import CustomerForm, SiteKind
from creditmate.domain.customer_status import Status
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.merging import Conflict
from creditmate.domain.rows import CustomerRow

STATUS, LIMIT, ADDRESS = "status", "limit", "address"
"""Conflicts that are no field of the form."""
_OWN = frozenset(
    {"id", "version", "code", "sites", "tags", "archived", "head_office_id", "statement_to"}
)
"""Parts of a form that no merge chooses: what is more than one is kept beside the other."""
_COLUMNS = {"terms": "payment_terms_id", "insured": "insured_minor"}
_NOTHING = (None, "", False, LegalForm.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two customers of a merge, with their forms."""

    giver: CustomerRow
    keeper: CustomerRow
    gives: CustomerForm
    keeps: CustomerForm


@dataclass(frozen=True, slots=True)
class Wanted:
    """How we shall trade with the keeper, and how much it may owe, when all is given."""

    status: Status
    limit: LimitChange | None


def conflicts(pair: Pair, as_at: date) -> Iterator[Conflict]:
    """Yield where the two differ: fields of the form, what was decided, where invoices go."""
    for field in fields(CustomerForm):
        if field.name not in _OWN:
            gives, keeps = (getattr(form, field.name) for form in (pair.gives, pair.keeps))
            if gives != keeps:
                yield Conflict(field.name, gives, keeps, keeps in _NOTHING)
    gives, keeps = (_decided(row.id, as_at) for row in (pair.giver, pair.keeper))
    if gives.status is not keeps.status:
        yield Conflict(STATUS, gives.status, keeps.status, suggested=False)
    given, kept = (None if one.limit is None else one.limit.amount for one in (gives, keeps))
    if given != kept:
        yield Conflict(LIMIT, given, kept, suggested=kept is None)
    there, here = (_billing(form) for form in (pair.gives, pair.keeps))
    if there and here and there != here:
        yield Conflict(ADDRESS, there, here, suggested=False)


def taken(pair: Pair, take: Collection[str]) -> dict[str, object]:
    """Return the keeper's columns that get the giver's values."""
    columns = customer_columns(pair.giver.id)
    names = [field.name for field in fields(CustomerForm) if field.name not in _OWN]
    chosen = [_COLUMNS.get(name, name) for name in names if name in take]
    return {name: columns[name] for name in chosen}


def wanted_decisions(pair: Pair, take: Collection[str], as_at: date) -> Wanted:
    """Return what shall be decided about the keeper afterwards: what was, unless it is taken."""
    gives, keeps = (_decided(row.id, as_at) for row in (pair.giver, pair.keeper))
    return Wanted(
        status=(gives if STATUS in take else keeps).status,
        limit=(gives if LIMIT in take else keeps).limit,
    )


def put_down(writing: Writing, keeper: int, wanted: Wanted, day: date) -> None:
    """Put down what is wanted where the giver's later decisions would count instead."""
    now = _decided(keeper, day)
    if now.status is not wanted.status:
        decisions.add_decision(
            writing,
            "customer_status",
            customer_id=keeper,
            day=day,
            status=wanted.status.value,
            reason="",
        )
    before, after = wanted.limit, now.limit
    if (before and before.amount) != (after and after.amount):
        amount = None if before is None else before.amount
        known = before or after
        decisions.add_decision(
            writing,
            "credit_limit",
            customer_id=keeper,
            day=day,
            scope=Scope.CUSTOMER.value,
            currency="" if known is None else known.currency,
            amount_minor=None if amount is None else amount.minor,
            reason="" if before is None else before.reason,
        )


def _decided(customer: int, as_at: date) -> Wanted:
    change = decisions.statuses(as_at, [customer]).get(customer)
    changes: Sequence[LimitChange] = decisions.limit_changes(as_at, [customer]).get(customer, ())
    return Wanted(
        status=Status.ACTIVE if change is None else change.status,
        limit=limit_at(changes, Scope.CUSTOMER, as_at),
    )


def _billing(form: CustomerForm) -> tuple[str, ...]:
    site = next((site for site in form.sites if site.kind is SiteKind.BILLING), None)
    return () if site is None else tuple(filter(None, (*site.lines, site.postcode)))
