"""The parts of an agenda below its head: items by the hour, account, what to have ready, points."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from creditmate.documents.flow import Block, stacked
from creditmate.documents.fonts import BODY, HEADING, LABEL, STRONG, Style, width
from creditmate.documents.page import (
    BOX_RULE,
    LEFT,
    MUTED,
    RIGHT,
    ROW_RULE,
    ROW_RULE_INK,
    TABLE_RULE,
    TEXT,
)
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.visit_agenda_paper import (
    AccountGlance,
    AgendaItem,
    EnclosedKind,
    LooseCredit,
    VisitAgenda,
)
from creditmate.documents.voice import Voice
from creditmate.domain.money import Money
from creditmate.domain.visits import SlotKind
from creditmate.i18n.agenda_words import slot_note, slot_title
from creditmate.i18n.casing import capital
from creditmate.i18n.formats import hour

COLUMN_END, COLUMN_START = 120.0, 125.5
"""Where the left column ends and the right one begins, in mm."""
_HEAD_BASELINE, _HEAD_HIGH, _AIR = 4.0, 6.8, 1.1
_ITEM_FIRST, _ITEM_PITCH, _ITEM_BELOW, _TIME_ROOM = 4.4, 4.0, 1.7, 14.5
_ACCOUNT_PITCH, _ACCOUNT_FIRST = 5.0, 4.6
_BOX, _BOX_TEXT, _BOX_PITCH, _BOX_GAP = 2.8, 5.4, 4.2, 1.6
_LINE_PITCH = 8.0
_MOST_LOOSE = 3
_GAP = 5.0
_BETWEEN = 2.4
"""More room above the next currency, so that its name is not read as part of the one before."""


def heading(title: str, left: float, right: float, *, air: float = _AIR, beside: str = "") -> Block:
    """Return a heading on its rule; what stands beside it is quieter, and below it if need be.

    Args:
        title: The heading.
        left: Where it and its rule begin, in mm.
        right: Where the rule ends.
        air: Free room below the rule.
        beside: What is said after the title.
    """
    start = left + width(title, HEADING) + 2.5
    said = wrap(beside, LABEL, right - start)
    inline = len(said) <= 1
    if not inline:
        start, said = left, wrap(beside, LABEL, right - left)
    high = _HEAD_HIGH + (0.0 if inline else len(said) * 3.6)

    def draw(sheet: Sheet, top: float) -> None:
        y = top + _HEAD_BASELINE
        sheet.text(left, y, title, HEADING)
        for number, line in enumerate(said):
            sheet.text(start, y + (0 if inline else (number + 1) * 3.6), line, LABEL, MUTED)
        sheet.rule(left, right, top + high, TABLE_RULE)

    return Block(high + air, draw, keep=True)


def item_blocks(paper: VisitAgenda, voice: Voice, right: float) -> Iterator[Block]:
    """Yield the heading and what is talked about, by the hour."""
    title = heading(voice.gettext("Agenda"), LEFT, right)
    yield title
    times = [hour(datetime.combine(paper.visit_day, one.at), voice.locale) for one in paper.items]
    start = LEFT + max([_TIME_ROOM, *(width(said, STRONG) + 3.0 for said in times)])
    for said, one in zip(times, paper.items, strict=True):
        what = one.what or slot_title(one.kind, voice.locale)
        yield _item(said, what, _note(paper, one, voice), start, right, title)


def _note(paper: VisitAgenda, one: AgendaItem, voice: Voice) -> str:
    """What stands below an item; their own points are promised first only where they are.

    That the statement is enclosed is said where it is needed.
    """
    stated = any(each.kind is EnclosedKind.STATEMENT for each in paper.enclosed)
    later = any(each.kind is SlotKind.POINTS for each in paper.items)
    if one.note:
        return capital(one.note)
    enclosed = (
        voice.gettext("Statement enclosed") if stated and one.kind is SlotKind.ACCOUNT else ""
    )
    if enclosed or one.papers:
        return capital("; ".join(part for part in (enclosed, one.papers) if part))
    if one.what or (later and one.kind is SlotKind.WELCOME):
        return ""
    return slot_note(one.kind, voice.locale)


def _item(  # noqa: PLR0913, PLR0917 - an item and where it stands
    at: str, what: str, note: str, start: float, right: float, title: Block
) -> Block:
    whats = wrap(what, BODY, right - start)
    notes = wrap(note, LABEL, right - start)
    high = _ITEM_FIRST + (len(whats) + len(notes) - 1) * _ITEM_PITCH + _ITEM_BELOW

    def draw(sheet: Sheet, top: float) -> None:
        y = top + _ITEM_FIRST
        sheet.text(LEFT, y, at, STRONG)
        for line in whats:
            sheet.text(start, y, line, BODY)
            y += _ITEM_PITCH
        for line in notes:
            sheet.text(start, y, line, LABEL, MUTED)
            y += _ITEM_PITCH
        sheet.rule(LEFT, right, top + high, ROW_RULE, ROW_RULE_INK)

    return Block(high, draw, again=title)


# ------------------------------------------------------------- the account
def account_block(paper: VisitAgenda, voice: Voice, left: float) -> Block:
    """Return how the account stands, one part below the other for each currency."""
    _ = voice.gettext
    title = _("Your account at {day}").format(day=voice.day_in_year(paper.day))
    parts = [heading(title, left, RIGHT)]
    if not paper.account_at:
        parts.append(_sentence(_("Nothing is open on it."), left))
    several = len(paper.account_at) > 1
    for place, one in enumerate(paper.account_at):
        glance = _glance(one, voice, left, several=several)
        parts.append(replace(glance, gap=_BETWEEN) if place else glance)
    return stacked(parts, gap=0.0 if left > LEFT else _GAP)


def _glance(one: AccountGlance, voice: Voice, left: float, *, several: bool) -> Block:
    """Return the figures of one currency, which add up to the balance below the rule."""
    _ = voice.gettext
    rows = [
        (_("Not due"), _figure(one.not_due, voice)),
        (_("Overdue"), _figure(one.overdue, voice)),
    ]
    rows += _loose(one.loose, voice)
    if several:
        rows.insert(0, (voice.currency(one.balance.currency), ""))
    questioned = one.questioned
    said = [] if questioned is None else [(_("Under query, within it"), voice.amount(questioned))]
    high = _ACCOUNT_FIRST + (len(rows) + len(said)) * _ACCOUNT_PITCH + 1.2

    def draw(sheet: Sheet, top: float) -> None:
        y = top + _ACCOUNT_FIRST
        for label, figure in rows:
            _figures(sheet, y, left, label, figure, BODY)
            y += _ACCOUNT_PITCH
        sheet.rule(left, RIGHT, y - _ACCOUNT_PITCH + 1.8, TABLE_RULE)
        y += 0.6
        _figures(sheet, y, left, _("Balance"), voice.total(one.balance), STRONG)
        for label, figure in said:
            y += _ACCOUNT_PITCH
            _figures(sheet, y, left, label, figure, LABEL)

    return Block(high, draw)


def _figures(  # noqa: PLR0913, PLR0917 - a line of an account and where it stands
    sheet: Sheet, y: float, left: float, label: str, figure: str, style: Style
) -> None:
    room = RIGHT - left - width(figure, style) - 4.0
    ink = MUTED if style is LABEL else TEXT
    for line in sheet.fitted(label, style, room, 1):
        sheet.text(left, y, line, style, ink)
    if figure:
        sheet.text_right(RIGHT, y, figure, style, ink)


def _figure(amount: Money, voice: Voice) -> str:
    return voice.amount(amount) if amount else "–"


def _loose(loose: tuple[LooseCredit, ...], voice: Voice) -> list[tuple[str, str]]:
    """What is not matched: by name while there is room, else as one sum."""
    _ = voice.gettext
    if len(loose) > _MOST_LOOSE:
        whole = loose[0].amount
        for one in loose[1:]:
            whole += one.amount
        return [(_("Receipts and credits, not yet matched"), voice.amount(whole))]
    said = _("{entry}, not yet matched")
    return [
        (said.format(entry=voice.entry(one.kind, one.number)), voice.amount(one.amount))
        for one in loose
    ]


def _sentence(text: str, left: float) -> Block:
    return Block(_ACCOUNT_PITCH + 1.0, lambda sheet, top: sheet.text(left, top + 4.6, text, BODY))


# ------------------------------------------------------------- what to have ready, their points
def ready_block(paper: VisitAgenda, voice: Voice, left: float) -> Block:
    """Return what we ask to have ready, each with a box to tick."""
    title = heading(voice.gettext("May we ask you to have ready"), left, RIGHT)
    rows = [_boxed(text, left) for text in paper.ready]
    return stacked([title, *rows], gap=_GAP)


def _boxed(text: str, left: float) -> Block:
    lines = wrap(text, BODY, RIGHT - left - _BOX_TEXT)

    def draw(sheet: Sheet, top: float) -> None:
        y = top + _ITEM_FIRST + 0.6
        sheet.box(left, y - _BOX + 0.35, _BOX, _BOX, BOX_RULE)
        for number, line in enumerate(lines):
            sheet.text(left + _BOX_TEXT, y + number * _BOX_PITCH, line, BODY)

    return Block(len(lines) * _BOX_PITCH + _BOX_GAP, draw)


def points_block(paper: VisitAgenda, voice: Voice, count: int) -> Block:
    """Return what they told us they would talk about, and ``count`` lines to write more on."""
    _ = voice.gettext
    asked = _("What would you like to talk about? Please write it here, or tell us beforehand.")
    title = heading(_("Your own points"), LEFT, RIGHT, air=0.0, beside=asked)
    told = [_told(text) for text in paper.points]

    def draw(sheet: Sheet, top: float) -> None:
        for number in range(count):
            sheet.rule(LEFT, RIGHT, top + (number + 1) * _LINE_PITCH, ROW_RULE, ROW_RULE_INK)

    lines = Block(count * _LINE_PITCH, draw)
    return stacked([title, *told, lines], keep=True, gap=_GAP)


def _told(text: str) -> Block:
    lines = wrap(text, BODY, RIGHT - LEFT)

    def draw(sheet: Sheet, top: float) -> None:
        for number, line in enumerate(lines):
            sheet.text(LEFT, top + _ITEM_FIRST + number * _ITEM_PITCH, line, BODY)

    return Block(_ITEM_FIRST + len(lines) * _ITEM_PITCH - _ITEM_PITCH + 1.0, draw)
