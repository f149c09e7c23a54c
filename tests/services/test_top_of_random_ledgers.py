"""The first lines, for which few cases are read, are those of the whole list, in any ledger."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from creditmate.db.claims import add_claim, end_claim
from creditmate.db.connection import execute
from creditmate.db.conversation import add_interaction
from creditmate.db.customer_records import edit_customer
from creditmate.db.customers import customer_names
from creditmate.db.decisions import add_decision
from creditmate.db.disputes import add_disputes
from creditmate.db.exchange_rates import add_rate
from creditmate.db.gateway import Writing
from creditmate.db.habits import keep_habits
from creditmate.db.next_steps import add_task
from creditmate.db.people import create_contacts, create_phones
from creditmate.db.promises import add_promise
from creditmate.db.settings import put_settings
from creditmate.domain.claims import ClaimEnd
from creditmate.domain.customer_status import Status
from creditmate.domain.exchange import Rate
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.left_out import LeftOut
from creditmate.domain.settings import DEFAULTS, to_json
from creditmate.domain.top_lines import BY_GROUP
from creditmate.domain.wishes import WishKind
from creditmate.domain.worklist import Kind, Line, line_at_any_size, worked_out
from creditmate.services import work_candidates
from creditmate.services.cases import read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.settings import work_policy
from creditmate.services.work_cases import WorkCases
from creditmate.services.work_rows import with_houses
from creditmate.services.worklists import WorkDay, WorkLists
from tests.builders import a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
CUSTOMERS = 40
DAYS = (MONDAY - timedelta(days=31), MONDAY, MONDAY + timedelta(days=4))
_OURS = {Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE}


def fill(writing: Writing, dice: random.Random) -> None:
    """Customers with some of everything that decides where a line stands."""
    what_counts(writing, dice)
    alone: list[int] = []
    heads: list[int] = []
    for place in range(CUSTOMERS):
        customer = a_customer(writing, f"C{place:02}")
        join(writing, dice, customer, alone, heads)
        entries = [an_item(writing, dice, customer, place, n) for n in range(dice.randrange(5))]
        people(writing, dice, customer)
        if dice.random() < 0.5:
            talk(writing, dice, customer, entries)
        if dice.random() < 0.25:
            claim(writing, dice, customer, entries)
        decide(writing, dice, customer)
        if dice.random() < 0.3:
            edit_customer(writing, customer, grace_days=dice.choice([0, 5, 20, 60]))
    keep_habits(customer_names())


def what_counts(writing: Writing, dice: random.Random) -> None:
    """What currencies are worth, if that is known, and from which sum on anybody is contacted."""
    if dice.random() < 0.7:
        for currency, rate in (("JPY", "0.0052"), ("KWD", "2.43")):
            day = MONDAY - timedelta(days=dice.randrange(60))
            add_rate(writing, "GBP", Rate(currency, day, Decimal(rate)), "")
    if dice.random() < 0.7:
        usual = dice.choice([0, 0, 3, 10])
        settings = replace(DEFAULTS, contact_from_minor=30_000, follow_up_after=usual)
        put_settings(writing, to_json(settings), 0)


def join(
    writing: Writing, dice: random.Random, customer: int, alone: list[int], heads: list[int]
) -> None:
    """Let some be branches of those who came before."""
    if alone and dice.random() < 0.4:
        head = dice.choice(heads) if heads and dice.random() < 0.7 else alone.pop()
        edit_customer(writing, customer, head_office_id=head)
        heads.append(head)
    else:
        alone.append(customer)


def an_item(writing: Writing, dice: random.Random, customer: int, place: int, number: int) -> int:
    """An invoice: paid, part paid, in dispute, with loose money beside it, or merely open."""
    due = MONDAY - timedelta(days=dice.randrange(-20, 90))
    minor = int(10 ** dice.uniform(2, 7))
    raised, currency = due - timedelta(days=30), dice.choice(["GBP", "GBP", "KWD", "JPY"])
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


def claim(writing: Writing, dice: random.Random, customer: int, about: Sequence[int]) -> None:
    """That it is paid: believed still, to be looked for, not found, or taken back."""
    said = MONDAY - timedelta(days=dice.randrange(12))
    made = add_claim(
        writing, about=about if dice.random() < 0.7 else (), customer_id=customer,
        interaction_id=None, day=said, by_whom="Ann", paid_day=said, method="transfer",
        reference="", currency=dice.choice(["GBP", "GBP", "KWD"]),
        amount_minor=dice.randrange(1, 900_000) if dice.random() < 0.6 else None,
        until_day=said + timedelta(days=dice.randrange(1, 8)),
    )  # fmt: skip
    if dice.random() < 0.4:
        kind = dice.choice([ClaimEnd.NOT_FOUND, ClaimEnd.NOT_FOUND, ClaimEnd.WITHDRAWN])
        end_claim(writing, made, kind, said + timedelta(days=dice.randrange(6)))


def decide(writing: Writing, dice: random.Random, customer: int) -> None:
    """Leave some in peace for a while, or altogether; ring others no more."""
    day, how = MONDAY - timedelta(days=dice.randrange(40)), dice.random()
    if how < 0.06:
        add_decision(writing, "hold", customer_id=customer, kind=HoldKind.OURS.value, from_day=day,
                     review_day=day + timedelta(days=14), until_day=day + timedelta(days=30),
                     stops=Stop.STEPS.value, reason="Ours")  # fmt: skip
    elif how < 0.1:
        add_decision(writing, "customer_status", customer_id=customer, day=day,
                     status=Status.WITH_AGENCY.value, reason="Given away")  # fmt: skip
    elif how < 0.16:
        add_decision(writing, "wish", customer_id=customer, contact_id=None, day=day,
                     kind=WishKind.NO_CALLS.value, value="yes", note="")  # fmt: skip


def slow_list(as_at: date) -> tuple[list[Line], set[int]]:
    """Every case read, nothing bounded: the lines, and who is left out."""
    book, policy = learnt_book(as_at), work_policy(as_at)
    everybody = sorted(customer_names())
    cases = WorkCases(as_at, book, policy)
    groups = cases.read(sorted({cases.speaks_for(customer) for customer in everybody}))
    found = [worked_out(case, as_at, policy) for case in groups]
    out = {one.customer for one in found if isinstance(one, LeftOut)}
    lines = [
        with_houses(line._replace(branches=cases.branches.get(line.customer, ())))
        for line in found
        if isinstance(line, Line)
    ]
    for file in read_files(everybody, as_at, book):
        own = line_at_any_size(file.case, as_at, policy)
        asked = own is not None and own.kind not in _OURS
        owes = any(entry.due_day < as_at for entry in file.case.entries)
        if file.rest is not None and (file.rest.review_due or asked or owes):
            out.add(file.case.customer)
    return sorted(lines, key=lambda line: line.rank), out


def pieces(as_at: date) -> WorkDay:
    reading = WorkLists().reading(as_at)
    day = reading.go_on()
    while not day.is_whole:
        day = reading.go_on()
    return day


@pytest.mark.parametrize("seed", range(16))
def test_the_first_lines_are_the_slow_list_s(
    office: Office, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(seed)
    with office.gateway.write("test") as writing:
        fill(writing, dice)
    office.posted(MONDAY - timedelta(days=dice.randrange(6)))
    monkeypatch.setattr(work_candidates, "_CHUNK", 1 + seed % 4)
    for as_at in DAYS:
        slow, left_out = slow_list(as_at)
        for limit in (1, 2, 5, 12, CUSTOMERS):
            quick = [row.line for row in WorkLists().today(as_at, limit)]
            assert quick == slow[:limit], (as_at, limit)
        day = pieces(as_at)
        assert [row.line for row in day.rows] == sorted(slow, key=BY_GROUP.key)
        assert {one.customer for one in day.not_contacted} == left_out
    assert len(slow) > CUSTOMERS // 5


DUE = MONDAY - timedelta(days=9)


@pytest.fixture
def held(office: Office) -> int:
    """``RICH`` owes far more than ``HELD``, which has paid some of what it owes: see who is first.

    Nothing is known of either but that, and there is a branch of ``HELD``'s that owes nothing.
    """
    with office.gateway.write("test") as writing:
        rich, held = a_customer(writing, "RICH"), a_customer(writing, "HELD")
        an_invoice(writing, rich, "R", DUE, 90_000_000, due=DUE)
        an_invoice(writing, held, "H", DUE, 10_000, due=DUE)
        a_receipt(writing, held, MONDAY - timedelta(days=1), 3_000)
        edit_customer(writing, a_customer(writing, "WEST"), head_office_id=held)
    return held


def first() -> tuple[str, Kind]:
    (row,) = WorkLists().today(MONDAY, 1)
    return row.code, row.line.kind


def test_money_that_covers_all_but_what_is_in_question_is_looked_for_first(
    office: Office, held: int
) -> None:
    assert first() == ("RICH", Kind.FOLLOW_UP)
    with office.gateway.write("test") as writing:
        dispute = (held, MONDAY, 0, "price", "", None, "", None)
        add_disputes(writing, [dispute], [(0, item_of("H"), 8_000)])
    assert first() == ("HELD", Kind.CHECK_MONEY)


def test_money_that_covers_all_but_what_is_said_to_be_paid(office: Office, held: int) -> None:
    with office.gateway.write("test") as writing:
        add_claim(
            writing, about=[item_of("H")], customer_id=held, interaction_id=None, day=MONDAY,
            by_whom="Ann", paid_day=MONDAY, method="transfer", reference="", currency="GBP",
            amount_minor=8_000, until_day=MONDAY + timedelta(days=1),
        )  # fmt: skip
    assert first() == ("HELD", Kind.CHECK_MONEY)


def test_money_that_covers_all_but_what_another_of_the_group_promised(
    office: Office, held: int
) -> None:
    """A promise that names nothing takes what is overdue anywhere in the group."""
    with office.gateway.write("test") as writing:
        west = id_of("WEST")
        an_invoice(writing, west, "W", DUE, 5_000, due=DUE - timedelta(days=1))
        add_promise(
            writing, customer_id=west, interaction_id=None, side="theirs", made_day=MONDAY,
            due_day=MONDAY, grace_days=2, until_day=MONDAY + timedelta(days=2), currency="GBP",
            amount_minor=13_000, deed="", meant=(),
        )  # fmt: skip
    assert held
    assert first() == ("HELD", Kind.CHECK_MONEY)


@pytest.mark.parametrize("promised", [False, True])
def test_few_units_of_what_is_worth_more_stand_above_many(
    office: Office, promised: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_candidates, "_CHUNK", 1)
    with office.gateway.write("test") as writing:
        add_rate(writing, "GBP", Rate("KWD", DUE, Decimal(500)), "")
        for code, currency, minor in (("MANY", "GBP", 1_000_000), ("FEW", "KWD", 100_000)):
            customer = a_customer(writing, code)
            an_invoice(writing, customer, code, DUE, minor, due=DUE, currency=currency)
            if promised:
                add_promise(
                    writing, customer_id=customer, interaction_id=None, side="theirs",
                    made_day=DUE, due_day=DUE, grace_days=2, until_day=DUE + timedelta(days=2),
                    currency=currency, amount_minor=minor, deed="", meant=(),
                )  # fmt: skip
    office.posted(MONDAY)
    kind = Kind.PROMISE_NOT_KEPT if promised else Kind.FOLLOW_UP
    assert first() == ("FEW", kind)


def test_a_branch_that_pays_late_raises_its_head_office(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The head office pays in time, the branch paid late; another owes twice as much."""
    monkeypatch.setattr(work_candidates, "_CHUNK", 1)
    with office.gateway.write("test") as writing:
        rival, held, west = (a_customer(writing, code) for code in ("RIVAL", "HELD", "WEST"))
        edit_customer(writing, west, head_office_id=held)
        for customer, count, late in ((rival, 70, 0), (held, 3, 0), (west, 17, 85)):
            for number in range(count):
                due = MONDAY - timedelta(days=120)
                item = an_invoice(writing, customer, f"{customer}-{number}", due, 100, due=due)
                money = a_receipt(writing, customer, due + timedelta(days=late), 100)
                allocate(writing, money, item, 100)
        for customer, minor in ((rival, 200_000), (held, 100_000)):
            an_invoice(writing, customer, f"{customer}", DUE, minor, due=DUE)
        keep_habits([rival, held, west])
    assert first() == ("HELD", Kind.FOLLOW_UP)


def id_of(code: str) -> int:
    return int(execute("SELECT id FROM customer WHERE code = ?", (code,)).fetchone()[0])


def item_of(number: str) -> int:
    sql = "SELECT e.id FROM entry e JOIN document d ON d.id = e.document_id WHERE d.number = ?"
    return int(execute(sql, (number,)).fetchone()[0])
