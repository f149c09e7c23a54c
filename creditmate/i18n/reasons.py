"""Words for the work list: why a customer is on it, how to act, and what the points are for."""

from datetime import date
from gettext import NullTranslations

from creditmate.domain.next_steps import About
from creditmate.domain.priority import Part, ScorePart
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.worklist import Channel, Kind
from creditmate.i18n import formats
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.dispute_words import dispute_title
from creditmate.i18n.proposed_steps import mid_step_words
from creditmate.i18n.speak_again_words import speak_again_message
from creditmate.i18n.visit_step_words import visit_step_words

_REASONS = {
    ReasonCode.OURS_LATE: N_("We are late: {words}, promised by {day}"),
    ReasonCode.OURS_DUE: N_("We promised for today: {words}"),
    ReasonCode.ANSWER_DUE: N_("We owe them an answer by {day}: {words}"),
    ReasonCode.CALL_BACK: N_("Call back as agreed"),
    ReasonCode.PLANNED_CALL: N_("You planned to call"),
    ReasonCode.VISIT: N_("A visit is planned"),
    ReasonCode.VISIT_PASSED: N_("Visit was planned for {day}"),
    ReasonCode.VISIT_STEP: N_("{words}"),
    ReasonCode.VISIT_AHEAD: N_("Visit on {day}, not confirmed yet"),
    ReasonCode.VISIT_CONFIRMED: N_("Visit on {day}, confirmed"),
    ReasonCode.HELP_SHEET: N_("Ask how they are getting on: a help sheet was sent"),
    ReasonCode.NOTED: N_("Come back to what was noted"),
    ReasonCode.PROMISE_BROKEN: N_("Date passed: {amount} by {day}, nothing received"),
    ReasonCode.PROMISE_PART_KEPT: N_("Part came: {came} of {amount} promised by {day}"),
    ReasonCode.PAYMENT_RETURNED: N_("Payment returned: {amount} on {day}"),
    ReasonCode.TIME_PASSED: N_("More time until {day} has passed: {amount}"),
    ReasonCode.PEACE_PASSED: N_("Left in peace until {day}: ask first how things are"),
    ReasonCode.CHECK_BANK: N_("Check the bank first: {amount} promised by {day}"),
    ReasonCode.PLAN_DEFAULT: N_("The plan has lapsed: {amount} left of it, since {day}"),
    ReasonCode.INSTALMENT_DUE: N_("An instalment is due today: {amount}"),
    ReasonCode.INSTALMENT_LATE: N_("An instalment of {day} is late: {amount}"),
    ReasonCode.INSTALMENT_PART: N_("Part came: {came} of the instalment of {amount} of {day}"),
    ReasonCode.PLAN_WRITE: N_("time to write: the days to put it right begin with our letter"),
    ReasonCode.PLAN_ENDS: N_("we wrote about it: the plan ends unless it comes by {day}"),
    ReasonCode.SAID_PAID_NOT_FOUND: N_("Said paid, not found: {amount}, sent on {day} they said"),
    ReasonCode.LOOKS_LIKE_IT: N_("money like it waits to be matched: match first"),
    ReasonCode.CHECK_SAID_PAID: N_("Check the bank first: {amount} said to be paid on {day}"),
    ReasonCode.MATCH_RECEIPT: N_("Match first: {amount} is covered by money or credit received"),
    ReasonCode.FIRST_INVOICE: N_("first invoice; check that all is well"),
    # Books brought from elsewhere may leave out what was settled there, so no more is said.
    ReasonCode.NO_HISTORY: N_("no invoice known to be paid yet"),
    ReasonCode.LATE_SHARE: N_("late {count} of the last {of}"),
    ReasonCode.PROMISED: N_("{amount} by arrangement"),
    ReasonCode.SAID_PAID: N_("{amount} said to be on its way"),
    ReasonCode.IN_QUESTION: N_("{amount} under query"),
    ReasonCode.TO_CREDIT: N_("{amount} to be credited"),
    ReasonCode.ANSWER_UNTOLD: N_("they do not know our answer on {amount} yet"),
    ReasonCode.UNMATCHED: N_("{amount} received or credited, not matched: match first"),
    ReasonCode.SPOKEN_TODAY: N_("spoken to today"),
    ReasonCode.SPOKEN_YESTERDAY: N_("spoken to yesterday"),
    ReasonCode.TRIED_TODAY: N_("tried today"),
    ReasonCode.NO_PHONE: N_("not by phone"),
    ReasonCode.WRONG_NUMBER: N_("their number is said to be wrong: find the right one"),
    ReasonCode.ON_STOP: N_("on stop"),
    ReasonCode.FRIEND: N_("a friend: gently"),
    ReasonCode.DUE_SOON: N_("Courtesy call: due {day}"),
    ReasonCode.STEP: N_("next: {step}"),
}
_COUNTED = frozenset(
    {
        ReasonCode.OVERDUE,
        ReasonCode.FIRST_TIME_LATE,
        ReasonCode.SLOWER_THAN_USUAL,
        ReasonCode.USUALLY_LATE,
        ReasonCode.LAST_SPOKEN,
        ReasonCode.SILENCE,
    }
)
_STOPPED = N_("on stop: {words}")
_CALL_BACKS = {
    (True, False): N_("Call back at {at}"),
    (True, True): N_("Call back at {at}: {words}"),
    (False, True): N_("Call back: {words}"),
}
_LATE = {
    (True, False): N_("Call back was agreed for {day}, {at}"),
    (True, True): N_("Call back was agreed for {day}, {at}: {words}"),
    (False, False): N_("Call back was agreed for {day}"),
    (False, True): N_("Call back was agreed for {day}: {words}"),
}
"""Of a call-back whose day has passed; by whether an hour and a note were given."""
_OF_MEMBER = {
    (True, False): N_("Call back {who} at {at}"),
    (True, True): N_("Call back {who} at {at}: {words}"),
    (False, False): N_("Call back {who} as agreed"),
    (False, True): N_("Call back {who}: {words}"),
}
_LATE_OF_MEMBER = {
    (True, False): N_("Call back {who}, agreed for {day}, {at}"),
    (True, True): N_("Call back {who}, agreed for {day}, {at}: {words}"),
    (False, False): N_("Call back {who}, agreed for {day}"),
    (False, True): N_("Call back {who}, agreed for {day}: {words}"),
}
"""The same where it is said with whom it was agreed."""
_PLANNED = {
    (True, False): N_("You planned to call at {at}"),
    (True, True): N_("You planned to call at {at}: {words}"),
    (False, True): N_("You planned to call: {words}"),
}
_PLANNED_LATE = {
    (True, False): N_("You planned to call on {day}, {at}"),
    (True, True): N_("You planned to call on {day}, {at}: {words}"),
    (False, False): N_("You planned to call on {day}"),
    (False, True): N_("You planned to call on {day}: {words}"),
}
"""Of a call whose day has passed: its hour was that day's."""
_VISITS = {
    (True, False): N_("Visit at {at}"),
    (True, True): N_("Visit at {at}: {words}"),
    (False, True): N_("Visit: {words}"),
}
_VISITS_PASSED = {(False, True): N_("Visit was planned for {day}: {words}")}
_AT_AN_HOUR = {
    ReasonCode.VISIT_PASSED: _VISITS_PASSED,
    ReasonCode.CALL_BACK: _CALL_BACKS,
    ReasonCode.PLANNED_CALL: _PLANNED,
    ReasonCode.VISIT: _VISITS,
}
"""By whether an hour and a note were given."""
_NOTED = {
    ReasonCode.HELP_SHEET: N_("Ask how they are getting on: {words}"),
    ReasonCode.NOTED: N_("Come back to it: {words}"),
}
_CHANNELS = {
    Channel.CALL: N_("Call"),
    Channel.EMAIL: N_("E-mail"),
    Channel.LETTER: N_("Letter"),
    Channel.BANK: N_("Check the bank"),
    Channel.MATCH: N_("Match the money"),
    Channel.VISIT: N_("Visit"),
    Channel.NONE: N_("No way left to reach them"),
}
_KINDS = {
    Kind.OURS_LATE: N_("Our promise, late"),
    Kind.OURS_DUE: N_("Our promise, due today"),
    Kind.ANSWER_DUE: N_("Our answer, due"),
    Kind.CALL_BACK: N_("Agreed call-back"),
    Kind.VISIT: N_("Visit"),
    Kind.PROMISE_NOT_KEPT: N_("Promise not kept"),
    Kind.PLAN_DEFAULT: N_("Plan that lapsed"),
    Kind.SAID_PAID: N_("Said paid, not found"),
    Kind.INSTALMENT: N_("Instalment"),
    Kind.CHECK_MONEY: N_("Money to check"),
    Kind.HELP_SHEET: N_("After a help sheet"),
    Kind.NOTED: N_("Something noted"),
    Kind.PLANNED_CALL: N_("Planned call"),
    Kind.FOLLOW_UP: N_("Follow-up call"),
    Kind.COURTESY: N_("Courtesy call"),
    Kind.STAY_IN_TOUCH: N_("Stay in touch"),
}
_PARTS = {
    ScorePart.PROMISE_NOT_KEPT: N_("Promise not kept"),
    ScorePart.SUM: N_("Sum"),
    ScorePart.DAYS_AHEAD: N_("Expected delay"),
    ScorePart.CAN_WAIT: N_("Not due yet"),
    ScorePart.SPOKEN: N_("Spoken to lately"),
}


def reason_words(reason: Reason, language: str, locale: str, as_at: date) -> str:
    """Return a reason in words, amounts and days as the locale writes them.

    Days carry their year only when it is not that of ``as_at``. User's words stay as they are.
    """
    catalogue = words(language)
    message = speak_again_message(reason, language) if reason.hard else _message(reason, catalogue)
    return message.format(
        amount="" if reason.amount is None else formats.money(reason.amount, locale, symbol=True),
        came="" if reason.came is None else formats.money(reason.came, locale, symbol=True),
        day="" if reason.day is None else formats.day_in_note(reason.day, locale, as_at),
        at="" if reason.at is None else reason.at.strftime("%H:%M"),
        their_at="" if reason.their_at is None else reason.their_at.strftime("%H:%M"),
        days="" if reason.days is None else formats.number(reason.days, locale),
        count=reason.times,
        of=reason.of,
        step="" if reason.step is None else mid_step_words(reason.step, language),
        words=reason_facts(reason, language),
        house=reason.house,
        who=member_words(reason, language),
    )


def member_words(reason: Reason, language: str) -> str:
    """Return with whom it was agreed, where that is said: ``Debbie at Clifton Moor``, ``Debbie``.

    That is where it was another one of a group, somebody not on file, or one of several; else ''.
    """
    if not (reason.house and reason.person):
        return reason.person if reason.named else reason.house
    text = words(language).gettext("{person} at {house}")
    return text.format(person=reason.person, house=reason.house)


def reason_facts(reason: Reason, language: str) -> str:
    """Return the user's words as they are; of a question its reason, which is a code, in ours.

    So is what is to be done about a visit.
    """
    if reason.code is ReasonCode.VISIT_STEP:
        return visit_step_words(reason.words, language)
    if reason.code is not ReasonCode.ANSWER_DUE:
        return reason.words
    return dispute_title(reason.words, language)


def _message(reason: Reason, catalogue: NullTranslations) -> str:
    if reason.code in _COUNTED:
        return _counted(reason.code, reason.days or 0, catalogue)
    if reason.code is ReasonCode.CALL_BACK or not reason.house:
        return _own_message(reason, catalogue)
    text = _own_message(reason, catalogue)
    return catalogue.gettext("{what} ({house})").replace("{what}", text)


def _own_message(reason: Reason, catalogue: NullTranslations) -> str:
    """The message without whose it is, but for a call-back, which is theirs in its first words."""
    given = (reason.at is not None, bool(reason.words))
    by_hour = _AT_AN_HOUR.get(reason.code, {})
    said = bool(reason.house) or reason.named
    if reason.code is ReasonCode.CALL_BACK and (said or reason.days):
        by_hour = _LATE if not said else _LATE_OF_MEMBER if reason.days else _OF_MEMBER
    if reason.code is ReasonCode.PLANNED_CALL and reason.days:
        by_hour = _PLANNED_LATE
    if given in by_hour:
        text = catalogue.gettext(by_hour[given])
        if reason.their_at is None:
            return text
        return catalogue.gettext("{what} (their {their_at})").replace("{what}", text)
    if reason.words == About.VISIT_REPORT and reason.day is not None:
        return catalogue.gettext("{words} of {day}")  # of two it is said which
    if reason.code in _NOTED and reason.words:
        return catalogue.gettext(_NOTED[reason.code])
    if reason.code is ReasonCode.ON_STOP and reason.words:
        return catalogue.gettext(_STOPPED)
    return catalogue.gettext(_REASONS[reason.code])


def _counted(code: ReasonCode, days: int, catalogue: NullTranslations) -> str:
    # Written out as calls, since that is how pybabel finds both numbers of a message.
    ngettext = catalogue.ngettext
    return {
        ReasonCode.OVERDUE: ngettext("{days} day late", "{days} days late", days),
        ReasonCode.FIRST_TIME_LATE: ngettext(
            "Late for the first time, {days} day", "Late for the first time, {days} days", days
        ),
        ReasonCode.SLOWER_THAN_USUAL: ngettext(
            "Slower than usual, {days} day late", "Slower than usual, {days} days late", days
        ),
        ReasonCode.USUALLY_LATE: ngettext(
            "usually pays {days} day late", "usually pays {days} days late", days
        ),
        ReasonCode.LAST_SPOKEN: ngettext(
            "last spoken to {days} day ago", "last spoken to {days} days ago", days
        ),
        ReasonCode.SILENCE: ngettext(
            "no contact for {days} day", "no contact for {days} days", days
        ),
    }[code]


def channel_words(channel: Channel, language: str) -> str:
    """Return how to act on a line: ``Call``, ``Check the bank``."""
    return words(language).gettext(_CHANNELS[channel])


def kind_words(kind: Kind, language: str) -> str:
    """Return what sort of line it is: ``Courtesy call``."""
    return words(language).gettext(_KINDS[kind])


def part_words(part: Part, language: str, locale: str) -> str:
    """Return what points were given for, in whole points: ``Sum 24``."""
    _ = words(language).gettext
    points = formats.number(round(part.points), locale)
    return _("{name} {points}").format(name=_(_PARTS[part.code]), points=points)
