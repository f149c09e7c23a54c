"""Invoices, charge notes, credit notes, and work to be invoiced."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command, count, shared
from creditmate.domain.invoice_list import InvoiceNarrow

LINE = "DESC;QTY;PRICE[;TAX]"
CREDITED = "PLACE[=QTY]"
"""How a line is typed: a new one, and one of an invoice that is credited."""
_NUMBER = "SOURCE:NUMBER where another program has used it too"


def add_invoices(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``invoices``."""
    text = "list invoices, charge notes and credit notes, the latest first"
    invoices = command(commands, "invoices", text)
    invoices.add_argument("--customer", default="", metavar="CODE", help="only this one's")
    invoices.add_argument(
        "--state", default="all", choices=[one.value for one in InvoiceNarrow], metavar="STATE",
        help="one of: " + ", ".join(one.value for one in InvoiceNarrow),
    )  # fmt: skip
    invoices.add_argument("--text", default="", help="in numbers, order numbers and names")
    invoices.add_argument("--limit", type=count, default=100, metavar="N", help="default: 100")
    invoices.add_argument("--as-at", metavar="DATE", help="default: today")
    invoices.add_argument("--drafts", action="store_true", help="the drafts instead")
    return invoices


def add_invoice(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``invoice`` and what is done with one."""
    invoice = command(commands, "invoice", "write, issue, show, credit, cancel or write off one")
    steps = invoice.add_subparsers(dest="step", required=True, metavar="WHAT")
    for add in (_new, _credit, _cancel, _write_off, _show, _print):
        shared(add(steps))
    return invoice


def _new(steps: Commands) -> argparse.ArgumentParser:
    text = "write an invoice or a charge note: a draft, unless --issue is said"
    new = command(steps, "new", text)
    new.add_argument("code", metavar="CODE")
    new.add_argument(
        "--line", action="append", required=True, metavar=LINE,
        help="may be repeated; “;” between, without TAX at the usual rate",
    )  # fmt: skip
    for name, text in (
        ("--order", "the customer's order number"),
        ("--day", "the invoice's day; default: today"),
        ("--supplied", "the day of supply; default: the invoice's"),
        ("--job", "what it was for"),
        ("--note", "a sentence at the foot"),
        (
            "--terms",
            "payment terms of this one, such as “net 14”; see: creditmate terms due --help",
        ),
        ("--retention", "percent with its sign, or an amount, that is held back"),
        ("--retention-due", "until when it is held back"),
        ("--labour", "of the net, what tax is withheld from (construction)"),
    ):
        new.add_argument(name, default="", help=text)
    new.add_argument(
        "--charge", action="store_true",
        help="a charge note: interest or a fixed sum for paying late, payable on receipt",
    )  # fmt: skip
    new.add_argument(
        "--for", dest="belongs_to", default="", metavar="NUMBER",
        help="the invoice that a charge note is for",
    )  # fmt: skip
    new.add_argument("--prices", default="", choices=("net", "gross"), help="of the lines")
    _issuing(new)
    new.add_argument("--issue", action="store_true", help="give it its number and issue it")
    return new


def _issuing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the PDF there")
    parser.add_argument(
        "--despite", action="store_true", help="issue a paper even if something on it is unreadable"
    )


def _credit(steps: Commands) -> argparse.ArgumentParser:
    text = "issue a credit note against an invoice or charge note: all of it, lines or an amount"
    credit = command(steps, "credit", text)
    credit.add_argument("number", metavar="NUMBER", help=_NUMBER)
    credit.add_argument("--because", required=True, metavar="TEXT", help="as the customer reads it")
    part = credit.add_mutually_exclusive_group()
    part.add_argument(
        "--line", action="append", default=[], metavar=CREDITED, help="a line of the invoice"
    )
    part.add_argument("--amount", default="", metavar="AMOUNT", help="with tax")
    credit.add_argument("--day", default="", help="default: today")
    _issuing(credit)
    return credit


def _cancel(steps: Commands) -> argparse.ArgumentParser:
    cancel = command(steps, "cancel", "cancel an invoice or charge note of ours as of today")
    cancel.add_argument("number", metavar="NUMBER", help=_NUMBER)
    cancel.add_argument("--because", required=True, metavar="TEXT")
    return cancel


def _write_off(steps: Commands) -> argparse.ArgumentParser:
    off = command(
        steps, "write-off", "write off one invoice, waive a charge, or write off small balances"
    )
    which = off.add_mutually_exclusive_group(required=True)
    which.add_argument("number", nargs="?", metavar="NUMBER", help=_NUMBER)
    which.add_argument("--under", metavar="AMOUNT", help="what is left of no more than that")
    which.add_argument("--undo", type=int, metavar="ID", help="take a write-off back")
    off.add_argument("--currency", metavar="EUR", help="of --under; by default the business's")
    off.add_argument("--because", default="", metavar="TEXT")
    off.add_argument("--dry-run", action="store_true", help="show what would be done, do nothing")
    return off


def _show(steps: Commands) -> argparse.ArgumentParser:
    show = command(steps, "show", "everything about a document")
    show.add_argument("number", metavar="NUMBER", help=_NUMBER)
    return show


def _print(steps: Commands) -> argparse.ArgumentParser:
    text = "write the paper of a document into a file, byte for byte as it was issued"
    print_ = command(steps, "print", text)
    print_.add_argument("number", metavar="NUMBER", help=_NUMBER)
    print_.add_argument("--out", type=Path, required=True, metavar="FILE")
    return print_


def add_work(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``work`` and what is done with it."""
    work = command(commands, "work", "work to be invoiced: list it, add to it, invoice it")
    steps = work.add_subparsers(dest="step", required=False, metavar="WHAT")
    for add in (_add_work, _invoice_work):
        shared(add(steps))
    return work


def _add_work(steps: Commands) -> argparse.ArgumentParser:
    add = command(steps, "add", "put down work that was done")
    add.add_argument("code", metavar="CODE")
    add.add_argument("line", metavar=LINE)
    add.add_argument("--done", default="", metavar="DATE", help="default: today")
    add.add_argument("--unit", default="")
    add.add_argument("--job", default="")
    add.add_argument("--order", default="", help="the customer's order number")
    return add


def _invoice_work(steps: Commands) -> argparse.ArgumentParser:
    invoice = command(steps, "invoice", "issue an invoice of a customer's waiting work")
    invoice.add_argument("code", metavar="CODE")
    invoice.add_argument(
        "--item", type=int, action="append", default=[], metavar="ID", help="only this one"
    )
    invoice.add_argument("--draft", action="store_true", help="make a draft, issue nothing")
    _issuing(invoice)
    return invoice
