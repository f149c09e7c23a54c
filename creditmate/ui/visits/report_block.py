"""What came of a visit, on its page: read only, for us, with the way to add to it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.confirmation import Deed
from creditmate.domain.visit_observations import Observation, Seen, TopicTrend
from creditmate.domain.visit_report import Review
from creditmate.i18n.call_words import mood_words, outcome_title
from creditmate.i18n.catalogue import words
from creditmate.i18n.distances import distance_words, duration_words
from creditmate.i18n.formats import day_short, money, number
from creditmate.i18n.visit_report_words import (
    came_words,
    change_words,
    course_words,
    limit_view_words,
    result_words,
    risk_view_words,
    seen_words,
    topic_words,
)
from creditmate.services.visit_report_pages import ReportPage
from creditmate.services.visit_talks import VisitTalk
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.facts import FactGrid, in_line
from creditmate.ui.kit.panel import Hairline, SectionHead
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class ReportBlock(QWidget):
    """Shown once a visit is reported; each kind of thing under its own small title.

    Attributes:
        add: Adds to the report.
        files: Opens each file that is kept, by its attachment.
        lines: What is said, line by line.
    """

    add_asked = Signal()
    file_asked = Signal(int)
    """The attachment that is to be opened."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self.lines = around, list[str]()
        self.files: dict[int, Button] = {}
        self._grids: list[FactGrid] = []
        theme, self._ = around.theme, words(around.language).gettext
        self.add = Button(theme, self._("Add to it…"), Kind.QUIET, glyph=Glyph.ADD, small=True)
        self.add.clicked.connect(self.add_asked)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE.s)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(SectionHead(theme, self._("What came of it, for us only"), self.add))
        column.addLayout(self._column)
        column.addWidget(Hairline())
        self.hide()

    def show_report(self, page: ReportPage | None, talk: VisitTalk | None) -> None:
        """Show what was told; nothing where nothing was."""
        empty(self._column)
        self.lines, self.files, self._grids = [], {}, []
        self.setVisible(page is not None)
        if page is None:
            return
        if talk is not None:
            self._show_talk(talk)
        self._show_issues(page)
        if talk is not None:
            self._show_commitments(talk)
        self._show_papers(page)
        self._show_seen(page)
        self._show_review(page)
        in_line(self._grids)

    # ------------------------------------------------------------- its parts
    def _show_talk(self, talk: VisitTalk) -> None:
        _, language = self._, self._around.language
        grid = self._grid("")
        ended = outcome_title(talk.outcome, language)
        self._fact(grid, _("How it ended"), _joined(ended, talk.with_name, self._day(talk.day)))
        self._fact(grid, _("What was said"), talk.notes)
        step = "" if talk.next_day is None else self._day(talk.next_day)
        self._fact(grid, _("Next step"), step or talk.none_because)

    def _show_issues(self, page: ReportPage) -> None:
        results = {one.issue: one for one in page.findings.results}
        grid = self._grid(self._("Issues"))
        for issue in page.file.visit.issues:
            if (one := results.get(issue.id)) is not None:
                said = _joined(result_words(one.result, self._around.language), one.words)
                self._fact(grid, issue.what, said)

    def _show_commitments(self, talk: VisitTalk) -> None:
        _, locale = self._, self._around.locale
        pays = [
            _("{amount} by {day}").format(
                amount=money(one.amount, locale, symbol=True), day=self._day(one.day)
            )
            for one in talk.pays
        ]
        queries = [", ".join(one) for one in talk.queries]
        words_of_theirs = (talk.opportunity, talk.feedback)
        if not (pays or talk.does or talk.ours or talk.plan or queries or any(words_of_theirs)):
            return
        grid = self._grid(_("What each side will do"))
        self._fact(grid, _("They pay"), "\n".join(pays))
        self._fact(grid, _("They will"), "\n".join(map(self._deed, talk.does)))
        self._fact(grid, _("We will"), "\n".join(map(self._deed, talk.ours)))
        self._fact(grid, _("Payment plan"), talk.plan)
        self._fact(grid, _("They query"), "\n".join(queries))
        self._fact(grid, _("An opportunity"), talk.opportunity)
        self._fact(grid, _("What they think of us"), talk.feedback)

    def _show_papers(self, page: ReportPage) -> None:
        if not page.findings.requests:
            return
        names = {one.id: one.what for one in page.file.visit.requests}
        grid = self._grid(self._("Papers"))
        for one in page.findings.requests:
            until = "" if one.by_day is None else self._day(one.by_day)
            kept = self._("the file is kept") if one.request in page.files else ""
            said = _joined(came_words(one.came, self._around.language), until, kept, one.note)
            self._fact(grid, names[one.request], said)
            if kept:
                self._offer_file(grid, page.files[one.request], names[one.request])

    def _offer_file(self, grid: FactGrid, attachment: int, name: str) -> None:
        link = Button(self._around.theme, self._("Open the file"), Kind.LINK)
        link.setAccessibleName(self._("Open {name}").format(name=name))
        link.clicked.connect(partial(self.file_asked.emit, attachment))
        self.files[attachment] = link
        grid.add_link("", link)

    def _show_seen(self, page: ReportPage) -> None:
        """Each topic that was seen, beside the last time and with what has changed since."""
        if page.picture is None:
            return
        language = self._around.language
        grid = self._grid(self._("What was seen"))
        told = {one.topic: one for one in page.findings.observations}
        for trend in page.picture.topics:
            now = told.get(trend.topic)
            if now is not None and (now.note or now.seen is not Seen.NOT_SEEN):
                self._fact(grid, topic_words(trend.topic, language), self._seen(now, trend))
        course = course_words(page.picture.course, language)
        self.lines.append(course)
        self._column.addWidget(Paragraph(self._around.theme, course, Type.BODY, Ink.MUTED))

    def _seen(self, now: Observation, trend: TopicTrend) -> str:
        language = self._around.language
        said = f"{_joined(seen_words(now.seen, language), now.note)}."
        if trend.before is None or trend.before_day is None:
            return said
        before = self._("{day}: {seen}").format(
            day=self._day(trend.before_day),
            seen=_joined(seen_words(trend.before.seen, language), trend.before.note),
        )
        is_same = now.seen is Seen.SAME
        change = "" if is_same else change_words(now.seen, trend.before.seen, language)
        return " ".join(part for part in (said, change, f"({before})") if part)

    def _show_review(self, page: ReportPage) -> None:
        _, language, locale = self._, self._around.language, self._around.locale
        review = page.findings.review
        grid = self._grid(_("What we made of it"))
        if review.mood is not None:
            self._fact(grid, _("The mood"), mood_words(review.mood, language))
        if review.satisfaction is not None:
            text = _("{score} of 5").format(score=number(review.satisfaction, locale))
            self._fact(grid, _("Satisfied"), text)
        views = _joined(
            limit_view_words(review.limit, language) if review.limit else "",
            risk_view_words(review.risk, language) if review.risk else "",
        )
        self._fact(grid, _("Limit and risk"), views)
        self._fact(grid, _("Note"), review.note)
        self._fact(grid, _("It took"), self._took(review, page.file.inner.unit.value))

    def _took(self, review: Review, unit: str) -> str:
        locale = self._around.locale
        return _joined(
            "" if review.minutes is None else duration_words(review.minutes, locale),
            distance_words(review.distance_tenths, unit, locale) if review.distance_tenths else "",
            "" if review.cost is None else money(review.cost, locale, symbol=True),
        )

    # ------------------------------------------------------------- how it is said
    def _grid(self, title: str) -> FactGrid:
        theme = self._around.theme
        if title:
            self._column.addWidget(Paragraph(theme, title, Type.SMALL_STRONG, Ink.MUTED))
        grid = FactGrid(theme)
        self._column.addWidget(grid)
        self._grids.append(grid)
        return grid

    def _fact(self, grid: FactGrid, label: str, said: str) -> None:
        if said:
            grid.add_text(label, said)
            self.lines.append(f"{label}: {said}")

    def _deed(self, deed: Deed) -> str:
        return self._("{words} by {day}").format(words=deed.words, day=self._day(deed.day))

    def _day(self, day: date) -> str:
        return day_short(day, self._around.locale)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
