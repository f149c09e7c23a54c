"""What a customer's statement says, from the customer's file; no number yet."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from creditmate.documents.papers import StatementPaper
from creditmate.domain.chasing import Portion
from creditmate.domain.money import Money
from creditmate.domain.rows import BusinessRow, CustomerRow, OpenEntryRow
from creditmate.domain.statement import (
    ArrangementNote,
    QueryNote,
    Statement,
    StatementItem,
    nothing_to_pay,
)
from creditmate.domain.statement_period import PeriodRow, StatementPeriod
from creditmate.services.account_briefs import accounts
from creditmate.services.cases import CustomerFile
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.statement_groups import StatementFile


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement that is to be issued, without its number.

    ``content_sha256`` is of what it says, so that the same statement is not issued twice.
    """

    customer: CustomerRow
    paper: StatementPaper
    content_sha256: str


def drafts_of(
    customer: CustomerRow,
    wanted: StatementFile,
    home: BusinessRow,
    as_at: date,
    periods: Mapping[str, StatementPeriod],
) -> Iterator[Draft]:
    """Yield one statement per currency in which the customer has anything open.

    Where ``periods`` say what moved the account they are listed, also of a currency in which
    all of it is settled.
    """
    portions = {portion.entry.id: portion for portion in wanted.file.case.portions(as_at)}
    asked = {one.ageing.currency: one.pay_now for one in accounts(wanted.file, as_at)}
    moved = (currency for currency, period in periods.items() if not period.is_empty)
    for currency in dict.fromkeys((*asked, *moved)):
        statement = Statement(
            as_at=as_at,
            currency=currency,
            items=_items(wanted, currency, portions),
            pay_now=asked.get(currency) or nothing_to_pay(currency),
            period=periods.get(currency),
        )
        paper = _paper(customer, wanted, home, statement)
        yield Draft(customer, paper, _content(paper))


def _items(
    wanted: StatementFile, currency: str, portions: Mapping[int, Portion]
) -> tuple[StatementItem, ...]:
    file = wanted.file
    return tuple(
        StatementItem(
            kind=row.kind,
            number=row.number,
            day=row.day,
            due_day=row.due_day,
            order_number=row.order_number,
            original=row.original,
            balance=row.open,
            query=_query(file, row, portions),
            arrangement=_arrangement(row, portions),
            on_its_way=_on_its_way(row, portions),
            held_for=file.held.get(row.id, ""),
            branch=wanted.branches.get(row.customer_id, ""),
        )
        for row in file.entries
        if row.open.currency == currency
    )


def _query(
    file: CustomerFile, row: OpenEntryRow, portions: Mapping[int, Portion]
) -> QueryNote | None:
    """The dispute on an item; of several the first, with what is in dispute altogether."""
    first = next((dispute for dispute in file.disputed if dispute.entry_id == row.id), None)
    if first is None or row.id not in portions:
        return None
    portion = portions[row.id]
    amount = Money(portion.disputed_minor, row.open.currency)
    answered = portion.credit_minor == portion.disputed_minor
    return QueryNote(amount, first.reason, first.raised_day, first.day_presumed, answered)


def _arrangement(row: OpenEntryRow, portions: Mapping[int, Portion]) -> ArrangementNote | None:
    """What is in a plan, given time or promised, and the day by which the first is to come."""
    portion = portions.get(row.id)
    if portion is None or portion.arranged_by is None:
        return None
    minor = portion.planned_minor + portion.promised_minor
    return ArrangementNote(Money(minor, row.open.currency), portion.arranged_by)


def _on_its_way(row: OpenEntryRow, portions: Mapping[int, Portion]) -> Money | None:
    """What of an item is said to be paid."""
    portion = portions.get(row.id)
    minor = 0 if portion is None else portion.claimed_minor
    return Money(minor, row.open.currency) if minor else None


def _paper(
    customer: CustomerRow, wanted: StatementFile, home: BusinessRow, statement: Statement
) -> StatementPaper:
    size, window = paper_form(home)
    people = wanted.file.contacts
    return StatementPaper(
        business=business_card(home),
        number="",
        customer_name=customer.name,
        account=customer.code,
        address=(customer.name, *wanted.address),
        contact=people[0].name if people else "",
        terms=wanted.terms,
        statement=statement,
        locale=customer.locale,
        abroad="" if customer.country == home.country else customer.country,
        window=window,
        size=size,
    )


def _content(paper: StatementPaper) -> str:
    """The hash of what the customer reads; the program's own ways of drawing do not count."""
    statement = paper.statement
    said: dict[str, object] = {
        "account": [paper.account, paper.customer_name, *paper.address, paper.contact],
        "abroad": paper.abroad,
        "locale": paper.locale,
        "as_at": statement.as_at.isoformat(),
        "pay_now": [statement.pay_now.due.minor, statement.currency],
        "items": [_said_of(item) for item in statement.items],
        "bank": str(paper.business.bank),
    }
    if statement.period is not None:
        said |= _said_of_period(statement, statement.period)
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _said_of_period(statement: Statement, period: StatementPeriod) -> dict[str, object]:
    """What a statement of movements says; of open items no more than ageing, box and slip do."""
    said: dict[str, object] = {
        "kind": period.kind.value,
        "first": period.first.isoformat(),
        "changed": [period.changed.minor, period.since] if period.changed else [],
        "rows": [_said_of_row(row) for row in period.rows],
    }
    if not statement.asks:
        return {**said, "items": [], "pay_now": [0, statement.currency], "bank": ""}
    pay = statement.pay_now
    sums = (pay.overdue, pay.in_question, pay.promised, pay.said_paid, pay.unmatched)
    items = [
        [item.kind.value, item.number, str(item.due_day), item.balance.minor, item.held_for]
        for item in statement.items
    ]
    asked = [*(one.minor for one in sums), statement.currency]
    return {**said, "opening": period.opening.minor, "items": items, "pay_now": asked}


def _said_of_row(row: PeriodRow) -> list[object]:
    return [
        row.kind.value, row.number, row.day.isoformat(), str(row.due_day), row.order_number,
        row.amount.minor, row.method, row.branch,
    ]  # fmt: skip


def _said_of(item: StatementItem) -> list[object]:
    query, arrangement = item.query, item.arrangement
    said: list[object] = [
        item.kind.value,
        item.number,
        item.order_number,
        item.day.isoformat(),
        str(item.due_day),
        item.original.minor,
        item.balance.minor,
        None if query is None else [query.amount.minor, query.reason, str(query.raised_day)],
        None if arrangement is None else [arrangement.amount.minor, str(arrangement.due_day)],
    ]
    # Only where there is any: what said the same before is the same statement still.
    if item.on_its_way is not None or item.held_for:
        said += [None if item.on_its_way is None else item.on_its_way.minor, item.held_for]
    if item.branch:
        said.append(item.branch)
    return said
