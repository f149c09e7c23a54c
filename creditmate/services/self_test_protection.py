"""The self-test's protected ledger: made, shut, opened by its password and by its sheet."""

import time
from collections.abc import Mapping
from pathlib import Path

from creditmate.db import cipher
from creditmate.domain.data_key import recovery_code
from creditmate.domain.errors import Problem, UserError
from creditmate.services.ledgers import NewBusiness
from creditmate.services.program import Program
from creditmate.services.protection_facts import facts_in_short
from creditmate.services.unlocking import new_lock, unlock, unlock_with_sheet

_PASSWORD = "self-test, four words"  # noqa: S105 - of a ledger that is thrown away


def protected_and_opened(program: Program, path: Path) -> tuple[str, Mapping[str, bool]]:
    """Make a protected ledger and open it again.

    Returns:
        How its key is locked and how long a password takes, and what went as it should.
    """
    business = NewBusiness("Self-test", "GB", "GBP", "en_GB", "Europe/London")
    lock = new_lock(_PASSWORD)

    def made() -> None:
        program.ledgers.close()
        program.ledgers.create(path, business, lock)
        program.ledgers.close()

    program.ask(made)
    begun = time.monotonic()
    key = unlock(path, _PASSWORD)
    seconds = time.monotonic() - begun
    found = {
        "encrypted": cipher.beginning(path) == lock.key.fingerprint,
        "password": key == lock.key,
        "sheet": unlock_with_sheet(path, " ".join(recovery_code(key))) == key,
        "wrong password": _refused(path),
    }

    def opened() -> str:
        program.ledgers.open(path, key)
        said = facts_in_short()
        program.ledgers.close()
        return said

    return f"{program.ask(opened)}, {seconds:.2f} s", found


def _refused(path: Path) -> bool:
    try:
        unlock(path, _PASSWORD.upper())
    except UserError as error:
        return error.problem is Problem.WRONG_PASSWORD
    return False
