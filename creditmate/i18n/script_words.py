"""What to cover in a call, in words short enough to be ticked off while listening."""

from datetime import date

from creditmate.domain.call_script import Situation, Topic, TopicCode
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_in_year, money

_SITUATIONS = {
    Situation.DATE_PASSED: N_("Date passed: what to cover"),
    Situation.SAID_PAID: N_("Said paid, not found: what to cover"),
    Situation.OURS: N_("Our promise: what to cover"),
    Situation.CALL_BACK: N_("Ringing back: what to cover"),
    Situation.MONEY_DUE: N_("Money due: what to cover"),
    Situation.BANK: N_("Money on its way: what to cover"),
    Situation.COURTESY: N_("Courtesy call: what to cover"),
    Situation.INCOMING: N_("They called: what to cover"),
}
_TOPICS = {
    TopicCode.HOW_ARE_THINGS: N_("How are things?"),
    TopicCode.RECALL_DAY: N_("Recall {day}"),
    TopicCode.WHAT_GOT_IN_THE_WAY: N_("What got in the way?"),
    TopicCode.RECALL_PAID: N_("Recall {amount}, sent {day}"),
    TopicCode.HOW_SENT: N_("How sent, which reference?"),
    TopicCode.UNDER_QUERY: N_("Under query: {amount}"),
    TopicCode.ANY_QUESTION: N_("Anything in question?"),
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
}


def situation_words(situation: Situation, language: str) -> str:
    """Return the title above the topics."""
    return words(language).gettext(_SITUATIONS[situation])


def topic_words(topic: Topic, language: str, locale: str, as_at: date) -> str:
    """Return a topic in words; user's words stay as they are."""
    _ = words(language).gettext
    if topic.code is TopicCode.RECALL_DAY and topic.day is None:
        return _("Recall what was agreed")
    if topic.code is TopicCode.RECALL_PAID and topic.day is None:
        return _("Recall what was sent")
    if topic.code is TopicCode.OUR_NEWS and not topic.words:
        return _("What we promised")
    return _(_TOPICS[topic.code]).format(
        day="" if topic.day is None else day_in_year(topic.day, locale, as_at),
        amount="" if topic.amount is None else money(topic.amount, locale, symbol=True),
        words=topic.words,
    )
