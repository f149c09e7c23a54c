"""What is said first and last: in every situation, and never about money to whoever listens in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.arranged_talk import Answered
from creditmate.domain.call_manner import Closing, Extra
from creditmate.domain.call_script import Around, Missed, Script, Situation, call_script, guarded
from creditmate.domain.call_topics import TopicCode
from creditmate.domain.contact_steps import Step
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.money import Money
from creditmate.domain.our_people import Us
from creditmate.domain.outcomes import CallKind
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.i18n.catalogue import languages
from creditmate.i18n.leave_words import (
    closing_name,
    closing_words,
    guarded_words,
    us_words,
    voicemail_words,
)
from creditmate.i18n.opening import goal_words
from creditmate.i18n.reasons import reason_words
from creditmate.i18n.script_words import extra_words, script_title, topic_words
from creditmate.i18n.talk_words import talk_goal, talk_opening

EN, TODAY, DAY = "en_GB", date(2026, 11, 23), date(2026, 11, 17)
ROS = Us("Ros", "Kestrel Lane", "0113 496 0142")
ASKED, QUERY = Money(624_000, "GBP"), Money(41_200, "GBP")
ANSWER = Answered(QUERY, DisputeEventKind.PART, DAY)
MISSED = Reason(ReasonCode.PROMISE_BROKEN, amount=Money(421_260, "GBP"), day=DAY)
DEBT_WORDS = {
    "en": (
        "debt", "owe", "owing", "overdue", "past due", " due", "pay", "paid", "invoice", "bill",
        "money", "amount", "sum", "account", "balance", "arrears", "late", "reminder", "collect",
        "credit", "outstanding", "£", "$", "€",
    ),
}  # fmt: skip
"""Words that would tell a stranger what a call is about, for every language we speak."""


def script(kind: Kind = Kind.PROMISE_NOT_KEPT, known: Around | None = None) -> Script:
    line = Line(1, kind, Channel.CALL, (MISSED,), (ASKED,), (), 3)
    known = known or Around(asked=(ASKED,))
    return call_script(line, CallKind.COLLECTION, (), incoming=False, around=known)


def alone(known: Around, *, incoming: bool = False, kind: CallKind = CallKind.COLLECTION) -> Script:
    return call_script(None, kind, (), incoming=incoming, around=known)


def opening(found: Script, contact: str = "Daniel Marsh", us: Us = ROS) -> str:
    return talk_opening(found, contact, us, EN, EN).replace("\u00a0", " ")


def goal(found: Script) -> str:
    return talk_goal(found, EN, EN).replace("\u00a0", " ")


def test_who_calls_is_named_before_what_was_agreed() -> None:
    """Mock-up 05."""
    assert opening(script()) == (
        "Good morning Daniel, it’s Ros from Kestrel Lane. We agreed £4,212.60 for Tuesday 17"
        " November and I haven't seen it yet. Is something holding it up?"
    )
    assert opening(script(), "", Us()).startswith("Good morning, we agreed £4,212.60")
    assert opening(script(), "", ROS).startswith("Good morning, it’s Ros from Kestrel Lane. We")


def test_what_is_under_query_is_part_of_the_goal() -> None:
    found = script(known=Around(asked=(ASKED,), disputed=(QUERY,)))
    assert goal(found) == (
        "What got in the way, and a firm day for £6,240.00. And an answer on £412.00 under query."
    )
    assert "query" not in goal(script())


def test_an_answer_that_nobody_was_told_yet_is_told_first() -> None:
    """What was answered is not asked for again, whatever else is spoken of."""
    found = script(known=Around(asked=(ASKED,), disputed=(QUERY,), answered=(ANSWER,)))
    assert "I have our answer on £412.00 for you. We agreed £4,212.60" in opening(found)
    assert goal(found) == (
        "That they know our answer on £412.00. What got in the way, and a firm day for £6,240.00."
    )
    codes = [topic.code for topic in found.topics]
    assert codes[:2] == [TopicCode.HOW_ARE_THINGS, TopicCode.TELL_ANSWER]
    assert TopicCode.UNDER_QUERY not in codes
    assert len(codes) == 6


@pytest.mark.parametrize(
    ("found", "in_opening", "in_goal"),
    [
        (alone(Around(disputed=(QUERY,))), "£412.00 is not right", "wrong with £412.00"),
        (alone(Around(part=Missed(QUERY, DAY))), "£412.00 for Tuesday", "plan still fits"),
        (alone(Around(hardship=True)), "not ringing to ask for anything", "to leave them calmer"),
        (alone(Around(), incoming=True), "thank you for ringing", "Their matter first"),
        (alone(Around(asked=(ASKED,))), "about £6,240.00", "A day for £6,240.00"),
        (alone(Around(), kind=CallKind.COURTESY), "arrive as you wanted", "Goods and invoice"),
    ],
)
def test_every_situation_has_words_of_its_own(found: Script, in_opening: str, in_goal: str) -> None:
    said = opening(found)
    assert in_opening.casefold() in said.casefold()
    assert in_goal in goal(found)
    assert "{" not in said + goal(found)


def test_a_part_that_is_late_is_told_by_the_days_line() -> None:
    late = Reason(ReasonCode.INSTALMENT_LATE, amount=QUERY, day=DAY)
    line = Line(1, Kind.INSTALMENT, Channel.CALL, (late,), (QUERY,), (), 3)
    known = Around(asked=(ASKED,), part=Missed(QUERY, DAY))
    found = call_script(line, CallKind.COLLECTION, (), incoming=False, around=known)
    assert "We agreed £412.00 for Tuesday 17 November" in opening(found)
    assert "£412.00 of the plan" in goal(found)


def test_of_a_missed_part_the_day_named_since_is_spoken_of() -> None:
    found = alone(Around(part=Missed(QUERY, DAY, named=date(2026, 12, 10))))
    assert "We agreed £412.00 for Thursday 10 December. Is that going as you wish" in opening(found)
    assert "Tuesday 17 November" not in opening(found)
    assert goal(found) == (
        "Whether £412.00 for Thursday 10 December goes as agreed, and whether the plan still fits."
    )


def test_for_what_came_of_a_missed_part_they_are_thanked() -> None:
    part = Missed(Money(31_200, "GBP"), DAY, came=Money(10_000, "GBP"))
    found = alone(Around(part=part))
    assert (
        "Thank you for £100.00. We agreed £412.00 for Tuesday 17 November, so £312.00 of it"
    ) in opening(found)
    assert "£312.00" in goal(found)


def test_whoever_rings_us_is_not_told_who_we_are() -> None:
    assert opening(alone(Around(), incoming=True)) == (
        "Good morning Daniel, thank you for ringing. What can I do for you?"
    )


def test_nothing_is_opened_where_nothing_may_be_asked() -> None:
    silent = alone(Around(asked=(ASKED,), silent=True))
    assert opening(silent) == ""
    assert "£" not in goal(silent)


# ------------------------------------------------------------- left in peace, and further steps
def test_whoever_we_or_an_agency_leave_in_peace_hears_of_no_money() -> None:
    ours = alone(Around(asked=(ASKED,), in_peace=True))
    agency = alone(Around(asked=(ASKED,), in_peace=True, with_agency=True))
    for found in (ours, agency):
        assert "not ringing to ask for anything" in opening(found)
        assert "Nothing is asked for" in goal(found)
        assert "£" not in opening(found) + goal(found)
    assert "leave them in peace" in goal(ours)
    assert "the agency follows it up" in goal(agency)


def at_step(step: Step, kind: Kind = Kind.FOLLOW_UP) -> Script:
    line = Line(1, kind, Channel.CALL, (), (ASKED,), (), 3, step=step)
    known = Around(asked=(ASKED,))
    return call_script(line, CallKind.COLLECTION, (), incoming=False, around=known)


LATER = [step for step in Step if not step.before_due and step is not Step.CALL_1]
FOLLOWS = {
    Step.FINAL: "whether we can go on supplying",
    Step.LETTER_BEFORE: "a letter before action",
    Step.HAND_OVER: "hand it over",
}
"""What comes next at a step, as the opening names it."""


@pytest.mark.parametrize("step", LATER)
def test_a_step_has_an_opening_of_its_own_and_names_only_what_follows_from_it(step: Step) -> None:
    said = opening(at_step(step))
    friendly = opening(at_step(Step.CALL_1))
    assert "Did the invoices reach you" in friendly
    assert "Did the invoices reach you" not in said
    assert "£6,240.00" in said
    assert said.endswith("?")  # it is theirs to say something
    for other, follows in FOLLOWS.items():
        assert (follows in said) is (other is step)
        assert follows not in friendly
    whole = (said + goal(at_step(step))).casefold()
    for word in ("debt", "chase", "must", "court", "immediately", "fail", "refuse", "demand"):
        assert word not in whole


@pytest.mark.parametrize("step", LATER)
def test_the_title_of_what_to_cover_names_the_step_as_today_does(step: Step) -> None:
    today = reason_words(Reason(ReasonCode.STEP, step=step), EN, EN, TODAY)
    assert script_title(at_step(step), EN) == f"Money due: what to cover · {today}"
    assert script_title(guarded(at_step(step)), EN) == script_title(guarded(script()), EN)


def test_a_welcome_is_no_word_after_a_long_silence() -> None:
    said = opening(at_step(Step.WELCOME, Kind.STAY_IN_TOUCH))
    assert "not spoken for a while" not in said
    assert "our invoice went out to you" in said.casefold()
    assert "£" not in said + goal(at_step(Step.WELCOME, Kind.STAY_IN_TOUCH))


def test_what_we_planned_to_say_goes_before_the_step() -> None:
    planned = at_step(Step.FINAL, Kind.PLANNED_CALL)
    assert "supplying" not in opening(planned)


def test_work_of_ours_has_a_goal_and_no_words_about_a_visit_that_was_made() -> None:
    line = Line(1, Kind.VISIT, Channel.VISIT, (), (), (), None, ours_alone=True)
    assert goal_words(line, EN, EN) == "What is to be done for the visit, done."
    assert "still suits them" in goal_words(line._replace(ours_alone=False), EN, EN)
    found = call_script(line, CallKind.COURTESY, (), incoming=False)
    assert "visit" not in opening(found) + goal(found)


# ------------------------------------------------------------- who may not hear it
def told_by(found: Script) -> str:
    topics = [topic_words(topic, EN, EN, TODAY) for topic in found.topics]
    return " ".join([script_title(found, EN), goal(found), opening(found), *topics])


@pytest.mark.parametrize("situation", list(Situation))
@pytest.mark.parametrize("contact", ["", "Helen Mason"])
def test_who_may_not_discuss_the_account_hears_no_amount(
    situation: Situation, contact: str
) -> None:
    open_ = Script(situation, (), script().line, Around((ASKED,), (QUERY,), Missed(QUERY, DAY)))
    shut = guarded(open_)
    told = told_by(shut) + opening(shut, contact)
    assert not any(letter in told for letter in "£$€")
    assert "4,212" not in told
    assert "November" not in told


def _blamed(said: str, language: str) -> list[str]:
    return [word for word in DEBT_WORDS[language] if word in said.casefold()]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("contact", ["", "Helen Mason"])
@pytest.mark.parametrize("us", [Us(), ROS, Us("Ros"), Us("", "Kestrel Lane", "1")])
def test_a_message_never_says_what_it_is_about(language: str, contact: str, us: Us) -> None:
    """Every language that we speak needs its list of words."""
    for said in (voicemail_words(us, contact, language), guarded_words(us, contact, language)):
        assert "{" not in said
        assert _blamed(said, language) == []
        assert contact in said
        assert us.phone in said or not us.phone


def test_the_lists_would_find_it() -> None:
    assert "invoice" in _blamed("Please ring about the invoice", "en")
    assert "overdue" in _blamed("Something is overdue", "en")


@given(st.text(st.characters(categories=["L"]), max_size=20))
def test_a_message_says_for_whom_it_is_and_where_to_ring(contact: str) -> None:
    said = voicemail_words(ROS, contact, EN)
    assert "Ros from Kestrel Lane" in said
    assert "0113 496 0142" in said
    assert contact in said


# ------------------------------------------------------------- leaving
@pytest.mark.parametrize("closing", list(Closing))
def test_three_calm_sentences_that_end_with_thanks_or_an_offer(closing: Closing) -> None:
    said = closing_words(closing, EN)
    assert len(said) == 3
    assert len(set(said)) == 3
    whole = " ".join(said).casefold()
    assert "thank you" in whole
    for word in ("debt", "chase", "must", "legal", "court", "refuse", "calm down"):
        assert word not in whole
    assert closing_name(closing, EN)


def test_every_extra_question_is_a_question() -> None:
    assert all(extra_words(extra, EN).endswith("?”") for extra in Extra)


def test_who_we_are() -> None:
    assert us_words(ROS, EN) == "Ros from Kestrel Lane"
    assert us_words(Us("", "Kestrel Lane"), EN) == "Kestrel Lane"
    assert us_words(Us(), EN) == ""
