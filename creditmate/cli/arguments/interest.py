"""What is asked about interest for paying late, and what becomes of it."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command


def add_interest(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``interest``."""
    text = (
        "interest for paying late: how it is worked out, what is to decide; charge it, give it up"
    )
    interest = command(commands, "interest", text)
    interest.add_argument(
        "number", nargs="*", metavar="NUMBER", help="of these invoices; without any, all to decide"
    )
    which = interest.add_mutually_exclusive_group()
    which.add_argument("--customer", metavar="CODE", help="one customer's")
    which.add_argument(
        "--small", action="store_true", help="one by one what is folded as below the limit"
    )
    which.add_argument(
        "--all", action="store_true",
        help="everything one by one: also what is below the limit or was paid long ago",
    )  # fmt: skip
    interest.add_argument("--as-at", metavar="DATE", help="up to this day, itself; default: today")
    _add_deeds(interest)
    return interest


def _add_deeds(interest: argparse.ArgumentParser) -> None:
    deed = interest.add_mutually_exclusive_group()
    deed.add_argument("--charge", action="store_true", help="issue a charge note for each invoice")
    deed.add_argument("--waive", action="store_true", help="give it up as of the day")
    deed.add_argument(
        "--end", action="store_true", help="let it end with its invoice, which is paid"
    )
    deed.add_argument("--undo", type=int, metavar="ID", help="take a waiver or an ending back")
    interest.add_argument(
        "--only", choices=("interest", "fixed"), help="with --charge or --waive: only the interest,"
        " or only the fixed sum",
    )  # fmt: skip
    interest.add_argument("--because", default="", metavar="TEXT", help="why it is given up")
    interest.add_argument(
        "--out", type=Path, metavar="FOLDER", help="with --charge: write the PDFs there"
    )
    interest.add_argument(
        "--despite", action="store_true",
        help="with --charge: issue a paper even if something on it is unreadable",
    )  # fmt: skip
