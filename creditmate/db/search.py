"""Finding customers, people, numbers and papers, by whatever somebody remembers of them.

What is found is read from its own table each time: a void invoice, an archived or merged customer
is not found, whatever the index says.
"""

from datetime import date
from typing import Any

from peewee import SQL, fn

from creditmate.db.connection import database
from creditmate.db.customers import led_on
from creditmate.db.models import (
    Contact,
    Customer,
    Document,
    Email,
    Fact,
    Paper,
    Phone,
    SearchName,
)
from creditmate.db.search_index import either, matches, phrase
from creditmate.domain.folding import fold, typed_numbers
from creditmate.domain.found import Found, FoundKind
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money

_LOOKED_AT = 300  # customers, of whom the best are shown
SPARE = 4  # times as many as are shown, since some may be void or archived
_LAST_DIGITS = "ltrim(substr({0}, length(rtrim({0}, '0123456789')) + 1), '0')"
"""As the index of ``m0003`` has it, letter by letter, or SQLite would not use it."""
_AFTER = "\U0010ffff"

HERE = Customer.archived_day.is_null() & Customer.merged_into_id.is_null()
"""Who can be found."""
WHOSE = (Customer.code, Customer.name)


def customers_found(typed: str, limit: int) -> list[Found]:
    """Return customers by name, trading name or code; who is called so from the start first.

    One that was merged into another is found as that one.
    """
    ids = led_on(_ids(FoundKind.CUSTOMER, phrase(typed), _LOOKED_AT))
    query = Customer.select(*WHOSE, Customer.trading_name).where(HERE & Customer.id.in_(ids))
    begins = fold(typed)
    rows = sorted(
        database.execute(query),
        key=lambda row: (
            fold(row[0]) != begins,
            not fold(row[1]).startswith(begins),
            row[1].casefold(),
        ),
    )
    return [
        Found(FoundKind.CUSTOMER, code, name, name, person=trading)
        for code, name, trading in rows[:limit]
    ]


def people_found(typed: str, limit: int) -> list[Found]:
    """Return contacts by name, then those with an e-mail address or a telephone number."""
    found = _contacts(FoundKind.CONTACT, phrase(typed), limit)
    found += _reached(FoundKind.PHONE, either(typed_numbers(typed)), limit)
    if "@" in typed or not found:
        found += _reached(FoundKind.EMAIL, phrase(typed), limit)
    return found[:limit]


def papers_found(typed: str, limit: int) -> list[Found]:
    """Return invoices and statements by number or its last digits, invoices by order number."""
    key = " ".join(typed.casefold().split())
    if not key:
        return []
    return [*_documents(key, limit), *_statements(key, limit)][:limit]


# ---------------------------------------------------------------- names
def _ids(kind: FoundKind, question: str, limit: int) -> list[int]:
    return [id_ for _, id_ in matches(SearchName, kind, question, limit)]


def _contacts(kind: FoundKind, question: str, limit: int) -> list[Found]:
    ids = _ids(kind, question, limit * SPARE)
    query = (
        Contact.select(*WHOSE, Contact.name, Contact.role)
        .join(Customer, on=Customer.id == Contact.customer_id)
        .where(HERE & Contact.archived_day.is_null() & Contact.id.in_(ids))
        .order_by(Contact.name, Contact.id)
        .limit(limit)
    )
    return [
        Found(kind, code, customer, name, person=role)
        for code, customer, name, role in database.execute(query)
    ]


def _reached(kind: FoundKind, question: str, limit: int) -> list[Found]:
    """People by what they are reached by."""
    model, column = (Phone, Phone.number) if kind is FoundKind.PHONE else (Email, Email.address)
    ids = _ids(kind, question, limit * SPARE)
    query = (
        model.select(*WHOSE, column, Contact.name)
        .join(Contact, on=Contact.id == model.contact_id)
        .join(Customer, on=Customer.id == Contact.customer_id)
        .where(HERE & Contact.archived_day.is_null())
        .where(model.archived_day.is_null() & model.id.in_(ids))
        .order_by(Contact.name, model.id)
        .limit(limit)
    )
    return [
        Found(kind, code, customer, text, person=name)
        for code, customer, text, name in database.execute(query)
    ]


# ---------------------------------------------------------------- papers
def _begins(column: Any, start: str) -> Any:  # noqa: ANN401 - expressions
    return (column >= start) & (column < start + _AFTER)


def _ways(column: Any, digits_of: str, key: str) -> list[Any]:  # noqa: ANN401 - expressions
    """By the beginning of a number and, for digits alone, of the last digits in it."""
    digits = key.lstrip("0")
    if not (digits.isascii() and digits.isdecimal()):
        return [_begins(column, key)]
    return [_begins(column, key), _begins(SQL(_LAST_DIGITS.format(digits_of)), digits)]


def _by_any(model: type[Fact], ways: list[Any], limit: int) -> list[int]:
    """Ids by each of the ways, each along its own index."""
    ids: dict[int, None] = {}
    for way in ways:
        query = model.select(model.id).where(way).limit(limit)
        ids.update((id_, None) for (id_,) in database.execute(query))
    return list(ids)


def _documents(key: str, limit: int) -> list[Found]:
    order = (Document.order_number != "") & _begins(fn.LOWER(Document.order_number), key)
    ways = [*_ways(Document.number_key, "number_key", key), order]
    ids = _by_any(Document, ways, limit * SPARE)
    query = (
        Document.select(
            *WHOSE, Document.number, Document.day, Document.gross_minor, Document.currency,
            Document.kind, Document.order_number,
        )
        .join(Customer, on=Customer.id == Document.customer_id)
        .where(Document.id.in_(ids) & Document.void_action_id.is_null())
        .where(Document.state == "issued")
        .order_by(Document.day.desc(), Document.id.desc())
        .limit(limit)
    )  # fmt: skip
    return [
        Found(
            FoundKind.DOCUMENT,
            code,
            customer,
            number,
            person=order,
            day=date.fromisoformat(str(day)),
            amount=Money(minor, currency),
            document=DocumentKind(kind),
        )
        for code, customer, number, day, minor, currency, kind, order in database.execute(query)
    ]


def _statements(key: str, limit: int) -> list[Found]:
    ids = _by_any(Paper, _ways(fn.LOWER(Paper.number), "number", key), limit)
    query = (
        Paper.select(*WHOSE, Paper.number, Paper.as_at_day, Paper.total_minor, Paper.currency)
        .join(Customer, on=Customer.id == Paper.customer_id)
        .where(Paper.id.in_(ids) & (Paper.kind == "statement"))
        .order_by(Paper.id.desc())
        .limit(limit)
    )
    return [
        Found(
            FoundKind.STATEMENT,
            code,
            customer,
            number,
            day=date.fromisoformat(str(day)),
            amount=Money(minor, currency),
        )
        for code, customer, number, day, minor, currency in database.execute(query)
    ]
