"""Customers and the people at theirs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.gateway import Writing
from creditmate.db.models import Change, Contact, Customer, Email, PaymentTerms, Phone, Site
from creditmate.db.models.base import table_name
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.db.put_away import put_away
from creditmate.domain.rows import ContactRow, CustomerRow

CUSTOMER_COLUMNS = (
    "code", "code_key", "name", "trading_name", "legal_form", "country", "zone", "locale",
    "currency", "payment_terms_id", "company_number", "tax_number", "remember", "owner_id",
    "merged_into_id", *Customer.added,
)  # fmt: skip
_SHOWN = (
    Customer.id, Customer.code, Customer.name, Customer.legal_form, Customer.country,
    Customer.locale, Customer.currency, Customer.payment_terms_id, Customer.remember,
    Customer.head_office_id, Customer.friend, Customer.archived_day, Customer.statement_kind,
    Customer.region,
)  # fmt: skip
"""In the order of the fields of ``CustomerRow``."""
_FRIEND, _ARCHIVED = map(CustomerRow._fields.index, ("friend", "archived"))
_CHUNK = 500  # ids in one IN list


def code_key(code: str) -> str:
    """The form in which codes are compared: case-folded."""
    return code.strip().casefold()


def customer_by_code(code: str) -> CustomerRow | None:
    """Return the customer with this code, upper or lower case alike.

    The code of a customer that was merged into another one leads there; so does one that a
    customer had before it was put right, as long as nobody else has it.
    """
    found = _followed(Customer.code_key == code_key(code))
    return found or _followed(Customer.id == _formerly(code))


def _followed(asked: Any) -> CustomerRow | None:  # noqa: ANN401 - a condition
    """The customer that is asked for, or into whom it was merged in the end."""
    query = Customer.select(*_SHOWN, Customer.merged_into_id)
    while row := next(iter(database.execute(query.where(asked))), None):
        *values, into = row
        if into is None:
            return _row(values)
        asked = Customer.id == into
    return None


def _formerly(code: str) -> int:
    """The id of the customer that had a code last and has another now; 0 for nobody."""
    query = Change.select(Change.entity_id).where(
        (Change.entity == table_name(Customer))
        & (Change.op == "edit")
        & (fn.json_extract(Change.plain, "$.before.code_key") == code_key(code))
    )
    found = next(iter(database.execute(query.order_by(Change.id.desc()).limit(1))), None)
    return 0 if found is None else int(found[0])


def successors() -> dict[int, int]:
    """Return into whom each customer was merged in the end, of those that were merged."""
    query = Customer.select(Customer.id, Customer.merged_into_id)
    into = dict(database.execute(query.where(Customer.merged_into_id.is_null(False))))
    return {id_: _end(id_, into) for id_ in into}


def led_on(ids: Sequence[int]) -> list[int]:
    """Return these customers, those that were merged into another one by whom they are now."""
    query = Customer.select(Customer.id).where(Customer.id.in_(among(ids)))
    merged = bool(query.where(Customer.merged_into_id.is_null(False)).exists())
    into = successors() if merged else {}
    return list(dict.fromkeys(into.get(id_, id_) for id_ in ids))


def _end(id_: int, into: Mapping[int, int]) -> int:
    while id_ in into:
        id_ = into[id_]
    return id_


def customers_by_id(ids: Iterable[int]) -> dict[int, CustomerRow]:
    """Return customers by id; unknown ids are left out."""
    return {row[0]: _row(row) for row in _shown(list(ids))}


@prepared
def _shown(ids: Argument) -> Query:
    return Customer.select(*_SHOWN).where(Customer.id.in_(listed(ids)))


def _row(values: Sequence[Any]) -> CustomerRow:
    found = list(values)
    found[_FRIEND], found[_ARCHIVED] = bool(found[_FRIEND]), found[_ARCHIVED] is not None
    return CustomerRow(*found)


def places_of(customers: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return the country of each of these customers, and the part of it."""
    return {id_: (country, region) for id_, country, region in _places(list(customers))}


@prepared
def _places(customers: Argument) -> Query:
    return Customer.select(Customer.id, Customer.country, Customer.region).where(
        Customer.id.in_(listed(customers))
    )


def all_places() -> list[tuple[str, str]]:
    """Return where customers are: countries and the parts of them, each once."""
    return [(country, region) for country, region in _all_places()]


@prepared
def _all_places() -> Query:
    kept = Customer.archived_day.is_null()
    return Customer.select(Customer.country, Customer.region).where(kept).distinct()


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


def ids_by_code(codes: Sequence[str]) -> dict[str, int]:
    """Return the ids of customers by their codes as they are written."""
    query = Customer.select(Customer.code, Customer.id).where(Customer.code.in_(list(codes)))
    return {code: id_ for code, id_ in database.execute(query)}


def ids_by_code_key() -> dict[str, int]:
    """Return every customer's id by the key of its code; that of a merged one leads on."""
    query = Customer.select(Customer.code_key, Customer.id)
    merged = successors()
    return {key: merged.get(id_, id_) for key, id_ in database.execute(query)}


def take_back_archived(writing: Writing, customers: Iterable[int]) -> None:
    """Take those of these customers back that were put away, with their head offices."""
    for id_, version in put_away(sorted(set(customers))):
        writing.edit(Customer, id_, version, archived_day=None)


def friends_among(customers: Sequence[int]) -> set[int]:
    """Return which of these customers are friends, or known to us in private."""
    return {id_ for (id_,) in _friends(list(customers))}


@prepared
def _friends(ids: Argument) -> Query:
    return Customer.select(Customer.id).where((Customer.friend == 1) & Customer.id.in_(listed(ids)))


def all_friends() -> set[int]:
    """Return every customer who is a friend, or known to us in private."""
    query = Customer.select(Customer.id).where(Customer.friend == 1)
    return {id_ for (id_,) in database.execute(query)}


def similar_codes(code: str, limit: int = 3) -> list[str]:
    """Codes and names that start like a code nobody has, to be offered instead."""
    start = code_key(code)[:3]
    near = Customer.code_key.startswith(start) | fn.LOWER(Customer.name).startswith(start)
    here = near & Customer.archived_day.is_null()
    query = Customer.select(Customer.code).where(here).order_by(Customer.code).limit(limit)
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
    **Customer.added,
}


def contacts_of(customers: Sequence[int]) -> dict[int, list[ContactRow]]:
    """Return the contacts of these customers, those who decide or pay first."""
    found: dict[int, list[ContactRow]] = {}
    for row in _contacts(list(customers)):
        found.setdefault(row[1], []).append(ContactRow(*row))
    order = {"decides": 0, "pays": 1}
    for rows in found.values():
        if len(rows) > 1:
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
            fn.COALESCE(Email.address, ""), Contact.discuss,
        )
        .join(Phone, JOIN.LEFT_OUTER, on=Phone.id == number)
        .switch(Contact)
        .join(Email, JOIN.LEFT_OUTER, on=Email.id == address)
        .where(Contact.customer_id.in_(listed(customers)) & Contact.archived_day.is_null())
    )  # fmt: skip


def billing_address(customer: int) -> tuple[str, ...]:
    """Return the lines of the billing address, postcode and country not among them."""
    return billing_addresses([customer]).get(customer, ())


def billing_addresses(customers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the same of many customers; those without an address are left out."""
    query = (
        Site.select(Site.customer_id, Site.address, Site.postcode)
        .where(
            Site.customer_id.in_(among(customers))
            & (Site.kind == "billing")
            & Site.archived_day.is_null()
        )
        .order_by(Site.id)
    )
    found: dict[int, tuple[str, ...]] = {}
    for customer, address, postcode in database.execute(query):
        lines = tuple(line for line in (*address.splitlines(), postcode) if line)
        found.setdefault(customer, lines)
    return found


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
