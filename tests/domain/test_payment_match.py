"""What a payment is for: what the payer wrote, then sums, then age."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.allocation_suggestion import Fit
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_match import match
from creditmate.domain.payment_reference import is_alike, named_in
from creditmate.domain.proposals import PayableItem, Proposal
from creditmate.domain.receipts import Extra, Part
from creditmate.domain.settings import AllocationOrder

DUE = date(2026, 1, 31)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def item(
    place: int,
    minor: int,
    *,
    number: str = "",
    discount: int = 0,
    code: str = "ACME",
    kind: EntryKind = EntryKind.INVOICE,
    disputed: int = 0,
) -> PayableItem:
    due = DUE + timedelta(days=place)
    return PayableItem(
        entry_id=place,
        code=code,
        name=code.title(),
        kind=kind,
        number=number or f"INV-{place:04}",
        order_number="",
        day=due - timedelta(days=30),
        due_day=due,
        original=pounds(minor),
        open=pounds(minor),
        disputed=pounds(disputed),
        discount=pounds(discount) if discount else None,
        discount_day=due if discount else None,
    )


def parts(proposal: Proposal) -> dict[int, int]:
    return {row.item.entry_id: row.amount.minor for row in proposal.items if row.amount}


# ---------------------------------------------------------------- numbers in a reference


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("INV-0042", [42]),
        ("pymt inv0042 thanks", [42]),
        ("INV 0042 / INV 0043", [42, 43]),
        ("Inv-0042/0043", [42, 43]),
        ("rechnung ０042", [42]),
        ("OURS 0042", [42]),
        ("42", []),  # a house number, a day: too short to tell
        ("2026-17", [17]),
        ("nothing", []),
        ("", []),
    ],
)
def test_numbers_are_found_however_the_bank_writes_them(text: str, found: list[int]) -> None:
    numbers = {42: "INV-0042", 43: "INV-0043", 17: "2026/17", 9: ""}
    assert named_in(text, numbers) == found


def test_an_end_that_several_numbers_share_names_none_of_them() -> None:
    assert named_in("paid 0042", {1: "A-0042", 2: "B-0042"}) == []
    assert named_in("paid A-0042", {1: "A-0042", 2: "B-0042"}) == [1]


def test_references_are_alike_by_a_piece_that_tells_something() -> None:
    assert is_alike("BACS 4471 Lisle", "LISLE JOINERY")
    assert not is_alike("BACS Ltd", "ltd bac")
    assert not is_alike("", "")


# ---------------------------------------------------------------- what it is for


def test_what_the_payer_named_wins_over_an_older_sum_that_fits() -> None:
    items = [item(1, 500), item(2, 300), item(3, 200)]
    found = match("ACME", pounds(500), items, "INV-0002 and INV-0003")
    assert (found.fit, found.only, parts(found)) == (Fit.NAMED, True, {2: 300, 3: 200})
    assert found.named == ("INV-0002", "INV-0003")


def test_what_is_named_and_does_not_add_up_gives_way_to_a_sum_that_does_but_is_asked() -> None:
    items = [item(1, 500), item(2, 300)]
    found = match("ACME", pounds(500), items, "INV-0002")
    assert (found.fit, found.only, parts(found)) == (Fit.EXACT_ITEM, False, {1: 500})


def test_a_part_payment_goes_to_what_is_named_and_what_is_over_waits() -> None:
    items = [item(1, 500), item(2, 300)]
    found = match("ACME", pounds(120), items, "INV-0002")
    assert (found.fit, parts(found), found.left) == (Fit.NAMED_PART, {2: 120}, pounds(0))
    over = match("ACME", pounds(350), items, "INV-0002")
    assert (over.fit, parts(over), over.left) == (Fit.NAMED_PART, {2: 300}, pounds(50))


def test_nothing_named_and_nothing_that_fits_pays_the_oldest_first() -> None:
    found = match("ACME", pounds(600), [item(2, 300), item(1, 500)])
    assert (found.fit, parts(found)) == (Fit.OLDEST_FIRST, {1: 500, 2: 100})


@pytest.mark.parametrize(
    ("amount", "text", "paid"),
    [
        (600, "", {1: 100, 2: 300, 3: 200}),  # of 1 only what nobody disputes
        (850, "", {1: 150, 2: 300, 3: 400}),
        (450, "INV-0001", {1: 450}),  # who names it, pays it
    ],
)
def test_what_is_in_question_is_paid_last_unless_the_payer_named_it(
    amount: int, text: str, paid: dict[int, int]
) -> None:
    found = match("ACME", pounds(amount), [item(1, 500, disputed=400), item(2, 300), item(3, 400)],
                  text)  # fmt: skip
    assert parts(found) == paid


def test_nothing_open_is_for_nothing() -> None:
    found = match("ACME", pounds(600), [])
    assert (found.fit, found.left, found.items) == (None, pounds(600), ())
    (share,) = found.shares
    assert (share.code, share.amount, share.parts) == ("ACME", pounds(600), ())


def test_an_early_discount_is_counted_on_only_where_it_makes_the_sum_fit() -> None:
    items = [item(1, 10000, discount=200), item(2, 5000)]
    whole = match("ACME", pounds(10000), items)
    assert (whole.fit, whole.items[0].discount) == (Fit.EXACT_ITEM, pounds(0))
    less = match("ACME", pounds(14800), items)
    assert (less.fit, parts(less)) == (Fit.EXACT_SUM, {1: 9800, 2: 5000})
    assert [row.discount for row in less.items] == [pounds(200), pounds(0)]
    (share,) = less.shares
    assert share.parts == (Part(1, pounds(9800)), Part(2, pounds(5000)))
    assert share.extras == (Extra(EntryKind.DISCOUNT, 1, pounds(200)),)
    named = match("ACME", pounds(9800), items, "inv 0001")
    assert (named.fit, named.items[0].discount) == (Fit.NAMED, pounds(200))
    neither = match("ACME", pounds(9700), items)
    assert (neither.fit, neither.items[0].discount) == (Fit.OLDEST_FIRST, pounds(0))


@pytest.mark.parametrize(
    ("order", "paid"),
    [
        (AllocationOrder.PRINCIPAL_FIRST, {2: 300, 3: 50}),
        (AllocationOrder.COSTS_FIRST, {1: 40, 2: 300, 3: 10}),
    ],
)
def test_charges_are_paid_first_or_last_as_the_setting_says(
    order: AllocationOrder, paid: dict[int, int]
) -> None:
    items = [item(1, 40, kind=EntryKind.CHARGE), item(2, 300), item(3, 500)]
    assert parts(match("ACME", pounds(350), items, order=order)) == paid


def test_a_head_office_pays_for_its_branches_and_keeps_what_is_over() -> None:
    items = [item(1, 300, code="NORTH"), item(2, 200, code="HEAD"), item(3, 100, code="NORTH")]
    found = match("HEAD", pounds(650), items)
    shares = {share.code: (share.amount.minor, len(share.parts)) for share in found.shares}
    assert shares == {"HEAD": (250, 1), "NORTH": (400, 2)}
    only = match("HEAD", pounds(300), items[:1])
    assert [share.code for share in only.shares] == ["NORTH"]


@given(
    st.lists(st.integers(1, 500), max_size=12),
    st.integers(1, 3000),
    st.text(alphabet="INV-0123456789 ", max_size=20),
)
def test_no_more_is_proposed_than_there_is_of_either(
    minors: list[int], amount: int, text: str
) -> None:
    items = [item(place, minor, discount=minor // 10) for place, minor in enumerate(minors, 1)]
    found = match("ACME", pounds(amount), items, text)
    for row in found.items:
        assert 0 <= row.amount.minor + row.discount.minor <= row.item.open.minor
        assert row.amount or not row.discount
    assert sum(row.amount.minor for row in found.items) + found.left.minor == amount
    assert sum(share.amount.minor for share in found.shares) == amount
