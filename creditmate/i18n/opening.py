"""An opening line and a goal for a call, from why the customer is on the list.

Source: product.md (convictions 1-3 and 14), mock-ups 01 and 05: plain, kind, no blame.
"""

from collections.abc import Callable, Mapping, Sequence

from creditmate.domain.contact_steps import Step
from creditmate.domain.money import Money
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.i18n.casing import capital
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.first_names import spoken_name
from creditmate.i18n.formats import day_spoken, money
from creditmate.i18n.step_talk import STEP_GOALS, STEP_OPENINGS

_GOALS = {
    Kind.OURS_LATE: N_("Do what we promised, and say by when the rest follows."),
    Kind.OURS_DUE: N_("Do today what we promised for today."),
    Kind.CALL_BACK: N_("The answer we were to ring back for, and the next step with a day."),
    Kind.PROMISE_NOT_KEPT: N_("What got in the way, and a firm day for {amount}."),
    Kind.SAID_PAID: N_(
        "How and when {amount} was sent, with which reference, and to which account."
    ),
    Kind.CHECK_MONEY: N_(
        "Match {amount} first; ring only where nothing shows which invoice it is for."
    ),
    Kind.PLANNED_CALL: N_("What you planned to ask or to tell, and the next step with a day."),
    Kind.FOLLOW_UP: N_("A day for {amount}, and whether anything holds it up."),
    Kind.STAY_IN_TOUCH: N_("How they are, and whether all is as they wish."),
    Kind.COURTESY: N_(
        "Goods and invoice right, its order number on it, who approves it, and when the payment"
        " run is."
    ),
    Kind.ANSWER_DUE: N_("Our answer to what they asked, and the next step with a day."),
    Kind.VISIT: N_("What the visit is for, and that the time still suits them."),
    Kind.PLAN_DEFAULT: N_("Whether the plan can be taken up again, or what fits instead."),
    Kind.INSTALMENT: N_("Whether {amount} of the plan is on its way, and whether it still fits."),
    Kind.NOTED: N_("What they told us last time, and what we make of it."),
    Kind.STAY_IN_TOUCH: N_("How things are, and whether anything is open between us."),
}
_OPENINGS = {
    Kind.OURS_LATE: N_(
        "{hello}I said you would hear from me, and it has taken longer than it should."
    ),
    Kind.OURS_DUE: N_("{hello}I said you would hear from me today."),
    Kind.CALL_BACK: N_("{hello}we agreed that I would ring again today. Is this a good moment?"),
    Kind.PROMISE_NOT_KEPT: N_(
        "{hello}we agreed {amount} for {day} and I haven't seen it yet. Is something holding it up?"
    ),
    Kind.SAID_PAID: N_(
        "{hello}you told me that {amount} was sent on {day}. I have looked and cannot find it."
        " Could you tell me how it went?"
    ),
    Kind.CHECK_MONEY: N_(
        "{hello}there is {amount} on your account that I have not matched yet. Which invoice is"
        " it for?"
    ),
    Kind.PLANNED_CALL: N_("{hello}I wanted to hear how things stand. Is this a good moment?"),
    Kind.FOLLOW_UP: N_(
        "{hello}this is about {amount} that has passed its day. Did the invoices reach you,"
        " and is everything as it should be?"
    ),
    Kind.STAY_IN_TOUCH: N_(
        "{hello}nothing is wrong: I only want to hear whether all is well with you and with us."
    ),
    Kind.COURTESY: N_(
        "{hello}did everything arrive as you wanted it, and is our invoice with the right person?"
    ),
    Kind.ANSWER_DUE: N_(
        "{hello}you asked us about an invoice, and you are to have our answer. Is this a good"
        " moment?"
    ),
    Kind.VISIT: N_("{hello}I am ringing about our visit. Does the time still suit you?"),
    Kind.PLAN_DEFAULT: N_(
        "{hello}our plan has come to a stop, and I would like to find with you what fits now."
    ),
    Kind.INSTALMENT: N_(
        "{hello}the part of our plan for {day} is {amount}. Does it go as we agreed?"
    ),
    Kind.NOTED: N_("{hello}you told me something last time that I wanted to come back to."),
    Kind.STAY_IN_TOUCH: N_(
        "{hello}we have not spoken for a while. How are things, and is there anything we can do?"
    ),
}
_CALL_BACK_LATE = N_(
    "{hello}I said that I would ring you on {day}, and I am late. Is this a good moment?"
)
_VISIT_GOAL = N_(
    "That they know we look forward to the visit on {visit}, and what they need from us for it."
)
_VISIT_OPENING = N_(
    "{hello}we see each other on {visit}. Is there anything that you would like to speak about"
    " then, or that I should bring along?"
)
"""Where what they owe is left to a visit that they know of: it is not asked for before."""
_CHORE_GOAL = N_("What is to be done for the visit, done.")
_BANK_GOAL = N_("See whether {amount} has come before anybody is rung.")
_BANK_OPENING = N_(
    "{hello}I am going through what has come in. Is {amount} on its way, or has it been sent?"
)
"""Nobody is to be rung yet, and nothing is known to have come, so there is nothing to thank for."""
_PART_LATE = N_(
    "{hello}we agreed {amount} for {day}, and I haven't seen it yet. Does our plan still fit?"
)
"""Of a part of a plan whose day has passed; before it the plan is asked about."""
_RETURNED = N_(
    "{hello}the bank sent the payment of {amount} back to us on {day}. Perhaps you know of it"
    " already: when can it go again?"
)
_PART_CAME_GOAL = N_("Thank them for {came}; what holds up the rest, and a firm day for {amount}.")
_PART_CAME = N_(
    "{hello}thank you for {came}. We agreed {amount} for {day}, so {rest} of it is still to come."
    " Is something holding it up?"
)
_TIME_GOAL = N_("How it stands now that the time until {passed} is over, and a day for {amount}.")
_TIME = N_(
    "{hello}we agreed on time until {day} for {amount}, and I haven't seen it yet. How does it"
    " stand?"
)
_PEACE_GOAL = N_("How things are now, and what is possible for {amount}.")
_PEACE = N_(
    "{hello}we have left things until {day}. How are you now, and what is possible for you?"
)
"""Of what was agreed until a day that has passed: that comes before any step of ours."""
_VISIT_PASSED_GOAL = N_("To put down how it went on {passed}, or another day for the visit.")
_VISIT_PASSED = N_(
    "{hello}our visit was planned for {day}. I would like to hear how we go on from there."
)
"""Of a visit whose day has passed, and of which nothing was put down since."""
_OF_STEPS = frozenset({Kind.FOLLOW_UP, Kind.STAY_IN_TOUCH})
"""Lines that are about the step itself: what we planned to say goes before it."""
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

_PASSED = {
    ReasonCode.TIME_PASSED: _TIME,
    ReasonCode.PEACE_PASSED: _PEACE,
    ReasonCode.VISIT_PASSED: _VISIT_PASSED,
}
_PASSED_GOALS = {
    ReasonCode.TIME_PASSED: _TIME_GOAL,
    ReasonCode.VISIT_PASSED: _VISIT_PASSED_GOAL,
    ReasonCode.PEACE_PASSED: _PEACE_GOAL,
    ReasonCode.PAYMENT_RETURNED: _GOALS[Kind.PROMISE_NOT_KEPT],
}


def goal_words(line: Line, language: str, locale: str) -> str:
    """Return what a call about a line should bring."""
    text = _CHORE_GOAL if line.ours_alone else _at_step(line, STEP_GOALS)
    if line.channel is Channel.BANK:
        text = _BANK_GOAL
    text = text or _GOALS.get(line.kind, _GOALS[Kind.FOLLOW_UP])
    missed = _missed(line)
    came, _rest = _part_came(missed, locale)
    text = _PART_CAME_GOAL if came else text
    if missed is not None:
        text = _PASSED_GOALS.get(missed.code, text)
    if line.visit_ahead is not None:
        text = _VISIT_GOAL
    return (
        words(language)
        .gettext(text)
        .format(
            amount=_amounts(line, locale),
            came=came,
            passed=_day(missed, locale),
            visit=_day(line.visit_ahead, locale),
        )
    )


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
    return greeted(message, contact, language, us, **facts)


def ungreeted(line: Line, language: str, locale: str) -> str:
    """Return the same behind something that was said before."""
    message, facts = _said(line, locale)
    return capital(words(language).gettext(message).format(hello="", **facts))


def _said(line: Line, locale: str) -> tuple[str, dict[str, str]]:
    """What a line opens with, and the facts in it."""
    message = _BANK_OPENING if line.channel is Channel.BANK else _at_step(line, STEP_OPENINGS)
    message = message or _OPENINGS.get(line.kind, _OPENINGS[Kind.FOLLOW_UP])
    missed, amount = _missed(line), _amounts(line, locale)
    if missed is not None and missed.code is ReasonCode.INSTALMENT_LATE:
        message = _PART_LATE
    elif missed is not None and missed.code is ReasonCode.CALL_BACK and missed.days:
        message = _CALL_BACK_LATE
    elif missed is not None and missed.code is ReasonCode.PAYMENT_RETURNED:
        message = _RETURNED
    elif missed is not None:
        message = _PASSED.get(missed.code, message)
    if missed is not None and missed.amount is not None:
        amount = money(missed.amount, locale, symbol=True)
    came, rest = _part_came(missed, locale)
    facts = {"amount": amount, "day": _day(missed, locale), "came": came, "rest": rest}
    message = _PART_CAME if came else message
    if line.visit_ahead is not None:
        message, facts["visit"] = _VISIT_OPENING, _day(line.visit_ahead, locale)
    return message, facts


def part_came_words() -> str:
    """Return what is said where a part of what was agreed has come: thanks, then the rest."""
    return _PART_CAME


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
