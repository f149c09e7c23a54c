"""«We have paid»: chasing waits, the bank is looked at, and what cannot be found comes back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.customer_records import edit_customer
from creditmate.db.proof.everything import prove_all
from creditmate.domain.allocation_plan import Setting
from creditmate.domain.claims import ClaimState, SaidPaid
from creditmate.domain.errors import Problem
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.receipts import Method, NewPayment, Share
from creditmate.domain.story import Happening, StoryWanted, Topic
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Channel, Kind
from creditmate.i18n.bidi import plain
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.calls import CallNote, Calls
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from creditmate.services.stories import Stories
from tests.services.conftest import Office
from tests.services.money import Till, pounds, refused

MONDAY = date(2026, 11, 16)
DAY = timedelta(days=1)
JAN = date(2026, 1, 5)


@pytest.fixture
def till(office: Office) -> Iterator[Till]:
    made = Till(office.on(MONDAY))
    yield made
    assert prove_all() == []


def states(till: Till, code: str = "ACME") -> list[ClaimState]:
    return [one.state for one in till.office.brief(code).said]


def codes_of(till: Till, code: str = "ACME") -> list[ReasonCode]:
    line = till.office.brief(code).line
    return [] if line is None else [reason.code for reason in line.reasons]


# ---------------------------------------------------------------- believed, looked for, lost


def test_chasing_waits_for_a_transfer_one_working_day_then_the_bank_then_they_are_asked(
    till: Till,
) -> None:
    till.invoice("1", 50000, JAN)
    assert till.office.codes() == ["ACME"]
    till.claims.make("ACME", SaidPaid(), "Ann")
    assert till.office.codes() == []
    account = till.office.brief("ACME").accounts[0]
    assert (account.pay_now.said_paid, account.pay_now.due) == (pounds(50000), pounds(0))
    till.office.on(MONDAY + DAY)
    assert till.office.codes() == []
    till.office.on(MONDAY + 2 * DAY)
    (row,) = till.office.today()
    assert (row.line.kind, row.line.channel) == (Kind.CHECK_MONEY, Channel.BANK)
    assert row.line.amounts == (pounds(50000),)
    assert ReasonCode.CHECK_SAID_PAID in codes_of(till)
    till.office.posted(MONDAY + DAY)
    (row,) = till.office.today()
    assert (row.line.kind, row.line.channel) == (Kind.SAID_PAID, Channel.CALL)
    assert codes_of(till)[0] is ReasonCode.SAID_PAID_NOT_FOUND
    assert states(till) == [ClaimState.NOT_FOUND]


@pytest.mark.parametrize(
    ("method", "until"),
    [
        (Method.TRANSFER, MONDAY + DAY),
        (Method.CARD, MONDAY + 3 * DAY),
        (Method.CHEQUE, MONDAY + 7 * DAY),
    ],
)
def test_each_way_of_paying_takes_its_working_days(till: Till, method: Method, until: date) -> None:
    till.invoice("1", 50000, JAN)
    till.claims.make("ACME", SaidPaid(method, MONDAY - 3 * DAY))
    assert till.office.brief("ACME").said[0].claim.until_day == until


def test_somebody_reached_since_is_not_asked_once_more(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.claims.make("ACME", SaidPaid())
    till.office.on(MONDAY + 3 * DAY).posted(MONDAY + 3 * DAY)
    assert till.office.today()[0].line.kind is Kind.SAID_PAID
    note = CallNote("Ann", Outcome.ASKS_FOR_TIME, "Looks into it", MONDAY + 4 * DAY)
    till.office.call("ACME", note)
    till.office.on(MONDAY + 5 * DAY)
    assert all(row.line.kind is not Kind.SAID_PAID for row in till.office.today())


def test_what_they_say_on_the_phone_and_is_not_there_is_said_the_same_day(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.office.call("ACME", payment_sent())
    till.claims.not_found(till.office.brief("ACME").said[0].claim.id)
    (row,) = till.office.today()
    assert row.line.kind is Kind.SAID_PAID
    assert codes_of(till)[0] is ReasonCode.SAID_PAID_NOT_FOUND
    note = CallNote("Ann", Outcome.ASKS_FOR_TIME, "Looks into it", MONDAY + 4 * DAY)
    till.office.on(MONDAY + DAY).call("ACME", note)
    till.office.on(MONDAY + 2 * DAY)
    assert all(row.line.kind is not Kind.SAID_PAID for row in till.office.today())


def test_a_second_talk_of_the_day_answers_what_was_not_found(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.office.call("ACME", payment_sent())
    talk = CallNote("Ann", Outcome.ASKS_FOR_TIME, "Looks into it", none_because="She rings us")
    till.office.call("ACME", talk)
    till.claims.not_found(till.office.brief("ACME").said[0].claim.id)
    assert till.office.today()[0].line.kind is Kind.SAID_PAID, "nobody was told yet"
    nobody = replace(talk, outcome=Outcome.NO_ANSWER, note="", with_name="")
    till.office.call("ACME", nobody)
    assert till.office.today()[0].line.kind is Kind.SAID_PAID
    till.office.call("ACME", talk)
    assert all(row.line.kind is not Kind.SAID_PAID for row in till.office.today())


def test_a_promise_said_to_be_kept_is_not_called_broken_while_it_is_believed(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    note = CallNote("Ann", Outcome.WILL_PAY, "", MONDAY + 3 * DAY, promised=pounds(50000),
                    promised_by=MONDAY)  # fmt: skip
    till.office.call("ACME", note)
    till.office.on(MONDAY + DAY)
    till.claims.make("ACME", SaidPaid(Method.CHEQUE))
    till.office.on(MONDAY + 4 * DAY).posted(MONDAY + 3 * DAY)
    assert till.office.codes() == []
    till.office.on(MONDAY + 9 * DAY).posted(MONDAY + 8 * DAY)
    assert till.office.today()[0].line.kind is Kind.PROMISE_NOT_KEPT


# ---------------------------------------------------------------- found


def test_a_payment_that_covers_it_is_what_was_claimed(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    claim = till.claims.make("ACME", SaidPaid()).id
    receipt = till.pay(50000)
    assert states(till) == [ClaimState.FOUND]
    assert till.lists.detail(receipt, till.today).claims == (claim,)
    recorded = till.last_action()
    till.payments.undo(recorded)
    assert states(till) == [ClaimState.WAITING]
    receipt = till.pay(50000)
    till.payments.void(receipt, "Twice")
    assert states(till) == [ClaimState.WAITING]


def test_a_head_offices_word_comes_true_in_a_branchs_money(till: Till) -> None:
    """And so it stays when the branch has left the group: it was so that day."""
    for head in (till.ids["ACME"], None):
        with till.office.gateway.write("group") as writing:
            edit_customer(writing, till.ids["BIRCH"], head_office_id=head)
        if head is not None:
            till.invoice("1", 50000, JAN)
            till.claims.make("ACME", SaidPaid())
            till.pay(50000, code="BIRCH")
        assert states(till) == [ClaimState.FOUND]
        assert list(prove_all()) == []


def test_a_part_that_came_is_not_all_of_it(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.invoice("2", 70000, JAN)
    till.claims.make("ACME", SaidPaid(amount=pounds(60000)))
    till.pay(20000)
    brief = till.office.brief("ACME")
    assert [(one.state, one.missing_minor) for one in brief.said] == [(ClaimState.WAITING, 40000)]
    assert brief.accounts[0].pay_now.said_paid == pounds(40000)


def test_money_far_older_than_the_claim_is_not_it(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.claims.make("ACME", SaidPaid())
    till.pay(50000, on=MONDAY - 8 * DAY)
    assert states(till) == [ClaimState.WAITING]


def test_it_is_found_with_another_customer_and_made_theirs(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    claim = till.claims.make("ACME", SaidPaid(reference="4471")).id
    stray = till.pay(50000, code="BIRCH", payer="Acme Ltd", reference="Inv 4471")
    till.pay(100, code="CEDAR")
    till.office.on(MONDAY + 3 * DAY).posted(MONDAY + 3 * DAY)
    (row,) = till.office.today()
    assert (row.line.kind, row.line.channel) == (Kind.SAID_PAID, Channel.MATCH)
    assert ReasonCode.LOOKS_LIKE_IT in codes_of(till)
    (one,) = till.claims.candidates(claim)
    assert (one.credit.receipt_id, one.credit.code) == (stray, "BIRCH")
    assert (one.likeness.same_amount, one.likeness.like_payer, one.likeness.same_customer) == (
        True, True, False,
    )  # fmt: skip
    done = till.claims.found(claim, stray)
    assert till.lists.detail(done.id, till.today).row.codes == ("ACME",)
    assert till.lists.detail(done.id, till.today).row.payer == "Acme Ltd"
    assert till.office.brief("BIRCH").unmatched == ()
    assert till.office.today()[0].line.channel is Channel.MATCH
    till.payments.undo(done.action)
    assert states(till) == [ClaimState.NOT_FOUND]
    assert [row.open for row in till.office.brief("BIRCH").unmatched] == [pounds(50000)]


def test_another_customers_money_that_is_used_stays_theirs(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    theirs = till.invoice("2", 50000, JAN, code="BIRCH")
    claim = till.claims.make("ACME", SaidPaid()).id
    used = till.pay(50000, (theirs, 50000), code="BIRCH")
    with refused(Problem.RECEIPT_STANDS):
        till.claims.found(claim, used)
    with refused(Problem.CLAIM_FIELD):
        till.claims.found(claim, 99)
    till.claims.found(claim, till.pay(100))
    assert states(till) == [ClaimState.FOUND, ClaimState.WAITING]
    with refused(Problem.CLAIM_FIELD):
        till.claims.not_found(claim)


def test_money_long_used_for_something_else_is_not_it(till: Till) -> None:
    """Matched before they said so: a person has to look whether it is what they mean."""
    first, second = till.invoice("1", 80000, JAN), till.invoice("2", 84250, JAN)
    receipt = till.pay(84250, (second, 84250), on=MONDAY - 5 * DAY)
    said = SaidPaid(Method.CHEQUE, paid_on=MONDAY - 6 * DAY, amount=pounds(80000))
    claim = till.claims.make("ACME", said).id
    assert states(till) == [ClaimState.WAITING]
    assert [row.code for row in till.claims.open(till.today)] == ["ACME"]
    assert till.office.codes() == []
    (row,) = till.lists.detail(receipt, till.today).entries[0].allocations
    till.allocating.take_back([row.id])
    till.allocating.apply([Setting(till.money_of(receipt), first, pounds(80000))])
    assert states(till) == [ClaimState.FOUND]  # it is what they meant, since somebody says so
    with refused(Problem.CLAIM_FIELD):
        till.claims.candidates(claim)


def test_money_that_names_other_items_as_it_comes_is_not_it(till: Till) -> None:
    till.invoice("1", 80000, JAN)
    other = till.invoice("2", 319002, JAN + 20 * DAY)
    claim = till.claims.make("ACME", SaidPaid(Method.CHEQUE, amount=pounds(50000))).id
    receipt = till.pay(319002, (other, 319002))
    assert states(till) == [ClaimState.WAITING]
    assert till.lists.detail(receipt, till.today).claims == ()
    loose = till.pay(20000)
    assert till.office.brief("ACME").said[0].missing_minor == 30000
    till.allocating.apply([Setting(till.money_of(loose), 1, pounds(20000))])
    assert till.office.brief("ACME").said[0].missing_minor == 30000
    other = till.invoice("3", 30000, JAN + 20 * DAY)
    just_that = till.pay(30000, (other, 30000))
    assert till.lists.detail(just_that, till.today).claims == (claim,)


def test_loose_money_is_what_they_mean_wherever_it_is_matched_then(till: Till) -> None:
    till.invoice("1", 80000, JAN)
    other = till.invoice("2", 50000, JAN + 20 * DAY)
    receipt = till.pay(50000, on=MONDAY)
    till.claims.make("ACME", SaidPaid(amount=pounds(50000)))
    assert states(till) == [ClaimState.FOUND]
    till.allocating.apply([Setting(till.money_of(receipt), other, pounds(50000))])
    assert states(till) == [ClaimState.FOUND]


@pytest.mark.parametrize("sort", ["early", "bounced", "currency"])
def test_it_is_not_found_in_what_it_cannot_be(till: Till, sort: str) -> None:
    till.invoice("1", 50000, JAN)
    early = MONDAY - 8 * DAY
    receipt = till.pay(50000, on=early if sort == "early" else MONDAY)
    if sort == "bounced":
        till.payments.bounce(receipt, MONDAY)
    if sort == "currency":
        share = Share("BIRCH", Money(50000, "EUR"))
        receipt = till.payments.record(NewPayment(MONDAY, Method.TRANSFER, (share,))).id
        till.payments.void(1, "Not yet")
    claim = till.claims.make("ACME", SaidPaid()).id
    with refused(Problem.CLAIM_FIELD):
        till.claims.found(claim, receipt)


@pytest.mark.parametrize("amount", [None, pounds(50000)])
@pytest.mark.parametrize("code", ["ACME", "BIRCH"])
def test_found_in_less_the_rest_is_claimed_on(till: Till, amount: Money | None, code: str) -> None:
    till.invoice("1", 50000, JAN)
    claim = till.claims.make("ACME", SaidPaid(Method.CHEQUE, amount=amount)).id
    done = till.claims.found(claim, till.pay(20000, code=code))
    found, rest = till.office.brief("ACME").said
    assert (found.state, rest.state) == (ClaimState.FOUND, ClaimState.WAITING)
    assert (rest.missing_minor, rest.claim.entries) == (30000, found.claim.entries)
    till.pay(10000)
    assert till.office.brief("ACME").said[1].missing_minor == 20000
    till.pay(20000)
    assert till.claims.open(till.today) == []
    with refused(Problem.PAYMENT_STANDS):
        till.payments.undo(done.action)


# ---------------------------------------------------------------- other endings


def test_who_looked_in_vain_says_so_and_chasing_goes_on(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    claim = till.claims.make("ACME", SaidPaid(Method.CHEQUE)).id
    till.office.on(MONDAY + DAY)
    done = till.claims.not_found(claim)
    assert till.office.today()[0].line.kind is Kind.SAID_PAID
    with refused(Problem.CLAIM_FIELD):
        till.claims.not_found(claim)
    till.payments.undo(done.action)
    assert till.office.codes() == []
    till.claims.withdraw(claim)
    assert states(till) == [ClaimState.WITHDRAWN]
    assert till.office.today()[0].line.kind is Kind.FOLLOW_UP


def test_said_once_more_it_is_waited_for_once(till: Till) -> None:
    for number in range(4):
        till.invoice(str(number), 50000, JAN)
    till.claims.make("ACME", SaidPaid(amount=pounds(50000)))
    till.office.on(MONDAY + DAY)
    done = till.claims.make("ACME", SaidPaid(amount=pounds(50000)))
    assert states(till) == [ClaimState.REPLACED, ClaimState.WAITING]
    assert till.office.brief("ACME").accounts[0].pay_now.said_paid == pounds(50000)
    till.payments.undo(done.action)
    assert states(till) == [ClaimState.WAITING]
    till.claims.make("ACME", SaidPaid(amount=pounds(20000)))
    assert till.office.brief("ACME").accounts[0].pay_now.said_paid == pounds(70000)
    till.claims.make("ACME", SaidPaid())
    assert states(till).count(ClaimState.WAITING) == 3
    till.claims.make("ACME", SaidPaid())
    assert states(till).count(ClaimState.WAITING) == 1
    assert till.office.brief("ACME").accounts[0].pay_now.said_paid == pounds(200000)


def test_said_once_more_with_its_sum_it_takes_the_place_of_what_named_none(till: Till) -> None:
    till.invoice("1", 126400, JAN)
    till.invoice("2", 5000, MONDAY - 29 * DAY)  # falls due after it was said
    till.claims.make("ACME", SaidPaid(paid_on=MONDAY - 4 * DAY))
    till.office.on(MONDAY + 9 * DAY).posted(MONDAY + 9 * DAY)
    assert states(till) == [ClaimState.NOT_FOUND]
    again = SaidPaid(paid_on=MONDAY - 4 * DAY, amount=pounds(126400))
    till.claims.make("ACME", again)
    assert states(till) == [ClaimState.REPLACED, ClaimState.WAITING]


def test_what_was_looked_for_in_vain_stays_listed(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    claim = till.claims.make("ACME", SaidPaid()).id
    till.claims.not_found(claim)
    (row,) = till.claims.open(till.today)
    assert (row.code, row.standing.state) == ("ACME", ClaimState.NOT_FOUND)
    till.claims.withdraw(claim)
    assert till.claims.open(till.today) == []


def test_what_cannot_be_claimed(till: Till) -> None:
    with refused(Problem.NOTHING_OPEN):
        till.claims.make("ACME", SaidPaid())
    till.invoice("1", 50000, JAN)
    with refused(Problem.NOTHING_OPEN):
        till.claims.make("ACME", SaidPaid(amount=Money(1, "EUR")))
    with refused(Problem.CLAIM_FIELD):
        till.claims.make("ACME", SaidPaid(paid_on=MONDAY + DAY))
    with refused(Problem.CLAIM_FIELD):
        till.claims.make("ACME", SaidPaid(amount=pounds(0)))
    with refused(Problem.CLAIM_FIELD):
        till.claims.candidates(99)


def test_the_open_claims_come_the_lost_ones_first(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.invoice("2", 50000, JAN, code="BIRCH")
    till.claims.make("ACME", SaidPaid(Method.CHEQUE))
    till.claims.make("BIRCH", SaidPaid())
    till.office.on(MONDAY + 3 * DAY).posted(MONDAY + 3 * DAY)
    rows = till.claims.open(till.today)
    assert [(row.code, row.standing.state) for row in rows] == [
        ("BIRCH", ClaimState.NOT_FOUND), ("ACME", ClaimState.WAITING),
    ]  # fmt: skip
    assert [row.code for row in till.claims.open(till.today, "acme")] == ["ACME"]


# ---------------------------------------------------------------- calls


def payment_sent(**values: object) -> CallNote:
    usual: dict[str, object] = {"next_day": MONDAY + 3 * DAY, **values}
    return CallNote("Ann Lee", Outcome.PAYMENT_SENT, "Sent it", **usual)  # type: ignore[arg-type]


def test_that_a_payment_was_sent_is_a_claim_by_transfer_of_all_that_is_overdue(till: Till) -> None:
    first = till.invoice("1", 50000, JAN)
    till.invoice("2", 70000, MONDAY)
    till.office.call("ACME", payment_sent())
    (said,) = till.office.brief("ACME").said
    claim = said.claim
    assert (claim.entries, claim.minor, claim.method, claim.paid_day, claim.by_whom) == (
        (first,), None, "transfer", MONDAY, "Ann Lee",
    )  # fmt: skip
    assert till.office.codes() == []


def test_a_call_tells_how_it_was_paid_and_is_taken_back_with_what_it_said(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    calls = Calls(till.office.gateway, till.office.clock)
    said = SaidPaid(Method.CHEQUE, MONDAY - DAY, "No. 114", pounds(30000))
    made = calls.record("ACME", payment_sent(said_paid=said))
    (one,) = till.office.brief("ACME").said
    assert (one.claim.minor, one.claim.reference) == (30000, "No. 114")
    calls.undo(made.id)
    assert till.office.brief("ACME").said == ()
    made = calls.record("ACME", payment_sent(said_paid=said))
    till.claims.not_found(till.office.brief("ACME").said[0].claim.id)
    with refused(Problem.CALL_STANDS):
        calls.undo(made.id)


def test_a_payment_sent_where_nothing_is_open_is_just_a_talk(till: Till) -> None:
    till.office.call("ACME", payment_sent())
    assert till.office.brief("ACME").said == ()
    with refused(Problem.NOTHING_OPEN):
        till.office.call("ACME", payment_sent(said_paid=SaidPaid()))
    note = CallNote("Ann", Outcome.REFUSES, "No", MONDAY + DAY, said_paid=SaidPaid())
    with refused(Problem.CALL_FIELD):
        till.office.call("ACME", note)


@pytest.mark.parametrize(("next_day", "kind"), [(3, "check_money"), (1, "call_back")])
def test_a_step_after_the_money_should_be_here_is_the_claims_own(
    till: Till, next_day: int, kind: str
) -> None:
    till.invoice("1", 50000, JAN)
    till.office.call("ACME", payment_sent(next_day=MONDAY + next_day * DAY))
    assert [task.kind for task in till.office.brief("ACME").tasks] == [kind]


# ---------------------------------------------------------------- statements


def test_a_statement_says_what_is_on_its_way_and_a_run_leaves_them_out(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.pay(9000, deposit_for="Loft")
    till.claims.make("ACME", SaidPaid())
    statements = Statements(till.office.gateway)
    drafts, _ = statements.drafts(till.today, ["ACME"])
    statement = drafts[0].paper.statement
    assert [(item.on_its_way, item.held_for) for item in statement.items] == [
        (pounds(50000), ""), (None, "Loft"),
    ]  # fmt: skip
    assert (statement.pay_now.due, statement.pay_now.unmatched) == (pounds(0), pounds(0))
    book = StatementLists(statements).book(till.today)
    reasons = {one.code: one.reason for one in book.candidates}
    found = reasons["ACME"]
    assert found is not None
    assert (found.why.value, found.day) == ("said_paid", MONDAY + DAY)


def test_as_at_an_earlier_day_nobody_had_said_so(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.claims.make("ACME", SaidPaid())
    till.office.on(MONDAY - DAY)
    assert till.office.brief("ACME").said == ()
    assert execute("SELECT count(*) FROM claim").fetchone() == (1,)


def test_the_story_tells_what_was_said_and_what_came_of_it(till: Till) -> None:
    till.invoice("1", 50000, JAN)
    till.office.call("ACME", payment_sent(said_paid=SaidPaid(Method.CHEQUE, reference="No. 114")))
    till.office.on(MONDAY + DAY)
    till.claims.make("ACME", SaidPaid(amount=pounds(50000)), "Ann")
    till.office.on(MONDAY + 2 * DAY)
    till.claims.not_found(till.office.brief("ACME").said[-1].claim.id)
    told = []
    listing = Stories().listing("ACME", StoryWanted(Topic.PROMISES), till.today)
    teller = StoryTeller("en_GB", "en_GB", till.today)
    for event in listing.head:
        told.append((teller.tell(event).title, plain(teller.tell(event).text)))
    assert told == [
        ("Not found what they said they had paid",
         "Says £500.00 was sent on Tue\u00a017\u00a0Nov, Transfer. Said on Tue\u00a017\u00a0Nov."),
        ("Said to be paid",
         "Says £500.00 was sent on Tue\u00a017\u00a0Nov, Transfer. Said by Ann."),
        ("Call with Ann Lee",
         "Says all was sent on Mon\u00a016\u00a0Nov, Cheque, reference No. 114. Sent it"),
    ]  # fmt: skip
    found = Stories().listing("ACME", StoryWanted(text="114"), till.today)
    assert [key.what for key in found.keys] == [Happening.TALK]
    found = Stories().listing("ACME", StoryWanted(text="ann 500"), till.today)
    assert [key.what for key in found.keys] == [Happening.CLAIM_MADE]
