"""The sample shows interest in each of its states."""

from datetime import date
from pathlib import Path

import pytest

from creditmate.db import connection
from creditmate.db.customers import customer_by_code
from creditmate.domain.interest_basis import Ground
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import EventKind
from creditmate.domain.interest_worth import invoices_of
from creditmate.services.interest_book import interest_to_decide, late_interest
from creditmate.services.sample import SITUATIONS
from creditmate.services.settings import worth_deciding
from tests.services.test_sample import DAYS, make_sample

MOST_LISTED = 200
"""Of the sample's 1,300 late invoices: what somebody can go through."""


def of(name: str, today: date) -> list[LateInterest]:
    customer = customer_by_code(SITUATIONS[name])
    assert customer is not None
    return late_interest(today, [customer.id])


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_each_state_is_there(tmp_path: Path, today: date) -> None:
    make_sample(tmp_path / "sample.creditmate", today)
    try:
        by_law = [one for one in of("interest_by_law", today) if not one.is_paid]
        assert {one.basis.ground for one in by_law} == {Ground.STATUTE}
        contract = [one for one in of("interest_by_contract", today) if not one.is_paid]
        assert Ground.CONTRACT in {one.basis.ground for one in contract}
        waived = [one for one in of("interest_waived", today) if not one.is_paid]
        if not any(one.missing for one in waived):  # the rate of a later half-year is the user's
            assert {one.events[0].kind for one in waived if one.events} == {EventKind.WAIVED}
        paid = [one for one in of("interest_to_decide", today) if one.is_paid]
        assert any(one.left.total or one.missing for one in paid)
        heaps = interest_to_decide(today, worth_deciding(today))
        if not heaps.waiting:
            late = [one for one in heaps.listed if one.is_paid]
            assert SITUATIONS["interest_to_decide"] in {one.debt.code for one in late}
            assert invoices_of(heaps.listed) < MOST_LISTED
            assert heaps.small
    finally:
        connection.close()
