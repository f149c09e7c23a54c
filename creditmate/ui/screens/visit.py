"""A visit's page: what is planned, and beside it what is to be done before, and whether it pays."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from creditmate.domain.changes import Touched
from creditmate.domain.visit_report import REBOOKED
from creditmate.domain.visits import VisitEventKind, VisitState
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.ledgers import LedgerFacts
from creditmate.services.visit_attempts import in_vain_already
from creditmate.ui.kit.areas import Area, Areas
from creditmate.ui.kit.panel import Hairline, Upright
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.courtesy_look import CourtesyLook
from creditmate.ui.visits.deeds import VisitDeeds
from creditmate.ui.visits.once_read import OnceRead
from creditmate.ui.visits.page_buttons import PageButtons
from creditmate.ui.visits.page_papers import PagePapers
from creditmate.ui.visits.visit_body import VisitBody
from creditmate.ui.visits.visit_menu import (
    AGENDA_KEY,
    CONFIRM_KEY,
    DEPUTY_KEY,
    MOVE_KEY,
    NOBODY_KEY,
    PACK_KEY,
    REFUSED_KEY,
    REPORT_KEY,
    ROUTE_KEY,
    THANKS_KEY,
    VisitMenu,
)
from creditmate.ui.visits.visit_side import VisitSide
from creditmate.ui.visits.visit_state import VisitRead, read_visit
from creditmate.ui.wishes import GoBack, OpenSettings, OpenVisit, PlanVisit


class VisitScreen(Screen):
    """Whoever opens it sees what is ready and what is not."""

    shows = Touched.TASKS | Touched.CUSTOMERS | Touched.CONTACTS_MADE | Touched.INVOICES

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around, self._number, self._code = around, "", ""
        self._read: VisitRead | None = None
        self._thanks_next = False
        self._once_read = OnceRead()
        self._ = _ = words(around.language).gettext
        self._buttons = buttons = PageButtons(around)
        self.head, self.confirm = buttons.head, buttons.confirm
        self.agenda, self.pack, self.thanks = buttons.agenda, buttons.pack, buttons.thanks
        self.report, self.again = buttons.report, buttons.again
        self.rebook = buttons.rebook
        self._look = CourtesyLook(around.language)
        self.body = VisitBody(around, self._look, _("Visit"))
        self.side = VisitSide(around)
        self.deeds = VisitDeeds(around, self, facts.business.currency)
        self.papers = PagePapers(around, self)
        self._menu = VisitMenu(around, self.deeds, self.papers, self.wanted)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.body, 1)
        row.addWidget(Upright())
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Hairline())
        column.addLayout(row, 1)
        head = Area(self.head, self.head.focus_primary)
        self._areas = Areas(
            self, (head, Area(self.body, self.begin), Area(self.side, self.side.begin))
        )
        failed = around.desk.failed.emit
        self._latest: Latest[VisitRead] = Latest(around.desk, self._show, failed, self)
        self._connect()

    def _connect(self) -> None:
        body, deeds = self.body, self.deeds
        self.head.backed.connect(lambda: self.wanted.emit(GoBack()))
        self.head.offer_more(self._fill)
        once_read = self._once_read.of
        self.confirm.clicked.connect(once_read(deeds.confirm))
        self.report.clicked.connect(once_read(deeds.report))
        self.again.clicked.connect(once_read(self._plan_again))
        self.rebook.clicked.connect(once_read(deeds.move))
        body.when.clicked.connect(deeds.move)
        body.where.clicked.connect(deeds.where)
        body.way.clicked.connect(deeds.where)
        body.hints.settings.clicked.connect(lambda: self.wanted.emit(OpenSettings("business")))
        body.purpose.told.connect(deeds.say)
        deeds.said.connect(body.purpose.keep)
        body.report.add_asked.connect(deeds.reports.add)
        body.report.file_asked.connect(deeds.reports.open_file)
        deeds.reports.reported.connect(self._on_reported)
        deeds.reports.left.connect(self.reload)
        body.inner.edit.clicked.connect(deeds.inner)
        body.add_asked.connect(deeds.add)
        body.person_asked.connect(deeds.add_person)
        body.edit_asked.connect(deeds.edit)
        body.remove_asked.connect(deeds.remove)
        body.shift_asked.connect(deeds.shift)
        prepare = self.side.prepare
        prepare.ticked.connect(deeds.prepare)
        prepare.add.clicked.connect(deeds.add_step)
        prepare.remove_asked.connect(deeds.remove_step)
        self.side.wanted.connect(self.wanted)
        papers = self.papers
        for button, keys, work in (
            (self.agenda, AGENDA_KEY, papers.agenda),
            (self.pack, PACK_KEY, papers.pack),
            (self.thanks, THANKS_KEY, papers.thanks),
        ):
            button.clicked.connect(once_read(work))
            self._key(keys, work)
        self._key(ROUTE_KEY, papers.route)
        deeds.pass_on_to(self)
        self.papers.pass_on_to(self)
        self._key(MOVE_KEY, deeds.move)
        self._key(CONFIRM_KEY, deeds.confirm)
        self._key(REPORT_KEY, self._tell)
        self._key(DEPUTY_KEY, partial(self._not_met, VisitEventKind.DEPUTY))
        self._key(NOBODY_KEY, partial(self._not_met, VisitEventKind.NOBODY))
        self._key(REFUSED_KEY, partial(self._not_met, VisitEventKind.REFUSED))

    def _key(self, keys: str, then: Callable[[], object]) -> None:
        """A key of the page; what is typed into a field goes there first."""
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key = QShortcut(QKeySequence(keys), self, context=within)
        key.activated.connect(self._once_read.of(then))

    # ------------------------------------------------------------- which visit
    @property
    def number(self) -> str:
        """Which visit it is; empty before the first."""
        return self._number

    def take(self, wish: object) -> None:
        """Show a visit."""
        if isinstance(wish, OpenVisit):
            is_shown = self._read is not None and self._read.page.row.number == wish.number
            self._once_read.wait(awaits=not is_shown)
            self._number, self._code = wish.number, wish.code
            self._stale = True
            self._reload_if_stale()

    def begin(self) -> None:
        """Work begins at the top; of a visit that has ended, with what follows."""
        is_open = self._read is None or self._read.page.row.standing.is_open
        (self.body.when if is_open else self.again).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column beside the visit takes no more than its part."""
        super().resizeEvent(event)
        self.side.fit(self.width())

    def enter(self, step: int) -> None:
        """Come here by F6."""
        self._areas.enter(step)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The purpose, while it is being typed."""
        changed = self._read is not None and self.body.purpose.is_changed
        return (self._("The purpose of the visit"),) if changed else ()

    @property
    def is_asking(self) -> bool:
        """Whether the visit is on its way."""
        return bool(self._latest.waiting)

    def reload(self) -> None:
        """Ask for the visit as it is now."""
        if self._number or self._code:
            program = self._around.program
            self._latest.ask(partial(read_visit, program, self._number, self._code))

    def _show(self, read: VisitRead) -> None:
        before, self._read = self._read, read
        row = read.page.row
        self._number = row.number
        self._look.locale, self._look.names = read.locale, (row.name,)
        self._buttons.show_visit(read)
        self.deeds.show_visit(read)
        self.papers.show_page(read.page)
        self.body.show_visit(read)
        self.side.show_visit(read)
        if before is not None and before.page.row.standing.is_open and not row.standing.is_open:
            self.begin()  # what one was on cannot be changed any more
        if self._thanks_next and row.standing.state is VisitState.REPORTED:
            self._thanks_next = False
            self.thanks.setFocus()  # Enter is all it takes
        self._once_read.arrived()

    def _on_reported(self) -> None:
        self._thanks_next = True

    def _plan_again(self) -> None:
        if self._read is not None:
            self.wanted.emit(PlanVisit(self._read.page.row.code))

    def _tell(self) -> None:
        """Write the report from the day of the visit on, and add to it once it is written."""
        read, today = self._read, self._around.program.clock.today
        if read is None:
            return
        standing = read.page.row.standing
        if standing.state is VisitState.REPORTED:
            self.deeds.reports.add()
        elif standing.is_open and read.page.file.visit.day <= today:
            self.deeds.report()
        elif standing.is_open:
            self.told.emit(self._("The visit is still to come."))

    def _fill(self, menu: QMenu) -> None:
        """Offer what makes sense as the visit stands."""
        if self._read is not None:
            self._menu.fill(menu, self._read)

    def _not_met(self, kind: VisitEventKind) -> None:
        """The key does it where the menu offers it."""
        read, today = self._read, self._around.program.clock.today
        if read is None or not read.page.row.standing.is_open:
            return
        if read.page.file.visit.day > today:
            self.told.emit(self._("The visit is still to come."))
        elif kind in REBOOKED and read.page.row.standing.state is VisitState.TO_REBOOK:
            error = in_vain_already(read.page.file.visit)
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self.deeds.not_met(kind)
