"""The menu of a customer's page: what is done often at the top, the rest by what it is about."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QMenu

from creditmate.domain.next_steps import VISIT_STEPS
from creditmate.i18n.catalogue import words
from creditmate.services.customer_pages import CustomerPage
from creditmate.ui.agreements.query_deeds import QueryDeeds
from creditmate.ui.applications.deeds import ApplicationDeeds
from creditmate.ui.contacts.approach_deeds import ApproachDeeds
from creditmate.ui.contacts.deeds import ContactDeeds
from creditmate.ui.decisions.dialogs import DecisionDialogs
from creditmate.ui.plans.deeds import PlanDeeds
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.visits.map_dialog import MapDeeds
from creditmate.ui.wishes import OpenPayments, OpenVisit, PlanVisit, WriteInvoice

INVOICE_KEY, PAYMENT_KEY, CONFIRM_KEY = "I", "P", "W"


class Acts(Protocol):
    """What acts upon the customer."""

    decisions: DecisionDialogs
    applications: ApplicationDeeds
    plans: PlanDeeds
    contacts: ContactDeeds
    approach: ApproachDeeds
    queries: QueryDeeds
    maps: MapDeeds

    def want(self, wish: object) -> None:
        """Go elsewhere."""

    def attach(self) -> None:
        """Ask for a file to be kept."""

    def record_payment(self) -> None:
        """Record what the customer has paid."""

    def confirm(self) -> None:
        """Confirm the last contact in writing."""

    def history(self) -> None:
        """Look at what happened."""

    def group(self) -> None:
        """Choose the head office."""

    def merge(self) -> None:
        """Make one customer of two."""

    def archive(self) -> None:
        """Put the customer away."""

    def restore(self) -> None:
        """Take the customer back."""


class CustomerMenu:
    """Fills a menu with what can be done; what there is no room for is not there.

    Args:
        actions: Does it.
        page: The customer's.
        language: Of the words.
        theme: Of the icons.
    """

    def __init__(self, actions: Acts, page: CustomerPage, language: str, theme: Theme) -> None:
        self._do, self._page, self._theme = actions, page, theme
        self._ = words(language).gettext
        self._code = page.brief.customer.code

    def fill(self, menu: QMenu) -> None:
        """Offer everything."""
        _ = self._
        self._often(menu)
        menu.addSeparator()
        self._arrange(self._group(menu, Glyph.PLAN, _("Agree with them")))
        self._decide(self._group(menu, Glyph.STOP, _("How we treat them")))
        self._papers(self._group(menu, Glyph.PRINT, _("Papers and files")))
        self._applications(self._group(menu, Glyph.CHECK, _("Application and checks")))
        self._record(self._group(menu, Glyph.CUSTOMERS, _("This record")))

    def _often(self, menu: QMenu) -> None:
        _, brief, code, do = self._, self._page.brief, self._code, self._do
        want = do.want
        invoice, charge = WriteInvoice(code), WriteInvoice(code, charge=True)
        self._offer(menu, Glyph.INVOICE, _("New invoice"), partial(want, invoice), INVOICE_KEY)
        self._offer(menu, Glyph.ADD, _("New charge note"), partial(want, charge))
        self._offer(menu, Glyph.PAYMENT, _("Record a payment"), do.record_payment, PAYMENT_KEY)
        if brief.unmatched:
            match = partial(want, OpenPayments(code))
            self._offer(menu, Glyph.PAYMENT, _("Match the money"), match)
        log = partial(do.contacts.log, code)
        self._offer(menu, Glyph.EMAIL, _("Log an e-mail, letter…"), log)
        if any(task.about in VISIT_STEPS for task in brief.tasks):  # one is planned
            next_one = partial(want, OpenVisit(code=code))
            self._offer(menu, Glyph.VISIT, _("Open the visit"), next_one)
        visit = partial(want, PlanVisit(code))
        self._offer(menu, Glyph.VISIT, _("Plan a visit…"), visit)
        self._offer(menu, Glyph.TRAVEL, _("Place on the map…"), partial(do.maps.ask, code))
        if brief.talks:
            self._offer(menu, Glyph.LETTER, _("Confirm in writing…"), do.confirm, CONFIRM_KEY)

    def _arrange(self, menu: QMenu) -> None:
        """What is agreed outside a call."""
        _, code, do = self._, self._code, self._do
        if any(row.due_day is not None for row in self._page.brief.entries):
            agree, give = partial(do.plans.agree, code), partial(do.plans.give_time, code)
            self._offer(menu, Glyph.PLAN, _("Payment plan…"), agree)
            self._offer(menu, Glyph.DIARY, _("More time…"), give)
            query = partial(do.queries.raise_one, code)
            self._offer(menu, Glyph.DISPUTE, _("Raise a query…"), query)
        interest = partial(do.decisions.interest, code)
        self._offer(menu, Glyph.FIGURES, _("Interest…"), interest)

    def _decide(self, menu: QMenu) -> None:
        """What we decide about them."""
        _, brief, code, do = self._, self._page.brief, self._code, self._do
        self._offer(menu, Glyph.STOP, _("Status…"), partial(do.decisions.status, code))
        self._offer(menu, Glyph.FIGURES, _("Credit limit…"), partial(do.decisions.limit, code))
        self._offer(menu, Glyph.PAUSE, _("Leave in peace…"), partial(do.decisions.hold, code))
        if brief.facts.holds:
            review = partial(do.decisions.review, brief, brief.facts.holds[0])
            self._offer(menu, Glyph.PAUSE, _("Look at the pause again…"), review)
        step = partial(do.approach.at_step, code, brief.customer.name)
        self._offer(menu, Glyph.GO, _("Already at a step…"), step)

    def _papers(self, menu: QMenu) -> None:
        _, code, do = self._, self._code, self._do
        self._offer(menu, Glyph.PRINT, _("Contact history…"), do.history)
        self._offer(menu, Glyph.LETTER, _("Help sheet…"), partial(do.approach.help_sheet, code))
        welcome = partial(do.applications.welcome, code)
        self._offer(menu, Glyph.LETTER, _("Welcome letter…"), welcome)
        self._offer(menu, Glyph.FOLDER, _("Attach a file…"), do.attach)

    def _applications(self, menu: QMenu) -> None:
        """What comes before the sale."""
        _, code, deeds = self._, self._code, self._do.applications
        self._offer(menu, Glyph.CHECK, _("Credit checks…"), partial(deeds.checks, code))
        form = partial(deeds.hand_out, code)
        self._offer(menu, Glyph.LETTER, _("Save a credit application to send…"), form)
        read, type_in = partial(deeds.read, code), partial(deeds.type_in, code)
        self._offer(menu, Glyph.OPEN_PAGE, _("Read a credit application…"), read)
        self._offer(menu, Glyph.EDIT, _("Type in a credit application…"), type_in)

    def _record(self, menu: QMenu) -> None:
        _, facts, do = self._, self._page.brief.facts, self._do
        if not facts.branches:
            self._offer(menu, Glyph.CUSTOMERS, _("Head office…"), do.group)
        self._offer(menu, Glyph.COPY, _("Merge with another…"), do.merge)
        if facts.archived:
            self._offer(menu, Glyph.UNDO, _("Take back"), do.restore)
        else:
            self._offer(menu, Glyph.SAFE, _("Put away"), do.archive)

    def _group(self, menu: QMenu, glyph: Glyph, text: str) -> QMenu:
        return menu.addMenu(self._theme.icon(glyph), text)

    def _offer(
        self, menu: QMenu, glyph: Glyph, text: str, work: Callable[[], object], keys: str = ""
    ) -> None:
        # behind a tab a menu shows keys without claiming them: the screen's shortcuts have them
        action = menu.addAction(self._theme.icon(glyph), f"{text}\t{keys}" if keys else text)
        action.triggered.connect(lambda _checked: work())
