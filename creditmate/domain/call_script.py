"""What to cover in a call, by why it is made: at most six short topics, in the order of talk.

Source: product.md (convictions 1-3, 7), domain-rules 4.7 for courtesy calls, mock-up 05.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.money import Money
from creditmate.domain.outcomes import CallKind
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Kind, Line


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


class TopicCode(StrEnum):
    """Something to talk about; each names the facts of ``Topic`` that it fills."""

    HOW_ARE_THINGS = "how_are_things"
    RECALL_DAY = "recall_day"  # day
    WHAT_GOT_IN_THE_WAY = "what_got_in_the_way"
    RECALL_PAID = "recall_paid"  # day, amount
    HOW_SENT = "how_sent"
    UNDER_QUERY = "under_query"  # amount
    ANY_QUESTION = "any_question"
    AGREE = "agree"
    READ_BACK = "read_back"
    OUR_NEWS = "our_news"  # words
    WHEN_THE_REST = "when_the_rest"
    AS_AGREED = "as_agreed"
    RECEIVED = "received"
    WHO_APPROVES = "who_approves"
    ON_ITS_WAY = "on_its_way"
    FOR_WHICH = "for_which"
    GOODS_RIGHT = "goods_right"
    INVOICE_RIGHT = "invoice_right"
    PAYMENT_RUN = "payment_run"
    ANYTHING_ELSE = "anything_else"
    WHO_IS_IT = "who_is_it"
    WHAT_THEY_NEED = "what_they_need"
    WHAT_WE_DO = "what_we_do"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and its facts; those that its code does not name stay empty."""

    code: TopicCode
    day: date | None = None
    amount: Money | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """Why the call is made, and what to cover in it."""

    situation: Situation
    topics: tuple[Topic, ...]


_SITUATIONS = {
    Kind.OURS_LATE: Situation.OURS,
    Kind.OURS_DUE: Situation.OURS,
    Kind.CALL_BACK: Situation.CALL_BACK,
    Kind.PROMISE_NOT_KEPT: Situation.DATE_PASSED,
    Kind.SAID_PAID: Situation.SAID_PAID,
    Kind.CHECK_MONEY: Situation.BANK,
    Kind.FOLLOW_UP: Situation.MONEY_DUE,
    Kind.COURTESY: Situation.COURTESY,
}
_HELLO, _CLOSE = TopicCode.HOW_ARE_THINGS, TopicCode.READ_BACK
_CODES = {
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
        _HELLO, TopicCode.RECEIVED, TopicCode.ANY_QUESTION, TopicCode.WHO_APPROVES,
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
_MISSED = frozenset({ReasonCode.PROMISE_BROKEN, ReasonCode.PROMISE_PART_KEPT})
_OURS = frozenset({ReasonCode.OURS_LATE, ReasonCode.OURS_DUE})


def call_kind(line: Line | None, asked: Sequence[Money]) -> CallKind:
    """Return what a call is for: about money that is asked for now, or out of courtesy."""
    collecting = bool(asked) or (line is not None and line.kind is not Kind.COURTESY)
    return CallKind.COLLECTION if collecting else CallKind.COURTESY


def call_script(
    line: Line | None, kind: CallKind, disputed: Sequence[Money], *, incoming: bool
) -> Script:
    """Return what to cover with a customer.

    Args:
        line: Why the customer is on today's list; None if they are not.
        kind: What the call is for where no line says it.
        disputed: What is in question, one amount per currency; the first is named.
        incoming: They have called us, so their matter comes first.
    """
    situation = _situation(line, kind, incoming)
    reasons = () if line is None else line.reasons
    topics = (_topic(code, reasons, disputed) for code in _CODES[situation])
    return Script(situation, tuple(topics))


def _situation(line: Line | None, kind: CallKind, incoming: bool) -> Situation:
    if incoming:
        return Situation.INCOMING
    if line is not None:
        return _SITUATIONS[line.kind]
    return Situation.COURTESY if kind is CallKind.COURTESY else Situation.MONEY_DUE


def _topic(code: TopicCode, reasons: Sequence[Reason], disputed: Sequence[Money]) -> Topic:
    if code is TopicCode.RECALL_DAY:
        missed = next((r for r in reasons if r.code in _MISSED), None)
        return Topic(code, day=None if missed is None else missed.day)
    if code is TopicCode.RECALL_PAID:
        said = next((r for r in reasons if r.code is ReasonCode.SAID_PAID_NOT_FOUND), None)
        return Topic(code) if said is None else Topic(code, day=said.day, amount=said.amount)
    if code is TopicCode.OUR_NEWS:
        ours = next((r for r in reasons if r.code in _OURS), None)
        return Topic(code, words="" if ours is None else ours.words)
    if code is TopicCode.ANY_QUESTION and disputed:
        return Topic(TopicCode.UNDER_QUERY, amount=disputed[0])
    return Topic(code)
