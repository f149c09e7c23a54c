"""What is asked about customers altogether, and their applications for credit."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command, shared
from creditmate.domain.customer_overview import VALUED, Pick


def add_customers(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``customers``."""
    text = "every customer with status, limit, exposure, owner and group"
    customers = command(commands, "customers", text)
    possible = ", ".join(f"{pick.value}=…" if pick in VALUED else pick.value for pick in Pick)
    customers.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="NAME[=VALUE]",
        help=f"only these; may be repeated: {possible}",
    )
    return customers


def add_application(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``application`` and what is done with one."""
    text = "hand out the form on which a customer applies for credit, and read it back"
    application = command(commands, "application", text)
    steps = application.add_subparsers(dest="step", required=True, metavar="WHAT")
    for add in (_form, _read):
        shared(add(steps))
    return application


def _form(steps: Commands) -> argparse.ArgumentParser:
    form = command(steps, "form", "write the form as a PDF that can be filled in")
    text = "a customer, whose form has in it what is known; without one it is blank"
    form.add_argument("code", metavar="CODE", nargs="?", default="", help=text)
    form.add_argument("--out", type=Path, metavar="FILE", required=True, help="the PDF to write")
    return form


def _read(steps: Commands) -> argparse.ArgumentParser:
    text = "read a form that came back into a new customer, or into one that is there"
    read = command(steps, "read", text)
    read.add_argument("file", type=Path, metavar="FILE", help="the form as a PDF")
    read.add_argument("--into", default="", metavar="CODE", help="the customer it is of")
    text = "a new customer, although one that is there looks the same"
    read.add_argument("--new", action="store_true", help=text)
    text = "also take over what differs from what is known"
    read.add_argument("--take-differences", action="store_true", help=text)
    text = "it is signed: put down that the terms enclosed were accepted"
    read.add_argument("--signed", action="store_true", help=text)
    text = "only show each field as it was understood"
    read.add_argument("--dry-run", action="store_true", help=text)
    return read
