"""How the sample's business stands with its customers, and how they pay.

Tax and company numbers have right check digits and are given to nobody: they begin with nines.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import count

from creditmate.db.customer_records import add_tags, edit_customer
from creditmate.db.decisions import add_decision
from creditmate.db.gateway import Writing
from creditmate.domain.credit_limits import Scope
from creditmate.domain.customer_status import Status
from creditmate.domain.groups import StatementTo
from creditmate.domain.holds import HoldKind, stops_text, usual
from creditmate.domain.wishes import SET, WishKind
from creditmate.services.sample.firms import Firm
from creditmate.services.sample.write import Ids

_FORMS = {"REDM01": "llp"}
_DETAILS: Mapping[str, Mapping[str, object]] = {
    "BRAC01": {"payment_run": "weekly:thu", "approver": "Helen Sowerby", "pay_method": "transfer"},
    "BIRK01": {"payment_run": "monthly:last_working", "invoice_cut_off": 25,
               "account_at_theirs": "SUP-0418", "statement_kind": "balance_forward"},
    "CALD01": {"payment_run": "monthly:last_working", "order_required": 1,
               "invoices_to": "ledger@calderreach.example"},
    "HAVE01": {"payment_run": "weekly:fri", "order_required": 1, "industry": "Local government",
               "invoices_to": "ap@haverdale.example", "account_at_theirs": "V-20931",
               "grace_days": 7},
    "LOCK01": {"region": "SCT"},
    "WHIN01": {"payment_run": "weekly:fri"},
    "TANS01": {"pay_method": "cheque"},
    "QUIL01": {"payment_run": "fortnightly:2026-01-02", "industry": "Bookshops"},
    "MARL01": {"insurer": "Thornbury Trade Indemnity", "insured_minor": 10_000_00,
               "report_by_days": 60, "industry": "Construction"},
    "GART01": {"friend": 1},
}  # fmt: skip
_HEAD = "KEST01"
_BRANCHES = {"CLIF01": StatementTo.BRANCH, "FELL01": StatementTo.HEAD_OFFICE}
_LIMITS = {"CAWD01": 9_000_00, "BRAC01": 12_000_00, "HOLL01": 6_000_00, "MARL01": 12_000_00}
_GROUP_LIMIT = 15_000_00
_STATUSES = {
    "CAWD01": (Status.ON_STOP, "Nothing more on account until the autumn is settled"),
    "DELP01": (Status.WATCH, "No answer since the summer"),
}
_TAGS = {
    "HAVE01": ("public",), "LARK01": ("public", "school"), "KEST01": ("holidays",),
    "CLIF01": ("holidays",), "FELL01": ("holidays",), "BIRK01": ("trade",), "COPP01": ("trade",),
    "WHIN01": ("trade",), "TARN01": ("trade", "merchant"),
}  # fmt: skip
_WISHES = (
    ("FENN01", WishKind.NO_CALLS, SET, "Mrs Fennimore hears badly: please write"),
    ("THOR01", WishKind.NO_CALLS, SET, "By letter or e-mail"),
    ("THIS01", WishKind.HOURS, "13:00-17:00", "They bake at night"),
)
_AT_REST = "CARR01"


def standing_details(firms: Sequence[Firm]) -> dict[str, dict[str, object]]:
    """Return the columns of customers that tell how they pay and which numbers they have."""
    numbers = count(99_000_101)
    found: dict[str, dict[str, object]] = {}
    for firm in firms:
        details = dict(_DETAILS.get(firm.code, {}))
        if firm.code in _FORMS:
            details["legal_form"] = _FORMS[firm.code]
        if firm.country == "GB" and firm.form == "company":
            details["company_number"] = f"{next(numbers)}"
        found[firm.code] = details
    return found


def write_standing(writing: Writing, ids: Ids, today: date) -> None:
    """Write what was decided about the customers, the day it was decided weeks ago."""
    who, decided = ids.customers, today - timedelta(days=21)
    for branch, where in _BRANCHES.items():
        values = {"head_office_id": who[_HEAD], "statement_to": where.value}
        edit_customer(writing, who[branch], **values)
    for code, minor in _LIMITS.items():
        _limit(writing, who[code], decided, Scope.CUSTOMER, minor)
    _limit(writing, who[_HEAD], decided, Scope.GROUP, _GROUP_LIMIT)
    for code, (status, reason) in _STATUSES.items():
        values = {"customer_id": who[code], "status": status.value, "reason": reason}
        add_decision(writing, "customer_status", day=decided, **values)
    for code, kind, value, note in _WISHES:
        wish = {"customer_id": who[code], "kind": kind.value, "value": value, "note": note}
        add_decision(writing, "wish", contact_id=None, day=decided, **wish)
    _hold(writing, who[_AT_REST], today - timedelta(days=10))
    for code, tags in _TAGS.items():
        add_tags(writing, who[code], tags)


def _limit(writing: Writing, customer: int, day: date, scope: Scope, minor: int) -> None:
    add_decision(
        writing,
        "credit_limit",
        customer_id=customer,
        day=day,
        scope=scope.value,
        currency="GBP",
        amount_minor=minor,
        reason="",
    )


def _hold(writing: Writing, customer: int, day: date) -> None:
    usually = usual(HoldKind.HARDSHIP, day)
    add_decision(
        writing,
        "hold",
        customer_id=customer,
        kind=HoldKind.HARDSHIP.value,
        from_day=day,
        review_day=usually.review_day,
        until_day=None,
        stops=stops_text(usually.stops),
        reason="A broken leg, and no work until it has mended",
    )
