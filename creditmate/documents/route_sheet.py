"""The route sheet of a day (mockups/paper.md, document 8): where to be when, and how to get there.

Ours alone. Where the time between two visits is too short it is said with a way out.
"""

from collections.abc import Iterator, Sequence

from creditmate.documents.concerns import drawing_concerns
from creditmate.documents.flow import Block, stacked
from creditmate.documents.fonts import BODY, HEAD, LABEL, width
from creditmate.documents.internal_pages import Pages, PagesHead
from creditmate.documents.page import (
    LEFT,
    MUTED,
    RIGHT,
    TABLE_RULE,
    page,
)
from creditmate.documents.papers import CheckedPaper, DrawnPaper
from creditmate.documents.route_parts import RouteParts
from creditmate.documents.route_sheet_paper import NearBy, RouteSheet, SheetNote
from creditmate.documents.sheet import Sheet
from creditmate.documents.text import wrap
from creditmate.documents.voice import Voice, in_spoken
from creditmate.i18n.distances import duration_words
from creditmate.i18n.formats import day_short, day_with_weekday, moment
from creditmate.i18n.visit_words import time_warning_words, visit_hint_words

_FOOT_X, _FOOT_ROW = 50.0, 5.6


def draw_route(paper: RouteSheet) -> CheckedPaper:
    """Return the PDF of a sheet with what to look at; the same one gives the same bytes."""
    from creditmate.documents.press import about_of, print_sheets  # noqa: PLC0415 - reportlab is slow

    paper = in_spoken(paper)
    sheets = lay_out_route(paper)
    title = Voice(paper.locale, paper.day).gettext("Route sheet")
    about = about_of(paper, f"{title} {paper.day.isoformat()}", paper.day)
    pdf = print_sheets(sheets, page(paper.size), about)
    return CheckedPaper(DrawnPaper(pdf, len(sheets)), tuple(drawing_concerns(sheets)))


def lay_out_route(paper: RouteSheet) -> list[Sheet]:
    """Return the pages of a sheet."""
    return _Layouter(in_spoken(paper)).done()


class _Layouter:
    """Lays out one sheet."""

    def __init__(self, paper: RouteSheet) -> None:
        self.paper, self.form = paper, page(paper.size)
        self.voice = Voice(paper.locale, paper.day)
        self.parts = RouteParts(paper, self.voice)

    def done(self) -> list[Sheet]:
        paper, _ = self.paper, self.voice.gettext
        day = day_with_weekday(paper.day, paper.locale)
        head = PagesHead(day, self._sums(), ("   ".join(self._said()),))
        number = _("Route {day}").format(day=day_short(paper.day, paper.locale))
        foot = _("Times on the road are estimates; the warning compares them with the diary.")
        pages = Pages(
            paper.business,
            head,
            self.voice,
            self.form,
            _("day sheet"),
            number.replace(" ", "\u00a0"),
            foot,
        )
        return pages.lay_out(list(self._blocks()))

    # ------------------------------------------------------------- the head
    def _sums(self) -> str:
        route, voice = self.paper.route, self.voice
        count = len(route.stops)
        said = [voice.ngettext("{count} visit", "{count} visits", count)]
        said[0] = said[0].format(count=voice.number(count))
        if route.tenths is not None:
            said.append(self.parts.far(route.tenths))
        if route.minutes is None:
            said.append(voice.gettext("not every way is known"))
        elif route.minutes:
            on_the_road = voice.gettext("{duration} on the road")
            said.append(on_the_road.format(duration=duration_words(route.minutes, voice.locale)))
        return ", ".join(said)

    def _said(self) -> Iterator[str]:
        paper, _ = self.paper, self.voice.gettext
        if paper.who:
            yield ", ".join(paper.who)
        if paper.printed is not None:
            yield _("printed {moment}").format(moment=moment(paper.printed, paper.locale))

    # ------------------------------------------------------------- the way
    def _blocks(self) -> Iterator[Block]:
        paper, _ = self.paper, self.voice.gettext
        leave = _("Leave {place}").format(place=paper.home or paper.business.name)
        yield self.parts.end(paper.route.leaves, leave, first=True)
        stops = zip(paper.route.stops, paper.stops, strict=True)
        for number, (reached, stop) in enumerate(stops, start=1):
            parts = [self.parts.leg(reached)]
            if reached.is_too_short:
                parts.append(self.parts.warning(reached))
            yield stacked(
                [*parts, self.parts.stop(number, reached, stop)], keep=number == len(paper.stops)
            )
        yield self.parts.end(paper.route.stops[-1].stop.ends, self.parts.back(), first=False)
        foot = list(self._foot())
        if foot:
            yield stacked(foot, gap=4.0)

    # ------------------------------------------------------------- the foot
    def _foot(self) -> Iterator[Block]:
        paper, _ = self.paper, self.voice.gettext
        for label, texts in (
            (_("No hour yet"), [", ".join(paper.without_hour)]),
            (_("Also near"), [self._near(one) for one in paper.near]),
            (_("Take with you"), [", ".join(paper.take)]),
            (_("Please note"), [*map(self._note, paper.notes), _("Write the reports today.")]),
        ):
            if any(texts):
                yield _told(label, texts)
        yield self._odometer()

    def _near(self, one: NearBy) -> str:
        voice, _ = self.voice, self.voice.gettext
        said = _("{name}, near stop {number}")
        if one.tenths is not None:
            said = _("{name}, {distance} from stop {number}")
        far = "" if one.tenths is None else self.parts.far(one.tenths)
        text = said.format(name=one.name, number=voice.number(one.stop), distance=far)
        if not one.overdue:
            return text
        amounts = ", ".join(voice.total(amount) for amount in one.overdue)
        return text + ", " + _("overdue {amounts}").format(amounts=amounts)

    def _note(self, note: SheetNote) -> str:
        """What to mind at a customer's, as sentences after its name."""
        paper, locale = self.paper, self.voice.locale
        told = [time_warning_words(one, locale, locale, paper.day) for one in note.times]
        told += [visit_hint_words(one, locale, locale) for one in note.hints]
        if note.words:
            told.append(" ".join(note.words.split()))
        return self.voice.gettext("{name}: {notes}").format(name=note.name, notes=" ".join(told))

    def _odometer(self) -> Block:
        _ = self.voice.gettext

        def draw(sheet: Sheet, top: float) -> None:
            y, x = top + 4.0, _FOOT_X
            sheet.text(LEFT, y, _("Odometer"), HEAD)
            for label in (_("out"), _("in")):
                sheet.text(x, y, label, LABEL, MUTED)
                start = x + width(label, LABEL) + 2.0
                sheet.rule(start, start + 36.0, y + 1.2, TABLE_RULE)
                x = start + 42.0

        return Block(_FOOT_ROW, draw)


def _told(label: str, texts: Sequence[str]) -> Block:
    """Something at the foot, each text on a line of its own."""
    start = max(_FOOT_X, LEFT + width(label, HEAD) + 3.0)
    lines = [line for text in texts for line in wrap(text, BODY, RIGHT - start)]

    def draw(sheet: Sheet, top: float) -> None:
        sheet.text(LEFT, top + 4.0, label, HEAD)
        for number, line in enumerate(lines):
            sheet.text(start, top + 4.0 + number * 4.4, line, BODY)

    return Block(_FOOT_ROW + (len(lines) - 1) * 4.4, draw)
