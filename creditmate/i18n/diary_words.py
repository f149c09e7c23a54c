"""What stands in the diary, in words: short for the page, whole for who listens."""

from datetime import date, datetime, time
from typing import NamedTuple

from babel.dates import format_date, format_skeleton

from creditmate.domain.contact_hours import NotNow
from creditmate.domain.diary import DiaryItem, DiaryKind, Holiday
from creditmate.domain.diary_span import Span
from creditmate.domain.next_steps import VISIT_STEPS
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.countries import country_name
from creditmate.i18n.formats import (
    day_in_table,
    day_long,
    day_with_weekday,
    hour,
    money,
    number,
)
from creditmate.i18n.locales import known_locale
from creditmate.i18n.visit_step_words import visit_step_words

_KINDS = {
    DiaryKind.CALL: N_("Call"),
    DiaryKind.CALL_BACK: N_("Call back"),
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
    DiaryKind.VISIT: N_("Visit {name}"),
    DiaryKind.FOLLOW_UP: N_("Follow up {name}"),
    DiaryKind.PROMISE_DUE: N_("Promise {amount}, {name}"),
    DiaryKind.OUR_PROMISE: N_("We promised {name}"),
    DiaryKind.INSTALMENT: N_("Plan {amount}, {name}"),
    DiaryKind.ANSWER_DUE: N_("Answer to {name}"),
    DiaryKind.CONTACT: N_("{name}, {way}"),
}
_LATE = {
    DiaryKind.CALL: N_("Since {day}: {who}"),
    DiaryKind.CALL_BACK: N_("Since {day}: {who}"),
    DiaryKind.VISIT: N_("Since {day}: visit {name}"),
    DiaryKind.FOLLOW_UP: N_("Since {day}: follow up {name}"),
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
_SPANS = {Span.DAY: N_("Day"), Span.WEEK: N_("Week"), Span.MONTH: N_("Month")}


class About(NamedTuple):
    """What else the page knows of an item: what it overlaps by name, and a second approach."""

    overlaps: tuple[str, ...] = ()
    several: bool = False


def first_weekday(locale: str) -> int:
    """Return on which weekday weeks begin: Monday 0 to Sunday 6."""
    return int(known_locale(locale).first_week_day)


def weekday_short(day: date, locale: str) -> str:
    """Return the short name of a day of the week: ``Mon``."""
    return format_date(day, "EEE", locale=known_locale(locale))


def day_number(day: date, locale: str) -> str:
    """Return a day of the month; the first with its month: ``23``, ``1 Dec``."""
    if day.day != 1:
        return number(day.day, locale)
    return apart(format_skeleton("MMMd", day, locale=known_locale(locale)))


def span_title(span: Span, day: date, days: tuple[date, date], language: str, locale: str) -> str:
    """Return which days are shown: ``23 to 29 November 2026, week 48``.

    Args:
        span: How much.
        day: The day one is on.
        days: The first and the last that are shown.
        language: Of words.
        locale: Of days.
    """
    _ = words(language).gettext
    first, last = days
    if span is Span.DAY:
        return day_with_weekday(day, locale)
    if span is Span.MONTH:
        return format_skeleton("yMMMM", day, locale=known_locale(locale))
    whole = day_long(last, locale)
    begins = day_long(first, locale)
    if first.year == last.year:
        shown = "d" if first.month == last.month else "MMMMd"
        begins = format_skeleton(shown, first, locale=known_locale(locale))
    week = number(last.isocalendar().week, locale)
    return _("{first} to {last}, week {week}").format(
        first=apart(begins), last=apart(whole), week=week
    )


def kind_words(kind: DiaryKind, language: str) -> str:
    """Return what a kind of item is called."""
    return words(language).gettext(_KINDS[kind])


def span_words(span: Span, language: str) -> str:
    """Return what is shown at once: ``Week``."""
    return words(language).gettext(_SPANS[span])


def clock_words(at: time, locale: str) -> str:
    """Return an hour of the day: ``10:30``."""
    return hour(datetime.combine(_ANY_DAY, at), locale)


def title_words(item: DiaryItem, language: str, locale: str) -> str:
    """Return what an item is, in a few words."""
    texts = _TITLES | (_KEPT if item.done else _LATE if item.late else {})
    if item.about in VISIT_STEPS:
        return _step(item, language)
    return _filled(texts[item.kind], item, language, locale)


def calendar_words(item: DiaryItem, language: str, locale: str) -> str:
    """Return what another calendar says of an item: no amounts, nothing that was said."""
    if item.about in VISIT_STEPS:
        return _step(item, language)
    return _filled(_CALENDAR[item.kind], item, language, locale)


def _step(item: DiaryItem, language: str) -> str:
    """What is to be done about a visit, and whose it is."""
    what = visit_step_words(item.about, language)
    return words(language).gettext("{what}: {name}").format(what=what, name=item.name)


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


def there_words(item: DiaryItem, language: str, locale: str) -> str:
    """Return the hour by the customer's clock; empty where it is ours."""
    if not item.elsewhere or item.set_at is None:
        return ""
    _ = words(language).gettext
    place = item.zone.rpartition("/")[2].replace("_", " ")
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
    return ", ".join([*said, *remark_words(item, about, language, locale)])


def holiday_words(holiday: Holiday, language: str, locale: str) -> str:
    """Return a holiday: ours, or where it is kept and who has it."""
    where = holiday.part or country_name(holiday.country, locale)
    if holiday.ours:
        return holiday.name
    text = words(language).gettext("{holiday} in {place}: {names}")
    return text.format(holiday=holiday.name, place=where, names=", ".join(holiday.customers))
