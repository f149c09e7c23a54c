"""The sections of the settings: what each is called, and the words by which it is found."""

from typing import NamedTuple

from creditmate.i18n.catalogue import N_


class Section(NamedTuple):
    """A section: a key for wishes and what is remembered, and words to be translated.

    ``purpose`` is the sentence under its title, ``also`` the words by which Find or do knows it.
    """

    key: str
    title: str
    purpose: str
    also: str


BUSINESS, PEOPLE, NUMBERING, TAXES = "business", "people", "numbering", "taxes"
CURRENCIES, CONTACT, COMPUTER = "currencies", "contact", "computer"
INTEREST, TERMS, POLICY = "interest", "terms", "policy"
BACKUPS, TRUST, SECURITY = "backups", "trust", "security"
HELP_SHEETS = "help_sheets"

SECTIONS = (
    Section(
        BUSINESS,
        N_("Business and letterhead"),
        N_("What stands on every paper. Papers that were issued stay as they are."),
        N_("address bank iban logo colour company name"),
    ),
    Section(
        PEOPLE,
        N_("Our people"),
        N_("Who works here, whose customers are whose, and who stands in while somebody is away."),
        N_("staff colleague signature cover holiday absence hand-over"),
    ),
    Section(
        NUMBERING,
        N_("Numbering"),
        N_("How the next papers are called. A number that was given stays that paper's."),
        N_("invoice number series pattern start"),
    ),
    Section(
        TAXES,
        N_("Taxes"),
        N_("Codes and their rates by day. Issued papers keep the rate they were issued at."),
        N_("vat gst rate tax code"),
    ),
    Section(
        CURRENCIES,
        N_("Currencies"),
        N_("What one unit is worth in the home currency. The latest rate up to a day counts."),
        N_("exchange rate euro dollar"),
    ),
    Section(
        TERMS,
        N_("Terms and conditions"),
        N_("What customers sign, in versions. A version that was published is never changed."),
        N_("contract clauses retention of title guarantee acceptance signature agreement"),
    ),
    Section(
        INTEREST,
        N_("Interest"),
        N_("What may be charged for paying late, and the rates it is built on. Never by itself."),
        N_("late payment statutory base rate bank of england fixed sum compensation reference"),
    ),
    Section(
        POLICY,
        N_("Contact policy"),
        N_("When customers are approached, how often at most, and at which hours."),
        N_("steps reminders courtesy calls budget quiet hours chasing cadence dunning tags"),
    ),
    Section(
        HELP_SHEETS,
        N_("Help sheets"),
        N_("Where people who cannot pay find help that is free. Check it before it is sent."),
        N_("hardship advice helpline charity names numbers free help"),
    ),
    Section(
        CONTACT,
        N_("Contact and printing"),
        N_("From when somebody is contacted, how long “we have paid” is believed, usual terms."),
        N_("threshold small balance grace terms rounding allocation visit hour mile rate cost"),
    ),
    Section(
        COMPUTER,
        N_("This computer"),
        N_("How the program looks and writes here. The ledger is not touched by it."),
        N_("language region figures preferences"),
    ),
    Section(
        SECURITY,
        N_("Security"),
        N_("Who can open this ledger: its password, its recovery sheet, and when it is locked."),
        N_("password encrypt protect lock key recovery sheet remember keyring idle"),
    ),
    Section(
        BACKUPS,
        N_("Backups"),
        N_("Whole copies of the ledger, each opened again and compared before it counts."),
        N_("copy restore save stick second place drill lost undo"),
    ),
    Section(
        TRUST,
        N_("Trust"),
        N_("What is known of this ledger's safety, what was tried, and what nobody can promise."),
        N_("check proof encryption version figures verify storage folder"),
    ),
)
"""In the order of their list."""


def section_of(key: str) -> Section:
    """The section of a key; the first one for a key that none has."""
    return next((section for section in SECTIONS if section.key == key), SECTIONS[0])
