"""What the services need of the machine, as protocols that ``system`` fulfils."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Today, which may be set, and now, which is always real."""

    @property
    def today(self) -> date:
        """The business day the user acts on (``--on``, else the computer's)."""

    def now(self) -> datetime:
        """The real moment, aware, in UTC: what the audit records."""
