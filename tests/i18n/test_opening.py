"""What to open a call with, and what it should bring."""

from datetime import date

import pytest

from creditmate.domain.money import Money
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.i18n.opening import goal_words, opening_words

BROKEN = Reason(ReasonCode.PROMISE_BROKEN, amount=Money(25_000, "GBP"), day=date(2026, 11, 20))


def _line(kind: Kind, channel: Channel = Channel.CALL, *reasons: Reason) -> Line:
    return Line(1, kind, channel, reasons, (Money(500_000, "GBP"),), (), 3)


def _goal(line: Line) -> str:
    return goal_words(line, "en_GB", "en_GB")


def _opening(line: Line, contact: str = "Ann Lee") -> str:
    return opening_words(line, contact, "en_GB", "en_GB").replace("\u00a0", " ")


def test_nobody_is_thanked_for_money_that_has_not_come() -> None:
    bank = _line(Kind.CHECK_MONEY, Channel.BANK)
    assert _goal(bank) == "See whether £5,000.00 has come before anybody is rung."
    assert "thank" not in _opening(bank).lower()
    assert "£5,000.00" in _opening(bank)


def test_money_or_credit_to_match_is_called_neither() -> None:
    match = _line(Kind.CHECK_MONEY, Channel.MATCH)
    assert _goal(match) == (
        "Match {sum} first; ring only where nothing shows which invoice it is for.".format(
            sum="£5,000.00"
        )
    )
    assert _opening(match) == (
        "Good morning Ann, there is £5,000.00 on your account that I have not matched yet."
        " Which invoice is it for?"
    )


def test_a_missed_promise_opens_with_what_was_agreed() -> None:
    line = _line(Kind.PROMISE_NOT_KEPT, Channel.CALL, BROKEN)
    assert "we agreed £250.00 for Friday 20 November and I" in _opening(line)
    assert "£5,000.00" in _goal(line)


def test_where_a_part_came_it_is_thanked_for_and_the_rest_is_asked_for() -> None:
    part = Reason(
        ReasonCode.PROMISE_PART_KEPT,
        amount=Money(196_000, "GBP"),
        came=Money(98_000, "GBP"),
        day=date(2026, 11, 13),
    )
    line = _line(Kind.PROMISE_NOT_KEPT, Channel.CALL, part)
    assert _opening(line) == (
        "Good morning Ann, thank you for £980.00. We agreed £1,960.00 for Friday 13 November, so"
        " £980.00 of it is still to come. Is something holding it up?"
    )
    assert _goal(line) == (
        "Thank them for £980.00; what holds up the rest, and a firm day for £5,000.00."
    )


@pytest.mark.parametrize("kind", [Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE])
def test_what_we_owe_them_is_said_first_and_what_was_missed_beside_it(kind: Kind) -> None:
    line = _line(kind, Channel.CALL, BROKEN)
    alone = _line(kind, Channel.CALL)
    said = _opening(line)
    assert said.startswith(_opening(alone).removesuffix(" Is this a good moment?"))
    assert said.endswith(
        " And there is the £250.00 that we agreed for Friday 20 November: is something holding it"
        " up?"
    )
    assert said.count("?") == 1
    assert _goal(line).startswith(_goal(alone))
    assert _goal(line).endswith(" And what got in the way of £250.00, and a firm day for it.")


def test_what_was_spoken_of_since_is_not_brought_up_again_beside_it() -> None:
    line = _line(Kind.OURS_DUE, Channel.CALL, BROKEN._replace(spoken=True))
    assert _opening(line) == _opening(_line(Kind.OURS_DUE))
    assert _goal(line) == _goal(_line(Kind.OURS_DUE))


def test_beside_what_we_owe_them_the_rest_and_what_came_back_are_said_as_such() -> None:
    said = Reason(ReasonCode.PAYMENT_RETURNED, Money(196_000, "GBP"), day=date(2026, 11, 13))
    part = said._replace(code=ReasonCode.PROMISE_PART_KEPT, came=Money(98_000, "GBP"))
    line = _line(Kind.ANSWER_DUE, Channel.CALL, part)
    assert "And of the £1,960.00 that we agreed for Friday 13 November, £980.00 is still to" in (
        _opening(line)
    )
    assert "got in the way of £980.00" in _goal(line)
    back = _line(Kind.OURS_DUE, Channel.CALL, said)
    assert "And the bank sent the payment of £1,960.00 back to us on Friday 13 Nov" in (
        _opening(back)
    )


def test_one_spoken_about_already_does_not_change_what_a_call_is_about() -> None:
    assert "about £5,000.00 that" in _opening(_line(Kind.FOLLOW_UP, Channel.CALL, BROKEN))


def test_a_part_of_a_plan_whose_day_has_passed_is_not_asked_about_as_if_it_came() -> None:
    facts = {"amount": Money(32_709, "GBP"), "day": date(2026, 11, 20)}
    late = Reason(ReasonCode.INSTALMENT_LATE, **facts)  # type: ignore[arg-type]
    text = _opening(_line(Kind.INSTALMENT, Channel.CALL, late))
    assert "we agreed £327.09 for Friday 20 November" in text
    assert "Does our plan still fit?" in text
    today = late._replace(code=ReasonCode.INSTALMENT_DUE)
    assert "Does it go as we agreed?" in _opening(_line(Kind.INSTALMENT, Channel.CALL, today))


def test_of_a_payment_that_came_back_it_is_said_that_it_did() -> None:
    back = Reason(
        ReasonCode.PAYMENT_RETURNED, amount=Money(98_000, "GBP"), day=date(2026, 11, 30)
    )  # fmt: skip
    assert _opening(_line(Kind.PROMISE_NOT_KEPT, Channel.CALL, back)) == (
        "Good morning Ann, the bank sent the payment of £980.00 back to us on Monday 30 November."
        " Perhaps you know of it already: when can it go again?"
    )


def test_who_sent_a_part_of_an_instalment_is_thanked_and_asked_for_the_rest() -> None:
    came, whole = Money(10_000, "GBP"), Money(32_709, "GBP")
    part = Reason(
        ReasonCode.INSTALMENT_PART, amount=whole, came=came, day=date(2026, 11, 20)
    )  # fmt: skip
    line = _line(Kind.INSTALMENT, Channel.CALL, part)._replace(amounts=(whole - came,))
    assert _opening(line) == (
        "Good morning Ann, thank you for £100.00. We agreed £327.09 for Friday 20 November, so"
        " £227.09 of it is still to come. Is something holding it up?"
    )
    assert _goal(line) == (
        "Thank them for £100.00; what holds up the rest, and a firm day for £227.09."
    )


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("channel", list(Channel))
def test_every_line_has_both_with_every_fact_filled(kind: Kind, channel: Channel) -> None:
    line = _line(kind, channel, BROKEN)
    assert _opening(line, "").startswith("Good morning, ")
    for text in (_goal(line), _opening(line)):
        assert text
        assert "{" not in text


AGREED = Reason(ReasonCode.CALL_BACK, day=date(2026, 12, 2))
CAME_BACK = Reason(ReasonCode.PAYMENT_RETURNED, amount=Money(390_500, "GBP"), day=date(2026, 12, 3))
WEDNESDAY = "Wednesday 2 December"


@pytest.mark.parametrize(
    ("reasons", "opening", "goal"),
    [
        (
            (AGREED._replace(days=2), CAME_BACK),
            f"I said that I would ring you on {WEDNESDAY}, and I am late. And the bank sent the"
            " payment of £3,905.00 back to us on Thursday 3 December: when can it go again?",
            "And what got in the way of £3,905.00, and a firm day for it.",
        ),
        (
            (AGREED, BROKEN),
            "we agreed that I would ring again today. And there is the £250.00 that we agreed for"
            " Friday 20 November: is something holding it up?",
            "And what got in the way of £250.00, and a firm day for it.",
        ),
        (
            (AGREED, BROKEN._replace(code=ReasonCode.TIME_PASSED)),
            "we agreed that I would ring again today. And the time that we agreed until Friday 20"
            " November for £250.00 is over: how does it stand?",
            "And how it stands with £250.00, and a day for it.",
        ),
        (
            (AGREED, BROKEN._replace(code=ReasonCode.INSTALMENT_LATE)),
            "we agreed that I would ring again today. And there is the £250.00 of our plan that we"
            " agreed for Friday 20 November: does it still fit?",
            "And whether the plan still fits, and a day for £250.00.",
        ),
    ],
)
def test_an_agreed_call_hides_nothing_of_what_was_missed_meanwhile(
    reasons: tuple[Reason, ...], opening: str, goal: str
) -> None:
    line = _line(Kind.CALL_BACK, Channel.CALL, *reasons)
    assert _opening(line) == f"Good morning Ann, {opening}"
    assert _goal(line).endswith(f"the next step with a day. {goal}")


def test_an_agreed_call_about_what_is_possible_asks_for_nothing_besides() -> None:
    line = _line(Kind.CALL_BACK, Channel.CALL, AGREED._replace(hard=True), BROKEN)
    assert "£250.00" not in _opening(line) + _goal(line)
    spoken = _line(Kind.CALL_BACK, Channel.CALL, AGREED, BROKEN._replace(spoken=True))
    assert "£250.00" not in _opening(spoken) + _goal(spoken)
    assert _opening(spoken).endswith("Is this a good moment?")
