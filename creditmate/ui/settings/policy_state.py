"""The policy of contacts as it is typed; knows no toolkit.

Days are typed without a sign, since every step has its side: the courtesy call's are before the
due day. How a step is done and whether it is done at all is one choice.
"""

from collections.abc import Mapping

from creditmate.domain.contact_budget import out_of_reach
from creditmate.domain.contact_keys import KEYS
from creditmate.domain.contact_policy import DEFAULT_POLICY, ContactPolicy, Rules, rules_of
from creditmate.domain.contact_steps import Step
from creditmate.domain.money import Money
from creditmate.domain.refusals import Why, refused
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_policy_words import reach_words
from creditmate.i18n.formats import day_in_table, money
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.i18n.parsing import parse_money
from creditmate.services.contact_policy_checks import changed
from creditmate.services.contact_policy_sheet import PolicySheet
from creditmate.ui.settings.whole_numbers import whole

FIELD = "policy."
OFF = "off"
YES, NO = "yes", "no"
HOURS = ("weekday_from", "weekday_to", "weekend_from", "weekend_to")
FLAGS = ("weekends", "gentle")
NUMBERS = (
    "week", "month", "gap_days", "attempts_day", "attempts_week", "new_days", "stay_in_touch_days",
)  # fmt: skip
_HOW = ("on", "channel")
LARGE, A_DAY = "large_minor", "calls_per_day"
PLAIN = tuple(key for key in KEYS if "." not in key)


def days_field(step: Step) -> str:
    """Return the name of the field with a step's days, under which services refuse them."""
    return f"{FIELD}{step}.offset"


def how_field(step: Step) -> str:
    """Return the name of the field with how a step is done."""
    return f"{FIELD}{step}.channel"


def texts_of(rules: Rules, currency: str, locale: str) -> dict[str, str]:
    """Return what stands in the fields for values; a value that is not set leaves its field empty.

    Args:
        rules: Those of a whole policy, or what differs for somebody.
        currency: Of the amount: the home currency.
        locale: In which figures are written.
    """
    found = dict.fromkeys((FIELD + key for key in PLAIN), "")
    for key in PLAIN:
        if key in rules:
            found[FIELD + key] = _text(key, rules[key], currency, locale)
    for step in Step:
        offset = rules.get(f"{step}.offset")
        found[days_field(step)] = "" if offset is None else str(abs(int(str(offset))))
        found[how_field(step)] = _how(step, rules)
    return found


def _how(step: Step, rules: Rules) -> str:
    """How a step is done; what is only said to be done is done as it usually is."""
    on, channel = rules.get(f"{step}.on"), rules.get(f"{step}.channel")
    if on is False:
        return OFF
    return str(DEFAULT_POLICY.rule(step).channel if on and channel is None else channel or "")


def _text(key: str, value: object, currency: str, locale: str) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if key == LARGE:
        return money(Money(int(str(value)), currency), locale)
    return str(value)


def rules_of_texts(
    texts: Mapping[str, str], before: Rules, currency: str, locale: str
) -> dict[str, object]:
    """Return the values that stand in the fields; of an empty one there is none.

    Args:
        texts: By the fields' names.
        before: What was set before: what is not touched stays as it is, and a step that is put off
            keeps how it was done.
        currency: Of the amount.
        locale: In which figures are written.

    Raises:
        UserError: A text cannot be read; ``field`` names it.
    """
    found: dict[str, object] = {}
    for step in Step:
        days = texts[days_field(step)].strip()
        if days:
            count = whole(days, locale, days_field(step))
            found[f"{step}.offset"] = -count if step is Step.COURTESY else count
        known = {key: before[key] for part in _HOW if (key := f"{step}.{part}") in before}
        how = texts[how_field(step)]
        if how == _how(step, before):
            found |= known
        elif how == OFF:
            found |= {**known, f"{step}.on": False}
        elif how:
            found |= {f"{step}.on": True, f"{step}.channel": how}
    return found | {
        key: _value(key, texts[FIELD + key].strip(), currency, locale)
        for key in PLAIN
        if texts.get(FIELD + key, "").strip()
    }


def _value(key: str, text: str, currency: str, locale: str) -> object:
    if key in FLAGS:
        return text == YES
    if key in HOURS:
        return f"{parse_hour(text, locale, field=FIELD + key):%H:%M}"
    if key == LARGE:
        return parse_money(text, currency, locale, field=FIELD + key).minor
    return whole(text, locale, FIELD + key)


def policy_of_texts(texts: Mapping[str, str], sheet: PolicySheet, locale: str) -> ContactPolicy:
    """Return the business's policy that stands in the fields.

    Raises:
        UserError: A text cannot be read, is missing, or its value is impossible; ``field``.
    """
    kept = sheet.kept
    for name, text in texts.items():
        if not text.strip() and name != FIELD + LARGE:
            raise refused(name, Why.EMPTY)
    rules = rules_of_texts(texts, rules_of(kept.policy), kept.currency, locale)
    return changed(kept.policy, {LARGE: 0, **rules})


def step_echo(
    step: Step, policy: ContactPolicy, sheet: PolicySheet, language: str, locale: str
) -> tuple[str, str]:
    """Return the day of a step for the example; where it has none, empty, and why."""
    catalogue, example = words(language), sheet.example
    if not policy.rule(step).on:
        return "", catalogue.gettext("off")
    day = example.days(policy).get(step)
    if day is None:
        return "", catalogue.gettext("no room for it")
    return day_in_table(day, locale, example.day), ""


def off_words(policy: ContactPolicy, language: str, locale: str) -> dict[str, str]:
    """Return what is said below the values of which nothing comes, or something at once."""
    _, never = words(language).gettext, out_of_reach(policy.limits)
    reach = {
        FIELD + key: reach_words(never[key], language, locale) if key in never else ""
        for key in ("week", "month", "attempts_week")
    }
    return {
        **reach,
        FIELD + LARGE: "" if policy.large_minor else _("nobody is large"),
        FIELD + "stay_in_touch_days": "" if policy.stay_in_touch_days else _("off"),
        FIELD + "new_days": "" if policy.new_days else _("nobody is new"),
    }
