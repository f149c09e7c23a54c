"""What is said after something of ours went wrong: what it was, what is safe, what to do."""

from enum import Enum
from typing import NamedTuple

from creditmate.domain.ledger_glance import Glance
from creditmate.i18n.catalogue import N_
from creditmate.ui.kit.tag import Tone


class Happened(Enum):
    """When it was, with what is said of it: the heading, what happened, what to do."""

    NOW = (
        N_("Something went wrong in the program"),
        N_(
            "CreditMate made a mistake and did not finish what it was doing just then."
            " What was saved before is still saved."
        ),
        N_(
            "Go on working if everything looks right. If it does not, close the program and start"
            " it again: the ledger opens as it was last saved."
        ),
    )
    LAST_TIME = (
        N_("The program ended by itself last time"),
        N_(
            "CreditMate was stopped by a fault while it was open the last time."
            " What was saved by then is still saved."
        ),
        N_("There is nothing you have to do. If it happens again, the report helps us to mend it."),
    )

    def __init__(self, title: str, detail: str, then: str) -> None:
        self.title, self.detail, self.then = title, detail, then


class LedgerSays(NamedTuple):
    """Of the ledger: how grave, what, and what follows."""

    tone: Tone
    title: str
    detail: str


LOOKING = LedgerSays(Tone.NEUTRAL, N_("Looking at the ledger…"), "")
_AGAIN = N_("Close the program and start it again. The ledger is looked over when it opens.")
OF_LEDGER = {
    Glance.END_FITS: LedgerSays(
        Tone.POSITIVE,
        N_("Nothing in your ledger is half written"),
        N_(
            "What was saved last is there as it was saved. “Check now” in the settings under Trust"
            " looks at all of it."
        ),
    ),
    Glance.PAGES_READ: LedgerSays(
        Tone.POSITIVE,
        N_("Every page of your ledger can be read"),
        N_("The whole file was looked through just now: nothing in it is half written."),
    ),
    Glance.NONE_OPEN: LedgerSays(
        Tone.POSITIVE,
        N_("No ledger was open"),
        N_("Your ledgers were not touched."),
    ),
    Glance.HALF_WRITTEN: LedgerSays(
        Tone.WARNING,
        N_("What was being saved is not finished"),
        N_(
            "Everything saved before it is safe. Close the program: the unfinished part is then"
            " taken back, and you can enter it again."
        ),
    ),
    Glance.DAMAGED: LedgerSays(
        Tone.WARNING,
        N_("A part of the ledger's file does not read as it should"),
        N_(
            "Your backups are not touched by this. The red line at the top of the window leads you"
            " to a whole ledger; so does the program when you start it again."
        ),
    ),
}
GONE = LedgerSays(
    Tone.WARNING,
    N_("The ledger could not be looked at: the part of the program that writes it has stopped"),
    _AGAIN,
)
