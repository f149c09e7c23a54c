"""An opening line and a goal for a call, from why the customer is on the list.

Source: product.md (convictions 1-3 and 14), mock-ups 01 and 05: plain, kind, no blame.
"""

from collections.abc import Callable, Mapping, Sequence

from creditmate.domain.contact_steps import Step
from creditmate.domain.money import Money
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import words
from creditmate.i18n.first_names import spoken_name
from creditmate.i18n.formats import day_spoken, money
from creditmate.i18n.opening_texts import (
    ANSWER_FIRST,
    BANK_GOAL,
    BANK_OPENING,
    BESIDES,
    BESIDES_GOAL,
    BESIDES_GOALS,
    CALL_BACK_FIRST,
    CALL_BACK_LATE,
    CALL_BACK_LATE_FIRST,
    CHORE_GOAL,
    GOALS,
    OPENINGS,
    PART_CAME,
    PART_CAME_GOAL,
    PART_LATE,
    PASSED,
    PASSED_GOALS,
    RETURNED,
    VISIT_GOAL,
    VISIT_OPENING,
)
from creditmate.i18n.step_talk import STEP_GOALS, STEP_OPENINGS

_OF_STEPS = frozenset({Kind.FOLLOW_UP, Kind.STAY_IN_TOUCH})
"""Lines that are about the step itself: what we planned to say goes before it."""
_OURS = frozenset({Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE, Kind.CALL_BACK})
"""Lines of what we owe them: what they missed is spoken of after it, in the same call."""
_WITH_QUERY = frozenset({Kind.PROMISE_NOT_KEPT, Kind.FOLLOW_UP})
_SPOKEN_OF = {
    Kind.CALL_BACK: (ReasonCode.CALL_BACK,),
    Kind.PROMISE_NOT_KEPT: (
        ReasonCode.PAYMENT_RETURNED,
        ReasonCode.PROMISE_BROKEN,
        ReasonCode.PROMISE_PART_KEPT,
    ),
    Kind.SAID_PAID: (ReasonCode.SAID_PAID_NOT_FOUND,),
    Kind.VISIT: (ReasonCode.VISIT_PASSED,),
    Kind.FOLLOW_UP: (
        ReasonCode.PAYMENT_RETURNED,
        ReasonCode.TIME_PASSED,
        ReasonCode.PEACE_PASSED,
    ),
    Kind.INSTALMENT: (
        ReasonCode.PAYMENT_RETURNED,
        ReasonCode.INSTALMENT_LATE,
        ReasonCode.INSTALMENT_PART,
        ReasonCode.INSTALMENT_DUE,
    ),
}


def goal_words(line: Line, language: str, locale: str) -> str:
    """Return what a call about a line should bring."""
    text = CHORE_GOAL if line.ours_alone else _at_step(line, STEP_GOALS)
    if line.channel is Channel.BANK:
        text = BANK_GOAL
    text = text or GOALS.get(line.kind, GOALS[Kind.FOLLOW_UP])
    missed = _missed(line)
    came, _rest = _part_came(missed, locale)
    text = PART_CAME_GOAL if came else text
    if missed is not None:
        text = PASSED_GOALS.get(missed.code, text)
    if line.visit_ahead is not None:
        text = VISIT_GOAL
    _ = words(language).gettext
    goal = _(text).format(
        amount=_amounts(line, locale),
        came=came,
        passed=_day(missed, locale),
        visit=_day(line.visit_ahead, locale),
    )
    besides = _besides(line)
    if besides is None:
        return goal
    text = BESIDES_GOALS.get(besides.code, BESIDES_GOAL)
    return _(text).format(goal=goal, rest=_facts_of(besides, locale)["rest"])


def goal_with_query(line: Line, disputed: str, language: str, locale: str) -> str:
    """Return what a call about a line should bring, and an answer on what is under query."""
    goal = goal_words(line, language, locale)
    if not disputed or line.kind not in _WITH_QUERY:
        return goal
    text = words(language).gettext("{goal} And an answer on {amount} under query.")
    return text.format(goal=goal, amount=disputed)


def opening_words(
    line: Line, contact: str, language: str, locale: str, us: str | None = None
) -> str:
    """Return a first sentence for a line, to the contact if one is known by name.

    Args:
        line: What it is about.
        contact: Who is called; '' where nobody is known by name.
        language: Of the words.
        locale: Of amounts and days.
        us: Who of us calls; None where the greeting stands with it already.
    """
    message, facts = _said(line, locale)
    opening = greeted(message, contact, language, us, **facts)
    return _with_besides(opening, line, language, locale)


def ungreeted(line: Line, language: str, locale: str) -> str:
    """Return the same behind something that was said before."""
    message, facts = _said(line, locale)
    opening = capital(words(language).gettext(message).format(hello="", **facts))
    return _with_besides(opening, line, language, locale)


def _with_besides(opening: str, line: Line, language: str, locale: str) -> str:
    """An opening about what we owe them, with what they missed behind it."""
    besides = _besides(line)
    if besides is None:
        return opening
    text = words(language).gettext(BESIDES[besides.code])
    return text.format(opening=opening, **_facts_of(besides, locale))


def _besides(line: Line) -> Reason | None:
    """What was missed, where what we owe them is spoken of first.

    Whoever said that they cannot pay is asked for nothing: it is about what is possible.
    """
    if line.kind not in _OURS or any(one.hard for one in line.reasons):
        return None
    missed = (one for one in line.reasons if one.code in BESIDES and not one.spoken)
    return next(missed, None)


def _facts_of(missed: Reason, locale: str) -> dict[str, str]:
    """What was agreed, what of it has not come, and for when; or came back, and when."""
    amount = missed.amount
    if amount is None:
        return {"amount": "", "rest": "", "day": ""}
    rest = amount if missed.came is None else amount - missed.came
    return {
        "amount": money(amount, locale, symbol=True),
        "rest": money(rest, locale, symbol=True),
        "day": _day(missed, locale),
    }


def _said(line: Line, locale: str) -> tuple[str, dict[str, str]]:
    """What a line opens with, and the facts in it."""
    message = BANK_OPENING if line.channel is Channel.BANK else _at_step(line, STEP_OPENINGS)
    message = message or OPENINGS.get(line.kind, OPENINGS[Kind.FOLLOW_UP])
    missed, amount = _missed(line), _amounts(line, locale)
    if missed is not None and missed.code is ReasonCode.INSTALMENT_LATE:
        message = PART_LATE
    elif missed is not None and missed.code is ReasonCode.CALL_BACK:
        message = _of_a_call_back(line, late=bool(missed.days)) or message
    elif missed is not None and missed.code is ReasonCode.PAYMENT_RETURNED:
        message = RETURNED
    elif missed is not None:
        message = PASSED.get(missed.code, message)
    if missed is not None and missed.amount is not None:
        amount = money(missed.amount, locale, symbol=True)
    came, rest = _part_came(missed, locale)
    facts = {"amount": amount, "day": _day(missed, locale), "came": came, "rest": rest}
    message = PART_CAME if came else message
    if line.kind is Kind.ANSWER_DUE and _besides(line) is not None:
        message = ANSWER_FIRST
    if line.visit_ahead is not None:
        message, facts["visit"] = VISIT_OPENING, _day(line.visit_ahead, locale)
    return message, facts


def _of_a_call_back(line: Line, *, late: bool) -> str:
    """How a call begins that was agreed; '' where nothing of it differs from the usual."""
    if _besides(line) is not None:
        return CALL_BACK_LATE_FIRST if late else CALL_BACK_FIRST
    return CALL_BACK_LATE if late else ""


def part_came_words() -> str:
    """Return what is said where a part of what was agreed has come: thanks, then the rest."""
    return PART_CAME


def _part_came(missed: Reason | None, locale: str) -> tuple[str, str]:
    """What came of what was agreed, and what did not; '' each where no part came."""
    if missed is None or missed.amount is None or missed.came is None or not missed.came.minor:
        return "", ""
    return (
        money(missed.came, locale, symbol=True),
        money(missed.amount - missed.came, locale, symbol=True),
    )


def _at_step(line: Line, said: Mapping[Step, str]) -> str:
    """Return what is said at the step that a line takes; '' where it is what any line says."""
    return said.get(line.step, "") if line.step is not None and line.kind in _OF_STEPS else ""


def greeted(message: str, contact: str, language: str, us: str | None, **facts: str) -> str:
    """Return a sentence after a greeting: who calls is named where that is known."""
    _ = words(language).gettext
    if not us:
        return capital(_(message).format(hello=_hello(contact, _), **facts))
    said = capital(_(message).format(hello="", **facts))
    first = spoken_name(contact)
    text = (
        _("Good morning {name}, it’s {us}. {words}")
        if first
        else _("Good morning, it’s {us}. {words}")
    )
    return text.format(name=first, us=us, words=said)


def _missed(line: Line) -> Reason | None:
    """The promise or claim that the opening speaks of; on other lines it is only told."""
    codes = _SPOKEN_OF.get(line.kind, ())
    return next((reason for reason in line.reasons if reason.code in codes), None)


def _hello(contact: str, _: Callable[[str], str]) -> str:
    first = spoken_name(contact)
    return _("Good morning {name}, ").format(name=first) if first else _("Good morning, ")


def _amounts(line: Line, locale: str) -> str:
    return sums_said(line.amounts, locale)


def _day(missed: Reason | None, locale: str) -> str:
    return "" if missed is None or missed.day is None else day_spoken(missed.day, locale)


def sums_said(amounts: Sequence[Money], locale: str) -> str:
    """Return amounts as a sentence has them: ``€1,196.65 and £655.04``."""
    said = [money(amount, locale, symbol=True) for amount in amounts]
    if len(said) <= 1:
        return "".join(said)
    from babel.lists import format_list  # noqa: PLC0415 - most who owe owe in one currency

    return format_list(said, locale=locale)
