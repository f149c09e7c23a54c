"""What stands in the diary, in words: short for the page, whole for who listens."""

from datetime import date, datetime, time
from typing import NamedTuple

from creditmate.domain.contact_hours import NotNow
from creditmate.domain.diary import DiaryItem, DiaryKind, Holiday
from creditmate.domain.next_steps import VISIT_STEPS
from creditmate.domain.next_steps import About as Following
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.countries import country_name
from creditmate.i18n.distances import duration_words
from creditmate.i18n.formats import (
    day_in_table,
    day_with_weekday,
    hour,
    money,
)
from creditmate.i18n.visit_step_words import visit_step_words

_KINDS = {
    DiaryKind.CALL: N_("Call"),
    DiaryKind.CALL_BACK: N_("Call back"),
    DiaryKind.SPEAK_AGAIN: N_("Speak again about what is possible"),
    DiaryKind.TRY: N_("Our next try"),
    DiaryKind.VISIT: N_("Visit"),
    DiaryKind.FOLLOW_UP: N_("Follow up"),
    DiaryKind.PROMISE_DUE: N_("Their promise falls due"),
    DiaryKind.OUR_PROMISE: N_("Our promise"),
    DiaryKind.INSTALMENT: N_("Part of a plan falls due"),
    DiaryKind.ANSWER_DUE: N_("Our answer is due"),
    DiaryKind.CONTACT: N_("Contact made"),
}
_TITLES = {
    DiaryKind.CALL: N_("{who}"),
    DiaryKind.CALL_BACK: N_("{who}"),
    DiaryKind.SPEAK_AGAIN: N_("Speak again: {who}"),
    DiaryKind.TRY: N_("Try again: {who}"),
    DiaryKind.VISIT: N_("Visit {name}"),
    DiaryKind.FOLLOW_UP: N_("Follow up {name}"),
    DiaryKind.PROMISE_DUE: N_("Promise {amount}, {name}"),
    DiaryKind.OUR_PROMISE: N_("We promised {name}"),
    DiaryKind.INSTALMENT: N_("Plan {amount}, {name}"),
    DiaryKind.ANSWER_DUE: N_("Answer to {name}"),
    DiaryKind.CONTACT: N_("{name}, {way}"),
}
_LATE = {
    DiaryKind.CALL: N_("{who}, since {day}"),
    DiaryKind.CALL_BACK: N_("{who}, since {day}"),
    DiaryKind.SPEAK_AGAIN: N_("Speak again: {who}, since {day}"),
    DiaryKind.TRY: N_("Try again: {who}, since {day}"),
    DiaryKind.VISIT: N_("Visit {name}, since {day}"),
    DiaryKind.FOLLOW_UP: N_("Follow up {name}, since {day}"),
    DiaryKind.PROMISE_DUE: N_("Date passed: {amount}, {name}"),
    DiaryKind.OUR_PROMISE: N_("We are late: {name}"),
    DiaryKind.INSTALMENT: N_("Date passed: {amount}, {name}"),
    DiaryKind.ANSWER_DUE: N_("Our answer is late: {name}"),
}
_KEPT = {
    DiaryKind.PROMISE_DUE: N_("Promise kept: {amount}, {name}"),
    DiaryKind.INSTALMENT: N_("Part paid: {amount}, {name}"),
}
_CALENDAR = {
    DiaryKind.CALL: N_("Call {who}"),
    DiaryKind.CALL_BACK: N_("Call back {who}"),
    DiaryKind.SPEAK_AGAIN: N_("Speak again with {who}"),
    DiaryKind.TRY: N_("Call {who} again"),
    DiaryKind.VISIT: N_("Visit {name}"),
    DiaryKind.FOLLOW_UP: N_("Follow up {name}"),
    DiaryKind.PROMISE_DUE: N_("Promise of {name}"),
    DiaryKind.OUR_PROMISE: N_("Our promise to {name}"),
    DiaryKind.INSTALMENT: N_("Plan of {name}"),
    DiaryKind.ANSWER_DUE: N_("Answer to {name}"),
    DiaryKind.CONTACT: N_("{name}"),
}
"""What a calendar elsewhere says: names, never amounts."""
_WAYS = {
    "call": N_("call"),
    "email": N_("e-mail"),
    "letter": N_("letter"),
    "text": N_("text message"),
    "meeting": N_("meeting"),
    "visit": N_("visit"),
}
_AGAINST = {
    NotNow.HOLIDAY: N_("a holiday there"),
    NotNow.WEEKEND: N_("a weekend there"),
    NotNow.HOURS: N_("outside contact hours there"),
    NotNow.WISH: N_("not in the hours they wish"),
}
_ANY_DAY = date(2026, 1, 1)


class About(NamedTuple):
    """What else the page knows of an item: what it overlaps by name, and a second approach."""

    overlaps: tuple[str, ...] = ()
    several: bool = False


def against_words(against: NotNow, day: date, language: str, locale: str) -> str:
    """Return what is against a day or its hour: ``Friday 25 December 2026: a holiday there.``."""
    why = words(language).gettext(_AGAINST[against])
    text = words(language).gettext("{day}: {why}.")
    return text.format(day=day_with_weekday(day, locale), why=why)


def kind_words(kind: DiaryKind, language: str) -> str:
    """Return what a kind of item is called."""
    return words(language).gettext(_KINDS[kind])


def clock_words(at: time, locale: str) -> str:
    """Return an hour of the day: ``10:30``."""
    return hour(datetime.combine(_ANY_DAY, at), locale)


def title_words(item: DiaryItem, language: str, locale: str) -> str:
    """Return what an item is, in a few words."""
    texts = _TITLES | (_KEPT if item.done else _LATE if item.late else {})
    if item.about in VISIT_STEPS:
        return _step(item, language, item.words if item.about == Following.VISIT_STEP else "")
    return _filled(texts[item.kind], item, language, locale)


def what_words(item: DiaryItem, language: str) -> str:
    """Return what an item is, in a column beside whose it is."""
    if item.about in VISIT_STEPS:
        return visit_step_words(item.about, language)
    return kind_words(item.kind, language)


def calendar_words(item: DiaryItem, language: str, locale: str) -> str:
    """Return what another calendar says of an item: no amounts, nothing that was said."""
    if item.about in VISIT_STEPS:
        return _step(item, language)
    return _filled(_CALENDAR[item.kind], item, language, locale)


def _step(item: DiaryItem, language: str, own: str = "") -> str:
    """Whose visit it is, as that is what is left where room is short, and what is to be done."""
    what = own or visit_step_words(item.about, language)
    return words(language).gettext("{name}: {what}").format(what=what, name=item.name)


def _filled(text: str, item: DiaryItem, language: str, locale: str) -> str:
    _ = words(language).gettext
    who = f"{item.name}, {item.person}" if item.person else item.name
    return _(text).format(
        who=who,
        name=item.name,
        amount="" if item.amount is None else money(item.amount, locale, symbol=True),
        way=_(_WAYS.get(item.way, item.way)),
        day=day_in_table(item.set_day, locale, item.day),
    )


def zone_place(zone: str) -> str:
    """Return the place by which a time zone is called: ``New York``."""
    return zone.rpartition("/")[2].replace("_", " ")


def there_words(item: DiaryItem, language: str, locale: str) -> str:
    """Return the hour by the customer's clock; empty where it is ours."""
    if not item.elsewhere or item.set_at is None:
        return ""
    _ = words(language).gettext
    place = zone_place(item.zone)
    at = clock_words(item.set_at, locale)
    if item.shifted:
        text = _("the clocks change in {place}: {hour} is left out, so it is the next hour")
    elif item.set_day != item.day:
        text = _("{hour} on {day} in {place}")
    else:
        text = _("{hour} in {place}")
    return text.format(hour=at, place=place, day=day_in_table(item.set_day, locale, item.day))


def remark_words(item: DiaryItem, about: About, language: str, locale: str) -> list[str]:
    """Return what one should know before acting on an item, the gravest first."""
    _ = words(language).gettext
    said = []
    if about.overlaps:
        said.append(_("overlaps {names}").format(names=", ".join(about.overlaps)))
    if item.against is not None:
        said.append(_(_AGAINST[item.against]))
    if item.resting and not item.done:
        said.append(_("not followed up at present"))
    there = there_words(item, language, locale)
    said += [there] if there else []
    if about.several:
        said.append(_("more with them that day"))
    said += [item.words] if item.words else []
    return said


def whole_words(item: DiaryItem, about: About, language: str, locale: str) -> str:
    """Return an item as it is read out: when, what, who, and what to know."""
    _ = words(language).gettext
    if item.at is None:
        when = _("all day")
    else:
        when = _("{first} to {last}").format(
            first=clock_words(item.at, locale), last=clock_words(item.ends.time(), locale)
        )
    said = [when, kind_words(item.kind, language), title_words(item, language, locale)]
    if item.travel:
        said.append(_("{time} each way").format(time=duration_words(item.travel, locale)))
    return ", ".join([*said, *remark_words(item, about, language, locale)])


def holiday_words(holiday: Holiday, language: str, locale: str) -> str:
    """Return a holiday: ours, or where it is kept and who has it."""
    where = holiday.part or country_name(holiday.country, locale)
    if holiday.ours:
        return holiday.name
    text = words(language).gettext("{holiday} in {place}: {names}")
    return text.format(holiday=holiday.name, place=where, names=", ".join(holiday.customers))
