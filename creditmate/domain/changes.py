"""What a use-case touched, so that open screens know whether to reload."""

from enum import Flag, auto

from creditmate.domain.frozen import Frozen


class Touched(Flag):
    """Kinds of record that a write may change."""

    NOTHING = 0
    CUSTOMERS = auto()
    INVOICES = auto()
    PAYMENTS = auto()
    CONTACTS_MADE = auto()
    PROMISES = auto()
    DISPUTES = auto()
    TASKS = auto()
    PAPERS = auto()
    SETTINGS = auto()
    WORK = auto()
    DRAFTS = auto()
    SAFETY = auto()
    """Nothing in the ledger: what is known of its backups and checks."""


STANDING = (
    Touched.CUSTOMERS
    | Touched.INVOICES
    | Touched.PAYMENTS
    | Touched.CONTACTS_MADE
    | Touched.PROMISES
    | Touched.DISPUTES
    | Touched.TASKS
    | Touched.SETTINGS
)
"""All by which it changes how customers stand, and what there is to do with them and when."""


class Saved(Frozen):
    """The id of a record just made, and what making it touched."""

    id: int
    touched: Touched


class Done(Frozen):
    """A deed that can be undone by the action that did it, and what it touched.

    ``id`` is that of the record made, 0 where none was.
    """

    action: int
    touched: Touched
    id: int = 0
