"""The call sheet of a day: Today's lines on paper, for calls away from the screen.

One customer is one block that no page parts: whom and how, why, what to ask, boxes to tick and
lines to write on. Ours alone, between black bands. What happened is put down afterwards.
"""

from collections.abc import Iterator

from creditmate.documents.call_sheet_paper import CallSheetPaper, SheetLine
from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.flow import Block
from creditmate.documents.fonts import (
    BODY,
    HEADING,
    LABEL,
    LETTER,
    NOTE,
    SMALL,
    STRONG,
    Style,
    width,
)
from creditmate.documents.internal_pages import Pages, PagesHead
from creditmate.documents.page import (
    BOX_RULE,
    LEFT,
    MUTED,
    RIGHT,
    ROW_RULE,
    ROW_RULE_INK,
    TABLE_RULE,
    page,
)
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import clean, wrap
from creditmate.documents.voice import Voice, in_spoken
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import ContactRow
from creditmate.domain.whom import may_discuss
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Line
from creditmate.i18n.call_words import outcome_title
from creditmate.i18n.casing import capital
from creditmate.i18n.formats import day_with_weekday, money
from creditmate.i18n.opening import goal_with_query
from creditmate.i18n.reasons import channel_words, reason_words

_X, _LABEL_X, _TEXT_X = 33.0, 33.0, 50.0
"""Where a block begins right of its number, and where its words do right of their labels."""
_PITCH, _NAME, _FIRST = 4.2, 5.0, 4.8
_BOX, _BOX_PITCH, _BOX_GAP, _BOX_CLEAR = 3.0, 5.6, 4.2, 1.4
_WRITE_PITCH, _BY_X, _NEXT_X = 6.8, 88.0, 128.0
_BELOW = 2.8
_TALKED = (
    Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.GATEKEEPER, Outcome.WILL_PAY,
    Outcome.PART_PAYMENT, Outcome.PAYMENT_SENT, Outcome.INVOICE_NOT_RECEIVED, Outcome.DISPUTE,
    Outcome.ASKS_FOR_TIME, Outcome.CALL_BACK,
)  # fmt: skip
"""What calls end with most; anything else is written."""


def draw_call_sheet(paper: CallSheetPaper) -> CheckedPaper:
    """Return the PDF of a sheet with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
    sheets = lay_out_call_sheet(paper)
    title = Voice(paper.locale, paper.day).gettext("Call sheet")
    about = about_of(
        paper,
        f"{title} {paper.day.isoformat()}",
        paper.day,
    )
    pdf = print_sheets(sheets, page(paper.size), about)
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(drawing_concerns(sheets)))


def lay_out_call_sheet(paper: CallSheetPaper) -> list[Sheet]:
    """Return the pages of a sheet."""
    return _Layouter(in_spoken(paper)).done()


class _Layouter:
    """Lays out one sheet."""

    def __init__(self, paper: CallSheetPaper) -> None:
        self.paper, self.form = paper, page(paper.size)
        self.voice = Voice(paper.locale, paper.day)

    def done(self) -> list[Sheet]:
        paper, _ = self.paper, self.voice.gettext
        day = day_with_weekday(paper.day, paper.locale)
        head = PagesHead(_("Call sheet"), day, ("   ".join(filter(None, self._said())),))
        warned = _("not for the customer, do not leave behind")
        pages = Pages(paper.business, head, self.voice, self.form, warned)
        blocks = [self._block(place, one) for place, one in enumerate(paper.lines, start=1)]
        return pages.lay_out(blocks or [self._nothing()])

    def _said(self) -> Iterator[str]:
        paper, voice, _ = self.paper, self.voice, self.voice.gettext
        yield paper.business.name
        yield _("for {name}").format(name=paper.whose) if paper.whose else ""
        count = len(paper.lines)
        if paper.of > count:
            text = _("the first {count} of {of} customers")
        else:
            text = voice.ngettext("{count} customer", "{count} customers", count)
        said = text.format(count=voice.number(count), of=voice.number(paper.of))
        if paper.later:
            text = voice.ngettext(
                "{count} more for tomorrow", "{count} more for tomorrow", paper.later
            )
            said = f"{said}, {text.format(count=voice.number(paper.later))}"
        yield said

    def _nothing(self) -> Block:
        _, whose = self.voice.gettext, self.paper.whose
        of_one = _("Nothing more for {name} today.").format(name=whose)
        said = of_one if whose else _("Nothing more today.")
        return Block(10.0, lambda sheet, top: sheet.text(LEFT, top + 7.0, said, LETTER))

    # ------------------------------------------------------------- one customer
    def _block(self, place: int, one: SheetLine) -> Block:
        """One customer, from the name to the rule below the lines to write on."""
        told = [(clean(label), text, style) for label, text, style in self._told(one)]
        text_x = max(_TEXT_X, *(_LABEL_X + width(label, LABEL) + 2.5 for label, *_rest in told))
        wrapped = [(label, wrap(text, style, RIGHT - text_x), style) for label, text, style in told]
        boxes = self._boxes(one.line)
        count = sum(len(lines) for _label, lines, _style in wrapped)
        high = (
            _NAME + _FIRST + count * _PITCH + len(boxes) * _BOX_PITCH
            + len(self._written(one.line)) * _WRITE_PITCH + _BELOW
        )  # fmt: skip

        def draw(sheet: Sheet, top: float) -> None:
            y = top + _NAME
            self._draw_name(sheet, y, place, one)
            y += _FIRST
            for label, lines, style in wrapped:
                sheet.text(_LABEL_X, y, label, LABEL, MUTED)
                for line in lines:
                    sheet.text(text_x, y, line, style)
                    y += _PITCH
            y += _BOX_CLEAR
            for row in boxes:
                for x, text in row:
                    sheet.box(x, y - 2.4, _BOX, _BOX, BOX_RULE)
                    sheet.text(x + _BOX + _BOX_CLEAR, y, text, SMALL)
                y += _BOX_PITCH
            y -= _BOX_PITCH
            for number, labels in enumerate(self._written(one.line)):
                below = y + (number + 1) * _WRITE_PITCH
                sheet.rule(_X, RIGHT, below, ROW_RULE, ROW_RULE_INK)
                for x, text in labels:
                    sheet.text(x, below - 1.2, text, NOTE, MUTED)
            sheet.rule(LEFT, RIGHT, top + high, TABLE_RULE)

        return Block(high, draw)

    def _draw_name(self, sheet: Sheet, y: float, place: int, one: SheetLine) -> None:
        """The number, the customer and what it is about; names are never cut for a code."""
        locale = self.paper.locale
        sheet.text(LEFT, y, self.voice.number(place), HEADING)
        amounts = ", ".join(money(amount, locale, symbol=True) for amount in one.line.amounts)
        sheet.text_right(RIGHT, y, amounts, HEADING)
        room = RIGHT - _X - (width(amounts, HEADING) + 4.0 if amounts else 0.0)
        name = sheet.fitted(one.name, HEADING, room, 1)[0] if one.name else one.code
        sheet.text(_X, y, name, HEADING)
        code_x = _X + width(name, HEADING) + 3.0
        if code_x + width(one.code, LABEL) <= _X + room:
            sheet.text(code_x, y, one.code, LABEL, MUTED)

    def _told(self, one: SheetLine) -> Iterator[tuple[str, str, Style]]:
        """What stands below the name: whom and how, why, what to ask."""
        paper, _ = self.paper, self.voice.gettext
        line, locale = one.line, paper.locale
        how = channel_words(line.channel, locale)
        if line.at is not None:
            how = _("{how} at {at}").format(how=how, at=line.at.strftime("%H:%M"))
        yield how, self._whom(one.person, line.channel), STRONG
        because = [reason_words(reason, locale, locale, paper.day) for reason in line.reasons]
        if one.branches:
            because.append(_("for {branches}").format(branches=", ".join(one.branches)))
        yield _("Why"), capital("; ".join(because)), BODY
        asked = (one.amount for one in line.reasons if one.code is ReasonCode.IN_QUESTION)
        query = ", ".join(money(amount, locale, symbol=True) for amount in asked if amount)
        yield _("To ask"), goal_with_query(line, query, locale, locale), BODY

    def _whom(self, person: ContactRow | None, channel: Channel) -> str:
        _ = self.voice.gettext
        if person is None:
            return _("nobody is known there")
        reach = person.email if channel is Channel.EMAIL else person.phone
        silent = "" if may_discuss(person) else _("only name and number: not about the account")
        parts = (person.name, person.role, person.at, reach, person.best_time, silent)
        return "   ".join(part.replace(" ", "\u00a0") for part in parts if part)

    def _written(self, line: Line) -> list[list[tuple[float, str]]]:
        """Lines to write on, with what belongs where."""
        _ = self.voice.gettext
        notes = [(_X, _("Notes"))]
        if line.channel is not Channel.CALL:
            return [notes]
        return [[(_X, _("Promised")), (_BY_X, _("by")), (_NEXT_X, _("Next step"))], notes]

    def _boxes(self, line: Line) -> list[list[tuple[float, str]]]:
        """Boxes to tick, in as many rows as they take."""
        _ = self.voice.gettext
        said = [_("Done"), _("Put off")]
        if line.channel is Channel.CALL:
            said = [outcome_title(one, self.paper.locale) for one in _TALKED]
        rows: list[list[tuple[float, str]]] = [[]]
        x = _X
        for text in map(clean, said):
            wide = _BOX + _BOX_CLEAR + width(text, SMALL)
            if rows[-1] and x + wide > RIGHT:
                rows.append([])
                x = _X
            rows[-1].append((x, text))
            x += wide + _BOX_GAP
        return rows
