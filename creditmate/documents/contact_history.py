"""The contact history of a customer: who spoke with whom, when, about what, and what was agreed.

Printed for ourselves, between black bands, or for the file that goes with a claim: facts only. How
somebody felt stands in neither (``domain.story_on_paper``). The earliest comes first, as a history
is read; what was promised stands once more at the end, with what became of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.flow import Block, Draw
from creditmate.documents.fonts import HEADING, LABEL, SMALL, Face, Style, width
from creditmate.documents.history_paper import HistoryPaper
from creditmate.documents.internal_pages import Pages, PagesHead
from creditmate.documents.page import LEFT, MUTED, RIGHT, ROW_RULE, ROW_RULE_INK, page
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.ruled_table import Column, heads, row
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import clean, wrap
from creditmate.documents.voice import Voice, in_spoken
from creditmate.domain.contact_channels import Way
from creditmate.domain.money import Money
from creditmate.domain.promises import deed_state
from creditmate.domain.story import StoryEvent, Talk, Topic
from creditmate.i18n.casing import capital
from creditmate.i18n.contact_made_words import way_title
from creditmate.i18n.conversation_words import deed_state_words, promise_state_words
from creditmate.i18n.formats import day_in_table, month_name
from creditmate.i18n.story_words import StoryTeller, topic_words

_TITLE = Style(Face.BOLD, 8.5)
_TEXT_X, _CLEAR, _APART = 48.0, 16.0, 3.0
_PITCH, _BASELINE, _BELOW = 4.0, 3.9, 1.7
_MONTH, _MONTH_GAP = 6.0, 3.0
_LINES_TOGETHER = 10
"""A long note is parted over pages; so many of its lines stay together."""


def draw_history(paper: HistoryPaper) -> CheckedPaper:
    """Return the PDF of a history with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
    sheets = lay_out_history(paper)
    about = about_of(
        paper,
        _Teller(paper).title,
        paper.as_at,
    )
    pdf = print_sheets(sheets, page(paper.size), about)
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(drawing_concerns(sheets)))


def lay_out_history(paper: HistoryPaper) -> list[Sheet]:
    """Return the pages of a history."""
    paper = in_spoken(paper)
    teller = _Teller(paper)
    warned = "" if paper.facts_only else teller.voice.gettext("not for the customer")
    head = PagesHead(teller.title, teller.day, teller.said)
    form = page(paper.size)
    pages = Pages(paper.business, head, teller.voice, form, warned, paper.account)
    return pages.lay_out(list(teller.blocks()))


def history_blocks(paper: HistoryPaper) -> Iterator[Block]:
    """Yield what a history says without its head, for a paper that holds more than it."""
    return _Teller(in_spoken(paper)).blocks()


class _Teller:
    """Says in words what one history holds."""

    def __init__(self, paper: HistoryPaper) -> None:
        self.paper = paper
        self.voice = Voice(paper.locale, paper.as_at)
        self.story = StoryTeller(paper.locale, paper.locale, paper.as_at)

    @property
    def title(self) -> str:
        _ = self.voice.gettext
        return _("Contact history: {name}").format(name=self.paper.customer_name)

    @property
    def day(self) -> str:
        return self.voice.column_day(self.paper.as_at)

    @property
    def said(self) -> tuple[str, ...]:
        """Account, period and how many; then what it was narrowed to."""
        paper, voice, _ = self.paper, self.voice, self.voice.gettext
        count = voice.ngettext("{count} entry", "{count} entries", len(paper.events))
        parts = [
            _("Account {account}").format(account=paper.account),
            self._period(),
            count.format(count=voice.number(len(paper.events))),
        ]
        narrowed = []
        if paper.topic is not Topic.EVERYTHING:
            narrowed.append(topic_words(paper.topic, paper.locale))
        if paper.channel:
            narrowed.append(way_title(Way(paper.channel), paper.locale))
        if paper.text.strip():
            narrowed.append(_("with the words “{text}”").format(text=paper.text.strip()))
        shown = _("Only: {what}").format(what=", ".join(narrowed)) if narrowed else ""
        facts = ""
        if paper.facts_only:
            facts = _("What was done and agreed. Our own notes are not part of it.")
        return tuple(line for line in ("   ".join(parts), shown, facts) if line)

    def _period(self) -> str:
        paper, voice, _ = self.paper, self.voice, self.voice.gettext
        last = voice.day(paper.last or paper.as_at)
        if paper.first is None:
            return _("everything up to {day}").format(day=last)
        return _("from {first} to {last}").format(first=voice.day(paper.first), last=last)

    # ------------------------------------------------------------- the story
    def blocks(self) -> Iterator[Block]:
        paper = self.paper
        if not paper.events:
            yield self._line(self.voice.gettext("Nothing happened in this time."))
        before: date | None = None
        for event in paper.events:
            day = event.key.day
            if before is None or (before.year, before.month) != (day.year, day.month):
                yield self._month(day)
                before = None
            yield from self._event(event, shows_day=day != before)
            before = day
        yield from self._promised()

    def _month(self, day: date) -> Block:
        words = f"{capital(month_name(day, self.voice.locale))} {day.year}"

        def draw(sheet: Sheet, top: float) -> None:
            sheet.text(LEFT, top + 4.4, words, HEADING)

        return Block(_MONTH, draw, keep=True, gap=_MONTH_GAP)

    def _event(self, event: StoryEvent, *, shows_day: bool) -> Iterator[Block]:
        """An entry: its day, what it was, at the end who or how much; then what was said."""
        told = self.story.tell(event)
        if isinstance(event, Talk):
            told = replace(told, end=event.by)  # on paper there is room for the whole name
        day = day_in_table(event.key.day, self.voice.locale, event.key.day) if shows_day else ""
        end = told.end
        room = RIGHT - _TEXT_X - (width(end, SMALL) + 4.0 if end else 0.0)
        title = wrap(told.title, _TITLE, room)
        left = room - width(title[-1], _TITLE) - _APART
        texts = [clean(text) for text in (told.tag, told.text) if text]
        # what is short stands beside the title: money takes one line
        tag = texts.pop(0) if texts and width(texts[0], SMALL) <= left else ""
        lines = [line for text in texts for line in wrap(text, SMALL, RIGHT - _TEXT_X - _CLEAR)]
        chunks = [lines[at : at + _LINES_TOGETHER] for at in range(0, len(lines), _LINES_TOGETHER)]
        first, *later = chunks or [[]]
        yield self._first(day, title, tag, told.end, first, last=not later)
        for place, chunk in enumerate(later):
            yield _more(chunk, last=place == len(later) - 1)

    def _first(  # noqa: PLR0913 - an entry has so many parts
        self, day: str, title: Sequence[str], tag: str, end: str, lines: Sequence[str], *,
        last: bool,
    ) -> Block:  # fmt: skip
        high = _PITCH * (len(title) + len(lines)) + _BELOW

        def draw(sheet: Sheet, top: float) -> None:
            y = top + _BASELINE - 0.4
            sheet.text(LEFT, y, day, LABEL, MUTED)
            for line in title:
                sheet.text(_TEXT_X, y, line, _TITLE)
                y += _PITCH
            y -= _PITCH
            if tag:
                sheet.text(_TEXT_X + width(title[-1], _TITLE) + _APART, y, tag, SMALL)
            if end:
                sheet.text_right(RIGHT, top + _BASELINE - 0.4, end, SMALL)
            for line in lines:
                y += _PITCH
                sheet.text(_TEXT_X, y, line, SMALL)
            if last:
                sheet.rule(_TEXT_X, RIGHT, top + high - 0.4, ROW_RULE, ROW_RULE_INK)

        return Block(high, draw)

    # ------------------------------------------------------------- promises
    def _promised(self) -> Iterator[Block]:
        """What was promised by either side, and what became of it."""
        rows = sorted([*self._theirs(), *self._ours()], key=lambda one: one[0])
        if not rows:
            return
        _ = self.voice.gettext
        columns = (
            Column(_("On"), LEFT, 46.0, style=SMALL),
            Column(_("Who"), _TEXT_X, 66.0, style=SMALL),
            Column(_("What was promised"), 68.0, 122.0, style=SMALL, most=6),
            Column(_("By"), 124.0, 148.0, style=SMALL),
            Column(_("What became of it"), 150.0, RIGHT, style=SMALL, most=3),
        )
        title = _("What was promised")
        head = heads(columns)
        yield Block(_MONTH + 1.0, _words(title), keep=True, gap=6.0)
        yield head
        for place, (_day, cells) in enumerate(rows):
            yield row(columns, cells, last=place == len(rows) - 1, keep=place == 0, again=head)

    def _theirs(self) -> Iterator[tuple[date, Sequence[str]]]:
        paper, voice = self.paper, self.voice
        for standing in paper.standings:
            promise = standing.promise
            yield (
                promise.made_day,
                (
                    voice.column_day(promise.made_day),
                    voice.gettext("They"),
                    voice.total(Money(promise.minor, promise.currency)),
                    voice.column_day(promise.due_day),
                    capital(promise_state_words(standing.state, paper.locale)),
                ),
            )

    def _ours(self) -> Iterator[tuple[date, Sequence[str]]]:
        paper, voice = self.paper, self.voice
        for deed in paper.deeds:
            yield (
                deed.made_day,
                (
                    voice.column_day(deed.made_day),
                    voice.gettext("We"),
                    deed.words,
                    voice.column_day(deed.due_day),
                    capital(deed_state_words(deed_state(deed, paper.as_at), paper.locale)),
                ),
            )

    @staticmethod
    def _line(text: str) -> Block:
        def draw(sheet: Sheet, top: float) -> None:
            sheet.text(LEFT, top + 6.0, text, SMALL)

        return Block(8.0, draw)


def _words(text: str) -> Draw:
    return lambda sheet, top: sheet.text(LEFT, top + 4.4, text, HEADING)


def _more(lines: Sequence[str], *, last: bool) -> Block:
    """Return further lines of an entry."""
    high = _PITCH * len(lines) + (_BELOW if last else 0.0)

    def draw(sheet: Sheet, top: float) -> None:
        for number, line in enumerate(lines):
            sheet.text(_TEXT_X, top + _BASELINE - 0.4 + number * _PITCH - _BELOW, line, SMALL)
        if last:
            sheet.rule(_TEXT_X, RIGHT, top + high - _BELOW - 0.4, ROW_RULE, ROW_RULE_INK)

    return Block(high, draw)
