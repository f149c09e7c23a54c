import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.wording import (
    Block,
    BlockKind,
    Run,
    block,
    normal,
    numbers,
    parse,
    printed,
)

WORDING = """\
# Terms of trade

These terms hold for **every** order.
They go on in one paragraph.

## Payment
4. Payment
4.1 You pay within 30 days
of the invoice.
- by transfer
- or by **cheque**

5.1\tInterest"""


def _text(kind: BlockKind, *runs: Run, number: str = "") -> Block:
    return Block(kind, runs, number)


def test_a_wording_is_made_of_its_marks() -> None:
    assert parse(WORDING) == (
        _text(BlockKind.HEADING, Run("Terms of trade")),
        _text(
            BlockKind.TEXT,
            Run("These terms hold for "),
            Run("every", bold=True),
            Run(" order. They go on in one paragraph."),
        ),
        _text(BlockKind.SUBHEADING, Run("Payment")),
        _text(BlockKind.CLAUSE, Run("Payment"), number="4."),
        _text(BlockKind.CLAUSE, Run("You pay within 30 days of the invoice."), number="4.1"),
        _text(BlockKind.ITEM, Run("by transfer")),
        _text(BlockKind.ITEM, Run("or by "), Run("cheque", bold=True)),
        _text(BlockKind.CLAUSE, Run("Interest"), number="5.1"),
    )


def test_its_normal_form() -> None:
    assert normal(WORDING) == (
        "# Terms of trade\n\n"
        "These terms hold for **every** order. They go on in one paragraph.\n\n"
        "## Payment\n\n4. Payment\n\n4.1 You pay within 30 days of the invoice.\n\n"
        "- by transfer\n- or by **cheque**\n\n5.1 Interest"
    )


def test_a_heading_is_one_line() -> None:
    kinds = [one.kind for one in parse("# Payment\nYou pay.\n## Late\nYou pay more.")]
    assert kinds == [BlockKind.HEADING, BlockKind.TEXT, BlockKind.SUBHEADING, BlockKind.TEXT]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("two ** stars", "two ** stars"),
        ("5 * 3", "5 * 3"),
        (r"\# no heading", "# no heading"),
        (r"\12. no clause", "12. no clause"),
        ("12 Days", "12 Days"),
        ("1999.", "1999."),
        ("a\\", "a\\"),
        ("a  \u00a0 b\u200b", "a b"),
        ("e\u0301", "é"),
    ],
)
def test_what_is_no_mark_is_text(typed: str, said: str) -> None:
    (one,) = parse(typed)
    assert (one.kind, one.text) == (BlockKind.TEXT, said)
    assert parse(printed([one])) == (one,)


@pytest.mark.parametrize("typed", ["", " \n\n ", "****", "\u200b", "** **"])
def test_nothing_to_be_read_is_nothing(typed: str) -> None:
    assert not parse(typed)


def test_only_a_clause_has_a_number() -> None:
    assert block(BlockKind.ITEM, [("a", False)], "4.1") == Block(BlockKind.ITEM, (Run("a"),))


def test_numbers_of_clauses_are_compared_without_the_dot() -> None:
    assert numbers(parse("4. Payment\n4.1 Thirty days\n- a list")) == {"4", "4.1"}


_TRICKY = st.sampled_from([*"ab1.2 #-*\\\n\t=", "é", "e\u0301", "\u200b", "\u0338", "\u2028", "٣"])


@given(st.one_of(st.lists(_TRICKY).map("".join), st.text()))
def test_what_is_printed_is_read_again(typed: str) -> None:
    made = parse(typed)
    assert parse(printed(made)) == made
    assert normal(normal(typed)) == normal(typed)


_LETTER = _TRICKY.filter(lambda letter: len(letter) == 1)
_LETTERS = st.lists(st.tuples(_LETTER, st.booleans()), min_size=1)


@given(st.lists(st.tuples(st.sampled_from(BlockKind), _LETTERS), max_size=6))
def test_what_is_made_is_read_as_it_was_made(pieces: list[tuple[BlockKind, object]]) -> None:
    blocks = [
        one
        for kind, letters in pieces
        if (one := block(kind, letters, "4.1")) is not None  # type: ignore[arg-type]
    ]
    assert list(parse(printed(blocks))) == blocks
