"""What a customer's form must be to be saved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from creditmate.db import customer_records as records
from creditmate.db.customers import code_key, customer_by_code, ids_by_code_key
from creditmate.db.our_people import staff_row
from creditmate.documents.voice import is_spoken
from creditmate.domain.currencies import CODES
from creditmate.domain.customer_codes import LONGEST as LONGEST_CODE
from creditmate.domain.customer_form import CustomerForm, SiteForm, SiteKind
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.map_place import degrees_of
from creditmate.domain.money import LIMIT
from creditmate.domain.refusals import Why, refused
from creditmate.domain.unseen import says_nothing
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.services.calendars import is_region
from creditmate.services.postal_forms import is_country, laid_out
from creditmate.services.typed_texts import one_line, some_lines

_LONGEST = {
    "name": 200, "trading_name": 200, "company_number": 40, "tax_number": 40, "industry": 100,
    "insurer": 100, "invoices_to": 200, "approver": 200, "pay_method": 40,
    "account_at_theirs": 60, "locale": 20, "remember": 2000,
}  # fmt: skip
"""Letters of one line of text; ``remember`` may have several."""
_MONTH_DAYS = range(1, 32)
_REPORT_DAYS = range(1000)
_GRACE_DAYS = range(61)
_MOST_TAGS = 30
_LONGEST_TAG = 40
_LONGEST_ADDRESS_LINE = 200


def checked(form: CustomerForm) -> CustomerForm:
    """Return the form as it is stored: blanks tidied, what cannot be right refused.

    Raises:
        UserError: ``FIELD_REFUSED`` naming the field, ``UNKNOWN_STAFF``.
    """
    texts: dict[str, Any] = {name: _line(form, name) for name in _LONGEST if name != "remember"}
    clean = replace(
        form,
        **texts,
        code=one_line("customer.code", form.code, LONGEST_CODE, required=True),
        remember=some_lines("customer.remember", form.remember, _LONGEST["remember"]),
        country=form.country.strip().upper(),
        tags=tuple(_tags(form.tags)),
    )
    _check_code(clean)
    _check_place(clean)
    _check_numbers(clean)
    return replace(clean, sites=tuple(_sites(clean.sites)))


def _line(form: CustomerForm, name: str) -> str:
    text, required = str(getattr(form, name)), name == "name"
    return one_line(f"customer.{name}", text, _LONGEST[name], required=required)


def _sites(sites: Sequence[SiteForm]) -> Iterator[SiteForm]:
    """Addresses as they are printed; one in which nothing is left is none."""
    for row, site in enumerate(sites):
        said = site.place.strip()
        if said and degrees_of(said) is None:
            field = "customer.sites.place"
            raise visit_refused(VisitWhy.NO_PLACE, found=said, field=field, row=row)
    found = [site for site in map(laid_out, sites) if site.lines or site.postcode]
    if sum(site.kind is SiteKind.BILLING for site in found) > 1:
        raise refused("customer.sites", Why.TWICE)
    for site in found:
        for line in (*site.lines, site.postcode, site.name):
            one_line("customer.sites", line, _LONGEST_ADDRESS_LINE)
        yield site


def _check_code(form: CustomerForm) -> None:
    other = ids_by_code_key().get(code_key(form.code))
    if other is not None and other != form.id:
        holder = customer_by_code(form.code)
        name = form.code if holder is None else holder.name
        raise refused("customer.code", Why.TAKEN, found=form.code, by=name)


def _check_place(form: CustomerForm) -> None:
    if not is_country(form.country):
        raise refused("customer.country", Why.NOT_POSSIBLE, found=form.country)
    if not is_region(form.country, form.region):
        raise refused("customer.region", Why.NOT_POSSIBLE, found=form.region)
    if form.currency not in CODES:
        raise refused("customer.currency", Why.NOT_POSSIBLE, found=form.currency)
    if form.zone not in available_timezones():
        raise refused("customer.zone", Why.NOT_POSSIBLE, found=form.zone)
    if not is_spoken(form.locale):
        raise refused("customer.locale", Why.NOT_POSSIBLE, found=form.locale)
    if form.owner_id is not None and not _may_own(form.owner_id, form):
        raise UserError(Problem.UNKNOWN_STAFF)


def _may_own(staff: int, form: CustomerForm) -> bool:
    """Whether customers are given to somebody: those who have left keep what was theirs."""
    row = staff_row(staff)
    if row is None or row.archived_day is None:
        return row is not None
    return bool(form.id) and records.customer_record(form.id)[0].owner_id == staff


def _check_numbers(form: CustomerForm) -> None:
    for name, possible in (
        ("statement_day", _MONTH_DAYS),
        ("invoice_cut_off", _MONTH_DAYS),
        ("report_by_days", _REPORT_DAYS),
        ("grace_days", _GRACE_DAYS),
    ):
        value = getattr(form, name)
        if value is not None and value not in possible:
            raise refused(f"customer.{name}", Why.NOT_POSSIBLE, found=value)
    insured = form.insured
    if insured is not None and (
        not 0 <= insured.minor <= LIMIT or insured.currency != form.currency
    ):
        raise refused("customer.insured", Why.NOT_POSSIBLE, found=insured)


def _tags(tags: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in (" ".join(tag.split()) for tag in tags):
        one_line("customer.tags", text, _LONGEST_TAG)
        if not says_nothing(text) and text.casefold() not in seen:
            seen.add(text.casefold())
            yield text
    if len(seen) > _MOST_TAGS:
        raise refused("customer.tags", Why.NOT_POSSIBLE, found=len(seen))
