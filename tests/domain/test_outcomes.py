"""Outcomes: complete, stable, and reachable by one letter each."""

import pytest

from creditmate.domain.outcomes import (
    CallKind,
    Outcome,
    OutcomeGroup,
    further_outcomes,
    outcome_of_key,
    usual_outcomes,
)

KEYS_OF_PICTURE_05 = "PSTLWRIODAHXNVGB"


def _in(group: OutcomeGroup) -> list[str]:
    return [outcome.value for outcome in Outcome if outcome.group is group]


def test_the_groups_hold_the_field_s_outcomes() -> None:
    assert _in(OutcomeGroup.NOT_REACHED) == [
        "no_answer", "voicemail", "wrong_number", "gatekeeper", "away", "busy",
    ]  # fmt: skip
    assert _in(OutcomeGroup.REACHED) == [
        "payment_sent", "will_pay", "part_payment", "plan_agreed", "waiting_approval",
        "next_payment_run", "invoice_not_received", "papers_missing", "dispute", "asks_for_time",
        "cannot_pay", "refuses", "ceased_trading", "call_back",
    ]  # fmt: skip
    assert _in(OutcomeGroup.COURTESY) == [
        "all_well", "query_taken", "details_corrected", "feedback", "opportunity", "do_not_call",
    ]  # fmt: skip


def test_a_message_left_reached_nobody_but_a_courtesy_call_did() -> None:
    assert not Outcome.GATEKEEPER.reached
    assert not Outcome.VOICEMAIL.reached
    assert Outcome.WILL_PAY.reached
    assert Outcome.ALL_WELL.reached


@pytest.mark.parametrize("letter", KEYS_OF_PICTURE_05)
def test_each_letter_of_the_picture_chooses_one_of_its_outcomes(letter: str) -> None:
    assert outcome_of_key(letter) in usual_outcomes(CallKind.COLLECTION)
    assert outcome_of_key(letter.lower()) is outcome_of_key(letter)


def test_a_letter_means_one_outcome_and_every_outcome_has_one() -> None:
    keys = [outcome.key for outcome in Outcome]
    assert len(set(keys)) == len(keys) == 26
    assert (Outcome.WILL_PAY.key, Outcome.GATEKEEPER.key) == ("P", "G")
    assert outcome_of_key("1") is None


@pytest.mark.parametrize("kind", CallKind)
def test_sixteen_are_shown_and_all_can_be_reached(kind: CallKind) -> None:
    shown, others = usual_outcomes(kind), further_outcomes(kind)
    assert len(set(shown)) == len(shown) == 16
    assert set(shown) | set(others) == set(Outcome)
    assert not set(shown) & set(others)


def test_a_courtesy_call_shows_what_courtesy_calls_find() -> None:
    courtesy = {outcome for outcome in Outcome if outcome.group is OutcomeGroup.COURTESY}
    assert courtesy <= set(usual_outcomes(CallKind.COURTESY))
    assert not courtesy & set(usual_outcomes(CallKind.COLLECTION))


def test_only_some_outcomes_are_promises_of_money() -> None:
    assert Outcome.WILL_PAY.promises_money
    assert not Outcome.DISPUTE.promises_money


def test_who_was_not_reached_or_does_not_pay_can_have_promised_nothing() -> None:
    ruled_out = {outcome for outcome in Outcome if outcome.rules_out_promise}
    assert ruled_out == {
        *(outcome for outcome in Outcome if not outcome.reached),
        Outcome.REFUSES,
        Outcome.CANNOT_PAY,
        Outcome.CEASED_TRADING,
    }
