"""The account on an agenda: whatever is open, its parts add up to the statement's balance."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import Money
from creditmate.domain.statement import QueryNote
from creditmate.domain.visit_changes import in_one_line
from creditmate.services.visit_agenda_content import glance_of
from tests.documents.builders import AS_AT, a_receipt, a_statement, an_invoice

ago = st.integers(0, 200).map(lambda days: AS_AT - timedelta(days=days))
minors = st.integers(1, 10**9)


@given(
    invoices=st.lists(st.tuples(ago, minors, st.booleans()), max_size=8),
    receipts=st.lists(st.tuples(ago, minors), max_size=8),
)
def test_the_parts_add_up_and_nothing_is_in_two_of_them(
    invoices: list[tuple[date, int, bool]], receipts: list[tuple[date, int]]
) -> None:
    items = [
        an_invoice(str(n), day, minor, query=_query(minor, day) if asked else None)
        for n, (day, minor, asked) in enumerate(invoices)
    ]
    items += [a_receipt(f"R{n}", day, minor) for n, (day, minor) in enumerate(receipts)]
    statement = a_statement(items)
    glance = glance_of(statement)
    assert glance.balance == statement.balance
    assert glance.overdue == statement.pay_now.overdue
    assert len(glance.loose) == len(receipts)
    asked = sum(minor for _day, minor, is_asked in invoices if is_asked)
    assert (glance.questioned.minor if glance.questioned else 0) == asked


def _query(minor: int, day: date) -> QueryNote:
    return QueryNote(Money(minor, "GBP"), "price", day)


def test_an_address_of_several_lines_stands_in_one() -> None:
    assert in_one_line("Unit 6,\n Tannery Yard\n\nOvermere ") == "Unit 6, Tannery Yard, Overmere"
