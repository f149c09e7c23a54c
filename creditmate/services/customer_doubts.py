"""What looks odd about a customer: told beside its fields, and about a hold before it is put down.

Source: domain-rules 4.2: the legal form is needed, since the rules differ by it; a breathing space
is for business debts only of who is not registered for VAT and in no partnership.
"""

from collections.abc import Iterator
from datetime import date

from creditmate.db import decisions
from creditmate.db.likeness import same_named, same_numbered
from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.holds import HoldKind, is_possible, is_usual
from creditmate.domain.identifiers import company_number_doubt, tax_number_doubt
from creditmate.domain.legal_forms import LegalForm
from creditmate.services.postal_forms import address_doubts


def customer_doubts(form: CustomerForm, today: date) -> Iterator[Doubt]:
    """Yield what looks odd about a customer's form, saved or not."""
    if form.legal_form is LegalForm.UNKNOWN:
        yield Doubt("legal_form", Odd.NOT_KNOWN, "")
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
    yield from _of_its_holds(form, today)


def _of_its_holds(form: CustomerForm, today: date) -> Iterator[Doubt]:
    """The form may have been set otherwise since the hold was put down."""
    known = decisions.holds_of(today, [form.id], to_come=True).get(form.id, []) if form.id else []
    standing = [hold for hold in known if not hold.is_over(today)]
    if any(not is_possible(hold.kind, form.legal_form) for hold in standing):
        yield Doubt("legal_form", Odd.HOLD_MISFITS, form.legal_form.value)
    elif any(not _is_usual(hold.kind, form) for hold in standing):
        yield Doubt("legal_form", Odd.NO_BREATHING_SPACE, form.legal_form.value)


def hold_doubts(form: CustomerForm, kind: HoldKind) -> list[Doubt]:
    """Return what looks odd about leaving a customer in peace for a reason."""
    usual = not is_possible(kind, form.legal_form) or _is_usual(kind, form)
    return [] if usual else [Doubt("kind", Odd.NO_BREATHING_SPACE, kind.value)]


def _is_usual(kind: HoldKind, form: CustomerForm) -> bool:
    return is_usual(kind, form.legal_form, registered=bool(form.tax_number.strip()))
