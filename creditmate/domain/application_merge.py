"""An application's fields as a customer's record, and the other way about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from creditmate.domain.application import Values, same_telephone
from creditmate.domain.application_form import TICKED, Item, Who
from creditmate.domain.contact_form import Authority, ContactForm, EmailForm, PhoneForm
from creditmate.domain.customer_form import CustomerForm, SiteForm, SiteKind
from creditmate.domain.email_syntax import email_key
from creditmate.domain.folding import fold
from creditmate.domain.legal_forms import LegalForm, legal_form
from creditmate.domain.payment_runs import run_text, stored_run

_TEXTS = {
    Item.LEGAL_NAME: "name",
    Item.TRADING_NAME: "trading_name",
    Item.COMPANY_NUMBER: "company_number",
    Item.TAX_NUMBER: "tax_number",
    Item.INVOICES_TO: "invoices_to",
    Item.APPROVES_NAME: "approver",
}
"""Fields that a customer's form has as they are."""
_PLACES = {
    SiteKind.BILLING: (Item.INVOICE_ADDRESS, Item.INVOICE_POSTCODE, Item.INVOICE_COUNTRY),
    SiteKind.DELIVERY: (Item.DELIVERY_ADDRESS, Item.DELIVERY_POSTCODE, Item.DELIVERY_COUNTRY),
}
_MAY = {Who.PAYS: Authority.PAYS, Who.APPROVES: Authority.DECIDES}
_WEIGHT = {Authority.UNKNOWN: 0, Authority.NONE: 1, Authority.PAYS: 2, Authority.DECIDES: 3}


def merged(form: CustomerForm, values: Values) -> CustomerForm:
    """Return a customer's form with what an application says put into it.

    Args:
        form: As it is, or a blank one.
        values: What is taken over, as understood; the rest stays as it is.
    """
    texts = {name: values[item] for item, name in _TEXTS.items() if item in values}
    changed = replace(form, **texts)  # type: ignore[arg-type]  # all of them are texts
    if Item.LEGAL_FORM in values:
        changed = replace(changed, legal_form=legal_form(values[Item.LEGAL_FORM]))
    if Item.ORDER_REQUIRED in values:
        changed = replace(changed, order_required=values[Item.ORDER_REQUIRED] == TICKED)
    if Item.PAYMENT_RUN in values:
        changed = replace(changed, payment_run=stored_run(values[Item.PAYMENT_RUN]))
    if not form.id and Item.INVOICE_COUNTRY in values:
        changed = replace(changed, country=values[Item.INVOICE_COUNTRY])
    return replace(changed, sites=_sites(changed, values))


def _sites(form: CustomerForm, values: Values) -> tuple[SiteForm, ...]:
    sites = list(form.sites)
    for kind, items in _PLACES.items():
        if not any(item in values for item in items[:2]):
            continue
        place = next((at for at, site in enumerate(sites) if site.kind is kind), None)
        site = SiteForm(kind, form.country) if place is None else sites[place]
        address, postcode, country = items
        lines = tuple(values[address].splitlines()) if address in values else site.lines
        moved = replace(
            site,
            lines=lines,
            postcode=values.get(postcode, "" if address in values else site.postcode),
            country=values.get(country, site.country),
            parts={},
        )
        if place is None:
            sites.append(moved)
        else:
            sites[place] = moved
    return tuple(sites)


def merged_contacts(
    known: Sequence[ContactForm], values: Values, roles: Mapping[Who, str]
) -> list[ContactForm]:
    """Return the people that are new or changed by an application; one in two roles once.

    Args:
        known: The customer's people.
        values: What is taken over.
        roles: What a new contact is noted to do, by what it was asked for.
    """
    people, changed = list(known), dict[int, ContactForm]()
    for who in Who:
        name, phone, email = (values.get(item, "") for item in who.items)
        if not (name or phone or email):
            continue
        place = _place_of(people, name, phone, email)
        if place is None:
            place = len(people)
            people.append(ContactForm(name or email or phone))
        people[place] = _with(people[place], who, phone, email, roles[who])
        if place >= len(known) or people[place] != known[place]:
            changed[place] = people[place]
    return list(changed.values())


def _place_of(people: Sequence[ContactForm], name: str, phone: str, email: str) -> int | None:
    """Return which of the people is meant: by name; without one by e-mail or telephone."""
    for place, person in enumerate(people):
        if name:
            fits = fold(person.name) == fold(name)
        else:
            mails = {email_key(each.address) for each in person.emails}
            fits = bool(email) and email_key(email) in mails
            fits = fits or any(same_telephone(phone, each.number) for each in person.phones)
        if fits:
            return place
    return None


def _with(person: ContactForm, who: Who, phone: str, email: str, role: str) -> ContactForm:
    may = _MAY.get(who, Authority.UNKNOWN)
    stronger = may if _WEIGHT[may] > _WEIGHT[person.authority] else person.authority
    phones, emails = person.phones, person.emails
    if phone and not any(same_telephone(phone, each.number) for each in phones):
        phones = (PhoneForm(phone), *phones)
    if email and email_key(email) not in {email_key(each.address) for each in emails}:
        emails = (EmailForm(email), *emails)
    does = person.role
    if not (person.id and person.role):  # what somebody noted of a person stays
        does = ", ".join(part for part in (person.role, role) if part)
    return replace(person, authority=stronger, phones=phones, emails=emails, role=does)


# ---------------------------------------------------------------- what is known
def known_values(form: CustomerForm, people: Sequence[ContactForm]) -> dict[Item, str]:
    """Return what a form would say of a customer that is there; empty fields are left out.

    People are found by what they may decide; who orders, by their role alone, is not known.
    """
    found = {item: str(getattr(form, name)) for item, name in _TEXTS.items()}
    if form.legal_form is not LegalForm.UNKNOWN:
        found[Item.LEGAL_FORM] = form.legal_form.value
    if form.order_required:
        found[Item.ORDER_REQUIRED] = TICKED
    if form.payment_run is not None:
        found[Item.PAYMENT_RUN] = run_text(form.payment_run)
    for kind, (address, postcode, country) in _PLACES.items():
        site = next((site for site in form.sites if site.kind is kind), None)
        if site is not None:
            found |= {address: "\n".join(site.lines), postcode: site.postcode}
            found[country] = site.country
    for who, may in _MAY.items():
        person = next((each for each in people if each.authority is may), None)
        if person is not None:
            found |= _person(who, person)
    return {item: said for item, said in found.items() if said}


def _person(who: Who, person: ContactForm) -> dict[Item, str]:
    name, phone, email = who.items
    return {
        name: person.name,
        phone: person.phones[0].number if person.phones else "",
        email: person.emails[0].address if person.emails else "",
    }
