"""Payment plans from the agreement on: what is left in peace, kept by the money, ended, undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.business import business
from creditmate.db.connection import execute
from creditmate.db.models import Customer
from creditmate.db.proof.everything import prove_all
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.extensions import ExtensionState, NewExtension
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_refusals import PlanWhy
from creditmate.domain.plan_terms import Every, Meanwhile, PlanTerms
from creditmate.domain.plan_warnings import PlanWarningKind
from creditmate.domain.plans import InstalmentState, PlanState
from creditmate.domain.promise_register import matured
from creditmate.domain.promises import PromiseState
from creditmate.domain.statement import ArrangementNote, PayNow, Statement
from creditmate.domain.statement_choice import LeftOut, Reason
from creditmate.domain.story import StoryWanted, Topic
from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.bidi import plain
from creditmate.i18n.plan_problems import plan_problem
from creditmate.i18n.plan_words import plan_warning_words
from creditmate.i18n.story_words import StoryTeller
from creditmate.services.calls import CallNote, Calls
from creditmate.services.customers import require_customer
from creditmate.services.extensions import Extensions
from creditmate.services.interest import Interest
from creditmate.services.lateness import learnt_book
from creditmate.services.plan_lists import PlanRow
from creditmate.services.plans import Plans
from creditmate.services.statement_drafts import drafts_of
from creditmate.services.statement_groups import Together
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from creditmate.services.stories import Stories
from tests.services.conftest import Office
from tests.services.money import Till, pounds

AGREED = date(2026, 12, 3)
FIRST, SECOND, THIRD = date(2026, 12, 18), date(2027, 1, 18), date(2027, 2, 18)
LAST_OF_FIRST = date(2027, 1, 4)  # the 1st is a holiday, then a weekend
DAY = timedelta(1)
THREE = PlanTerms(first=FIRST, parts=3, by_whom="Ms Ash")


class Desk:
    """Plans over the ledger of a till; ACME owes 3,427.30 in three invoices, all overdue."""

    def __init__(self, till: Till) -> None:
        self.till, office = till, till.office
        self.plans = Plans(office.gateway, office.clock)
        self.extensions = Extensions(office.gateway, office.clock)
        self.oldest = till.invoice("2118", 55_620, date(2026, 8, 10))
        self.middle = till.invoice("2139", 94_030, date(2026, 9, 7))
        self.latest = till.invoice("2188", 193_080, date(2026, 10, 19))

    def on(self, day: date, posted: date | None = None) -> "Desk":
        self.till.office.on(day)
        self.till.office.posted(posted or day)
        return self

    def wrote(self, day: date = FIRST + 7 * DAY, code: str = "ACME") -> "Desk":
        letter = CallNote(
            "Ms Ash", Outcome.NO_ANSWER, "The part", none_because="the paper says so",
            channel="letter",
        )  # fmt: skip
        self.on(day).till.office.call(code, letter)
        return self

    def agree(self, terms: PlanTerms = THREE) -> int:
        return self.plans.agree("ACME", terms).id

    def row(self, code: str = "ACME") -> PlanRow:
        return self.plans.of_customer(code, self.till.today)[-1]

    @property
    def state(self) -> PlanState:
        return self.row().standing.state

    def parts(self) -> list[InstalmentState]:
        return [one.state for one in self.row().standing.instalments]

    def pay_now(self) -> PayNow:
        (account,) = self.till.office.brief("ACME").accounts
        return account.pay_now

    def dispute(self, entry: int, minor: int | None = None) -> None:
        with self.till.office.gateway.write("test") as writing:
            from creditmate.db.disputes import add_disputes  # noqa: PLC0415

            row = (self.till.ids["ACME"], self.till.today, 0, "price", "Ash", None, "", None)
            add_disputes(writing, [row], [(0, entry, minor)])


@pytest.fixture
def desk(office: Office) -> Iterator[Desk]:
    made = Desk(Till(office.on(AGREED)))
    yield made
    assert prove_all() == []


def why(error: UserError) -> PlanWhy:
    assert error.problem is Problem.PLAN_REFUSED
    assert plan_problem(error, "en_GB", "en_GB")
    return PlanWhy(str(error.facts["why"]))


def refused(reason: PlanWhy) -> pytest.RaisesExc[UserError]:
    return pytest.RaisesExc(UserError, check=lambda error: why(error) is reason)


# ---------------------------------------------------------------- drafting


def test_a_draft_shows_what_is_owed_and_how_it_is_paid(desk: Desk) -> None:
    draft = desk.plans.draft("ACME", THREE)
    assert draft.amount == pounds(342_730)
    assert [(item.row.number, item.amount.minor) for item in draft.items] == [
        ("2118", 55_620), ("2139", 94_030), ("2188", 193_080),
    ]  # fmt: skip
    assert [(one.day, one.amount.minor) for one in draft.parts] == [
        (FIRST, 114_243), (SECOND, 114_243), (THIRD, 114_244),
    ]  # fmt: skip
    assert draft.warnings == ()
    assert execute("SELECT count(*) FROM plan").fetchone() == (0,)


def test_nothing_in_question_is_in_a_plan(desk: Desk) -> None:
    desk.dispute(desk.oldest, 8_640)
    draft = desk.plans.draft("ACME", THREE)
    assert (draft.amount, draft.in_question) == (pounds(334_090), pounds(8_640))
    assert [one.kind for one in draft.warnings] == [PlanWarningKind.IN_QUESTION]
    with refused(PlanWhy.TOO_MUCH):
        desk.plans.draft("ACME", replace(THREE, amount=pounds(334_091)))
    desk.dispute(desk.oldest)
    with refused(PlanWhy.IN_QUESTION):
        desk.plans.draft("ACME", replace(THREE, entries=(desk.oldest,)))


def test_money_that_is_matched_to_nothing_is_taken_off(desk: Desk) -> None:
    desk.till.pay(30_000, on=AGREED - DAY)
    draft = desk.plans.draft("ACME", THREE)
    assert (draft.amount, draft.received) == (pounds(312_730), pounds(30_000))
    assert draft.items[0].amount == pounds(25_620)
    # what else is overdue goes before: the plan is about the two later ones alone
    two = desk.plans.draft("ACME", replace(THREE, entries=(desk.middle, desk.latest)))
    assert (two.amount, two.received) == (pounds(287_110), pounds(0))


def test_a_smaller_amount_is_for_the_oldest(desk: Desk) -> None:
    draft = desk.plans.draft("ACME", replace(THREE, amount=pounds(100_000)))
    assert [item.amount.minor for item in draft.items] == [55_620, 44_380]


def test_only_what_is_overdue_unless_nothing_is(desk: Desk) -> None:
    later = desk.till.invoice("2200", 10_000, AGREED)
    assert desk.plans.draft("ACME", THREE).amount == pounds(342_730)
    named = desk.plans.draft("ACME", replace(THREE, entries=(later,)))
    assert [one.kind for one in named.warnings] == [PlanWarningKind.NOT_DUE]
    desk.till.invoice("B1", 5_000, AGREED, code="BIRCH")
    assert desk.plans.draft("BIRCH", THREE).amount == pounds(5_000)
    with refused(PlanWhy.NOTHING_OPEN):
        desk.plans.draft("CEDAR", THREE)


def test_where_all_that_is_overdue_is_in_a_kept_plan_nothing_that_is_not_due_is_put_in_another(
    desk: Desk,
) -> None:
    desk.agree()
    coming = desk.till.invoice("2301", 165_000, AGREED)
    with refused(PlanWhy.IN_A_PLAN):
        desk.plans.draft("ACME", THREE)
    named = desk.plans.draft("ACME", replace(THREE, entries=(coming,)))
    assert named.amount == pounds(165_000)


def test_an_invoice_of_somebody_else_is_not_in_it(desk: Desk) -> None:
    other = desk.till.invoice("B1", 5_000, date(2026, 9, 1), code="BIRCH")
    with refused(PlanWhy.NOT_OPEN):
        desk.plans.draft("ACME", replace(THREE, entries=(desk.oldest, other)))


def test_currencies_are_not_mixed(desk: Desk) -> None:
    euros = desk.till.invoice("E1", 5_000, date(2026, 9, 1), currency="EUR")
    with refused(PlanWhy.SEVERAL_CURRENCIES):
        desk.plans.draft("ACME", THREE)
    assert desk.plans.draft("ACME", replace(THREE, entries=(euros,))).amount == Money(5_000, "EUR")
    each = replace(THREE, parts=None, each=Money(2_000, "EUR"))
    assert desk.plans.draft("ACME", each).amount == Money(5_000, "EUR")
    with refused(PlanWhy.OTHER_CURRENCY):
        desk.plans.draft("ACME", replace(THREE, amount=Money(5, "USD")))


def test_the_first_part_is_not_in_the_past(desk: Desk) -> None:
    with refused(PlanWhy.FIRST_PAST):
        desk.plans.draft("ACME", replace(THREE, first=AGREED - DAY))


def test_a_long_plan_needs_a_reason_that_is_kept(desk: Desk) -> None:
    seven = replace(THREE, parts=7)
    draft = desk.plans.draft("ACME", seven)
    assert (draft.needs_reason, draft.warnings[-1].kind) == (True, PlanWarningKind.BEYOND)
    with refused(PlanWhy.BEYOND):
        desk.agree(seven)
    desk.agree(replace(seven, because="Ellen Rook agreed", note="by phone"))
    assert desk.row().standing.plan.note == "by phone\nEllen Rook agreed"
    sql = "SELECT reason FROM action WHERE use_case = 'agree-plan'"
    assert execute(sql).fetchone() == ("Ellen Rook agreed",)


@pytest.mark.parametrize(
    ("form", "change", "warned"),
    [
        ("sole_trader", {}, False),
        ("sole_trader", {"parts": 12}, False),
        ("sole_trader", {"parts": 13}, True),
        ("individual", {"interest": Meanwhile.RUNS}, True),
        ("partnership", {"parts": 12, "first": date(2027, 3, 1)}, True),
        ("unknown", {"parts": 13}, True),
        ("company", {"parts": 13}, False),
        ("charity", {"parts": 13}, False),
    ],
)
def test_consumer_credit_is_thought_of_where_the_customer_may_be_a_person(
    desk: Desk, form: str, change: dict[str, object], warned: bool
) -> None:
    with desk.till.office.gateway.write("test") as writing:
        row = Customer.get(Customer.code == "ACME")
        writing.edit(Customer, row.id, row.version, legal_form=form)
    draft = desk.plans.draft("ACME", replace(THREE, **change))  # type: ignore[arg-type]
    kinds = [one.kind for one in draft.warnings]
    assert (PlanWarningKind.CREDIT_LAW in kinds) is warned


# ---------------------------------------------------------------- what is left in peace


def test_while_it_is_kept_nothing_is_asked_for(desk: Desk) -> None:
    assert desk.till.office.codes() == ["ACME"]
    desk.agree()
    pays = desk.pay_now()
    assert (pays.overdue, pays.promised, pays.due) == (pounds(342_730), pounds(342_730), pounds(0))
    assert desk.row().standing.plan.number == "P-2612-001"
    assert desk.row().standing.plan.reference == "P-2612-001"


def test_new_invoices_are_not_part_of_it(desk: Desk) -> None:
    desk.agree()
    desk.till.invoice("2200", 10_000, AGREED - 9 * DAY)
    desk.on(date(2026, 12, 16))
    assert desk.pay_now().due == pounds(0)
    desk.on(FIRST)
    desk.till.pay(114_243)
    desk.on(date(2027, 1, 8))
    assert desk.pay_now().due == pounds(10_000)


def test_kept_month_by_month_and_completed(desk: Desk) -> None:
    desk.agree()
    desk.on(FIRST).till.pay(114_243, (desk.oldest, 55_620), (desk.middle, 58_623))
    assert (desk.state, desk.pay_now().due) == (PlanState.KEPT, pounds(0))
    desk.on(SECOND).till.pay(114_243)  # matched to nothing yet
    assert (desk.state, desk.pay_now().due) == (PlanState.KEPT, pounds(0))
    desk.on(THIRD).till.pay(114_244)
    assert desk.state is PlanState.COMPLETED
    assert desk.row().standing.missing_minor == 0


def test_a_missed_part_is_talked_of_and_may_still_come(desk: Desk) -> None:
    desk.agree()
    desk.on(FIRST + DAY, posted=FIRST - DAY)
    assert (desk.state, desk.pay_now().due) == (PlanState.CHECK_BANK, pounds(0))
    desk.on(FIRST + DAY)
    assert (desk.state, desk.pay_now().due) == (PlanState.MISSED, pounds(114_243))
    desk.on(LAST_OF_FIRST).till.pay(114_243)
    assert (desk.state, desk.pay_now().due) == (PlanState.CURED, pounds(0))
    assert desk.parts()[0] is InstalmentState.CURED


def test_in_default_all_of_it_is_asked_for(desk: Desk) -> None:
    desk.agree()
    desk.on(FIRST).till.pay(14_243)
    desk.wrote().on(LAST_OF_FIRST)
    assert (desk.state, desk.pay_now().due) == (PlanState.MISSED, pounds(100_000))
    desk.on(LAST_OF_FIRST + DAY)
    assert (desk.state, desk.pay_now().due) == (PlanState.DEFAULTED, pounds(328_487))


def test_nothing_written_it_does_not_end_and_today_goes_on_proposing_to_write(desk: Desk) -> None:
    desk.agree()
    desk.on(LAST_OF_FIRST + 9 * DAY)
    assert (desk.state, desk.pay_now().due) == (PlanState.MISSED, pounds(114_243))
    (line,) = desk.till.office.today()
    assert ReasonCode.PLAN_WRITE in {one.code for one in line.line.reasons}
    wrote = desk.till.today
    desk.wrote(wrote)
    part = desk.row().standing.instalments[0]
    assert (part.written_day, part.cure_day) == (wrote, wrote + 7 * DAY)
    assert desk.on(wrote + 7 * DAY).state is PlanState.MISSED
    assert desk.on(wrote + 8 * DAY).state is PlanState.DEFAULTED
    assert desk.plans.of_customer("ACME", wrote - DAY)[-1].standing.state is PlanState.MISSED


def test_what_came_back_or_was_a_message_or_theirs_is_no_letter(desk: Desk) -> None:
    desk.agree()
    told = CallNote("Ms Ash", Outcome.NO_ANSWER, "x", none_because="x", channel="letter")
    for note in (
        replace(told, channel="text"),
        replace(told, channel="email", outcome=Outcome.WRONG_NUMBER),
        replace(told, channel="email", outcome=Outcome.REFUSES, incoming=True),
        replace(told, channel="call"),
    ):
        desk.on(FIRST + 7 * DAY).till.office.call("ACME", note)
    assert desk.on(LAST_OF_FIRST + 9 * DAY).state is PlanState.MISSED


def test_a_new_day_for_the_missed_part_is_waited_for(desk: Desk) -> None:
    desk.agree()
    day = LAST_OF_FIRST + 6 * DAY
    desk.on(FIRST + 3 * DAY).till.office.call("ACME", _brings(114_243, day))
    desk.wrote().on(day)
    assert (desk.state, desk.pay_now().due) == (PlanState.MISSED, pounds(0))
    until = desk.row().standing.instalments[0].cure_day
    assert until > day
    assert desk.on(until + DAY).state is PlanState.DEFAULTED


def _brings(minor: int, day: date) -> CallNote:
    return CallNote(
        "Ms Ash", Outcome.WILL_PAY, "", next_day=day + 3 * DAY, promised=pounds(minor),
        promised_by=day,
    )  # fmt: skip


def test_what_bounces_never_came(desk: Desk) -> None:
    desk.agree()
    receipt = desk.on(FIRST).till.pay(114_243, (desk.oldest, 55_620), (desk.middle, 58_623))
    desk.on(FIRST + 4 * DAY)
    assert desk.state is PlanState.KEPT
    desk.till.payments.bounce(receipt, desk.till.today)
    assert (desk.state, desk.pay_now().due) == (PlanState.MISSED, pounds(114_243))


def test_money_for_another_invoice_is_not_the_plans(desk: Desk) -> None:
    desk.agree()
    new = desk.till.invoice("2200", 114_243, AGREED - 9 * DAY)
    desk.on(FIRST).till.pay(114_243, (new, 114_243))
    desk.on(FIRST + DAY)
    assert (desk.state, desk.row().standing.came_minor) == (PlanState.MISSED, 0)


def test_money_of_the_same_day_counts_if_it_was_entered_afterwards(desk: Desk) -> None:
    desk.till.pay(30_000)
    desk.agree(replace(THREE, down=pounds(20_000)))
    assert (desk.row().standing.plan.minor, desk.row().standing.came_minor) == (312_730, 0)
    desk.till.pay(20_000)
    assert desk.row().standing.came_minor == 20_000
    assert desk.parts()[0] is InstalmentState.PAID


def test_a_credit_note_shortens_it(desk: Desk) -> None:
    desk.agree()
    with desk.till.office.gateway.write("test") as writing:
        from tests.builders import a_receipt, allocate  # noqa: PLC0415

        before = a_receipt(writing, desk.till.ids["ACME"], AGREED - 5 * DAY, 14_244)
        allocate(writing, before, desk.latest, 14_244)
    assert [one.minor for one in desk.row().standing.instalments] == [114_243, 114_243, 100_000]


def test_no_receipt_counts_for_a_plan_and_for_a_promise_about_something_else(desk: Desk) -> None:
    desk.agree()
    desk.till.invoice("2200", 50_000, AGREED - 35 * DAY)
    promise = CallNote(
        "Ms Ash", Outcome.WILL_PAY, "", next_day=FIRST, promised=pounds(50_000), promised_by=FIRST
    )
    desk.till.office.call("ACME", promise)
    desk.on(FIRST).till.pay(114_243)
    (standing,) = desk.till.office.brief("ACME").standings
    assert (desk.state, standing.state) == (PlanState.KEPT, PromiseState.OPEN)
    desk.till.pay(50_000)
    (standing,) = desk.till.office.brief("ACME").standings
    assert (standing.state, desk.row().standing.came_minor) == (PromiseState.KEPT, 114_243)


def test_money_matched_to_the_plan_keeps_a_promise_for_an_earlier_day_than_its_part(
    desk: Desk,
) -> None:
    desk.agree()
    desk.till.invoice("2200", 50_000, AGREED)  # all that is overdue is in the plan
    day = AGREED + 8 * DAY
    promise = CallNote(
        "Ms Ash", Outcome.WILL_PAY, "", next_day=FIRST, promised=pounds(50_000), promised_by=day
    )
    desk.till.office.call("ACME", promise)
    desk.on(day).till.pay(100_000, (desk.oldest, 55_620), (desk.middle, 44_380))
    desk.on(FIRST + DAY)
    (standing,) = desk.till.office.brief("ACME").standings
    assert (standing.state, standing.came_minor) == (PromiseState.KEPT, 50_000)
    assert (desk.state, desk.pay_now().due) == (PlanState.MISSED, pounds(14_243))


def test_a_promise_to_bring_the_missed_part_is_kept_by_the_same_money(desk: Desk) -> None:
    desk.agree()
    desk.on(FIRST + 3 * DAY)
    promise = CallNote(
        "Ms Ash", Outcome.WILL_PAY, "", next_day=FIRST + 9 * DAY, promised=pounds(114_243),
        promised_by=FIRST + 5 * DAY,
    )  # fmt: skip
    desk.till.office.call("ACME", promise)
    assert desk.pay_now().due == pounds(0)
    desk.on(FIRST + 5 * DAY).till.pay(114_243)
    (standing,) = desk.till.office.brief("ACME").standings
    assert (desk.state, standing.state) == (PlanState.CURED, PromiseState.KEPT)


def test_promises_about_nothing_else_end_with_it(desk: Desk) -> None:
    promise = CallNote(
        "Ms Ash", Outcome.WILL_PAY, "", next_day=FIRST, promised=pounds(55_620), promised_by=FIRST
    )
    desk.till.office.call("ACME", promise)
    draft = desk.plans.draft("ACME", THREE)
    assert [(one.kind, one.count) for one in draft.warnings] == [(PlanWarningKind.PROMISED, 1)]
    done = desk.plans.agree("ACME", THREE)
    states = [one.state for one in desk.till.office.brief("ACME").standings]
    assert states == [PromiseState.WITHDRAWN]
    desk.plans.undo(done.action)
    assert [one.state for one in desk.till.office.brief("ACME").standings] == [PromiseState.OPEN]
    assert desk.plans.of_customer("ACME", AGREED) == []


# ---------------------------------------------------------------- what is done with it


def test_it_is_signed_once(desk: Desk) -> None:
    desk.agree()
    desk.on(AGREED + DAY).plans.sign("p-2612-001")
    assert desk.row().standing.plan.signed_day == AGREED + DAY
    with refused(PlanWhy.SIGNED_ALREADY):
        desk.plans.sign("P-2612-001")
    with refused(PlanWhy.UNKNOWN_PLAN):
        desk.plans.sign("P-2612-002")


def test_it_is_cancelled_for_a_reason_and_taken_up_again(desk: Desk) -> None:
    plan = desk.agree()
    with refused(PlanWhy.NO_REASON):
        desk.plans.cancel(str(plan), " ")
    desk.plans.cancel(str(plan), "they want to pay at once")
    assert (desk.state, desk.pay_now().due) == (PlanState.CANCELLED, pounds(342_730))
    with refused(PlanWhy.NOT_RUNNING):
        desk.plans.cancel(str(plan), "again")
    desk.on(AGREED + DAY).plans.reinstate("P-2612-001", "a slip")
    assert (desk.state, desk.pay_now().due) == (PlanState.RUNNING, pounds(0))
    with refused(PlanWhy.NOT_IN_DEFAULT):
        desk.plans.reinstate("P-2612-001", "why not")


def test_taken_up_after_a_default_the_part_is_due_that_day(desk: Desk) -> None:
    desk.agree()
    again = LAST_OF_FIRST + 3 * DAY
    desk.wrote().on(again).plans.reinstate("P-2612-001", "agreed anew")
    assert (desk.state, desk.pay_now().due) == (PlanState.RUNNING, pounds(0))
    assert desk.row().standing.instalments[0].due_day == again
    assert desk.on(again + DAY).state is PlanState.MISSED


def test_another_takes_its_place(desk: Desk) -> None:
    first = desk.agree()
    desk.on(FIRST).till.pay(114_243, (desk.oldest, 55_620), (desk.middle, 58_623))
    with refused(PlanWhy.IN_A_PLAN):
        desk.agree(replace(THREE, first=SECOND, entries=(desk.latest,)))
    with refused(PlanWhy.NOTHING_OPEN):
        desk.agree(replace(THREE, first=SECOND))
    with refused(PlanWhy.UNKNOWN_PLAN):
        desk.agree(replace(THREE, first=SECOND, replaces=first + 1))
    desk.agree(replace(THREE, first=SECOND, parts=4, replaces=first))
    old, new = (row.standing for row in desk.plans.of_customer("ACME", FIRST))
    assert (old.state, new.state) == (PlanState.REPLACED, PlanState.RUNNING)
    assert (new.plan.minor, new.came_minor, new.plan.number) == (228_487, 0, "P-2612-002")
    assert desk.pay_now().due == pounds(0)
    with refused(PlanWhy.NOT_IN_DEFAULT):
        desk.plans.reinstate(str(first), "no")


def test_what_is_agreed_about_a_missed_part_takes_the_place_of_its_plan(desk: Desk) -> None:
    desk.agree()
    coming = desk.till.invoice("2300", 50_000, AGREED)
    desk.on(FIRST + DAY)
    assert desk.state is PlanState.MISSED
    draft = desk.plans.draft("ACME", replace(THREE, first=SECOND))
    assert coming not in {item.row.id for item in draft.items}  # nothing that nobody asked for
    assert draft.amount == pounds(342_730)
    (said,) = (one for one in draft.warnings if one.kind is PlanWarningKind.REPLACES)
    assert "P-2612-001" in plan_warning_words(said, "en_GB", "en_GB")
    note = CallNote(
        "Ms Ash", Outcome.PLAN_AGREED, "x", next_day=SECOND, plan=replace(THREE, first=SECOND)
    )
    desk.till.office.call("ACME", note)
    old, new = (row.standing for row in desk.plans.of_customer("ACME", FIRST + DAY))
    assert (old.state, new.state) == (PlanState.REPLACED, PlanState.RUNNING)
    assert desk.pay_now().due == pounds(0)


def test_what_came_on_the_day_on_which_a_plan_was_replaced_came_of_the_one_that_stood(
    desk: Desk,
) -> None:
    first = desk.agree()
    desk.on(FIRST + DAY).till.pay(10_000, (desk.oldest, 10_000))
    desk.agree(replace(THREE, first=SECOND, replaces=first))
    desk.till.pay(20_000, (desk.oldest, 20_000))
    old, new = (row.standing for row in desk.plans.of_customer("ACME", FIRST + DAY))
    assert (old.state, old.came_minor, new.came_minor) == (PlanState.REPLACED, 10_000, 20_000)
    desk.on(FIRST + 9 * DAY).till.pay(5_000, (desk.oldest, 5_000))
    old, new = (row.standing for row in desk.plans.of_customer("ACME", desk.till.today))
    assert (old.came_minor, new.came_minor) == (10_000, 25_000)


def test_what_fell_due_besides_goes_with_the_rest_of_a_plan_that_stopped(desk: Desk) -> None:
    desk.agree(replace(THREE, entries=(desk.middle, desk.latest)))
    desk.wrote().on(LAST_OF_FIRST + DAY)
    assert desk.state is PlanState.DEFAULTED
    draft = desk.plans.draft("ACME", replace(THREE, first=SECOND))
    assert draft.amount == pounds(342_730)
    named = desk.plans.draft("ACME", replace(THREE, first=SECOND, entries=(desk.middle,)))
    assert [one.kind for one in named.warnings] == [PlanWarningKind.REPLACES]
    beside = desk.plans.draft("ACME", replace(THREE, first=SECOND, entries=(desk.oldest,)))
    assert beside.warnings == ()


def test_a_cancelled_plan_is_not_taken_up_beside_another_for_the_same(desk: Desk) -> None:
    first = desk.agree()
    desk.plans.cancel(str(first), "slip")
    desk.agree(replace(THREE, entries=(desk.oldest,)))
    with refused(PlanWhy.IN_A_PLAN):
        desk.plans.reinstate(str(first), "slip")


def test_what_was_done_is_undone_unless_something_rests_on_it(desk: Desk) -> None:
    agreed = desk.plans.agree("ACME", THREE)
    signed = desk.on(AGREED + DAY).plans.sign(str(agreed.id))
    with refused(PlanWhy.RESTS):
        desk.plans.undo(agreed.action)
    desk.plans.undo(signed.action)
    with refused(PlanWhy.RESTS):
        desk.plans.undo(signed.action)
    desk.plans.undo(agreed.action)
    assert desk.pay_now().due == pounds(342_730)
    assert desk.agree() != agreed.id
    assert desk.row().standing.plan.number == "P-2612-002"  # no number is used twice


def test_as_at_an_earlier_day_it_is_not_known(desk: Desk) -> None:
    desk.agree()
    assert desk.plans.of_customer("ACME", AGREED - DAY) == []
    desk.on(FIRST).plans.cancel("P-2612-001", "x")
    (before,) = desk.plans.of_customer("ACME", FIRST - DAY)
    assert before.standing.state is PlanState.RUNNING


def test_everybodys_plans_by_the_next_day(desk: Desk) -> None:
    desk.agree()
    desk.till.invoice("B1", 5_000, date(2026, 9, 1), code="BIRCH")
    weekly = PlanTerms(Every.WEEK, date(2026, 12, 10), parts=2)
    desk.plans.agree("BIRCH", weekly)
    assert [row.code for row in desk.plans.all(AGREED)] == ["BIRCH", "ACME"]
    kept = frozenset({PlanState.KEPT})
    assert desk.plans.all(AGREED, kept) == []
    assert desk.plans.show("p-2612-002", AGREED).code == "BIRCH"


# ---------------------------------------------------------------- more time


def test_more_time_leaves_items_in_peace_until_its_day(desk: Desk) -> None:
    until = AGREED + 14 * DAY
    desk.extensions.give("ACME", NewExtension(until, "their builder is ill", (desk.latest,)))
    pays = desk.pay_now()
    assert (pays.overdue, pays.promised, pays.due) == (
        pounds(342_730), pounds(193_080), pounds(149_650),
    )  # fmt: skip
    desk.on(until)
    assert desk.pay_now().promised == pounds(193_080)
    desk.on(until + DAY)
    assert desk.pay_now().due == pounds(342_730)
    (row,) = desk.extensions.of_customer("ACME", desk.till.today)
    assert row.standing.state is ExtensionState.PASSED


def test_more_time_is_withdrawn_given_anew_and_undone(desk: Desk) -> None:
    new = NewExtension(AGREED + 9 * DAY, "holiday", (desk.latest, desk.latest))
    done = desk.extensions.give("ACME", new)
    with refused(PlanWhy.NO_REASON):
        desk.extensions.withdraw(done.id, "")
    again = desk.extensions.give("ACME", replace(new, to_day=AGREED + 20 * DAY))
    first, second = desk.extensions.all(AGREED)
    assert (first.standing.state, second.standing.state) == (
        ExtensionState.REPLACED, ExtensionState.RUNNING,
    )  # fmt: skip
    assert [row.standing.extension.id for row in desk.extensions.all(AGREED, running=True)] == [
        again.id
    ]
    with refused(PlanWhy.EXTENSION_ENDED):
        desk.extensions.withdraw(done.id, "x")
    with refused(PlanWhy.UNKNOWN_EXTENSION):
        desk.extensions.withdraw(again.id + 1, "x")
    with refused(PlanWhy.RESTS):
        desk.extensions.undo(done.action)
    desk.extensions.undo(again.action)
    assert desk.pay_now().promised == pounds(193_080)
    withdrawn = desk.on(AGREED + DAY).extensions.withdraw(done.id, "went silent")
    assert desk.pay_now().due == pounds(342_730)
    desk.extensions.undo(withdrawn.action)
    assert desk.pay_now().promised == pounds(193_080)


def test_more_time_is_refused_with_its_reason(desk: Desk) -> None:
    new = NewExtension(AGREED + DAY, "x")
    with refused(PlanWhy.TO_PAST):
        desk.extensions.give("ACME", replace(new, to_day=AGREED))
    with refused(PlanWhy.NO_REASON):
        desk.extensions.give("ACME", replace(new, because=" "))
    with refused(PlanWhy.NOT_OPEN):
        desk.extensions.give("ACME", replace(new, entries=(99_999,)))
    with refused(PlanWhy.NOTHING_OPEN):
        desk.extensions.give("CEDAR", new)
    desk.agree(replace(THREE, entries=(desk.oldest,)))
    with refused(PlanWhy.PART_OF_PLAN):
        desk.extensions.give("ACME", replace(new, entries=(desk.oldest,)))
    given = desk.extensions.give("ACME", new)
    (row,) = desk.extensions.of_customer("ACME", AGREED)
    assert (row.standing.extension.id, [item.number for item in row.items]) == (
        given.id, ["2139", "2188"],
    )  # fmt: skip


def test_more_time_takes_the_place_of_a_promise_about_the_same(desk: Desk) -> None:
    promise = CallNote(
        "Ms Ash", Outcome.WILL_PAY, "", next_day=FIRST, promised=pounds(55_620),
        promised_by=AGREED + 4 * DAY,
    )  # fmt: skip
    desk.till.office.call("ACME", promise)
    new = NewExtension(AGREED + 17 * DAY, "builder is ill", (desk.oldest,))
    sooner = replace(new, to_day=AGREED + 2 * DAY)
    besides = replace(new, entries=(desk.middle,))

    def states() -> list[PromiseState]:
        return [one.state for one in desk.till.office.brief("ACME").standings]

    for stands in (sooner, besides):
        given = desk.extensions.give("ACME", stands)
        assert states() == [PromiseState.OPEN]
        desk.extensions.undo(given.action)
    given = desk.extensions.give("ACME", new)
    assert states() == [PromiseState.WITHDRAWN]
    desk.extensions.undo(given.action)
    assert states() == [PromiseState.OPEN]
    told = CallNote("Ms Ash", Outcome.ASKS_FOR_TIME, "", next_day=FIRST, extension=new)
    desk.till.office.call("ACME", told)
    desk.on(AGREED + 12 * DAY)
    assert states() == [PromiseState.WITHDRAWN]
    assert matured(desk.till.office.brief("ACME").standings) == []


def test_a_plan_takes_the_place_of_time_given_for_the_same(desk: Desk) -> None:
    desk.extensions.give("ACME", NewExtension(AGREED + 9 * DAY, "holiday", (desk.latest,)))
    desk.agree()
    (row,) = desk.extensions.of_customer("ACME", AGREED)
    assert row.standing.state is ExtensionState.REPLACED
    assert desk.pay_now().due == pounds(0)


# ---------------------------------------------------------------- the story, and interest


def told(desk: Desk, topic: Topic = Topic.PROMISES, text: str = "") -> list[tuple[str, str]]:
    """The story's titles and texts, the newest first."""
    listing = Stories().listing("ACME", StoryWanted(topic, text), desk.till.today)
    teller = StoryTeller("en_GB", "en_GB", desk.till.today)
    found = (teller.tell(event) for event in listing.head)
    both = ((plain(one.title), plain(one.text)) for one in found)
    return [(title.replace("\u00a0", " "), text.replace("\u00a0", " ")) for title, text in both]


def test_the_story_tells_what_was_arranged_and_how_it_ended(desk: Desk) -> None:
    new = NewExtension(AGREED + 9 * DAY, "builder is ill", (desk.latest,), by_whom="Ms Ash")
    done = desk.extensions.give("ACME", new)
    desk.extensions.withdraw(done.id, "went silent")
    desk.agree()
    desk.on(AGREED + DAY).plans.sign("1", "by post")
    desk.wrote().on(LAST_OF_FIRST + DAY)
    assert told(desk) == [
        ("Payment plan P-2612-001 ended: a part stayed out", "£3,427.30 had been agreed."),
        ("Payment plan P-2612-001 came back signed", "by post"),
        ("Payment plan P-2612-001 agreed",
         "£3,427.30 in 3 parts from Fri 18 Dec 2026 to Thu 18 Feb. Agreed with Ms Ash."),
        ("More time taken back", "It was until Sat 12 Dec 2026. went silent"),
        ("More time until Sat 12 Dec 2026", "For 2188. Asked for by Ms Ash. builder is ill"),
    ]  # fmt: skip
    assert len(told(desk, Topic.EVERYTHING, "builder")) == 1
    assert len(told(desk, Topic.EVERYTHING, "3427.30")) == 2
    desk.plans.reinstate("1", "agreed anew")
    desk.till.pay(342_730)
    assert told(desk)[0][0] == "Payment plan P-2612-001 paid early"
    assert told(desk)[1][0] == "Payment plan P-2612-001 taken up again"


def _interest(desk: Desk, as_at: date) -> dict[str, int]:
    found = Interest(desk.till.office.gateway, desk.till.office.clock).of_customer("ACME", as_at)
    return {one.debt.number: one.interest.minor for one in found}


@pytest.fixture
def _company(desk: Desk) -> None:
    with desk.till.office.gateway.write("test") as writing:
        row = Customer.get(Customer.code == "ACME")
        writing.edit(Customer, row.id, row.version, legal_form="company")


@pytest.mark.usefixtures("_company")
def test_interest_stands_still_while_a_plan_is_kept_that_waived_it(desk: Desk) -> None:
    before = _interest(desk, AGREED - DAY)
    desk.agree()
    desk.wrote().on(LAST_OF_FIRST)
    assert _interest(desk, LAST_OF_FIRST) == before
    desk.on(LAST_OF_FIRST + 10 * DAY)  # in default since the 5th: it runs again
    later = _interest(desk, LAST_OF_FIRST + 10 * DAY)
    assert all(later[number] > before[number] for number in before)
    desk.plans.undo(_agreed_in(desk))
    assert all(
        _interest(desk, LAST_OF_FIRST + 10 * DAY)[number] > later[number] for number in later
    )


def _agreed_in(desk: Desk) -> int:
    return int(execute("SELECT action_id FROM plan").fetchone()[0])


@pytest.mark.usefixtures("_company")
def test_interest_of_days_of_more_time_runs_on_or_is_waived(desk: Desk) -> None:
    until = AGREED + 9 * DAY
    new = NewExtension(until, "holiday", (desk.latest,))
    desk.extensions.give("ACME", new)
    desk.on(until + 5 * DAY)
    runs = _interest(desk, until + 5 * DAY)
    desk.till.office.on(AGREED)
    desk.extensions.give("ACME", replace(new, interest=Meanwhile.WAIVED))
    desk.till.office.on(until + 5 * DAY)
    waived = _interest(desk, until + 5 * DAY)
    # ten days, the 3rd to the 12th, of 1,930.80 at 11.75 %
    assert runs["2188"] - waived["2188"] in {621, 622}
    assert {k: v for k, v in runs.items() if k != "2188"} == {
        k: v for k, v in waived.items() if k != "2188"
    }


def test_the_statement_says_what_is_by_arrangement_and_until_when(desk: Desk) -> None:
    desk.agree(replace(THREE, entries=(desk.oldest, desk.middle)))
    desk.extensions.give("ACME", NewExtension(AGREED + 9 * DAY, "holiday", (desk.latest,)))
    notes = {item.number: item.arrangement for item in _statement(desk).items}
    assert notes["2118"] == ArrangementNote(pounds(55_620), FIRST)
    assert notes["2188"] == ArrangementNote(pounds(193_080), AGREED + 9 * DAY)
    assert _statement(desk).pay_now.due == pounds(0)


def _statement(desk: Desk) -> Statement:
    customer = require_customer("ACME")
    groups = Together(desk.till.today)
    (file,) = groups.files([customer.id], learnt_book(desk.till.today))
    (draft,) = drafts_of(customer, file, business(), desk.till.today, {})
    return draft.paper.statement


def test_who_has_all_in_a_plan_is_left_out_of_a_run_of_statements(desk: Desk) -> None:
    desk.agree()
    book = StatementLists(Statements(desk.till.office.gateway)).book(desk.till.today)
    (candidate,) = (one for one in book.candidates if one.code == "ACME")
    assert candidate.reason == Reason(LeftOut.PROMISED, FIRST)


def test_what_was_arranged_in_a_call_goes_with_the_call(desk: Desk) -> None:
    promised = CallNote(
        "Ms Ash", Outcome.WILL_PAY, "", next_day=FIRST, promised=pounds(55_620), promised_by=FIRST
    )
    desk.till.office.call("ACME", promised)
    calls = Calls(desk.till.office.gateway, desk.till.office.clock)
    note = CallNote("Ms Ash", Outcome.PLAN_AGREED, "in three parts", next_day=FIRST, plan=THREE)
    saved = calls.record("ACME", note)
    row = desk.row()
    assert (row.standing.plan.interaction_id, row.standing.state) == (saved.id, PlanState.RUNNING)
    calls.undo(saved.id)
    assert desk.plans.of_customer("ACME", AGREED) == []
    states = [one.state for one in desk.till.office.brief("ACME").standings]
    assert states == [PromiseState.OPEN]
    again = calls.record("ACME", note)
    desk.plans.sign(desk.row().standing.plan.number)
    with pytest.raises(UserError):
        calls.undo(again.id)


def test_more_time_given_in_a_call_goes_with_the_call(desk: Desk) -> None:
    calls = Calls(desk.till.office.gateway, desk.till.office.clock)
    new = NewExtension(FIRST, "their builder is ill")
    note = CallNote("Ms Ash", Outcome.ASKS_FOR_TIME, "ill", next_day=FIRST, extension=new)
    saved = calls.record("ACME", note)
    assert desk.pay_now().due == pounds(0)
    calls.undo(saved.id)
    assert desk.pay_now().due == pounds(342_730)


def test_what_is_questioned_in_the_very_call_is_in_no_plan(desk: Desk) -> None:
    asked = NewDispute((Questioned(desk.oldest, pounds(8_640)),), DisputeReason.PRICE)
    note = CallNote(
        "Ms Ash", Outcome.PLAN_AGREED, "in three parts", next_day=FIRST, plan=THREE, dispute=asked
    )
    desk.till.office.call("ACME", note)
    assert desk.row().standing.plan.minor == 334_090


def test_the_plans_number_in_a_reference_stands_for_its_items(desk: Desk) -> None:
    desk.till.invoice("2060", 20_000, date(2026, 7, 1))  # older, and not in the plan
    desk.agree(replace(THREE, entries=(desk.oldest, desk.middle)))
    assert desk.till.propose(50_000) == {"2060": 20_000, "2118": 30_000}
    assert desk.till.propose(50_000, "BACS P2612001 ACME") == {"2118": 50_000}
    desk.on(FIRST).till.pay(60_000, reference="P-2612-001")
    (row,) = desk.till.allocating.worksheet("ACME")
    assert row.proposal is not None
    amounts = {one.item.number: one.amount.minor for one in row.proposal.items if one.amount}
    assert amounts == {"2118": 55_620, "2139": 4_380}
