"""The agenda that a customer gets before a visit (mockups/paper.md, document 6).

What it is for, when and where, who comes, what is talked about by the hour and theirs first, how
the account stands, what we should like to see, room for their own points, and how to change it.
"""

from collections.abc import Iterator

from creditmate.documents.agenda_parts import (
    COLUMN_END,
    COLUMN_START,
    account_block,
    item_blocks,
    points_block,
    ready_block,
)
from creditmate.documents.flow import Block, beside, stacked
from creditmate.documents.fonts import BODY, LABEL, LETTER, STRONG, Style, width
from creditmate.documents.furniture import Fact
from creditmate.documents.letter_pages import LetterHead, LetterPages
from creditmate.documents.page import LEFT, MUTED, RIGHT, page
from creditmate.documents.papers import CheckedPaper, DrawnPaper, PaperWarning
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.visit_agenda_paper import Attendee, Enclosed, EnclosedKind, VisitAgenda
from creditmate.documents.voice import Voice, in_spoken
from creditmate.i18n.formats import day_with_weekday, hour
from creditmate.i18n.place_words import place_words

_MOST_ITEMS, _MOST_PEOPLE = 9, 6
"""More than these, and the two columns become one."""
_LINES, _FEWEST_LINES = 4, 2
"""Lines for their own points, and how few they may be so that all stays on one page."""
_PURPOSE_PITCH, _GRID_PITCH, _CLOSING_PITCH = 5.0, 4.6, 4.6
_VALUE_X, _GRID_GAP, _FROM_X = 38.5, 4.0, 106.9
_ASCENT = 3.6
_SHORT = 10
"""So many letters may be a postcode ("12345-6789")."""
_ENDS = frozenset(".!?…。؟")
"""A sentence that ends with none of them gets its stop."""


def draw_agenda(paper: VisitAgenda) -> CheckedPaper:
    """Return the PDF of an agenda with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
    sheets, warnings = lay_out_agenda(paper)
    title = Voice(paper.locale, paper.day).gettext("Agenda")
    named = " ".join(part for part in (title, f"{paper.number},", paper.customer_name) if part)
    pdf = print_sheets(sheets, page(paper.size), about_of(paper, named, paper.day))
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(warnings))


def lay_out_agenda(paper: VisitAgenda) -> tuple[list[Sheet], list[PaperWarning]]:
    """Return the pages of an agenda, and what to look at before it is issued."""
    return _Layouter(in_spoken(paper)).done()


def enclosed_words(one: Enclosed, voice: Voice) -> str:
    """Return what a paper that goes along is called."""
    _ = voice.gettext
    if one.kind is EnclosedKind.STATEMENT:
        return _("Statement {number}").format(number=one.name)
    if one.kind is EnclosedKind.DOCUMENT:
        return _("Copy of {number}").format(number=one.name)
    return one.name


def times_words(paper: VisitAgenda, voice: Voice) -> str:
    """Return from when to when the visit is, by the customer's clock, and how long that is."""
    _, minutes, locale = voice.gettext, paper.minutes, voice.locale
    if minutes % 60:
        said = voice.ngettext("about {count} minute", "about {count} minutes", minutes)
        long = said.format(count=voice.number(minutes))
    else:
        said = voice.ngettext("about {count} hour", "about {count} hours", minutes // 60)
        long = said.format(count=voice.number(minutes // 60))
    begins, ends = hour(paper.begins_at, locale), hour(paper.ends_at, locale)
    return _("{begins} to {ends}, {long}").format(begins=begins, ends=ends, long=long)


def where_words(paper: VisitAgenda, voice: Voice) -> str:
    """Return where the visit is, in one line; abroad with the country."""
    return place_words(paper.place, paper.place_abroad, voice.locale)


def purpose_words(paper: VisitAgenda, voice: Voice) -> str:
    """Return why we come, as a whole sentence: "To agree …" is what we should like."""
    purpose = paper.purpose.strip()
    if purpose and purpose[-1] not in _ENDS:
        purpose += "."
    first, blank, rest = purpose.partition(" ")
    if first != "To" or not blank:
        return purpose
    return voice.gettext("We should like {purpose}").format(purpose=f"to {rest}")


def change_words(paper: VisitAgenda, voice: Voice) -> str:
    """Return whom to tell if the day or the time no longer suits."""
    _, phone = voice.gettext, paper.phone.replace(" ", "\u00a0")
    name = paper.caller or paper.business.name
    if phone and paper.email:
        said = _(
            "If the day or the time no longer suits, please ring {name} on {phone} or write to"
            " {email}."
        )
    elif phone:
        said = _("If the day or the time no longer suits, please ring {name} on {phone}.")
    elif paper.email:
        said = _("If the day or the time no longer suits, please write to {name}, {email}.")
    else:
        said = _("If the day or the time no longer suits, please tell {name}.")
    return said.format(name=name, phone=phone, email=paper.email)


class _Layouter:
    """Lays out one agenda."""

    def __init__(self, paper: VisitAgenda) -> None:
        self.paper, self.voice = paper, Voice(paper.locale, paper.day)

    def done(self) -> tuple[list[Sheet], list[PaperWarning]]:
        pages = LetterPages(self.paper, self.voice, self._head())
        blocks = [self._purpose(), self._grid()]
        narrow = self._beside()
        used = sum(block.high + block.gap for block in (*blocks, narrow))
        few = self._is_short() and pages.first + used <= pages.bottom
        blocks += [narrow] if few else list(self._below())
        return pages.lay_out([*blocks, *self._end(blocks, pages.bottom - pages.first)])

    def _end(self, above: list[Block], room: float) -> list[Block]:
        """Their own points and the end, on the first page if fewer lines bring them there."""
        closing = self._closing()
        for count in range(_LINES, _FEWEST_LINES - 1, -1):
            found = [points_block(self.paper, self.voice, count), closing]
            if sum(block.high + block.gap for block in (*above, *found)) <= room:
                return found
        return [points_block(self.paper, self.voice, _LINES), closing]

    def _is_short(self) -> bool:
        people = len(self.paper.theirs) + len(self.paper.ours)
        return len(self.paper.items) <= _MOST_ITEMS and people <= _MOST_PEOPLE

    # ------------------------------------------------------------- the head
    def _head(self) -> LetterHead:
        paper, voice, _ = self.paper, self.voice, self.voice.gettext
        replaces = ""
        if (before := paper.replaces) is not None:
            said = _("This replaces our agenda {number} of {day}.")
            replaces = said.format(number=before.number, day=voice.day_in_year(before.day))
        day = day_with_weekday(paper.visit_day, paper.locale)
        title = _("Our visit to you on {day}").format(day=day)
        return LetterHead(_("Agenda"), tuple(self._facts()), title, replaces)

    def _facts(self) -> Iterator[Fact]:
        paper, voice, _ = self.paper, self.voice, self.voice.gettext
        yield Fact(_("Date"), voice.day(paper.day))
        yield Fact(_("Our reference"), paper.number or _("Draft"))
        yield Fact(_("Account"), paper.account)
        yield Fact(_("Enclosed"), ", ".join(enclosed_words(one, voice) for one in paper.enclosed))
        reach = (
            paper.caller or paper.business.name,
            (paper.phone or paper.email).replace(" ", "\u00a0"),
        )
        yield Fact(_("To change it"), ", ".join(part for part in reach if part))

    # ------------------------------------------------------------- why, when, where, who
    def _purpose(self) -> Block:
        thanks = self.voice.gettext("Thank you for making time for us.")
        text = f"{thanks} {purpose_words(self.paper, self.voice)}"
        return _text(text, LETTER, _PURPOSE_PITCH, 0.0)

    def _grid(self) -> Block:
        """When and where at the left, who at the right."""
        paper, _ = self.paper, self.voice.gettext
        left = [(_("When"), times_words(paper, self.voice), STRONG),
                (_("Where"), _unparted(where_words(paper, self.voice)), BODY)]  # fmt: skip
        right = [(_("From you"), _people(paper.theirs), BODY),
                 (_("From us"), _people(paper.ours), BODY)]  # fmt: skip
        return beside(_rows(left, LEFT, _FROM_X - 4.0), _rows(right, _FROM_X, RIGHT), gap=_GRID_GAP)

    # ------------------------------------------------------------- what about
    def _beside(self) -> Block:
        """The agenda at the left, account and what to have ready at the right."""
        paper, voice = self.paper, self.voice
        items = stacked(list(item_blocks(paper, voice, COLUMN_END)))
        others = [account_block(paper, voice, COLUMN_START)]
        if paper.ready:
            others.append(ready_block(paper, voice, COLUMN_START))
        return beside(items, stacked(others), gap=6.0)

    def _below(self) -> Iterator[Block]:
        paper, voice = self.paper, self.voice
        first, *rest = item_blocks(paper, voice, RIGHT)
        yield Block(first.high, first.draw, first.keep, 6.0)
        yield from rest
        yield account_block(paper, voice, LEFT)
        if paper.ready:
            yield ready_block(paper, voice, LEFT)

    def _closing(self) -> Block:
        paper, voice = self.paper, self.voice
        said = change_words(paper, voice)
        if paper.ring_on is not None:
            sure = voice.gettext("We will telephone on {day} to make sure.")
            said = f"{said} {sure.format(day=voice.day_in_year(paper.ring_on))}"
        return _text(said, BODY, _CLOSING_PITCH, 3.0)


def _unparted(place: str) -> str:
    """A postcode, or a house with its number, is read as one: no line ends within it."""
    parts = place.split(", ")
    short = (any(map(str.isdigit, part)) and len(part) <= _SHORT for part in parts)
    return ", ".join(
        part.replace(" ", "\u00a0") if one else part for part, one in zip(parts, short, strict=True)
    )


def _people(people: tuple[Attendee, ...]) -> str:
    return "; ".join(f"{one.name}, {one.role}" if one.role else one.name for one in people)


def _rows(rows: list[tuple[str, str, Style]], left: float, right: float) -> Block:
    """Labels with their values, wrapped beside one another; those without a value are left out."""
    rows = [row for row in rows if row[1]]
    widest = max((width(label, LABEL) for label, _value, _style in rows), default=0.0)
    values = left + max(_VALUE_X - LEFT, widest + 2.5)
    wrapped = [(label, wrap(value, style, right - values), style) for label, value, style in rows]

    def draw(sheet: Sheet, top: float) -> None:
        y = top + _ASCENT
        for label, lines, style in wrapped:
            sheet.text(left, y, label, LABEL, MUTED)
            for line in lines:
                sheet.text(values, y, line, style)
                y += _GRID_PITCH

    return Block(sum(len(lines) for _label, lines, _style in wrapped) * _GRID_PITCH, draw)


def _text(text: str, style: Style, pitch: float, gap: float) -> Block:
    lines = wrap(text, style, RIGHT - LEFT)

    def draw(sheet: Sheet, top: float) -> None:
        for number, line in enumerate(lines):
            sheet.text(LEFT, top + _ASCENT + number * pitch, line, style)

    return Block(pitch * len(lines), draw, gap=gap)
