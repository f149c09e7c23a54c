"""Outcomes: complete, stable, and reachable by one letter each."""

from creditmate.domain.outcomes import Outcome, OutcomeGroup

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


def test_each_letter_of_the_picture_chooses_one_outcome() -> None:
    keys = [outcome.key for outcome in Outcome if outcome.key]
    assert sorted(keys) == sorted(KEYS_OF_PICTURE_05)
    assert Outcome.WILL_PAY.key == "P"
    assert Outcome.GATEKEEPER.key == "G"
    assert Outcome.ALL_WELL.key is None
