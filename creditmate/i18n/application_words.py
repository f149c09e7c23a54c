"""Words of the credit application: its fields and choices, and why a form is not read."""

from collections.abc import Mapping

from creditmate.domain.application import Fit
from creditmate.domain.application_form import TICKS, Item, Unread, Who
from creditmate.domain.errors import UserError
from creditmate.domain.legal_forms import LegalForm
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.countries import country_name
from creditmate.i18n.customer_words import legal_form_words

_ITEMS: Mapping[Item, str] = {
    Item.LEGAL_NAME: N_("Legal name"),
    Item.TRADING_NAME: N_("Trading name, if another"),
    Item.LEGAL_FORM: N_("Legal form"),
    Item.COMPANY_NUMBER: N_("Company number"),
    Item.TAX_NUMBER: N_("VAT or tax number"),
    Item.INVOICE_ADDRESS: N_("Registered or invoice address"),
    Item.INVOICE_POSTCODE: N_("Postcode"),
    Item.INVOICE_COUNTRY: N_("Country"),
    Item.DELIVERY_ADDRESS: N_("Delivery address, if another"),
    Item.DELIVERY_POSTCODE: N_("Postcode"),
    Item.DELIVERY_COUNTRY: N_("Country"),
    Item.INVOICES_TO: N_("Invoices should go to (e-mail or address)"),
    Item.PAYMENT_RUN: N_("When you pay your suppliers"),
    Item.BANK: N_("Your bank"),
    Item.ORDER_REQUIRED: N_("Invoices must carry an order number"),
    Item.LIMIT: N_("Credit limit wished"),
    Item.LIMIT_CURRENCY: N_("Currency"),
    Item.ACCEPTS_TERMS: N_("Terms read and accepted"),
    Item.ALLOWS_CHECKS: N_("We may ask referees and a credit register"),
    Item.SIGNER_NAME: N_("Name"),
    Item.SIGNER_POSITION: N_("Position"),
    Item.SIGNED_DAY: N_("Date"),
}
_PARTS = (N_("Name"), N_("Telephone"), N_("E-mail"))
_REFERENCE_PARTS = (N_("Firm"), N_("Whom to ask"), N_("Telephone or e-mail"))
_PEOPLE: Mapping[Who, str] = {
    Who.ORDERS: N_("Who orders"),
    Who.PAYS: N_("Who pays"),
    Who.APPROVES: N_("Who approves invoices"),
}
_ROLES: Mapping[Who, str] = {
    Who.ORDERS: N_("orders"),
    Who.PAYS: N_("pays invoices"),
    Who.APPROVES: N_("approves invoices"),
}
_GROUPS = {"invoice": N_("Invoices"), "delivery": N_("Delivery"), "signer": N_("Signed by")}
_RUNS: Mapping[str, str] = {
    "weekly:mon": N_("every Monday"),
    "weekly:tue": N_("every Tuesday"),
    "weekly:wed": N_("every Wednesday"),
    "weekly:thu": N_("every Thursday"),
    "weekly:fri": N_("every Friday"),
    "monthly:1": N_("on the 1st of the month"),
    "monthly:15": N_("on the 15th of the month"),
    "monthly:1,15": N_("on the 1st and the 15th"),
    "monthly:20": N_("on the 20th of the month"),
    "monthly:25": N_("on the 25th of the month"),
    "monthly:last": N_("on the last day of the month"),
    "monthly:last_working": N_("on the last working day"),
    "monthly:last_fri": N_("on the last Friday of the month"),
}
_FITS: Mapping[Fit, str] = {
    Fit.NEW: N_("new"),
    Fit.SAME: N_("as known"),
    Fit.DIFFERENT: N_("differs"),
    Fit.APART: N_("kept with the application"),
}
_UNREAD: Mapping[Unread, str] = {
    Unread.NOT_A_PDF: N_(
        "{name} is not a PDF. Expected: the form as a PDF; a photo or scan of it can be attached"
        " and typed beside its picture."
    ),
    Unread.DAMAGED: N_(
        "{name} is damaged and cannot be read. Ask for it again, or open and save it in a PDF"
        " program."
    ),
    Unread.LOCKED: N_(
        "{name} is protected with a password. Ask for it without one, or print it and type it in."
    ),
    Unread.LARGE: N_(
        "{name} is too large for a form (more than {most} MB). Attach it to the customer instead."
    ),
    Unread.FLAT: N_(
        "{name} has no fields to read: it was printed or scanned. Attach it and type it in beside"
        " its picture."
    ),
    Unread.FOREIGN: N_(
        "{name} is a form, but not one of ours: it has none of our fields. Attach it and type it"
        " in beside its picture."
    ),
    Unread.NEWER: N_(
        "{name} was made by a newer CreditMate (form {found}; this one knows {known}). Update this"
        " program."
    ),
    Unread.OTHER_BUSINESS: N_(
        "{name} was handed out by another business: open that one's ledger to read it."
    ),
    Unread.NO_PICTURE: N_(
        "{name} cannot be shown: it is neither a PDF nor a picture (PNG, JPEG or TIFF)."
    ),
}


def item_words(item: Item, language: str) -> str:
    """Return what a field is called among the others of its group."""
    _ = words(language).gettext
    if item in _ITEMS:
        return _(_ITEMS[item])
    parts = _REFERENCE_PARTS if item.startswith("reference") else _PARTS
    ending = item.rpartition("_")[2]
    place = {"name": 0, "contact": 1, "phone": 1, "reach": 2, "email": 2}[ending]
    return _(parts[place])


def item_title(item: Item, language: str) -> str:
    """Return what a field is called by itself: its group, then its name."""
    _ = words(language).gettext
    named, group = item_words(item, language), ""
    first = item.partition("_")[0]
    if first in set(Who):
        group = person_words(Who(first), language)
    elif first == "reference":
        group = _("Reference {number}").format(number=item.split("_")[1])
    elif item is Item.SIGNED_DAY:
        return _("Signed on")
    elif first in _GROUPS and not item.endswith(("_address", "_to")):
        group = _(_GROUPS[first])
    return f"{group}: {named}" if group else named


def value_words(item: Item, value: str, language: str) -> str:
    """Return what stands in a field as people read it: of a choice its words, on one line."""
    if not value:
        return ""
    if item in TICKS:
        return words(language).gettext("yes")
    if item is Item.LEGAL_FORM:
        return legal_form_words(value, language) or value
    if item in {Item.INVOICE_COUNTRY, Item.DELIVERY_COUNTRY}:
        return country_name(value, language)
    if item is Item.PAYMENT_RUN and value in _RUNS:
        return words(language).gettext(_RUNS[value])
    return ", ".join(value.splitlines())


def fit_words(fit: Fit, language: str) -> str:
    """Return how a field compares with what is known."""
    return words(language).gettext(_FITS[fit])


def person_words(who: Who, language: str) -> str:
    """Return for what somebody is asked for."""
    return words(language).gettext(_PEOPLE[who])


def contact_roles(language: str) -> dict[Who, str]:
    """Return what contacts that come from a form are noted to do."""
    _ = words(language).gettext
    return {who: _(said) for who, said in _ROLES.items()}


def run_choices(language: str) -> list[tuple[str, str]]:
    """Return the payment runs that the form offers: code and words."""
    _ = words(language).gettext
    return [(code, _(said)) for code, said in _RUNS.items()]


def form_choices(language: str) -> list[tuple[str, str]]:
    """Return the legal forms that the form offers: code and words."""
    known = (form.value for form in LegalForm if form is not LegalForm.UNKNOWN)
    return [(code, legal_form_words(code, language)) for code in known]


def unread_words(error: UserError, language: str) -> str:
    """Return why a form is not read; the caller fills in the facts."""
    return words(language).gettext(_UNREAD[Unread(str(error.facts["why"]))])


def reading_words(name: str, language: str) -> str:
    """Return what is said while a file is being read."""
    return words(language).gettext("{name} is being read…").format(name=name)
