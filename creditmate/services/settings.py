"""The settings of the open ledger: one typed document, read anew whenever it is asked for."""

from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.db.business import home_currency
from creditmate.db.exchange_rates import kept_rates
from creditmate.db.gateway import Gateway
from creditmate.db.settings import put_settings, stored_settings
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.exchange import Rates, worth
from creditmate.domain.interest_worth import WorthDeciding
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.settings import DEFAULTS, Settings, SettingsError, from_json, to_json
from creditmate.domain.workcase import Policy
from creditmate.domain.worked_terms import WorkedTerms, examples
from creditmate.services.calendars import home_calendar


@dataclass(frozen=True, slots=True)
class KeptSettings:
    """The settings and the version they were read at; 0 while nothing was ever set."""

    settings: Settings
    version: int
    currency: str

    @property
    def contact_from(self) -> Money:
        """The sum below which nobody is contacted."""
        return Money(self.settings.contact_from_minor, self.currency)

    @property
    def print_from(self) -> Money:
        """The sum below which no statement is printed."""
        return Money(self.settings.print_from_minor, self.currency)

    @property
    def discount_alone(self) -> Money:
        """The discount that whoever calls may agree without asking."""
        return Money(self.settings.discount_alone_minor, self.currency)

    @property
    def visit_hour(self) -> Money:
        """What an hour of ours costs on a visit."""
        return Money(self.settings.visit_hour_minor, self.currency)

    @property
    def visit_distance(self) -> Money:
        """What a mile, or a kilometre, costs on the way to a visit."""
        return Money(self.settings.visit_distance_minor, self.currency)

    @property
    def interest_from(self) -> Money:
        """The sum of interest from which an invoice is something to decide."""
        return Money(self.settings.interest_from_minor, self.currency)


class BusinessSettings:
    """Reads and saves the settings."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def read(self) -> KeptSettings:
        """Return the settings.

        Raises:
            UserError: ``SETTINGS_UNREADABLE`` naming the key.
        """
        stored = stored_settings()
        version = 0 if stored is None else stored[1]
        return KeptSettings(current_settings(), version, home_currency())

    def save(self, settings: Settings, version: int) -> Touched:
        """Save the whole document, read at ``version``.

        Raises:
            UserError: ``CHANGED_MEANWHILE``.
        """
        with self._gateway.write("save-settings") as writing:
            put_settings(writing, to_json(settings), version)
        return Touched.SETTINGS

    def tried(self, terms: PaymentTerms, today: date) -> tuple[WorkedTerms, ...]:
        """Return what terms come to for invoices of ours; nothing is written."""
        return examples(terms, today, home_currency(), home_calendar(today))


def current_settings() -> Settings:
    """Return the settings that count now.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    stored = stored_settings()
    if stored is None:
        return DEFAULTS
    try:
        return from_json(stored[0])
    except SettingsError as error:
        raise UserError(Problem.SETTINGS_UNREADABLE, key=error.key) from error


def current_rates() -> Rates:
    """Return the exchange rates into the home currency."""
    return kept_rates(home_currency())


def worth_deciding(as_at: date) -> WorthDeciding:
    """Return from when on interest is listed as something to decide on a day."""
    settings, rates = current_settings(), current_rates()
    return WorthDeciding(
        least=Money(settings.interest_from_minor, rates.home),
        since=as_at - timedelta(days=settings.interest_days),
        worth=worth(rates, as_at),
    )


def work_policy(as_at: date) -> Policy:
    """Return by which thresholds and at which rates the work list of a day is made."""
    settings, rates = current_settings(), current_rates()
    return Policy(
        courtesy_window=settings.courtesy_window,
        courtesy_days=float(settings.courtesy_days),
        longest_pause=settings.longest_pause,
        contact_from=Money(settings.contact_from_minor, rates.home),
        worth=worth(rates, as_at),
    )
