"""Papers that were issued: their numbers for a day, and the log of all of them."""

from array import array
from collections.abc import Sequence
from datetime import date, datetime

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.models import Action, Customer, Paper
from creditmate.domain.money import Money
from creditmate.domain.rows import SentPaperRow


def numbers_issued(kind: str, as_at: date) -> dict[int, list[str]]:
    """Return the numbers issued as at a day, per customer, the latest first."""
    query = (
        Paper.select(Paper.customer_id, Paper.number)
        .where((Paper.kind == kind) & (Paper.as_at_day == as_at))
        .order_by(Paper.id.desc())
    )
    found: dict[int, list[str]] = {}
    for customer, number in database.execute(query):
        found.setdefault(customer, []).append(number)
    return found


def sent_paper_ids(kind: str, text: str = "") -> Sequence[int]:
    """Return the papers issued so far, the latest first.

    Args:
        kind: What was issued.
        text: Found in the number, or in the customer's name or code, in any case.
    """
    query = (
        Paper.select(Paper.id, Paper.number, Customer.code, Customer.name)
        .join(Customer, on=Customer.id == Paper.customer_id)
        .where(Paper.kind == kind)
        .order_by(Paper.id.desc())
    )
    wanted = text.strip().casefold()
    rows = database.execute(query)
    return array(
        "q",
        (id_ for id_, *said in rows if not wanted or any(wanted in of.casefold() for of in said)),
    )


def sent_paper_rows(ids: Sequence[int]) -> list[SentPaperRow]:
    """Return these papers in the order asked for; unknown ones are left out."""
    found: dict[int, SentPaperRow] = {}
    for chunk in chunks(ids):
        query = (
            Paper.select(
                Paper.id, Paper.number, Customer.code, Customer.name, Paper.as_at_day,
                Paper.total_minor, Paper.currency, Paper.pages, Action.at,
            )
            .join(Customer, on=Customer.id == Paper.customer_id)
            .switch(Paper)
            .join(Action, on=Action.id == Paper.action_id)
            .where(Paper.id.in_(chunk))
        )  # fmt: skip
        for id_, number, code, name, as_at, minor, currency, pages, at in database.execute(query):
            found[id_] = SentPaperRow(
                id=id_,
                number=number,
                code=code,
                name=name,
                as_at=date.fromisoformat(str(as_at)),
                total=Money(minor, currency),
                pages=pages,
                issued_at=datetime.fromisoformat(at),
            )
    return [found[id_] for id_ in ids if id_ in found]
