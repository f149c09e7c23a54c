"""The form of an invoice that is in hand: read as it is typed, and what is said of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.new_invoice import NewInvoice
from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.i18n.catalogue import words
from creditmate.services.invoice_forms import InvoiceSheet
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.program import Program
from creditmate.ui.invoices.form_opening import DraftSlot, OpenedForm
from creditmate.ui.invoices.form_page import FormPage
from creditmate.ui.invoices.form_state import FormReader, Read, Spot, is_blank_form
from creditmate.ui.invoices.form_words import FormWords
from creditmate.ui.invoices.sums_block import SumLine
from creditmate.ui.kit.tag import Tone
from creditmate.ui.surroundings import Surroundings


class FormInHand:
    """Shows on a page what was understood of what is typed there.

    Attributes:
        is_open: Whether a form is in hand.
        slot: Where it is kept.
        words: Of all it says.
    """

    def __init__(self, around: Surroundings, page: FormPage) -> None:
        self._around, self._page = around, page
        self._ = words(around.language).gettext
        self.words = FormWords(around.language, around.locale)
        self.is_open = False
        self.slot = DraftSlot()
        self._begun = datetime.min.replace(tzinfo=UTC)
        self._sheet: InvoiceSheet | None = None
        self._read: Read | None = None
        self._plan: InvoicePlan | None = None
        self._refused: dict[Spot, UserError] = {}
        self._insists = False
        self._dropped = TypedInvoice()

    # ------------------------------------------------------------- which form
    def take_up(self, opened: OpenedForm) -> None:
        """Show a form that was opened."""
        self.slot, self._begun, self._insists = opened.slot, opened.begun, False
        self._page.show_typed(opened.typed)
        self._page.head.show_name(self._("New invoice"))
        self._page.head.show_tag(self._("Draft") if opened.slot.id else "", Tone.NEUTRAL)
        self.is_open = True
        self.know(opened.sheet)

    def put_down(self) -> None:
        """Have nothing in hand any more."""
        self.is_open = False
        self._page.preview.show_none("")

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
        self._plan, self._refused, self._insists = None, {}, False
        self._say(sheet, self._read, typed)

    def _say(self, sheet: InvoiceSheet, read: Read, typed: TypedInvoice) -> None:
        new, page = read.new, self._page
        usual, codes = sheet.usual_code(new.supply_day or new.day), sheet.codes(
            new.supply_day or new.day
        )  # fmt: skip
        ordered = sorted(codes, key=lambda rate: rate.code != usual)
        page.lines.offer_codes([(rate.code, self.words.code(rate)) for rate in ordered])
        page.lines.show_amounts(
            {place: self.words.amount(amount) for place, amount in read.amounts.items()}
        )
        self._say_sums(sheet, read)
        self._echo(sheet, read, typed)
        self.say_problems()

    def _say_sums(self, sheet: InvoiceSheet, read: Read) -> None:
        found = read.totals
        if found is None:
            self._page.sums.show_lines(())
            self._page.foot.show_sum("", self.words.due(read.new.day, sheet, None))
            return
        lines = [SumLine(self._("Net"), self.words.amount(found.net))]
        lines += [SumLine(self.words.tax(tax), self.words.amount(tax.amount))
                  for tax in found.taxes]  # fmt: skip
        whole = self.words.whole(found.gross)
        self._page.sums.show_lines([*lines, SumLine(self._("To pay"), whole, whole=True)])
        self._page.foot.show_sum(whole, self.words.due(read.new.day, sheet, self._plan))

    def _echo(self, sheet: InvoiceSheet, read: Read, typed: TypedInvoice) -> None:
        """Say below the fields what was understood; what is wrong is said elsewhere."""
        upper, new = self._page.upper, read.new
        if sheet.customer is not None:
            upper.customer_field.echo(*self.words.customer(sheet))
        else:
            upper.customer_field.clear()
        if sheet.order_required and not typed.order_number.strip():
            upper.order.warn(self.words.order_wanted())
        else:
            upper.order.clear()
        upper.day.echo(self.words.day(new.day))
        upper.supply_day.echo(self.words.day(new.supply_day or new.day))

    def show_plan(self, plan: InvoicePlan) -> None:
        """Show what only the ledger knows: due days, and what to look at."""
        if self._sheet is None or self._read is None:
            return
        self._plan = plan
        self._say_sums(self._sheet, self._read)
        self._page.say_notices([self.words.notice(notice) for notice in plan.notices])

    # ------------------------------------------------------------- what is wrong
    @property
    def _problems(self) -> Mapping[Spot, UserError]:
        found = {} if self._read is None else {**self._read.bad}
        return {**found, **self._refused}

    def refuse(self, error: UserError) -> None:
        """Say what the ledger finds wrong, at its field."""
        if self._read is None:
            return
        name, place = self._read.spot_of(error)
        if name in self._page.fields or place is not None or name == "code":
            self._refused[name, place] = error
        else:
            self._refused["lines", None] = error
        self.say_problems()

    def say_problems(self) -> None:
        """Say what is wrong of what nobody is at; all of it to whoever wants it issued."""
        problems, page = self._problems, self._page
        said = {spot: self.words.refused(error) for spot, error in problems.items()}
        focus = page.window().focusWidget()
        for name, field in page.fields.items():
            at_it = field.input is focus and not self._insists
            if (name, None) in said and not at_it:
                field.refuse(said[name, None])
            elif name not in {"order_number", "day", "supply_day"}:
                field.clear()
        customer = page.upper.customer_field
        if ("code", None) in said and (self._insists or customer.input is not focus):
            customer.refuse(said["code", None])
        here = None if self._insists else page.lines.place_of_focus()
        page.lines.refuse(
            {place: (name, text) for (name, place), text in said.items()
             if place is not None and place != here}
        )  # fmt: skip
        page.say_lines(said.get(("lines", None), ""))

    def go_to_problem(self) -> None:
        """Put the focus on the first thing that is wrong, all of which is said now."""
        self._insists = True
        self.say_problems()
        problems, page = self._problems, self._page
        if ("code", None) in problems:
            page.upper.customer_field.setFocus()
            return
        for name, field in page.fields.items():
            if (name, None) in problems:
                if field in page.more_fields.texts.values():
                    page.show_all()
                field.setFocus()
                return
        places = sorted((place, name) for name, place in problems if place is not None)
        place, name = places[0] if places else (len(page.lines.typed), "description")
        page.lines.go_to(place, name if name in page.lines.columns.titles else "description")

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
            self._refused["code", None] = UserError(Problem.NOBODY_CHOSEN)
        if sheet.order_required and not read.new.order_number.strip():
            self._refused["order_number", None] = invoice_refused(
                "order_number", InvoiceWhy.ORDER_NEEDED
            )
        if not read.new.lines and not any(place is not None for _, place in read.bad):
            self._refused["lines", None] = invoice_refused("lines", InvoiceWhy.NO_LINES)
        if self._problems:
            self.go_to_problem()
            return None
        return read.new

    def save(self, program: Program) -> Callable[[], datetime]:
        """Return work that keeps the form as it is now."""
        typed, begun, slot = self._page.typed, self._begun, self.slot

        def work() -> datetime:
            if is_blank_form(typed) and slot.id:
                program.invoice_drafts.discard(slot.id)
                slot.id = 0
            elif not is_blank_form(typed):
                slot.id = program.invoice_drafts.save(typed, begun, slot.id or None)
            return program.clock.now()

        return work

    def drop(self, program: Program) -> Callable[[], None]:
        """Return work that throws the form away."""
        slot = self.slot
        self._dropped = self._page.typed

        def work() -> None:
            if slot.id:
                program.invoice_drafts.discard(slot.id)

        return work

    def bring_back(self, program: Program) -> Callable[[], Touched]:
        """Return work that keeps again what was thrown away last."""
        typed, begun, slot = self._dropped, self._begun, self.slot

        def work() -> Touched:
            slot.id = program.invoice_drafts.save(typed, begun, slot.id or None)
            return Touched.DRAFTS

        return work
