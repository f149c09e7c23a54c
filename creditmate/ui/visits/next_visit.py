"""A customer's open visit in a line of their page: when it is, and what it waits for."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_in_table, hour
from creditmate.services.visit_lists import VisitRow
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import Ink, Type
from creditmate.ui.visits.line import Line
from creditmate.ui.visits.standing_words import standing_tag


class NextVisit(Line):
    """Its day is by their clock, as it was agreed."""

    def __init__(
        self, theme: Theme, language: str, locale: str, row: VisitRow, as_at: date
    ) -> None:
        visit, _ = row.file.visit, words(language).gettext
        when = day_in_table(visit.day, locale, as_at)
        if visit.at is not None:
            at = hour(datetime.combine(visit.day, visit.at), locale)
            when = _("{day}, {hour}").format(day=when, hour=at)
        stands, tone = standing_tag(row.standing, language)
        super().__init__(theme, f"{when}, {stands}")
        self.setToolTip(_("Open the visit"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Paragraph(theme, when, Type.BODY_MEDIUM))
        texts.addWidget(Paragraph(theme, stands, Type.SMALL, tone.ink))
        top = Qt.AlignmentFlag.AlignTop
        self.inside.addWidget(GlyphLabel(theme, Glyph.VISIT, Ink.ACCENT), 0, top)
        self.inside.addLayout(texts, 1)
