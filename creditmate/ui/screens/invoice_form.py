"""The form of an invoice: kept as it is typed, worked out at once, issued by one key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from creditmate.documents.invoice import draw_invoice
from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.services.invoice_forms import InvoiceSheet
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.invoices.form_foot import PRINT_KEYS, SAVE_KEYS
from creditmate.ui.invoices.form_in_hand import FormInHand
from creditmate.ui.invoices.form_issuing import FormIssuing
from creditmate.ui.invoices.form_keeping import FormKeeping
from creditmate.ui.invoices.form_opening import OpenedForm, empty_form, open_form, sheet_of
from creditmate.ui.invoices.form_page import FormPage
from creditmate.ui.invoices.issue_targets import Target
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import GoBack, OpenInvoice, WriteInvoice

_PAUSE = 250  # ms after a letter is typed before the page is worked out anew


class InvoiceFormScreen(Screen):
    """One form is in hand; one begun before it stays among the drafts."""

    shows = Touched.CUSTOMERS | Touched.SETTINGS

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around = around
        self._ = words(around.language).gettext
        self.page = FormPage(around)
        self.in_hand = FormInHand(around, self.page)
        self.keeping = FormKeeping(around, self.in_hand, self.page.head, self)
        self.issuing = FormIssuing(around, facts, self)
        desk, failed = around.desk, around.desk.failed.emit
        self._opening: Latest[OpenedForm] = Latest(desk, self._on_opened, self._on_lost, self)
        self._sheets: Latest[InvoiceSheet] = Latest(desk, self._on_sheet, failed, self)
        self._looks: Latest[InvoicePlan] = Latest(desk, self._on_look, self._on_refused, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.page.hide()
        self._is_fresh = False
        self._connect()
        self._make_keys()

    def _connect(self) -> None:
        page = self.page
        page.edited.connect(self._on_edited)
        page.upper.customer.picked.connect(self._on_customer)
        page.upper.customer.returnPressed.connect(self.in_hand.go_on)
        page.head.backed.connect(self._go_back)
        page.discard.clicked.connect(self.keeping.drop)
        page.foot.print_asked.connect(partial(self.issue, Target.PRINTER))
        page.foot.save_asked.connect(partial(self.issue, Target.FILE))
        self.keeping.kept.connect(partial(self.changed.emit, Touched.DRAFTS))
        self.keeping.dropped.connect(self._on_dropped)
        self.issuing.refused.connect(self._on_refused_issue)
        self.issuing.issued.connect(self._on_issued)
        self.issuing.busy_changed.connect(self._on_busy)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusObjectChanged.connect(self._on_focus)

    def _make_keys(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, work in (
            (PRINT_KEYS, partial(self.issue, Target.PRINTER)),
            ("Ctrl+Enter", partial(self.issue, Target.PRINTER)),
            ("Ctrl+P", partial(self.issue, Target.PRINTER)),
            (SAVE_KEYS, partial(self.issue, Target.FILE)),
            ("Ctrl+S", self._keep_now),
            ("Escape", self._go_back),
        ):
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(work)

    # ------------------------------------------------------------- which form
    def take(self, wish: object) -> None:
        """Open a form; one that is in hand is kept."""
        if isinstance(wish, WriteInvoice) and not self._is_lost():
            self._put_down()
            self._is_fresh = False
            program, locale = self._around.program, self._around.locale
            empty = empty_form(wish)
            if empty is not None:
                self.in_hand.expect(empty)
                self.page.show()
            self._opening.ask(partial(open_form, program, wish, locale))

    def begin(self) -> None:
        """Whoever comes back goes on where they were."""
        inside = self.focusWidget()
        if self._is_fresh:
            self._begin_typing()
        elif self._opening.waiting and not self.page.isHidden():
            self.in_hand.begin_early()
        elif self.in_hand.is_open and inside is not None:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not (self.in_hand.is_open or self._opening.waiting):
            self.wanted.emit(GoBack())  # it was issued or put down since

    @property
    def unsaved(self) -> Sequence[str]:
        """The form in hand, where the disk does not take what is typed of it."""
        if not (self.keeping.is_refused and self.in_hand.is_worth_keeping):
            return ()
        name = self.page.upper.customer.text().strip()
        said = self._("the invoice for {name}") if name else self._("an invoice")
        return (said.format(name=name),)

    @property
    def carried(self) -> Sequence[Callable[[], object]]:
        """The form in hand is among the drafts where a copy of the ledger takes its place."""
        if not self.in_hand.is_worth_keeping:
            return ()
        return (self.in_hand.draft.save(self._around.program),)

    def _is_lost(self) -> bool:
        """Whether what is in hand would be gone; then that is said, and it stays."""
        lost = bool(self.unsaved)
        if lost:
            self.told.emit(
                self._("This is not saved yet, since the ledger takes nothing now: it stays here."
                       " Discard it if it is not wanted.")
            )  # fmt: skip
        return lost

    def reload(self) -> None:
        """Ask again for what is known of the customer; what is typed stays."""
        if self.in_hand.is_open:
            self._ask_sheet()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere, or closes the window, leaves a draft."""
        super().hideEvent(event)
        self.keeping.flush()

    def _on_opened(self, opened: OpenedForm) -> None:
        self._is_fresh = True
        self.in_hand.take_up(opened)
        self.page.show()
        self.keeping.begin()
        if self.in_hand.was_begun:
            self.keeping.touch()
        self._look()
        QTimer.singleShot(0, self, self._begin_typing)  # once everything has its place

    def _begin_typing(self) -> None:
        """Go where typing begins; whoever had gone elsewhere before it was there, coming back."""
        if self.isVisible():
            self._is_fresh = False
            if not self.in_hand.was_begun:
                self.in_hand.begin()

    def _on_lost(self, error: Exception) -> None:
        """There is no such form any more."""
        self._around.desk.failed.emit(error)
        self.wanted.emit(GoBack())

    def _put_down(self) -> None:
        """Keep what is in hand, and have nothing in hand any more."""
        self.keeping.flush()
        self.keeping.end()
        for asked in (self._opening, self._looks, self._sheets):
            asked.forget()
        self.issuing.forget()
        self._pause.stop()
        self.in_hand.put_down()
        self.page.hide()

    # ------------------------------------------------------------- typing
    def _on_edited(self) -> None:
        if self.in_hand.is_open:
            self.in_hand.read()
            self._looks.forget()
            self._pause.start()
            self.keeping.touch()

    def _on_customer(self, code: str) -> None:
        self._on_edited()
        if code:
            self._ask_sheet()

    def _ask_sheet(self) -> None:
        code, kind = self.page.upper.customer.code, self.in_hand.kind
        self._sheets.ask(partial(sheet_of, self._around.program, code, kind))

    def _on_sheet(self, sheet: InvoiceSheet) -> None:
        """Whoever has just chosen the customer goes on to what has to be typed next."""
        self.in_hand.know(sheet)
        self._look()
        if sheet.customer is not None and self.page.upper.customer.hasFocus():
            self.in_hand.go_on()

    def _on_focus(self) -> None:
        if self.in_hand.is_open and self.isVisible():
            self.in_hand.problems.say()

    def _look(self) -> None:
        self._pause.stop()
        new = self.in_hand.to_look_at()
        if new is None:
            self.page.preview.show_none(self._("The page is seen here as you type."))
        else:
            self._looks.ask(partial(self._around.program.invoicing.look, new))

    def _on_look(self, plan: InvoicePlan) -> None:
        self.in_hand.show_plan(plan)
        paper = self._around.program.invoicing.preview(plan)
        self.page.preview.show_papers(lambda: [draw_invoice(paper).pdf])

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.in_hand.problems.refuse(error)
        else:
            self._around.desk.failed.emit(error)

    # ------------------------------------------------------------- what becomes of it
    def _keep_now(self) -> None:
        self.keeping.flush()
        self.told.emit(self._("Kept among the drafts"))

    def _go_back(self) -> None:
        if self._is_lost():
            return
        if self.in_hand.is_worth_keeping:
            self.told.emit(self._("Kept among the drafts"))
        self._put_down()
        self.wanted.emit(GoBack())

    def _on_dropped(self) -> None:
        undo = self.in_hand.draft.bring_back(self._around.program)
        self.told_undo.emit(self._("What you had typed is discarded"), undo)
        self._put_down()
        self.changed.emit(Touched.DRAFTS)
        self.wanted.emit(GoBack())

    def issue(self, target: Target) -> None:
        """Issue it if nothing is missing; where it goes is asked first."""
        if self.in_hand.is_open and not self.issuing.busy:
            new = self.in_hand.to_issue()
            if new is not None:
                self.issuing.begin(new, target, self.in_hand.draft.slot)

    def _on_refused_issue(self, error: Exception) -> None:
        self._on_refused(error)
        if self.isVisible():
            self.in_hand.problems.go_to_first()

    def _on_busy(self, busy: bool) -> None:
        if busy:
            self.keeping.end()  # what is issued leaves no draft behind
            self.page.foot.allow(self._("It is being issued"))
        else:
            self.page.foot.allow()
            if self.in_hand.is_open:  # it was not issued
                self.keeping.begin()
                self.keeping.touch()

    def _on_issued(self, document: int, said: str) -> None:
        self._put_down()
        self.told.emit(said)
        self.wanted.emit(OpenInvoice(document) if self.isVisible() else GoBack())
