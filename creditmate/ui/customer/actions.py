"""What is seldom done with a customer: a menu, its dialogs, and what they tell."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from creditmate.domain.changes import Done, Touched
from creditmate.domain.story import StoryWanted
from creditmate.i18n.catalogue import words
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.customers import Brief
from creditmate.ui.agreements.query_deeds import QueryDeeds
from creditmate.ui.applications.deeds import ApplicationDeeds
from creditmate.ui.contacts.approach_deeds import ApproachDeeds
from creditmate.ui.contacts.deeds import ContactDeeds
from creditmate.ui.customer.banner_state import Act, BannerLine
from creditmate.ui.customer.menu import CustomerMenu
from creditmate.ui.decisions.dialogs import DecisionDialogs
from creditmate.ui.decisions.group_dialog import GroupDialog
from creditmate.ui.decisions.merge_dialog import MergeDialog
from creditmate.ui.kit.menu import do_from
from creditmate.ui.plans.deeds import PlanDeeds
from creditmate.ui.queries import Writes
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.visits.map_dialog import MapDeeds
from creditmate.ui.wishes import DoThere, OpenCustomer, OpenPayments, RecordPayment


class CustomerActions(Teller):
    """Acts upon the customer whose page is shown."""

    attach_wanted = Signal()

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._page: CustomerPage | None = None
        self.decisions = DecisionDialogs(around, over)
        self.decisions.changed.connect(self.changed)
        self.decisions.told_undo.connect(self.told_undo)
        self.applications = ApplicationDeeds(around, over)
        self.applications.pass_on_to(self)
        self.plans = PlanDeeds(around, over)
        self.plans.pass_on_to(self)
        self.contacts = ContactDeeds(around, over)
        self.contacts.pass_on_to(self)
        self.approach = ApproachDeeds(around, over)
        self.approach.pass_on_to(self)
        self.queries = QueryDeeds(around, over)
        self.queries.pass_on_to(self)
        self.maps = MapDeeds(around, over)
        self.maps.pass_on_to(self)
        self._deeds = Writes(around.desk, around.desk.failed.emit, self)

    @property
    def code(self) -> str:
        """Upon whom they act; empty before the first page."""
        return "" if self._page is None else self._page.brief.customer.code

    def show_page(self, page: CustomerPage) -> None:
        """Act upon this customer from now on."""
        self._page = page

    # ------------------------------------------------------------- the menu
    def do_from_menu(self, wish: DoThere) -> None:
        """Do what the menu offers; what it does not offer now is said."""
        menu = QMenu(self._over)
        self.fill(menu)
        if do_from(menu, wish.texts) is None and self._page is not None:
            text = words(self._around.language).gettext("That is not possible for {name} now.")
            self.told.emit(text.format(name=self._page.brief.customer.name))

    def fill(self, menu: QMenu) -> None:
        """Offer everything; what the customer's state leaves no room for is not there."""
        if self._page is None:
            return
        CustomerMenu(self, self._page, self._around.language, self._around.theme).fill(menu)

    def act(self, line: BannerLine) -> None:
        """Do what a line of the banner offers."""
        if self._page is None:
            return
        code = self._page.brief.customer.code
        if line.act is Act.REVIEW and line.hold is not None:
            self.decisions.review(self._page.brief, line.hold)
        elif line.act is Act.HOLD:
            self.decisions.hold(code)
        elif line.act is Act.STATUS:
            self.decisions.status(code)
        elif line.act is Act.LOOK:
            self.wanted.emit(OpenPayments(code, look_for=True))
        elif line.act is Act.LIMIT:
            self.decisions.limit(code)
        else:
            self.restore()

    # ------------------------------------------------------------- the deeds
    def want(self, wish: object) -> None:
        """Go elsewhere."""
        self.wanted.emit(wish)

    def attach(self) -> None:
        """Ask for a file to be kept."""
        self.attach_wanted.emit()

    def record_payment(self) -> None:
        """Record what the customer has paid, and come back."""
        if self._page is not None:
            customer = self._page.brief.customer
            self.wanted.emit(RecordPayment(customer.code, customer.name))

    def confirm(self) -> None:
        """Confirm the last talk in writing."""
        if self._page is not None and self._page.brief.talks:
            self.contacts.confirm(self.code)

    def group(self) -> None:
        """Choose the head office."""
        if self._page is not None:
            GroupDialog(self._around, self._over, self._page.brief, self._on_undoable)

    def history(self, story: StoryWanted | None = None) -> None:
        """Look at what happened, all of it or what the story is narrowed to, to be printed."""
        from creditmate.ui.papers.history_dialog import (  # noqa: PLC0415 - see docs/decisions/0006
            HistoryDialog,
        )

        if self._page is not None:
            wanted = story or StoryWanted()
            HistoryDialog(self._around, self._over, self._page.brief, self.told.emit, wanted)

    def merge(self) -> None:
        """Make one customer of two."""
        if self._page is not None:
            MergeDialog(self._around, self._over, self._page.brief, self._on_merged)

    def archive(self) -> None:
        """Put the customer away, unless something is open."""
        if self._page is not None:
            brief = self._page.brief
            editing, code = self._around.program.customer_editing, brief.customer.code
            self._deeds.do(partial(editing.archive, code), partial(self._on_archived, brief))

    def restore(self) -> None:
        """Take the customer back."""
        if self._page is not None:
            _, brief = words(self._around.language).gettext, self._page.brief
            said = _("{name} is taken back.").format(name=brief.customer.name)
            editing = self._around.program.customer_editing
            restore = partial(editing.restore, brief.customer.code)
            self._deeds.do(restore, partial(self._on_restored, said))

    def _on_restored(self, said: str, touched: Touched) -> None:
        self.changed.emit(touched)
        self.told.emit(said)

    def _on_archived(self, brief: Brief, touched: Touched) -> None:
        self.changed.emit(touched)
        said = words(self._around.language).gettext("{name} was put away.")
        editing = self._around.program.customer_editing
        undo = partial(editing.restore, brief.customer.code)
        self.told_undo.emit(said.format(name=brief.customer.name), undo)

    def _on_undoable(self, said: str, touched: Touched, undo: Callable[[], Touched]) -> None:
        self.changed.emit(touched)
        self.told_undo.emit(said, undo)

    def _on_merged(self, said: str, done: Done, keeper: str) -> None:
        merging = self._around.program.merging
        self.changed.emit(done.touched)
        self.wanted.emit(OpenCustomer(keeper))
        self.told_undo.emit(said, partial(merging.undo, done.id))
