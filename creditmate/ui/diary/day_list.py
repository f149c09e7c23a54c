"""The week as a list: everything in words, day by day; what a screen reader reads best."""

from collections.abc import Mapping

from creditmate.i18n.diary_words import clock_words, holiday_words, kind_words
from creditmate.i18n.formats import day_with_weekday
from creditmate.services.diary import DiaryPage
from creditmate.ui.diary.entries import Entry
from creditmate.ui.kit.work_line import GroupTitle, Row, WorkLine
from creditmate.ui.theme.icons import Glyph


def list_rows(
    page: DiaryPage, entries: Mapping[str, Entry], all_day: str, language: str, locale: str
) -> list[Row]:
    """Return the rows of the list; days with nothing are left out.

    Args:
        page: The days.
        entries: What stands on them, by key.
        all_day: What is said where there is no hour.
        language: Of words.
        locale: Of days and hours.
    """
    rows: list[Row] = []
    for day in page.days:
        kept = [holiday_words(holiday, language, locale) for holiday in day.holidays]
        if day.items or kept:
            rows.append(GroupTitle(" · ".join([day_with_weekday(day.day, locale), *kept])))
        for item in day.items:
            rows.append(_line(entries[item.key], all_day, language, locale))
    return rows


def _line(entry: Entry, all_day: str, language: str, locale: str) -> WorkLine:
    item = entry.item
    return WorkLine(
        key=item.key,
        glyph=entry.look.glyph,
        name=entry.title,
        mark=kind_words(item.kind, language),
        mark_ink=entry.look.ink,
        rest="; ".join(entry.remarks),
        figure=clock_words(item.at, locale) if item.at else all_day,
        under="",
        side="",
        act=Glyph.GO,
        act_name=item.name,
    )
