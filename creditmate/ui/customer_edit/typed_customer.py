"""A customer as it is typed, field by field; read back, and set upon newer facts; no toolkit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, TypeVar, cast

from creditmate.domain.customer_form import CustomerForm, SiteForm, StatementKind
from creditmate.domain.customer_status import Status
from creditmate.domain.errors import UserError
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.payment_runs import PaymentRun
from creditmate.domain.refusals import Why, refused
from creditmate.i18n.formats import money
from creditmate.i18n.locales import typed
from creditmate.i18n.parsing import parse_money
from creditmate.ui.customer_edit.typed_run import NO_RUN, TypedRun, read_run, typed_run
from creditmate.ui.customer_edit.typed_terms import (
    NO_TERMS,
    TypedTerms,
    read_typed,
    typed_terms,
)

Read = TypeVar("Read")
_LINES = (
    "code", "name", "trading_name", "company_number", "tax_number", "industry", "remember",
    "country", "currency", "locale", "zone", "insurer", "invoices_to", "approver", "pay_method",
    "account_at_theirs", "region",
)  # fmt: skip
"""Fields that are texts in the form as well."""


@dataclass(frozen=True, slots=True)
class TypedCustomer:
    """Every field as it is seen; choices by their codes.

    ``limit`` and ``status`` are only asked of a customer that is made: later they are decisions.
    """

    code: str = ""
    name: str = ""
    trading_name: str = ""
    legal_form: str = LegalForm.UNKNOWN.value
    company_number: str = ""
    tax_number: str = ""
    industry: str = ""
    tags: str = ""
    owner: str = ""
    friend: bool = False
    remember: str = ""
    country: str = ""
    currency: str = ""
    locale: str = ""
    zone: str = ""
    region: str = ""
    sites: tuple[SiteForm, ...] = ()
    terms: TypedTerms = NO_TERMS
    grace_days: str = ""
    limit: str = ""
    status: str = Status.ACTIVE.value
    insurer: str = ""
    insured: str = ""
    report_by_days: str = ""
    statement_kind: str = StatementKind.OPEN_ITEM.value
    statement_day: str = ""
    run: TypedRun = NO_RUN
    invoice_cut_off: str = ""
    order_required: bool = False
    invoices_to: str = ""
    approver: str = ""
    pay_method: str = ""
    account_at_theirs: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """A form as far as it could be read, and what could not, by the names of the fields."""

    form: CustomerForm
    limit: Money | None = None
    problems: Mapping[str, UserError] = field(default_factory=dict)


def typed_customer(form: CustomerForm, locale: str) -> TypedCustomer:
    """Return a customer as its fields show it."""
    return TypedCustomer(
        **{name: getattr(form, name) for name in _LINES},
        legal_form=form.legal_form.value,
        tags=", ".join(form.tags),
        owner=_shown(form.owner_id),
        friend=form.friend,
        sites=form.sites,
        terms=typed_terms(form.terms),
        grace_days=_shown(form.grace_days),
        insured="" if form.insured is None else money(form.insured, locale),
        report_by_days=_shown(form.report_by_days),
        statement_kind=form.statement_kind.value,
        statement_day=_shown(form.statement_day),
        run=typed_run(form.payment_run, locale),
        invoice_cut_off=_shown(form.invoice_cut_off),
        order_required=form.order_required,
    )


def understood(given: TypedCustomer, base: CustomerForm, locale: str, today: date) -> Understood:
    """Return the form that was typed; what cannot be read stands as if it were empty.

    Args:
        given: As typed.
        base: As it was read, whose id and version a save names again.
        locale: In which figures and days are typed.
        today: Settles what a day leaves out.
    """
    problems: dict[str, UserError] = {}

    def tried(read: Callable[[], Read | None]) -> Read | None:
        try:
            return read()
        except UserError as error:
            problems[str(error.facts["field"])] = error
            return None

    def run() -> PaymentRun | None:
        return read_run(given.run, locale, today)

    def whole(name: str) -> int | None:
        return tried(lambda: _whole(name, getattr(given, name), locale))

    def amount(name: str, text: str) -> Money | None:
        return tried(lambda: _amount(name, text, given.currency, locale))

    form = replace(
        base,
        **{name: getattr(given, name) for name in _LINES},
        legal_form=LegalForm(given.legal_form),
        tags=tuple(tag.strip() for tag in given.tags.split(",") if tag.strip()),
        owner_id=int(given.owner) if given.owner else None,
        friend=given.friend,
        sites=given.sites,
        terms=tried(lambda: read_typed(given.terms, locale)),
        grace_days=whole("grace_days"),
        insured=amount("customer.insured", given.insured),
        report_by_days=whole("report_by_days"),
        statement_kind=StatementKind(given.statement_kind),
        statement_day=whole("statement_day"),
        payment_run=cast("PaymentRun | None", tried(run)),
        invoice_cut_off=whole("invoice_cut_off"),
        order_required=given.order_required,
    )
    return Understood(form, amount("limit.amount", given.limit), problems)


def rebased(
    base: TypedCustomer, mine: TypedCustomer, theirs: TypedCustomer
) -> tuple[TypedCustomer, tuple[str, ...]]:
    """Return what I typed upon what somebody else has saved meanwhile, and where both differ.

    Args:
        base: As we both read it.
        mine: As I typed it.
        theirs: As it is now.
    """
    changed: dict[str, Any] = {}
    clashes = []
    for one in fields(TypedCustomer):
        was, now, other = (getattr(typed, one.name) for typed in (base, mine, theirs))
        if now != was:
            changed[one.name] = now
            if other not in (was, now):
                clashes.append(one.name)
    if "sites" in changed:
        changed["sites"] = _with_versions(changed["sites"], theirs.sites)
    return replace(theirs, **changed), tuple(clashes)


def _with_versions(
    mine: tuple[SiteForm, ...], theirs: tuple[SiteForm, ...]
) -> tuple[SiteForm, ...]:
    """My addresses, each as the newer version of itself; one that is gone is made again."""
    versions = {site.id: site.version for site in theirs}
    return tuple(
        replace(site, version=versions[site.id])
        if site.id in versions
        else replace(site, id=0, version=0)
        for site in mine
    )


def _shown(value: int | None) -> str:
    return "" if value is None else str(value)


def _whole(name: str, text: str, locale: str) -> int | None:
    plain = typed(text, locale)
    if not plain:
        return None
    if not plain.isascii() or not plain.isdigit():
        raise refused(f"customer.{name}", Why.NOT_POSSIBLE, found=plain)
    return int(plain)


def _amount(name: str, text: str, currency: str, locale: str) -> Money | None:
    return parse_money(text, currency, locale, field=name) if text.strip() else None
