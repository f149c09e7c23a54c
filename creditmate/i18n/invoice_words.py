"""Words of invoices on the screen: how one stands, what to look at, what a list is narrowed to."""

from creditmate.domain.invoice_list import InvoiceNarrow
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.invoice_warnings import LeaveOut, Notice
from creditmate.domain.kinds import DocumentKind
from creditmate.i18n.catalogue import N_, words

_STATES = {
    InvoiceState.DRAFT: N_("Draft"),
    InvoiceState.ISSUED: N_("Open"),
    InvoiceState.PART_PAID: N_("Part paid"),
    InvoiceState.PAID: N_("Paid"),
    InvoiceState.CREDITED: N_("Credited"),
    InvoiceState.CANCELLED: N_("Cancelled"),
    InvoiceState.WRITTEN_OFF: N_("Written off"),
}
_NOTE_STATES = {
    InvoiceState.ISSUED: N_("To be matched"),
    InvoiceState.PART_PAID: N_("Matched in part"),
    InvoiceState.PAID: N_("Matched"),
}
"""How a credit note stands."""
_CHARGE_STATES = {InvoiceState.WRITTEN_OFF: N_("Waived")}
_KINDS = {
    DocumentKind.INVOICE: N_("Invoice"),
    DocumentKind.CREDIT_NOTE: N_("Credit note"),
    DocumentKind.CHARGE_NOTE: N_("Charge note"),
}
_NARROWS = {
    InvoiceNarrow.ALL: N_("All"),
    InvoiceNarrow.OPEN: N_("Open"),
    InvoiceNarrow.NOT_DUE: N_("Not due"),
    InvoiceNarrow.OVERDUE: N_("Overdue"),
    InvoiceNarrow.IN_QUESTION: N_("Under query"),
    InvoiceNarrow.PART_PAID: N_("Part paid"),
    InvoiceNarrow.PAID: N_("Paid"),
    InvoiceNarrow.ENDED: N_("Cancelled or credited"),
    InvoiceNarrow.CREDITED: N_("Credited"),
    InvoiceNarrow.CANCELLED: N_("Cancelled"),
    InvoiceNarrow.WRITTEN_OFF: N_("Written off"),
    InvoiceNarrow.CREDIT_NOTES: N_("Credit notes"),
}
_NOTICES = {
    Notice.SUPPLIED_LATER: N_("The day of supply is after the invoice's day."),
    Notice.USUAL_TERMS: N_("No terms are known of this customer: your usual ones count."),
    Notice.NOT_REGISTERED: N_(
        "The lines charge tax, but your letterhead has no tax number. Enter it in the settings."
    ),
    Notice.NO_TAX_NUMBER_OF_THEIRS: N_(
        "Reverse charge asks for the customer's tax number; none is known."
    ),
    Notice.BOOKS_ELSEWHERE: N_(
        "The books of this business are kept in another program: enter the invoice there too."
    ),
    Notice.NO_BANK: N_("Your letterhead has no bank account: the paper does not say how to pay."),
    Notice.NO_ADVICE: N_(
        "Whether and how much you may charge is for you to judge: no legal advice."
    ),
    Notice.ON_STOP: N_("This customer is on stop: supplies on account are halted."),
    Notice.WITH_AGENCY: N_("This account is with the agency."),
    Notice.CLOSED: N_("This account is closed."),
    Notice.PUT_AWAY: N_("This customer is put away."),
    Notice.AT_REST: N_("This customer is being left in peace: see the brief first."),
    Notice.CHARGES_STOPPED: N_("Interest and charges are stopped for this customer at present."),
    Notice.OVER_LIMIT: N_("With this the credit limit is passed."),
    Notice.TERMS_NOT_PROVED: N_(
        "There is no proof that this customer accepted your terms before the day of supply."
    ),
    Notice.TERMS_BY_CONDUCT: N_(
        "Nothing but conduct shows that this customer accepted your terms: a weak proof."
    ),
}
_STOPPED = N_("This customer is on stop, supplies on account are halted: {why}.")
_CHARGE = N_("Charge: {state}")
_LEFT_OUT = {
    LeaveOut.IN_DISPUTE: N_("Under query"),
    LeaveOut.SAID_PAID: N_("Said to be paid"),
    LeaveOut.PROMISED: N_("Promised"),
    LeaveOut.MONEY_TO_MATCH: N_("Money to match first"),
}


def state_words(
    state: InvoiceState, language: str, kind: DocumentKind = DocumentKind.INVOICE
) -> str:
    """Return how a document stands: ``Part paid``; of a credit note ``Matched``, ``Waived``."""
    said = _STATES[state]
    if kind is DocumentKind.CREDIT_NOTE:
        said = _NOTE_STATES.get(state, said)
    elif kind is DocumentKind.CHARGE_NOTE:
        said = _CHARGE_STATES.get(state, said)
    return words(language).gettext(said)


def listed_state_words(said: str, kind: DocumentKind, language: str) -> str:
    """Return how a document stands among those of other kinds: ``Charge: 3 days late``.

    A credit note that is matched says so itself; a charge stands as an invoice would.
    """
    if kind is not DocumentKind.CHARGE_NOTE:
        return said
    return words(language).gettext(_CHARGE).format(state=said)


def document_kind_words(kind: DocumentKind, language: str) -> str:
    """Return what kind of paper a document is: ``Charge note``."""
    return words(language).gettext(_KINDS[kind])


def invoice_narrow_words(narrow: InvoiceNarrow, language: str) -> str:
    """Return what a list is narrowed to: ``Overdue``."""
    return words(language).gettext(_NARROWS[narrow])


def notice_words(notice: Notice, language: str, why: str = "") -> str:
    """Return what to look at before a document is issued.

    Args:
        notice: What it is.
        language: The reader's.
        why: For which reason a customer is on stop, in the user's words.
    """
    _ = words(language).gettext
    if notice is Notice.ON_STOP and why:
        return _(_STOPPED).format(why=why.rstrip("."))
    return _(_NOTICES[notice])


def leave_out_words(reason: LeaveOut, language: str) -> str:
    """Return why a small balance is better not written off: ``Promised``."""
    return words(language).gettext(_LEFT_OUT[reason])
