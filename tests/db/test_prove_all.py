"""The whole proof reports how far it is, and can be stopped in the middle of a statement."""

import pytest

from creditmate.db.connection import execute, raw
from creditmate.db.proof import prove_all
from creditmate.domain.errors import Cancelled
from tests.builders import an_invoice_book
from tests.db.conftest import Ledger


def test_the_proof_tells_how_far_it_is(ledger: Ledger) -> None:
    assert ledger.path.exists()
    told: list[tuple[int, int]] = []
    prove_all(lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    proofs = told[-1][1]
    assert proofs > 8
    assert (told[0], told[-1]) == ((0, proofs), (proofs, proofs))


@pytest.mark.parametrize("stop_at", [1, 2, 3, 10])
def test_the_proof_can_be_stopped_also_in_a_statement(ledger: Ledger, stop_at: int) -> None:
    with ledger.gateway.write("import-invoices") as writing:
        an_invoice_book(writing, customers=10, invoices=400)
    asked = 0

    def stop(done: int, total: int) -> None:
        nonlocal asked
        assert 0 <= done <= total
        asked += 1
        if asked >= stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        prove_all(stop)
    assert asked == stop_at
    assert not raw().in_transaction
    assert prove_all() == []
    assert execute("SELECT count(*) FROM entry").fetchone() == (4000,)
