"""The use-cases that keep a ledger safe; part of ``Program``."""

from functools import cached_property
from typing import TYPE_CHECKING

from creditmate.services.program_foundation import Foundation

if TYPE_CHECKING:
    from creditmate.services.backups import Backups
    from creditmate.services.checking import Checking
    from creditmate.services.drills import Drills
    from creditmate.services.upkeep import Upkeep


class SafetyUseCases(Foundation):
    """Backups, drills, and the proof that all is as it must be."""

    @cached_property
    def backups(self) -> "Backups":
        """Backups of the ledger that is open."""
        from creditmate.services.backups import Backups

        return Backups(self.clock, self._version)

    def _back_up(self, reason: str) -> object:
        """Back up what is there before something that cannot simply be undone."""
        return self.backups.before(reason)

    @cached_property
    def drills(self) -> "Drills":
        """Trying a backup out."""
        from creditmate.services.drills import Drills

        return Drills(self.clock)

    @cached_property
    def upkeep(self) -> "Upkeep":
        """Cash posted, and the proof that all is as it must be."""
        from creditmate.services.upkeep import Upkeep

        return Upkeep(self._gateway, self.clock, self._version)

    @cached_property
    def checking(self) -> "Checking":
        """What is checked of the open ledger, and when."""
        from creditmate.services.checking import Checking

        return Checking(self.clock, self.upkeep)
