"""Asking for the key of a protected ledger, as whoever opens ledgers needs it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.domain.errors import UserError

    AskKey = Callable[
        [Path, Callable[[DataKey], object], Callable[[UserError | None], object]], object
    ]
    """Gets the key of a ledger: given to the second, or the third is told why there is none."""
