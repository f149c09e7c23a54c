"""What may be wrong with a payment, or with what is said to be paid, in words."""

from collections.abc import Mapping

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import N_, words

PAYMENT_MESSAGES: Mapping[Problem, str] = {
    Problem.UNKNOWN_RECEIPT: N_("There is no payment {id}."),
    Problem.RECEIPT_STANDS: N_(
        "This payment stays as it is: it came with an import, has bounced already, or is used."
    ),
    Problem.PAYMENT_STANDS: N_(
        "This cannot be taken back: it was taken back already, or something recorded later rests"
        " on it. Take that back first."
    ),
    Problem.ALLOCATED_TOO_MUCH: N_(
        "More is set against {number} than is open of it: {left}. Nothing was saved."
    ),
    Problem.DISCOUNT_NOT_OFFERED: N_(
        "A discount of {amount} on {number} was not offered, or not for so long. Give it all the"
        " same with --allow-discount, or leave it owed."
    ),
    Problem.DEPOSIT_HELD: N_(
        "This money is a deposit held for “{job}”. Release it before it is used."
    ),
    Problem.NOTHING_TO_REFUND: N_("There is only {amount} that can be given back."),
}
"""Beside those whose words depend on a field."""

PAYMENT_FIELDS = frozenset({Problem.PAYMENT_FIELD, Problem.CLAIM_FIELD})

_FIELDS: Mapping[str, str] = {
    "amount": N_("Amount: “{found}” must be more than nothing."),
    "amount-limit": N_("Amount: {found} in all is more than can be kept."),
    "received": N_("Day received: {found} has not come yet."),
    "on": N_("Day: {found} is before the payment or has not come yet."),
    "payer": N_("Payer: at most 200 letters, all to be seen, as on the bank statement."),
    "reference": N_("Reference: at most 200 letters, all to be seen, as on the bank statement."),
    "currency": N_("One payment is in one currency, not in {found}. Enter one for each."),
    "allocate": N_(
        "What {found} is set against does not fit: it must be an open item of the same customer"
        " and currency."
    ),
    "allocate-nothing": N_("What is set against an item must be more than nothing, not {found}."),
    "allocate-twice": N_("An item is named twice. Name it once, with all that is for it."),
    "allocate-more": N_("{found} is set against items: that is more than was paid."),
    "extra": N_("Discount, tax withheld and charges must each be more than nothing."),
    "deposit": N_("A deposit (“{found}”) is held whole: it pays nothing until it is released."),
    "extra-alone": N_("{found} goes with what it pays: leave out --allocate none."),
    "deposit-alone": N_(
        "--deposit-for goes without {found}: a deposit is held whole, and pays nothing until it is"
        " released."
    ),
    "deposit-unknown": N_("There is no deposit {found} that is held."),
    "reached-bank": N_("What reached the bank, {found}, must be less than was paid."),
    "because": N_("Say in a few words why this payment never was."),
    "number": N_("There is no open item with the number “{found}”."),
    "number-missing": N_("Say which item it is for: NUMBER=AMOUNT, not “{found}”."),
    "command": N_("“{found}” is not what is expected here. See --help."),
    "claim": N_("There is nothing said to be paid under {found} that is still looked for."),
    "receipt": N_("There is no payment {found} in which it could be found."),
    "paid-on": N_("Paid on: {found} has not come yet. A day to come is a promise."),
}


def payment_field_words(error: UserError, language: str) -> str:
    """Return the words for a field of a payment or claim that does not fit, facts not filled."""
    return words(language).gettext(_FIELDS[str(error.facts["field"])])
