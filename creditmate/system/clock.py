"""The computer's clock, whose business day may be set (``--on``) and whose moment never is."""

from datetime import UTC, date, datetime


class SystemClock:
    """Fulfils ``domain.ports.Clock``."""

    def __init__(self, acting_on: date | None = None) -> None:
        """``acting_on`` sets today; None leaves it to the computer."""
        self._acting_on = acting_on

    @property
    def today(self) -> date:
        """The day set, else the computer's local day."""
        return self._acting_on or datetime.now().astimezone().date()

    def now(self) -> datetime:
        """The real moment, aware, in UTC."""
        return datetime.now(UTC)
