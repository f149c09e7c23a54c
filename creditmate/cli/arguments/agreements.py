"""Questions, promises, what is noted, and help sheets."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, add_beyond, command, row_id
from creditmate.domain.disputes import DisputeAge, DisputeEventKind, DisputeReason
from creditmate.domain.promise_register import Side
from creditmate.domain.promises import DeedState, PromiseState

_ENDINGS = [kind.value for kind in DisputeEventKind if kind is not DisputeEventKind.AMENDED]
_STATES = sorted({state.value for state in (*PromiseState, *DeedState)})
INVOICE = "NUMBER[=AMOUNT]"
"""How an item under query is typed: all of it, or so much."""


def add_dispute(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``dispute``."""
    text = "queries about invoices: listed with age and owner, raised, answered, what causes them"
    dispute = command(commands, "dispute", text)
    dispute.add_argument("code", nargs="?", default="", metavar="CODE", help="only this one's")
    _dispute_deeds(dispute)
    which = dispute.add_mutually_exclusive_group()
    which.add_argument("--open", action="store_true", help="those not answered yet (default)")
    which.add_argument("--ended", action="store_true", help="those that were answered")
    which.add_argument("--every", action="store_true", help="open or answered")
    dispute.add_argument(
        "--reason", default="", choices=[one.value for one in DisputeReason], metavar="REASON",
        help="one of: " + ", ".join(reason.value for reason in DisputeReason),
    )  # fmt: skip
    dispute.add_argument("--age", choices=[age.value for age in DisputeAge], help="days open")
    dispute.add_argument("--owner", default="", metavar="INITIALS", help="who of us answers it")
    dispute.add_argument("--from", dest="first", metavar="DATE", help="with --causes: raised from")
    dispute.add_argument("--to", dest="last", metavar="DATE", help="with --causes: raised up to")
    dispute.add_argument(
        "--invoices", nargs="+", default=[], metavar=INVOICE, help="with --raise: what they mean"
    )  # fmt: skip
    dispute.add_argument("--by", dest="by_whom", default="", metavar="NAME", help="who asked")
    dispute.add_argument("--evidence", default="", metavar="TEXT", help="what proves it, in words")
    dispute.add_argument(
        "--file", dest="files", type=Path, action="append", default=[], metavar="FILE",
        help="kept with it as evidence, may be repeated",
    )  # fmt: skip
    dispute.add_argument("--answer-by", metavar="DATE", help="default: in five working days")
    dispute.add_argument("--outcome", choices=_ENDINGS, help="with --end: how it was answered")
    dispute.add_argument(
        "--amount", metavar="AMOUNT", help="what was right, or what is under query now"
    )
    dispute.add_argument("--note", default="", metavar="TEXT")
    return dispute


def _dispute_deeds(dispute: argparse.ArgumentParser) -> None:
    deed = dispute.add_mutually_exclusive_group()
    deed.add_argument("--list", action="store_true", help="list queries (default)")
    deed.add_argument("--causes", action="store_true", help="what is behind them, by reason, month")
    deed.add_argument("--raise", dest="raises", action="store_true", help="a query of CODE's")
    deed.add_argument("--end", type=row_id, metavar="ID", help="answer a query")
    deed.add_argument("--amend", type=row_id, metavar="ID", help="another amount is under query")
    deed.add_argument("--reopen", type=row_id, metavar="ID", help="it is asked again")
    deed.add_argument("--hand-over", type=row_id, metavar="ID", help="to --owner, --answer-by")


def add_promise(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``promise``."""
    text = "promises of both sides with their states, how well theirs were kept, and their endings"
    promise = command(commands, "promise", text)
    promise.add_argument("code", nargs="?", default="", metavar="CODE", help="only this one's")
    deed = promise.add_mutually_exclusive_group()
    deed.add_argument("--list", action="store_true", help="list promises (default)")
    deed.add_argument("--rate", action="store_true", help="how promises to pay came out")
    deed.add_argument("--withdraw", type=row_id, metavar="ID", help="it is taken back")
    deed.add_argument("--replace", type=row_id, metavar="ID", help="by --amount, --by")
    deed.add_argument("--done", type=row_id, metavar="ID", help="what we promised is done")
    promise.add_argument("--side", choices=[side.value for side in Side])
    promise.add_argument(
        "--state", default="", choices=_STATES, metavar="STATE",
        help="one of: " + ", ".join(_STATES),
    )  # fmt: skip
    promise.add_argument("--waiting", action="store_true", help="something is still to come")
    promise.add_argument("--owner", default="", metavar="INITIALS", help="who looks after them")
    promise.add_argument("--from", dest="first", metavar="DATE", help="promised for this day on")
    promise.add_argument("--to", dest="last", metavar="DATE", help="promised for up to this day")
    promise.add_argument("--amount", metavar="AMOUNT", help="with --replace: what they pay now")
    promise.add_argument("--by", metavar="DATE", help="with --replace: by when")
    add_beyond(promise)
    promise.add_argument("--because", default="", metavar="TEXT", help="why it is taken back")
    return promise


def add_noted(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``noted``."""
    text = "opportunities and feedback, in the customers' words, with a day to come back to them"
    noted = command(commands, "noted", text)
    noted.add_argument("code", nargs="?", default="", metavar="CODE", help="only this one's")
    deed = noted.add_mutually_exclusive_group()
    deed.add_argument("--list", action="store_true", help="list what is noted (default)")
    deed.add_argument("--add", metavar="TEXT", help="note what CODE said")
    deed.add_argument("--done", type=row_id, metavar="ID", help="it was come back to")
    deed.add_argument("--put-off", type=row_id, metavar="ID", help="to --follow-up")
    deed.add_argument("--drop", type=row_id, metavar="ID", help="nothing comes of it")
    noted.add_argument("--kind", choices=["opportunity", "feedback"])
    noted.add_argument("--follow-up", metavar="DATE", help="when to come back to it")
    noted.add_argument("--every", action="store_true", help="what is done with as well")
    noted.add_argument("--note", default="", metavar="TEXT", help="what became of it")
    return noted


def add_help_sheet(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``help-sheet``."""
    text = "where people who cannot pay find help: a sheet for each country, to edit and to send"
    sheet = command(commands, "help-sheet", text)
    sheet.add_argument("country", nargs="?", default="", metavar="COUNTRY", help="such as GB")
    deed = sheet.add_mutually_exclusive_group()
    deed.add_argument(
        "--edit", type=Path, metavar="FILE", help="its first line is the title, the rest the words"
    )
    deed.add_argument("--for", dest="code", default="", metavar="CODE", help="of their country")
    sheet.add_argument("--send", action="store_true", help="with --for: put down that it was sent")
    sheet.add_argument(
        "--out", type=Path, metavar="FILE", help="with --for: where its PDF goes, a letter to them"
    )
    sheet.add_argument("--to", dest="to_whom", default="", metavar="NAME", help="with --send")
    sheet.add_argument("--way", choices=["letter", "email"], default="letter", help="with --send")
    sheet.add_argument("--ask-on", metavar="DATE", help="ask again on (default: in 14 days)")
    sheet.add_argument("--note", default="", metavar="TEXT", help="with --send")
    sheet.add_argument(
        "--hold", action="store_true", help="with --send: leave them in peace for hardship, too"
    )
    return sheet
