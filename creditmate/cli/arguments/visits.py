"""Visits: who deserves one, planning one, and what is done before it."""

import argparse

from creditmate.cli.arguments.describing import Commands, command, count, row_id, shared
from creditmate.cli.arguments.visit_papers import add_visit_papers
from creditmate.cli.arguments.visit_reports import add_visit_reports
from creditmate.domain.visits import IssueKind, Preparation

PERSON = "NAME[;ROLE[;decides|no]]"
ISSUE = "[KIND=]WHAT[;WANTED[;FALL-BACK[;PAPERS]]]"
_MORE = "; may be repeated"


def add_visits(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``visits``."""
    text = "visits to come and to report; who deserves one and why; who is near"
    visits = command(commands, "visits", text)
    which = visits.add_mutually_exclusive_group()
    which.add_argument("--suggest", action="store_true", help="who is worth a visit, and why")
    which.add_argument("--done", action="store_true", help="those that have ended as well")
    which.add_argument("--to-report", action="store_true", help="only those to tell of")
    which.add_argument("--customer", metavar="CODE", help="one customer's, ended ones too")
    which.add_argument("--near", metavar="CODE", help="who is near this customer")
    which.add_argument(
        "--free", metavar="CODE", help="when somebody can be visited on a --day, way included"
    )
    visits.add_argument("--day", metavar="DATE", help="with --free; default: today")
    visits.add_argument(
        "--minutes", type=count, default=60, metavar="N", help="with --free (default: 60)"
    )
    visits.add_argument(
        "--travel", type=int, default=0, metavar="MINUTES", help="with --free: the way, once"
    )
    visits.add_argument(
        "--owner", metavar="WHO", help="with --free: who of us goes; by initials or by name"
    )
    return visits


def add_visit(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``visit`` and what is done with one."""
    text = "plan a visit, change and move it, prepare it, and tell of it afterwards"
    visit = command(commands, "visit", text)
    steps = visit.add_subparsers(dest="deed", required=True, metavar="DEED")
    for add in (_plan, _change, _show, _move, _confirm, _prepare, _cancel, _undo, _place):
        shared(add(steps))
    add_visit_papers(steps)
    add_visit_reports(steps)
    return visit


def _plan(steps: Commands) -> argparse.ArgumentParser:
    plan = command(steps, "plan", "plan a visit, with the steps before it")
    plan.add_argument("code", metavar="CODE", help="whom we visit")
    plan.add_argument("--day", required=True, metavar="DATE")
    plan.add_argument("--entry", type=row_id, metavar="ID", help="the diary's entry it replaces")
    _described(plan)
    return plan


def _change(steps: Commands) -> argparse.ArgumentParser:
    change = command(steps, "change", "change a visit; what is named takes the place of what was")
    _named(change)
    change.add_argument("--day", metavar="DATE", help="moves it as well")
    change.add_argument("--because", default="", metavar="TEXT", help="with --day or --time")
    _described(change)
    return change


def _described(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--time", metavar="HOUR", help="where the customer is")
    parser.add_argument(
        "--zone",
        metavar="ZONE",
        help="whose clock --time is by (Europe/Paris); default: the place's",
    )
    parser.add_argument("--minutes", type=count, metavar="N", help="default: 60")
    parser.add_argument("--purpose", metavar="TEXT", help="one sentence, as they will read it")
    _repeated(parser, "--with", PERSON, "who takes part of theirs", "with_theirs")
    _repeated(parser, "--from-us", PERSON, "who takes part of ours", "with_ours")
    kinds = ", ".join(kind.value for kind in IssueKind)
    _repeated(parser, "--issue", ISSUE, f"to be settled; kinds: {kinds}", "issue")
    parser.add_argument(
        "--overdue", action="store_true", help="all that is overdue is an issue as well"
    )
    _repeated(parser, "--dispute", "ID", "this query is an issue as well", "dispute")
    _repeated(parser, "--point", "TEXT", "a point of their own", "point")
    _repeated(parser, "--request", "TEXT", "what we ask them to have ready", "request")
    parser.add_argument("--site", type=row_id, metavar="ID", help="at this address of theirs")
    parser.add_argument("--address", metavar="TEXT", help="as it is said; “\\n” between lines")
    parser.add_argument("--owner", metavar="WHO", help="who of us goes; by initials or by name")
    inner = parser.add_argument_group("ours alone; on no paper for the customer")
    inner.add_argument("--stay-well", action="store_true", help="nothing is to be put right")
    inner.add_argument("--travel", type=int, metavar="MINUTES", help="the way, once")
    inner.add_argument("--distance", metavar="N", help="there and back")
    inner.add_argument("--limits", metavar="TEXT", help="what whoever goes may grant")
    inner.add_argument("--if-deputy", metavar="TEXT", help="if nobody is there who decides")
    inner.add_argument("--margin", metavar="AMOUNT", help="what they bring in a year")
    inner.add_argument("--inner-note", metavar="TEXT")


def _repeated(parser: argparse.ArgumentParser, name: str, form: str, text: str, dest: str) -> None:
    parser.add_argument(
        name, dest=dest, action="append", default=[], metavar=form, help=text + _MORE
    )


def _named(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("visit", metavar="ID", help="its number, or its id")


def _show(steps: Commands) -> argparse.ArgumentParser:
    show = command(steps, "show", "all that is known of a visit, what is ours alone included")
    _named(show)
    return show


def _move(steps: Commands) -> argparse.ArgumentParser:
    move = command(steps, "move", "put a visit on another day; an agenda sent before is outdated")
    _named(move)
    move.add_argument("day", metavar="DATE")
    move.add_argument("--time", metavar="HOUR", help="default: as it is")
    move.add_argument("--because", default="", metavar="TEXT", help="why; it is kept")
    return move


def _confirm(steps: Commands) -> argparse.ArgumentParser:
    confirm = command(steps, "confirm", "they confirmed it; once more is the day before")
    _named(confirm)
    confirm.add_argument("--by", default="", metavar="NAME", help="who did")
    confirm.add_argument(
        "--way", default="email", choices=("email", "letter", "call", "text", "meeting")
    )
    confirm.add_argument("--again", action="store_true", help="made sure of shortly before")
    confirm.add_argument("--note", default="", metavar="TEXT")
    return confirm


def _prepare(steps: Commands) -> argparse.ArgumentParser:
    text = "a step before the visit is done; or a step of your own is added or taken out"
    prepare = command(steps, "prepare", text)
    _named(prepare)
    usual = ", ".join(kind.value for kind in Preparation if kind is not Preparation.REPORT)
    prepare.add_argument("step", nargs="?", metavar="STEP", help=f"its id, or one of {usual}")
    what = prepare.add_mutually_exclusive_group()
    what.add_argument("--not-done", action="store_true", help="after all")
    what.add_argument("--add", metavar="TEXT", help="a step in your own words, instead of STEP")
    what.add_argument("--take-out", action="store_true", help="a step that was added")
    prepare.add_argument(
        "--by", metavar="DATE", help="with --add; default: the working day before the visit"
    )
    return prepare


def _cancel(steps: Commands) -> argparse.ArgumentParser:
    cancel = command(steps, "cancel", "cancel a visit; its steps go with it")
    _named(cancel)
    cancel.add_argument("--because", default="", metavar="TEXT", help="why; it is kept")
    return cancel


def _undo(steps: Commands) -> argparse.ArgumentParser:
    undo = command(steps, "undo", "take back what was just done with a visit")
    undo.add_argument("action", type=row_id, metavar="ACTION", help="as it was told")
    return undo


def _place(steps: Commands) -> argparse.ArgumentParser:
    text = "where a customer's addresses are on the map: so it is known who is near, and the way"
    place = command(steps, "place", text)
    place.add_argument("code", metavar="CODE", help="whose addresses")
    place.add_argument(
        "where", nargs="?", metavar="PLACE",
        help="degrees north and east (52.6369, -1.1398), geo:, or a link of a map, never opened",
    )  # fmt: skip
    place.add_argument("--site", type=row_id, metavar="ID", help="which; needed if several")
    place.add_argument("--clear", action="store_true", help="it is not known after all")
    return place
