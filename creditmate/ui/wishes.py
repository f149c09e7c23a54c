"""Where a screen wants the window to go next; the window knows which place takes which wish."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """Show a place of the sidebar."""

    key: str


@dataclass(frozen=True, slots=True)
class OpenCustomer:
    """Show the page of the customer with this code."""

    code: str


@dataclass(frozen=True, slots=True)
class StartCall:
    """Open the call form on a customer; ``incoming`` when they have called us."""

    code: str
    incoming: bool = False


@dataclass(frozen=True, slots=True)
class NextLine:
    """Go on with the line of Today that follows the one of this customer."""

    after_code: str


@dataclass(frozen=True, slots=True)
class OpenStatements:
    """Show the statements of these customers; of everybody if none is named."""

    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BringIn:
    """Bring in invoices from a file; it is asked for if none is named."""

    path: Path | None = None


@dataclass(frozen=True, slots=True)
class GoBack:
    """Show what was shown before."""


Wish = OpenPlace | OpenCustomer | StartCall | NextLine | OpenStatements | BringIn | GoBack
