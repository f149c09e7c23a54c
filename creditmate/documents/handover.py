"""The hand-over to who stands in for one of us: one page, the most urgent customers first.

Internal: between black bands, never numbered, never kept. In the manner of mockups/paper-08.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from creditmate.documents.fonts import (
    BODY,
    CAPTION,
    HEADING,
    NOTE,
    SMALL,
    STRONG,
    TITLE,
    Style,
    width,
)
from creditmate.documents.page import (
    LEFT,
    MUTED,
    RIGHT,
    ROW_RULE,
    ROW_RULE_INK,
    TABLE_RULE,
    TEXT,
    WHITE,
    Ink,
    Page,
    PageSize,
    page,
)
from creditmate.documents.papers import DrawnPaper
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import shortened, wrap
from creditmate.documents.voice import Voice
from creditmate.domain.handover import Handover, HandoverItem, Query
from creditmate.domain.money import Money
from creditmate.i18n.brief_words import deed_words, person_words, promise_words
from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.standing_words import hold_words, rest_words, whose_wish_words

_BAND, _BAND_HIGH = 8.5, 7.0
_TITLE, _SUBTITLE, _HEAD_RULE = 24.0, 30.0, 33.5
_FIRST = 41.0
_PITCH, _GAP = 4.4, 6.8
"""From line to line of a customer, and from one customer to the next."""
_NOTE_PITCH = 4.4
_NOTE_LINES, _BELOW_NOTE = 3, 2.4
_ROOM = RIGHT - LEFT
_MOST_LINES = 4
"""Of one note: several customers have to fit on the page."""
_BOLD = Style(STRONG.face, SMALL.size)
_MUTED = (SMALL, MUTED)
_CLEAR_OF_FOOT = 6.0


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """A hand-over ready to be drawn."""

    handover: Handover
    locale: str = "en_GB"
    size: PageSize = PageSize.A4


@dataclass(frozen=True, slots=True)
class _Line:
    """One line under a customer's name."""

    text: str
    style: Style = SMALL
    ink: Ink = TEXT


def draw_handover(paper: HandoverPaper) -> DrawnPaper:
    """Return the PDF of a hand-over, one page; the same one gives the same bytes."""
    from creditmate.documents.press import About, print_sheets  # noqa: PLC0415 - reportlab is slow

    handover = paper.handover
    voice = Voice(paper.locale, handover.made_on)
    title = voice.gettext("{name} is away").format(name=handover.away)
    about = About(title, handover.away, paper.locale.replace("_", "-"), handover.made_on)
    sheet = lay_out_handover(paper)
    return DrawnPaper(print_sheets([sheet], page(paper.size), about), 1)


def lay_out_handover(paper: HandoverPaper) -> Sheet:
    """Return the page of a hand-over: as many customers as it holds, and how many are left."""
    form, handover = page(paper.size), paper.handover
    voice = Voice(paper.locale, handover.made_on)
    sheet = Sheet(form.shift)
    _draw_bands(sheet, form, voice)
    y = _draw_head(sheet, handover, voice)
    lowest = form.body_bottom - _CLEAR_OF_FOOT
    drawn = 0
    for item in handover.items:
        lines = list(_lines(item, voice))
        last = drawn + 1 == len(handover.items)
        needed = y + len(lines) * _PITCH + (0.0 if last else _GAP)
        if needed > lowest:
            break
        if drawn:
            sheet.rule(LEFT, RIGHT, y - _PITCH - 0.4, ROW_RULE, ROW_RULE_INK)
        y = _draw_item(sheet, y, item, lines, voice) + _GAP
        drawn += 1
    _draw_rest(sheet, y, len(handover.items) - drawn, voice, empty=not handover.items)
    _draw_foot(sheet, form, voice)
    return sheet


def _draw_bands(sheet: Sheet, form: Page, voice: Voice) -> None:
    """Draw the black bands that no customer must ever see."""
    _ = voice.gettext
    wide = form.width - 10.0
    for top in (_BAND, form.height - 5.0 - _BAND_HIGH):
        sheet.box(5.0 - form.shift, top, wide, _BAND_HIGH, 0, fill=TEXT)
        sheet.text(LEFT, top + 4.7, _("INTERNAL"), STRONG, WHITE)
        after = LEFT + width(_("INTERNAL"), STRONG) + 3
        sheet.text(after, top + 4.7, _("hand-over"), STRONG, WHITE)


def _draw_head(sheet: Sheet, handover: Handover, voice: Voice) -> float:
    """Draw who is away, for whom this is, note and signature; return the first baseline below."""
    _ = voice.gettext
    title = _("{name} is away").format(name=handover.away)
    for_whom = _("for {name}").format(name=handover.by)
    room = _ROOM - width(for_whom, HEADING) - 4
    sheet.text(LEFT, _TITLE, sheet.fitted(title, TITLE, room, 1)[0], TITLE)
    sheet.text_right(RIGHT, _TITLE, for_whom, HEADING)
    days = _("{first} to {last}, both included; as at {day}").format(
        first=day_with_weekday(handover.from_day, voice.locale),
        last=day_with_weekday(handover.to_day, voice.locale),
        day=voice.note_day(handover.made_on),
    )
    sheet.text(LEFT, _SUBTITLE, days, BODY, MUTED)
    sheet.rule(LEFT, RIGHT, _HEAD_RULE, TABLE_RULE)
    signed = ", ".join(line.strip() for line in handover.signature.splitlines() if line.strip())
    y = _FIRST
    for words, most, ink in ((handover.note, _NOTE_LINES, TEXT), (signed, 1, MUTED)):
        for line in sheet.fitted(words, BODY, _ROOM, most) if words else ():
            sheet.text(LEFT, y, line, BODY, ink)
            y += _NOTE_PITCH
    return y + (_BELOW_NOTE if y > _FIRST else 0.0)


def _lines(item: HandoverItem, voice: Voice) -> Iterator[_Line]:
    """Yield the lines under a customer's name; what does not fit one goes on below."""
    for line, most in _said(item, voice):
        parts = wrap(line.text, line.style, _ROOM)
        if len(parts) > most:
            parts[most - 1 :] = [shortened(" ".join(parts[most - 1 :]), line.style, _ROOM)]
        yield from (_Line(part, line.style, line.ink) for part in parts)


def _said(item: HandoverItem, voice: Voice) -> Iterator[tuple[_Line, int]]:
    """Yield what is said of a customer, each with the most lines that it may take."""
    _, locale, as_at = voice.gettext, voice.locale, voice.as_at
    if item.rest is not None:
        yield _Line(rest_words(item.rest, locale, locale, as_at), _BOLD), 2
    for hold in item.holds:
        yield _Line(hold_words(hold, locale, locale, as_at), _BOLD), 2
    if item.branches:
        yield _Line(_("With {branches}").format(branches=", ".join(item.branches)), *_MUTED), 2
    if item.person is not None:
        yield _Line(person_words(item.person, locale), *_MUTED), 2
    if manner := _manner(item, voice):
        yield _Line(manner), _MOST_LINES
    for promise in item.promises:
        yield _Line(promise_words(promise, locale, locale, as_at)), 2
    for deed in item.deeds:
        yield _Line(deed_words(deed, locale, locale, as_at)), _MOST_LINES
    for day in item.calls:
        yield _Line(_("A call was agreed for {day}").format(day=voice.note_day(day))), 1
    for query in item.queries:
        yield _Line(_query_words(query, voice)), 2
    yield _Line(item.remember, _BOLD), _MOST_LINES


def _manner(item: HandoverItem, voice: Voice) -> str:
    """How they are met: gently, and as they wish."""
    _ = voice.gettext
    parts = [_("Gently: a friend")] if item.friend else []
    if item.wishes:
        wishes = [whose_wish_words(wish, item.people, voice.locale) for wish in item.wishes]
        parts.append(_("Wish: {what}").format(what="; ".join(wishes)))
    return ". ".join(parts)


def _query_words(query: Query, voice: Voice) -> str:
    return voice.gettext("Under query: {amount}, {reason}, since {day}").format(
        amount=voice.total(query.amount),
        reason=voice.reason(query.reason),
        day=voice.note_day(query.since),
    )


def _draw_item(
    sheet: Sheet, y: float, item: HandoverItem, lines: list[_Line], voice: Voice
) -> float:
    """Draw a customer from a baseline down and return the last line's."""
    overdue = _overdue_words(item.overdue, voice)
    code = f"  {item.code}"
    room = _ROOM - width(overdue, STRONG) - 4 - width(code, HEADING)
    sheet.text(LEFT, y, shortened(item.name, HEADING, room) + code, HEADING)
    sheet.text_right(RIGHT, y, overdue, STRONG)
    for line in lines:
        y += _PITCH
        sheet.text(LEFT, y, line.text, line.style, line.ink)
    return y


def _overdue_words(overdue: tuple[Money, ...], voice: Voice) -> str:
    if not overdue:
        return ""
    amounts = ", ".join(map(voice.total, overdue))
    return voice.gettext("{amount} overdue").format(amount=amounts)


def _draw_rest(sheet: Sheet, y: float, more: int, voice: Voice, *, empty: bool) -> None:
    """Say how many customers did not fit, or that there are none."""
    if empty:
        words = voice.gettext("None of these customers needs anything in this time.")
        sheet.text(LEFT, y, words, BODY)
    elif more:
        words = voice.ngettext("and {count} more", "and {count} more", more)
        sheet.text(LEFT, y, words.format(count=voice.number(more)), STRONG)


def _draw_foot(sheet: Sheet, form: Page, voice: Voice) -> None:
    _ = voice.gettext
    words = _("What is agreed comes before what is overdue; the order is that of the day's list.")
    sheet.text(LEFT, form.body_bottom, words, CAPTION, MUTED)
    sheet.text_right(RIGHT, form.body_bottom, voice.day(voice.as_at), NOTE)
