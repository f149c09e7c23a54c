"""What to cover in a call, by why it is made: at most six short topics, in the order of talk.

Source: product.md (convictions 1-3, 7), domain-rules 4.7 for courtesy calls, mock-up 05.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.domain.call_around import NOTHING_BESIDES, Around, Missed
from creditmate.domain.call_situations import (
    AT_STEP,
    TOLD_ALREADY,
    TOPICS,
    WHERE_PART_CAME,
    Situation,
    answer_first,
)
from creditmate.domain.call_topics import Topic, TopicCode
from creditmate.domain.contact_steps import Step
from creditmate.domain.money import Money
from creditmate.domain.outcomes import CallKind
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Kind, Line

__all__ = ["Around", "Missed", "Script", "Situation", "call_kind", "call_script", "guarded"]


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
    around: Around = NOTHING_BESIDES
    guarded: bool = False

    @property
    def step(self) -> Step | None:
        """The step of the policy that the talk takes, where the day's list names one."""
        if self.line is None or self.situation is Situation.INCOMING:
            return None
        return None if self.line.step is Step.COURTESY else self.line.step


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
_PART_CAME = {ReasonCode.PROMISE_PART_KEPT, ReasonCode.INSTALMENT_PART}
_TOLD_BY = {
    TopicCode.RECALL_DAY: {
        ReasonCode.PROMISE_BROKEN,
        ReasonCode.PROMISE_PART_KEPT,
        ReasonCode.TIME_PASSED,
    },
    TopicCode.THANK_PART: _PART_CAME,
    TopicCode.HOLDS_REST: _PART_CAME,
    TopicCode.RECALL_PAID: {ReasonCode.SAID_PAID_NOT_FOUND},
    TopicCode.OUR_NEWS: {ReasonCode.OURS_LATE, ReasonCode.OURS_DUE},
    TopicCode.RECALL_PART: {
        ReasonCode.INSTALMENT_LATE,
        ReasonCode.INSTALMENT_DUE,
        ReasonCode.PLAN_DEFAULT,
    },
    TopicCode.OUR_VISIT: {ReasonCode.VISIT_AHEAD, ReasonCode.VISIT_CONFIRMED},
}
"""Topics whose facts stand with a reason."""
_RECALLED = _TOLD_BY[TopicCode.RECALL_DAY]
_MISSED_MEANWHILE = {
    TopicCode.RECALL_DAY: _RECALLED,
    TopicCode.RECALL_PART: {
        ReasonCode.INSTALMENT_LATE,
        ReasonCode.INSTALMENT_PART,
        ReasonCode.PLAN_DEFAULT,
    },
    TopicCode.RECALL_PAID: _TOLD_BY[TopicCode.RECALL_PAID],
}
"""What may have been missed by them when a call is due that we agreed to make."""
_AND_THEIRS = {TopicCode.WHEN_THE_REST: TopicCode.RECALL_DAY}
"""What follows what we owe them where their own day has passed: that is what the rest is."""
_OF_A_PART = frozenset({TopicCode.RECALL_PART, TopicCode.THANK_PART, TopicCode.HOLDS_REST})
_OF_A_MISSED_DAY = frozenset({TopicCode.WHAT_GOT_IN_THE_WAY, TopicCode.HOLDS_REST, TopicCode.AGREE})
"""What is left out where they have named a day since: it was spoken of then."""
_NAMES_ARRANGED = frozenset({Situation.ARRANGED, Situation.COURTESY, Situation.MONEY_DUE})
"""Situations in which it would be left out otherwise: they speak of nothing that was agreed."""
_GIVES_WAY = frozenset({TopicCode.RECEIVED, TopicCode.INVOICE_RIGHT, *AT_STEP.values()})
"""Topics that are known where something was arranged about the items."""
_MOST = 6
"""Topics of one talk: whoever has more in mind covers none of them well."""
_COURTESY = frozenset({Kind.COURTESY, Kind.STAY_IN_TOUCH, Kind.PLANNED_CALL})
_OURS_FIRST = frozenset({Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE})
_AGREED = frozenset({Kind.CALL_BACK, Kind.PROMISE_NOT_KEPT, Kind.SAID_PAID})
"""Lines that are about something that was said: that is spoken of first."""
_OF_A_REST = frozenset({TopicCode.THE_REST, TopicCode.AGREE})
"""What is left out where nothing is asked for, or nothing besides our answer: there is no rest."""


def call_kind(line: Line | None, asked: Sequence[Money]) -> CallKind:
    """Return what a call is for: about money that is asked for now, or out of courtesy."""
    about = _of_them(line)
    collecting = bool(asked) or (about is not None and about.kind not in _COURTESY)
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
    line, known = _of_them(line), around or Around(disputed=tuple(disputed))
    situation = _situation(line, kind, known, incoming=incoming)
    reasons = () if line is None else line.reasons
    codes = _at_step(TOPICS[situation], None if line is None else line.step)
    if known.asks_nothing or (situation is Situation.ANSWERED and not known.asked):
        codes = [code for code in codes if code not in _OF_A_REST]
    if situation is Situation.OURS and _RECALLED & {reason.code for reason in reasons}:
        codes = [_AND_THEIRS.get(code, code) for code in codes]
    if line is not None and line.kind is Kind.CALL_BACK and situation is Situation.CALL_BACK:
        codes = _with_theirs(codes, reasons)
    if _part_came(situation, reasons, known):
        codes = [WHERE_PART_CAME.get(code, code) for code in codes]
    if situation is Situation.PLAN_MISSED and known.part is not None and known.part.named:
        codes = [code for code in codes if code not in _OF_A_MISSED_DAY]
    if situation is Situation.DISPUTE and known.answer_by is not None:
        codes = [TOLD_ALREADY.get(code, code) for code in codes]
    codes = answer_first(codes) if known.answered and not known.asks_nothing else codes
    topics = list(dict.fromkeys(_topic(code, reasons, known) for code in codes))  # each once
    return Script(situation, _with_arranged(situation, topics, known), line, known)


def _with_theirs(codes: Sequence[TopicCode], reasons: Sequence[Reason]) -> list[TopicCode]:
    """Topics of a call that we owe them, with what they missed meanwhile behind what it was for."""
    if any(reason.hard for reason in reasons):
        return list(codes)
    told = {reason.code for reason in reasons if not reason.spoken}
    missed = [topic for topic, codes_ in _MISSED_MEANWHILE.items() if told & codes_][:1]
    behind = codes.index(TopicCode.AS_AGREED) + 1
    return [*codes[:behind], *missed, *codes[behind:]]


def _part_came(situation: Situation, reasons: Sequence[Reason], known: Around) -> bool:
    """Whether a part came of what is spoken of: they are thanked for it."""
    if situation is Situation.PLAN_MISSED:
        return known.part is not None and known.part.came is not None
    told = (one.code for one in reasons if one.code in _TOLD_BY[TopicCode.RECALL_DAY])
    return situation is Situation.DATE_PASSED and (next(told, None) is ReasonCode.PROMISE_PART_KEPT)


def _at_step(codes: Sequence[TopicCode], step: Step | None) -> list[TopicCode]:
    """Topics as far as they go at a step: whether the invoices came is not asked for months."""
    instead = TopicCode.RECEIVED if step is None else AT_STEP.get(step, TopicCode.RECEIVED)
    return [instead if code is TopicCode.RECEIVED else code for code in codes]


def _of_them(line: Line | None) -> Line | None:
    """A line that a talk can be about: of work of ours alone there is nothing to say to them."""
    return None if line is None or line.ours_alone else line


def _with_arranged(
    situation: Situation, topics: Sequence[Topic], known: Around
) -> tuple[Topic, ...]:
    """Topics with the first of what was arranged, behind the greeting, where it is left out."""
    found = [Topic(TopicCode.PROMISED, one.day, one.amount) for one in known.promised[:1]]
    found += [Topic(TopicCode.SENT, one.day, one.amount) for one in known.sent[:1]]
    found += [Topic(TopicCode.MORE_TIME, one.to_day, one.amount) for one in known.longer[:1]]
    found += [Topic(TopicCode.NEXT_PART, one.day, one.amount) for one in known.coming[:1]]
    if not found or situation not in _NAMES_ARRANGED:
        return tuple(topics)
    kept = [topic for topic in topics if topic.code not in _GIVES_WAY]
    if not (known.promised or known.longer or known.coming):  # they say that it is paid
        kept = [topic for topic in kept if topic.code is not TopicCode.STILL_FITS]
    return (*kept[:1], *found[: _MOST - len(kept)], *kept[1:])


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
    if (known.hardship or known.silent or known.seeks_a_way) and not ours:
        return Situation.HARDSHIP
    if known.in_peace and not ours:
        return Situation.IN_PEACE
    if line is not None and (ours or line.kind in _AGREED):
        return _SITUATIONS[line.kind]
    if known.part is not None and (known.part.named is None or (line is None and not known.asked)):
        return Situation.PLAN_MISSED
    return _of_our_own(line, kind, known)


def _of_our_own(line: Line | None, kind: CallKind, known: Around) -> Situation:
    """Why we ring where nothing was agreed that would be spoken of first."""
    ours_to_begin = line is None or line.kind in OF_OUR_OWN_ACCORD
    if known.answered and ours_to_begin:
        return Situation.ANSWERED
    if known.is_arranged and not known.asked and line is None:
        return Situation.ARRANGED
    if known.disputed and not known.asked and (line is None or line.kind not in _SITUATIONS):
        return Situation.DISPUTE
    return _about_money(line, kind, known)


def _about_money(line: Line | None, kind: CallKind, known: Around) -> Situation:
    """Whether what is owed is asked for, or waits: for a visit, or for an answer to our letter."""
    if line is not None and line.visit_ahead is not None:
        return Situation.VISIT_AHEAD
    if _has_time_to_reply(line, known):
        return Situation.REPLYING
    if line is not None and line.kind in _SITUATIONS:
        return Situation.DATE_PASSED if _time_passed(line) else _SITUATIONS[line.kind]
    return Situation.COURTESY if kind is CallKind.COURTESY else Situation.MONEY_DUE


def _has_time_to_reply(line: Line | None, known: Around) -> bool:
    """Whether what is asked for waits for an answer to our letter: no step is due before it."""
    if known.replying is None or not known.asked:
        return False
    return line is None or (line.kind is Kind.FOLLOW_UP and line.step is None and not line.is_news)


def _time_passed(line: Line) -> bool:
    """Whether more time ran out, and nobody has spoken of it since."""
    told = (reason.code is ReasonCode.TIME_PASSED for reason in line.reasons)
    return line.kind is Kind.FOLLOW_UP and any(told)


def _topic(code: TopicCode, reasons: Sequence[Reason], known: Around) -> Topic:
    told = next((reason for reason in reasons if reason.code in _TOLD_BY.get(code, ())), None)
    if told is not None:
        return _told(code, told)
    if code is TopicCode.OUR_LETTER and known.replying is not None:
        return Topic(code, day=known.replying.written)
    if known.disputed and code in {TopicCode.ANY_QUESTION, TopicCode.ANYTHING_ELSE}:
        code = TopicCode.UNDER_QUERY
    if known.part is not None and code in _OF_A_PART:
        came = code is TopicCode.THANK_PART
        amount = known.part.came if came else known.part.amount
        return Topic(code, day=known.part.named or known.part.day, amount=amount)
    amounts = {
        TopicCode.THE_REST: known.asked,
        TopicCode.WHAT_IS_WRONG: known.disputed,
        TopicCode.UNDER_QUERY: known.disputed,
        TopicCode.TELL_ANSWER: tuple(one.amount for one in known.answered),
    }.get(code, ())
    return Topic(code, amount=amounts[0] if amounts else None)


def _told(code: TopicCode, reason: Reason) -> Topic:
    if code is TopicCode.OUR_NEWS:
        return Topic(code, words=reason.words)
    amount, came = reason.amount, reason.came
    if code is TopicCode.RECALL_DAY:
        amount = None
    elif code is TopicCode.THANK_PART:
        amount = came
    elif code is TopicCode.HOLDS_REST and amount is not None and came is not None:
        amount = amount - came
    return Topic(code, day=reason.day, amount=amount)
