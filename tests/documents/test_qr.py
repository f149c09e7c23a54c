"""The codes of the pay box."""

import pytest
import segno

from creditmate.documents.papers import BankDetails
from creditmate.documents.qr import LARGEST, LEAST_MODULE, pay_code
from creditmate.domain.money import Money
from tests.documents.builders import BANK, EURO_BANK

EPC = (
    "BCD\n002\n1\nSCT\nCOBADEFFXXX\nRookmere Joinery Supplies\nDE89370400440532013000\n"
    "EUR3427.30\n\n\nBRIN01"
)
PLAIN = "Rookmere Joinery Supplies\n00-11-22 40961738\nGBP 3427.30\nBRIN01"


def dark(rows: tuple[tuple[tuple[int, int], ...], ...]) -> list[list[int]]:
    size = len(rows)
    matrix = [[0] * size for _ in range(size)]
    for row, runs in enumerate(rows):
        for start, length in runs:
            matrix[row][start : start + length] = [1] * length
    return matrix


@pytest.mark.parametrize(
    ("bank", "currency", "text", "banking"),
    [(EURO_BANK, "EUR", EPC, True), (BANK, "GBP", PLAIN, False)],
)
def test_the_code_holds_the_details(
    bank: BankDetails, currency: str, text: str, banking: bool
) -> None:
    code = pay_code(bank, Money(342730, currency), "BRIN01")
    assert code is not None
    assert code.banking is banking
    expected = segno.make_qr(text, error="m", boost_error=False, mask=2)
    assert dark(code.rows) == [list(row) for row in expected.matrix]


def test_a_wrong_iban_gives_no_banking_code() -> None:
    wrong = BankDetails("Rookmere", iban="DE89370400440532013001")
    code = pay_code(wrong, Money(100, "EUR"), "BRIN01")
    assert code is not None
    assert not code.banking


def test_modules_are_never_too_small_to_read() -> None:
    for length in (1, 60, 120, 200, 300, 3000):
        bank = BankDetails("n" * length, "00-11-22", "40961738")
        code = pay_code(bank, Money(100, "GBP"), "BRIN01")
        if code is not None:
            assert code.size <= LARGEST
            assert code.size / len(code.rows) >= LEAST_MODULE
    assert pay_code(BankDetails("n" * 3000), Money(100, "GBP"), "B") is None
