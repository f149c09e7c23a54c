"""The ledger itself: made, filled from files, backed up, proved."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command


def add_new(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``new``."""
    new = command(commands, "new", "make a ledger")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--sample", action="store_true", help="fill it with the sample business")
    new.add_argument("--no-password", action="store_true", help="make it unprotected")
    new.add_argument("--name", default="", help="the business's name")
    new.add_argument("--currency", metavar="GBP", help="home currency; by default the country's")
    new.add_argument("--country", metavar="GB", help="the business's country (default GB)")
    return new


def add_move(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``move``."""
    text = "move a ledger from where it must not lie into the program's own folder"
    move = command(commands, "move", text)
    move.add_argument("file", type=Path, metavar="FILE")
    return move


def add_import(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``import``."""
    text = "import a table of invoices with their settlements (CSV)"
    imp = command(commands, "import", text)
    imp.add_argument("file", type=Path, metavar="FILE")
    imp.add_argument("--date-order", choices=("mdy", "dmy", "ymd"))
    imp.add_argument("--currency", metavar="USD", help="of rows that name none")
    imp.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEADER=FIELD",
        help="what a column holds; FIELD “ignore” leaves it out",
    )
    imp.add_argument("--decimal-mark", choices=(".", ","))
    imp.add_argument("--encoding", choices=("cp1252",), help="of a file that is not UTF-8")
    imp.add_argument("--delimiter", choices=(",", ";", "tab", "|"))
    imp.add_argument("--due-days", type=int, metavar="N", help="due so many days after the invoice")
    imp.add_argument(
        "--source",
        default="import",
        metavar="NAME",
        help="the program it comes from; with the number it identifies a document",
    )
    imp.add_argument("--dry-run", action="store_true", help="show what would be done, do nothing")
    return imp


def add_posted(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``posted``."""
    posted = command(commands, "posted", "say up to which day the bank's receipts are entered")
    posted.add_argument("--to", required=True, metavar="DATE")
    return posted
