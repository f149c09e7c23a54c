"""Money in: recorded, matched, listed, and what is said to be on its way."""

import argparse

from creditmate.cli.arguments.describing import Commands, command, count, row_id
from creditmate.domain.payment_list import PaymentNarrow
from creditmate.domain.receipts import Method

_METHODS = [method.value for method in Method]


def add_pay(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``pay``: a payment, or what becomes of one."""
    text = "record a payment, or say what became of one"
    pay = command(commands, "pay", text)
    pay.add_argument(
        "words",
        nargs="+",
        metavar="CODE AMOUNT",
        help="or: bounce ID, void ID, release DEPOSIT, refund CODE AMOUNT, unmatch ALLOCATION,"
        " undo ACTION; each dated today (see --on)",
    )
    pay.add_argument("--received", metavar="DATE", help="day received (default: today)")
    pay.add_argument("--method", choices=_METHODS, default=Method.TRANSFER.value)
    pay.add_argument("--reference", default="", metavar="TEXT", help="as the payer wrote it")
    pay.add_argument("--payer", default="", metavar="NAME", help="as the bank statement has it")
    pay.add_argument("--currency", metavar="EUR", help="by default the account's")
    pay.add_argument(
        "--allocate",
        nargs="+",
        action="extend",
        metavar="auto|none|NUMBER=AMOUNT",
        help="what it is for (default: auto, which takes what adds up or is named or oldest)",
    )
    pay.add_argument(
        "--and", dest="others", nargs="+", action="extend", default=[], metavar="CODE=AMOUNT",
        help="of the same payment for other customers",
    )  # fmt: skip
    for name, meaning in (
        ("--discount", "discount taken for paying early"),
        ("--withheld", "tax that they withheld (CIS)"),
        ("--charge", "taken from a transfer on its way, which we bear"),
    ):
        pay.add_argument(
            name, nargs="+", action="extend", default=[], metavar="NUMBER=AMOUNT", help=meaning
        )
    pay.add_argument(
        "--allow-discount", action="store_true", help="take discounts as they are, offered or not"
    )
    pay.add_argument(
        "--reached-bank", metavar="AMOUNT", help="what the bank booked, less a card company's fee"
    )
    pay.add_argument("--deposit-for", metavar="JOB", help="hold it for a job")
    pay.add_argument("--because", default="", metavar="TEXT", help="why a payment never was")
    pay.add_argument("--from-credit", type=row_id, metavar="ENTRY", help="refund of this credit")
    return pay


def add_match(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``match``."""
    text = "money and credits not matched, and what they seem to be for"
    match = command(commands, "match", text)
    match.add_argument("code", nargs="?", metavar="CODE", help="only this customer's")
    match.add_argument("--apply", action="store_true", help="set them against what is sure")
    return match


def add_payments(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``payments``."""
    payments = command(commands, "payments", "list payments, the latest first")
    payments.add_argument("--customer", default="", metavar="CODE", help="only this one's")
    payments.add_argument(
        "--only", default="all", choices=[one.value for one in PaymentNarrow], metavar="STATE",
        help="one of: " + ", ".join(one.value for one in PaymentNarrow),
    )  # fmt: skip
    payments.add_argument("--method", default="", choices=_METHODS)
    payments.add_argument("--text", default="", help="in payer, reference, codes and names")
    payments.add_argument("--from", dest="first", metavar="DATE")
    payments.add_argument("--until", dest="last", metavar="DATE")
    payments.add_argument("--limit", type=count, default=100, metavar="N", help="default: 100")
    payments.add_argument("--as-at", metavar="DATE", help="default: today")
    payments.add_argument("--id", type=row_id, metavar="ID", help="one payment in all detail")
    return payments


def add_said_paid(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``said-paid``."""
    text = "what customers say they have paid: listed with money that looks like it, or put down"
    said = command(commands, "said-paid", text)
    said.add_argument(
        "words",
        nargs="*",
        metavar="CODE",
        help="nothing: all; CODE: they say so; or found ID PAYMENT, not-found ID, withdraw ID",
    )
    add_said(said)
    said.add_argument("--currency", metavar="EUR", help="of --amount; by default the account's")
    said.add_argument("--with", dest="with_name", default="", metavar="NAME", help="who says so")
    return said


def add_said(parser: argparse.ArgumentParser) -> None:
    """Describe what is told of a payment that is said to be on its way."""
    parser.add_argument("--paid-on", metavar="DATE", help="when it was sent (default: today)")
    parser.add_argument("--method", choices=_METHODS, help="how (default: transfer)")
    parser.add_argument("--reference", metavar="TEXT", help="with which reference")
    parser.add_argument("--amount", metavar="AMOUNT", help="default: all that was spoken of")
