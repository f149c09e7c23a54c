"""Customers as edited: the whole record, its addresses and tags, read and written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import database
from creditmate.db.customers import CUSTOMER_COLUMNS, code_key, create_customers
from creditmate.db.fields import among
from creditmate.db.gateway import Writing
from creditmate.db.models import Customer, Site, Staff, Tag
from creditmate.domain.customer_form import CustomerForm, SiteForm, SiteKind, StatementKind
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.groups import StatementTo
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.map_place import degrees_of, degrees_text
from creditmate.domain.money import Money
from creditmate.domain.payment_runs import PaymentRun, run_text, stored_run

_SAME = (
    "code", "name", "country", "currency", "locale", "zone", "trading_name", "company_number",
    "tax_number", "industry", "owner_id", "remember", "statement_day", "insurer",
    "report_by_days", "invoice_cut_off", "invoices_to", "approver", "pay_method",
    "account_at_theirs", "region", "grace_days",
)  # fmt: skip
"""Columns that a form has under the same name and as they are stored."""


def customer_record(id_: int) -> tuple[CustomerForm, int | None]:
    """Return a customer with addresses and tags, its terms by their id instead of spelt out."""
    row = Customer.get_by_id(id_)
    same: dict[str, Any] = {name: getattr(row, name) for name in _SAME}
    insured = row.insured_minor
    form = CustomerForm(
        **same,
        id=row.id,
        version=row.version,
        legal_form=legal_form(row.legal_form),
        friend=bool(row.friend),
        statement_kind=StatementKind(row.statement_kind),
        insured=None if insured is None else Money(insured, row.currency),
        payment_run=stored_run(row.payment_run),
        order_required=bool(row.order_required),
        sites=tuple(sites_of(id_)),
        tags=tuple(tags_of([id_]).get(id_, ())),
        head_office_id=row.head_office_id,
        statement_to=StatementTo(row.statement_to),
        archived=row.archived_day is not None,
    )
    return form, row.payment_terms_id


def payment_runs(ids: Sequence[int]) -> dict[int, tuple[PaymentRun, int | None]]:
    """Return on which days these customers pay, with the day of the month their invoices end.

    Of those of whom no day of payment is known, nothing.
    """
    query = Customer.select(Customer.id, Customer.payment_run, Customer.invoice_cut_off).where(
        Customer.id.in_(among(ids)) & (Customer.payment_run != "")
    )
    found = ((id_, stored_run(text), cut) for id_, text, cut in database.execute(query))
    return {id_: (run, cut) for id_, run, cut in found if run is not None}


def _columns(form: CustomerForm, terms: int | None) -> dict[str, Any]:
    run = form.payment_run
    return {
        **{name: getattr(form, name) for name in _SAME},
        "code_key": code_key(form.code),
        "legal_form": form.legal_form.value,
        "friend": int(form.friend),
        "payment_terms_id": terms,
        "statement_kind": form.statement_kind.value,
        "insured_minor": None if form.insured is None else form.insured.minor,
        "payment_run": "" if run is None else run_text(run),
        "order_required": int(form.order_required),
    }


def create_record(writing: Writing, form: CustomerForm, terms: int | None) -> int:
    """Make a customer with its addresses and tags, and return its id."""
    (id_,) = create_customers(writing, [_columns(form, terms)])
    _write_sites(writing, id_, form.sites)
    add_tags(writing, id_, form.tags)
    return id_


def edit_record(writing: Writing, form: CustomerForm, terms: int | None, day: date) -> None:
    """Save a customer that was read at the form's version, with its addresses and tags.

    An address or a tag that the form does not name any more is put away on ``day``. The version
    rises with them: a form that was read before names only what there was then.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(Customer, form.id, form.version, **_columns(form, terms))
    changed = [
        _drop_sites(writing, form, day),
        _write_sites(writing, form.id, form.sites),
        _drop_tags(writing, form, day),
    ]
    if any(changed):
        writing.raise_version(Customer, form.id)
    add_tags(writing, form.id, form.tags)


def edit_customer(writing: Writing, id_: int, **values: object) -> None:
    """Change columns of a customer as it is now."""
    version = Customer.select(Customer.version).where(Customer.id == id_).scalar()
    writing.edit(Customer, id_, int(version), **values)


def customer_columns(id_: int) -> Mapping[str, Any]:
    """Return a customer's columns as stored, but for those that every record has."""
    row = Customer.get_by_id(id_)
    return {name: getattr(row, name) for name in (*CUSTOMER_COLUMNS, "archived_day", "version")}


def owner_name(staff: int | None) -> str:
    """Return the name of whoever of our people looks after a customer; '' for nobody."""
    if staff is None:
        return ""
    return str(Staff.select(Staff.name).where(Staff.id == staff).scalar() or "")


# ---------------------------------------------------------------- addresses
def sites_of(customer: int) -> list[SiteForm]:
    """Return a customer's addresses, where invoices go first."""
    query = (
        Site.select()
        .where((Site.customer_id == customer) & Site.archived_day.is_null())
        .order_by(Site.kind, Site.id)
    )
    return [
        SiteForm(
            kind=SiteKind(row.kind),
            country=row.country,
            lines=tuple(row.address.splitlines()),
            postcode=row.postcode,
            name=row.name,
            parts=json.loads(row.parts),
            id=row.id,
            version=row.version,
            place=_placed(row.latitude, row.longitude),
        )
        for row in query
    ]


def _placed(latitude: int | None, longitude: int | None) -> str:
    """Where an address is on the map, as it can be typed again; '' for not put down."""
    return "" if latitude is None or longitude is None else degrees_text((latitude, longitude))


def _drop_sites(writing: Writing, form: CustomerForm, day: date) -> bool:
    kept, known = {site.id for site in form.sites if site.id}, sites_of(form.id)
    if not kept <= {site.id for site in known}:
        raise UserError(Problem.CHANGED_MEANWHILE, entity="site", id=form.id)
    dropped = [site for site in known if site.id not in kept]
    for site in dropped:
        writing.edit(Site, site.id, site.version, archived_day=day)
    return bool(dropped)


def _write_sites(writing: Writing, customer: int, sites: Sequence[SiteForm]) -> bool:
    changed = False
    for site in sites:
        latitude, longitude = degrees_of(site.place) or (None, None)
        values: dict[str, object] = {
            "kind": site.kind.value,
            "address": "\n".join(site.lines),
            "postcode": site.postcode,
            "country": site.country,
            "name": site.name,
            "parts": json.dumps(dict(site.parts), ensure_ascii=False, sort_keys=True),
            "latitude": latitude,
            "longitude": longitude,
        }
        if site.id:
            changed |= writing.edit(Site, site.id, site.version, **values)
        else:
            changed = bool(writing.create(Site, customer_id=customer, **values))
    return changed


# ---------------------------------------------------------------- tags
def tags_of(customers: Sequence[int]) -> dict[int, list[str]]:
    """Return the tags of customers, each in the order of the alphabet."""
    query = (
        Tag.select(Tag.customer_id, Tag.text)
        .where(Tag.customer_id.in_(among(customers)) & Tag.archived_day.is_null())
        .order_by(Tag.text)
    )
    found: dict[int, list[str]] = {}
    for customer, text in database.execute(query):
        found.setdefault(customer, []).append(text)
    return found


def all_tags() -> list[str]:
    """Return every tag that is in use, in the order of the alphabet."""
    query = Tag.select(Tag.text).where(Tag.archived_day.is_null()).distinct().order_by(Tag.text)
    return [text for (text,) in database.execute(query)]


def _drop_tags(writing: Writing, form: CustomerForm, day: date) -> bool:
    wanted = {text.casefold() for text in form.tags}
    dropped = [row for row in _live_tags(form.id) if row.text.casefold() not in wanted]
    for row in dropped:
        writing.edit(Tag, row.id, row.version, archived_day=day)
    return bool(dropped)


def add_tags(writing: Writing, customer: int, tags: Iterable[str]) -> None:
    """Give a customer tags; those that it has already stay as they are."""
    known = {row.text.casefold() for row in _live_tags(customer)}
    for key, text in {text.casefold(): text for text in tags}.items():
        if key not in known:
            writing.create(Tag, customer_id=customer, text=text)
            writing.raise_version(Customer, customer)


def _live_tags(customer: int) -> list[Tag]:
    return list(Tag.select().where((Tag.customer_id == customer) & Tag.archived_day.is_null()))
