"""The page of a visit pack that is written on: issues, observations, promises, notes."""

from collections.abc import Iterator

from creditmate.documents.flow import Block, beside, stacked
from creditmate.documents.fonts import BODY, HEAD, HEADING, NOTE, SMALL, width
from creditmate.documents.page import (
    AGEING_RAMP,
    BOX_RULE,
    LEFT,
    MUTED,
    RIGHT,
    ROW_RULE,
    ROW_RULE_INK,
    TABLE_RULE,
)
from creditmate.documents.ruled_table import Column, heads, row
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.visit_pack_paper import VisitPack
from creditmate.documents.voice import Voice
from creditmate.domain.visit_observations import Seen, Topic
from creditmate.domain.visits import InnerIssue
from creditmate.i18n.before_words import may_agree_words
from creditmate.i18n.casing import capital
from creditmate.i18n.visit_report_words import seen_words, topic_hint, topic_words

_WANT_X, _FALL_X, _RESULT_X = 76.0, 126.0, 171.0
_SIGNS_X, _FIRST_BOX, _BOX_STEP, _NOTE_X = 59.0, 104.0, 12.0, 150.0
_BOX, _TOPIC_HIGH = 3.4, 6.55
_TOLD_X = 50.0
_WRITE = 7.0
_ISSUE_LINES = 10
"""Our own paper has the room for what was put down."""
_PROMISE_LINES = 3
_MIDDLE = (107.0, 111.0)
"""Where the left half ends and the right one begins."""


def title_block(title: str, *, gap: float = 5.0, beside_it: str = "") -> Block:
    """Return the heading of a section, with a quiet sentence beside it if there is one."""
    start = LEFT + width(title, HEADING) + 6.0
    said = wrap(beside_it, SMALL, RIGHT - start)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 4.4, title, HEADING)
        for number, line in enumerate(said):
            sheet.text(start, top + 4.4 + number * 3.8, line, SMALL, MUTED)

    return Block(6.6 + max(len(said) - 1, 0) * 3.8, draw, keep=True, gap=gap)


def told_block(label: str, text: str, *, keep: bool = False) -> Block:
    """Return a label with what it says, wrapped beside it; without one it stands at the edge."""
    start = max(_TOLD_X, LEFT + width(label, HEAD) + 3.0) if label else LEFT
    lines = wrap(text, BODY, RIGHT - start) or [""]

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 3.9, label, HEAD)
        for number, line in enumerate(lines):
            sheet.text(start, top + 3.9 + number * 4.3, line, BODY)

    return Block(5.0 + (len(lines) - 1) * 4.3, draw, keep=keep)


def issue_blocks(pack: VisitPack, voice: Voice) -> Iterator[Block]:
    """Yield the issues with what we want, what would do, and room for what came of them."""
    _ = voice.gettext
    columns = (
        Column(_("Issue"), LEFT, _WANT_X - 3.0, most=_ISSUE_LINES),
        Column(_("We want"), _WANT_X, _FALL_X - 3.0, most=_ISSUE_LINES),
        Column(_("Fall-back"), _FALL_X, _RESULT_X - 3.0, most=_ISSUE_LINES),
        Column(_("Result"), _RESULT_X, RIGHT),
    )
    yield title_block(_("Issues"), gap=0.0)
    head = heads(columns)
    if not pack.visit.issues:
        yield told_block("", _("None were written down."))
        return
    yield head
    last = len(pack.visit.issues) - 1
    nothing = InnerIssue()
    for place, issue in enumerate(pack.visit.issues):
        inner = pack.inner.issues.get(issue.id, nothing)
        cells = (issue.what, inner.wanted, inner.fall_back, "")
        told = row(columns, cells, last=place == last, keep=place == 0, again=head)
        yield _with_line(told)


def _with_line(told: Block) -> Block:
    """A row with a line to write its result on."""

    def draw(sheet: Sheet, top: float) -> None:
        told.draw(sheet, top)
        sheet.rule(_RESULT_X, RIGHT, top + told.high - 1.1, BOX_RULE)

    return Block(told.high, draw, told.keep, told.gap, told.again)


def limits_blocks(pack: VisitPack, voice: Voice) -> Iterator[Block]:
    """Yield what whoever goes may grant, and what to do if nobody who decides is there."""
    _, inner = voice.gettext, pack.inner
    yield Block(1.6, lambda _sheet, _top: None)
    said = inner.limits or _("Nothing was agreed: ask before you go.")
    if not inner.limits and pack.may is not None:
        said = capital(may_agree_words(pack.may, voice.locale, voice.locale))
    yield told_block(_("Our limits"), said)
    usual = _("Keep it short, thank them, leave the statement, agree another day.")
    yield told_block(_("If only a deputy"), inner.if_deputy or usual)


def observation_block(pack: VisitPack, voice: Voice) -> Block:
    """Return what to look at, with boxes to tick; the last visit's marks are filled grey."""
    _, language = voice.gettext, voice.locale
    said = _("Tick the same day. One sign alone means little: count them.")
    if pack.last is not None:
        day = voice.day(pack.last.day)
        said = _("Tick the same day. One sign alone means little; compare with {day} (grey).")
        said = said.format(day=day)
    title = title_block(_("Observations"), beside_it=said)
    rows = [_topic(pack, topic, language) for topic in Topic]
    return stacked([title, _observation_heads(voice), *rows, _end()], gap=4.0)


def _observation_heads(voice: Voice) -> Block:
    _ = voice.gettext

    def draw(sheet: Sheet, top: float) -> None:
        y = top + 3.4
        sheet.text(LEFT, y, _("What to look at"), HEAD)
        for place, seen in enumerate(Seen):
            x = _FIRST_BOX + place * _BOX_STEP
            text = sheet.fitted(seen_words(seen, voice.locale), HEAD, _BOX_STEP + 1.5, 1)
            sheet.text_centred(x, y, "".join(text), HEAD)
        sheet.text(_NOTE_X, y, _("Note"), HEAD)
        sheet.rule(LEFT, RIGHT, top + 5.4, TABLE_RULE)

    return Block(6.0, draw)


def _topic(pack: VisitPack, topic: Topic, language: str) -> Block:
    before = None
    if pack.last is not None:
        marks = [one.seen for one in pack.last.observations if one.topic is topic]
        before = marks[-1] if marks else Seen.NOT_SEEN

    def draw(sheet: Sheet, top: float) -> None:
        y = top + 4.3
        room = _SIGNS_X - LEFT - 1.5
        sheet.text(
            LEFT, y, "".join(sheet.fitted(topic_words(topic, language), BODY, room, 1)), BODY
        )
        room = _FIRST_BOX - _BOX / 2 - _SIGNS_X - 2.0
        signs = sheet.fitted(topic_hint(topic, language), NOTE, room, 1)
        sheet.text(_SIGNS_X, y, "".join(signs), NOTE, MUTED)
        for place, seen in enumerate(Seen):
            x = _FIRST_BOX + place * _BOX_STEP - _BOX / 2
            fill = AGEING_RAMP[1] if seen is before else None
            sheet.box(x, y - _BOX + 0.5, _BOX, _BOX, BOX_RULE, fill=fill)
        sheet.rule(_NOTE_X, RIGHT, y + 1.4, ROW_RULE, ROW_RULE_INK)

    return Block(_TOPIC_HIGH, draw)


def _end() -> Block:
    return Block(1.0, lambda sheet, top: sheet.rule(LEFT, RIGHT, top + 0.6, TABLE_RULE))


def promised_block(voice: Voice) -> Block:
    """Return lines for what each side promises."""
    _ = voice.gettext
    left = _lined(_("Promised by them"), LEFT, _MIDDLE[0])
    return beside(left, _lined(_("Promised by us"), _MIDDLE[1], RIGHT), gap=2.0)


def _lined(label: str, left: float, right: float) -> Block:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(left, top + 3.6, label, HEAD)
        for number in range(_PROMISE_LINES):
            sheet.rule(left, right, top + 3.6 + (number + 1) * _WRITE, BOX_RULE)

    return Block(3.6 + _PROMISE_LINES * _WRITE + 1.0, draw)


def notes_block(voice: Voice, room: float) -> Block:
    """Return lines for notes that fill so much room, in mm."""
    lines = max(int((room - 7.0) / _WRITE), 3)

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 3.6, voice.gettext("Notes"), HEAD)
        for number in range(lines):
            sheet.rule(LEFT, RIGHT, top + 3.6 + (number + 1) * _WRITE, ROW_RULE, ROW_RULE_INK)

    return Block(3.6 + lines * _WRITE + 0.5, draw, gap=2.0)
