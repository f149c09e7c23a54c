"""Words of the list of customers: how it is narrowed, and what its lines say."""

from datetime import date

from creditmate.domain.customer_list import Flag, Narrow, NextStep, Step
from creditmate.domain.exchange import HomeTotal
from creditmate.domain.lateness import Lateness
from creditmate.domain.worklist import Channel
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import currency_symbol, day_in_note, day_in_table, number

_NARROWS = {
    Narrow.ALL: N_("All"),
    Narrow.OVERDUE: N_("Overdue"),
    Narrow.PROMISED: N_("Promise open"),
    Narrow.DISPUTED: N_("Under query"),
    Narrow.ON_STOP: N_("On stop"),
    Narrow.OVER_LIMIT: N_("Over limit"),
    Narrow.AT_REST: N_("Left in peace"),
    Narrow.TERMS_MISSING: N_("No proof of terms"),
    Narrow.TERMS_OLD: N_("Old version of terms"),
    Narrow.TERMS_AWAITED: N_("Terms not returned"),
    Narrow.TERMS_BY_CONDUCT: N_("Terms by conduct"),
    Narrow.MINE: N_("Mine or nobody’s"),
    Narrow.ARCHIVED: N_("Put away"),
}
_FLAGS = {
    Flag.ARCHIVED: N_("Put away"),
    Flag.DECEASED: N_("Deceased"),
    Flag.INSOLVENT: N_("Insolvent"),
    Flag.BREATHING_SPACE: N_("Breathing space"),
    Flag.HARDSHIP: N_("Hardship"),
    Flag.CEASED: N_("Ceased trading?"),
    Flag.AT_REST: N_("Left in peace"),
    Flag.WITH_AGENCY: N_("With the agency"),
    Flag.ON_STOP: N_("On stop"),
    Flag.OVER_LIMIT: N_("Over limit"),
    Flag.DISPUTE: N_("Under query"),
    Flag.PROMISE_PASSED: N_("Date passed"),
    Flag.NO_PHONE: N_("No phone"),
}
_TODAY = {
    Channel.CALL: N_("Call today"),
    Channel.EMAIL: N_("E-mail today"),
    Channel.LETTER: N_("Letter today"),
    Channel.BANK: N_("Check the bank"),
    Channel.MATCH: N_("Match the receipt"),
    Channel.VISIT: N_("Visit"),
    Channel.NONE: N_("No way left to reach them"),
}
_STEPS = {
    Step.PROMISE: N_("Promise {day}"),
    Step.CALL: N_("Call {day}"),
    Step.CHECK: N_("Check {day}"),
}


def narrow_words(narrow: Narrow, language: str) -> str:
    """Return what a narrowing is called."""
    return words(language).gettext(_NARROWS[narrow])


def flag_words(flag: Flag, language: str) -> str:
    """Return the word behind a customer's name."""
    return words(language).gettext(_FLAGS[flag])


def step_words(step: NextStep, language: str, locale: str, as_at: date) -> str:
    """Return what comes next: ``Call today``, ``Promise Fri 27 Nov``."""
    _ = words(language).gettext
    if step.channel is not None:
        return _(_TODAY[step.channel])
    return _(_STEPS[step.step]).format(day=day_in_table(step.day, locale, as_at))


def longest_steps(language: str, locale: str, as_at: date) -> tuple[str, ...]:
    """Return what may have to fit into the column of next steps."""
    today = (NextStep(Step.ACT, as_at, channel) for channel in Channel)
    later = (NextStep(step, as_at) for step in _STEPS)
    return tuple(step_words(step, language, locale, as_at) for step in (*today, *later))


def days_ago(day: date, as_at: date, language: str, locale: str) -> str:
    """Return how long ago a day was: ``today``, ``yesterday``, ``11 days ago``."""
    catalogue = words(language)
    days = (as_at - day).days
    if days == 0:
        return catalogue.gettext("today")
    if days == 1:
        return catalogue.gettext("yesterday")
    return catalogue.ngettext("{days} day ago", "{days} days ago", days).format(
        days=number(days, locale)
    )


def usual_words(lateness: Lateness, language: str, locale: str) -> str:
    """Return how a customer usually pays; nothing for one who has settled nothing so far."""
    catalogue, days = words(language), lateness.usual_days
    if not lateness.known:
        return ""
    if days == 0:
        return catalogue.gettext("on time")
    if days < 0:
        text = catalogue.ngettext("{days} day early", "{days} days early", -days)
    else:
        text = catalogue.ngettext("{days} day late", "{days} days late", days)
    return text.format(days=number(abs(days), locale))


def bucket_words(place: int, language: str) -> str:
    """Return what a bucket of the ageing is called, from not due to the oldest."""
    _ = words(language).gettext
    return (_("Not due"), _("1–30 days"), _("31–60"), _("61–90"), _("91 and over"))[place]


def home_total_words(found: HomeTotal, language: str, locale: str, as_at: date) -> str:
    """Return what a sum over currencies is: in which, at rates of when, and what is not in it."""
    _ = words(language).gettext
    said = [_("All in {currency}").format(currency=currency_symbol(found.total.currency, locale))]
    if found.oldest_rate is not None:
        day = day_in_note(found.oldest_rate, locale, as_at)
        said.append(_("rates of {day}").format(day=day))
    if found.without_rate:
        signs = " ".join(currency_symbol(code, locale) for code in found.without_rate)
        said.append(_("without {currencies}").format(currencies=signs))
    return ", ".join(said)
