"""``today``: the day's list, who is not on it, and what may be put off."""

import argparse

from creditmate.cli.arguments.describing import Commands, command, count
from creditmate.domain.contact_steps import Step
from creditmate.domain.work_lines import Kind


def add_today(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``today``."""
    today = command(commands, "today", "whom to contact today, why and how, most useful first")
    today.add_argument("--limit", type=count, metavar="N", help="the first N lines")
    today.add_argument(
        "--cap", type=_size, metavar="N", help="calls of our own accord (default: the policy's)"
    )
    today.add_argument("--all", action="store_true", help="those for tomorrow as well")
    today.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=[kind.value for kind in Kind],
        help="only lines of this kind; may be repeated",
    )
    today.add_argument(
        "--owner", default="", metavar="NAME", help="only what one of our people looks after"
    )
    today.add_argument(
        "--left-out", action="store_true", help="who is not being followed up: why and until when"
    )
    today.add_argument("--done", action="store_true", help="the contacts made on the day")
    _deeds(today)
    return today


def _deeds(today: argparse.ArgumentParser) -> None:
    deeds = today.add_mutually_exclusive_group()
    deeds.add_argument("--snooze", metavar="CODE", help="put a customer's line off")
    deeds.add_argument("--wake", metavar="CODE", help="take a line up again that was put off")
    deeds.add_argument(
        "--at-step", metavar="CODE=STEP", help=f"already at a step: {', '.join(Step)}"
    )
    deeds.add_argument("--undo", type=count, metavar="ID", help="take one of these back")
    today.add_argument("--until", metavar="DATE", help="when a line that is put off comes back")
    today.add_argument("--because", default="", metavar="TEXT", help="why")


def _size(text: str) -> int:
    """Read a number of zero or more.

    Raises:
        ValueError: It is none; argparse says so.
    """
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number
