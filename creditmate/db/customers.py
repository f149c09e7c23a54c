"""Customers and the people at theirs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import Contact, Customer, Email, PaymentTerms, Phone, Site
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.rows import ContactRow, CustomerRow

CUSTOMER_COLUMNS = (
    "code", "code_key", "name", "trading_name", "legal_form", "country", "zone", "locale",
    "currency", "payment_terms_id", "company_number", "tax_number", "remember", "owner_id",
    "merged_into_id",
)  # fmt: skip
_SHOWN = (
    Customer.id, Customer.code, Customer.name, Customer.legal_form, Customer.country,
    Customer.locale, Customer.currency, Customer.payment_terms_id, Customer.remember,
)  # fmt: skip
_CHUNK = 500  # ids in one IN list


def code_key(code: str) -> str:
    """The form in which codes are compared: case-folded."""
    return code.strip().casefold()


def customer_by_code(code: str) -> CustomerRow | None:
    """Return the customer with this code, upper or lower case alike."""
    query = Customer.select(*_SHOWN).where(Customer.code_key == code_key(code))
    row = next(iter(database.execute(query)), None)
    return None if row is None else CustomerRow(*row)


def customers_by_id(ids: Iterable[int]) -> dict[int, CustomerRow]:
    """Return customers by id; unknown ids are left out."""
    found: dict[int, CustomerRow] = {}
    for chunk in chunks(list(ids)):
        query = Customer.select(*_SHOWN).where(Customer.id.in_(chunk))
        found.update((row[0], CustomerRow(*row)) for row in database.execute(query))
    return found


def chunks(ids: Sequence[int]) -> Iterable[list[int]]:
    """Cut a list of ids into pieces that fit one IN list."""
    return (list(ids[at : at + _CHUNK]) for at in range(0, len(ids), _CHUNK))


def has_customers() -> bool:
    """Return whether there is any customer at all."""
    return bool(Customer.select().exists())


def customer_names() -> dict[int, tuple[str, str]]:
    """Return every customer's code and name by id."""
    query = Customer.select(Customer.id, Customer.code, Customer.name)
    return {id_: (code, name) for id_, code, name in database.execute(query)}


def ids_by_code_key() -> dict[str, int]:
    """Return every customer's id by the key of its code."""
    query = Customer.select(Customer.code_key, Customer.id)
    return dict(database.execute(query))


def similar_codes(code: str, limit: int = 3) -> list[str]:
    """Codes and names that start like a code nobody has, to be offered instead."""
    start = code_key(code)[:3]
    near = Customer.code_key.startswith(start) | fn.LOWER(Customer.name).startswith(start)
    query = Customer.select(Customer.code).where(near).order_by(Customer.code).limit(limit)
    return [found for (found,) in database.execute(query)]


def create_customers(writing: Writing, rows: Sequence[Mapping[str, Any]]) -> range:
    """Add customers; keys are ``CUSTOMER_COLUMNS`` but ``code_key``, missing texts are empty."""
    full = [
        tuple(
            {**_EMPTY, **row, "code_key": code_key(row["code"])}[name] for name in CUSTOMER_COLUMNS
        )
        for row in rows
    ]
    return writing.create_many(Customer, CUSTOMER_COLUMNS, full)


_EMPTY: dict[str, Any] = {
    "trading_name": "",
    "legal_form": "unknown",
    "payment_terms_id": None,
    "company_number": "",
    "tax_number": "",
    "remember": "",
    "owner_id": None,
    "merged_into_id": None,
}


def contacts_of(customers: Sequence[int]) -> dict[int, list[ContactRow]]:
    """Return the contacts of these customers, those who decide or pay first."""
    found: dict[int, list[ContactRow]] = {}
    for chunk in chunks(customers):
        for row in _contacts(chunk):
            found.setdefault(row[1], []).append(ContactRow(*row))
    order = {"decides": 0, "pays": 1}
    for rows in found.values():
        rows.sort(key=lambda row: (order.get(row.authority, 2), row.id))
    return found


@prepared
def _contacts(customers: Argument) -> Query:
    number = Phone.select(fn.MIN(Phone.id)).where(
        (Phone.contact_id == Contact.id) & Phone.archived_day.is_null()
    )
    address = Email.select(fn.MIN(Email.id)).where(
        (Email.contact_id == Contact.id) & Email.archived_day.is_null()
    )
    return (
        Contact.select(
            Contact.id, Contact.customer_id, Contact.name, Contact.role, Contact.authority,
            Contact.channel, Contact.best_time, fn.COALESCE(Phone.number, ""),
            fn.COALESCE(Email.address, ""),
        )
        .join(Phone, JOIN.LEFT_OUTER, on=Phone.id == number)
        .switch(Contact)
        .join(Email, JOIN.LEFT_OUTER, on=Email.id == address)
        .where(Contact.customer_id.in_(listed(customers)) & Contact.archived_day.is_null())
    )  # fmt: skip


def billing_address(customer: int) -> tuple[str, ...]:
    """Return the lines of the billing address, postcode and country not among them."""
    site = (
        Site.select()
        .where(
            (Site.customer_id == customer) & (Site.kind == "billing") & Site.archived_day.is_null()
        )
        .first()
    )
    if site is None:
        return ()
    return tuple(line for line in (*site.address.splitlines(), site.postcode) if line)


def payment_terms(id_: int) -> tuple[str, str]:
    """Return the form and the parameters (JSON) of payment terms."""
    row = PaymentTerms.get_by_id(id_)
    return row.form, row.parameters


def terms_id(writing: Writing, form: str, parameters: str) -> int:
    """Return the id of payment terms, adding them if nobody has them yet."""
    same = (PaymentTerms.form == form) & (PaymentTerms.parameters == parameters)
    row = PaymentTerms.select(PaymentTerms.id).where(same).order_by(PaymentTerms.id).first()
    if row is not None:
        return int(row.id)
    return writing.add(PaymentTerms, form=form, parameters=parameters)
