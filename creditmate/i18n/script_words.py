"""What to cover in a call, in words short enough to be ticked off while listening."""

from datetime import date

from creditmate.domain.call_manner import Extra
from creditmate.domain.call_script import Script, Situation
from creditmate.domain.call_topics import Topic, TopicCode
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_year, money
from creditmate.i18n.proposed_steps import mid_step_words

_SITUATIONS = {
    Situation.DATE_PASSED: N_("Date passed: what to cover"),
    Situation.SAID_PAID: N_("Said paid, not found: what to cover"),
    Situation.OURS: N_("Our promise: what to cover"),
    Situation.CALL_BACK: N_("Ringing back: what to cover"),
    Situation.MONEY_DUE: N_("Money due: what to cover"),
    Situation.BANK: N_("Money on its way: what to cover"),
    Situation.COURTESY: N_("Courtesy call: what to cover"),
    Situation.INCOMING: N_("They called: what to cover"),
    Situation.DISPUTE: N_("Under query: what to cover"),
    Situation.PLAN_MISSED: N_("Plan, a part has not come: what to cover"),
    Situation.HARDSHIP: N_("Hard times: what to cover"),
    Situation.ARRANGED: N_("As arranged: what to cover"),
    Situation.ANSWERED: N_("Our answer: what to cover"),
    Situation.IN_PEACE: N_("Left in peace: what to cover"),
    Situation.VISIT_AHEAD: N_("Before our visit: what to cover"),
    Situation.REPLYING: N_("Our letter, time to answer: what to cover"),
}
_TOPICS = {
    TopicCode.HOW_ARE_THINGS: N_("How are things?"),
    TopicCode.RECALL_DAY: N_("Recall {day}"),
    TopicCode.THANK_PART: N_("Thank for {amount}, recall {day}"),
    TopicCode.HOLDS_REST: N_("What holds up {amount}?"),
    TopicCode.WHAT_GOT_IN_THE_WAY: N_("What got in the way?"),
    TopicCode.RECALL_PAID: N_("Recall {amount}, sent {day}"),
    TopicCode.HOW_SENT: N_("How sent, which reference?"),
    TopicCode.UNDER_QUERY: N_("Under query: {amount}"),
    TopicCode.ANY_QUESTION: N_("Anything under query?"),
    TopicCode.AGREE: N_("Agree amount and day"),
    TopicCode.READ_BACK: N_("Read back, thank"),
    TopicCode.OUR_NEWS: N_("What we promised: {words}"),
    TopicCode.WHEN_THE_REST: N_("When the rest follows"),
    TopicCode.AS_AGREED: N_("Ringing as agreed"),
    TopicCode.RECEIVED: N_("Invoices received?"),
    TopicCode.WHO_APPROVES: N_("Who approves it?"),
    TopicCode.ON_ITS_WAY: N_("Is it on its way?"),
    TopicCode.FOR_WHICH: N_("Which invoices is it for?"),
    TopicCode.GOODS_RIGHT: N_("Goods and service right?"),
    TopicCode.INVOICE_RIGHT: N_("Invoice, order number right?"),
    TopicCode.PAYMENT_RUN: N_("Who approves, which run?"),
    TopicCode.ANYTHING_ELSE: N_("Anything we can do?"),
    TopicCode.WHO_IS_IT: N_("Who rings, which number?"),
    TopicCode.WHAT_THEY_NEED: N_("What do they need?"),
    TopicCode.WHAT_WE_DO: N_("What we do, by when"),
    TopicCode.WHAT_HOLDS_IT: N_("What holds it up?"),
    TopicCode.WHAT_IS_WRONG: N_("What is wrong with {amount}?"),
    TopicCode.WHAT_SHOWS_IT: N_("What can they send us?"),
    TopicCode.WHO_ANSWERS: N_("Who of us answers, by when"),
    TopicCode.THE_REST: N_("A day for the rest, {amount}"),
    TopicCode.RECALL_PART: N_("Recall {amount} for {day}"),
    TopicCode.DOES_IT_FIT: N_("Does the plan still fit?"),
    TopicCode.WHAT_CHANGED: N_("What has changed for them?"),
    TopicCode.WHAT_FITS: N_("What fits their pay days?"),
    TopicCode.WHAT_HELPS: N_("Plan, more time, help sheet"),
    TopicCode.SPEAK_AGAIN: N_("When we speak again"),
    TopicCode.PROMISED: N_("They pay {amount} by {day}"),
    TopicCode.SENT: N_("On its way: {amount}, paid {day}"),
    TopicCode.MORE_TIME: N_("More time until {day}: {amount}"),
    TopicCode.NEXT_PART: N_("Plan, next {amount} on {day}"),
    TopicCode.STILL_FITS: N_("Does what we agreed still fit?"),
    TopicCode.OUR_VISIT: N_("Our visit on {day}"),
    TopicCode.OUR_LETTER: N_("Our letter of {day}"),
    TopicCode.TELL_ANSWER: N_("Our answer on {amount}"),
    TopicCode.IS_IT_SETTLED: N_("Is it settled with that?"),
    TopicCode.WHO_DECIDES: N_("Who can decide it?"),
    TopicCode.WHAT_FOLLOWS: N_("What comes next, calmly"),
    TopicCode.WHAT_WOULD_WORK: N_("Plan or visit: what fits?"),
    TopicCode.LEAVE_NAME: N_("Leave your name"),
    TopicCode.LEAVE_NUMBER: N_("Leave our number"),
    TopicCode.WHEN_IN: N_("When is the right person in?"),
}


_UNNAMED = {
    TopicCode.RECALL_DAY: N_("Recall what was agreed"),
    TopicCode.RECALL_PAID: N_("Recall what was sent"),
    TopicCode.RECALL_PART: N_("Recall what was agreed"),
    TopicCode.OUR_NEWS: N_("What we promised"),
    TopicCode.WHAT_IS_WRONG: N_("What exactly is wrong?"),
    TopicCode.THE_REST: N_("A day for the rest"),
}
"""Topics whose fact is not known."""
_EXTRAS = {
    Extra.THE_DAY: N_("“Is there anything about that day that could still come between?”"),
    Extra.THE_PLAN: N_("“Would smaller parts be easier to keep?”"),
    Extra.THE_MATTER: N_("“Is there anything else that I should know, so that we get this right?”"),
}
_GUARDED = N_("Only your name and number: the account may not be discussed")


def situation_words(situation: Situation, language: str) -> str:
    """Return the title above the topics."""
    return words(language).gettext(_SITUATIONS[situation])


def script_title(script: Script, language: str) -> str:
    """Return the title above a script's topics, or that only a name and a number are left.

    It names the step that the talk takes, as the day's list does.
    """
    _ = words(language).gettext
    if script.guarded:
        return _(_GUARDED)
    title = situation_words(script.situation, language)
    if script.step is None:
        return title
    return _("{title} · next: {step}").format(
        title=title, step=mid_step_words(script.step, language)
    )


def extra_words(extra: Extra, language: str) -> str:
    """Return the one question for somebody who hesitates, in quotation marks."""
    return words(language).gettext(_EXTRAS[extra])


def topic_words(topic: Topic, language: str, locale: str, as_at: date) -> str:
    """Return a topic in words; user's words stay as they are."""
    _ = words(language).gettext
    if topic.code in _UNNAMED and not (topic.day or topic.amount or topic.words):
        return _(_UNNAMED[topic.code])
    return _(_TOPICS[topic.code]).format(
        day="" if topic.day is None else day_in_year(topic.day, locale, as_at),
        amount="" if topic.amount is None else money(topic.amount, locale, symbol=True),
        words=topic.words,
    )
