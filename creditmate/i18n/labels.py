"""Words for the codes that documents and tables show."""

from creditmate.domain.disputes import DisputeReason
from creditmate.domain.kinds import DocumentKind, EntryKind, PaperKind
from creditmate.i18n.catalogue import N_, words

_ENTRIES = {
    EntryKind.INVOICE: (N_("Invoice"), N_("Invoice {number}")),
    EntryKind.CHARGE: (N_("Charge"), N_("Charge {number}")),
    EntryKind.OPENING: (N_("Opening balance"), N_("Opening balance {number}")),
    EntryKind.REFUND: (N_("Refund"), N_("Refund {number}")),
    EntryKind.BOUNCE: (N_("Returned payment"), N_("Returned payment {number}")),
    EntryKind.RECEIPT: (N_("Receipt"), N_("Receipt {number}")),
    EntryKind.CREDIT_NOTE: (N_("Credit note"), N_("Credit note {number}")),
    EntryKind.DISCOUNT: (N_("Discount"), N_("Discount {number}")),
    EntryKind.BANK_CHARGE: (N_("Bank charge"), N_("Bank charge {number}")),
    EntryKind.TAX_WITHHELD: (N_("Tax withheld"), N_("Tax withheld {number}")),
    EntryKind.WRITE_OFF: (N_("Write-off"), N_("Write-off {number}")),
    EntryKind.WAIVER: (N_("Waiver"), N_("Waiver {number}")),
    EntryKind.CANCELLATION: (N_("Cancellation"), N_("Cancellation {number}")),
}

_PAPERS = {
    None: N_("Statement {number}"),
    DocumentKind.INVOICE: N_("Invoice {number}"),
    DocumentKind.CREDIT_NOTE: N_("Credit note {number}"),
    DocumentKind.CHARGE_NOTE: N_("Charge note {number}"),
    PaperKind.TERMS: N_("Terms and conditions {number}"),
    PaperKind.WELCOME: N_("Welcome letter {number}"),
    PaperKind.PLAN: N_("Plan agreement {number}"),
    PaperKind.HELP_SHEET: N_("Help sheet {number}"),
    PaperKind.VISIT_AGENDA: N_("Agenda {number}"),
    PaperKind.VISIT_THANKS: N_("Letter of thanks {number}"),
}

_REASONS: dict[str, str] = {
    DisputeReason.PRICE: N_("the price"),
    DisputeReason.QUANTITY: N_("a short delivery"),
    DisputeReason.WRONG_ITEM: N_("a wrong item"),
    DisputeReason.DAMAGED: N_("damaged goods"),
    DisputeReason.QUALITY: N_("quality"),
    DisputeReason.LATE_DELIVERY: N_("late delivery"),
    DisputeReason.NOT_RECEIVED: N_("goods not received"),
    DisputeReason.DUPLICATE: N_("an item billed twice"),
    DisputeReason.WRONG_CUSTOMER: N_("an item meant for another customer"),
    DisputeReason.MISSING_PAPERS: N_("missing papers"),
    DisputeReason.DISCOUNT_OR_TERMS: N_("discount or terms"),
    DisputeReason.TAX: N_("tax"),
    DisputeReason.FREIGHT: N_("freight"),
    DisputeReason.GOODS_RETURNED: N_("goods returned"),
    DisputeReason.ALREADY_PAID: N_("an item already paid"),
    DisputeReason.SERVICE_INCOMPLETE: N_("work not finished"),
    DisputeReason.INTEREST_OR_FEE: N_("interest or a fee"),
    DisputeReason.OTHER: N_("a point you raised"),
}
"""Each completes "86.40 for …"."""


def paper_label(kind: DocumentKind | PaperKind | None, number: str, language: str) -> str:
    """Return a paper in words: ``Credit note CN-070``; what has no kind is a statement."""
    return words(language).gettext(_PAPERS[kind]).format(number=number)


def entry_label(kind: EntryKind, number: str, language: str) -> str:
    """Return what an entry is called: ``Invoice 2118``; without a number just ``Invoice``."""
    _ = words(language).gettext
    alone, numbered = _ENTRIES[kind]
    return _(numbered).format(number=number) if number else _(alone)


def dispute_reason(reason: str, language: str) -> str:
    """Return the words for a dispute's reason; what is no known code is returned as given."""
    known = _REASONS.get(reason)
    return words(language).gettext(known) if known else reason
