"""Customers that may be one and the same: by name, number, telephone or address."""

from collections import defaultdict
from collections.abc import Iterator

from creditmate.db.connection import database, execute
from creditmate.db.models import Contact, Customer, Email, Phone
from creditmate.domain.email_syntax import email_key
from creditmate.domain.folding import fold, number_tails
from creditmate.domain.identifiers import number_key

_HERE = Customer.archived_day.is_null() & Customer.merged_into_id.is_null()
_TAIL = 7
"""Last digits of a telephone number by which two are compared, however they are written."""


def same_numbered(id_: int, company_number: str, tax_number: str) -> list[tuple[str, str]]:
    """Return the field and the code of other customers with one of these numbers."""
    wanted = {
        field: number_key(number)
        for field, number in (("company_number", company_number), ("tax_number", tax_number))
        if number_key(number)
    }
    if not wanted:
        return []
    rows = execute(
        "SELECT code, company_number, tax_number FROM customer WHERE id <> ?"
        " AND archived_day IS NULL AND (company_number <> '' OR tax_number <> '') ORDER BY id",
        (id_,),
    )
    return [
        (field, code)
        for code, company, tax in rows
        for field, number in (("company_number", company), ("tax_number", tax))
        if wanted.get(field) == number_key(number) != ""
    ]


def same_named(id_: int, name: str) -> list[str]:
    """Return the codes of other customers of just this name, however it is written."""
    wanted = fold(name)
    query = Customer.select(Customer.code, Customer.name).where(_HERE & (Customer.id != id_))
    if not wanted:
        return []
    return [code for code, other in database.execute(query) if fold(other) == wanted]


def named() -> list[tuple[int, str]]:
    """Return every customer that can be found, by id, with its name folded."""
    query = Customer.select(Customer.id, Customer.name).where(_HERE)
    return [(id_, fold(name)) for id_, name in database.execute(query)]


def sharing_numbers() -> Iterator[tuple[str, frozenset[int]]]:
    """Yield what several customers share, and who: a number, a telephone, an address.

    The kinds are ``company_number``, ``tax_number``, ``phone`` and ``email``.
    """
    query = Customer.select(Customer.id, Customer.company_number, Customer.tax_number).where(_HERE)
    numbers = list(database.execute(query))
    for kind, pairs in (
        ("company_number", ((number_key(company), id_) for id_, company, _ in numbers)),
        ("tax_number", ((number_key(tax), id_) for id_, _, tax in numbers)),
        ("phone", _phones()),
        ("email", _emails()),
    ):
        shared: dict[str, set[int]] = defaultdict(set)
        for key, id_ in pairs:
            if key:
                shared[key].add(id_)
        for ids in shared.values():
            if len(ids) > 1:
                yield kind, frozenset(ids)


def _phones() -> Iterator[tuple[str, int]]:
    query = (
        Phone.select(Phone.number, Contact.customer_id)
        .join(Contact, on=Contact.id == Phone.contact_id)
        .join(Customer, on=Customer.id == Contact.customer_id)
        .where(_HERE & Contact.archived_day.is_null() & Phone.archived_day.is_null())
    )
    for number, customer in database.execute(query):
        tails = [tail for tail in number_tails(number) if len(tail) >= _TAIL]
        yield (tails[-1] if tails else ""), customer


def _emails() -> Iterator[tuple[str, int]]:
    query = (
        Email.select(Email.address, Contact.customer_id)
        .join(Contact, on=Contact.id == Email.contact_id)
        .join(Customer, on=Customer.id == Contact.customer_id)
        .where(_HERE & Contact.archived_day.is_null() & Email.archived_day.is_null())
    )
    for address, customer in database.execute(query):
        yield email_key(address), customer
