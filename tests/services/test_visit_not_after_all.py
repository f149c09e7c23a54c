"""What was ticked by a slip is not so: an agenda that was not sent, a word that was not given."""

from datetime import timedelta

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.visit_standing import VisitStanding
from creditmate.domain.visits import Preparation
from creditmate.services.visits import ConfirmedHow
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing
from tests.services.test_visits import MONDAY, VISIT, planned, visits


@pytest.fixture
def acme(office: Office) -> Office:
    owing(office, "ACME", 1_124_075)
    return office


def standing(office: Office, named: str) -> VisitStanding:
    return visits(office).show(named, MONDAY).row.standing


def step(office: Office, named: str, kind: Preparation) -> int:
    (found,) = [s for s in visits(office).show(named, MONDAY).file.steps if s.kind is kind]
    return found.id


def test_an_agenda_that_was_not_sent_after_all_is_to_be_sent(acme: Office) -> None:
    named = str(planned(acme).id)
    visits(acme).agenda_sent(named, "email")
    visits(acme).agenda_sent(named, "letter")
    before = standing(acme, named)
    assert not before.needs_agenda
    off = visits(acme).prepare(named, step(acme, named, Preparation.SEND_AGENDA), done=False)
    assert standing(acme, named).needs_agenda
    assert standing(acme, named).agenda is None
    assert prove_all() == []
    visits(acme).undo(off)
    again = standing(acme, named)
    assert again.agenda is not None
    assert before.agenda is not None
    assert (again.agenda.day, again.agenda.way) == (before.agenda.day, before.agenda.way)
    assert prove_all() == []


def test_what_they_were_sent_before_a_move_is_what_they_have(acme: Office) -> None:
    named = str(planned(acme).id)
    visits(acme).agenda_sent(named, "email")
    visits(acme).move(named, VISIT + timedelta(days=1), None, "")
    visits(acme).agenda_sent(named, "email")
    visits(acme).prepare(named, step(acme, named, Preparation.SEND_AGENDA), done=False)
    now = standing(acme, named)
    assert now.agenda is not None
    assert now.agenda_outdated


def test_what_they_did_not_confirm_is_not_confirmed(acme: Office) -> None:
    named = str(planned(acme).id)
    visits(acme).confirm(named, ConfirmedHow())
    visits(acme).confirm(named, ConfirmedHow("call", again=True))
    off = visits(acme).prepare(named, step(acme, named, Preparation.RECONFIRM), done=False)
    assert standing(acme, named).reconfirmed is None
    assert standing(acme, named).confirmed is not None
    visits(acme).undo(off)
    assert standing(acme, named).reconfirmed is not None
    visits(acme).prepare(named, step(acme, named, Preparation.CONFIRM), done=False)
    assert standing(acme, named).needs_confirming
