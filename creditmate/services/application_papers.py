"""The form on which a customer applies for credit, made for a customer or left blank."""

from datetime import date

from creditmate.db.business import business
from creditmate.db.contact_records import contact_records
from creditmate.documents.application_paper import ApplicationPaper, TermsEnclosed
from creditmate.domain.application_form import Item
from creditmate.domain.application_merge import known_values
from creditmate.services.agreed_terms import terms_enclosed
from creditmate.services.customer_editing import whole_form
from creditmate.services.customers import require_customer
from creditmate.services.letterhead import business_card, paper_form

_USUAL_CURRENCIES = ("EUR", "GBP", "USD")


def application_paper(code: str, today: date) -> ApplicationPaper:
    """Return the form to hand out, ready to be drawn.

    Args:
        code: Of a customer whose form has in it what is known already, in its language; '' for a
            blank form in ours.
        today: The day of handing it out, on which enclosed terms must be in force.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    home = business()
    given, locale, currency = {Item.INVOICE_COUNTRY: home.country}, home.locale, home.currency
    if code:
        id_ = require_customer(code).id
        form = whole_form(id_)
        code, locale, currency = form.code, form.locale, form.currency
        given = known_values(form, contact_records(id_))
    version = terms_enclosed(locale, today)
    terms = None
    if version is not None:
        day, fingerprint = version.effective_day, version.fingerprint
        terms = TermsEnclosed(version.id, version.title, version.number, day, fingerprint)
    size, _ = paper_form(home)
    return ApplicationPaper(
        business=business_card(home),
        ledger=home.ledger_uid,
        day=today,
        currency=currency,
        currencies=tuple(dict.fromkeys((currency, home.currency, *_USUAL_CURRENCIES))),
        given=given,
        account=code,
        terms=terms,
        locale=locale,
        size=size,
    )
