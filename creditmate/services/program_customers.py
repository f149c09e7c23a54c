"""The use-cases about customers as records; part of ``Program``."""

from functools import cached_property
from typing import TYPE_CHECKING

from creditmate.services.program_foundation import Foundation

if TYPE_CHECKING:
    from creditmate.services.acceptances import Acceptances
    from creditmate.services.agreement_undoing import AgreementUndoing
    from creditmate.services.applications import Applications
    from creditmate.services.attachments import Attachments
    from creditmate.services.callers import Callers
    from creditmate.services.confirmations import Confirmations
    from creditmate.services.contact_moves import ContactMoves
    from creditmate.services.contacts_editing import ContactsEditing
    from creditmate.services.corrections import Corrections
    from creditmate.services.credit_checks import CreditChecks
    from creditmate.services.customer_editing import CustomerEditing
    from creditmate.services.customer_lists import CustomerLists
    from creditmate.services.customer_overview import CustomerOverview
    from creditmate.services.customer_pages import CustomerPages
    from creditmate.services.customers import Customers
    from creditmate.services.decisions import Decisions
    from creditmate.services.disputes import Disputes
    from creditmate.services.groups import Groups
    from creditmate.services.help_sheet_papers import HelpSheetPapers
    from creditmate.services.help_sheets import HelpSheets
    from creditmate.services.history_papers import HistoryPapers
    from creditmate.services.incoming import Incoming
    from creditmate.services.incoming_mail import IncomingMail
    from creditmate.services.merging import Merging
    from creditmate.services.noted import NotedThings
    from creditmate.services.plan_papers import PlanPapers
    from creditmate.services.promise_register import PromiseRegister
    from creditmate.services.stories import Stories
    from creditmate.services.visit_suggestions import VisitSuggestions
    from creditmate.services.visits import Visits
    from creditmate.services.welcome_letters import WelcomeLetters


class CustomerUseCases(Foundation):
    """Who the customers are, what is decided about them, and what happened."""

    @cached_property
    def customers(self) -> "Customers":
        """A customer and the brief before a call."""
        from creditmate.services.customers import Customers

        return Customers(self._gateway)

    @cached_property
    def customer_overview(self) -> "CustomerOverview":
        """Every customer with its standing, for export."""
        from creditmate.services.customer_overview import CustomerOverview

        return CustomerOverview()

    @cached_property
    def customer_lists(self) -> "CustomerLists":
        """All customers, filtered and sorted."""
        from creditmate.services.customer_lists import CustomerLists

        return CustomerLists(self._gateway)

    @cached_property
    def customer_pages(self) -> "CustomerPages":
        """Everything on one customer."""
        from creditmate.services.customer_pages import CustomerPages

        return CustomerPages()

    @cached_property
    def stories(self) -> "Stories":
        """What happened with a customer, day by day."""
        from creditmate.services.stories import Stories

        return Stories()

    @cached_property
    def customer_editing(self) -> "CustomerEditing":
        """Adding, changing and archiving customers."""
        from creditmate.services.customer_editing import CustomerEditing

        return CustomerEditing(self._gateway, self.clock)

    @cached_property
    def contacts_editing(self) -> "ContactsEditing":
        """A customer's people and what they wish."""
        from creditmate.services.contacts_editing import ContactsEditing

        return ContactsEditing(self._gateway, self.clock)

    @cached_property
    def decisions(self) -> "Decisions":
        """Holds, statuses and credit limits."""
        from creditmate.services.decisions import Decisions

        return Decisions(self._gateway, self.clock)

    @cached_property
    def groups(self) -> "Groups":
        """Head offices and branches, and what they owe together."""
        from creditmate.services.groups import Groups

        return Groups(self._gateway)

    @cached_property
    def merging(self) -> "Merging":
        """One customer out of two records."""
        from creditmate.services.merging import Merging

        return Merging(self._gateway, self.clock)

    @cached_property
    def attachments(self) -> "Attachments":
        """Files that belong to a customer."""
        from creditmate.services.attachments import Attachments

        return Attachments(self._gateway, self.clock)

    @cached_property
    def applications(self) -> "Applications":
        """Applications for credit: handed out, and read when they come back."""
        from creditmate.services.applications import Applications

        return Applications(self._gateway, self.clock)

    @cached_property
    def acceptances(self) -> "Acceptances":
        """Which terms customers were sent and accepted."""
        from creditmate.services.acceptances import Acceptances

        return Acceptances(self._gateway, self.clock)

    @cached_property
    def credit_checks(self) -> "CreditChecks":
        """What is looked at before credit is given, and when to look again."""
        from creditmate.services.credit_checks import CreditChecks

        return CreditChecks(self._gateway, self.clock)

    @cached_property
    def welcome_letters(self) -> "WelcomeLetters":
        """Letters that welcome a customer."""
        from creditmate.services.welcome_letters import WelcomeLetters

        return WelcomeLetters(self._gateway, self.clock)

    @cached_property
    def disputes(self) -> "Disputes":
        """Questions that customers raise, and their answers."""
        from creditmate.services.disputes import Disputes

        return Disputes(self._gateway, self.clock)

    @cached_property
    def promise_register(self) -> "PromiseRegister":
        """Every promise of both sides, and how well theirs were kept."""
        from creditmate.services.promise_register import PromiseRegister

        return PromiseRegister(self._gateway, self.clock)

    @cached_property
    def noted(self) -> "NotedThings":
        """Opportunities and feedback."""
        from creditmate.services.noted import NotedThings

        return NotedThings(self._gateway, self.clock)

    @cached_property
    def help_sheets(self) -> "HelpSheets":
        """Where people who cannot pay find help."""
        from creditmate.services.help_sheets import HelpSheets

        return HelpSheets(self._gateway, self.clock)

    @cached_property
    def help_sheet_papers(self) -> "HelpSheetPapers":
        """The same on paper."""
        from creditmate.services.help_sheet_papers import HelpSheetPapers

        return HelpSheetPapers(self.help_sheets, self._gateway, self.clock)

    @cached_property
    def plan_papers(self) -> "PlanPapers":
        """Agreements on payment plans."""
        from creditmate.services.plan_papers import PlanPapers

        return PlanPapers(self._gateway, self.clock)

    @cached_property
    def history_papers(self) -> "HistoryPapers":
        """What happened with a customer, on paper."""
        from creditmate.services.history_papers import HistoryPapers

        return HistoryPapers(self.stories, self.clock)

    @cached_property
    def agreement_undoing(self) -> "AgreementUndoing":
        """The way back from what was done with a question, a promise or a note."""
        from creditmate.services.agreement_undoing import AgreementUndoing

        return AgreementUndoing(self._gateway, self.clock)

    @cached_property
    def callers(self) -> "Callers":
        """Who it may be that calls."""
        from creditmate.services.callers import Callers

        return Callers(self.clock)

    @cached_property
    def incoming(self) -> "Incoming":
        """Talks whose customer is not known yet."""
        from creditmate.services.incoming import Incoming

        return Incoming(self.clock)

    @cached_property
    def incoming_mail(self) -> "IncomingMail":
        """E-mails that came in as files."""
        from creditmate.services.incoming_mail import IncomingMail

        return IncomingMail()

    @cached_property
    def corrections(self) -> "Corrections":
        """Contacts put right."""
        from creditmate.services.corrections import Corrections

        return Corrections(self._gateway, self.clock)

    @cached_property
    def contact_moves(self) -> "ContactMoves":
        """Contacts moved to the customer they were with."""
        from creditmate.services.contact_moves import ContactMoves

        return ContactMoves(self._gateway, self.clock)

    @cached_property
    def confirmations(self) -> "Confirmations":
        """What was agreed, confirmed in writing."""
        from creditmate.services.confirmations import Confirmations
        from creditmate.services.invoicing import Invoicing

        return Confirmations(self._gateway, self.clock, Invoicing(self._gateway, self.clock))

    @cached_property
    def visits(self) -> "Visits":
        """Visits as they are planned."""
        from creditmate.services.visits import Visits

        return Visits(self._gateway, self.clock)

    @cached_property
    def visit_suggestions(self) -> "VisitSuggestions":
        """Who deserves a visit, and who is near."""
        from creditmate.services.visit_suggestions import VisitSuggestions

        return VisitSuggestions()
