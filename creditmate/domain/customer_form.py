"""A customer as it is typed and edited: everything that is known of it, with its addresses.

A form is read with the ``version`` that a save must name again: what somebody else has changed
meanwhile is not overwritten. ``id`` 0 is one that is still to be made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from creditmate.domain.groups import StatementTo
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.money import Money
from creditmate.domain.payment_runs import PaymentRun
from creditmate.domain.payment_terms import PaymentTerms


class StatementKind(StrEnum):
    """What a statement lists; the values are stored."""

    OPEN_ITEM = "open_item"
    BALANCE_FORWARD = "balance_forward"
    ACTIVITY = "activity"


class SiteKind(StrEnum):
    """What an address is for; the values are stored."""

    BILLING = "billing"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class SiteForm:
    """An address: its lines as they are printed, and the parts that were typed, if any were.

    ``postcode`` stands apart where the country writes it on a line of its own, else within the
    lines; ``parts`` are the fields of the country's form (``services.postal_forms``), from which
    the lines are made when any is given. ``name`` says which site it is: "Depot", "Loft, no. 9".
    ``place`` is where it is on the map, typed or pasted as in ``domain.map_place``.
    """

    kind: SiteKind
    country: str
    lines: tuple[str, ...] = ()
    postcode: str = ""
    name: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    id: int = 0
    version: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class CustomerForm:
    """A customer as edited.

    ``region`` is the part of the country whose holidays count (ISO 3166-2 without the country), ''
    for ours, where the country is ours, else the usual one. ``grace_days`` are days after the due
    day before anything is followed up, None for as many as usual. ``insured`` is in the
    customer's currency. ``statement_day`` and ``invoice_cut_off`` are days of a month, 1 to 31.
    Head office and archive are shown here and changed by use-cases of their own (``Groups``,
    ``CustomerEditing.archive``).
    """

    code: str
    name: str
    country: str
    currency: str
    locale: str
    zone: str
    id: int = 0
    version: int = 0
    trading_name: str = ""
    legal_form: LegalForm = LegalForm.UNKNOWN
    company_number: str = ""
    tax_number: str = ""
    industry: str = ""
    terms: PaymentTerms | None = None
    region: str = ""
    grace_days: int | None = None
    owner_id: int | None = None
    remember: str = ""
    friend: bool = False
    statement_kind: StatementKind = StatementKind.OPEN_ITEM
    statement_day: int | None = None
    insurer: str = ""
    insured: Money | None = None
    report_by_days: int | None = None
    payment_run: PaymentRun | None = None
    invoice_cut_off: int | None = None
    order_required: bool = False
    invoices_to: str = ""
    approver: str = ""
    pay_method: str = ""
    account_at_theirs: str = ""
    sites: tuple[SiteForm, ...] = ()
    tags: tuple[str, ...] = ()
    head_office_id: int | None = None
    statement_to: StatementTo = StatementTo.BRANCH
    archived: bool = False
