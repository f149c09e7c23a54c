"""What was arranged, what was answered, and why somebody is not followed up, in words."""

from datetime import date

from creditmate.domain.arranged_talk import Answered, Coming, Longer, Promised
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.held_back import WhyNot
from creditmate.domain.money import Money
from creditmate.i18n.arranged_words import (
    answered_words,
    coming_words,
    longer_words,
    promised_words,
)
from creditmate.i18n.left_out_words import why_not_words
from creditmate.services.not_contacted import NotContacted

EN, TODAY, DAY = "en_GB", date(2026, 11, 23), date(2026, 12, 4)
SUM = Money(90_000, "GBP")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_more_time_says_until_when_for_what_why_and_whether_interest_runs() -> None:
    longer = Longer(SUM, DAY, "a grant is late", interest_runs=False)
    assert plain(longer_words(longer, EN, EN, TODAY)) == (
        "more time until 4 Dec for £900.00 (a grant is late; no interest meanwhile)"
    )
    unsaid = Longer(SUM, DAY, "", interest_runs=True)
    assert plain(longer_words(unsaid, EN, EN, TODAY)) == (
        "more time until 4 Dec for £900.00 (interest runs on)"
    )


def test_a_promise_says_how_much_by_when() -> None:
    assert plain(promised_words(Promised(SUM, DAY), EN, EN, TODAY)) == "they pay £900.00 by 4 Dec"


def test_a_plan_names_its_next_part_and_how_many_are_left() -> None:
    assert plain(coming_words(Coming(SUM, DAY, 2, 3), EN, EN, TODAY)) == (
        "a plan, next £900.00 on 4 Dec, 2 of 3 parts to come"
    )


def test_an_answer_names_what_was_asked_about_and_what_we_said() -> None:
    answered = Answered(SUM, DisputeEventKind.REJECTED, date(2026, 11, 18), "as ordered")
    assert plain(answered_words(answered, EN, EN, TODAY)) == (
        "their query about £900.00: not accepted, 18 Nov (as ordered)"
    )


def test_the_next_call_stands_beside_why_nobody_is_followed_up() -> None:
    row = NotContacted(1, "ACME", "Acme", WhyNot.MORE_TIME, (SUM,), until=DAY)
    assert plain(why_not_words(row, EN, EN, TODAY)) == "given more time; again from 4 Dec"
    called = NotContacted(
        1, "ACME", "Acme", WhyNot.MORE_TIME, (SUM,), until=DAY, appointment=date(2026, 11, 30)
    )
    assert plain(why_not_words(called, EN, EN, TODAY)) == (
        "given more time; again from 4 Dec; next call 30 Nov"
    )
    missed = NotContacted(1, "ACME", "Acme", WhyNot.NO_ANSWER, (SUM,), until=DAY)
    assert plain(why_not_words(missed, EN, EN, TODAY)) == "nobody was reached; again from 4 Dec"
