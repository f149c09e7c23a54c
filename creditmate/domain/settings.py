"""The settings of a ledger: one typed document with defaults, kept as JSON.

What belongs to the computer (language, printer, recent ledgers) is elsewhere; what belongs to the
letterhead is in the business itself.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from creditmate.domain.contact_keys import PolicyError
from creditmate.domain.contact_policy import DEFAULT_POLICY, ContactPolicy, overlay, rules_of
from creditmate.domain.due_rules import Net
from creditmate.domain.money import LIMIT
from creditmate.domain.payment_terms import PaymentTerms, from_parameters

_MOST_DAYS = 60
"""Working days or days that a threshold may have: more is a slip of the finger."""
_MOST_PARTS = 60
_CLAIM_LAPSES = 2_192
"""Days of six years, after which a claim lapses in England and Wales (domain-rules 4.1)."""
_MOST_PARTS = 60
"""Five years of monthly parts."""


class AllocationOrder(StrEnum):
    """What a payment clears first (domain-rules 4.2); the values are stored."""

    PRINCIPAL_FIRST = "principal_first"
    COSTS_FIRST = "costs_first"  # costs, then interest, then principal (BGB 367)


class Prices(StrEnum):
    """Whether the prices of an invoice's lines hold the tax; the values are stored."""

    NET = "net"
    GROSS = "gross"


class Rounding(StrEnum):
    """Where the tax of an invoice is rounded; the values are stored."""

    LINE = "line"
    DOCUMENT = "document"


class SettingsError(ValueError):
    """A settings document that cannot be read: ``key`` names what is wrong in it."""

    def __init__(self, key: str, found: object) -> None:
        super().__init__(f"{key}: {found!r}")
        self.key = key
        self.found = found


@dataclass(frozen=True, slots=True)
class ClaimDays:
    """Working days for which "we have paid" is believed, by the way the money goes.

    Source: issue 4, "Says paid"; ways that are not named here take as long as a cheque.
    """

    transfer: int = 1
    card: int = 3
    cheque: int = 5

    def of(self, method: str) -> int:
        """Return the working days of a method."""
        return {"transfer": self.transfer, "card": self.card}.get(method, self.cheque)


@dataclass(frozen=True, slots=True)
class Settings:
    """How this business works.

    ``contact_from_minor`` and ``print_from_minor`` are the sums, in minor units of the home
    currency, below which nobody is contacted or sent a statement; 0 leaves nobody out. Prices
    without tax and tax rounded once per rate are what a customer can check on the page.

    The days of the work list: ``courtesy_window`` days ahead for which a courtesy call is
    considered, ``courtesy_days`` expected days late from which it is worth it, ``longest_pause``
    days that a call-back may pause a customer, ``grace_days`` working days after a promise's day,
    ``follow_up_after`` days after an item's due day before it is followed up (the customer's own
    days go before them; what is overdue stays overdue in every sum).

    ``interest_from_minor`` is the sum of interest and fixed sum from which an invoice is listed as
    something to decide, ``interest_days`` for how many days after its payment (decision 0022).
    ``contact_policy`` is how customers are approached (decision 0023). ``plan_parts_alone`` and
    ``discount_alone_minor`` are what whoever calls may agree without asking: so many parts of a
    plan, so much of a discount in minor units of the home currency; 0 means: ask first.
    ``visit_hour_minor`` and ``visit_distance_minor`` are what an hour, and a mile or kilometre,
    costs us on a visit (the pictured 32.00 and 45p; issue 8).

    Raises:
        SettingsError: A value is out of bounds.
    """

    contact_from_minor: int = 0
    print_from_minor: int = 0
    claim_days: ClaimDays = field(default_factory=ClaimDays)
    allocation_order: AllocationOrder = AllocationOrder.PRINCIPAL_FIRST
    prices: Prices = Prices.NET
    rounding: Rounding = Rounding.DOCUMENT
    default_terms: PaymentTerms = field(default_factory=lambda: PaymentTerms(Net(30)))
    courtesy_window: int = 7
    courtesy_days: int = 1
    longest_pause: int = 14
    grace_days: int = 2
    follow_up_after: int = 0
    interest_from_minor: int = 50_00
    interest_days: int = 180
    contact_policy: ContactPolicy = DEFAULT_POLICY
    plan_parts_alone: int = 6
    discount_alone_minor: int = 0
    visit_hour_minor: int = 32_00
    visit_distance_minor: int = 45

    def __post_init__(self) -> None:
        for name in _AMOUNTS:
            _require(name, getattr(self, name), LIMIT)
        _require("interest_days", self.interest_days, _CLAIM_LAPSES)
        _require("plan_parts_alone", self.plan_parts_alone, _MOST_PARTS)
        for name in _DAYS:
            _require(name, getattr(self, name), _MOST_DAYS)
        for each in fields(self.claim_days):
            _require(f"claim_days.{each.name}", getattr(self.claim_days, each.name), _MOST_DAYS)


def _require(key: str, found: object, most: int) -> None:
    """Refuse all but a whole number from 0 to ``most``."""
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= most:
        raise SettingsError(key, found)


_DAYS = ("courtesy_window", "courtesy_days", "longest_pause", "grace_days", "follow_up_after")
_AMOUNTS = (
    "contact_from_minor", "print_from_minor", "interest_from_minor", "discount_alone_minor",
    "visit_hour_minor", "visit_distance_minor",
)  # fmt: skip
_WHOLE = (*_AMOUNTS, *_DAYS, "interest_days", "plan_parts_alone")
_CODES: Mapping[str, type[StrEnum]] = {
    "allocation_order": AllocationOrder,
    "prices": Prices,
    "rounding": Rounding,
}
_CLAIMS = tuple(each.name for each in fields(ClaimDays))


def to_json(settings: Settings) -> str:
    """Return the document to store: everything, so that a later default changes nothing here."""
    terms = settings.default_terms
    document = {
        **{name: getattr(settings, name) for name in _WHOLE},
        **{name: getattr(settings, name).value for name in _CODES},
        "claim_days": {name: getattr(settings.claim_days, name) for name in _CLAIMS},
        "default_terms": {"form": terms.form.value, **terms.to_parameters()},
        "contact_policy": rules_of(settings.contact_policy),
    }
    return json.dumps(document, sort_keys=True)


def from_json(text: str) -> Settings:
    """Return stored settings; what is missing has its default.

    Raises:
        SettingsError: A key is unknown, or its value impossible.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise SettingsError("", text) from error
    if not isinstance(found, dict):
        raise SettingsError("", found)
    return Settings(**{key: _read(key, value) for key, value in found.items()})


def _read(key: str, value: object) -> Any:  # noqa: ANN401 - each key has a type of its own
    if key in _WHOLE:
        return value
    if key in _CODES:
        return _code(key, value)
    if key == "claim_days":
        return _claim_days(value)
    if key == "default_terms":
        return _terms(value)
    if key == "contact_policy":
        return _contact_policy(value)
    raise SettingsError(key, value)


def _code(key: str, value: object) -> object:
    try:
        return _CODES[key](str(value))
    except ValueError as error:
        raise SettingsError(key, value) from error


def _claim_days(value: object) -> ClaimDays:
    if not isinstance(value, Mapping):
        raise SettingsError("claim_days", value)
    if unknown := sorted(map(str, value.keys() - set(_CLAIMS))):
        raise SettingsError(f"claim_days.{unknown[0]}", value)
    return ClaimDays(**value)


def _terms(value: object) -> PaymentTerms:
    if not isinstance(value, Mapping):
        raise SettingsError("default_terms", value)
    parameters = {key: each for key, each in value.items() if key != "form"}
    try:
        return from_parameters(str(value.get("form")), parameters)
    except ValueError as error:
        raise SettingsError("default_terms", value) from error


def _contact_policy(value: object) -> ContactPolicy:
    if not isinstance(value, Mapping):
        raise SettingsError("contact_policy", value)
    try:
        return overlay(DEFAULT_POLICY, value)
    except PolicyError as error:
        raise SettingsError(f"contact_policy.{error.key}", error.found) from error


DEFAULTS = Settings()
"""What counts in a ledger where nothing was set."""
