"""Bank details, legal facts and people, as far as rules go."""

import pytest

from creditmate.domain.bank_numbers import (
    account_doubt,
    bic_refusal,
    grouped_iban,
    iban_refusal,
    sort_code_doubt,
)
from creditmate.domain.our_people import initials_of
from creditmate.domain.refusals import Why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("DE89 3704 0044 0532 0130 00", None),
        ("gb82 west 1234 5698 7654 32", None),
        ("DE89370400440532013001", Why.CHECK_DIGITS),
        ("DE8937040044", Why.CHECK_DIGITS),
        ("DE89?3704", Why.WRONG_FORM),
    ],
)
def test_an_iban_carries_its_own_proof(text: str, why: Why | None) -> None:
    assert iban_refusal(text) is why


def test_a_bic_has_eight_or_eleven_characters() -> None:
    assert bic_refusal("COBADEFFXXX") is None
    assert bic_refusal("COBADEFF") is None
    assert bic_refusal("COBADE") is Why.WRONG_FORM


def test_an_iban_is_read_in_groups() -> None:
    assert grouped_iban("de89370400440532013000") == "DE89 3704 0044 0532 0130 00"
    assert grouped_iban("") == ""


def test_british_numbers_are_only_doubted() -> None:
    assert sort_code_doubt("00-11-22", "GB") is None
    assert sort_code_doubt("", "GB") is None
    assert sort_code_doubt("1122", "DE") is None
    assert sort_code_doubt("00-11-2", "GB") is not None
    assert account_doubt("40961738", "IE") is None
    assert account_doubt("4096173", "IE") is not None
    assert account_doubt("1", "US") is None


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Ellen Rook", "ER"), ("Cher", "C"), ("Anna van der Berg", "AB"), ("élise", "É"), ("42", "")],
)
def test_initials_are_the_first_and_the_last(name: str, initials: str) -> None:
    assert initials_of(name) == initials
