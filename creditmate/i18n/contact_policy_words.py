"""The policy of contacts in words: its steps, its values, and what a contact goes against."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.domain.contact_keys import STEP_KEYS
from creditmate.domain.contact_policy import Rules
from creditmate.domain.contact_steps import Anchor, Step
from creditmate.domain.contact_warnings import Against, Warned
from creditmate.domain.money import Money
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.diary_words import clock_words, zone_place
from creditmate.i18n.formats import day_with_weekday, money, number

_STEPS: Mapping[Step, str] = {
    Step.WELCOME: N_("Welcome call"),
    Step.COURTESY: N_("Courtesy call"),
    Step.CALL_1: N_("Friendly call"),
    Step.REMINDER_1: N_("Reminder 1"),
    Step.CALL_2: N_("Call and reminder 2"),
    Step.MANAGER: N_("Manager's call"),
    Step.FINAL: N_("Final notice"),
    Step.LETTER_BEFORE: N_("Letter before action"),
    Step.REVIEW: N_("Review: plan, visit, agency"),
    Step.HAND_OVER: N_("Hand-over"),
}
_CHANNELS: Mapping[str, str] = {
    "call": N_("Call"),
    "email": N_("E-mail"),
    "letter": N_("Letter"),
}
_VALUES: Mapping[str, str] = {
    "week": N_("Contacts in 7 days"),
    "month": N_("Contacts in 30 days"),
    "gap_days": N_("Days between two contacts"),
    "attempts_week": N_("Attempts in 7 days"),
    "attempts_day": N_("Attempts in a day"),
    "weekday_from": N_("Weekdays from"),
    "weekday_to": N_("Weekdays to"),
    "weekend_from": N_("Weekends from"),
    "weekend_to": N_("Weekends to"),
    "weekends": N_("At weekends"),
    "calls_per_day": N_("Calls I can make in a day"),
    "large_minor": N_("Large accounts from"),
    "new_days": N_("New accounts, days"),
    "stay_in_touch_days": N_("Stay in touch, days"),
    "gentle": N_("Begin with a friendly call"),
    "tag": N_("Tag"),
    "code": N_("Customer"),
}
_ORIGINS: Mapping[str, str] = {
    "business": N_("everybody"),
    "head_office": N_("head office"),
    "customer": N_("this customer"),
}
_AGAINST: Mapping[Against, str] = {
    Against.WEEK: N_("This week's contacts are used up."),
    Against.MONTH: N_("This month's contacts are used up."),
    Against.TOO_SOON: N_("They were contacted only a short time ago."),
    Against.ATTEMPTS: N_("We have tried to reach them often enough."),
    Against.HOLIDAY: N_("Today is a public holiday where they are."),
    Against.WEEKEND: N_("It is the weekend where they are."),
    Against.HOURS: N_("It is too early or too late where they are."),
    Against.WISHED_HOURS: N_("They wish to be approached at other hours."),
    Against.REFUSED: N_("They do not wish to be approached in this way."),
    Against.AT_REST: N_("They are not being followed up at present."),
}

POLICY_FIELDS: Mapping[str, str] = {
    **{f"policy.{key}": text for key, text in _VALUES.items()},
    **{f"policy.{step}.{part}": text for step, text in _STEPS.items() for part in STEP_KEYS},
}


def step_words(step: Step, language: str) -> str:
    """Return what a step is called."""
    return words(language).gettext(_STEPS[step])


def step_channel_words(channel: str, language: str) -> str:
    """Return how a step is done."""
    return words(language).gettext(_CHANNELS[channel])


def value_words(key: str, language: str) -> str:
    """Return what a value of the policy is called, of a step's what the step is."""
    known = POLICY_FIELDS.get(f"policy.{key}")
    return words(language).gettext(known) if known else key


def offset_words(offset: int, anchor: Anchor, language: str, locale: str) -> str:
    """Return on which side of which day, and how many days from it, a step is."""
    catalogue, count = words(language), abs(offset)
    if anchor is Anchor.INVOICE:
        if not count:
            return catalogue.gettext("on the day of the invoice")
        text = catalogue.ngettext(
            "{count} day after the invoice", "{count} days after the invoice", count
        )
    elif offset < 0:
        text = catalogue.ngettext(
            "{count} day before it is due", "{count} days before it is due", count
        )
    else:
        text = catalogue.ngettext(
            "{count} day after it was due", "{count} days after it was due", count
        )
    return text.format(count=number(count, locale))


def value_said(key: str, value: object, currency: str, language: str, locale: str) -> str:
    """Return a value of the policy as it is shown; an amount in the home currency."""
    _ = words(language).gettext
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if key == "large_minor":
        return money(Money(int(str(value)), currency), locale, symbol=True) if value else _("off")
    if key == "stay_in_touch_days" and not value:
        return _("off")
    if key.endswith(".channel"):
        return step_channel_words(str(value), language)
    if isinstance(value, int):
        return number(value, locale) if value >= 0 else f"−{number(-value, locale)}"
    return str(value)


def reach_words(most: int, language: str, locale: str) -> str:
    """Return that a limit is never reached, since the others allow no more."""
    text = words(language).ngettext(
        "never reached: with the other limits there can be {count}",
        "never reached: with the other limits there can be {count} at most",
        most,
    )
    return text.format(count=number(most, locale))


def differs_words(rules: Rules, currency: str, language: str, locale: str) -> str:
    """Return what differs for somebody on a line: the steps, then the other values."""
    _, said = words(language).gettext, list[str]()
    for step in Step:
        own = {part: rules[key] for part in STEP_KEYS if (key := f"{step}.{part}") in rules}
        told = [_("off")] if own.get("on") is False else []
        if not told and "offset" in own:
            told.append(offset_words(int(str(own["offset"])), step.anchor, language, locale))
        if not told and "channel" not in own and own:
            told.append(_("yes"))
        if "channel" in own and own.get("on") is not False:
            told.append(step_channel_words(str(own["channel"]), language))
        said += [f"{step_words(step, language)}: {', '.join(told)}"] if told else []
    said += [
        f"{value_words(key, language)}: {value_said(key, value, currency, language, locale)}"
        for key, value in rules.items()
        if "." not in key
    ]
    return " · ".join(said)


def origin_words(origin: str, tags: Sequence[str], language: str) -> str:
    """Return for whom a value was set that counts for somebody."""
    _ = words(language).gettext
    if origin == "tag":
        return _("tag {tag}").format(tag=", ".join(tags))
    return _(_ORIGINS[origin])


def against_words(warned: Warned, language: str, locale: str) -> str:
    """Return what a contact goes against, and from which day on it does not."""
    _ = words(language).gettext
    said = _hours_words(warned, language, locale) or _(_AGAINST[warned.against])
    if warned.until is None:
        return said
    return _("{what} Again from {day}.").format(what=said, day=_day(warned.until, locale))


def _hours_words(warned: Warned, language: str, locale: str) -> str:
    """What is said of the hours it goes against, and by whose clock; empty where there are none."""
    if warned.hours is None or warned.now is None or warned.hours[0] >= warned.hours[1]:
        return ""
    _ = words(language).gettext
    first, last, now = (clock_words(at, locale) for at in (*warned.hours, warned.now))
    if warned.against is Against.WISHED_HOURS:
        text = _("They wish to be approached from {first} to {last} only.")
    else:
        text = _("It is too early or too late: they are approached from {first} to {last}.")
    there = _("It is {now} now.") if not warned.zone else _("In {place} it is {now} now.")
    here = there.format(now=now, place=zone_place(warned.zone))
    return f"{text.format(first=first, last=last)} {here}"


def _day(day: date, locale: str) -> str:
    return apart(day_with_weekday(day, locale))
