"""The lines of a visit's page: a person, an issue, a point, something to have ready."""

from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.visit_plan import PlanIssue, PlanPerson, PlanPoint, PlanRequest
from creditmate.domain.visits import IssueKind, VisitSlot
from creditmate.i18n.agenda_words import slot_title
from creditmate.i18n.catalogue import words
from creditmate.i18n.distances import duration_words
from creditmate.i18n.formats import day_in_note, hour
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.portrait import PersonPortrait
from creditmate.ui.kit.tag import Tag, Tone
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SPACE, Ground, Ink, Type
from creditmate.ui.visits.hour_bar import SlotShown
from creditmate.ui.visits.line import Line
from creditmate.ui.visits.page_words import issue_kind_words, slot_short

_SHARES = (26, 28, 28, 16)
"""How the room is shared: what, wanted, fall-back, papers."""
_TOP = Qt.AlignmentFlag.AlignTop


class IssueShown(NamedTuple):
    """An issue, and how it stands, in words; '' where nothing is known."""

    issue: PlanIssue
    stands: str = ""


class PageLines:
    """Makes them in a language."""

    def __init__(self, around: Surroundings) -> None:
        self._around, self._theme = around, around.theme
        self._ = words(around.language).gettext

    # ------------------------------------------------------------- people
    def person(self, one: PlanPerson) -> Line:
        """Somebody who takes part, and what we note of them."""
        _, note = self._, one.inner_note
        decides = _("Decides") if one.decides else ""
        for_us = _("for us only: {words}").format(words=note) if note else ""
        said = (one.name, one.role, for_us, decides)
        line = Line(self._theme, ", ".join(part for part in said if part))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Paragraph(self._theme, one.name, Type.BODY_MEDIUM))
        if one.role:
            names.addWidget(Paragraph(self._theme, one.role, Type.SMALL, Ink.MUTED))
        if note:
            names.addLayout(self._for_us(note))
        line.inside.addWidget(PersonPortrait(self._theme, one.name), 0, _TOP)
        line.inside.addLayout(names, 1)
        if decides:
            line.inside.addWidget(Tag(self._theme, decides, Tone.POSITIVE))
        return line

    def _for_us(self, said: str) -> QHBoxLayout:
        """What stays with us has the crossed eye."""
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        row.addWidget(GlyphLabel(self._theme, Glyph.PRIVATE, Ink.MUTED, ICON.small), 0, _TOP)
        row.addWidget(Paragraph(self._theme, said, Type.SMALL, Ink.MUTED), 1)
        return row

    # ------------------------------------------------------------- issues
    def issue(self, shown: IssueShown) -> Line:
        """Something to settle, in the columns under ``issue_head``."""
        _, theme, one = self._, self._theme, shown.issue
        about = shown.stands or issue_kind_words(one.kind, self._around.language)
        wanted = _("Wanted result: {words}").format(words=one.wanted or "–")
        fall_back = _("Fall-back: {words}").format(words=one.fall_back or "–")
        parts = (one.what, shown.stands, wanted, fall_back, one.papers)
        said = "; ".join(part for part in parts if part)
        line = Line(theme, said, ruled=True)
        line.inside.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        first = QVBoxLayout()
        first.setSpacing(0)
        first.addWidget(Paragraph(theme, one.what, Type.BODY_MEDIUM))
        if shown.stands or (one.kind is not IssueKind.OTHER and about != one.what):
            first.addWidget(Paragraph(theme, about, Type.SMALL, Ink.MUTED))
        first.addStretch(1)
        line.inside.setSpacing(SPACE.l)
        line.inside.addLayout(first, _SHARES[0])
        line.inside.addLayout(_topped(Paragraph(theme, one.wanted)), _SHARES[1])
        fall = Paragraph(theme, one.fall_back, Type.BODY, Ink.MUTED)
        line.inside.addLayout(_topped(fall), _SHARES[2])
        line.inside.addLayout(self._papers(one.papers), _SHARES[3])
        return line

    def _papers(self, said: str) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        if said:
            row.addWidget(GlyphLabel(self._theme, Glyph.ATTACH, Ink.ACCENT, ICON.small), 0, _TOP)
        row.addWidget(Paragraph(self._theme, said, Type.SMALL, Ink.ACCENT), 1)
        column = QVBoxLayout()
        column.addLayout(row)
        column.addStretch(1)
        return column

    def issue_head(self) -> QWidget:
        """What the columns of issues are; one of them is for us only."""
        _, theme, head = self._, self._theme, QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        fall_back = QHBoxLayout()
        fall_back.setSpacing(SPACE.xs)
        fall_back.addWidget(GlyphLabel(theme, Glyph.PRIVATE, Ink.MUTED, ICON.small), 0, _TOP)
        for_us = Paragraph(theme, _("Fall-back, for us only"), Type.SMALL, Ink.MUTED)
        fall_back.addWidget(for_us, 1)
        row.addWidget(Paragraph(theme, _("What"), Type.SMALL, Ink.MUTED), _SHARES[0])
        row.addWidget(Paragraph(theme, _("Wanted result"), Type.SMALL, Ink.MUTED), _SHARES[1])
        row.addLayout(fall_back, _SHARES[2])
        row.addWidget(Paragraph(theme, _("Papers"), Type.SMALL, Ink.MUTED), _SHARES[3])
        return head

    # ------------------------------------------------------------- points and requests
    def point(self, one: PlanPoint, as_at: date) -> Line:
        """A point of their own, and when it was named."""
        _, said = self._, ""
        if one.said_day is not None:
            day = day_in_note(one.said_day, self._around.locale, as_at)
            said = _("named {day}").format(day=day)
        if one.by_whom:
            said = f"{one.by_whom}, {said}" if said else one.by_whom
        return self._soft(Glyph.QUOTE, one.words, said)

    def request(self, one: PlanRequest) -> Line:
        """Something they are asked to have ready."""
        return self._soft(Glyph.FOLDER, one.what, "")

    def _soft(self, glyph: Glyph, what: str, said: str) -> Line:
        line = Line(self._theme, f"{what}, {said}" if said else what, Ground.SUNKEN)
        line.inside.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        line.inside.addWidget(GlyphLabel(self._theme, glyph, Ink.ACCENT), 0, _TOP)
        line.inside.addWidget(Paragraph(self._theme, what), 1)
        if said:
            named = Paragraph(self._theme, said, Type.SMALL, Ink.MUTED)
            line.inside.addWidget(named, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    # ------------------------------------------------------------- the hour
    def slot(self, one: VisitSlot, whats: "dict[int, str]", day: date) -> SlotShown:
        """An item of the hour."""
        language, locale = self._around.language, self._around.locale
        at = hour(datetime.combine(day, one.begins), locale)
        about = whats.get(one.issue or 0, "")
        short = one.title or about or slot_short(one.kind, language)
        long = one.title or about or slot_title(one.kind, language)
        took = duration_words(one.minutes, locale)
        said = f"{at}, {long}, {took}"
        return SlotShown(at, short, said, one.minutes, one.kind.value == "points")


def _topped(paragraph: Paragraph) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(paragraph)
    column.addStretch(1)
    return column


class Fact(NamedTuple):
    """A fact above the page: an icon, what is known, and what is said behind it, fainter."""

    glyph: Glyph
    known: str
    rest: str = ""


class FactLine(Line):
    """Shows a fact, and is pressed to change it."""

    def __init__(self, theme: Theme, does: str) -> None:
        """Make it; ``does`` is said to whoever rests on it."""
        super().__init__(theme, "")
        self._does = does
        self.setToolTip(does)
        self.setAccessibleName(does)  # until there is a fact
        self._glyph = GlyphLabel(theme, Glyph.DIARY, Ink.MUTED)
        self._known = Paragraph(theme, "", Type.BODY_MEDIUM)
        self._rest = Paragraph(theme, "", Type.SMALL, Ink.MUTED)
        self.inside.setSpacing(SPACE.s)
        for part in (self._glyph, self._known, self._rest):
            self.inside.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.inside.addSpacing(SPACE.xs)  # the outline round it keeps off the next one

    def show_fact(self, fact: Fact) -> None:
        """Show another."""
        self._glyph.show_as(fact.glyph, Ink.MUTED)
        self._known.set_text(fact.known)
        self._rest.set_text(fact.rest)
        self._rest.setVisible(bool(fact.rest))
        self.setAccessibleName(" ".join(part for part in (fact.known, fact.rest) if part))
        self.setAccessibleDescription(self._does)
        self.updateGeometry()
