"""Applications for credit as the ledger holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.money import Money


class Way(StrEnum):
    """How an application came in; the values are stored."""

    FORM = "form"  # our form, filled in on a screen and read
    SCAN = "scan"  # typed beside its picture
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application as it came in.

    ``given`` is what it says by the names of ``domain.application_form.Item``; ``terms`` the
    version that was enclosed, ``attachment`` the file, both by their id.
    """

    id: int
    day: date
    way: Way
    given: Mapping[str, str]
    limit: Money | None
    terms: int | None
    signed_day: date | None
    attachment: int | None
