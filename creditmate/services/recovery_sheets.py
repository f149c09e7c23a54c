"""The recovery sheet of the open ledger: what is on it, and whether it was printed.

Printing is proved by typing three of its groups back, at once or tomorrow: until then a banner
stays (reliability.md D15). That it was proved stands in the key file, so a new key asks anew.
"""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from creditmate.db.connection import current_key, ledger_path, required_key
from creditmate.db.read_only import is_read_only, see_writable
from creditmate.domain.data_key import GROUPS, recovery_code, same_group
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.ports import Clock
from creditmate.system.key_places import find_key_file, keep_beside, keep_copy
from creditmate.system.preferences import remember_sheet_put_off, sheet_put_off

ASKED = 3
"""Groups to be typed back."""


@dataclass(frozen=True, slots=True)
class SheetStanding:
    """What a banner and a dialog need to know.

    Attributes:
        confirmed: The day (ISO) on which three groups were typed back; empty: the banner stays.
        put_off: It was put off today: ask no more before tomorrow. Nor does one ask where it could
            not be taken down, in a ledger that may only be read.
        has_passwords: Whether the key file is there; if not, the sheet is all that is left beside
            what this computer remembers.
    """

    confirmed: str
    put_off: bool
    has_passwords: bool = True


class RecoverySheets:
    """The recovery sheet of the ledger that is open."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def groups(self) -> tuple[str, ...]:
        """Return the 14 groups on the sheet. Whoever sees them can open the ledger for ever.

        Raises:
            UserError: ``LEDGER_NOT_PROTECTED``.
        """
        return recovery_code(required_key())

    def standing(self) -> SheetStanding | None:
        """Return whether the sheet is known to be printed; None for an unprotected ledger.

        Without a readable key file nothing is known, so it has to be proved.
        """
        key = current_key()
        if key is None:
            return None
        confirmed, has_passwords = "", False
        with suppress(UserError):
            found = find_key_file(ledger_path(), key.fingerprint)
            confirmed = found.key_file.sheet_confirmed if found.fits else ""
            has_passwords = found.fits
        put_off = sheet_put_off(key.fingerprint) == self._clock.today.isoformat()
        return SheetStanding(confirmed, put_off or is_read_only(), has_passwords)

    def places_asked(self) -> tuple[int, ...]:
        """Draw the groups to be typed back, counted from 1, in their order."""
        return tuple(sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), ASKED)))

    def confirm(self, typed: Mapping[int, str]) -> None:
        """Take down that the sheet is printed, since groups of it were typed back.

        Args:
            typed: What was typed, by the place of the group, counted from 1.

        Raises:
            UserError: ``RECOVERY_CODE``: a group is not as on the sheet, or they are too few; what
                ``find_key_file`` raises; ``DISK_READ_ONLY`` or ``FOLDER_UNWRITABLE``.
        """
        key = required_key()
        if len(typed) < ASKED:
            raise UserError(Problem.RECOVERY_CODE, fault="few", least=ASKED)
        groups = recovery_code(key)
        for place, text in sorted(typed.items()):
            if not 1 <= place <= GROUPS or not same_group(text, groups[place - 1]):
                raise UserError(Problem.RECOVERY_CODE, fault="confirm", group=place)
        path = ledger_path()
        see_writable(path)
        found = find_key_file(path, key.fingerprint)
        if not found.fits:
            raise UserError(Problem.KEY_FILE_OTHER, path=path)
        key_file = replace(found.key_file, sheet_confirmed=self._clock.today.isoformat())
        try:
            keep_beside(path, key_file)
            keep_copy(key_file)
        except OSError as error:
            raise UserError(
                Problem.FOLDER_UNWRITABLE, path=path.parent, why=error.strerror
            ) from error

    def put_off(self) -> None:
        """Take down that the sheet will be printed tomorrow."""
        remember_sheet_put_off(required_key().fingerprint, self._clock.today.isoformat())
