"""What is said about an invented customer before anything happens between us."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a customer's.

    ``authority`` and ``channel`` are codes of the contact table. ``mailbox`` is the local part of
    the e-mail address, the first name where it is empty.
    """

    name: str
    role: str
    authority: str = "pays"
    best_time: str = ""
    remark: str = ""
    channel: str = "call"
    mobile: bool = False
    mailbox: str = ""


@dataclass(frozen=True, slots=True)
class Firm:
    """An invented customer and its habits.

    Args:
        code: The customer's code.
        name: The legal name.
        form: Legal form, as a code.
        address: The billing address without postcode, line by line.
        postcode: A postcode that does not exist; with the town in countries that write it so.
        domain: Its e-mail domain, under ``.example``.
        people: One to three persons, whom we usually speak to first.
        terms: Which of ``habits.TERMS`` was agreed.
        payer: Which of ``habits.PAYERS`` it is.
        per_month: Invoices a month.
        typical: A middling invoice before tax, in major units.
        country: ISO 3166 code.
        since: Months since the first invoice.
        remember: What whoever rings there should know.
        tax_number: The VAT number, where it is needed.
    """

    code: str
    name: str
    form: str
    address: tuple[str, ...]
    postcode: str
    domain: str
    people: tuple[Person, ...]
    terms: str = "net30"
    payer: str = "prompt"
    per_month: float = 1.5
    typical: int = 420
    country: str = "GB"
    since: int = 24
    remember: str = ""
    tax_number: str = ""

    @property
    def currency(self) -> str:
        """What it is invoiced in."""
        return {"GB": "GBP", "US": "USD"}.get(self.country, "EUR")

    @property
    def locale(self) -> str:
        """The language of its papers."""
        return _LOCALES[self.country]

    @property
    def zone(self) -> str:
        """The time zone in which it is rung."""
        return _ZONES[self.country]


_LOCALES = {
    "GB": "en_GB",
    "IE": "en_IE",
    "DE": "de_DE",
    "FR": "fr_FR",
    "NL": "nl_NL",
    "PL": "pl_PL",
    "US": "en_US",
}
_ZONES = {
    "GB": "Europe/London",
    "IE": "Europe/Dublin",
    "DE": "Europe/Berlin",
    "FR": "Europe/Paris",
    "NL": "Europe/Amsterdam",
    "PL": "Europe/Warsaw",
    "US": "America/New_York",
}
