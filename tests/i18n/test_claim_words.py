"""What customers say they have paid, in a line: of a part that came, what is missing is told."""

from datetime import date

import pytest

from creditmate.domain.claims import Claim, ClaimStanding, ClaimState
from creditmate.i18n.payment_words import claim_words, running_claim_words

EN, PAID, TODAY = "en_GB", date(2026, 11, 20), date(2026, 11, 26)


def said(minor: int | None, missing: int) -> tuple[str, str]:
    claim = Claim(1, 1, None, PAID, "Ann", PAID, "transfer", "", "GBP", minor, TODAY)
    standing = ClaimStanding(claim, ClaimState.NOT_FOUND, missing)
    line = claim_words(standing, EN, EN, TODAY)
    return line.replace("\u00a0", " "), running_claim_words(standing, EN, EN, TODAY)[0]


@pytest.mark.parametrize(
    ("minor", "missing", "amount"),
    [
        (60_000, 60_000, "£600.00"),
        (60_000, 40_000, "£400.00 of £600.00"),
        (60_000, 0, "£600.00"),  # found, or settled in another way
    ],
)
def test_of_a_part_that_came_what_is_missing_is_told(minor: int, missing: int, amount: str) -> None:
    line, running = said(minor, missing)
    assert line.startswith(f"{amount} on 20 Nov")
    assert running.startswith(f"{amount} said paid on ")


def test_of_no_amount_it_is_all_that_is_missing() -> None:
    line, running = said(None, 40_000)
    assert line.startswith("£400.00 on 20 Nov")
    assert running.startswith("Said paid on ")
