"""What payment terms come to."""

import argparse

from creditmate.cli.arguments.agreed import add_library
from creditmate.cli.arguments.describing import Commands, command, shared


def add_terms(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``terms`` and what is asked about them."""
    terms = command(
        commands, "terms", "when an invoice is due by payment terms; terms and conditions"
    )
    steps = terms.add_subparsers(dest="step", required=True, metavar="WHAT")
    shared(_due(steps))
    add_library(steps)
    return terms


def _due(steps: Commands) -> argparse.ArgumentParser:
    text = (
        "due days, discount and its yearly cost; needs no ledger if --country is said. FORM is one"
        " such as: net 30, eom, eom+1, 30 after eom, 30 then eom, 20th next month,"
        " “20th next month, cut-off 25”, on day 19, parts 30/60/90, 2/10 net 30, on receipt, cod,"
        " prepaid; “, next working day” may follow"
    )
    due = command(steps, "due", text.replace("%", "%%"))
    due.add_argument("--terms", required=True, metavar="FORM")
    due.add_argument("--date", required=True, metavar="DATE", help="the invoice's day")
    due.add_argument("--amount", default="", metavar="AMOUNT", help="of the invoice, with tax")
    due.add_argument("--currency", default="", metavar="GBP", help="default: the country's")
    due.add_argument("--country", default="", metavar="GB", help="whose holidays count")
    due.add_argument("--region", default="", metavar="ENG", help="the part of that country")
    return due
