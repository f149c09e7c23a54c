"""What belongs to money in beside the receipt, and what customers say they have paid."""

import peewee

from creditmate.db.fields import DayField
from creditmate.db.models.base import Fact, Voidable


class ReceiptExtra(Fact):
    """An entry that came with a receipt beside its money: discount, bank charge, tax withheld.

    Or the bounce that takes such an entry back: it is no money either.
    """

    receipt_id = peewee.IntegerField()
    entry_id = peewee.IntegerField(unique=True)


class ReceiptBank(Fact):
    """What the bank booked, where that is another sum than the customers paid."""

    receipt_id = peewee.IntegerField(unique=True)
    currency = peewee.TextField()
    amount_minor = peewee.IntegerField()


class Deposit(Voidable):
    """Money in that is held for a job: never suggested for anything else until released."""

    free = frozenset({"job"})

    entry_id = peewee.IntegerField()
    job = peewee.TextField()


class DepositRelease(Voidable):
    """A deposit that may be used from a day on."""

    deposit_id = peewee.IntegerField()
    day = DayField()


class Claim(Voidable):
    """A customer says it has paid. ``until_day`` is the last day on which that is waited for."""

    personal = frozenset({"by_whom"})
    free = frozenset({"reference"})

    customer_id = peewee.IntegerField()
    interaction_id = peewee.IntegerField(null=True)
    day = DayField()
    by_whom = peewee.TextField()
    paid_day = DayField()
    method = peewee.TextField()
    reference = peewee.TextField()
    currency = peewee.TextField()
    amount_minor = peewee.IntegerField(null=True)
    until_day = DayField()


class ClaimItem(Fact):
    """An entry that a claim is about."""

    claim_id = peewee.IntegerField()
    entry_id = peewee.IntegerField()


class ClaimEvent(Voidable):
    """What became of a claim: found in a receipt, not found, withdrawn, or said once more."""

    claim_id = peewee.IntegerField()
    kind = peewee.TextField()
    day = DayField()
    receipt_id = peewee.IntegerField(null=True)
