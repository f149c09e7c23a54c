"""What every group of commands is described with."""

import argparse
from pathlib import Path
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
"""Where commands are added; argparse gives its type no other name."""

LAST_ID = 2**63 - 1
"""The largest number that a row can have."""
_LONGEST = len(str(LAST_ID))
_SHARED = argparse.SUPPRESS  # given before or after the command alike, so neither may reset it


def command(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    """Add a command and return its parser."""
    return commands.add_parser(name, help=text, description=text)


def count(text: str) -> int:
    """Read a number of one or more.

    Raises:
        ValueError: It is none; argparse says so.
    """
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def row_id(text: str) -> int:
    """Read the number of a row, as answers name it; none is larger than a ledger can hold.

    Raises:
        ArgumentTypeError: It is none; argparse says so.
    """
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else -1
    if not 0 <= number <= LAST_ID:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number, as answers name it")
    return number


def shared(parser: argparse.ArgumentParser) -> None:
    """Add the options of every command; commands within a command need them as well."""
    group = parser.add_argument_group("for every command")
    group.add_argument(
        "--ledger",
        type=Path,
        metavar="FILE",
        default=_SHARED,
        help="the ledger; reading commands default to the last one opened",
    )
    group.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        default=_SHARED,
        help="the first line is the ledger's password; only you may be able to read the file",
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


def add_beyond(command_: argparse.ArgumentParser) -> None:
    """Describe that an amount beyond all that is owed is meant."""
    command_.add_argument(
        "--more-than-owed", action="store_true", help="they promised more than all they owe now"
    )
