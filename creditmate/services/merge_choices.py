"""Where two customers that are merged differ, and which of the two is right."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
from creditmate.domain.money import Money
from creditmate.domain.rows import CustomerRow
from creditmate.services.calendars import region_name

STATUS, LIMIT, GROUP_LIMIT, ADDRESS = "status", "limit", "group_limit", "address"
"""Conflicts that are no field of the form."""
_OWN = frozenset(
    {"id", "version", "code", "sites", "tags", "archived", "head_office_id", "statement_to"}
)
"""Parts of a form that no merge chooses: what is more than one is kept beside the other."""
_COLUMNS = {"terms": "payment_terms_id", "insured": "insured_minor"}
_WITH = {"currency": "insured", "country": "region"}
"""What is only right together: a sum of money is one of its currency, a part one of its country."""
_SCOPES = {LIMIT: Scope.CUSTOMER, GROUP_LIMIT: Scope.GROUP}


@dataclass(frozen=True, slots=True)
class Pair:
    """The two customers of a merge, with their forms."""

    giver: CustomerRow
    keeper: CustomerRow
    gives: CustomerForm
    keeps: CustomerForm


@dataclass(frozen=True, slots=True)
class Wanted:
    """How we shall trade with the keeper, and how much it may owe, when all is given.

    ``limits`` are its own and its group's, by the name of the conflict.
    """

    status: Status
    limits: Mapping[str, LimitChange | None]


def conflicts(pair: Pair, as_at: date) -> Iterator[Conflict]:
    """Yield where the two differ: fields of the form, what was decided, where invoices go."""
    for name in _chosen(pair):
        gives, keeps = (getattr(form, name) for form in (pair.gives, pair.keeps))
        if gives != keeps:
            there, here = (_said(name, form) for form in (pair.gives, pair.keeps))
            yield Conflict(name, there, here, _is_nothing(keeps))
    gives, keeps = (_decided(row.id, as_at) for row in (pair.giver, pair.keeper))
    if gives.status is not keeps.status:
        yield Conflict(STATUS, gives.status, keeps.status, suggested=False)
    for name in _SCOPES:
        given, kept = (_amount(one.limits[name]) for one in (gives, keeps))
        if given != kept:
            yield Conflict(name, given, kept, suggested=kept is None)
    there, here = (_billing(form) for form in (pair.gives, pair.keeps))
    if there and here and there != here:
        yield Conflict(ADDRESS, there, here, suggested=False)


def taken(pair: Pair, take: Collection[str]) -> dict[str, object]:
    """Return the keeper's columns that get the giver's values."""
    columns = customer_columns(pair.giver.id)
    names = [name for name in _chosen(pair) if name in take]
    names += [_WITH[name] for name in names if name in _WITH]
    return {column: columns[column] for column in (_COLUMNS.get(name, name) for name in names)}


def _chosen(pair: Pair) -> list[str]:
    """The fields in which a merge chooses; some go with another one, if that differs."""
    bound = {
        name
        for first, name in _WITH.items()
        if getattr(pair.gives, first) != getattr(pair.keeps, first)
    }
    names = [field.name for field in fields(CustomerForm) if field.name not in _OWN]
    return [name for name in names if name not in bound]


def _said(name: str, form: CustomerForm) -> object:
    """What stands in a field; a part of a country by its name, since its code says little."""
    value = getattr(form, name)
    return region_name(form.country, value) if name == _WITH["country"] else value


def _is_nothing(value: object) -> bool:
    return value in (None, "", LegalForm.UNKNOWN) or value is False


def wanted_decisions(pair: Pair, take: Collection[str], as_at: date) -> Wanted:
    """Return what shall be decided about the keeper afterwards: what was, unless it is taken."""
    gives, keeps = (_decided(row.id, as_at) for row in (pair.giver, pair.keeper))
    return Wanted(
        status=(gives if STATUS in take else keeps).status,
        limits={name: (gives if name in take else keeps).limits[name] for name in _SCOPES},
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
    for name, scope in _SCOPES.items():
        before, after = wanted.limits[name], now.limits[name]
        if _amount(before) == _amount(after):
            continue
        amount, known = _amount(before), before or after
        decisions.add_decision(
            writing,
            "credit_limit",
            customer_id=keeper,
            day=day,
            scope=scope.value,
            currency="" if known is None else known.currency,
            amount_minor=None if amount is None else amount.minor,
            reason="" if before is None else before.reason,
        )


def _decided(customer: int, as_at: date) -> Wanted:
    change = decisions.statuses(as_at, [customer]).get(customer)
    changes: Sequence[LimitChange] = decisions.limit_changes(as_at, [customer]).get(customer, ())
    return Wanted(
        status=Status.ACTIVE if change is None else change.status,
        limits={name: limit_at(changes, scope, as_at) for name, scope in _SCOPES.items()},
    )


def _amount(limit: LimitChange | None) -> Money | None:
    return None if limit is None else limit.amount


def _billing(form: CustomerForm) -> tuple[str, ...]:
    site = next((site for site in form.sites if site.kind is SiteKind.BILLING), None)
    return () if site is None else tuple(filter(None, (*site.lines, site.postcode)))
