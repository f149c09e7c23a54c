"""Why a field is refused, in words; and the legal line that is proposed."""

from datetime import date

import pytest

from creditmate.domain.business_form import BusinessForm, LegalFacts
from creditmate.domain.refusals import Why, refused
from creditmate.i18n.legal_line import legal_line
from creditmate.i18n.problems import problem_words

FACTS = {
    "found": "X", "most": 40, "least": 7, "by": "Ann", "count": 3, "day": date(2026, 11, 23),
    "from_day": date(2026, 11, 1), "to_day": date(2026, 11, 2), "example": "INV-{yyyy}-{n:03}",
    "clause": "interest", "number": 2,
}  # fmt: skip


@pytest.mark.parametrize("why", Why)
def test_every_refusal_says_which_field_and_why(why: Why) -> None:
    said = problem_words(refused("business.iban", why, **FACTS), "en_GB", "en_GB")
    assert said.startswith("IBAN: ")
    assert "–" not in said, "a fact is missing"
    assert said.endswith(".") or said.endswith("{n:03}.")


def test_a_field_without_a_name_is_called_by_its_code() -> None:
    said = problem_words(refused("some{thing}", Why.EMPTY), "en_GB", "en_GB")
    assert said == "some{thing}: fill this in."


def test_what_is_found_may_hold_braces() -> None:
    said = problem_words(refused("tax.code", Why.NOT_POSSIBLE, found="{day}"), "en_GB", "en_GB")
    assert said == "Code: “{day}” is not possible."


ADDRESS = ("The Old Sawpit", "", "Hollin Bridge HB4 7QT")


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            LegalFacts(BusinessForm.SOLE_TRADER, "Ellen Rook"),
            "Ellen Rook trading as Rookmere, The Old Sawpit, Hollin Bridge HB4 7QT",
        ),
        (
            LegalFacts(BusinessForm.SOLE_TRADER, "Rookmere"),
            "Rookmere, The Old Sawpit, Hollin Bridge HB4 7QT",
        ),
        (
            LegalFacts(BusinessForm.PARTNERSHIP, "E. Rook and M. Pike"),
            "Rookmere, a partnership of E. Rook and M. Pike, The Old Sawpit, Hollin Bridge HB4 7QT",
        ),
        (
            LegalFacts(BusinessForm.COMPANY, "Rook Ltd", "01234567", "England", "1 High St, Ayr"),
            "Rook Ltd, registered in England with the number 01234567. Registered office: 1 High"
            " St, Ayr",
        ),
        (
            LegalFacts(BusinessForm.LLP, "Rook LLP", "OC301234", "Wales"),
            "Rook LLP, a limited liability partnership registered in Wales with the number"
            " OC301234. Registered office: The Old Sawpit, Hollin Bridge HB4 7QT",
        ),
        (LegalFacts(BusinessForm.COMPANY, "Rook Ltd", "", "England"), ""),
        (LegalFacts(BusinessForm.SOLE_TRADER, " "), ""),
    ],
)
def test_the_line_that_the_law_wants(facts: LegalFacts, line: str) -> None:
    assert legal_line(facts, "Rookmere", ADDRESS, "en_GB") == line
