"""The first lines, for which few cases are read, are those of the whole list, in any ledger."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from creditmate.db.conversation import add_interaction, add_promise, add_task
from creditmate.db.customers import customer_names
from creditmate.db.disputes import add_disputes
from creditmate.db.gateway import Writing
from creditmate.db.people import create_contacts, create_phones
from creditmate.domain.top_lines import BY_GROUP
from creditmate.domain.worklist import Kind, Line, work_list
from creditmate.services import worklists
from creditmate.services.cases import read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.worklists import WorkDay, WorkLists
from tests.builders import a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
CUSTOMERS = 40
DAYS = (MONDAY - timedelta(days=30), MONDAY, MONDAY + timedelta(days=4))


def fill(writing: Writing, dice: random.Random) -> None:
    """Customers with some of everything that decides where a line stands."""
    for place in range(CUSTOMERS):
        customer = a_customer(writing, f"C{place:02}")
        entries = [an_item(writing, dice, customer, place, n) for n in range(dice.randrange(5))]
        people(writing, dice, customer)
        if dice.random() < 0.5:
            talk(writing, dice, customer, [entry for entry in entries if entry])


def an_item(writing: Writing, dice: random.Random, customer: int, place: int, number: int) -> int:
    """An invoice: paid, part paid, in dispute, with loose money beside it, or merely open."""
    due = MONDAY - timedelta(days=dice.randrange(-20, 90))
    minor = int(10 ** dice.uniform(2, 7))
    raised, currency = due - timedelta(days=30), dice.choice(["GBP", "GBP", "GBP", "JPY"])
    entry = an_invoice(
        writing, customer, f"{place}-{number}", raised, minor, due=due, currency=currency
    )
    how = dice.random()
    if how < 0.6:
        paid = minor if how < 0.4 else minor // 2
        on = min(due + timedelta(days=dice.randrange(-5, 40)), MONDAY + timedelta(days=3))
        receipt = a_receipt(writing, customer, on, paid or 1, currency)
        if how < 0.5 and paid:
            allocate(writing, receipt, entry, paid)
    elif how < 0.7:
        raised = MONDAY - timedelta(days=dice.randrange(9))
        add_disputes(
            writing, [(customer, raised, 0, "price", "", None, "", None)], [(0, entry, None)]
        )
    return entry


def people(writing: Writing, dice: random.Random, customer: int) -> None:
    if dice.random() < 0.5:
        channel = dice.choice(["call", "email"])
        row = (customer, "Ann Lee", "", "unknown", channel, "", "", None)
        (contact,) = create_contacts(writing, [row])
        if dice.random() < 0.7:
            create_phones(writing, [(contact, "+441134960123", "office")])


def talk(writing: Writing, dice: random.Random, customer: int, meant: Sequence[int]) -> None:
    made = MONDAY - timedelta(days=dice.randrange(20))
    step = made + timedelta(days=dice.randrange(1, 20)) if dice.random() < 0.5 else None
    spoke = add_interaction(
        writing, customer_id=customer, contact_id=None, heard_name="Ann", channel="call",
        direction="out", number="", day=made, at=f"{made}T09:30:00+00:00", at_offset=0,
        outcome=dice.choice(["will_pay", "no_answer", "all_well"]), notes="Spoke of it.",
        next_day=step, none_because="" if step else "Nothing agreed.",
    )  # fmt: skip
    kind = dice.choice(["call_back", "check_money"])
    if step:
        add_task(writing, customer_id=customer, kind=kind, day=step, note="",
                 from_interaction_id=spoke)  # fmt: skip
    for side in ("theirs", "ours"):
        if dice.random() < 0.4:
            due = made + timedelta(days=dice.randrange(14))
            theirs = side == "theirs"
            add_promise(
                writing, customer_id=customer, interaction_id=spoke, side=side, made_day=made,
                due_day=due, grace_days=2, until_day=due + timedelta(days=2),
                currency="GBP" if theirs else None,
                amount_minor=dice.randrange(1, 900_000) if theirs else None,
                deed="" if theirs else "Copy of it",
                meant=meant if dice.random() < 0.5 else (),
            )  # fmt: skip


def slow_list(as_at: date) -> list[Line]:
    """Every case read, nothing bounded."""
    files = read_files(sorted(customer_names()), as_at, learnt_book(as_at))
    return work_list((file.case for file in files), as_at)


def pieces(as_at: date) -> WorkDay:
    reading = WorkLists().reading(as_at)
    day = reading.go_on()
    while not day.is_whole:
        day = reading.go_on()
    return day


@pytest.mark.parametrize("seed", range(12))
def test_the_first_lines_are_the_slow_list_s(
    office: Office, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(seed)
    with office.gateway.write("test") as writing:
        fill(writing, dice)
    office.posted(MONDAY - timedelta(days=dice.randrange(6)))
    monkeypatch.setattr(worklists, "_CHUNK", 1 + seed % 4)
    for as_at in DAYS:
        slow = slow_list(as_at)
        for limit in (1, 2, 5, 12, CUSTOMERS):
            quick = [row.line for row in WorkLists().today(as_at, limit)]
            assert quick == slow[:limit], (as_at, limit)
        by_group = sorted(slow, key=BY_GROUP.key)
        assert [row.line for row in pieces(as_at).rows] == by_group
    assert len(slow) > CUSTOMERS // 4


def test_money_that_covers_all_but_what_is_in_question_is_looked_for_first(office: Office) -> None:
    """Nothing else is known of the customer, and others owe far more."""
    due = MONDAY - timedelta(days=9)
    with office.gateway.write("test") as writing:
        rich, held = a_customer(writing, "RICH"), a_customer(writing, "HELD")
        an_invoice(writing, rich, "R", due, 90_000_000, due=due)
        asked = an_invoice(writing, held, "H", due, 10_000, due=due)
        dispute = (held, MONDAY, 0, "price", "", None, "", None)
        add_disputes(writing, [dispute], [(0, asked, 8_000)])
        a_receipt(writing, held, MONDAY - timedelta(days=1), 3_000)
    (first,) = WorkLists().today(MONDAY, 1)
    assert (first.code, first.line.kind) == ("HELD", Kind.CHECK_MONEY)
