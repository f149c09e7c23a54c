"""Cash posted, and the check."""

from datetime import date, timedelta

import pytest

from creditmate.db.business import cash_posted_to
from creditmate.db.connection import execute
from creditmate.domain.errors import Problem, UserError
from creditmate.services.promise_standings import posted_to
from creditmate.services.upkeep import Upkeep
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)


@pytest.fixture
def upkeep(office: Office) -> Upkeep:
    return Upkeep(office.gateway, office.clock, "test")


def test_what_was_said_last_of_cash_posted_counts_and_all_stays_on_record(upkeep: Upkeep) -> None:
    upkeep.post_cash(TODAY)
    upkeep.post_cash(TODAY)
    upkeep.post_cash(TODAY - timedelta(days=3))
    assert cash_posted_to() == "2026-11-20"
    assert posted_to(TODAY) == TODAY - timedelta(days=3)
    assert posted_to(TODAY - timedelta(days=9)) == TODAY - timedelta(days=9)
    assert execute("SELECT to_day FROM cash_posted ORDER BY id").fetchall() == [
        ("2026-11-23",),
        ("2026-11-20",),
    ]


def test_cash_cannot_be_posted_ahead(upkeep: Upkeep) -> None:
    with pytest.raises(UserError) as refused:
        upkeep.post_cash(TODAY + timedelta(days=1))
    assert refused.value.problem is Problem.POSTED_AHEAD
    assert cash_posted_to() is None


def test_the_check_counts_what_it_looked_at_and_finds_nothing(
    upkeep: Upkeep, office: Office
) -> None:
    with office.gateway.write("test") as writing:
        an_invoice(writing, a_customer(writing), "1", TODAY, 10_000)
    proof = upkeep.check()
    assert (list(proof.findings), proof.actions, proof.entries) == ([], 2, 1)
    execute("UPDATE entry SET open_minor = 1")
    assert [finding.rule for finding in upkeep.check().findings]
