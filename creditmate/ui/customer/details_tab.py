"""What is known of a customer besides the account: terms, address, how papers are written."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from creditmate.domain.customer_facts import HowTheyPay
from creditmate.i18n.account_words import (
    group_line,
    insurance_line,
    invoice_lines,
    limit_line,
    run_line,
    status_line,
)
from creditmate.i18n.brief_words import habit_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import country_name
from creditmate.i18n.credit_words import checks_line, exposure_line
from creditmate.i18n.customer_words import legal_form_words
from creditmate.i18n.terms_words import grace_words, terms_words
from creditmate.services.customer_pages import CustomerPage
from creditmate.services.customers import Brief
from creditmate.ui.kit.facts import FactGrid
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class DetailsTab(QScrollArea):
    """Facts below one another; what is not known is left out."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        self._column.addStretch(1)
        self._facts: FactGrid | None = None
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setAccessibleName(words(around.language).gettext("Details"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_page(self, page: CustomerPage) -> None:
        """Show a customer's details."""
        if self._facts is not None:
            self._column.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = FactGrid(self._around.theme)
        for label, known in (*self._known(page.brief), *self._credit(page)):
            self._facts.add_text(label, known)
        self._column.insertWidget(0, self._facts)

    def _known(self, brief: Brief) -> Iterator[tuple[str, str]]:
        language, locale = self._around.language, self._around.locale
        _, customer = words(language).gettext, brief.customer
        yield _("Code"), customer.code
        yield _("Remember"), customer.remember
        yield _("Terms"), "" if brief.terms is None else terms_words(brief.terms, language)
        yield _("Habit"), habit_words(brief.lateness, language, locale)
        yield _("Address"), "\u2028".join(brief.address)
        yield _("Country"), country_name(customer.country, locale)
        yield _("Holidays of"), brief.facts.region
        yield _("Legal form"), legal_form_words(customer.legal_form, language)
        yield _("Currency"), customer.currency
        yield from self._standing(brief)
        yield from self._paying(brief.facts.pays, brief)

    def _standing(self, brief: Brief) -> Iterator[tuple[str, str]]:
        language, locale = self._around.language, self._around.locale
        _, facts = words(language).gettext, brief.facts
        yield _("Industry"), facts.industry
        yield _("Tags"), ", ".join(facts.tags)
        yield _("Looked after by"), facts.owner
        yield _("Status"), status_line(facts, language, locale, brief.as_at)
        yield _("Credit limit"), limit_line(facts.limit, language, locale)
        insured = facts.insurance
        said = "" if insured is None else insurance_line(insured, language, locale, brief.as_at)
        yield _("Insured"), said
        yield _("Followed up"), grace_words(facts.grace_days, language)
        yield _("Group"), group_line(facts, language)

    def _credit(self, page: CustomerPage) -> Iterator[tuple[str, str]]:
        language, locale = self._around.language, self._around.locale
        _, brief = words(language).gettext, page.brief
        exposed = (exposure_line(each, language, locale) for each in brief.facts.exposures)
        yield _("Exposure"), "; ".join(exposed)
        if page.credit is not None:
            yield _("Credit checks"), checks_line(page.credit.checks, language, locale, brief.as_at)

    def _paying(self, pays: HowTheyPay, brief: Brief) -> Iterator[tuple[str, str]]:
        language, locale = self._around.language, self._around.locale
        _ = words(language).gettext
        yield _("Payment run"), run_line(pays, language, locale, brief.as_at)
        yield _("How they pay"), pays.method
        yield _("Invoices"), ", ".join(invoice_lines(pays, language))
        yield _("Our number with them"), pays.account_at_theirs
