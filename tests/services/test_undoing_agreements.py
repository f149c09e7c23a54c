"""What was just done with a question, a promise or a note is taken back whole."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.changes import Done, Touched
from creditmate.domain.dispute_register import DisputePick, DisputeWanted
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.errors import UserError
from creditmate.domain.money import Money
from creditmate.services.agreement_undoing import AgreementUndoing
from creditmate.services.disputes import Disputes
from creditmate.services.noted import NotedThings
from creditmate.services.promise_register import NewPromise, PromiseRegister
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, owing, will_pay
from tests.services.test_disputes import about
from tests.services.test_noted import SHED

LATER = FRIDAY + timedelta(days=7)


def test_every_deed_is_taken_back_whole(office: Office) -> None:
    entry = owing(office, "ACME", 100_000)
    office.call("ACME", will_pay(50_000, deed="Send a copy", deed_by=FRIDAY))
    today = office.clock.today
    questions = Disputes(office.gateway, office.clock)
    promises = PromiseRegister(office.gateway, office.clock)
    noted = NotedThings(office.gateway, office.clock)
    asked = questions.raise_one("ACME", about(entry, 5_000)).id
    shed = noted.add("ACME", SHED).id
    ids = {row.side.value: row.id for row in promises.rows(today)}
    undoing = AgreementUndoing(office.gateway, office.clock)

    def told() -> tuple[object, ...]:
        everything = DisputeWanted(DisputePick.ALL)
        return (
            questions.register(today, everything), promises.rows(today),
            noted.all(today, with_ended=True), office.brief("ACME"),
        )  # fmt: skip

    new = NewPromise(Money(1_000, "GBP"), LATER)
    deeds: list[tuple[Callable[[], Done], Touched]] = [
        (lambda: questions.raise_one("ACME", about(entry, 100)), Touched.DISPUTES),
        (lambda: questions.amend(asked, Money(900, "GBP")), Touched.DISPUTES),
        (lambda: questions.hand_over(asked, None, LATER), Touched.DISPUTES),
        (lambda: questions.end(asked, DisputeEventKind.REJECTED).done, Touched.DISPUTES),
        (lambda: promises.withdraw(ids["theirs"], "mistake"), Touched.PROMISES),
        (lambda: promises.replace(ids["theirs"], new, "asked"), Touched.PROMISES),
        (lambda: promises.done(ids["ours"]), Touched.PROMISES),
        (lambda: noted.put_off(shed, LATER), Touched.TASKS),
        (lambda: noted.drop(shed), Touched.TASKS),
    ]
    before = told()
    for deed, touched in deeds:
        done = deed()
        assert told() != before
        assert undoing.undo(done.action) == touched
        assert told() == before
        with pytest.raises(UserError, match="agreement-stands"):
            undoing.undo(done.action)
    assert prove_all() == []


def test_what_something_rests_on_stands(office: Office) -> None:
    entry = owing(office, "ACME", 100_000)
    questions = Disputes(office.gateway, office.clock)
    raised = questions.raise_one("ACME", about(entry, 5_000))
    questions.end(raised.id, DisputeEventKind.WITHDRAWN)
    undoing = AgreementUndoing(office.gateway, office.clock)
    with pytest.raises(UserError, match="agreement-stands"):
        undoing.undo(raised.action)
    (other,) = execute("SELECT min(id) FROM action").fetchone()
    with pytest.raises(UserError, match="agreement-stands"):
        undoing.undo(other)
