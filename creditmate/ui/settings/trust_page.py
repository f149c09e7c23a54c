"""The Trust page: what is known of this ledger's safety, what was tried, what nobody promises."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from creditmate.services.trust_facts import TrustFacts, trust_facts
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.fact_rows import FactRows
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.queries import Latest
from creditmate.ui.safety.check_words import finding_lines, findings_words
from creditmate.ui.safety.figure_rows import FigureRows
from creditmate.ui.safety.trust_words import (
    LIMITS,
    Fact,
    copied_text,
    facts_words,
    figures_lines,
)
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import TRUST, section_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type
from creditmate.ui.wishes import KeepSafe, SafeDeed


class TrustPage(SettingsPage):
    """Read from top to bottom; everything can be copied, since no name and no amount is in it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, section_of(TRUST))
        _, theme = self.words.gettext, around.theme
        self.copy = Button(theme, _("Copy all of it"), Kind.PLAIN, glyph=Glyph.COPY)
        self.check = Button(theme, _("Check now"), Kind.PRIMARY, glyph=Glyph.CHECK, keys="N")
        self.found = QVBoxLayout()
        self.facts: Sequence[Fact] = ()
        self._figures: Sequence[str] = ()
        self._rows, self._tried = QVBoxLayout(), QVBoxLayout()
        self._measured = Paragraph(theme, "", Type.BODY)
        for button in (self.copy, self.check):
            self.head_end.addWidget(button)
        self.body.addWidget(self.scrolled(self._column(), SIZES.trust_page), 1)
        self.copy.clicked.connect(self._copy)
        self.check.clicked.connect(self.add_one)
        self._reading: Latest[TrustFacts] = Latest(
            around.desk, self._show, around.desk.failed.emit, self
        )

    def _column(self) -> QVBoxLayout:
        _, theme = self.words.gettext, self.around.theme
        column = QVBoxLayout()
        column.setSpacing(SPACE.s)
        column.addLayout(self.found)
        column.addLayout(self._rows)
        column.addSpacing(SPACE.l)
        column.addWidget(SectionHead(theme, _("What this program does not protect from")))
        for limit in LIMITS:
            column.addWidget(Paragraph(theme, _(limit), Type.BODY))
        column.addSpacing(SPACE.l)
        column.addWidget(SectionHead(theme, _("What was measured")))
        column.addWidget(self._measured)
        column.addLayout(self._tried)
        column.addStretch()
        return column

    # ------------------------------------------------------------- showing
    def begin(self) -> None:
        """Work begins at the button that checks."""
        self.check.setFocus()

    def reload(self) -> None:
        """Ask for everything that is known."""
        self._reading.ask(partial(trust_facts, self.around.program))

    def _show(self, known: TrustFacts) -> None:
        around = self.around
        now = around.program.clock.now()
        self.facts = facts_words(known, now, around.language, around.locale)
        empty(self._rows)
        rows = FactRows(around.theme, marked=True)
        for fact in self.facts:
            rows.add(fact.title, is_well=fact.is_well).set_text(fact.known)
        self._rows.addWidget(rows)
        self._figures = figures_lines(known.figures, around.language)
        self._measured.set_text(self._figures[0])
        empty(self._tried)
        if known.figures is not None:
            self._tried.addWidget(FigureRows(around.theme, known.figures.figures))
        self._show_found(known)

    def _show_found(self, known: TrustFacts) -> None:
        empty(self.found)
        if not known.found:
            return
        around, _ = self.around, self.words.gettext
        detail = findings_words(known.found, around.language, around.locale)
        note = Notice(around.theme, Tone.DANGER, _("Something is not as it must be"), detail)
        lines = Paragraph(
            around.theme, "\n".join(finding_lines(known.found)), Type.SMALL, Ink.MUTED
        )
        self.found.addWidget(note)
        self.found.addWidget(lines)
        self._figures = [*finding_lines(known.found), *self._figures]

    # ------------------------------------------------------------- doing
    def add_one(self) -> None:
        """Check everything now."""
        self.wanted.emit(KeepSafe(SafeDeed.CHECK))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(copied_text(self.facts, self._figures))
        said = self.words.gettext("Copied. No name and no amount is in it.")
        self.told.emit(said)
