"""A customer's page: the brief in a band, then the story, the account, promises, people, papers."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from creditmate.domain.changes import Touched
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.ledgers import LedgerFacts
from creditmate.system.ledger_names import SUFFIX
from creditmate.ui.applications.list_door import FORMS
from creditmate.ui.contacts.deeds import MAILS
from creditmate.ui.customer.actions import CustomerActions
from creditmate.ui.customer.band import BriefBand
from creditmate.ui.customer.banner import StandingBanner
from creditmate.ui.customer.head import CALL_KEY, EDIT_KEY, CustomerHead
from creditmate.ui.customer.menu import CONFIRM_KEY, INVOICE_KEY, PAYMENT_KEY
from creditmate.ui.customer.paper_opener import PaperOpener
from creditmate.ui.customer.people_tab import ADD_KEY
from creditmate.ui.customer.story_panel import PRINT_KEY
from creditmate.ui.customer.tabs_area import DOCUMENTS, PEOPLE, STORY, TERMS, TabsArea
from creditmate.ui.dropping import FileDrop
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.visits.told_visit import ToldVisit
from creditmate.ui.wishes import (
    DoThere,
    EditCustomer,
    GoBack,
    OpenCustomer,
    OpenInvoice,
    OpenStatements,
    OpenVisit,
    StartCall,
    WriteInvoice,
)

_SEARCH_KEY = "/"
_CHIP_KEYS = 9
"""As many chips of the story have a key."""
_TAB_KEYS = {"Ctrl+Tab": 1, "Ctrl+PgDown": 1, "Ctrl+Shift+Tab": -1, "Ctrl+PgUp": -1}


class CustomerScreen(Screen):
    """Whoever opens it sees everything that happened, in order."""

    shows = (
        Touched.CUSTOMERS
        | Touched.INVOICES
        | Touched.PAYMENTS
        | Touched.CONTACTS_MADE
        | Touched.PROMISES
        | Touched.DISPUTES
        | Touched.TASKS
        | Touched.PAPERS
    )

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around = around
        self._code = ""
        self._tab = ""
        self._deed: DoThere | None = None
        self.head = CustomerHead(around.theme, around.language)
        self.banner = StandingBanner(around)
        self.band = BriefBand(around.theme, around.language, around.locale)
        self.area = TabsArea(around, facts.business.currency)
        self._papers = PaperOpener(around, self)
        self.deeds = CustomerActions(around, self)
        self._visits = ToldVisit(around, self)
        self._drop = FileDrop(self, but=SUFFIX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, Hairline(), self.banner, self.band, Hairline()):
            column.addWidget(part)
        column.addWidget(self.area, 1)
        self._connect()
        failed = around.desk.failed.emit
        self._latest: Latest[CustomerPage] = Latest(around.desk, self._show, failed, self)
        self._documents: Latest[int | None] = Latest(around.desk, self._on_document, failed, self)

    def _connect(self) -> None:
        self.head.backed.connect(self._on_back)
        self.head.call_wanted.connect(self._on_call)
        self.head.statement_wanted.connect(self._on_statement)
        self.area.documents.opened.connect(self._papers.open)
        story, contacts = self.area.story, self.deeds.contacts
        story.begin_wanted.connect(self._on_call)
        story.confirm_wanted.connect(lambda talk: contacts.confirm(self._code, talk.key.id))
        story.correct_wanted.connect(lambda talk: contacts.correct(self._code, talk))
        story.move_wanted.connect(contacts.move)
        story.visit_wanted.connect(self._visits.open)
        self.area.side.visit_wanted.connect(lambda number: self.wanted.emit(OpenVisit(number)))
        self._visits.pass_on_to(self)
        story.print_wanted.connect(self.deeds.history)
        self.head.edit_wanted.connect(self._on_edit)
        self.head.offer_more(self.deeds.fill)
        self.banner.acted.connect(self.deeds.act)
        self.deeds.wanted.connect(self.wanted)
        self.area.group.wanted.connect(self.wanted)
        self.area.group.changed.connect(self.changed)
        self.deeds.attach_wanted.connect(self._on_attach)
        arranged, plans = self.area.promises.arranged, self.deeds.plans
        arranged.sign_wanted.connect(plans.sign)
        arranged.cancel_wanted.connect(plans.cancel)
        arranged.reinstate_wanted.connect(plans.reinstate)
        arranged.print_wanted.connect(plans.print_agreement)
        arranged.replace_wanted.connect(lambda number: plans.replace(self._code, number))
        arranged.withdraw_wanted.connect(plans.withdraw)
        self._drop.dropped.connect(self._on_dropped)
        for part in (self.deeds, self.area.people, self.area.terms, self.area.documents):
            part.told.connect(self.told)
            part.told_undo.connect(self.told_undo)
            part.changed.connect(self.changed)
        self._key(CALL_KEY, self._on_call)
        self._key(EDIT_KEY, self._on_edit)
        self._key(INVOICE_KEY, self._on_invoice)
        self._key(PAYMENT_KEY, self.deeds.record_payment)
        self._key(CONFIRM_KEY, self.deeds.confirm)
        self.area.account.table.opened.connect(self._on_item)
        self._key(ADD_KEY, self._on_add)
        self._key(_SEARCH_KEY, self._on_search)
        self._key(PRINT_KEY, partial(self._in_story, story.print_shown))
        for place in range(1, _CHIP_KEYS + 1):
            self._key(str(place), partial(self._in_story, partial(story.narrow, place)))
        for keys, by in _TAB_KEYS.items():
            self._key(keys, partial(self._on_step, by))

    def _key(self, keys: str, then: Any) -> None:  # noqa: ANN401 - any callable
        """A key of the page; what is typed into a field goes there first."""
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(keys), self, context=within).activated.connect(then)

    # ------------------------------------------------------------- whose page
    @property
    def code(self) -> str:
        """Whose page it is; empty before the first."""
        return self._code

    def take(self, wish: object) -> None:
        """Open a customer's page; another's begins with the story."""
        if isinstance(wish, OpenCustomer):
            if wish.code != self._code:
                self.area.tabs.choose(STORY)
            self._code, self._tab = wish.code, wish.tab
            self._stale = True  # asked for once, now or when it is shown
            self._reload_if_stale()
        elif isinstance(wish, DoThere):
            if wish.code:
                self.take(OpenCustomer(wish.code))
                self._deed = wish  # as soon as the page is there
            else:
                self.deeds.do_from_menu(wish)

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The tables of the tabs."""
        return self.area.tables()

    def begin(self) -> None:
        """Work begins in what the tab shows."""
        self.area.begin()

    def reload(self) -> None:
        """Ask for the page and its story as they are now."""
        if self._code:
            today = self._around.program.clock.today
            pages = self._around.program.customer_pages
            self._latest.ask(partial(pages.page, self._code, today))
            self.area.story.show_customer(self._code)

    def _show(self, page: CustomerPage) -> None:
        self.head.show_page(page)
        self.deeds.show_page(page)
        self.banner.show_brief(page.brief)
        self.band.show_page(page)
        self.area.show_page(page)
        self.area.tabs.choose(self._tab)  # of none there is nothing to choose
        self._tab = ""
        deed, self._deed = self._deed, None
        if deed is not None and deed.code == page.brief.customer.code:
            self.deeds.do_from_menu(deed)

    # ------------------------------------------------------------- what is done
    def _on_call(self) -> None:
        if self._code:
            self.wanted.emit(StartCall(self._code))

    def _on_statement(self) -> None:
        self.wanted.emit(OpenStatements((self._code,)))

    def _on_edit(self) -> None:
        if self._code:
            self.wanted.emit(EditCustomer(self._code))

    def _on_add(self) -> None:
        if self.area.tabs.key == PEOPLE:
            self.area.people.on_add()

    def _on_invoice(self) -> None:
        if self._code:
            self.wanted.emit(WriteInvoice(self._code))

    def _on_item(self, entry: int) -> None:
        """Enter on the account shows the invoice; money has none to be shown."""
        pages = self._around.program.invoice_pages
        self._documents.ask(partial(pages.of_entry, entry))

    def _on_document(self, document: int | None) -> None:
        if document is not None:
            self.wanted.emit(OpenInvoice(document))

    def _on_attach(self) -> None:
        self.area.tabs.choose(DOCUMENTS)
        self.area.documents.ask_for_file()

    def _on_dropped(self, path: Path) -> None:
        if self.area.tabs.key == TERMS and self.area.terms.takes_files:
            self.area.terms.take(path)
            return
        if path.suffix.lower() == MAILS:
            self.deeds.contacts.log(self._code, path)
            return
        if path.suffix.lower() == FORMS:  # a form of ours says by itself what it is
            attach = partial(self._attach, path)
            self.deeds.applications.take(self._code, path, attach)
            return
        self._attach(path)

    def _attach(self, path: Path) -> None:
        self.area.tabs.choose(DOCUMENTS)
        self.area.documents.take(path)

    def _on_back(self) -> None:
        self.wanted.emit(GoBack())

    def _in_story(self, do: Callable[[], object]) -> None:
        """Do something with the story while it is the one that is shown."""
        if self._code and self.area.tabs.key == STORY:
            do()

    def _on_search(self) -> None:
        self.area.tabs.choose(STORY)
        self.area.story.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_step(self, by: int) -> None:
        self.area.tabs.step(by)
        self.area.begin()
