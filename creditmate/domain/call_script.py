"""What to cover in a call, by why it is made: at most six short topics, in the order of talk.

Source: product.md (convictions 1-3, 7), domain-rules 4.7 for courtesy calls, mock-up 05.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.call_topics import Topic, TopicCode
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
    DISPUTE = "dispute"
    PLAN_MISSED = "plan_missed"
    HARDSHIP = "hardship"


@dataclass(frozen=True, slots=True)
class Missed:
    """A part of a plan that has not come: how much, and since when."""

    amount: Money
    day: date


@dataclass(frozen=True, slots=True)
class Around:
    """What else is known of a customer when a call is prepared.

    ``asked`` is *please pay now* and ``disputed`` what is in question, per currency. ``part`` is
    a plan's part whose day has passed. With ``hardship`` the customer has told us that it cannot
    pay, and is not followed up for it; with ``silent`` we ask for nothing at all: a death, an
    insolvency, a breathing space.
    """

    asked: tuple[Money, ...] = ()
    disputed: tuple[Money, ...] = ()
    part: Missed | None = None
    hardship: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """Why the call is made, and what to cover in it.

    ``line`` is the customer's line on the day's list, where there is one, ``around`` what else
    was known. A ``guarded`` one is for somebody with whom the account may not be discussed: of
    the customer's money nothing is said.
    """

    situation: Situation
    topics: tuple[Topic, ...]
    line: Line | None = None
    around: Around = Around()
    guarded: bool = False


_SITUATIONS = {
    Kind.OURS_LATE: Situation.OURS,
    Kind.OURS_DUE: Situation.OURS,
    Kind.CALL_BACK: Situation.CALL_BACK,
    Kind.PROMISE_NOT_KEPT: Situation.DATE_PASSED,
    Kind.SAID_PAID: Situation.SAID_PAID,
    Kind.CHECK_MONEY: Situation.BANK,
    Kind.FOLLOW_UP: Situation.MONEY_DUE,
    Kind.COURTESY: Situation.COURTESY,
    Kind.ANSWER_DUE: Situation.OURS,
    Kind.VISIT: Situation.CALL_BACK,
    Kind.NOTED: Situation.CALL_BACK,
    Kind.PLAN_DEFAULT: Situation.PLAN_MISSED,
    Kind.INSTALMENT: Situation.PLAN_MISSED,
    Kind.HELP_SHEET: Situation.HARDSHIP,
    Kind.STAY_IN_TOUCH: Situation.COURTESY,
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
_TOLD_BY = {
    TopicCode.RECALL_DAY: {ReasonCode.PROMISE_BROKEN, ReasonCode.PROMISE_PART_KEPT},
    TopicCode.RECALL_PAID: {ReasonCode.SAID_PAID_NOT_FOUND},
    TopicCode.OUR_NEWS: {ReasonCode.OURS_LATE, ReasonCode.OURS_DUE},
    TopicCode.RECALL_PART: {
        ReasonCode.INSTALMENT_LATE,
        ReasonCode.INSTALMENT_DUE,
        ReasonCode.PLAN_DEFAULT,
    },
}
"""Topics whose facts stand with a reason."""
_COURTESY = frozenset({Kind.COURTESY, Kind.STAY_IN_TOUCH})
_OURS_FIRST = frozenset({Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE})
_AGREED = frozenset({Kind.CALL_BACK, Kind.PROMISE_NOT_KEPT, Kind.SAID_PAID})
"""Lines that are about something that was said: that is spoken of first."""


def call_kind(line: Line | None, asked: Sequence[Money]) -> CallKind:
    """Return what a call is for: about money that is asked for now, or out of courtesy."""
    collecting = bool(asked) or (line is not None and line.kind not in _COURTESY)
    return CallKind.COLLECTION if collecting else CallKind.COURTESY


def call_script(
    line: Line | None,
    kind: CallKind,
    disputed: Sequence[Money],
    *,
    incoming: bool,
    around: Around | None = None,
) -> Script:
    """Return what to cover with a customer.

    Args:
        line: Why the customer is on today's list; None if they are not.
        kind: What the call is for where no line says it.
        disputed: What is in question, one amount per currency; the first is named.
        incoming: They have called us, so their matter comes first.
        around: What else is known; None where nothing else is.
    """
    known = around or Around(disputed=tuple(disputed))
    situation = _situation(line, kind, known, incoming=incoming)
    reasons = () if line is None else line.reasons
    topics = tuple(_topic(code, reasons, known) for code in _CODES[situation])
    return Script(situation, topics, line, known)


def guarded(script: Script) -> Script:
    """Return a script for somebody with whom the account may not be discussed.

    Nothing of it is about money: a name and a number are left, and it is asked when whoever may
    be spoken with is in. Source: domain-rules 4.2, third parties.
    """
    codes = (TopicCode.LEAVE_NAME, TopicCode.LEAVE_NUMBER, TopicCode.WHEN_IN)
    return Script(script.situation, tuple(map(Topic, codes)), guarded=True)


def _situation(line: Line | None, kind: CallKind, known: Around, *, incoming: bool) -> Situation:
    ours = line is not None and line.kind in _OURS_FIRST
    if incoming:
        return Situation.INCOMING
    if (known.hardship or known.silent) and not ours:
        return Situation.HARDSHIP
    if line is not None and (ours or line.kind in _AGREED):
        return _SITUATIONS[line.kind]
    if known.part is not None:
        return Situation.PLAN_MISSED
    return _of_our_own(line, kind, known)


def _of_our_own(line: Line | None, kind: CallKind, known: Around) -> Situation:
    """Why we ring where nothing was agreed that would be spoken of first."""
    if known.disputed and not known.asked and (line is None or line.kind not in _SITUATIONS):
        return Situation.DISPUTE
    if line is not None:
        return _SITUATIONS.get(line.kind, Situation.MONEY_DUE)
    return Situation.COURTESY if kind is CallKind.COURTESY else Situation.MONEY_DUE


def _topic(code: TopicCode, reasons: Sequence[Reason], known: Around) -> Topic:
    told = next((reason for reason in reasons if reason.code in _TOLD_BY.get(code, ())), None)
    if told is not None:
        return _told(code, told)
    if known.disputed and code in {TopicCode.ANY_QUESTION, TopicCode.ANYTHING_ELSE}:
        code = TopicCode.UNDER_QUERY
    if code is TopicCode.RECALL_PART and known.part is not None:
        return Topic(code, day=known.part.day, amount=known.part.amount)
    amounts = {
        TopicCode.THE_REST: known.asked,
        TopicCode.WHAT_IS_WRONG: known.disputed,
        TopicCode.UNDER_QUERY: known.disputed,
    }.get(code, ())
    return Topic(code, amount=amounts[0] if amounts else None)


def _told(code: TopicCode, reason: Reason) -> Topic:
    if code is TopicCode.OUR_NEWS:
        return Topic(code, words=reason.words)
    amount = None if code is TopicCode.RECALL_DAY else reason.amount
    return Topic(code, day=reason.day, amount=amount)
