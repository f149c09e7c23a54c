"""What a payment form understands of what is typed; knows no toolkit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from creditmate.domain.currencies import exponent
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money, total
from creditmate.domain.receipts import Method, NewPayment, Share
from creditmate.i18n.parsing import Towards, parse_day, parse_money

_CODE = re.compile(r"[A-Za-z]{3}")
EXTRA_FIELDS = {
    "discount": EntryKind.DISCOUNT,
    "withheld": EntryKind.TAX_WITHHELD,
    "charge": EntryKind.BANK_CHARGE,
}
"""What may come off beside the money, by the form's field."""


@dataclass(frozen=True, slots=True)
class Paying:
    """Somebody for whom a part of the receipt is: a code, a name and the amount as typed."""

    code: str
    name: str
    currency: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class TypedPayment:
    """What stands in the form, just as it was typed. The first of ``paying`` has the rest."""

    paying: tuple[Paying, ...] = ()
    amount: str = ""
    received: str = ""
    method: Method = Method.TRANSFER
    reference: str = ""
    payer: str = ""
    discount: str = ""
    withheld: str = ""
    charge: str = ""
    deposit_for: str = ""
    reached_bank: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood; ``bad`` are the texts that nobody can read, by field.

    ``worth`` is what each payer's items may come to: money, and what came off beside it. None
    while it is not known.
    """

    currency: str = ""
    received: date | None = None
    amount: Money | None = None
    extras: Mapping[EntryKind, Money] = field(default_factory=dict)
    reached_bank: Money | None = None
    worth: Mapping[str, Money | None] = field(default_factory=dict)
    bad: Mapping[str, UserError] = field(default_factory=dict)


class PaymentReader:
    """Reads the texts of one form.

    Args:
        today: Days are understood from here, backwards.
        locale: In which amounts and days are typed.

    Attributes:
        today: The same.
    """

    def __init__(self, today: date, locale: str) -> None:
        self.today, self._locale = today, locale

    def understand(self, typed: TypedPayment) -> Understood:
        """Return what the texts mean."""
        bad: dict[str, UserError] = {}
        usual = typed.paying[0].currency if typed.paying else ""
        currency = named_currency(typed.amount) or usual
        amount = self._money("amount", typed.amount, currency, bad)
        extras = {
            kind: found
            for name, kind in EXTRA_FIELDS.items()
            if (found := self._money(name, getattr(typed, name), currency, bad))
        }
        bank = named_currency(typed.reached_bank) or currency
        return Understood(
            currency=currency,
            received=self._day(typed.received, bad),
            amount=amount,
            extras=extras,
            reached_bank=self._money("reached-bank", typed.reached_bank, bank, bad),
            worth=self._worth(typed, amount, extras, bad),
            bad=bad,
        )

    def _worth(
        self,
        typed: TypedPayment,
        amount: Money | None,
        extras: Mapping[EntryKind, Money],
        bad: dict[str, UserError],
    ) -> dict[str, Money | None]:
        """What each has: further ones what is typed for them, the first what that leaves."""
        if not typed.paying:
            return {}
        first, *further = typed.paying
        found: dict[str, Money | None] = {first.code: None}
        if amount is None:
            return {**found, **{one.code: None for one in further}}
        left = amount
        for place, one in enumerate(further):
            name = f"also-{place}"
            share = self._money(name, one.amount, amount.currency, bad)
            found[one.code] = share if share and share.minor > 0 else None
            left -= share or Money(0, amount.currency)
        if left.minor < 0 or (further and not left):
            bad.setdefault("also-0", UserError(Problem.PAYMENT_FIELD, field="amount", found=left))
        elif left:
            found[first.code] = left + total(extras.values(), amount.currency)
        return found

    def _money(
        self, name: str, text: str, currency: str, bad: dict[str, UserError]
    ) -> Money | None:
        if not text.strip() or not currency:
            return None
        try:
            found = parse_money(text, currency, self._locale, field=name)
        except UserError as error:
            bad[name] = error
            return None
        if found.minor <= 0:
            bad[name] = UserError(Problem.PAYMENT_FIELD, field="amount", found=text.strip())
            return None
        return found

    def _day(self, text: str, bad: dict[str, UserError]) -> date | None:
        if not text.strip():
            return self.today
        try:
            found = parse_day(
                text, self._locale, self.today, towards=Towards.PAST, field="received"
            )
        except UserError as error:
            bad["received"] = error
            return None
        if found > self.today:
            bad["received"] = UserError(
                Problem.DAY_AHEAD, field="received", day=found, today=self.today
            )
            return None
        return found


def named_currency(text: str) -> str:
    """Return the currency that an amount names: ``300 usd``; empty where it names none."""
    for found in _CODE.findall(text):
        try:
            exponent(found.upper())
        except KeyError:
            continue
        return str(found.upper())
    return ""


def missing(typed: TypedPayment, got: Understood) -> list[str]:
    """Return the fields that are not right yet, in the order of the form."""
    gaps = set(got.bad)
    if not typed.paying:
        gaps.add("customer")
    if got.amount is None:
        gaps.add("amount")
    gaps |= {
        f"also-{place}"
        for place, one in enumerate(typed.paying[1:])
        if got.worth.get(one.code) is None
    }
    order = ["customer", "amount", "received", *(f"also-{at}" for at in range(len(typed.paying)))]
    order += [*EXTRA_FIELDS, "reached-bank"]
    return [name for name in order if name in gaps]


def new_payment(
    typed: TypedPayment, got: Understood, shares: tuple[Share, ...]
) -> NewPayment | None:
    """Return the payment as the service records it; None while something is missing."""
    if got.received is None or not shares:
        return None
    return NewPayment(
        received=got.received,
        method=typed.method,
        shares=shares,
        payer=typed.payer.strip(),
        reference=typed.reference.strip(),
        reached_bank=got.reached_bank,
        any_discount=EntryKind.DISCOUNT in got.extras,
    )
