"""What may still be open with a customer, so that it cannot be put away."""

from enum import StrEnum


class Open(StrEnum):
    """What is open; ``i18n.customer_problems`` has the words."""

    ITEMS = "items"  # invoices, receipts and credits that are not settled or matched
    DISPUTES = "disputes"
    STEPS = "steps"  # next steps that were agreed
    DEEDS = "deeds"  # our promises that are not kept yet
    WORK = "work"  # done and not invoiced
    DRAFTS = "drafts"  # invoices and calls being typed
    BRANCHES = "branches"  # of a head office
