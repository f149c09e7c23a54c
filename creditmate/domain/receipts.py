"""Money in, as it is entered: who paid, how, how much, and what of it is for what.

Source: domain-rules 4.2 (discount, CIS); data-model.md, "What happens to money";
docs/decisions/0011-money-in.md.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import LIMIT, Money, total
from creditmate.domain.unseen import has_unseen


class Method(StrEnum):
    """The way money came; the values are stored. Another program's receipts may name none."""

    TRANSFER = "transfer"
    CARD = "card"
    CHEQUE = "cheque"
    CASH = "cash"
    DIRECT_DEBIT = "direct_debit"
    CONTRA = "contra"  # set off against what we owe them: nothing comes through the bank
    OTHER = "other"


EXTRAS = (EntryKind.DISCOUNT, EntryKind.TAX_WITHHELD, EntryKind.BANK_CHARGE)
"""What may come with a receipt beside its money, and pays an invoice as money does."""


@dataclass(frozen=True, slots=True)
class Part:
    """So much for one open item, named by its entry; the amount is above zero."""

    entry_id: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Extra:
    """What pays an item beside money: discount taken, tax withheld, a charge on the way."""

    kind: EntryKind
    entry_id: int
    amount: Money


@dataclass(frozen=True, slots=True)
class Share:
    """What one customer has of a receipt, and what of that is for which of its items.

    What ``parts`` leave stays unallocated. With ``deposit_for`` (a job) all of it is held: it
    has no parts, and is suggested for nothing until it is released. A customer may have several
    shares, such as an invoice paid and a deposit in one sum.
    """

    code: str
    amount: Money
    parts: tuple[Part, ...] = ()
    extras: tuple[Extra, ...] = ()
    deposit_for: str = ""


@dataclass(frozen=True, slots=True)
class NewPayment:
    """A receipt to record. Its amount is what the customers paid: the sum of the shares.

    ``reached_bank`` is what the bank booked where that is another sum: less than was paid when a
    card company or payment provider kept its fee, or an amount in another currency. It moves
    nothing that anybody owes. A charge taken from a transfer on its way, which we bear, is an
    extra instead: less was paid.

    ``any_discount`` says that discounts are to be taken as they are, offered or not.
    """

    received: date
    method: Method
    shares: tuple[Share, ...]
    payer: str = ""
    reference: str = ""
    reached_bank: Money | None = None
    any_discount: bool = False

    @property
    def amount(self) -> Money:
        """What was paid.

        Raises:
            CurrencyMismatch: The shares are in two currencies.
        """
        return total((share.amount for share in self.shares), self.shares[0].amount.currency)


_LONGEST = 200  # letters of a payer or reference: more is not what stands on a bank statement


def misfits(payment: NewPayment, today: date) -> list[tuple[str, object]]:
    """Return the fields in which a payment does not fit together, with what was found.

    They are named as the user knows them, in the order of the form. Whether items are open and
    belong to whom is for the ledger to say.
    """
    if not payment.shares:
        return [("amount", "")]
    rules: list[tuple[str, bool, object]] = [
        ("received", payment.received > today, payment.received),
        ("payer", _is_odd(payment.payer), payment.payer),
        ("reference", _is_odd(payment.reference), payment.reference),
        ("currency", len(_currencies(payment)) > 1, ", ".join(sorted(_currencies(payment)))),
    ]
    for share in payment.shares:
        rules += _share_rules(share)
    found = [(field, what) for field, wrong, what in rules if wrong]
    if not found and payment.amount.minor > LIMIT:
        return [("amount-limit", payment.amount)]
    return found or _bank_misfits(payment)


def _is_odd(text: str) -> bool:
    return len(text) > _LONGEST or has_unseen(text)


def _currencies(payment: NewPayment) -> set[str]:
    amounts = [share.amount for share in payment.shares]
    for share in payment.shares:
        amounts += [part.amount for part in share.parts]
        amounts += [extra.amount for extra in share.extras]
    return {money.currency for money in amounts}


def _share_rules(share: Share) -> list[tuple[str, bool, object]]:
    held, spoken = bool(share.deposit_for), bool(share.parts or share.extras)
    parts = sum(part.amount.minor for part in share.parts)
    nothing = [part.amount for part in share.parts if part.amount.minor <= 0]
    twice = len({part.entry_id for part in share.parts}) < len(share.parts)
    return [
        ("amount", share.amount.minor <= 0, share.amount),
        ("deposit", held and spoken, share.deposit_for),
        ("allocate-nothing", bool(nothing), next(iter(nothing), "")),
        ("allocate-twice", twice, ""),
        ("allocate-more", parts > share.amount.minor, Money(parts, share.amount.currency)),
        ("extra", any(extra.amount.minor <= 0 for extra in share.extras), share.amount),
        ("extra", any(extra.kind not in EXTRAS for extra in share.extras), ""),
    ]


def _bank_misfits(payment: NewPayment) -> list[tuple[str, object]]:
    """The bank's own amount: of the same currency it can only be less than was paid."""
    reached = payment.reached_bank
    if reached is None:
        return []
    more = reached.currency == payment.amount.currency and reached >= payment.amount
    return [("reached-bank", reached)] if reached.minor <= 0 or more else []
