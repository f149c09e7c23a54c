"""How a contact can end depends on the way it was made."""

import pytest

from creditmate.domain.barriers import Barrier, barrier_of
from creditmate.domain.contact_channels import Way, fits, is_attempt
from creditmate.domain.contact_details import Told, read_told, told_text
from creditmate.domain.outcomes import Outcome


def outcomes(way: Way, *, incoming: bool) -> set[Outcome]:
    return {one for one in Outcome if fits(way, one, incoming=incoming)}


REACHED = {one for one in Outcome if one.reached}


def test_a_call_can_end_in_every_way() -> None:
    assert outcomes(Way.CALL, incoming=False) == outcomes(Way.CALL, incoming=True) == set(Outcome)


@pytest.mark.parametrize("way", [Way.EMAIL, Way.LETTER, Way.TEXT])
def test_what_is_written_has_no_line_and_no_switchboard(way: Way) -> None:
    unanswered = {Outcome.NO_ANSWER, Outcome.WRONG_NUMBER, Outcome.AWAY}
    assert outcomes(way, incoming=False) == REACHED | unanswered
    assert outcomes(way, incoming=True) == REACHED | {Outcome.AWAY}


@pytest.mark.parametrize("way", [Way.MEETING, Way.VISIT])
def test_who_goes_there_may_find_the_reception_only(way: Way) -> None:
    met = {Outcome.NO_ANSWER, Outcome.WRONG_NUMBER, Outcome.AWAY, Outcome.GATEKEEPER}
    assert outcomes(way, incoming=False) == REACHED | met


def test_what_we_write_reaches_whoever_reads_it_and_a_call_that_nobody_takes_does_not() -> None:
    assert is_attempt(Way.CALL, Outcome.NO_ANSWER, incoming=False)
    assert is_attempt(Way.MEETING, Outcome.AWAY, incoming=False)
    assert not is_attempt(Way.EMAIL, Outcome.NO_ANSWER, incoming=False)
    assert is_attempt(Way.EMAIL, Outcome.WRONG_NUMBER, incoming=False)
    assert not is_attempt(Way.CALL, Outcome.WILL_PAY, incoming=False)
    assert not is_attempt(Way.CALL, Outcome.VOICEMAIL, incoming=True)


def test_some_outcomes_name_what_keeps_them_from_paying() -> None:
    assert barrier_of(Outcome.INVOICE_NOT_RECEIVED) is Barrier.NOT_RECEIVED
    assert barrier_of(Outcome.WILL_PAY) is None


def test_what_was_told_is_stored_once_each_in_a_fixed_order() -> None:
    text = told_text([Told.WHERE_TO, Told.DUE_DATE, Told.WHERE_TO])
    assert text == "due_date where_to"
    assert read_told(text) == (Told.DUE_DATE, Told.WHERE_TO)
    assert read_told("") == ()
