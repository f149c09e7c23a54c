"""The use-cases about our own side; part of ``Program``."""

from functools import cached_property
from typing import TYPE_CHECKING

from creditmate.services.program_foundation import Foundation

if TYPE_CHECKING:
    from creditmate.services.business_editing import BusinessEditing
    from creditmate.services.exchange_rates import ExchangeRates
    from creditmate.services.handover import Handovers
    from creditmate.services.numbering import Numbering
    from creditmate.services.people import People
    from creditmate.services.settings import BusinessSettings
    from creditmate.services.taxes import Taxes


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
