"""What a word to pay takes the place of: money is promised once, whoever changes their mind."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.chasing import OpenEntry, waterfall
from creditmate.domain.claims import Claim, ClaimStanding, ClaimState
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import Promise, PromiseState, Standing
from creditmate.domain.taken_place import Before, TakenPlace, Word, taken_place

DAY = timedelta(1)
TODAY = date(2026, 11, 24)
YESTERDAY = TODAY - DAY
LATE = OpenEntry(1, "GBP", date(2026, 10, 6), date(2026, 11, 5), 3_905)
AHEAD = OpenEntry(2, "GBP", date(2026, 11, 6), date(2026, 12, 6), 1_650)
EUROS = OpenEntry(3, "EUR", date(2026, 10, 6), date(2026, 11, 5), 900)


def promised(
    minor: int = 3_905,
    *entries: int,
    id_: int = 7,
    currency: str = "GBP",
    made: date = YESTERDAY,
    state: PromiseState = PromiseState.OPEN,
    came: int = 0,
) -> Standing:
    due = date(2026, 11, 27)
    one = Promise(id_, currency, minor, made, due, due + 4 * DAY, entries or (1,))
    return Standing(one, state, came, 0)


def sent(
    minor: int = 3_905, state: ClaimState = ClaimState.WAITING, day: date = YESTERDAY
) -> ClaimStanding:
    claim = Claim(9, 1, None, day, "", day, "transfer", "", "GBP", minor, day + 3 * DAY, (1,))
    return ClaimStanding(claim, state, minor)


def pay(minor: int, *about: int, replaces: bool | None = None) -> Word:
    return Word(Outcome.WILL_PAY, Money(minor, "GBP"), about, replaces)


def ended(
    word: Word, *before: Standing, said: tuple[ClaimStanding, ...] = (), entries: object = None
) -> tuple[list[int], int]:
    """Which promises end, by ids, and how many claims."""
    open_ = (LATE, AHEAD, EUROS) if entries is None else entries
    portions = waterfall(open_, before, TODAY, said)  # type: ignore[arg-type]
    found = taken_place(Before(portions, before, said), word, TODAY)
    return [one.promise.id for one in found.promises], len(found.claims)


def test_the_same_money_is_promised_once() -> None:
    assert ended(pay(3_905), promised()) == ([7], 0), "a week later"
    assert ended(pay(2_000), promised()) == ([7], 0), "and less"
    assert ended(pay(2_000), promised(1_905)) == ([], 0), "together what is due"
    assert ended(pay(2_001), promised(1_905)) == ([7], 0)


def test_what_came_of_it_is_not_promised_any_more() -> None:
    left = (LATE._replace(open_minor=1_000), AHEAD)
    assert ended(pay(500), promised(3_905, came=3_405), entries=left) == ([], 0)
    assert ended(pay(501), promised(3_905, came=3_405), entries=left) == ([7], 0)


def test_more_than_is_due_is_meant_of_all_that_is_open() -> None:
    assert ended(pay(5_555), promised(2_000)) == ([7], 0)
    assert ended(pay(4_000), promised(1_555)) == ([], 0)
    assert ended(pay(4_000), promised(1_556)) == ([7], 0)


def test_what_was_named_can_be_paid_besides() -> None:
    assert ended(pay(1_650), promised()) == ([7], 0)
    assert ended(pay(1_650, 2), promised()) == ([], 0), "the one of December"
    assert ended(pay(3_905), promised(1_650, 2)) == ([], 0), "which they had named before"


def test_what_is_under_query_is_not_what_they_mean_unless_it_takes_that() -> None:
    asked = (LATE._replace(disputed_minor=905), AHEAD)
    assert ended(pay(1_000), promised(2_000), entries=asked) == ([], 0)
    assert ended(pay(1_001), promised(2_000), entries=asked) == ([7], 0)
    assert ended(pay(3_500), promised(400), entries=asked) == ([], 0)
    assert ended(pay(3_500), promised(406), entries=asked) == ([7], 0)


def test_what_they_said_was_sent_ends_where_it_is_the_same_money() -> None:
    assert ended(pay(3_905), said=(sent(),)) == ([], 1), "not sent after all"
    assert ended(pay(2_905), said=(sent(1_000),)) == ([], 0), "the rest"
    assert ended(pay(2_905), promised(2_905), said=(sent(1_000),)) == ([7], 0)
    assert ended(pay(1_905), promised(2_000), said=(sent(1_905),)) == ([], 1)
    assert ended(pay(3_905), said=(sent(state=ClaimState.FOUND),)) == ([], 0)


def test_only_what_runs_and_was_said_before_in_this_currency_ends() -> None:
    kept = promised(state=PromiseState.KEPT)
    missed, later = promised(state=PromiseState.BROKEN), promised(made=TODAY + DAY)
    assert ended(pay(3_905), kept, missed, later, promised(900, 3, currency="EUR")) == ([], 0)
    assert ended(pay(3_905), said=(sent(day=TODAY + DAY),)) == ([], 0)
    assert ended(pay(3_905), promised(state=PromiseState.CHECK_BANK)) == ([7], 0)


def test_whoever_refuses_or_cannot_pay_keeps_none_up() -> None:
    euros = promised(900, 3, id_=8, currency="EUR")
    for outcome in (Outcome.REFUSES, Outcome.CANNOT_PAY):
        assert ended(Word(outcome), promised(), euros, said=(sent(),)) == ([7, 8], 0)
        assert ended(Word(outcome, replaces=False), promised()) == ([], 0)
        assert ended(Word(outcome, Money(500, "GBP")), promised(1_000)) == ([7], 0)
    assert ended(Word(Outcome.CALL_BACK), promised()) == ([], 0)
    assert ended(Word(Outcome.CALL_BACK, replaces=True), promised(), euros) == ([7, 8], 0)


def test_somebody_may_decide_otherwise() -> None:
    assert ended(pay(3_905, replaces=False), promised(), said=(sent(),)) == ([], 0)
    assert ended(pay(100, replaces=True), promised(100)) == ([7], 0)
    assert not TakenPlace()
    assert TakenPlace(promises=(promised(),))


@given(
    new=st.integers(1, 8_000),
    old=st.lists(st.integers(1, 8_000), max_size=3),
    claimed=st.none() | st.integers(1, 8_000),
)
def test_what_still_stands_can_be_paid_with_what_is_promised_now(
    new: int, old: list[int], claimed: int | None
) -> None:
    """Whatever was said before, nothing is waited for twice; and more is never ended than asked."""
    before = tuple(promised(minor, id_=10 + place) for place, minor in enumerate(old))
    said = () if claimed is None else (sent(claimed),)
    ids, claims = ended(pay(new), *before, said=said)
    left = sum(one.promise.minor for one in before if one.promise.id not in ids)
    waited = new + left + (0 if claims or claimed is None else claimed)
    room = 3_905 if new <= 3_905 else 5_555
    assert waited <= max(room, new)
    if new + sum(old) + (claimed or 0) <= room:
        assert (ids, claims) == ([], 0)


# ------------------------------------------------------------------ the word of the later day
def holds_instead(word: Word, *later: Standing, same_day: bool = False) -> list[int]:
    """Which promises made after it hold instead of it, by ids."""
    portions = waterfall((LATE, AHEAD, EUROS), (), TODAY, ())
    before = Before(portions, (), (), later) if same_day else Before(portions, later)
    return [one.promise.id for one in taken_place(before, word, TODAY).later]


def test_put_down_after_a_later_word_it_gives_way() -> None:
    later = promised(made=TODAY + DAY)
    assert holds_instead(pay(3_905), later) == [7]
    assert holds_instead(pay(3_905), promised(made=TODAY), same_day=True) == [7]
    assert holds_instead(pay(3_905, replaces=False), later) == [], "both, where that is said"
    kept = promised(made=TODAY + DAY, state=PromiseState.KEPT)
    assert holds_instead(pay(3_905), kept) == []
    assert holds_instead(pay(3_905), promised(900, 3, currency="EUR", made=TODAY + DAY)) == []
    missed = promised(made=TODAY + DAY, state=PromiseState.BROKEN)
    assert TakenPlace(later=(missed,))
    assert holds_instead(pay(3_905), missed) == [7]


@given(new=st.integers(1, 3_905), after=st.integers(1, 3_905))
def test_both_hold_where_both_can_be_paid(new: int, after: int) -> None:
    found = holds_instead(pay(new), promised(after, made=TODAY + DAY))
    assert bool(found) == (new + after > 3_905)
