"""Protected ledgers: passwords, the recovery sheet, and taking protection off."""

import argparse
from pathlib import Path

from creditmate.cli.arguments.describing import Commands, command

GROUP = "PLACE=GROUP"


def add_protect(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``protect``."""
    text = "protect an unprotected ledger; the password is in --password-file, or is asked for"
    protect = command(commands, "protect", text)
    protect.add_argument(
        "--remove-original",
        action="store_true",
        help="remove the unprotected file when the protected one is proved and backed up",
    )
    return protect


def add_unprotect(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``unprotect``."""
    return command(commands, "unprotect", "store a protected ledger so that anybody can read it")


def add_password(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``password``."""
    text = "change the password of a ledger, or add, remove, reset or remember one"
    password = command(commands, "password", text)
    password.add_argument(
        "--new-password-file",
        type=Path,
        metavar="FILE",
        help="its first line is the new password; otherwise it is asked for",
    )
    which = password.add_mutually_exclusive_group()
    which.add_argument(
        "--add", action="store_true", help="keep the password there is, add another one"
    )
    which.add_argument(
        "--remove", action="store_true", help="take away the password that is in --password-file"
    )
    which.add_argument(
        "--with-sheet",
        type=Path,
        metavar="FILE",
        help="all passwords are forgotten: FILE has the groups of the recovery sheet; - is typed",
    )
    which.add_argument(
        "--remember",
        action="store_true",
        help="let this computer remember it: whoever logs in as you can open the ledger then",
    )
    which.add_argument("--forget", action="store_true", help="let this computer not remember it")
    return password


def add_sheet(commands: Commands) -> argparse.ArgumentParser:
    """Describe ``sheet``."""
    text = "the recovery sheet, which opens the ledger and its backups without a password"
    sheet = command(commands, "sheet", text)
    sheet.add_argument("--out", type=Path, metavar="FILE", help="write it as a PDF")
    sheet.add_argument(
        "--new",
        action="store_true",
        help="somebody may have seen it: encrypt the ledger with a new key first",
    )
    sheet.add_argument(
        "--confirm",
        nargs="+",
        metavar=GROUP,
        help="type three groups of the printed sheet back, such as 3=K7QF",
    )
    return sheet
