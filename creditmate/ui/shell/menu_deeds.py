"""What stands in the menus of invoices, payments and customers, as Find or do offers it."""

from dataclasses import dataclass

from creditmate.i18n.catalogue import N_
from creditmate.ui.theme.icons import Glyph


@dataclass(frozen=True, slots=True)
class MenuDeed:
    """A deed of a menu; all words are to be translated.

    Attributes:
        place: Where the menu is; ``customer`` is the page of one.
        texts: What the menu calls it: a charge note is waived where an invoice is written off.
        title: What it is called where nobody sees whose menu it is from.
        also: Other words that people look for it by.
    """

    place: str
    texts: tuple[str, ...]
    glyph: Glyph
    title: str
    also: str


def _invoice(glyph: Glyph, title: str, also: str, *texts: str) -> MenuDeed:
    return MenuDeed("invoices", texts, glyph, title, also)


def _payment(glyph: Glyph, title: str, also: str, *texts: str) -> MenuDeed:
    return MenuDeed("payments", texts, glyph, title, also)


def _customer(glyph: Glyph, title: str, also: str, *texts: str) -> MenuDeed:
    return MenuDeed("customer", texts, glyph, title, also)


MENU_DEEDS = (
    _invoice(
        Glyph.CLOSE, N_("Write off an invoice…"), N_("give up bad debt waive charge"),
        N_("Write off…"), N_("Waive…"),
    ),
    _invoice(
        Glyph.CLOSE, N_("Write off small balances…"), N_("pennies differences tidy up little"),
        N_("Write off small balances…"),
    ),
    _invoice(
        Glyph.UNDO, N_("Credit note…"), N_("give back reduce invoice credit"), N_("Credit note…"),
    ),
    _invoice(
        Glyph.STOP, N_("Cancel an invoice…"), N_("void delete storno charge note"),
        N_("Cancel the invoice…"), N_("Cancel the charge note…"),
    ),
    _invoice(
        Glyph.DISPUTE, N_("A query about an invoice…"), N_("question dispute wrong complaint"),
        N_("A query about it…"),
    ),
    _invoice(
        Glyph.DIARY, N_("Steps of an invoice and their days…"), N_("reminders dates policy when"),
        N_("Its steps and their days…"),
    ),
    _invoice(
        Glyph.ADD, N_("Charge for paying late…"), N_("interest fee fixed sum note"),
        N_("Charge for paying late…"),
    ),
    _invoice(
        Glyph.PRINT, N_("Print an invoice again…"), N_("copy reprint duplicate"), N_("Print…"),
    ),
    _invoice(
        Glyph.SAVE, N_("Save an invoice as PDF…"), N_("copy again file"), N_("Save PDF…"),
    ),
    _payment(
        Glyph.EDIT, N_("Match a payment by hand…"), N_("allocate assign reconcile unmatched"),
        N_("Match by hand…"), N_("Match it…"),
    ),
    _payment(
        Glyph.BACK, N_("Returned by the bank…"), N_("bounced cheque dishonoured unpaid reversed"),
        N_("Returned by the bank…"),
    ),
    _payment(
        Glyph.HAND_OVER, N_("Give money back…"), N_("refund repay return overpaid"),
        N_("Give money back…"),
    ),
    _payment(
        Glyph.CLOSE, N_("A payment was typed wrong…"), N_("void delete mistake correct remove"),
        N_("It was typed wrong…"),
    ),
    _payment(
        Glyph.LOCK, N_("Release the deposit"), N_("let go held advance"), N_("Release the deposit"),
    ),
    _payment(
        Glyph.SEARCH, N_("Look for what was said to be paid…"), N_("find missing claim"),
        N_("Look for it…"),
    ),
    _payment(
        Glyph.ALERT, N_("We looked: not there"), N_("said paid not found missing"),
        N_("We looked: not there"),
    ),
    _payment(
        Glyph.UNDO, N_("They take it back"), N_("said paid withdraw claim"),
        N_("They take it back"),
    ),
    _customer(
        Glyph.STOP, N_("Status of the customer…"), N_("stop hold watch insolvent legal account"),
        N_("Status…"),
    ),
    _customer(Glyph.FIGURES, N_("Credit limit…"), N_("raise lower exposure"), N_("Credit limit…")),
    _customer(
        Glyph.FIGURES, N_("Interest of the customer…"), N_("late charge statutory rate contract"),
        N_("Interest…"),
    ),
    _customer(
        Glyph.CHECK, N_("Credit checks…"), N_("references search review limit numbers"),
        N_("Credit checks…"),
    ),
    _customer(
        Glyph.LETTER, N_("Save a credit application to send…"), N_("form account open new pdf"),
        N_("Save a credit application to send…"),
    ),
    _customer(
        Glyph.OPEN_PAGE, N_("Read a credit application…"), N_("form came back filled in pdf"),
        N_("Read a credit application…"),
    ),
    _customer(
        Glyph.EDIT, N_("Type in a credit application…"), N_("scan paper form picture"),
        N_("Type in a credit application…"),
    ),
    _customer(
        Glyph.LETTER, N_("Welcome letter…"), N_("new account how to pay terms"),
        N_("Welcome letter…"),
    ),
    _customer(
        Glyph.PLAN, N_("Payment plan…"), N_("instalments parts agree pay monthly weekly"),
        N_("Payment plan…"),
    ),
    _customer(
        Glyph.DIARY, N_("More time…"), N_("extension later longer postpone arrangement"),
        N_("More time…"),
    ),
    _customer(
        Glyph.DISPUTE, N_("Raise a query…"), N_("question dispute wrong invoice complaint"),
        N_("Raise a query…"),
    ),
    _customer(
        Glyph.GO, N_("Already at a step…"), N_("reminder final notice stage followed up before"),
        N_("Already at a step…"),
    ),
    _customer(
        Glyph.LETTER, N_("Help sheet…"), N_("hardship help advice free where to turn"),
        N_("Help sheet…"),
    ),
    _customer(
        Glyph.PAUSE, N_("Leave in peace…"), N_("pause breathing space hardship hold stop calls"),
        N_("Leave in peace…"),
    ),
    _customer(
        Glyph.PAUSE, N_("Look at the pause again…"), N_("review hold end breathing space"),
        N_("Look at the pause again…"),
    ),
    _customer(
        Glyph.CUSTOMERS, N_("Head office…"), N_("group branch parent belongs"), N_("Head office…"),
    ),
    _customer(
        Glyph.COPY, N_("Merge with another…"), N_("duplicate join double customer"),
        N_("Merge with another…"),
    ),
    _customer(
        Glyph.FOLDER, N_("Attach a file…"), N_("document upload add pdf scan"),
        N_("Attach a file…"),
    ),
    _customer(
        Glyph.EMAIL, N_("Log an e-mail, letter…"), N_("message text meeting note eml contact"),
        N_("Log an e-mail, letter…"),
    ),
    _customer(
        Glyph.VISIT, N_("Plan a visit…"), N_("go see meet appointment travel"),
        N_("Plan a visit…"),
    ),
    _customer(
        Glyph.TRAVEL, N_("Place on the map…"), N_("coordinates degrees geo link near distance"),
        N_("Place on the map…"),
    ),
    _customer(
        Glyph.LETTER, N_("Confirm in writing…"), N_("e-mail draft agreed message copies"),
        N_("Confirm in writing…"),
    ),
    _customer(
        Glyph.PRINT, N_("Contact history…"), N_("print story timeline calls notes hand over facts"),
        N_("Contact history…"),
    ),
    _customer(
        Glyph.SAFE, N_("Put a customer away"), N_("archive delete remove close"), N_("Put away"),
    ),
    _customer(
        Glyph.UNDO, N_("Take a customer back"), N_("restore archived undelete"), N_("Take back"),
    ),
    _customer(
        Glyph.PAYMENT, N_("Match the money"), N_("allocate unmatched assign"),
        N_("Match the money"),
    ),
)  # fmt: skip
"""What can be done anywhere (a new invoice, a payment) stands among the window's own deeds."""
