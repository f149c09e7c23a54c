"""The use-cases about our own side, and visits; part of ``Program``.

Visits have no module of their own here: it would be one more before the first painting.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from creditmate.services.program_foundation import Foundation

if TYPE_CHECKING:
    from creditmate.services.business_editing import BusinessEditing
    from creditmate.services.contact_policy_editing import ContactPolicies
    from creditmate.services.exchange_rates import ExchangeRates
    from creditmate.services.handover import Handovers
    from creditmate.services.map_places import MapPlaces
    from creditmate.services.numbering import Numbering
    from creditmate.services.people import People
    from creditmate.services.reference_rates import ReferenceRateTable
    from creditmate.services.route_papers import RoutePapers
    from creditmate.services.settings import BusinessSettings
    from creditmate.services.taxes import Taxes
    from creditmate.services.terms_library import TermsLibrary
    from creditmate.services.terms_sending import TermsSending
    from creditmate.services.visit_agendas import VisitAgendas
    from creditmate.services.visit_drafts import VisitDrafts
    from creditmate.services.visit_mail import VisitMail
    from creditmate.services.visit_packs import VisitPacks
    from creditmate.services.visit_reports import VisitReports
    from creditmate.services.visit_routes import VisitRoutes
    from creditmate.services.visit_thanks import VisitLetters
    from creditmate.services.visit_worth import VisitWorths


class OfficeUseCases(Foundation):
    """Our people, the settings, what all papers are made by, and visits."""

    @cached_property
    def people(self) -> "People":
        """Our people, who is at work, and who covers for whom."""
        from creditmate.services.people import People

        return People(self._gateway, self.clock, self._user)

    @cached_property
    def handovers(self) -> "Handovers":
        """What a colleague needs to know who covers."""
        from creditmate.services.handover import Handovers

        return Handovers()

    @cached_property
    def settings(self) -> "BusinessSettings":
        """The thresholds and habits of the business."""
        from creditmate.services.settings import BusinessSettings

        return BusinessSettings(self._gateway)

    @cached_property
    def contact_policies(self) -> "ContactPolicies":
        """How customers are approached, and what differs for some."""
        from creditmate.services.contact_policy_editing import ContactPolicies

        return ContactPolicies(self._gateway, self.clock)

    @cached_property
    def business_editing(self) -> "BusinessEditing":
        """The business and its letterhead."""
        from creditmate.services.business_editing import BusinessEditing

        return BusinessEditing(self._gateway)

    @cached_property
    def numbering(self) -> "Numbering":
        """How papers are numbered."""
        from creditmate.services.numbering import Numbering

        return Numbering(self._gateway)

    @cached_property
    def taxes(self) -> "Taxes":
        """Tax codes and their dated rates."""
        from creditmate.services.taxes import Taxes

        return Taxes(self._gateway)

    @cached_property
    def exchange_rates(self) -> "ExchangeRates":
        """What currencies are worth, by day."""
        from creditmate.services.exchange_rates import ExchangeRates

        return ExchangeRates(self._gateway, self.clock)

    @cached_property
    def reference_rates(self) -> "ReferenceRateTable":
        """What statutory interest is built on, by half-year."""
        from creditmate.services.reference_rates import ReferenceRateTable

        return ReferenceRateTable(self._gateway, self.clock)

    @cached_property
    def terms_library(self) -> "TermsLibrary":
        """Terms and conditions in versions."""
        from creditmate.services.terms_library import TermsLibrary

        return TermsLibrary(self._gateway, self.clock)

    @cached_property
    def terms_sending(self) -> "TermsSending":
        """Terms on paper, and that they were sent."""
        from creditmate.services.terms_sending import TermsSending

        return TermsSending(self._gateway, self.clock)

    # ------------------------------------------------------------- visits
    @cached_property
    def visit_reports(self) -> "VisitReports":
        """What visits brought."""
        from creditmate.services.visit_reports import VisitReports

        return VisitReports(self._gateway, self.clock)

    @cached_property
    def visit_drafts(self) -> "VisitDrafts":
        """Visits' reports being typed."""
        from creditmate.services.visit_drafts import VisitDrafts

        return VisitDrafts(self.clock)

    @cached_property
    def visit_worths(self) -> "VisitWorths":
        """What visits cost against the money that came in after them."""
        from creditmate.services.visit_worth import VisitWorths

        return VisitWorths()

    @cached_property
    def map_places(self) -> "MapPlaces":
        """Where customers' addresses are on the map."""
        from creditmate.services.map_places import MapPlaces

        return MapPlaces(self._gateway)

    @cached_property
    def visit_routes(self) -> "VisitRoutes":
        """A day's visits in their order."""
        from creditmate.services.visit_routes import VisitRoutes

        return VisitRoutes()

    @cached_property
    def visit_agendas(self) -> "VisitAgendas":
        """Agendas for customers."""
        from creditmate.services.visit_agendas import VisitAgendas

        return VisitAgendas(self._gateway, self.clock)

    @cached_property
    def visit_mail(self) -> "VisitMail":
        """Agendas as they go out: by message, with an entry for a calendar."""
        from creditmate.services.invoicing import Invoicing
        from creditmate.services.visit_mail import VisitMail

        return VisitMail(self._gateway, self.clock, Invoicing(self._gateway, self.clock))

    @cached_property
    def visit_packs(self) -> "VisitPacks":
        """What we take along, for us alone."""
        from creditmate.services.stories import Stories
        from creditmate.services.visit_packs import VisitPacks

        return VisitPacks(Stories(), self._gateway, self.clock)

    @cached_property
    def visit_letters(self) -> "VisitLetters":
        """Letters of thanks after visits."""
        from creditmate.services.confirmations import Confirmations
        from creditmate.services.invoicing import Invoicing
        from creditmate.services.visit_thanks import VisitLetters

        invoicing = Invoicing(self._gateway, self.clock)
        confirmations = Confirmations(self._gateway, self.clock, invoicing)
        return VisitLetters(self._gateway, self.clock, confirmations)

    @cached_property
    def route_papers(self) -> "RoutePapers":
        """The route sheets of a day."""
        from creditmate.services.route_papers import RoutePapers

        return RoutePapers(self.clock)
