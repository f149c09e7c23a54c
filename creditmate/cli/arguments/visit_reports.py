"""Visits told afterwards, what they cost against what came in, and a day's route."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command, count, shared
from creditmate.cli.arguments.talks import add_words
from creditmate.domain.feeling import Mood
from creditmate.domain.visit_observations import Seen, Topic
from creditmate.domain.visit_report import REBOOKED, Came, IssueResult, LimitView, RiskView
from creditmate.domain.visits import VisitEventKind

RESULT = "PLACE=RESULT[;WORDS]"
PAPER = "PLACE=WHAT[;DATE][;NOTE]"
SEEN = "TOPIC=HOW[;NOTE]"
PAY = "AMOUNT;DATE"
QUERY = "NUMBER,…=REASON[;AMOUNT][;NOTE]"
DO = "TEXT;DATE"
FILE = "[PLACE=]FILE"
"""How parts of a report are typed; a place counts from 1, as the visit lists them."""
_NOT_MET = (
    (VisitEventKind.NOBODY, "nobody was there: kept as an attempt, and to be booked again"),
    (VisitEventKind.DEPUTY, "only somebody was there who cannot decide: to be booked again"),
    (VisitEventKind.REFUSED, "they did not wish the visit: kept as an attempt, and ended"),
)


def add_visit_reports(steps: Commands) -> None:
    """Describe what of ``visit`` is told afterwards."""
    for add in (_report, _worth):
        shared(add(steps))
    for kind, text in _NOT_MET:
        shared(_not_met(steps, kind, text))


def _report(steps: Commands) -> argparse.ArgumentParser:
    text = "tell what a visit brought; with --add more of it; without any option show it"
    report = command(steps, "report", text)
    report.add_argument("visit", metavar="ID", help="its number, or its id")
    add_words(report, needs_step=False)
    _repeated(report, "--result", RESULT, "of each issue: " + _all_of(IssueResult))
    _repeated(report, "--paper", PAPER, "of papers asked for: " + _all_of(Came))
    _repeated(report, "--they-pay", PAY, "what else they promised to pay: 1000 EUR, or €1000")
    _repeated(report, "--they-do", DO, "what else they will do: come back to on that day")
    _repeated(report, "--we-do", DO, "what else we will do")
    _repeated(report, "--query", QUERY, "a query of theirs, one for each thing in question")
    _repeated(report, "--file", FILE, "kept with it; as the paper asked for, where one is said")
    inner = report.add_argument_group("ours alone; on no paper for the customer")
    _repeated(inner, "--seen", SEEN, _all_of(Topic) + "; how: " + _all_of(Seen))
    inner.add_argument("--mood", choices=[one.value for one in Mood])
    inner.add_argument("--limit-view", choices=[one.value for one in LimitView])
    inner.add_argument("--risk", choices=[one.value for one in RiskView])
    inner.add_argument(
        "--new-limit", metavar="AMOUNT", help="a limit from today on; “none” for none"
    )
    inner.add_argument("--limit-because", default="", metavar="TEXT", help="why")
    inner.add_argument(
        "--minutes", type=count, metavar="N", help="talk and travel; default: planned"
    )
    inner.add_argument("--distance", metavar="N", help="there and back; default: as planned")
    inner.add_argument("--cost", metavar="AMOUNT", help="default: worked out of both")
    inner.add_argument("--inner-note", default="", metavar="TEXT")
    deed = report.add_mutually_exclusive_group()
    deed.add_argument("--add", action="store_true", help="to a report that was made")
    deed.add_argument(
        "--undo", action="store_true", help="take the report back; what was added to it last first"
    )
    report.set_defaults(channel="visit", incoming=False)
    return report


def _repeated(
    parser: "argparse.ArgumentParser | argparse._ArgumentGroup",
    name: str,
    form: str,
    text: str,
) -> None:
    parser.add_argument(
        name, action="append", default=[], metavar=form, help=f"{text}; may be repeated"
    )


def _all_of(codes: "type[IssueResult | Came | Topic | Seen]") -> str:
    return ", ".join(one.value for one in codes)


def _not_met(steps: Commands, kind: VisitEventKind, text: str) -> argparse.ArgumentParser:
    deed = command(steps, kind.value, text)
    deed.add_argument("visit", metavar="ID", help="its number, or its id")
    deed.add_argument("--with", dest="with_name", default="", metavar="NAME", help="whom we met")
    deed.add_argument("--note", default="", metavar="TEXT")
    deed.add_argument("--next", metavar="DATE", help="default: as the rule for attempts has it")
    deed.add_argument("--next-at", metavar="HOUR", help="at that hour, where the customer is")
    if kind in REBOOKED:
        deed.add_argument("--again", metavar="DATE", help="the day agreed instead: moved there")
        deed.add_argument("--again-at", metavar="HOUR", help="its hour; default: as it was")
    deed.add_argument("--undo", action="store_true", help="take it back")
    deed.set_defaults(kind=kind.value)
    return deed


def _worth(steps: Commands) -> argparse.ArgumentParser:
    text = "what visits cost against what came in within 30, 60 and 90 days"
    worth = command(steps, "worth", text)
    worth.add_argument("code", nargs="?", default="", metavar="CODE", help="only this one's")
    worth.add_argument("--as-at", metavar="DATE", help="default: today")
    return worth


def add_route(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``route``."""
    text = "the visits of a day in their order: when to leave, and where the time is too short"
    route = command(commands, "route", text)
    route.add_argument("day", nargs="?", metavar="DATE", help="default: today")
    route.add_argument("--owner", metavar="NAME", help="only who goes: name or initials")
    route.add_argument("--out", type=Path, metavar="FILE", help="the day's route sheets as PDF")
    return route
