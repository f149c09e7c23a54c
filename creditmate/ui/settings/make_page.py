"""Makes the page of a section; its parts are loaded when it is first shown."""

from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import (
    BACKUPS,
    BUSINESS,
    COMPUTER,
    CONTACT,
    CURRENCIES,
    HELP_SHEETS,
    INTEREST,
    NUMBERING,
    PEOPLE,
    POLICY,
    SECURITY,
    TAXES,
    TERMS,
    TRUST,
)
from creditmate.ui.surroundings import Surroundings


def make_page(around: Surroundings, key: str, home: str) -> SettingsPage:
    """Return a page for the section of a key; ``home`` is the home currency.

    Raises:
        KeyError: No section has that key.
    """
    return _currencies(around, home) if key == CURRENCIES else _MAKERS[key](around)


def _business(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.business_page import BusinessPage  # noqa: PLC0415 - see the top

    return BusinessPage(around)


def _people(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.people_page import PeoplePage  # noqa: PLC0415 - see the top

    return PeoplePage(around)


def _numbering(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.numbering_page import NumberingPage  # noqa: PLC0415 - see the top

    return NumberingPage(around)


def _taxes(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.taxes_page import TaxesPage  # noqa: PLC0415 - see the top

    return TaxesPage(around)


def _currencies(around: Surroundings, home: str) -> SettingsPage:
    from creditmate.ui.settings.currencies_page import CurrenciesPage  # noqa: PLC0415 - as above

    return CurrenciesPage(around, home)


def _interest(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.interest_page import InterestPage  # noqa: PLC0415 - see the top

    return InterestPage(around)


def _terms(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.terms_page import TermsPage  # noqa: PLC0415 - see the top

    return TermsPage(around)


def _contact(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.contact_page import ContactPage  # noqa: PLC0415 - see the top

    return ContactPage(around)


def _policy(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.policy_page import PolicyPage  # noqa: PLC0415 - see the top

    return PolicyPage(around)


def _help_sheets(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.help_sheets_page import HelpSheetsPage  # noqa: PLC0415 - as above

    return HelpSheetsPage(around)


def _computer(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.computer_page import ComputerPage  # noqa: PLC0415 - see the top

    return ComputerPage(around)


def _security(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.security_page import SecurityPage  # noqa: PLC0415 - see the top

    return SecurityPage(around)


def _backups(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.backups_page import BackupsPage  # noqa: PLC0415 - see the top

    return BackupsPage(around)


def _trust(around: Surroundings) -> SettingsPage:
    from creditmate.ui.settings.trust_page import TrustPage  # noqa: PLC0415 - see the top

    return TrustPage(around)


_MAKERS = {
    SECURITY: _security,
    BACKUPS: _backups,
    TRUST: _trust,
    BUSINESS: _business,
    PEOPLE: _people,
    NUMBERING: _numbering,
    TAXES: _taxes,
    INTEREST: _interest,
    TERMS: _terms,
    CONTACT: _contact,
    POLICY: _policy,
    HELP_SHEETS: _help_sheets,
    COMPUTER: _computer,
}
