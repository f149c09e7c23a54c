"""Where a screen wants the window to go next; the window knows which place takes which wish."""

from dataclasses import dataclass
from enum import StrEnum
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
class EditCustomer:
    """Edit the customer with this code; enter a new one without."""

    code: str = ""


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
class OpenInvoice:
    """Show the invoice or credit note with this id beside the list of them."""

    document: int


@dataclass(frozen=True, slots=True)
class WriteInvoice:
    """Open the form of an invoice: a draft, else a new one for a customer, perhaps of their work.

    ``work`` are ids of what waits to be invoiced; a new form begins empty without any. With
    ``charge`` it is a charge note, for the invoice ``belongs_to`` where that is named.
    """

    code: str = ""
    draft: int = 0
    work: tuple[int, ...] = ()
    charge: bool = False
    belongs_to: str = ""


@dataclass(frozen=True, slots=True)
class RecordPayment:
    """Record a payment of this customer, then come back; of whoever paid if none is named."""

    code: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class OpenPayments:
    """Show what is not matched of a customer, or look for what they say to have paid."""

    code: str
    look_for: bool = False


@dataclass(frozen=True, slots=True)
class BringIn:
    """Bring in invoices from a file; it is asked for if none is named."""

    path: Path | None = None


@dataclass(frozen=True, slots=True)
class OpenSettings:
    """Show a section of the settings, by ``settings.sections``; the one shown last if none."""

    section: str = ""


@dataclass(frozen=True, slots=True)
class PostCash:
    """Say up to which day the bank is entered."""


class SafeDeed(StrEnum):
    """What can be done to keep the ledger safe, from anywhere."""

    BACK_UP = "back-up"
    TRY_OUT = "try-out"
    CHECK = "check"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class KeepSafe:
    """Do something for the ledger's safety; ``backup`` is the one to restore, asked for if none."""

    deed: SafeDeed
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class PrintSheet:
    """Print the recovery sheet of the ledger that is open."""


@dataclass(frozen=True, slots=True)
class DoThere:
    """Do what a menu of a place offers, upon what is chosen there.

    ``texts`` are what the menu may call it, ``title`` what it was asked for by; ``code`` is the
    customer upon whose page it is done, the one shown if none is named.
    """

    place: str
    texts: tuple[str, ...]
    title: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class SpeakAnew:
    """Make the window anew: another language or way of writing was chosen."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Show what was shown before."""


Wish = (
    OpenPlace
    | OpenCustomer
    | EditCustomer
    | StartCall
    | NextLine
    | OpenStatements
    | OpenInvoice
    | WriteInvoice
    | RecordPayment
    | OpenPayments
    | BringIn
    | OpenSettings
    | PostCash
    | PrintSheet
    | KeepSafe
    | DoThere
    | SpeakAnew
    | GoBack
)
