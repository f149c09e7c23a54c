"""Card numbers are masked in any spelling; telephone and invoice numbers and IBANs are not.

The numbers are the schemes' own published test numbers; none was ever issued.
"""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from creditmate.domain.card_numbers import masked_cards

TEST_NUMBERS = [
    "4111111111111111",
    "4012888888881881",
    "4222222222222",
    "4000056655665556",
    "5555555555554444",
    "5105105105105100",
    "2223003122003222",
    "2720990000000007",
    "378282246310005",
    "371449635398431",
    "30569309025904",
    "38520000023237",
    "36227206271667",
    "3566002020360505",
    "6011111111111117",
    "6011000990139424",
    "6205500000000000004",
    "6200000000000005",
    "6759649826438453",
    "5018000000000009",
    "2200000000000004",
]


@pytest.mark.parametrize("number", TEST_NUMBERS)
def test_the_schemes_own_numbers_are_masked(number: str) -> None:
    assert luhn.is_valid(number)
    said = f"Read out {number}, expires 12/27."
    assert masked_cards(said) == (f"Read out •••• {number[-4:]}, expires 12/27.", 1)


@pytest.mark.parametrize(
    "written",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "4111/1111/1111/1111",
        "41 11 11 11 11 11 11 11",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "4111  1111   1111 1111",
        "4111\u00a01111\u202f1111\u20091111",
        "4111 - 1111 - 1111 - 1111",
        "4111–1111–1111–1111",
        "4111\n1111\n1111\n1111",
        "٤١١١ ١١١١ ١١١١ ١١١١",
        "４１１１１１１１１１１１１１１１",
    ],
)
def test_any_spacing_and_any_figures(written: str) -> None:
    for before, after in (("", ""), ("Card: ", " 12/27"), ("visa", "."), ("(", ")"), ("VISA ", "")):
        said, count = masked_cards(before + written + after)
        assert count == 1
        assert re.fullmatch(r"•••• [\d]{4}", said[len(before) : len(said) - len(after)])


def test_figure_by_figure_the_whole_number_goes() -> None:
    """Its first thirteen figures are one as well, as far as the check digit can tell."""
    number = "4222222222222" + "014"
    assert luhn.is_valid(number)
    assert masked_cards(" ".join(number)) == ("•••• 2014", 1)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("4111 1111 1111 1111 12/27 123", "•••• 1111 12/27 123"),
        ("01632 960144 then 4111111111111111", "01632 960144 then •••• 1111"),
        ("01632 960144 4111 1111 1111 1111", "01632 960144 •••• 1111"),
        ("+44 7700 900123 4111 1111 1111 1111", "+44 7700 900123 •••• 1111"),
        ("4111111111111111 378282246310005", "•••• 1111 •••• 0005"),
        ("4111111111111111/12/27", "•••• 1111/12/27"),
    ],
)
def test_what_stands_around_stays(said: str, kept: str) -> None:
    assert masked_cards(said)[0] == kept


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Invoice 2139 and 2161, 1,284.00 by Friday",
        "4111 1111 1111 1112",  # check digit
        "1111111111111117",  # no issuer
        "0000000000000000",
        "4444444444444444444444",  # too long
        "411111111111",  # too short
        "+49 151 2345 6789 0",
        "+4915123456780",
        "00 49 151 2345 6780",
        "+44 (0)20 7946 0018, 01632 960 144",
        "01632 960144 0161 496 0000 07700 900123",
        "INV-4111111111111111",
        "RE/4111111111111111",
        "SO4111111111111111",
        "DE89 3704 0044 0532 0130 00",
        "DE89370400440532013000",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NO93 8601 1117 947, MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "order 026-1234567-1234567",
        "20261122101112 2026-11-22 10:11:12",
        "parcel 00340434161094042557",
    ],
)
def test_what_is_no_card_is_left_alone(said: str) -> None:
    assert masked_cards(said) == (said, 0)


def _shaped(numbers: random.Random, shape: str) -> str:
    return re.sub("#", lambda _: str(numbers.randrange(10)), shape)


@pytest.mark.parametrize(
    "shape",
    ["+44 7### ######", "07### ######", "020 7### ####", "+49 1## ########", "00 49 ### #######",
     "+1 (###) ###-####", "+353 1 ### ####", "+33 1 ## ## ## ##", "INV-########", "2026-#####",
     "RE-2026-##########", "20#########", "##-##-## ########",
     "###### ########"],
)  # fmt: skip
def test_thousands_of_numbers_of_the_office_are_left_alone(shape: str) -> None:
    numbers = random.Random(7)
    said = [_shaped(numbers, f"about {shape}, please") for _ in range(2000)]
    assert [each for each in said if masked_cards(each)[1]] == []


@given(st.text(alphabet=st.sampled_from("0123456789 -./+aZ\n•٤"), max_size=60))
def test_masking_loses_only_figures_and_masked_again_is_the_same(said: str) -> None:
    once, count = masked_cards(said)
    assert masked_cards(once) == (once, 0)
    assert (count == 0) is (once == said)
