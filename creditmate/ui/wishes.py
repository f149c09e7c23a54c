"""Where a screen wants the window to go next; the window knows which place takes which wish."""

from datetime import date
from enum import StrEnum
from pathlib import Path

from creditmate.domain.frozen import Frozen


class OpenPlace(Frozen):
    """Show a place of the sidebar."""

    key: str


PROMISES_TAB = "promises"
"""The tab of a customer's page that has promises and plans."""


class OpenCustomer(Frozen):
    """Show the page of the customer with this code, on a tab where one is named."""

    code: str
    tab: str = ""


class EditCustomer(Frozen):
    """Edit the customer with this code; enter a new one without."""

    code: str = ""


class StartCall(Frozen):
    """Open the call form on a customer; ``incoming`` when they have called us."""

    code: str
    incoming: bool = False
    recovered: bool = False
    """It was brought back: by an undo, or because the program ended in the middle of it."""
    chained: bool = False
    """One call after the other is made: after this one the next line is wanted."""
    noted: bool = False
    """What was noted while it was found out who calls comes along; nothing was put aside."""


class NextLine(Frozen):
    """Go on with the line of Today that follows the one of this customer."""

    after_code: str


class OpenStatements(Frozen):
    """Show the statements of these customers; of everybody if none is named."""

    codes: tuple[str, ...] = ()


class OpenInvoice(Frozen):
    """Show the invoice or credit note with this id beside the list of them."""

    document: int


class WriteInvoice(Frozen):
    """Open the form of an invoice: a draft, else a new one for a customer, perhaps of their work.

    ``work`` are ids of what waits to be invoiced; a new form begins empty without any. With
    ``charge`` it is a charge note, for the invoice ``belongs_to`` where that is named.
    """

    code: str = ""
    draft: int = 0
    work: tuple[int, ...] = ()
    charge: bool = False
    belongs_to: str = ""


class RecordPayment(Frozen):
    """Record a payment of this customer, then come back; of whoever paid if none is named."""

    code: str = ""
    name: str = ""


class OpenPayments(Frozen):
    """Show what is not matched of a customer, or look for what they say to have paid."""

    code: str
    look_for: bool = False


class BringIn(Frozen):
    """Bring in invoices from a file; it is asked for if none is named."""

    path: Path | None = None


class OpenSettings(Frozen):
    """Show a section of the settings, by ``settings.sections``; the one shown last if none."""

    section: str = ""


class OpenVisit(Frozen):
    """Show the page of the visit with this number; else that of a customer's next one."""

    number: str = ""
    code: str = ""


class PlanVisit(Frozen):
    """Plan a visit to this customer, to whoever is named then if none is; on a day if one is."""

    code: str = ""
    day: date | None = None


class PostCash(Frozen):
    """Say up to which day the bank is entered."""


class SafeDeed(StrEnum):
    """What can be done to keep the ledger safe, from anywhere."""

    BACK_UP = "back-up"
    TRY_OUT = "try-out"
    CHECK = "check"
    RESTORE = "restore"


class KeepSafe(Frozen):
    """Do something for the ledger's safety; ``backup`` is the one to restore, asked for if none."""

    deed: SafeDeed
    backup: Path | None = None


class PrintSheet(Frozen):
    """Print the recovery sheet of the ledger that is open."""


class DoThere(Frozen):
    """Do what a menu of a place offers, upon what is chosen there.

    ``texts`` are what the menu may call it, ``title`` what it was asked for by; ``code`` is the
    customer upon whose page it is done, the one shown if none is named.
    """

    place: str
    texts: tuple[str, ...]
    title: str
    code: str = ""


class SpeakAnew(Frozen):
    """Make the window anew: another language or way of writing was chosen."""


class GoBack(Frozen):
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
    | OpenVisit
    | PlanVisit
    | PostCash
    | PrintSheet
    | KeepSafe
    | DoThere
    | SpeakAnew
    | GoBack
)
