"""The diary as JSON, and as lines on the console."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.diary import DiaryDay, DiaryItem, Holiday, Source
from creditmate.i18n.bidi import plain
from creditmate.i18n.diary_words import (
    About,
    clock_words,
    holiday_words,
    remark_words,
    what_words,
)
from creditmate.i18n.formats import day_in_table, day_short, money
from creditmate.services.diary import DiaryPage


def page_json(page: DiaryPage) -> answers.Json:
    """Return some days of the diary."""
    return {
        "from": answers.day(page.wanted.first),
        "to": answers.day(page.wanted.last),
        "zone": page.zone,
        "days": [_day_json(page, day) for day in page.days],
    }


def _day_json(page: DiaryPage, day: DiaryDay) -> answers.Json:
    return {
        "day": answers.day(day.day),
        "worked": day.works,
        "holidays": [_holiday_json(holiday) for holiday in day.holidays],
        "items": [
            {
                **item_json(item),
                "overlaps": list(page.overlaps.get(item.key, ())),
                "several": item.key in page.several,
            }
            for item in day.items
        ],
    }


def _holiday_json(holiday: Holiday) -> answers.Json:
    return {
        "name": holiday.name,
        "country": holiday.country,
        "region": holiday.region,
        "ours": holiday.ours,
        "customers": list(holiday.customers),
    }


def item_json(item: DiaryItem) -> answers.Json:
    """Return one item; ``id`` is the number by which it is moved, null where it cannot be."""
    return {
        "key": item.key,
        "id": item.id if item.movable else None,
        "kind": item.kind.value,
        "code": item.code,
        "name": item.name,
        "person": item.person,
        "day": answers.day(item.day),
        "at": None if item.at is None else f"{item.at:%H:%M}",
        "minutes": None if item.at is None else item.minutes,
        "agreed": {
            "day": answers.day(item.set_day),
            "at": None if item.set_at is None else f"{item.set_at:%H:%M}",
            "zone": item.zone,
        },
        "shifted": item.shifted,
        "amount": None if item.amount is None else answers.money(item.amount),
        "words": item.words,
        "owner": item.owner,
        "along": sorted(item.along - {item.owner}),
        "late": item.late,
        "done": item.done,
        "against": None if item.against is None else item.against.value,
        "resting": item.resting,
    }


def about(page: DiaryPage, item: DiaryItem) -> About:
    """Return what else the page knows of an item."""
    others = (page.item(key) for key in page.overlaps.get(item.key, ()))
    names = tuple(other.name for other in others if other is not None)
    return About(names, item.key in page.several)


def page_lines(session: Session, page: DiaryPage) -> Iterator[str]:
    """Say what stands on each day; days with nothing are left out."""
    _ = session.translate
    rows = [_row(session, page, item) for item in page.items]
    if rows:
        heads = [_("Day"), _("Hour"), _("What"), _("Customer"), "", _("Number")]
        yield from table(heads, rows, "lllllr")
    else:
        yield _("Nothing stands in the diary on these days.")
    for day in page.days:
        for holiday in day.holidays:
            said = holiday_words(holiday, session.language, session.locale)
            yield f"{day_short(day.day, session.locale)}: {plain(said)}"


def _row(session: Session, page: DiaryPage, item: DiaryItem) -> list[str]:
    _, language, locale = session.translate, session.language, session.locale
    remarks = remark_words(item, about(page, item), language, locale)
    if item.amount is not None:
        remarks.insert(0, money(item.amount, locale, symbol=True))
    if item.late:
        day = day_in_table(item.set_day, locale, page.today)
        remarks.insert(0, _("date passed: {day}").format(day=day))
    if item.done and item.source is not Source.CONTACT:
        remarks.insert(0, _("done"))
    return [
        day_in_table(item.day, locale, page.today),
        "" if item.at is None else clock_words(item.at, locale),
        what_words(item, language),
        who(item.code, item.name),
        plain("; ".join(remarks)),
        str(item.id) if item.movable else "",
    ]
