"""Disputes: why a customer questions an entry, and what can become of it.

Source: domain-rules 4.10 (X12 element 426 and peers); data-model.md, dispute tables. The
undisputed part of an entry stays collectable; the disputed part stays in every total.
"""

from enum import StrEnum


class DisputeReason(StrEnum):
    """Why an item is questioned; the values are stored and never change."""

    PRICE = "price"
    QUANTITY = "quantity"
    WRONG_ITEM = "wrong_item"
    DAMAGED = "damaged"
    QUALITY = "quality"
    LATE_DELIVERY = "late_delivery"
    NOT_RECEIVED = "not_received"
    DUPLICATE = "duplicate"
    WRONG_CUSTOMER = "wrong_customer"
    MISSING_PAPERS = "missing_papers"
    DISCOUNT_OR_TERMS = "discount_or_terms"
    TAX = "tax"
    FREIGHT = "freight"
    GOODS_RETURNED = "goods_returned"
    ALREADY_PAID = "already_paid"
    SERVICE_INCOMPLETE = "service_incomplete"
    INTEREST_OR_FEE = "interest_or_fee"
    OTHER = "other"


class DisputeEventKind(StrEnum):
    """What can happen to a dispute once it is raised. All but ``amended`` end it."""

    AMENDED = "amended"
    UPHELD = "upheld"
    PART = "part"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"
