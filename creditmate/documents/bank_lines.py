"""How to pay, line by line: the account in the form that the currency asks for."""

from typing import NamedTuple

from creditmate.documents.papers import BankDetails
from creditmate.documents.voice import Voice


class BankLine(NamedTuple):
    """Label, value and weight of a line of *How to pay*."""

    label: str
    value: str
    strong: bool = False


def bank_lines(bank: BankDetails, currency: str, reference: str, voice: Voice) -> list[BankLine]:
    """Return the lines of *How to pay*; empty ones are left out."""
    _ = voice.gettext
    by_iban = bank.iban and (currency == "EUR" or not bank.account_number)
    found = [BankLine(_("Pay to"), bank.account_name)]
    if by_iban:
        found += [BankLine(_("IBAN"), spaced_iban(bank.iban)), BankLine(_("BIC"), bank.bic)]
    else:
        found += [
            BankLine(_("Sort code"), bank.sort_code),
            BankLine(_("Account"), bank.account_number),
        ]
    found.append(BankLine(_("Reference"), reference, strong=True))
    return [line for line in found if line.value.strip()]


def spaced_iban(iban: str) -> str:
    """Write an IBAN in its groups of four; a long one may break between them."""
    joined = "".join(iban.split())
    return " ".join(joined[at : at + 4] for at in range(0, len(joined), 4))
