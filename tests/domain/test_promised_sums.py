"""What is promised beside what is owed, each currency for itself."""

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import Money
from creditmate.domain.promised_sums import Beyond, beyond

AMOUNTS = st.lists(
    st.builds(Money, st.integers(1, 10**6), st.sampled_from(["GBP", "EUR", "USD"])), max_size=6
)


def test_three_promises_in_pounds_are_held_against_the_pounds_owed() -> None:
    owed = [Money(466_685, "EUR"), Money(65_504, "GBP")]
    promised = [Money(100_000, "GBP"), Money(65_504, "GBP"), Money(200_000, "GBP")]
    assert beyond(promised, owed) == [Beyond(Money(365_504, "GBP"), Money(65_504, "GBP"))]


def test_what_is_owed_in_another_currency_covers_nothing() -> None:
    assert beyond([Money(5, "USD")], [Money(9, "GBP")]) == [
        Beyond(Money(5, "USD"), Money(0, "USD"))
    ]


@given(AMOUNTS, AMOUNTS)
def test_only_what_goes_beyond_is_named(promised: list[Money], owed: list[Money]) -> None:
    found = beyond(promised, owed)
    assert all(one.promised > one.owed for one in found)
    assert len({one.promised.currency for one in found}) == len(found)
    assert beyond(promised, [*owed, *promised]) == []
