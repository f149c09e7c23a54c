"""What a customer's form must be to be saved, and what only looks odd about it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from creditmate.db.customers import code_key, customer_by_code, ids_by_code_key
from creditmate.db.likeness import same_named, same_numbered
from creditmate.db.our_people import staff_row
from creditmate.domain.currencies import CODES
from creditmate.domain.customer_codes import LONGEST as LONGEST_CODE
from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.identifiers import company_number_doubt, tax_number_doubt
from creditmate.domain.refusals import Why, refused
from creditmate.services.postal_forms import address_doubts, is_country, laid_out

_LONGEST = {
    "name": 200, "trading_name": 200, "company_number": 40, "tax_number": 40, "industry": 100,
    "insurer": 100, "invoices_to": 200, "approver": 200, "pay_method": 40,
    "account_at_theirs": 60, "locale": 20, "remember": 2000,
}  # fmt: skip
"""Letters of one line of text; ``remember`` may have several."""
_MONTH_DAYS = range(1, 32)
_REPORT_DAYS = range(1000)
_MOST_TAGS = 30
_LONGEST_TAG = 40


def doubts_of(form: CustomerForm) -> Iterator[Doubt]:
    """Yield what looks odd about a form; nothing of it keeps it from being saved."""
    for doubt in (
        tax_number_doubt(form.tax_number, form.country),
        company_number_doubt(form.company_number, form.country),
    ):
        if doubt is not None:
            yield doubt
    for place, site in enumerate(form.sites):
        yield from address_doubts(site, place)
    for field, code in same_numbered(form.id, form.company_number, form.tax_number):
        yield Doubt(field, Odd.SAME_NUMBER, getattr(form, field), code)
    for code in same_named(form.id, form.name):
        yield Doubt("name", Odd.SAME_NAME, form.name, code)


def checked(form: CustomerForm) -> CustomerForm:
    """Return the form as it is stored: blanks tidied, what cannot be right refused.

    Raises:
        UserError: ``FIELD_REFUSED`` naming the field, ``UNKNOWN_STAFF``.
    """
    texts: dict[str, Any] = {name: _line(form, name) for name in _LONGEST if name != "remember"}
    clean = replace(
        form,
        **texts,
        code=" ".join(form.code.split()),
        remember=form.remember.strip(),
        country=form.country.strip().upper(),
        tags=tuple(_tags(form.tags)),
    )
    if not clean.name:
        raise refused("customer.name", Why.EMPTY)
    _check_code(clean)
    if len(clean.remember) > _LONGEST["remember"]:
        raise refused("customer.remember", Why.TOO_LONG, most=_LONGEST["remember"])
    _check_place(clean)
    _check_numbers(clean)
    return replace(clean, sites=tuple(laid_out(site) for site in clean.sites))


def _line(form: CustomerForm, name: str) -> str:
    text = " ".join(str(getattr(form, name)).split())
    if len(text) > _LONGEST[name]:
        raise refused(f"customer.{name}", Why.TOO_LONG, most=_LONGEST[name])
    return text


def _check_code(form: CustomerForm) -> None:
    if not form.code:
        raise refused("customer.code", Why.EMPTY)
    if len(form.code) > LONGEST_CODE:
        raise refused("customer.code", Why.TOO_LONG, most=LONGEST_CODE)
    other = ids_by_code_key().get(code_key(form.code))
    if other is not None and other != form.id:
        holder = customer_by_code(form.code)
        name = form.code if holder is None else holder.name
        raise refused("customer.code", Why.TAKEN, found=form.code, by=name)


def _check_place(form: CustomerForm) -> None:
    if not is_country(form.country):
        raise refused("customer.country", Why.NOT_POSSIBLE, found=form.country)
    if form.currency not in CODES:
        raise refused("customer.currency", Why.NOT_POSSIBLE, found=form.currency)
    if form.zone not in available_timezones():
        raise refused("customer.zone", Why.NOT_POSSIBLE, found=form.zone)
    if form.owner_id is not None and staff_row(form.owner_id) is None:
        raise UserError(Problem.UNKNOWN_STAFF)


def _check_numbers(form: CustomerForm) -> None:
    for name, possible in (
        ("statement_day", _MONTH_DAYS),
        ("invoice_cut_off", _MONTH_DAYS),
        ("report_by_days", _REPORT_DAYS),
    ):
        value = getattr(form, name)
        if value is not None and value not in possible:
            raise refused(f"customer.{name}", Why.NOT_POSSIBLE, found=value)
    insured = form.insured
    if insured is not None and (insured.minor < 0 or insured.currency != form.currency):
        raise refused("customer.insured", Why.NOT_POSSIBLE, found=insured)


def _tags(tags: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in (" ".join(tag.split()) for tag in tags):
        if len(text) > _LONGEST_TAG:
            raise refused("customer.tags", Why.TOO_LONG, most=_LONGEST_TAG)
        if text and text.casefold() not in seen:
            seen.add(text.casefold())
            yield text
    if len(seen) > _MOST_TAGS:
        raise refused("customer.tags", Why.NOT_POSSIBLE, found=len(seen))
