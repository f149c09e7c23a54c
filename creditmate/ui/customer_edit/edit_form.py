"""Everything of a customer to type, in four sections; what is wrong stands beside its field."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import countries
from creditmate.i18n.currencies import currencies
from creditmate.services.customer_editing import EditSheet
from creditmate.ui.customer_edit import offers
from creditmate.ui.customer_edit.addresses import Addresses
from creditmate.ui.customer_edit.decided_facts import DecidedFacts
from creditmate.ui.customer_edit.field_book import FieldBook
from creditmate.ui.customer_edit.section import FormSection
from creditmate.ui.customer_edit.terms_editor import TermsEditor
from creditmate.ui.customer_edit.terms_input import RunInput
from creditmate.ui.customer_edit.typed_customer import TypedCustomer
from creditmate.ui.customer_edit.typed_run import TypedRun
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.kit.panel import Hairline
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE

TERMS, RUN, REGION = "terms", "run", "region"


class EditForm(QScrollArea):
    """Shows and returns a ``TypedCustomer``.

    Attributes:
        book: The plain fields, by the names of ``TypedCustomer``.
        terms: The terms, with what they come to.
        run: The parts of the payment run.
        addresses: All addresses.
        decided: What was decided of a customer that is there.
    """

    edited = Signal(str)
    """The name of a field that was changed."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._ = around, words(around.language).gettext
        self.book = FieldBook(around.theme, self)
        self.terms = TermsEditor(around)
        self.run, self.addresses = RunInput(around), Addresses(around)
        self.decided = DecidedFacts(around)
        self._typed = TypedCustomer()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, SPACE.xl)
        column.setSpacing(0)
        for place, section in enumerate(
            (self._who(), self._where(), self._money(), self._paying())
        ):
            if place:
                column.addWidget(Hairline())
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self._("Customer"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._connect()

    def _connect(self) -> None:
        self.book.edited.connect(self._on_edited)
        self.terms.edited.connect(lambda: self.edited.emit(TERMS))
        self.run.edited.connect(lambda: self.edited.emit(RUN))
        self.addresses.edited.connect(lambda: self.edited.emit("sites"))

    # ------------------------------------------------------------- the sections
    def _who(self) -> FormSection:
        _, book = self._, self.book
        section = FormSection(
            self._around.theme,
            _("Who it is"),
            _("The legal form decides which rules hold when a payment is late."),
        )
        section.row(
            book.line("name", _("Legal name")),
            book.line("trading_name", _("Trading name")),
            book.line("code", _("Code")),
            book.choice("legal_form", _("Legal form"), offers.legal_forms(self._around.language)),
            book.line("company_number", _("Company number")),
            book.line("tax_number", _("Tax number")),
            book.line("industry", _("Industry")),
            book.line("tags", _("Tags"), _("comma between them")),
            book.choice("owner", _("Looked after by")),
        )
        friend = _("A friend, or personal: proposed gently, no letters, never in a batch")
        section.put(book.check("friend", friend))
        return section

    def _where(self) -> FormSection:
        _, book, language = self._, self.book, self._around.language
        section = FormSection(
            self._around.theme,
            _("Where it is"),
            _("Addresses have the fields of their country. A postcode that looks odd may stand."),
        )
        section.row(
            book.choice("country", _("Country"), countries(language)),
            book.choice("locale", _("Language of papers")),
            book.choice("zone", _("Time zone")),
            book.choice(REGION, _("Part of the country, for holidays")),
        )
        self.offer_regions(())
        section.put(self.addresses)
        return section

    def _money(self) -> FormSection:
        _, book, language = self._, self.book, self._around.language
        section = FormSection(
            self._around.theme,
            _("Money"),
            _("Terms hold for invoices from now on: those that were issued keep theirs."),
        )
        self._keep(TERMS, _("Terms"), self.terms)
        section.put(book.fields[TERMS])
        section.put(self.decided)
        self._begins = section.row(
            book.choice("status", _("Status"), offers.statuses(language)),
            book.line("limit", _("Credit limit"), amount=True),
        )
        section.row(
            book.line("insurer", _("Insurer")),
            book.line("insured", _("Sum insured"), amount=True),
            book.line("report_by_days", _("Days to report an overdue item"), amount=True),
            book.choice("currency", _("Currency"), currencies(language)),
            book.choice("statement_kind", _("Statements list"), offers.statement_kinds(language)),
            book.line("statement_day", _("Statement on day of the month"), "1–31", amount=True),
            book.line("grace_days", _("Follow up so many days late"), _("as usual"), amount=True),
        )
        return section

    def _paying(self) -> FormSection:
        _, book = self._, self.book
        section = FormSection(
            self._around.theme,
            _("How this customer pays"),
            _("The next payment run is proposed when they promise to pay."),
        )
        self._keep(RUN, _("Payment run"), self.run)
        section.row(book.fields[RUN], book.line("pay_method", _("How they pay")), columns=2)
        section.row(
            book.line("invoice_cut_off", _("Invoices by day of the month"), "1–31", amount=True),
            book.line("invoices_to", _("Invoices must go to")),
            book.line("approver", _("Who approves")),
            book.line("account_at_theirs", _("Our number with them")),
            columns=2,
        )
        section.put(book.check("order_required", _("Every invoice needs an order number")))
        section.put(book.text("remember", _("Remember (stands on every brief)")))
        return section

    def _keep(self, name: str, label: str, part: QWidget) -> None:
        self.book.fields[name] = Field(self._around.theme, label, part)

    # ------------------------------------------------------------- what it holds
    def show_none(self) -> None:
        """Show nobody: a customer is still to be read."""
        self._typed = TypedCustomer()
        with QSignalBlocker(self):
            self._show_plain(self._typed, "")
            self.addresses.show_none()

    def show_sheet(self, sheet: EditSheet, typed: TypedCustomer, kept: str) -> None:
        """Show a customer.

        Args:
            sheet: What may be chosen, and what was decided.
            typed: What stands in the fields.
            kept: The payment run in words, where the fields cannot tell it.
        """
        self._typed = typed
        with QSignalBlocker(self):
            self._offer(sheet, typed)
            self._show_plain(typed, kept)
            self.addresses.show_sites(typed.sites, typed.country)
        is_new = not sheet.form.id
        self._begins.setVisible(is_new)
        self.decided.setVisible(not is_new)
        self.decided.show_facts(sheet.facts)

    def _show_plain(self, typed: TypedCustomer, kept: str) -> None:
        """Show everything but the addresses."""
        self.book.show({one.name: getattr(typed, one.name) for one in fields(typed)})
        self.terms.show_terms(typed.terms)
        self.run.show_run(typed.run, kept)

    def _offer(self, sheet: EditSheet, typed: TypedCustomer) -> None:
        language = self._around.language
        self.book.offer("owner", offers.owners(sheet.people, language))
        self.book.offer("zone", offers.zones(sheet.usable.zones))
        self._offer_locales(typed.country, typed.locale)
        tags = self.book.input("tags")
        if isinstance(tags, LineInput) and sheet.usable.tags:
            in_use = self._("In use: {tags}").format(tags=", ".join(sheet.usable.tags))
            tags.setToolTip(in_use)

    def _offer_locales(self, country: str, chosen: str) -> None:
        found = offers.paper_locales(country, chosen, self._around.locale)
        self.book.offer("locale", found)

    def typed(self) -> TypedCustomer:
        """Return everything as it is typed."""
        values: dict[str, Any] = self.book.values()
        run: TypedRun = self.run.typed()
        terms, sites = self.terms.typed(), self.addresses.sites()
        return replace(self._typed, **values, terms=terms, run=run, sites=sites)

    def offer_regions(self, regions: Sequence[tuple[str, str]]) -> None:
        """Offer the parts of the country whose holidays are known; where there is none, nothing."""
        usual = self._("As usual there")
        chosen = str(self.book.values()[REGION] or "")
        self.book.offer(REGION, [("", usual), *regions])
        if regions:
            self.book.show({REGION: chosen})
        self.book.fields[REGION].setVisible(bool(regions))

    def propose(self, name: str, value: str) -> None:
        """Fill a field in that the user has not touched."""
        self.book.show({name: value})

    def _on_edited(self, name: str) -> None:
        if name == "country":
            country = str(self.book.values()["country"])
            self.addresses.live_in(country)
            self.book.show({REGION: ""})  # a part of the other country
            self._offer_locales(country, "")
        self.edited.emit(name)
