"""Whatever happened: a statement that lists movements ends with what the open items come to."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.db.customer_records import edit_customer
from creditmate.documents.papers import DrawnPaper
from creditmate.domain.customer_form import StatementKind
from creditmate.domain.groups import StatementTo
from creditmate.services.groups import Groups
from creditmate.services.statement_drafts import Draft
from creditmate.services.statements import Statements
from tests.builders import SetClock, a_gateway, day
from tests.db.history_deeds import DEEDS, Deed
from tests.db.money_history import CODES, MoneyBook
from tests.db.test_histories import MODEST, balance, days_to_look_at, kept

pytestmark = pytest.mark.timeout(600)


def check(draft: Draft, members: Sequence[int], before: dict[tuple[str, str], Draft]) -> None:
    """The sum on the paper is right, its rows are the period's, and it joins the one before."""
    statement = draft.paper.statement
    found = statement.period
    assert found is not None
    currency, as_at = statement.currency, statement.as_at
    assert found.closing == statement.balance
    assert found.closing.minor == sum(balance(one, currency, as_at) for one in members)
    assert all(found.first <= row.day <= as_at for row in found.rows)
    assert [row.day for row in found.rows] == sorted(row.day for row in found.rows)
    last = before.get((draft.customer.code, currency))
    if last is None:
        assert not found.changed
        assert found.opening.minor == sum(
            balance(one, currency, date.fromordinal(found.first.toordinal() - 1)) for one in members
        )
    else:
        assert found.opening == last.paper.statement.balance
        assert found.first.toordinal() == last.paper.statement.as_at.toordinal() + 1


@MODEST
@given(deeds=DEEDS, data=st.data())
def test_the_closing_balance_is_what_the_open_items_come_to(
    empty: Path, deeds: list[Deed], data: st.DataObject
) -> None:
    kept(empty, [])
    clock = SetClock()
    gateway = a_gateway(clock)
    book = MoneyBook(gateway, clock)
    with gateway.write("kinds") as writing:
        for customer in book.customers:
            edit_customer(writing, customer, statement_kind=StatementKind.BALANCE_FORWARD.value)
    half = len(deeds) // 2
    for deed in deeds[:half]:
        book.take(deed)
    head, branch = CODES[0], CODES[1]
    groups = Groups(gateway)
    # the code of one that was merged leads to another by now
    together = data.draw(st.booleans()) and not book.merging.merges()
    if together:
        groups.join(branch, head)
        groups.send_statement_to(branch, StatementTo.HEAD_OFFICE)
    statements = Statements(gateway)
    issued: dict[tuple[str, str], Draft] = {}
    ids = dict(zip(CODES, book.customers, strict=True))
    picked = data.draw(
        st.lists(st.sampled_from(days_to_look_at() or [day(0)]), max_size=3, unique=True)
    )
    for place, as_at in enumerate(sorted(picked)):
        if place == 1:  # the rest is keyed after a first statement, also for days before it
            for deed in deeds[half:]:
                book.take(deed)
        whole = set()
        drafts, _ = statements.drafts(as_at, CODES)
        for draft in drafts:
            code = draft.customer.code
            members = [ids[code], *([ids[branch]] if together and code == head else [])]
            check(draft, members, issued)
            whole.add((code, draft.paper.statement.currency))
        assert all(
            (code, currency) in whole
            for code in CODES
            for currency in ("GBP", "EUR")
            if balance(ids[code], currency, as_at)
        )
        for draft in drafts:
            paper = statements.numbered(draft)
            assert statements.issue(draft, paper, DrawnPaper(b"%PDF", 1)) is not None
            issued[draft.customer.code, paper.statement.currency] = draft
