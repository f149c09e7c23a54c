"""The commands and their options: what may be typed, not what it means."""

import argparse
from pathlib import Path

from creditmate import __version__
from creditmate.domain.outcomes import Outcome

_SHARED = argparse.SUPPRESS  # given before or after the command alike, so neither may reset it


def _shared(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("for every command")
    group.add_argument(
        "--ledger",
        type=Path,
        metavar="FILE",
        default=_SHARED,
        help="the ledger; reading commands default to the last one opened",
    )
    group.add_argument(
        "--on",
        metavar="DATE",
        default=_SHARED,
        help="act as on that day: business days after it are not known",
    )
    group.add_argument("--json", action="store_true", default=_SHARED, help="print JSON")
    group.add_argument(
        "--wait",
        type=float,
        metavar="SECONDS",
        default=_SHARED,
        help="wait so long for a ledger that is open elsewhere",
    )


def parser() -> argparse.ArgumentParser:
    """Return the parser for the whole command line."""
    top = argparse.ArgumentParser(
        prog="creditmate",
        description="CreditMate: whom to contact today, about what, in which way, and what to say.",
    )
    top.add_argument("--version", action="version", version=f"CreditMate {__version__}")
    _shared(top)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_new, _import, _aged, _today, _customer, _call, _statements, _posted):
        _shared(add(commands))
    for name, text in (
        ("backup", "back the ledger up and prove the copy"),
        ("check", "prove every kept figure, every rule and the chain of actions"),
        ("self-test", "try every part of the program, without any ledger of yours"),
    ):
        _shared(commands.add_parser(name, help=text, description=text))
    return top


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no other name


def _command(
    commands: "_Commands[argparse.ArgumentParser]", name: str, text: str
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=text, description=text)


def _new(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    new = _command(commands, "new", "make a ledger")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--sample", action="store_true", help="fill it with the sample business")
    new.add_argument("--no-password", action="store_true", help="make it unprotected: say so")
    new.add_argument("--name", default="", help="the business's name")
    new.add_argument("--currency", metavar="GBP", help="home currency; by default the country's")
    new.add_argument("--country", metavar="GB", help="the business's country (default GB)")
    return new


def _import(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    text = "import a table of invoices with their settlements (CSV)"
    imp = _command(commands, "import", text)
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


def _aged(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    aged = _command(commands, "aged", "aged debtors as at any day")
    aged.add_argument("--as-at", metavar="DATE", help="default: today")
    aged.add_argument("--by-customer", action="store_true")
    return aged


def _today(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    today = _command(commands, "today", "whom to contact today, why and how, most useful first")
    today.add_argument("--limit", type=_count, metavar="N", help="the first N lines")
    return today


def _customer(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    customer = _command(commands, "customer", "the brief of a customer, to prepare a call")
    customer.add_argument("code", metavar="CODE")
    return customer


def _call(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    call = _command(commands, "call", "record a call")
    call.add_argument("code", metavar="CODE")
    call.add_argument("--with", dest="with_name", default="", metavar="NAME")
    call.add_argument(
        "--outcome",
        required=True,
        metavar="OUTCOME",
        choices=[outcome.value for outcome in Outcome],
        help=_one_of(),
    )
    call.add_argument(
        "--note", required=True, metavar="TEXT", help="what was said; write as if they will read it"
    )
    call.add_argument("--promise", metavar="AMOUNT", help="what they promised to pay")
    call.add_argument("--by", metavar="DATE", help="by when they will pay")
    call.add_argument("--currency", metavar="EUR", help="of the promise; by default the account's")
    call.add_argument(
        "--replaces", action="store_true", help="the promise takes the place of earlier ones"
    )
    call.add_argument("--we-promise", default="", metavar="TEXT", help="what we promised to do")
    call.add_argument("--we-by", metavar="DATE", help="by when we do it")
    call.add_argument("--we-did", action="store_true", help="what we had promised before is done")
    call.add_argument("--incoming", action="store_true", help="they called us")
    step = call.add_mutually_exclusive_group(required=True)
    step.add_argument("--next", metavar="DATE", help="the next step's day")
    step.add_argument(
        "--none-because", default="", metavar="TEXT", help="why there is no next step"
    )
    return call


def _one_of() -> str:
    return "one of: " + ", ".join(outcome.value for outcome in Outcome)


def _statements(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    statements = _command(commands, "statements", "issue statements of account as PDF")
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


def _posted(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    posted = _command(commands, "posted", "say up to which day the bank's receipts are entered")
    posted.add_argument("--to", required=True, metavar="DATE")
    return posted


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
