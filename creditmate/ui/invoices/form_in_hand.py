"""The form of an invoice that is in hand: read as it is typed, and what is said of it."""

from dataclasses import replace

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.new_invoice import NewInvoice
from creditmate.domain.taxes import TaxKind
from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.i18n.catalogue import words
from creditmate.services.invoice_forms import InvoiceSheet
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.ui.invoices.charged_for import ChargedFor
from creditmate.ui.invoices.form_draft import FormDraft
from creditmate.ui.invoices.form_opening import DraftSlot, OpenedForm, kind_of
from creditmate.ui.invoices.form_page import FormPage
from creditmate.ui.invoices.form_problems import FormProblems
from creditmate.ui.invoices.form_state import FormReader, Read, is_blank_form
from creditmate.ui.invoices.form_words import FormWords
from creditmate.ui.invoices.sums_block import SumLine
from creditmate.ui.kit.tag import Tone
from creditmate.ui.surroundings import Surroundings


class FormInHand:
    """Shows on a page what was understood of what is typed there.

    Attributes:
        is_open: Whether a form is in hand.
        was_begun: Whether something was typed into it before it was open.
        problems: What is wrong in it.
        draft: Where it is kept.
        words: Of all it says.
    """

    def __init__(self, around: Surroundings, page: FormPage) -> None:
        self._around, self._page = around, page
        self._ = words(around.language).gettext
        self.words = FormWords(around.language, around.locale)
        self.is_open = self.was_begun = False
        self.draft = FormDraft(page)
        self._sheet: InvoiceSheet | None = None
        self._read: Read | None = None
        self._plan: InvoicePlan | None = None
        self.problems = FormProblems(page, self.words)
        self._charged_for = ChargedFor(around, page, self.problems, self.words)
        self._expected: TypedInvoice | None = None

    # ------------------------------------------------------------- which form
    def expect(self, typed: TypedInvoice) -> None:
        """Show an empty form before anything is known of it: typing may begin at once."""
        self._expected, self._sheet, self._read = typed, None, None
        self.draft.begin(DraftSlot())
        self._show(replace(typed, code=""))
        self._page.sums.show_lines(())
        self._page.head.show_tag("", Tone.NEUTRAL)

    def begin_early(self) -> None:
        """Put the focus where typing into an empty form begins, as far as that is known."""
        if self._expected is not None and self._expected.code:
            self._page.lines.go_to(0)
        else:
            self._page.upper.customer_field.setFocus()

    def take_up(self, opened: OpenedForm) -> None:
        """Show a form that was opened; what was typed into it early stays."""
        self.draft.begin(opened.slot, opened.begun)
        self.was_begun = self._expected is not None and self._is_typed_in
        if self._expected is None:
            self._show(opened.typed)
        self._expected = None
        self._page.head.show_tag(self._("Draft") if opened.slot.id else "", Tone.NEUTRAL)
        self.is_open = True
        self.know(opened.sheet)

    @property
    def _is_typed_in(self) -> bool:
        """Whether anything stands in a form that was empty."""
        return bool(self._page.upper.customer.text()) or not is_blank_form(self._page.typed)

    def _show(self, typed: TypedInvoice) -> None:
        self._charged_for.begin()
        self._page.show_typed(typed)
        self._page.say_notices(())

    def put_down(self) -> None:
        """Have nothing in hand any more."""
        self.is_open, self._expected = False, None
        self._page.preview.show_none("")

    @property
    def kind(self) -> DocumentKind:
        """What it is to become."""
        return kind_of(self._page.typed)

    @property
    def is_worth_keeping(self) -> bool:
        """Whether something stands in the form that would be missed."""
        return self.is_open and not is_blank_form(self._page.typed)

    def know(self, sheet: InvoiceSheet) -> None:
        """Go on with what is known of a customer, or of nobody."""
        self._sheet = sheet
        if sheet.customer is not None:
            self._page.upper.show_customer(sheet.customer.code, sheet.customer.name)
        self._page.more_fields.show_sheet(sheet, self._page.typed)
        self.read()

    def begin(self) -> None:
        """Put the focus where typing begins: at what is missing first."""
        sheet = self._sheet
        if not self.is_open or sheet is None:
            return
        if sheet.customer is None:
            self._page.upper.customer_field.setFocus()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Go on behind the customer: to an order number that is asked for, else to the lines."""
        sheet, upper = self._sheet, self._page.upper
        if sheet is not None and sheet.order_required and not upper.order.input.text().strip():
            upper.order.setFocus()
        else:
            self._page.lines.go_to(len(self._page.lines.typed))

    # ------------------------------------------------------------- reading
    def read(self) -> None:
        """Understand what is typed now, and say so."""
        sheet = self._sheet
        if sheet is None or not self.is_open:
            return
        typed = self._page.typed
        if not self._page.upper.customer.code:
            sheet = replace(sheet, customer=None, order_required=False)
        today, locale = self._around.program.clock.today, self._around.locale
        self._read = FormReader(sheet, today, locale).read(typed)
        self._plan = None
        self._charged_for.follow()
        self._say(sheet, self._read, typed)

    def _say(self, sheet: InvoiceSheet, read: Read, typed: TypedInvoice) -> None:
        new, page = read.new, self._page
        supply_day = new.supply_day or new.day
        usual = sheet.usual_code(supply_day)
        ordered = sorted(sheet.codes(supply_day), key=lambda rate: rate.code != usual)
        page.lines.offer_codes([(rate.code, self.words.code(rate)) for rate in ordered])
        page.lines.show_amounts(
            {place: self.words.amount(amount) for place, amount in read.amounts.items()}
        )
        self._say_sums(sheet, read)
        self._echo(sheet, read, typed)
        self.problems.take(read)

    def _say_sums(self, sheet: InvoiceSheet, read: Read) -> None:
        found = read.totals
        if found is None:
            self._page.sums.show_lines(())
            self._page.foot.show_sum("", self.words.due(read.new, sheet, None))
            return
        lines = [SumLine(self._("Net"), self.words.amount(found.net))]
        lines += [SumLine(self.words.tax(tax), self.words.amount(tax.amount))
                  for tax in found.taxes if tax.tax.kind is not TaxKind.OUTSIDE]  # fmt: skip
        whole = self.words.whole(found.gross)
        self._page.sums.show_lines([*lines, SumLine(self._("To pay"), whole, whole=True)])
        self._page.foot.show_sum(whole, self.words.due(read.new, sheet, self._plan))

    def _echo(self, sheet: InvoiceSheet, read: Read, typed: TypedInvoice) -> None:
        """Say below the fields what was understood; what is wrong is said elsewhere."""
        upper, new = self._page.upper, read.new
        if sheet.customer is not None and sheet.stopped is not None:
            upper.customer_field.warn(self.words.stopped(sheet.stopped))
        elif sheet.customer is not None:
            upper.customer_field.echo(*self.words.customer(sheet))
        else:
            upper.customer_field.clear()
        if sheet.order_required and not typed.order_number.strip():
            upper.order.warn(self.words.order_wanted())
        else:
            upper.order.clear()
        for field, day, name in (
            (upper.day, new.day, "day"),
            (upper.supply_day, new.supply_day or new.day, "supply_day"),
        ):
            if (name, None) in read.bad:
                field.clear()
            else:
                field.echo(self.words.day(day))

    def show_plan(self, plan: InvoicePlan) -> None:
        """Show what only the ledger knows: due days, and what to look at."""
        if self._sheet is None or self._read is None:
            return
        self._plan = plan
        self._say_sums(self._sheet, self._read)
        self._page.say_notices(self.words.notices(plan))

    # ------------------------------------------------------------- what becomes of it
    def to_look_at(self) -> NewInvoice | None:
        """Return what is worth looking at, if there is anything yet."""
        return self._read.new if self._read is not None and self._read.can_be_looked_at else None

    def to_issue(self) -> NewInvoice | None:
        """Return what may be issued; None where something is wrong, which is said."""
        read, sheet = self._read, self._sheet
        if read is None or sheet is None:
            return None
        if not self._page.upper.customer.code and ("code", None) not in read.bad:
            self.problems.add(("code", None), UserError(Problem.NOBODY_CHOSEN))
        if sheet.order_required and not read.new.order_number.strip():
            missing = invoice_refused("order_number", InvoiceWhy.ORDER_NEEDED)
            self.problems.add(("order_number", None), missing)
        if not read.new.lines and not any(place is not None for _, place in read.bad):
            nothing = invoice_refused("lines", InvoiceWhy.NO_LINES)
            self.problems.add(("lines", None), nothing)
        if self.problems.found:
            self.problems.go_to_first()
            return None
        return read.new
