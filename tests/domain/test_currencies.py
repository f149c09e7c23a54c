import pytest

from creditmate.domain.currencies import CODES, exponent


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        ("GBP", 2),
        ("EUR", 2),
        ("JPY", 0),
        ("ISK", 0),
        ("KWD", 3),
        ("TND", 3),
        # ISO 4217, where Babel's usage differs
        ("IQD", 3),
        ("AFN", 2),
        ("ALL", 2),
    ],
)
def test_exponents_are_those_of_iso_4217(code: str, digits: int) -> None:
    assert exponent(code) == digits


@pytest.mark.parametrize("code", ["XXX", "gbp", "", "DEM", "£"])
def test_unknown_codes_are_refused(code: str) -> None:
    assert code not in CODES
    with pytest.raises(KeyError):
        exponent(code)


def test_every_code_is_three_capitals_with_one_exponent() -> None:
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in CODES)
    assert {exponent(code) for code in CODES} == {0, 2, 3}
