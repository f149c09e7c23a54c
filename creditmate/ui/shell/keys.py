"""The keys of the window and of its places: shortcuts are made from it, and their list."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from creditmate.domain.frozen import Frozen
from creditmate.i18n.catalogue import N_


class Key(Frozen):
    """Keys as Qt writes them, and what they do (to be translated).

    Several do the same, unless they are the first and the last of a row.
    """

    keys: tuple[str, ...]
    does: str
    is_row: bool = False


class Deed(Enum):
    """What a key of the window does."""

    FIND = auto()
    THEY_CALLED = auto()
    MENU = auto()
    HELP = auto()
    KEYS = auto()
    NEXT_AREA = auto()
    AREA_BEFORE = auto()
    BACK = auto()
    OPEN = auto()
    SETTINGS = auto()
    WORKING_AS = auto()
    LOCK = auto()
    ABOUT = auto()
    QUIT = auto()


WINDOW: Mapping[Deed, Key] = {
    Deed.FIND: Key(("Ctrl+K",), N_("Find or do anything")),
    Deed.THEY_CALLED: Key(("Ctrl+I",), N_("They called: note it before you know who it is")),
    Deed.NEXT_AREA: Key(("F6",), N_("Next part of the window")),
    Deed.AREA_BEFORE: Key(("Shift+F6",), N_("Part of the window before")),
    Deed.BACK: Key(("Alt+Left",), N_("Back to where you were")),
    Deed.MENU: Key(("F10",), N_("Menu: ledgers, appearance, text size")),
    Deed.OPEN: Key(("Ctrl+O",), N_("Open a ledger")),
    Deed.SETTINGS: Key(("Ctrl+,",), N_("Settings")),
    Deed.WORKING_AS: Key(("Ctrl+Shift+W",), N_("Say who is at work here")),
    Deed.LOCK: Key(("Ctrl+L",), N_("Lock the ledger until its password is typed")),
    Deed.HELP: Key(("F1",), N_("Help for the place you are in")),
    Deed.KEYS: Key(("?",), N_("These keys")),
    Deed.QUIT: Key(("Ctrl+Q",), N_("Quit")),
}

READING = frozenset({Deed.HELP, Deed.KEYS})
"""What is done as well while a password is asked for, though not behind the lock."""
ANYWHERE = Deed.QUIT
"""What is always done."""

PLACES = Key(
    ("Ctrl+1", "Ctrl+9"),
    N_("The places, from the top of the sidebar; Visits come last"),
    is_row=True,
)
"""From the first to the last of them; made for as many places as there are."""

UNDO = Key(("Ctrl+Z",), N_("Undo what was just told, while it is told"))
"""Of the toast, which makes it while there is something to undo."""

OF_PLACE: Mapping[str, tuple[Key, ...]] = {
    "today": (
        Key(("Enter",), N_("Do what the line is there for")),
        Key(("C",), N_("Call")),
        Key(("O",), N_("Open the customer")),
        Key(("1", "7"), N_("Choose which lines are shown"), is_row=True),
        Key(("H",), N_("Go on with the call that is half written")),
        Key(("M",), N_("Mine or everybody's, where several work here")),
        Key(("N",), N_("New entry in the diary")),
        Key(("Z",), N_("Put the line off until a day")),
        Key(("Ctrl+C",), N_("Copy all lines as a table")),
        Key(("Ctrl+P",), N_("Print the call sheet of the day")),
    ),
    "customers": (
        Key(("Enter",), N_("Open the customer")),
        Key(("C",), N_("Call")),
        Key(("E",), N_("Edit")),
        Key(("N",), N_("New customer")),
        Key(("/",), N_("Filter for a name that begins with C, E or N")),
        Key(("Ctrl+C",), N_("Copy the chosen rows as a table")),
        Key(("Down",), N_("From the filter into the list")),
        Key(("Esc",), N_("Empty the filter")),
    ),
    "customer": (
        Key(("C",), N_("Call")),
        Key(("I",), N_("New invoice")),
        Key(("P",), N_("Record a payment")),
        Key(("E",), N_("Edit")),
        Key(("W",), N_("Confirm in writing what was agreed last")),
        Key(("A",), N_("Add somebody, on Contacts")),
        Key(("Ctrl+Tab",), N_("Next tab")),
        Key(("/",), N_("Look in the story")),
        Key(
            ("1", "9"),
            N_("Choose what the story tells: topics, then calls, e-mails, visits"),
            is_row=True,
        ),
        Key(("Ctrl+P",), N_("Print what the story shows")),
        Key(("Shift+F10",), N_("Confirm, put right or move the contact, in the story")),
    ),
    "diary": (
        Key(("Left", "Right"), N_("From day to day"), is_row=True),
        Key(("Up", "Down"), N_("From entry to entry of the day"), is_row=True),
        Key(("PgUp", "PgDown"), N_("The week, day or month before, or the next"), is_row=True),
        Key(("A",), N_("All that has no hour, or fewer of it")),
        Key(("T",), N_("Today")),
        Key(("Enter",), N_("Open the entry: call, or the customer")),
        Key(("N",), N_("New entry")),
        Key(("M",), N_("Move the entry: type day and hour")),
        Key(("Shift+Left", "Shift+Down"), N_("Take the entry along by a day, or by half an hour")),
        Key(("Del",), N_("Take out what was put in by hand")),
        Key(("1", "4"), N_("Day, week, month, list"), is_row=True),
    ),
    "visits": (
        Key(("N",), N_("Plan a visit")),
        Key(("Enter",), N_("Open the visit, or plan the one that is suggested")),
        Key(("S",), N_("Print the route sheet of the day")),
        Key(("/",), N_("Look for a customer, a number or a word")),
        Key(("Ctrl+C",), N_("Copy the chosen rows as a table")),
    ),
    "visit": (
        Key(("W",), N_("Put down that they confirmed it")),
        Key(("M",), N_("Move the visit")),
        Key(("A",), N_("Print or e-mail the agenda")),
        Key(("P",), N_("Print the visit pack")),
        Key(("T",), N_("Print or e-mail the letter of thanks")),
        Key(("S",), N_("Print the route sheet of the day")),
        Key(("E",), N_("Write the report, or add to it")),
        Key(("B",), N_("Nobody was there")),
        Key(("D",), N_("Only a deputy was there")),
        Key(("R",), N_("They did not wish it")),
        Key(("Enter",), N_("Edit what one is on")),
        Key(("Del",), N_("Take it out")),
        Key(("Alt+↑", "Alt+↓"), N_("Shift it up or down")),
    ),
    "agreements": (
        Key(("A",), N_("Answer the query, take the plan up again, or what the row waits for")),
        Key(("H",), N_("Hand the query over to one of us")),
        Key(("Q",), N_("Raise a query, where queries are listed")),
        Key(("M",), N_("Another amount is under query, or it is opened again; agree a plan anew")),
        Key(("P",), N_("Put off what is noted; print the agreement on a plan")),
        Key(("E",), N_("End the plan")),
        Key(("Enter",), N_("Open the customer")),
        Key(("/",), N_("Look for a customer, a number or a word")),
        Key(("Ctrl+C",), N_("Copy the chosen rows as a table")),
    ),
    "invoices": (
        Key(("N",), N_("New invoice")),
        Key(("W",), N_("Put work down that is to be invoiced")),
        Key(("Enter",), N_("Show the invoice beside the list")),
        Key(("Ctrl+P",), N_("Print it")),
        Key(("Ctrl+S",), N_("Save it as PDF")),
        Key(("/",), N_("Look for a number or a customer")),
        Key(("Esc",), N_("Close what is shown beside")),
    ),
    "invoice": (
        Key(("Enter",), N_("On to what has to be typed next")),
        Key(("Alt+Up", "Alt+Down"), N_("Take the line up or down")),
        Key(("Ctrl+Del",), N_("Remove the line")),
        Key(("Ctrl+Enter",), N_("Issue and print")),
        Key(("Ctrl+Shift+Enter",), N_("Issue and save PDF")),
        Key(("Esc",), N_("Leave it among the drafts")),
    ),
    "payments": (
        Key(("N",), N_("Record a payment")),
        Key(("M",), N_("Match by hand")),
        Key(("Enter",), N_("Do what the panel offers")),
        Key(("/",), N_("Look for a customer, a payer or a reference")),
        Key(("Ctrl+C",), N_("Copy the chosen rows as a table")),
    ),
    "payment": (
        Key(("Enter",), N_("Record the payment")),
        Key(("Space",), N_("Tick or untick the item")),
        Key(("Esc",), N_("Back to where you were")),
    ),
    "customer-edit": (
        Key(("Ctrl+S",), N_("Save")),
        Key(("Esc",), N_("Back; asks if something was typed")),
    ),
    "call": (
        Key(("A", "X"), N_("How the call ended: the letter that stands before it"), is_row=True),
        Key(("N",), N_("Nobody answered: saved at once, as long as nothing is typed")),
        Key(("Enter",), N_("Save, outside the notes")),
        Key(("Ctrl+Enter",), N_("Save and go on with the next call")),
        Key(("Ctrl+S",), N_("Save")),
        Key(("Ctrl+W",), N_("Save and confirm in writing")),
        Key(("Ctrl+H",), N_("Save, and send the help sheet")),
        Key(("Esc",), N_("Out of a field, to how the call ended")),
        Key(("F8",), N_("Words to take leave with, or hide them")),
        Key(("F9",), N_("Hide the brief, or show it")),
        Key(("Ctrl+D",), N_("Put something under query")),
        Key(("Ctrl+P",), N_("Agree a plan")),
        Key(("Ctrl+M",), N_("Give more time")),
    ),
    "settings": (
        Key(("Up", "Down"), N_("From section to section, in the list of them")),
        Key(("Ctrl+S",), N_("Save what was changed")),
        Key(("Esc",), N_("Leave what was typed as it was before")),
        Key(("N",), N_("Add somebody or a rate, back up, check")),
    ),
    "statements": (
        Key(("Space",), N_("Tick or untick the customer")),
        Key(("Ctrl+A",), N_("Tick all")),
        Key(("Ctrl+P",), N_("Print")),
        Key(("Ctrl+S",), N_("Save")),
    ),
}
"""What only works in one place; letters type wherever a field has the focus."""


def make_shortcuts(
    window: QWidget,
    acts: Mapping[Deed, Callable[[], object]],
    places: Sequence[Callable[[], object]],
) -> tuple[list[QShortcut], list[QShortcut]]:
    """Make the window's shortcuts, and one for each of its places.

    Returns:
        Those that do nothing while the window is covered, and those that open something to read.
    """
    resting, reading = list[QShortcut](), list[QShortcut]()
    for deed, key in WINDOW.items():
        made = [_shortcut(window, keys, acts[deed]) for keys in key.keys]
        if deed is not ANYWHERE:
            (reading if deed in READING else resting).extend(made)
    for number, act in enumerate(places, 1):
        resting.append(_shortcut(window, f"Ctrl+{number}", act))
    return resting, reading


def _shortcut(window: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    made = QShortcut(QKeySequence(keys), window)
    made.activated.connect(act)
    return made
