"""The days of the diary in words: which are shown, and what stands at the head of each."""

from datetime import date

from babel.dates import format_date, format_interval, format_skeleton

from creditmate.domain.diary_span import Span
from creditmate.i18n.bidi import apart
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.formats import day_long, day_with_weekday, number
from creditmate.i18n.locales import known_locale

_SPANS = {Span.DAY: N_("Day"), Span.WEEK: N_("Week"), Span.MONTH: N_("Month")}
_SHORTER = {Span.DAY: ("yMMMEd", "MMMEd"), Span.WEEK: ("yMMMd", "MMMd"), Span.MONTH: ("yMMM",)}


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


def span_titles(
    span: Span, day: date, days: tuple[date, date], language: str, locale: str
) -> tuple[str, ...]:
    """Return which days are shown, whole and then in ever less room.

    ``23 to 29 November 2026, week 48``; ``23–29 Nov 2026, week 48``; ``23–29 Nov, week 48``.

    Args:
        span: How much.
        day: The day one is on.
        days: The first and the last that are shown.
        language: Of words.
        locale: Of days.
    """
    known, skeletons = known_locale(locale), _SHORTER[span]
    if span is Span.WEEK:
        whole, shorter = (
            _week(days, language, locale),
            words(language).gettext("{days}, week {week}"),
        )
        week = number(days[1].isocalendar().week, locale)
        short = (format_interval(*days, skeleton, locale=known) for skeleton in skeletons)
        return (whole, *(shorter.format(days=apart(one), week=week) for one in short))
    if span is Span.DAY:
        whole = day_with_weekday(day, locale)
    else:
        whole = format_skeleton("yMMMM", day, locale=known)
    return (whole, *(format_skeleton(skeleton, day, locale=known) for skeleton in skeletons))


def _week(days: tuple[date, date], language: str, locale: str) -> str:
    first, last = days
    begins = day_long(first, locale)
    if first.year == last.year:
        shown = "d" if first.month == last.month else "MMMMd"
        begins = format_skeleton(shown, first, locale=known_locale(locale))
    week = number(last.isocalendar().week, locale)
    text = words(language).gettext("{first} to {last}, week {week}")
    return text.format(first=apart(begins), last=apart(day_long(last, locale)), week=week)


def span_words(span: Span, language: str) -> str:
    """Return what is shown at once: ``Week``."""
    return words(language).gettext(_SPANS[span])
