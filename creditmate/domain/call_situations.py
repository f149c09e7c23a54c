"""The situations one talks in, and what each is about: at most six topics, in the order of talk.

Source: product.md (convictions 1-3, 7), domain-rules 4.7 for courtesy calls, mock-up 05.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from creditmate.domain.call_topics import TopicCode
from creditmate.domain.contact_steps import Step


class Situation(StrEnum):
    """Why one talks to the customer now."""

    DATE_PASSED = "date_passed"
    SAID_PAID = "said_paid"
    OURS = "ours"
    CALL_BACK = "call_back"
    MONEY_DUE = "money_due"
    BANK = "bank"
    COURTESY = "courtesy"
    INCOMING = "incoming"
    DISPUTE = "dispute"
    PLAN_MISSED = "plan_missed"
    HARDSHIP = "hardship"
    ARRANGED = "arranged"
    ANSWERED = "answered"
    VISIT_AHEAD = "visit_ahead"
    REPLYING = "replying"  # they have time to answer our letter before action
    IN_PEACE = "in_peace"  # we have decided not to follow them up, or an agency does


_HELLO, _CLOSE = TopicCode.HOW_ARE_THINGS, TopicCode.READ_BACK
_ANSWER = TopicCode.TELL_ANSWER
TOPICS = {
    Situation.DATE_PASSED: (
        _HELLO, TopicCode.RECALL_DAY, TopicCode.WHAT_GOT_IN_THE_WAY, TopicCode.ANY_QUESTION,
        TopicCode.AGREE, _CLOSE,
    ),
    Situation.SAID_PAID: (
        _HELLO, TopicCode.RECALL_PAID, TopicCode.HOW_SENT, TopicCode.ANY_QUESTION,
        TopicCode.AGREE, _CLOSE,
    ),
    Situation.OURS: (
        _HELLO, TopicCode.OUR_NEWS, TopicCode.WHEN_THE_REST, TopicCode.ANY_QUESTION,
        TopicCode.AGREE, _CLOSE,
    ),
    Situation.CALL_BACK: (
        _HELLO, TopicCode.AS_AGREED, TopicCode.ANY_QUESTION, TopicCode.AGREE, _CLOSE,
    ),
    Situation.MONEY_DUE: (
        _HELLO, TopicCode.RECEIVED, TopicCode.WHAT_HOLDS_IT, TopicCode.ANY_QUESTION,
        TopicCode.AGREE, _CLOSE,
    ),
    Situation.DISPUTE: (
        _HELLO, TopicCode.WHAT_IS_WRONG, TopicCode.WHAT_SHOWS_IT, TopicCode.WHO_ANSWERS,
        TopicCode.THE_REST, _CLOSE,
    ),
    Situation.PLAN_MISSED: (
        _HELLO, TopicCode.RECALL_PART, TopicCode.WHAT_GOT_IN_THE_WAY, TopicCode.DOES_IT_FIT,
        TopicCode.AGREE, _CLOSE,
    ),
    Situation.HARDSHIP: (
        _HELLO, TopicCode.WHAT_CHANGED, TopicCode.WHAT_FITS, TopicCode.WHAT_HELPS,
        TopicCode.SPEAK_AGAIN, _CLOSE,
    ),
    Situation.IN_PEACE: (
        _HELLO, TopicCode.WHAT_THEY_NEED, TopicCode.ANY_QUESTION, TopicCode.WHAT_WE_DO, _CLOSE,
    ),
    Situation.VISIT_AHEAD: (
        _HELLO, TopicCode.OUR_VISIT, TopicCode.ANY_QUESTION, TopicCode.ANYTHING_ELSE, _CLOSE,
    ),
    Situation.REPLYING: (
        _HELLO, TopicCode.OUR_LETTER, TopicCode.ANY_QUESTION, TopicCode.WHAT_WOULD_WORK,
        TopicCode.AGREE, _CLOSE,
    ),
    Situation.ARRANGED: (
        _HELLO, TopicCode.STILL_FITS, TopicCode.ANYTHING_ELSE, _CLOSE,
    ),
    Situation.ANSWERED: (
        _HELLO, TopicCode.TELL_ANSWER, TopicCode.IS_IT_SETTLED, TopicCode.THE_REST,
        TopicCode.AGREE, _CLOSE,
    ),
    Situation.BANK: (_HELLO, TopicCode.ON_ITS_WAY, TopicCode.FOR_WHICH, _CLOSE),
    Situation.COURTESY: (
        _HELLO, TopicCode.GOODS_RIGHT, TopicCode.INVOICE_RIGHT, TopicCode.PAYMENT_RUN,
        TopicCode.ANYTHING_ELSE, _CLOSE,
    ),
    Situation.INCOMING: (
        TopicCode.WHO_IS_IT, TopicCode.WHAT_THEY_NEED, TopicCode.ANY_QUESTION,
        TopicCode.WHAT_WE_DO, TopicCode.AGREE, _CLOSE,
    ),
}  # fmt: skip
AT_STEP: Mapping[Step, TopicCode] = {
    Step.MANAGER: TopicCode.WHO_DECIDES,
    Step.FINAL: TopicCode.WHAT_FOLLOWS,
    Step.LETTER_BEFORE: TopicCode.WHAT_FOLLOWS,
    Step.REVIEW: TopicCode.WHAT_WOULD_WORK,
    Step.HAND_OVER: TopicCode.WHAT_FOLLOWS,
}
"""What is talked about at a step instead of whether the invoices came, which was asked before."""
WHERE_PART_CAME = {
    TopicCode.RECALL_DAY: TopicCode.THANK_PART,
    TopicCode.RECALL_PART: TopicCode.THANK_PART,
    TopicCode.WHAT_GOT_IN_THE_WAY: TopicCode.HOLDS_REST,
}
"""What is talked about where a part of what was agreed has come: nobody asks for all of it."""

TOLD_ALREADY = {TopicCode.WHAT_IS_WRONG: TopicCode.UNDER_QUERY}
"""What is talked about where their question is put down: nobody has to tell it twice."""


def answer_first(codes: Sequence[TopicCode]) -> list[TopicCode]:
    """Return topics with our answer behind the greeting, instead of asking for questions.

    Whoever asked us something and rings us is told it where their matter has been heard.
    """
    if TopicCode.ANY_QUESTION not in codes:
        return list(codes)
    if codes[0] is not _HELLO:
        return [_ANSWER if code is TopicCode.ANY_QUESTION else code for code in codes]
    kept = [code for code in codes if code is not TopicCode.ANY_QUESTION]
    return [kept[0], _ANSWER, *kept[1:]]
