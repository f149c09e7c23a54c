"""What the sample's business looked at before it gave credit, and an application that came in."""

from datetime import date, timedelta

from creditmate.db.applications import add_application
from creditmate.db.credit_checks import add_check
from creditmate.db.gateway import Writing
from creditmate.domain.application_rows import Way
from creditmate.services.sample.write import Ids

_YEAR = 365
_DECIDED = {"BRAC01": -4, "CAWD01": 0, "HOLL01": 120}
"""Whose limit was decided, and in how many days it is to be looked at again."""
_APPLIED = "INVE01"
_GIVEN = {
    "legal_form": "sole_trader",
    "reference_1_name": "Alder Timber Ltd",
    "reference_1_contact": "Pat Alder",
    "reference_1_reach": "01632 960 188",
    "reference_2_name": "Overmere Ironmongery",
    "reference_2_contact": "Sam Orme",
    "reference_2_reach": "sam@ironmongery.example",
    "limit": "2,500",
    "limit_currency": "GBP",
    "accepts_terms": "yes",
    "allows_checks": "yes",
}


def write_credit(writing: Writing, ids: Ids, staff: int, today: date) -> None:
    """Write checks that are due again, and an application of which half is looked at."""
    for code, ahead in _DECIDED.items():
        review = today + timedelta(days=ahead)
        looked = {"customer_id": ids.customers[code], "day": review - timedelta(days=_YEAR)}
        _check(writing, "search", looked, about="Companies House", note="Accounts filed in time")
        _check(writing, "limit", looked, staff_id=staff, review_day=review)
    customer, day = ids.customers[_APPLIED], today - timedelta(days=5)
    add_application(
        writing,
        customer,
        _GIVEN,
        day=day,
        way=Way.TYPED.value,
        currency="GBP",
        limit_minor=2_500_00,
        terms_version_id=None,
        signed_day=day,
    )
    about = {"customer_id": customer, "day": today - timedelta(days=2)}
    said = {"about": "Alder Timber Ltd", "note": "Eight years, pays in time"}
    _check(writing, "reference", about, staff_id=staff, **said)


def _check(writing: Writing, kind: str, looked: dict[str, object], **values: object) -> None:
    usual = {
        "result": "good", "about": "", "note": "", "staff_id": None, "review_day": None,
        "credit_limit_id": None,
    }  # fmt: skip
    add_check(writing, kind=kind, **looked, **{**usual, **values})
