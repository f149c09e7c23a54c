"""What a question is about, in words that stand alone."""

from collections.abc import Mapping

from creditmate.domain.disputes import DisputeReason
from creditmate.i18n.catalogue import N_, words

_REASONS: Mapping[str, str] = {
    DisputeReason.PRICE: N_("Price"),
    DisputeReason.QUANTITY: N_("Short delivery"),
    DisputeReason.WRONG_ITEM: N_("Wrong item"),
    DisputeReason.DAMAGED: N_("Damaged"),
    DisputeReason.QUALITY: N_("Quality"),
    DisputeReason.LATE_DELIVERY: N_("Late delivery"),
    DisputeReason.NOT_RECEIVED: N_("Not received"),
    DisputeReason.DUPLICATE: N_("Billed twice"),
    DisputeReason.WRONG_CUSTOMER: N_("Wrong customer or address"),
    DisputeReason.MISSING_PAPERS: N_("Order number or papers missing"),
    DisputeReason.DISCOUNT_OR_TERMS: N_("Discount or terms"),
    DisputeReason.TAX: N_("Tax"),
    DisputeReason.FREIGHT: N_("Freight or charges"),
    DisputeReason.GOODS_RETURNED: N_("Goods returned"),
    DisputeReason.ALREADY_PAID: N_("Already paid"),
    DisputeReason.SERVICE_INCOMPLETE: N_("Work not finished"),
    DisputeReason.INTEREST_OR_FEE: N_("Interest or fee"),
    DisputeReason.OTHER: N_("Contract or other"),
}


def dispute_title(reason: str, language: str) -> str:
    """Return what a question is about, alone; what is no known code is returned as given."""
    known = _REASONS.get(reason)
    return words(language).gettext(known) if known else reason
