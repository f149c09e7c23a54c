"""Words of the call form: outcomes to choose from, moods, what is missing, what is echoed."""

from collections.abc import Mapping
from datetime import date, datetime

from creditmate.domain.feeling import Mood, Signal
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promised_share import PromisedShare, Share
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_echoed, day_in_table, hour, money, number

_TITLES = {
    Outcome.NO_ANSWER: N_("No answer"),
    Outcome.VOICEMAIL: N_("Voicemail"),
    Outcome.WRONG_NUMBER: N_("Wrong number"),
    Outcome.GATEKEEPER: N_("Message left"),
    Outcome.AWAY: N_("Person away"),
    Outcome.BUSY: N_("Line busy"),
    Outcome.PAYMENT_SENT: N_("Has paid"),
    Outcome.WILL_PAY: N_("Will pay"),
    Outcome.PART_PAYMENT: N_("Part payment"),
    Outcome.PLAN_AGREED: N_("Plan agreed"),
    Outcome.WAITING_APPROVAL: N_("Awaiting approval"),
    Outcome.NEXT_PAYMENT_RUN: N_("Next payment run"),
    Outcome.INVOICE_NOT_RECEIVED: N_("Invoice not received"),
    Outcome.PAPERS_MISSING: N_("Papers missing"),
    Outcome.DISPUTE: N_("Under query"),
    Outcome.ASKS_FOR_TIME: N_("Asks for time"),
    Outcome.CANNOT_PAY: N_("Cannot pay"),
    Outcome.REFUSES: N_("Refuses"),
    Outcome.CEASED_TRADING: N_("Ceased trading"),
    Outcome.CALL_BACK: N_("Call back later"),
    Outcome.ALL_WELL: N_("Everything well"),
    Outcome.QUERY_TAKEN: N_("Request taken"),
    Outcome.DETAILS_CORRECTED: N_("Details corrected"),
    Outcome.FEEDBACK: N_("Feedback given"),
    Outcome.OPPORTUNITY: N_("Opportunity"),
    Outcome.DO_NOT_CALL: N_("Asks for no calls"),
}
_MOODS = {
    Mood.WARM: N_("Warm"),
    Mood.CALM: N_("Calm"),
    Mood.STRAINED: N_("Strained"),
    Mood.UPSET: N_("Upset"),
    Mood.ANGRY: N_("Angry"),
}
_SIGNALS = {
    Signal.HESITANT: N_("Hesitant"),
    Signal.DIFFERS: N_("Differs from last time"),
    Signal.HURRIED: N_("Hurried"),
}
_SHARES = {
    Share.ALL: N_("All of it"),
    Share.ALL_BUT_QUESTIONED: N_("All but {amount} under query"),
    Share.ALL_BUT_CREDITED: N_("All but {amount} to be credited"),
    Share.ALL_BUT_PROMISED: N_("All but {amount} by arrangement"),
    Share.ALL_ASKED: N_("All we ask for now, {amount} less than is overdue"),
    Share.PART: N_("{amount} is left after that"),
    Share.MORE: N_("{amount} more than is asked for now"),
}
_MISSING: Mapping[str, str] = {
    "outcome": N_("Choose how the call ended; its letter does it."),
    "with": N_("Say whom you spoke with."),
    "note": N_("Say in a few words what was said."),
    "next": N_("Every call ends with a day for the next step, or with why there is none."),
    "because": N_("Say why there is no next step."),
    "promise": N_("Say how much they promise."),
    "nothing-open": N_("Nothing is open that could be promised."),
    "by": N_("Say by which day, today or later."),
    "deed": N_("Say what we promise."),
    "we-by": N_("Say by which day, today or later."),
    "paid-amount": N_("More than nothing; or leave it empty for all that was spoken of."),
    "paid-none": N_("Nothing is open that could be paid."),
    "paid-on": N_("That day has not come yet: a day to come is a promise."),
    "query-item": N_("Say which invoice is under query."),
    "query-amount": N_("More than nothing, and no more than is open of it."),
    "query-reason": N_("Say why it is under query."),
    "query-by": N_("Say by which day we answer, today or later."),
    "time-to": N_("Say until which day, today or later."),
    "time-because": N_("Say why they have more time: it is kept."),
    "plan-parts": N_("Say how many parts, from 1 to 120."),
    "plan-first": N_("Say when the first part is paid, today or later."),
    "next-at": N_("An hour needs a day beside it."),
    "override": N_("Say why you ring all the same: it is kept."),
}


def outcome_title(outcome: Outcome, language: str) -> str:
    """Return what an outcome is called where it is chosen."""
    return words(language).gettext(_TITLES[outcome])


def mood_words(mood: Mood, language: str) -> str:
    """Return the name of a mood."""
    return words(language).gettext(_MOODS[mood])


def signal_words(signal: Signal, language: str) -> str:
    """Return the name of a signal."""
    return words(language).gettext(_SIGNALS[signal])


def share_words(share: PromisedShare, language: str, locale: str) -> str:
    """Return how a promise compares with what is asked for: ``All but £412.00 under query``."""
    text = words(language).gettext(_SHARES[share.share])
    return text.format(amount=money(share.amount, locale, symbol=True))


def missing_words(field: str, language: str) -> str:
    """Return what a field of the form still needs, for the line below it.

    Args:
        field: As ``services.call_notes`` names it, or ``because`` or ``deed``.
        language: Of the words.
    """
    return words(language).gettext(_MISSING[field])


def days_ahead(day: date, as_at: date, language: str, locale: str) -> str:
    """Return how far off a day is: ``today``, ``tomorrow``, ``in 4 days``, ``4 days ago``."""
    catalogue = words(language)
    days = (day - as_at).days
    if days == 0:
        return catalogue.gettext("today")
    if days == 1:
        return catalogue.gettext("tomorrow")
    if days > 0:
        text = catalogue.ngettext("in {days} day", "in {days} days", days)
    else:
        text = catalogue.ngettext("{days} day ago", "{days} days ago", -days)
    return text.format(days=number(abs(days), locale))


def day_understood(day: date, as_at: date, language: str, locale: str) -> str:
    """Return a day as it was understood: ``Fri 27 Nov 2026, in 4 days``."""
    text = words(language).gettext("{day}, {ahead}")
    ahead = days_ahead(day, as_at, language, locale)
    return text.format(day=day_echoed(day, locale), ahead=ahead)


def recovered_words(saved: datetime, now: datetime, language: str, locale: str) -> str:
    """Return that a form is there again, and from when.

    Args:
        saved: When it was typed in last, in the computer's time zone.
        now: The moment, in the same time zone.
        language: Of the words.
        locale: Of day and hour.
    """
    _ = words(language).gettext
    at = hour(saved, locale)
    if saved.date() == now.date():
        return _("Recovered what you had typed at {hour}").format(hour=at)
    day = day_in_table(saved.date(), locale, now.date())
    return _("Recovered what you had typed on {day} at {hour}").format(day=day, hour=at)


def taken_up_words(saved: datetime, now: datetime, language: str, locale: str) -> str:
    """Return that one goes on with a form that was put aside, and since when it waited.

    Args:
        saved: When it was typed in last, in the computer's time zone.
        now: The moment, in the same time zone.
        language: Of the words.
        locale: Of day and hour.
    """
    _ = words(language).gettext
    at = hour(saved, locale)
    if saved.date() == now.date():
        return _("Taken up again; put aside at {hour}").format(hour=at)
    day = day_in_table(saved.date(), locale, now.date())
    return _("Taken up again; put aside on {day} at {hour}").format(day=day, hour=at)


def timer_words(seconds: int) -> str:
    """Return what a timer shows: minutes and seconds, hours before them when there are any."""
    minutes, rest = divmod(seconds, 60)
    hours, within = divmod(minutes, 60)
    return f"{hours}:{within:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"
