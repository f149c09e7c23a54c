"""What every group of commands is described with."""

import argparse
from pathlib import Path
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
"""Where commands are added; argparse gives its type no other name."""

LAST_ID = 2**63 - 1
"""The largest number that a row can have."""
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
        ValueError: It is none; argparse says so.
    """
    number = int(text)
    if not 0 <= number <= LAST_ID:
        raise ValueError(text)
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
