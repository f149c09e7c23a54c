"""What is asked of the ledger, and what is printed from it."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command


def add_aged(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``aged``."""
    aged = command(commands, "aged", "aged debtors as at any day")
    aged.add_argument("--as-at", metavar="DATE", help="default: today")
    aged.add_argument("--by-customer", action="store_true")
    return aged


def add_customer(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``customer``."""
    customer = command(commands, "customer", "the brief of a customer, to prepare a call")
    customer.add_argument("code", metavar="CODE")
    return customer


def add_brief(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``brief``."""
    text = "the same: what to know before a call, what to say, and what was promised"
    brief = command(commands, "brief", text)
    brief.add_argument("code", metavar="CODE")
    return brief


def add_statements(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``statements``."""
    statements = command(commands, "statements", "issue statements of account as PDF")
    statements.add_argument("--as-at", metavar="DATE", help="default: today")
    statements.add_argument("--out", type=Path, required=True, metavar="DIR")
    statements.add_argument(
        "--customer",
        action="append",
        default=[],
        metavar="CODE",
        help="only this one; may be repeated",
        nargs="+",
    )
    return statements
