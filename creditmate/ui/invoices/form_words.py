"""What the form of an invoice says of what it understood; knows no toolkit."""

from datetime import date

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_parts import Schedule
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.invoicing import TaxSum
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewInvoice
from creditmate.domain.taxes import CHARGED, TaxKind, TaxRate
from creditmate.i18n.account_words import stop_line
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import day_echoed, day_in_table, money, number
from creditmate.i18n.invoice_words import notice_words
from creditmate.i18n.problems import problem_words
from creditmate.i18n.quantities import percent_words
from creditmate.i18n.terms_words import terms_words
from creditmate.services.invoice_forms import InvoiceSheet
from creditmate.services.invoice_plans import InvoicePlan

_UNREAD = frozenset({Problem.BAD_DATE, Problem.BAD_MONEY, Problem.BAD_NUMBER})
Echo = tuple[str, str]
"""What was understood, and what follows from it."""


class FormWords:
    """Makes the words of invoices, for a language and a locale."""

    def __init__(self, language: str, locale: str) -> None:
        self._language, self._locale = language, locale
        self._words = words(language)

    def refused(self, error: UserError) -> str:
        """Why something cannot stand; below its field, so neither line nor field is named."""
        _ = self._words.gettext
        if error.problem not in _UNREAD:
            facts = {name: fact for name, fact in error.facts.items() if name != "line"}
            return problem_words(UserError(error.problem, **facts), self._language, self._locale)
        if not str(error.facts["found"]).strip():
            return _("This is still missing.")
        text = _("“{found}” is not understood. Such as {expected}.")
        return text.format(found=error.facts["found"], expected=error.facts["expected"])

    def customer(self, sheet: InvoiceSheet) -> Echo:
        """Who it is, and where invoices have to go; else what to remember."""
        if sheet.customer is None:
            return "", ""
        _ = self._words.gettext
        goes = _("Invoices go to {where}").format(where=sheet.invoices_to)
        return sheet.customer.code, goes if sheet.invoices_to else sheet.customer.remember

    def order_wanted(self) -> str:
        """What is said of the order number of somebody who asks for one."""
        return self._words.gettext("This customer pays no invoice without one.")

    def charged(self, found: DocumentRow, today: date) -> Echo:
        """Which invoice a charge is for, to be recognised by its amount and day."""
        of = self._words.gettext("of {day}")
        return self.whole(found.gross), of.format(day=day_in_table(found.day, self._locale, today))

    def day(self, day: date) -> str:
        """A day as it was understood."""
        return day_echoed(day, self._locale)

    def due(self, new: NewInvoice, sheet: InvoiceSheet, plan: InvoicePlan | None) -> str:
        """When it is due: all days once they are worked out, else the one by the terms."""
        _, terms = self._words.gettext, new.terms or sheet.terms
        if plan is None or plan.schedule is None:
            said = self._due_on(terms.rule.due(new.day))
        else:
            said = self._due(plan.schedule)
        text = _("{due} ({terms})")
        return text.format(due=said, terms=terms_words(terms, self._language))

    def _due(self, schedule: Schedule) -> str:
        said = self._due_on(schedule.first.worked_day)
        more = len(schedule.parts) - 1
        if not more:
            return said
        text = self._words.ngettext("and {count} part later", "and {count} parts later", more)
        return f"{said} {text.format(count=number(more, self._locale))}"

    def _due_on(self, day: date) -> str:
        return self._words.gettext("due {day}").format(day=day_echoed(day, self._locale))

    def stopped(self, why: str) -> str:
        """That a customer is on stop, and why."""
        return stop_line(why, self._language)

    def notices(self, plan: InvoicePlan) -> list[str]:
        """What to look at before it is issued."""
        language, why = self._language, plan.why_stopped
        return [notice_words(notice, language, why) for notice in plan.notices]

    # ------------------------------------------------------------- amounts
    def amount(self, amount: Money | None) -> str:
        """What a line comes to."""
        return "" if amount is None else money(amount, self._locale)

    def whole(self, amount: Money) -> str:
        """What it all comes to."""
        return money(amount, self._locale, symbol=True)

    def tax(self, found: TaxSum) -> str:
        """What a tax is called in the sums: ``VAT 20%``."""
        if found.tax.kind not in CHARGED:
            return found.tax.name
        return f"{found.tax.name} {percent_words(found.tax.rate, self._locale)}"

    def code(self, rate: TaxRate) -> str:
        """A tax code as it is chosen: ``S  20%``, or ``Z  Zero-rated``."""
        if rate.kind is TaxKind.OUTSIDE:  # called like the tax itself, on which nothing is charged
            return f"{rate.code}  {self._words.gettext('no tax')}"
        if rate.kind not in CHARGED:
            return f"{rate.code}  {rate.name}"
        return f"{rate.code}  {percent_words(rate.rate, self._locale)}"

    def issued(self, plan: InvoicePlan, number_: str) -> str:
        """What was done, once it has its number."""
        _ = self._words.gettext
        text = _("Invoice {number} for {name} is issued: {amount}")
        if plan.kind is DocumentKind.CHARGE_NOTE:
            text = _("Charge note {number} for {name} is issued: {amount}")
        return text.format(
            number=number_, name=plan.customer.name, amount=self.whole(plan.totals.gross)
        )
