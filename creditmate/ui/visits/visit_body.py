"""The middle of a visit's page: when and where, what for, who, what about, and the hour."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditmate.domain.visit_plan import (
    PlanPerson,
    PlanPoint,
    PlanRequest,
    VisitPlan,
    plan_of,
)
from creditmate.domain.visits import Side, VisitFile
from creditmate.i18n.catalogue import words
from creditmate.i18n.distances import duration_words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.flow import Flow
from creditmate.ui.kit.panel import Hairline, SectionHead
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.visits.hour_bar import HourBar
from creditmate.ui.visits.inner_block import InnerBlock
from creditmate.ui.visits.line import Line
from creditmate.ui.visits.page_facts import PageFacts
from creditmate.ui.visits.page_hints import PageHints
from creditmate.ui.visits.page_lines import FactLine, IssueShown, PageLines
from creditmate.ui.visits.page_words import issue_stands_words
from creditmate.ui.visits.part_block import PartBlock
from creditmate.ui.visits.plan_edits import Part
from creditmate.ui.visits.purpose_box import Looked, PurposeBox
from creditmate.ui.visits.report_block import ReportBlock
from creditmate.ui.visits.visit_state import VisitRead


class VisitBody(QScrollArea):
    """Every line of it is pressed to be edited.

    Attributes:
        when: Opens what moves the visit.
        where: Opens place and way; so does ``way``.
        purpose: The sentence that the customer reads.
    """

    add_asked = Signal(object)
    """A part."""
    person_asked = Signal(object)
    """The side to which somebody is to be added."""
    edit_asked = Signal(object, int)
    remove_asked = Signal(object, int)
    shift_asked = Signal(object, int, int)

    def __init__(self, around: Surroundings, look: Callable[[str], Looked], name: str) -> None:
        super().__init__()
        self._around, self._facts = around, PageFacts(around)
        self._lines = PageLines(around)
        self._ = words(around.language).gettext
        self._make(look)
        held = QWidget()
        self._lay_out(held)
        self.setViewport(QWidget())
        self.setWidget(held)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        held.setAutoFillBackground(False)

    def _make(self, look: Callable[[str], Looked]) -> None:
        _, theme, lines, around = self._, self._around.theme, self._lines, self._around
        change = _("Place and way…")
        self.when = FactLine(theme, _("Move the visit…"))
        self.where, self.way = FactLine(theme, change), FactLine(theme, change)
        self._flow = Flow((self.when, self.where, self.way))
        self.hints = PageHints(self._around)
        self.report = ReportBlock(self._around)
        self.purpose = PurposeBox(theme, _("Purpose, as the customer will read it"), look)
        people, add = Part.PEOPLE, _("Add")
        self.theirs: PartBlock[PlanPerson] = PartBlock(
            around, people, _("From their side"), add, lines.person,
            none=_("Whom do we see, and who of them decides?"),
        )  # fmt: skip
        self.ours: PartBlock[PlanPerson] = PartBlock(
            around, people, _("From ours"), add, lines.person, none=_("Who goes?")
        )
        self.issues: PartBlock[IssueShown] = PartBlock(
            around, Part.ISSUES, _("Issues"), _("Add issue"), lines.issue,
            head=lines.issue_head(), none=_("What is to be settled, and how?"),
        )  # fmt: skip
        self._took = Text(theme, "", Type.SMALL, Ink.MUTED)
        self.slot = Button(theme, add, Kind.QUIET, glyph=Glyph.ADD, small=True)
        self.hour = HourBar(around, _("The hour"))
        self.points: PartBlock[PlanPoint] = PartBlock(
            around, Part.POINTS, _("Their own points"), add, self._point,
            none=_("What they name has its place on the agenda."),
        )  # fmt: skip
        self.requests: PartBlock[PlanRequest] = PartBlock(
            around, Part.REQUESTS, _("What they are asked to have ready"), add, lines.request
        )
        self.inner = InnerBlock(around)
        self.theirs.add_asked.connect(lambda: self.person_asked.emit(Side.THEIRS))
        self.ours.add_asked.connect(lambda: self.person_asked.emit(Side.OURS))
        self.slot.clicked.connect(lambda: self.add_asked.emit(Part.SLOTS))
        self.issues.add_asked.connect(lambda: self.add_asked.emit(Part.ISSUES))
        self.points.add_asked.connect(lambda: self.add_asked.emit(Part.POINTS))
        self.requests.add_asked.connect(lambda: self.add_asked.emit(Part.REQUESTS))
        for block in (self.theirs, self.ours, self.issues, self.hour, self.points, self.requests):
            block.edit_asked.connect(self.edit_asked)
            block.remove_asked.connect(self.remove_asked)
            block.shift_asked.connect(self.shift_asked)

    def _lay_out(self, held: QWidget) -> None:
        people = ColumnGrid(2, gap=SPACE.xl, row_gap=SPACE.l)
        people.add(self.theirs, self.ours)
        below = ColumnGrid(2, gap=SPACE.xl, row_gap=SPACE.l)
        below.add(self.points, self.requests)
        end = QWidget()
        row = QHBoxLayout(end)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self._took)
        row.addWidget(self.slot)
        hour = QVBoxLayout()
        hour.setSpacing(SPACE.xs)
        hour.addWidget(SectionHead(self._around.theme, self._("The hour"), end, wraps=True))
        hour.addWidget(self.hour)
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.xl)
        column.setSpacing(SPACE.l)
        top = (self._flow, self.hints, self.report, self.purpose, people, Hairline())
        for part in (*top, self.issues):
            column.addWidget(part)
        column.addLayout(hour)
        column.addWidget(below)
        column.addWidget(Hairline())
        column.addWidget(self.inner)
        column.addStretch(1)

    # ------------------------------------------------------------- showing
    def show_visit(self, read: VisitRead) -> None:
        """Show a visit as it is."""
        file, today = read.page.file, self._around.program.clock.today
        plan = plan_of(file)
        self._let_change(read.page.row.standing.is_open)
        self.when.show_fact(self._facts.when(read.page, today))
        self.where.show_fact(self._facts.where(read.page.row))
        self.way.show_fact(self._facts.way(file))
        self._flow.arrange()
        self.hints.show_page(read.page, read.attempt, read.cancelled)
        self.report.show_report(read.report, read.talk)
        self.purpose.show_text(plan.words)
        self.theirs.show_items(_of_side(plan, Side.THEIRS))
        self.ours.show_items(_of_side(plan, Side.OURS))
        self.issues.show_items(list(enumerate(self._issues(plan, read))))
        self.points.show_items(list(enumerate(plan.points)))
        self.requests.show_items(list(enumerate(plan.requests)))
        self._show_hour(file)
        self.inner.show_plan(plan)

    def _let_change(self, is_open: bool) -> None:
        """What was planned of a visit that has ended stays as it was."""
        blocks = (self.theirs, self.ours, self.issues, self.hour, self.points, self.requests)
        for part in (self.when, self.where, self.way, *blocks):
            part.setEnabled(is_open)
        for button in (self.slot, self.inner.edit):
            button.setVisible(is_open)
        self.purpose.let_type(is_open)

    def _show_hour(self, file: VisitFile) -> None:
        visit, locale = file.visit, self._around.locale
        whats = {issue.id: issue.what for issue in visit.issues}
        self.hour.show_slots([self._lines.slot(slot, whats, visit.day) for slot in visit.slots])
        used = sum(slot.minutes for slot in visit.slots)
        whole = duration_words(visit.minutes, locale)
        text = self._("{time}, all used") if used == visit.minutes else self._("{used} of {time}")
        self._took.setText(text.format(time=whole, used=duration_words(used, locale)))

    def _issues(self, plan: VisitPlan, read: VisitRead) -> Sequence[IssueShown]:
        """Each issue with how it stands in the ledger."""
        language, locale = self._around.language, self._around.locale
        today = self._around.program.clock.today
        return [
            IssueShown(
                one,
                issue_stands_words(read.issues[one.id], language, locale, today)
                if one.id in read.issues
                else "",
            )
            for one in plan.issues
        ]

    def _point(self, point: PlanPoint) -> Line:
        return self._lines.point(point, self._around.program.clock.today)


def _of_side(plan: VisitPlan, side: Side) -> Sequence[tuple[int, PlanPerson]]:
    return [(at, one) for at, one in enumerate(plan.people) if one.side is side]
