"""Backups, restoring them, trying them out, and checking the ledger."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command


def add_backup(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``backup``."""
    backup = command(commands, "backup", "back the ledger up and prove the copy")
    backup.add_argument(
        "--to", type=Path, metavar="DIR", help="into this folder, where nothing is ever thinned"
    )
    second = backup.add_mutually_exclusive_group()
    second.add_argument(
        "--second-place",
        type=Path,
        metavar="DIR",
        help="from now on every backup goes to DIR as well: a stick, or a sync folder",
    )
    second.add_argument(
        "--no-second-place", action="store_true", help="backups stay on this computer from now on"
    )
    return backup


def add_restore(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``restore``."""
    text = "make a ledger of a backup; a ledger that is there goes aside, whole, into a folder"
    restore = command(commands, "restore", text)
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup")
    restore.add_argument(
        "--into",
        type=Path,
        metavar="FILE",
        required=True,
        help="the ledger to be made, or the one whose place the backup takes",
    )
    restore.add_argument(
        "--with-sheet",
        type=Path,
        metavar="FILE",
        help="no password is known: FILE has the groups of the recovery sheet; - is typed",
    )
    restore.add_argument(
        "--no-password",
        action="store_true",
        help="it may come back unprotected, although the ledger was protected since",
    )
    return restore


def add_drill(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``drill``."""
    text = "try the newest backup out in an empty place; the ledger is not touched"
    return command(commands, "drill", text)


def add_check(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``check``."""
    check = command(
        commands, "check", "prove every kept figure, every rule and the chain of actions"
    )
    check.add_argument(
        "--full",
        action="store_true",
        help="also read every backup through and compare the chain with what they say of it",
    )
    return check
