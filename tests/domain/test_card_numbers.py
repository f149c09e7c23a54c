"""Card numbers are masked in any spelling; telephone and invoice numbers and IBANs are not.

The numbers are the schemes' own published test numbers; none was ever issued.
"""

import random
import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn

from creditmate.domain import card_numbers
from creditmate.domain.bank_numbers import iban_refusal
from creditmate.domain.card_numbers import _is_other, masked_cards

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


def _written(number: str, joins: list[str]) -> str:
    return "".join(figure + join for figure, join in zip(number, joins, strict=False))


_BITS = st.one_of(
    st.text(alphabet=st.sampled_from("0123456789 -./+aZ\n•٤"), max_size=12),
    st.builds(
        _written,
        st.sampled_from([*TEST_NUMBERS, "4" * 22, "4222222222222014", "4111111111111112"]),
        st.lists(st.sampled_from(["", "", "", " ", "-", "/", "\t"]), min_size=22, max_size=22),
    ),
    st.sampled_from(["+", "00 ", "INV-", "VISA ", " 20-30-40 12345678 ", " 12345678",
                     "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819 "]),
)  # fmt: skip


@given(st.lists(_BITS, max_size=8).map("".join))
@settings(max_examples=400)
def test_it_finds_what_the_plain_definition_says(said: str) -> None:
    assert list(card_numbers._cards(said)) == list(_plainly(said))


def _plainly(text: str) -> Iterator[tuple[int, int]]:
    """The definition word for word: every beginning, every length, every check digit."""
    ibans = [each.span() for each in card_numbers._IBAN.finditer(text) if not iban_refusal(each[0])]
    banks = ibans + [each.span() for each in card_numbers._ACCOUNT.finditer(text)]
    done = 0
    for run in card_numbers._RUN.finditer(text):
        groups = [each.span() for each in card_numbers._GROUP.finditer(text, *run.span())]
        for at, (first, _) in enumerate(groups):
            ends = [end for _, end in groups[at:] if _is_card(text[first:end])]
            end = max(ends, default=0)
            before = text[slice(*groups[at - 1])] if at else ""
            is_bank = any(begin < end and first < close for begin, close in banks)
            if end and first >= done and not is_bank and not _is_other(text, first, before):
                yield first, end
                done = end


def _is_card(written: str) -> bool:
    number = "".join(str(int(c)) for c in written if c.isdecimal())
    return (
        any(
            len(number) in lengths and low <= number[: len(low)] <= high
            for low, high, lengths in card_numbers._ISSUERS
        )
        and len(set(number)) > 1
        and bool(luhn.is_valid(number))
    )


def test_the_looks_at_a_text_grow_with_it_and_no_faster() -> None:
    """Counted, not timed: how often a number's beginning is looked at, and what it costs."""
    for said in ("4 ", "4", "4111 ", "41-", "4111 1111 1111 1112 ", f"{TEST_NUMBERS[0]} "):
        calls = [_calls(said * (length // len(said))) for length in (4_000, 8_000)]
        assert calls[1] < 2.2 * calls[0]


def _calls(said: str) -> int:
    found = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal found
        found += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        masked_cards(said)
    finally:
        sys.setprofile(None)
    return found


@given(st.text(alphabet=st.sampled_from("0123456789 -./+aZ\n•٤"), max_size=60))
def test_masking_loses_only_figures_and_masked_again_is_the_same(said: str) -> None:
    once, count = masked_cards(said)
    assert masked_cards(once) == (once, 0)
    assert (count == 0) is (once == said)
