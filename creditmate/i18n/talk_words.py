"""What to open a talk with, and what it should bring, by the situation one talks in.

Source: product.md (convictions 1-3, 7, 10, 14); S2 and S3: feel the hardship, listen, be prepared
to offer solutions, always gain a commitment, even if it is only a date to call back.
"""

from creditmate.domain.call_script import Missed, Script, Situation
from creditmate.domain.call_topics import TopicCode
from creditmate.domain.our_people import Us
from creditmate.domain.worklist import Kind
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.leave_words import guarded_words, us_words
from creditmate.i18n.opening import (
    goal_with_query,
    goal_words,
    greeted,
    opening_words,
    part_came_words,
    sums_said,
    ungreeted,
)
from creditmate.i18n.talk_sums import answered_said, talk_sums

_GOALS = {
    Situation.DISPUTE: N_(
        "What is wrong with {disputed}, what shows it, and who of us answers when."
    ),
    Situation.PLAN_MISSED: N_("Whether the plan still fits, and a day for {part}."),
    Situation.HARDSHIP: N_(
        "To understand what has changed, to leave them calmer, and a day to speak again."
    ),
    Situation.ARRANGED: N_("Whether what we agreed still fits, and what they need from us."),
    Situation.ANSWERED: N_("That they know our answer on {answered}, and what follows from it."),
    Situation.IN_PEACE: N_(
        "Nothing is asked for while we leave them in peace: how they are, and what they need from"
        " us."
    ),
    Situation.REPLYING: N_(
        "What would work for them about {asked}: they have until {reply_by} to answer our letter of"
        " {written}, and nothing more is asked for before."
    ),
    Situation.INCOMING: N_("Their matter first; then what we do, by when, and the next step."),
    Situation.MONEY_DUE: N_("A day for {asked}, and whether anything holds it up."),
    Situation.COURTESY: N_(
        "Goods and invoice right, its order number on it, who approves it, and when the payment"
        " run is."
    ),
}
_OPENINGS = {
    Situation.DISPUTE: N_(
        "{hello}you told us that {disputed} is not right. I would like to hear it from you, so"
        " that you get an answer."
    ),
    Situation.PLAN_MISSED: N_(
        "{hello}we agreed {part} for {day}, and I haven't seen it yet. Does our plan still fit?"
    ),
    Situation.HARDSHIP: N_(
        "{hello}I am not ringing to ask for anything today. How are things, and can we do"
        " something that helps?"
    ),
    Situation.ARRANGED: N_(
        "{hello}I only wanted to hear whether what we agreed still fits, and whether there is"
        " anything you need from us."
    ),
    Situation.ANSWERED: N_(
        "{hello}you asked us about {answered}. We have looked into it, and I would like to tell"
        " you our answer."
    ),
    Situation.IN_PEACE: N_(
        "{hello}I am not ringing to ask for anything. How are things, and is there anything that"
        " you need from us?"
    ),
    Situation.REPLYING: N_(
        "{hello}we wrote to you on {written} about {asked}, and you have until {reply_by} to"
        " answer. Is there anything about it that we should clear up, and what would work for you?"
    ),
    Situation.INCOMING: N_("{hello}thank you for ringing. What can I do for you?"),
    Situation.MONEY_DUE: N_(
        "{hello}this is about {asked} that has passed its day. Did the invoices reach you, and is"
        " everything as it should be?"
    ),
    Situation.COURTESY: N_(
        "{hello}did everything arrive as you wanted it, and is our invoice with the right person?"
    ),
}
_TOLD_GOAL = N_("That they know that we look into {disputed} and answer by {answer_by}.")
_TOLD = N_(
    "{hello}you told us that {disputed} is not right. We are looking into it, and you have our"
    " answer by {answer_by}. Is there anything to add?"
)
"""Of a question that is put down already: nobody has to tell it twice."""
_WAY_GOAL = N_(
    "What is possible for them: smaller parts, more time, the help sheet, and a day to speak again."
)
_WAY = N_(
    "{hello}you told me that you cannot pay at present. I would like to see with you what is"
    " possible. How are things?"
)
"""To whoever said so, and of whom nothing was arranged since: nothing is asked for in full."""
_PART_NAMED = N_(
    "{hello}we agreed {part} for {day}. Is that going as you wish, and does our plan still fit?"
)
"""Of a missed part for which they have named another day since: the first is not spoken of."""
_NAMED_GOAL = N_("Whether {part} for {day} goes as agreed, and whether the plan still fits.")
_PROMISED_GOAL = N_("Whether {promised} by {by} stays as agreed, and what they need from us.")
_PROMISED = N_(
    "{hello}we agreed {promised} for {by}. Is that as it was, and is there anything you need"
    " from us?"
)
"""Of what they have promised and is not due yet: it is not asked for, nor passed over."""
_SENT_GOAL = N_(
    "That {sent}, said to be paid on {sent_on}, is looked out for, and what they need from us."
)
_SENT = N_(
    "{hello}you told us that {sent} is on its way. I only wanted to hear whether there is anything"
    " you need from us."
)
"""Of what they say to have paid: it is believed, and neither asked for nor passed over."""
_ANSWERED_HOUSE = N_(
    "{hello}we were asked about {answered}. We have looked into it, and I would like to tell you"
    " our answer."
)
"""Where it was a branch that asked, and its head office is rung."""
_ANSWER_FIRST = N_("{hello}I have our answer on {answered} for you. {opening}")
_WITH_AGENCY = N_(
    "Nothing is asked for: the agency follows it up. What they say of it is told to the agency."
)
_OWN_WORDS = frozenset({Situation.DISPUTE, Situation.PLAN_MISSED, Situation.HARDSHIP,
                        Situation.INCOMING, Situation.ARRANGED, Situation.ANSWERED,
                        Situation.IN_PEACE, Situation.REPLYING})  # fmt: skip
"""Situations that go before what the day's line would say."""
_OF_PLANS = frozenset({Kind.INSTALMENT, Kind.PLAN_DEFAULT})
"""Lines that tell of a plan themselves."""


def talk_goal(script: Script, language: str, locale: str) -> str:
    """Return what a talk should bring."""
    _ = words(language).gettext
    if script.guarded:
        return _("A name and a number left, and when the right person is in.")
    if script.around.silent and script.situation is Situation.HARDSHIP:
        return _("Nothing is asked for: to listen, and to note what they need from us.")
    if script.around.with_agency and script.situation is Situation.IN_PEACE:
        return _(_WITH_AGENCY)
    if script.line is not None and _by_line(script):
        if answered := _answered(script, locale):
            goal = goal_words(script.line, language, locale)
            text = _("That they know our answer on {answered}. {goal}")
            return text.format(answered=answered, goal=goal)
        disputed = sums_said(script.around.disputed, locale)
        return goal_with_query(script.line, disputed, language, locale)
    goal = _goal_of(script)
    return _(goal).format(**talk_sums(script.around, locale))


def talk_opening(script: Script, contact: str, us: Us, language: str, locale: str) -> str:
    """Return a first sentence, to the contact if one is known by name.

    To somebody with whom the account may not be discussed ``contact`` is whom to ask for. There
    is none where nothing is asked for at all.
    """
    if script.guarded:
        return guarded_words(us, contact, language).strip("“”")
    if script.around.silent and script.situation is Situation.HARDSHIP:
        return ""
    named = us_words(us, language) or None
    if script.line is not None and _by_line(script):
        if not (answered := _answered(script, locale)):
            return opening_words(script.line, contact, language, locale, named)
        opening = ungreeted(script.line, language, locale)
        facts = {"answered": answered, "opening": opening}
        return greeted(_ANSWER_FIRST, contact, language, named, **facts)
    message = _opening_of(script)
    if script.situation is Situation.INCOMING:
        named = None  # whoever takes the call has said so
    return greeted(message, contact, language, named, **talk_sums(script.around, locale))


def _goal_of(script: Script) -> str:
    """What a talk should bring where no line says it, by what was arranged or said."""
    around, situation = script.around, script.situation
    if situation is Situation.PLAN_MISSED and _part_named(script):
        return _NAMED_GOAL
    if situation is Situation.ARRANGED and around.promised:
        return _PROMISED_GOAL
    if situation is Situation.ARRANGED and around.sent:
        return _SENT_GOAL
    if situation is Situation.HARDSHIP and around.seeks_a_way:
        return _WAY_GOAL
    if situation is Situation.DISPUTE and around.answer_by is not None:
        return _TOLD_GOAL
    return _GOALS.get(situation, _GOALS[Situation.COURTESY])


def _opening_of(script: Script) -> str:
    """How one begins where no line says it, by what was arranged or said."""
    around, situation = script.around, script.situation
    message = _OPENINGS.get(situation, _OPENINGS[Situation.COURTESY])
    if situation is Situation.PLAN_MISSED and around.part is not None:
        return _of_a_part(around.part, message)
    if situation is Situation.ARRANGED and (around.promised or around.sent):
        return _PROMISED if around.promised else _SENT
    if situation is Situation.ANSWERED and any(one.house for one in around.answered):
        return _ANSWERED_HOUSE
    if situation is Situation.HARDSHIP and around.seeks_a_way:
        return _WAY
    if situation is Situation.DISPUTE and around.answer_by is not None:
        return _TOLD
    return message


def _part_named(script: Script) -> bool:
    """Whether they have named another day for a missed part since."""
    return script.around.part is not None and script.around.part.named is not None


def _of_a_part(part: Missed, message: str) -> str:
    """What is said of a missed part: the day named since, else thanks for what came of it."""
    if part.named is not None:
        return _PART_NAMED
    return message if part.came is None else part_came_words()


def _by_line(script: Script) -> bool:
    """Whether the day's line has words for it."""
    kind = None if script.line is None else script.line.kind
    return script.situation not in _OWN_WORDS or (
        script.situation is Situation.PLAN_MISSED and kind in _OF_PLANS
    )


def _answered(script: Script, locale: str) -> str:
    """Of how much our answer is told first; '' where there is none, or they tell their matter."""
    tells = any(topic.code is TopicCode.TELL_ANSWER for topic in script.topics)
    return answered_said(script.around.answered, locale) if tells else ""
