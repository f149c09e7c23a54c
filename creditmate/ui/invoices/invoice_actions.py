"""What can be done with an invoice that was issued, each after what has to be asked first."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal

from creditmate.domain.changes import Touched
from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.i18n.bidi import sentences
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.services.cancelling import Cancelled
from creditmate.services.contact_standing import InvoiceSteps, steps_of_invoice
from creditmate.services.document_delivery import pdf_name
from creditmate.services.ledgers import LedgerFacts
from creditmate.services.write_offs import WrittenOff
from creditmate.ui.agreements.query_deeds import QueryDeeds
from creditmate.ui.invoices.credit_dialog import CreditDialog
from creditmate.ui.invoices.interest_deeds import InterestDeeds
from creditmate.ui.invoices.issue_targets import IssueTargets
from creditmate.ui.invoices.issued_told import tell_issued
from creditmate.ui.invoices.issuing import AsIssued, Issued, Issuing
from creditmate.ui.invoices.reason_dialog import ReasonDialog
from creditmate.ui.invoices.side_words import SideWords, is_charge
from creditmate.ui.invoices.small_dialog import SmallDialog
from creditmate.ui.invoices.steps_dialog import StepsDialog
from creditmate.ui.kit.menu import ActionMenu, do_from
from creditmate.ui.kit.screen import Screen
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import DoThere, OpenCustomer, RecordPayment, WriteInvoice


class InvoiceActions(QObject):
    """Printing and saving it again, charging for it, crediting, cancelling, writing it off."""

    issued = Signal(object)
    """A credit note was: ``Issued``."""

    def __init__(self, around: Surroundings, facts: LedgerFacts, screen: Screen) -> None:
        super().__init__(screen)
        self._around, self._screen = around, screen
        self._currency = facts.business.currency
        self._ = words(around.language).gettext
        self._says = SideWords(around.language, around.locale)
        self._targets = IssueTargets(around, facts, screen)
        self._again = AsIssued(around, self)
        self._again.done.connect(self._on_delivered)
        self._issuing = Issuing(around, self)
        self._issuing.issued.connect(self._on_issued)
        self._interest = InterestDeeds(around, screen, self._targets, self)
        self._interest.issued.connect(self.issued)
        self.queries = QueryDeeds(around, screen)
        self.queries.pass_on_to(screen)
        self.interest, self.decide = self._interest.ask, self._interest.decide

    # ------------------------------------------------------------- the paper
    def print(self, detail: InvoiceDetail) -> None:
        """Ask for a printer and print it as it was issued."""
        if not self._says.no_paper(detail):
            then = partial(self._again.print, detail.document.id)
            self._targets.ask_printer(detail.row.number, then)

    def save(self, detail: InvoiceDetail) -> None:
        """Ask for a file and write it as it was issued."""
        if not self._says.no_paper(detail):
            name = pdf_name(detail.row.number, detail.row.code)
            self._targets.ask_file(name, partial(self._again.save, detail.document.id))

    def _on_delivered(self, path: Path | None) -> None:
        if path is None:
            self._screen.told.emit(self._("Printed"))
        else:
            self._screen.told.emit(self._("Saved as {file}").format(file=path.name))

    # ------------------------------------------------------------- giving back and up
    def credit(self, detail: InvoiceDetail) -> None:
        """Ask what is credited, and why."""
        CreditDialog(self._around, self._screen, detail, self._targets, self._issuing.begin)

    def _on_issued(self, issued: Issued) -> None:
        text = self._("Credit note {number} is issued: {amount}")
        tell_issued(self._around, self._screen, text, issued)
        self.issued.emit(issued)

    def cancel(self, detail: InvoiceDetail) -> None:
        """Ask why it is cancelled."""
        if self._says.no_cancel(detail):
            return
        title, verb = self._("Cancel invoice {number}"), self._("Cancel the invoice")
        if is_charge(detail):
            title, verb = self._("Cancel charge note {number}"), self._("Cancel the charge note")
        follows = self._(
            "From today it is owed no more; its number stays used, and its paper says so. Money"
            " that was set against it can be matched anew. This cannot be undone."
        )
        cancelling = self._around.program.cancelling
        ReasonDialog(
            self._around, self._screen, title.format(number=detail.row.number), follows, verb,
            partial(cancelling.cancel, detail.document.named), partial(self._on_cancelled, detail),
        )  # fmt: skip

    def _on_cancelled(self, detail: InvoiceDetail, done: Cancelled) -> None:
        amount = money(done.amount, self._around.locale, symbol=True)
        said = [self._("Cancelled: {what}, {amount}.").format(
            what=self._says.title(detail), amount=amount)]  # fmt: skip
        if done.released:
            free = money(done.released, self._around.locale, symbol=True)
            said.append(self._("{amount} of money is to be matched anew.").format(amount=free))
        self._screen.told.emit(sentences(said))
        self._screen.changed.emit(done.touched)

    def write_off(self, detail: InvoiceDetail) -> None:
        """Ask why what is open of it is given up."""
        if self._says.nothing_open(detail):
            return
        open_ = money(detail.row.open, self._around.locale, symbol=True)
        title, verb = self._("Write off {amount}"), self._("Write off")
        text = self._("Nothing of invoice {number} is open afterwards.")
        if is_charge(detail):
            title, verb = self._("Waive {amount}"), self._("Waive")
            text = self._("Nothing of charge note {number} is open afterwards.")
        write_offs = self._around.program.write_offs
        ReasonDialog(
            self._around, self._screen, title.format(amount=open_),
            text.format(number=detail.row.number), verb,
            partial(write_offs.write_off, [detail.document.id]), self._on_written_off,
        )  # fmt: skip

    def write_off_small(self) -> None:
        """Ask for a limit, show what is left below it, and give it up."""
        SmallDialog(self._around, self._screen, self._currency, self._on_written_off)

    def _on_written_off(self, written: WrittenOff) -> None:
        """Tell what was given up, with the way back."""
        amount = money(written.amount, self._around.locale, symbol=True)
        text = words(self._around.language).ngettext(
            "{amount} of {count} invoice is written off",
            "{amount} of {count} invoices are written off",
            written.count,
        )
        if written.waived:  # one charge note; small balances are of invoices alone
            text = self._("{amount} is waived")
        said = text.format(amount=amount, count=number(written.count, self._around.locale))
        undo = partial(self._around.program.write_offs.undo, written.done.action)
        self._screen.told_undo.emit(said, undo)
        self._screen.changed.emit(written.done.touched | Touched.INVOICES)

    def write_charge(self) -> None:
        """Write a charge note, of which nothing is known yet."""
        self._screen.wanted.emit(WriteInvoice(charge=True))

    def charge(self, detail: InvoiceDetail) -> None:
        """Write a charge note for paying this invoice late."""
        wish = WriteInvoice(detail.row.code, charge=True, belongs_to=detail.row.number)
        self._screen.wanted.emit(wish)

    def query(self, detail: InvoiceDetail) -> None:
        """Raise a query about it."""
        self.queries.raise_one(detail.row.code, detail.row.number)

    def steps(self, detail: InvoiceDetail) -> None:
        """Show on which days it is followed up."""
        today = self._around.program.clock.today
        self.queries.ask(partial(steps_of_invoice, detail.document.named, today), self._show_steps)

    def _show_steps(self, parts: Sequence[InvoiceSteps]) -> None:
        if parts:
            StepsDialog(self._around, self._screen, parts)

    # ------------------------------------------------------------- the menus
    def place_menu(self) -> ActionMenu:
        """Offer what is not about one invoice."""
        menu = ActionMenu(self._around.theme, self._screen)
        menu.offer(Glyph.INVOICE, self._("New charge note…"), self.write_charge)
        title = self._("Interest to decide…")
        menu.offer(Glyph.FIGURES, title, self._interest.decide)
        title = self._("Write off small balances…")
        menu.offer(Glyph.CLOSE, title, self.write_off_small)
        return menu

    def do_from_menu(self, wish: DoThere, detail: InvoiceDetail) -> None:
        """Do what the menu of an invoice offers, or say why it cannot be."""
        why_not = do_from(self.menu(detail), wish.texts)
        if why_not:
            self._screen.told.emit(f"{detail.row.number}: {why_not}")

    def open_menu(self, at: QPoint, detail: InvoiceDetail) -> None:
        """Offer all of it at a place on the screen."""
        self.menu(detail).popup(at)

    def menu(self, detail: InvoiceDetail) -> ActionMenu:
        """Offer all of it."""
        _, says = self._, self._says
        menu = ActionMenu(self._around.theme, self._screen)
        code, paper = detail.row.code, says.no_paper(detail)
        cancel, give_up = _("Cancel the invoice…"), _("Write off…")
        if is_charge(detail):
            cancel, give_up = _("Cancel the charge note…"), _("Waive…")
        for glyph, text, act, keys, why_not in (
            (Glyph.PRINT, _("Print…"), self.print, "Ctrl+P", paper),
            (Glyph.SAVE, _("Save PDF…"), self.save, "Ctrl+S", paper),
            (Glyph.UNDO, _("Credit note…"), self.credit, "", says.no_credit(detail)),
            (Glyph.STOP, cancel, self.cancel, "", says.no_cancel(detail)),
            (Glyph.CLOSE, give_up, self.write_off, "", says.nothing_open(detail)),
            (Glyph.FIGURES, _("Interest…"), self._interest.ask, "", says.no_charge(detail)),
            (Glyph.ADD, _("Charge for paying late…"), self.charge, "", says.no_charge(detail)),
        ):
            menu.offer(glyph, text, partial(act, detail), keys, why_not)
        menu.addSeparator()
        query, open_ = partial(self.query, detail), says.nothing_open(detail)
        menu.offer(Glyph.DISPUTE, _("A query about it…"), query, "", open_)
        menu.offer(
            Glyph.DIARY, _("Its steps and their days…"), partial(self.steps, detail), "", open_
        )
        wanted = self._screen.wanted.emit
        paid = RecordPayment(code, detail.row.name)
        menu.offer(
            Glyph.PAYMENT, _("Record a payment…"), lambda: wanted(paid), "",
            says.nothing_open(detail),
        )  # fmt: skip
        menu.offer(Glyph.CUSTOMERS, _("Open the customer"), lambda: wanted(OpenCustomer(code)))
        return menu
