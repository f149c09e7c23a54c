"""The use-cases about our own side; part of ``Program``."""

from functools import cached_property
from typing import TYPE_CHECKING

from creditmate.services.program_foundation import Foundation

if TYPE_CHECKING:
    from creditmate.services.business_editing import BusinessEditing
    from creditmate.services.contact_policy_editing import ContactPolicies
    from creditmate.services.exchange_rates import ExchangeRates
    from creditmate.services.handover import Handovers
    from creditmate.services.numbering import Numbering
    from creditmate.services.people import People
    from creditmate.services.reference_rates import ReferenceRateTable
    from creditmate.services.settings import BusinessSettings
    from creditmate.services.taxes import Taxes
    from creditmate.services.terms_library import TermsLibrary
    from creditmate.services.terms_sending import TermsSending


class OfficeUseCases(Foundation):
    """Our people, the settings, and what all papers are made by."""

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
