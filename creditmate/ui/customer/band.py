"""The brief as a band under the head of the page: the money, the person, the words to say."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.charge_facts import ChargeFacts
from creditmate.domain.contact_form import Discuss
from creditmate.domain.rows import ContactRow
from creditmate.i18n.bidi import isolated
from creditmate.i18n.catalogue import words
from creditmate.i18n.contact_words import discuss_words
from creditmate.i18n.customer_words import role_words
from creditmate.i18n.formats import day_short
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.customers import Brief
from creditmate.ui.brief.brief_facts import BriefFacts, Fact
from creditmate.ui.brief.brief_words import BriefWords
from creditmate.ui.brief.mood import mood_trend
from creditmate.ui.brief.proof_facts import ProofFacts
from creditmate.ui.brief.quotation import Quotation
from creditmate.ui.brief.sections import Section
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.kit.figure_columns import FigureColumns, TitledFigure
from creditmate.ui.kit.links import dial
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.phrase import Phrase, plain
from creditmate.ui.kit.portrait import PersonPortrait
from creditmate.ui.kit.stair import AgeingStair
from creditmate.ui.kit.stair_legend import StairLegend
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type

_SHARES = (9, 6, 6)
"""How the columns share the width."""
_KNOWN = frozenset(
    {
        Section.DECIDES, Section.DAYS, Section.PAYS, Section.INVOICES, Section.LIMIT,
        Section.GROUP, Section.BUDGET,
    }
)  # fmt: skip
_KNOWN_NARROW = frozenset({Section.BUDGET})
"""In a narrow band; the tabs say the rest."""


class BriefBand(QWidget):
    """Everything to know in one look; made anew for another brief."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        self._theme, self._language, self._locale = theme, language, locale
        self._brief: Brief | None = None
        self._charges: ChargeFacts | None = None
        self._is_narrow = False
        self.setProperty("ground", Ground.SUNKEN.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words(language).gettext("Brief"))
        self._row = QVBoxLayout(self)
        self._row.setContentsMargins(SPACE.xl, SPACE.m, SPACE.xl, SPACE.l)
        self._page: QWidget | None = None

    def show_page(self, page: CustomerPage) -> None:
        """Show a customer's brief, and what was accepted and may be charged."""
        if (page.brief, page.charges) != (self._brief, self._charges):
            self._brief, self._charges = page.brief, page.charges
            self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow band says less, so that the story keeps its room."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < SIZES.band_full
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._renew()

    def _renew(self) -> None:
        brief = self._brief
        self.setUpdatesEnabled(False)
        if self._page is not None:
            self._row.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
            self._page = None
        if brief is not None:
            self._page = self._columns(brief)
            self._row.addWidget(self._page)
        self.setUpdatesEnabled(True)

    def _columns(self, brief: Brief) -> QWidget:
        said = BriefWords(brief, self._language, self._locale)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xl)
        made = (self._money(said, brief), self._person(brief), self._words(said, brief))
        for column, share in zip(made, _SHARES, strict=True):
            row.addLayout(column, share)
        return page

    # ------------------------------------------------------------- the money
    def _money(self, said: BriefWords, brief: Brief) -> QVBoxLayout:
        owed, overdue, *rest = said.figures()
        first = QHBoxLayout()
        first.setSpacing(SPACE.l)
        first.addLayout(self._display(overdue))
        others = FigureColumns(self._theme, (owed, *rest), Type.HEADING)
        first.addWidget(others, 1, Qt.AlignmentFlag.AlignBottom)
        column = _column(SPACE.m)
        column.addLayout(first)
        for steps in said.stairs():
            column.addWidget(AgeingStair(self._theme, steps))
            column.addWidget(StairLegend(self._theme, steps))
        proof = ProofFacts(brief.as_at, self._language, self._locale)
        facts = FactGrid(self._theme)
        self._add(facts, proof.of(brief.agreed, self._charges))
        column.addWidget(facts)
        column.addStretch(1)
        return column

    def _add(self, facts: FactGrid, found: Iterable[Fact]) -> None:
        for fact in found:
            known = Phrase(self._theme, fact.runs, Type.BODY)
            known.setAccessibleName(f"{fact.label}: {plain(fact.runs)}")
            facts.add(fact.label, known)

    def _display(self, figure: TitledFigure) -> QVBoxLayout:
        """The one large figure of the page; a second currency stands smaller below it."""
        column = _column(0)
        column.addWidget(Text(self._theme, figure.title, Type.SMALL, Ink.MUTED))
        for place, line in enumerate(figure.lines):
            style = Type.HEADING if place else Type.DISPLAY
            column.addWidget(Text(self._theme, line, style, figure.ink))
        column.addStretch(1)
        return column

    # ------------------------------------------------------------- the person
    def _person(self, brief: Brief) -> QVBoxLayout:
        column = _column(SPACE.xs)
        person = brief.person or brief.reached_by
        facts = FactGrid(self._theme)
        if person is not None:
            column.addLayout(self._who(person))
            self._reach(facts, person)
        known_here = _KNOWN_NARROW if self._is_narrow else _KNOWN
        self._add(facts, BriefFacts(brief, self._language, self._locale).of(known_here))
        column.addWidget(facts)
        column.addStretch(1)
        return column

    def _who(self, person: ContactRow) -> QHBoxLayout:
        names = _column(0)
        names.addWidget(Paragraph(self._theme, person.name, Type.BODY_STRONG))
        if role := role_words(person, self._language):
            names.addWidget(Paragraph(self._theme, role, Type.SMALL, Ink.MUTED))
        if person.discuss == Discuss.NO:
            may_not = discuss_words(Discuss.NO, self._language)
            names.addWidget(Paragraph(self._theme, may_not, Type.SMALL_STRONG, Ink.DANGER))
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addWidget(PersonPortrait(self._theme, person.name))
        row.addLayout(names, 1)
        return row

    def _reach(self, facts: FactGrid, person: ContactRow) -> None:
        _ = words(self._language).gettext
        if person.phone:
            number = Button(self._theme, isolated(person.phone), Kind.LINK)
            number.setAccessibleName(_("Dial {number}").format(number=person.phone))
            number.clicked.connect(lambda: dial(person.phone))
            facts.add_link(_("Number"), number)
        if person.wrong_since is not None:
            facts.add_text(_("Said to be wrong"), day_short(person.wrong_since, self._locale))
        facts.add_text(_("Best time"), person.best_time)

    # ------------------------------------------------------------- the words
    def _words(self, said: BriefWords, brief: Brief) -> QVBoxLayout:
        _ = words(self._language).gettext
        column = _column(SPACE.s)
        opening, (_title, goal) = said.opening(), said.goal()
        mood = mood_trend(self._theme, said)
        if opening:
            say = _column(SPACE.xs)
            say.addWidget(SectionHead(self._theme, _("Say"), mood))
            say.addWidget(Quotation(self._theme, "", opening))
            column.addLayout(say)
            text = _("Goal: {goal}").format(goal=goal)
            column.addWidget(Paragraph(self._theme, text, Type.SMALL, Ink.MUTED))
        else:
            if mood:
                column.addWidget(mood, 0, Qt.AlignmentFlag.AlignTrailing)
            column.addWidget(Paragraph(self._theme, said.second_line(), Type.BODY, Ink.MUTED))
            column.addWidget(Paragraph(self._theme, said.why()[0], Type.SMALL, Ink.MUTED))
        if brief.customer.remember:
            text = _("Remember: {text}").format(text=brief.customer.remember)
            column.addWidget(Paragraph(self._theme, text, Type.SMALL))
        column.addStretch(1)
        return column


def _column(spacing: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column
