"""Papers of visits: the agenda, what we take along, and the letter of thanks."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command, shared
from creditmate.domain.contact_channels import Way

_WAYS = (Way.EMAIL, Way.LETTER)


def add_visit_papers(steps: Commands) -> None:
    """Describe what of ``visit`` makes papers."""
    for add in (_agenda, _pack, _thanks):
        shared(add(steps))


def _agenda(steps: Commands) -> argparse.ArgumentParser:
    text = (
        "the agenda for the customer, with its statement: issued once, and anew if the visit was"
        " moved or changed; of a visit that was cancelled --eml and --ics call it off"
    )
    agenda = command(steps, "agenda", text)
    agenda.add_argument("visit", metavar="ID", help="its number, or its id")
    agenda.add_argument("--out", type=Path, metavar="FILE", help="where its PDF goes")
    agenda.add_argument("--cover", type=Path, metavar="FILE", help="the letter with it, as PDF")
    agenda.add_argument(
        "--eml", type=Path, metavar="FILE", help="a message for your mail program, with all papers"
    )
    agenda.add_argument("--ics", type=Path, metavar="FILE", help="for the customer's calendar")
    agenda.add_argument(
        "--enclose", action="append", default=[], metavar="NAME",
        help="a file kept with the customer that goes along with --eml; may be repeated",
    )  # fmt: skip
    what = agenda.add_mutually_exclusive_group()
    what.add_argument(
        "--draft", action="store_true", help="only to be looked at: nothing is issued"
    )
    what.add_argument(
        "--sent", nargs="?", const=Way.EMAIL.value, choices=[way.value for way in _WAYS],
        metavar="WAY", help="put down that it was sent: email, letter",
    )  # fmt: skip
    return agenda


def _pack(steps: Commands) -> argparse.ArgumentParser:
    pack = command(steps, "pack", "all that whoever goes should know, as PDF: for us alone")
    pack.add_argument("visit", metavar="ID", help="its number, or its id")
    pack.add_argument("--out", type=Path, required=True, metavar="FILE")
    return pack


def _thanks(steps: Commands) -> argparse.ArgumentParser:
    text = "the letter after a visit: thanks, and what each side does by when; issued once"
    thanks = command(steps, "thanks", text)
    thanks.add_argument("visit", metavar="ID", help="its number, or its id")
    thanks.add_argument("--out", type=Path, metavar="FILE", help="where its PDF goes")
    thanks.add_argument("--eml", type=Path, metavar="FILE", help="a message for your mail program")
    thanks.add_argument(
        "--words", default="", metavar="TEXT", help="a sentence of thanks of your own"
    )
    what = thanks.add_mutually_exclusive_group()
    what.add_argument(
        "--draft", action="store_true", help="only to be looked at: nothing is issued"
    )
    what.add_argument("--sent", action="store_true", help="put down that it was sent")
    return thanks
