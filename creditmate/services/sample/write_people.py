"""Writing the business, its customers and the people at theirs."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from itertools import count, cycle

from creditmate.db.business import create_business, create_series
from creditmate.db.customers import create_customers, terms_id
from creditmate.db.exchange_rates import add_rate
from creditmate.db.gateway import Writing
from creditmate.db.our_people import add_cover, add_staff
from creditmate.db.people import (
    create_contacts,
    create_emails,
    create_phones,
    create_sites,
)
from creditmate.domain.dates import add_months, month_start
from creditmate.domain.exchange import Rate
from creditmate.services.sample.firms import Firm, Person
from creditmate.services.sample.habits import TERMS
from creditmate.services.sample.rookmere import RATES, SERIES, STAFF, rookmere
from creditmate.services.sample.standing import standing_details
from creditmate.services.sample.write import Ids
from creditmate.services.stored_terms import stored
from creditmate.services.taxes import begin_usual_taxes

# Numbers that the regulators keep for films and books (Ofcom, ComReg, Bundesnetzagentur, ARCEP,
# NANPA); the others have none that are known, and are written to.
_NUMBERS = {
    "GB": ("01632 960{:03}", "0113 496 0{:03}", "020 7946 0{:03}"),
    "IE": ("+353 20 911 0{:03}",),
    "DE": ("+49 30 23125{:03}",),
    "FR": ("+33 1 99 00 10 {:02}",),
    "US": ("+1 207-555-0{:03}",),
}
_MOBILE = "07700 900{:03}"
_FIRST = {"FR": 10, "US": 100}
"""The first number given out, of a range that is not free from 0 or is shorter."""


def write_business(writing: Writing) -> range:
    """Write the business, its numbering series and its people; return the people's ids."""
    create_business(writing, rookmere())
    for kind, pattern in SERIES.items():
        create_series(writing, kind, pattern)
    begin_usual_taxes(writing, "GB")
    ids = [add_staff(writing, asdict(entry)) for entry in STAFF]
    return range(ids[0], ids[-1] + 1)


def write_settings(writing: Writing, staff: range, today: date) -> None:
    """Write what the business keeps beside its customers: a cover that is to come, and rates."""
    monday = today + timedelta(days=7 - today.weekday())
    away, by = staff[1], staff[0]
    days = {"from_day": monday, "to_day": monday + timedelta(days=4)}
    add_cover(writing, {"staff_id": away, "by_staff_id": by, **days, "note": "A week by the sea"})
    first = add_months(month_start(today), -1)
    for currency, rate in RATES:
        add_rate(writing, "GBP", Rate(currency, first, rate), "sample")


def write_customers(writing: Writing, firms: Sequence[Firm], staff: range) -> Ids:
    """Write the customers with their addresses and people."""
    terms = {name: terms_id(writing, *stored(rule)) for name, rule in TERMS.items()}
    more = standing_details(firms)
    rows = [
        {
            **_details(firm),
            **more[firm.code],
            "payment_terms_id": terms[firm.terms],
            "owner_id": owner,
        }
        for firm, owner in zip(firms, cycle(staff), strict=False)
    ]
    made = create_customers(writing, rows)
    ids = Ids(dict(zip((firm.code for firm in firms), made, strict=True)), terms)
    sites = [
        (ids.customers[firm.code], "billing", "\n".join(firm.address), firm.postcode, firm.country)
        for firm in firms
    ]
    create_sites(writing, sites)
    _write_people(writing, firms, ids)
    return ids


def _details(firm: Firm) -> dict[str, str]:
    return {
        "code": firm.code,
        "name": firm.name,
        "legal_form": firm.form,
        "country": firm.country,
        "zone": firm.zone,
        "locale": firm.locale,
        "currency": firm.currency,
        "tax_number": firm.tax_number,
        "remember": firm.remember,
    }


def _write_people(writing: Writing, firms: Sequence[Firm], ids: Ids) -> None:
    everybody = [(firm, person) for firm in firms for person in firm.people]
    rows = [
        (
            ids.customers[firm.code],
            person.name,
            person.role,
            person.authority,
            person.channel,
            person.best_time,
            person.remark,
            None,
        )
        for firm, person in everybody
    ]
    contacts = create_contacts(writing, rows)
    first = contacts.start
    for firm in firms:
        ids.contacts[firm.code] = range(first, first + len(firm.people))
        first += len(firm.people)
    _write_reach(writing, everybody, contacts)


def _write_reach(
    writing: Writing, everybody: Sequence[tuple[Firm, Person]], contacts: range
) -> None:
    """Write telephone numbers and e-mail addresses."""
    numbers = telephone_numbers(everybody)
    phones = [(contacts[place], *found) for place, found in enumerate(numbers) if found is not None]
    create_phones(writing, phones)
    emails = [
        (contacts[place], email_address(firm, person))
        for place, (firm, person) in enumerate(everybody)
    ]
    create_emails(writing, emails)


def telephone_numbers(
    everybody: Sequence[tuple[Firm, Person]],
) -> Iterator[tuple[str, str] | None]:
    """Yield each person's telephone number and its kind; None for who is only written to."""
    counters = {country: count(_FIRST.get(country, 7)) for country in _NUMBERS}
    mobiles = count(101)
    for firm, person in everybody:
        if firm.country not in _NUMBERS or person.channel != "call":
            yield None
        elif person.mobile:
            yield _MOBILE.format(next(mobiles)), "mobile"
        else:
            given = next(counters[firm.country])
            shapes = _NUMBERS[firm.country]
            yield shapes[given % len(shapes)].format(given), "office"


def email_address(firm: Firm, person: Person) -> str:
    """Return an address that cannot exist: under ``.example`` (RFC 2606)."""
    first = person.mailbox or person.name.split()[0]
    plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode()
    return f"{plain.lower()}@{firm.domain}.example"
