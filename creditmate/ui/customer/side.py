"""Beside the story: what comes next, a visit, the oldest open items, how promises were kept."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.promises import JUDGED, LIVE, NOT_KEPT, PromiseState, Standing
from creditmate.domain.rows import OpenEntryRow
from creditmate.i18n.brief_words import age_words, kept_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_words import marks_words
from creditmate.i18n.formats import money, number
from creditmate.i18n.labels import entry_label
from creditmate.i18n.list_words import step_words
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.customers import Brief
from creditmate.ui.brief.brief_words import BriefWords
from creditmate.ui.customer.signs import step_glyph
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.marks import Mark, MarkRow
from creditmate.ui.kit.panel import Hairline, SectionHead, SidePanel
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type
from creditmate.ui.visits.next_visit import NextVisit

MOST = 5
"""Items and promises shown here; the tabs have them all."""
_MARKS = {
    PromiseState.KEPT: Mark(Glyph.CHECK, Tone.POSITIVE),
    PromiseState.LATE_KEPT: Mark(Glyph.CHECK, Tone.WARNING),
    **dict.fromkeys(LIVE, Mark(Glyph.THEIR_PROMISE, Tone.NEUTRAL)),
    **dict.fromkeys(NOT_KEPT, Mark(Glyph.CLOSE, Tone.DANGER)),
}


class CustomerSide(SidePanel):
    """Made anew for another page."""

    account_wanted = Signal()
    visit_wanted = Signal(str)
    """The page of the visit of this number."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        _ = words(language).gettext
        super().__init__(_("At a glance"), SPACE.xl)
        self._theme, self._language, self._locale = theme, language, locale
        self.setProperty("ground", Ground.SURFACE.value)
        self.setFixedWidth(SIZES.customer_side)
        self._blocks: QWidget | None = None

    def show_page(self, page: CustomerPage | None) -> None:
        """Show another customer's; nothing while it is asked for."""
        if self._blocks is not None:
            self.body.removeWidget(self._blocks)
            self._blocks.hide()
            self._blocks.deleteLater()
            self._blocks = None
        if page is not None:
            self._blocks = self._make(page)
            self.body.addWidget(self._blocks)

    def _make(self, page: CustomerPage) -> QWidget:
        blocks = QWidget()
        column = QVBoxLayout(blocks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        parts = [
            self._next(page),
            self._visit(page),
            self._items(page.brief),
            self._promises(page.brief),
        ]
        shown = [part for part in parts if part]
        for place, widgets in enumerate(shown):
            if place:
                column.addWidget(Hairline())
            for widget in widgets:
                column.addWidget(widget)
        column.addStretch(1)
        return blocks

    # ------------------------------------------------------------- what comes next
    def _next(self, page: CustomerPage) -> list[QWidget]:
        _, step = words(self._language).gettext, page.next_step
        head = SectionHead(self._theme, _("Next step"))
        if step is None:
            none = Paragraph(self._theme, _("Nothing is set."), Type.BODY, Ink.MUTED)
            return [head, none]
        said = step_words(step, self._language, self._locale, page.brief.as_at)
        why = BriefWords(page.brief, self._language, self._locale).why()[0]
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        icon = GlyphLabel(self._theme, step_glyph(step), Ink.ACCENT)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Paragraph(self._theme, said, Type.BODY_MEDIUM))
        if page.brief.line is not None:
            texts.addWidget(Paragraph(self._theme, why, Type.SMALL, Ink.MUTED))
        row.addLayout(texts, 1)
        return [head, line]

    def _visit(self, page: CustomerPage) -> list[QWidget]:
        row, theme, _ = page.visit, self._theme, words(self._language).gettext
        if row is None:
            return []
        line = NextVisit(theme, self._language, self._locale, row, page.brief.as_at)
        line.clicked.connect(partial(self.visit_wanted.emit, row.number))
        return [SectionHead(theme, _("Visit")), line]

    # ------------------------------------------------------------- open items
    def _items(self, brief: Brief) -> list[QWidget]:
        _ = words(self._language).gettext
        debits = [row for row in brief.entries if row.due_day is not None]
        if not debits:
            none = Paragraph(self._theme, _("Nothing is open."), Type.BODY, Ink.MUTED)
            return [SectionHead(self._theme, _("Open items")), none]
        count = Text(self._theme, self._sum(brief, len(debits)), Type.SMALL, Ink.MUTED)
        made: list[QWidget] = [SectionHead(self._theme, _("Open items"), count)]
        made.append(self._item_lines(sorted(debits, key=_by_due)[:MOST], brief))
        if len(debits) > MOST:
            more = _("All {count}").format(count=number(len(debits), self._locale))
            link = Button(self._theme, more, Kind.LINK)
            link.setAccessibleName(_("All open items"))
            link.clicked.connect(self.account_wanted)
            made.append(_leading(link))
        return made

    def _sum(self, brief: Brief, count: int) -> str:
        """How many, and how much where that is one sum: never across currencies."""
        said = [number(count, self._locale)]
        if len(brief.accounts) == 1:
            said.append(money(brief.accounts[0].ageing.owed, self._locale, symbol=True))
        return ", ".join(said)

    def _item_lines(self, rows: Sequence[OpenEntryRow], brief: Brief) -> QWidget:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.m)
        grid.setColumnStretch(0, 1)
        several = len(brief.accounts) > 1
        at_the_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        for place, row in enumerate(rows):
            late = (brief.as_at - (row.due_day or brief.as_at)).days
            name = row.number or entry_label(row.kind, "", self._language)
            age = age_words(late, self._language, self._locale)
            ink = Ink.DANGER if late > 0 else Ink.MUTED
            amount = money(row.open, self._locale, symbol=several)
            grid.addWidget(Elided(self._theme, name, Type.BODY_MEDIUM), place, 0)
            grid.addWidget(Text(self._theme, age, Type.SMALL, ink), place, 1)
            figure = Text(self._theme, amount)
            grid.addWidget(figure, place, 2, at_the_right)
        return lines

    # ------------------------------------------------------------- promises
    def _promises(self, brief: Brief) -> list[QWidget]:
        _ = words(self._language).gettext
        told = [s for s in brief.promised if s.state in _MARKS][-MOST:]
        if not told:
            return []
        states = [standing.state for standing in told]
        said = marks_words(states, self._language)
        marks = MarkRow(self._theme, [_MARKS[state] for state in states], MOST, said)
        rates = [kept_words(rate, self._language, self._locale) for rate in brief.kept_rates]
        end = Text(self._theme, ", ".join(rates), Type.SMALL, Ink.MUTED)
        head = SectionHead(self._theme, _("Promises"), end if _is_judged(told) else None)
        return [head, marks, Paragraph(self._theme, said, Type.SMALL, Ink.MUTED)]


def _leading(link: QWidget) -> QWidget:
    """Stand where reading begins, as wide as it is."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(link)
    row.addStretch()
    return line


def _by_due(row: OpenEntryRow) -> tuple[object, ...]:
    return (row.due_day, row.id)


def _is_judged(standings: Sequence[Standing]) -> bool:
    return any(standing.state in JUDGED for standing in standings)
