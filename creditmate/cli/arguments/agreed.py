"""Terms and conditions: the library, what is sent, and what was accepted."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command, count, shared
from creditmate.domain.acceptance import Capacity, Method, Way
from creditmate.domain.terms import ClauseKind
from creditmate.services.terms_report import TermsPick

ALL, NONE = "all", "none"
"""Of the clauses that are agreed to by name."""


def add_library(steps: Commands) -> None:
    """Describe what is done with the library of terms and conditions."""
    shared(command(steps, "list", "every version of terms and conditions"))
    shared(_add(steps))
    show = _version(command(steps, "show", "a version: clauses, fingerprint and wording"))
    shared(show)
    pdf = _version(command(steps, "pdf", "a version with its signature page, nobody's name in it"))
    pdf.add_argument("--out", type=Path, required=True, metavar="FILE")
    shared(pdf)
    shared(_send(steps))
    shared(_version(command(steps, "withdraw", "a version that nobody was sent or accepted")))


def _add(steps: Commands) -> argparse.ArgumentParser:
    text = (
        "publish a version: a text in simple marks (# heading, 4.1 clause, - list, **bold**), or a"
        " PDF; it is frozen from then on"
    )
    add = command(steps, "add", text)
    add.add_argument("file", type=Path, metavar="FILE")
    add.add_argument("--title", default="Terms of trade", metavar="TEXT")
    add.add_argument("--language", default="en", metavar="en")
    add.add_argument("--effective", metavar="DATE", help="in effect from (default: today)")
    add.add_argument("--note", default="", metavar="TEXT", help="for ourselves: what changed")
    kinds = ", ".join(kind.value for kind in ClauseKind)
    add.add_argument(
        "--clause",
        action="append",
        default=[],
        metavar="KIND[@NUMBER][,RATE/month|year]=SUMMARY",
        help=f"what is agreed in short; may be repeated. Kinds: {kinds}",
    )
    return add


def _version(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("version", type=count, metavar="NUMBER")
    _which(parser)
    return parser


def _which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", default="", metavar="TEXT", help="where several have the number")
    parser.add_argument("--language", default="", metavar="en", help="where several have it")


def _send(steps: Commands) -> argparse.ArgumentParser:
    send = command(steps, "send", "issue a customer's copy, and put down that it was sent today")
    send.add_argument("code", metavar="CODE")
    send.add_argument("--version", type=count, metavar="NUMBER", help="default: the one in effect")
    _which(send)
    send.add_argument("--way", choices=[way.value for way in Way], default=Way.POST.value)
    send.add_argument("--to", default="", metavar="NAME", help="to whom")
    send.add_argument("--ask-on", metavar="DATE", help="ask for it back (default: in 14 days)")
    send.add_argument("--out", type=Path, metavar="FILE", help="where its PDF goes")
    return send


def add_acceptances(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``acceptances``."""
    text = "which terms customers accepted, when, how, and who is without proof"
    acceptances = command(commands, "acceptances", text)
    acceptances.add_argument("code", nargs="?", metavar="CODE", help="everything about one")
    narrow = acceptances.add_mutually_exclusive_group()
    narrow.add_argument(
        "--missing", dest="only", action="store_const", const=TermsPick.MISSING.value,
        help="only those without any proof",
    )  # fmt: skip
    narrow.add_argument("--only", choices=[pick.value for pick in TermsPick])
    return acceptances


def add_accept(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``accept``."""
    accept = command(commands, "accept", "put down that a customer accepted terms")
    accept.add_argument("code", metavar="CODE", help="or: back ID, to take one back")
    accept.add_argument("id", nargs="?", type=count, metavar="ID")
    accept.add_argument("--version", type=count, metavar="NUMBER")
    _which(accept)
    accept.add_argument("--day", metavar="DATE", help="accepted on (default: today, see --on)")
    accept.add_argument(
        "--method", choices=[method.value for method in Method], default=Method.SIGNED_TERMS.value
    )
    accept.add_argument("--by", default="", metavar="NAME", help="who accepted")
    accept.add_argument(
        "--capacity", choices=[one.value for one in Capacity], default=Capacity.UNKNOWN.value
    )
    accept.add_argument(
        "--clauses", default=ALL, metavar="all|none|KIND,…",
        help="agreed to by name (default: all that are ticked on the signature page)",
    )  # fmt: skip
    accept.add_argument("--reference", default="", metavar="TEXT", help="of a quote or a record")
    accept.add_argument("--note", default="", metavar="TEXT")
    accept.add_argument(
        "--file", type=Path, metavar="FILE", help="the paper or mail that proves it"
    )
    return accept
