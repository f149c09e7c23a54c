"""What was forgotten in a visit's report is added: words, promises of both sides, plan, query."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.next_steps import finish_task
from creditmate.db.proof import prove_all
from creditmate.documents.papers import DrawnPaper
from creditmate.domain.confirmation import Deed, Part
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.promises import running
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visit_report import Commitment, Findings
from creditmate.domain.visits import Side, VisitState
from creditmate.services.call_notes import CallNote
from creditmate.services.calls import NewFile
from creditmate.services.confirmations import Confirmations
from creditmate.services.invoicing import Invoicing
from creditmate.services.visit_additions import Addition, Said
from creditmate.services.visit_promises import doubted, owed_by
from creditmate.services.visit_report_notes import ReportFile, VisitReport
from creditmate.services.visit_talks import VisitTalk, visit_talk
from creditmate.services.visit_thanks import VisitLetters
from tests.builders import an_invoice
from tests.services.test_visit_reports import (
    FRIDAY,
    NEXT_WEEK,
    NUMBER,
    VISITED,
    Planned,
    awaited,
    everything,
    planned,  # noqa: F401 - a fixture
    pounds,
    rows,
)
from tests.services.visit_rows import a_visit

LATER = date(2026, 11, 30)


def talk_now() -> VisitTalk:
    found = visit_talk(NUMBER)
    assert found is not None
    return found


def letters(planned: Planned) -> VisitLetters:  # noqa: F811
    gateway, clock = planned.office.gateway, planned.office.clock
    return VisitLetters(gateway, clock, Confirmations(gateway, clock, Invoicing(gateway, clock)))


@pytest.fixture
def told(planned: Planned) -> Planned:  # noqa: F811
    """Reported on its day; four days have passed since."""
    planned.reports.report(NUMBER, planned.report())
    planned.office.on(LATER)
    return planned


FORGOTTEN = Said(
    note="He asked for fewer, larger deliveries.",
    commitments=(
        Commitment(Side.THEIRS, FRIDAY, amount=pounds(50_000)),
        Commitment(Side.THEIRS, NEXT_WEEK, amount=pounds(20_000)),
        Commitment(Side.THEIRS, FRIDAY, "Name somebody for orders"),
        Commitment(Side.OURS, FRIDAY, "Send the delivery notes"),
        Commitment(Side.OURS, NEXT_WEEK, "Write to confirm"),
    ),
    opportunity="A second depot in May",
)


def test_what_was_said_and_promised_is_added_as_one_and_taken_back_as_one(told: Planned) -> None:
    before, brief, listed = talk_now(), told.office.brief("ACME"), told.office.today()
    done = told.reports.add(NUMBER, Addition(said=FORGOTTEN))
    now = talk_now()
    assert now.notes == "A good hour.\nHe asked for fewer, larger deliveries."
    assert set(now.pays) == {Part(pounds(50_000), FRIDAY), Part(pounds(20_000), NEXT_WEEK)}
    assert now.does == (Deed("Name somebody for orders", FRIDAY),)
    assert set(now.ours) == {
        Deed("Send the delivery notes", FRIDAY), Deed("Write to confirm", NEXT_WEEK),
    }  # fmt: skip
    assert (now.outcome, now.with_name, now.day) == (before.outcome, before.with_name, VISITED)
    assert (now.next_day, now.opportunity) == (NEXT_WEEK, "A second depot in May")
    promised = told.office.brief("ACME").standings
    assert {one.promise.made_day for one in promised} == {VISITED}, "as at the visit's own day"
    assert awaited() == ["Name somebody for orders"]
    assert told.state is VisitState.REPORTED
    assert prove_all() == []
    told.reports.undo_added(done.action)
    assert talk_now() == before
    assert told.office.brief("ACME") == brief
    assert told.office.today() == listed
    assert awaited() == []
    assert prove_all() == []
    with pytest.raises(UserError) as caught:
        told.reports.undo_added(done.action)
    assert caught.value.facts["why"] == VisitWhy.RESTS.value


def test_what_was_promised_at_first_stands_beside_what_is_added(planned: Planned) -> None:  # noqa: F811
    planned.reports.report(NUMBER, everything(planned))
    planned.office.on(LATER)
    more = (Commitment(Side.THEIRS, NEXT_WEEK, "Send the order form"),)
    planned.reports.add(NUMBER, Addition(said=Said(commitments=more)))
    now = talk_now()
    assert [one.amount for one in now.pays] == [pounds(60_000), pounds(60_000)]
    assert [one.words for one in now.does] == [
        "Name somebody for orders", "Accounts to 30 June", "Send the order form",
    ]  # fmt: skip
    assert len(now.ours) == 2


def test_what_they_did_since_is_told_all_the_same(planned: Planned) -> None:  # noqa: F811
    planned.reports.report(NUMBER, everything(planned))
    (task,) = execute(
        "SELECT id, version FROM task WHERE note = 'Name somebody for orders'"
    ).fetchall()
    with planned.office.gateway.write("test") as writing:
        finish_task(writing, int(task[0]), FRIDAY)
    assert "Name somebody for orders" in [one.words for one in talk_now().does]


def test_a_plan_and_a_query_are_added(told: Planned) -> None:
    first, second = told.entries
    three = PlanTerms(first=FRIDAY, parts=3, entries=(first,), by_whom="Aidan Coulthard")
    query = NewDispute((Questioned(second, pounds(5_000)),), DisputeReason.QUANTITY)
    done = told.reports.add(NUMBER, Addition(said=Said(plan=three, queries=(query,))))
    assert (rows("plan"), rows("dispute")) == (1, 1)
    letter = letters(told).draft(NUMBER)
    assert len(letter.told.instalments) == 3
    assert len(letter.told.questions) == 1
    told.reports.undo_added(done.action)
    assert (rows("plan"), rows("dispute")) == (0, 0)
    assert prove_all() == []


def test_a_letter_that_was_issued_is_replaced_by_one_with_what_was_added(told: Planned) -> None:
    thanks = letters(told)
    thanks.issue(NUMBER, thanks.numbered(NUMBER), DrawnPaper(b"%PDF", 1))
    done = told.reports.add(NUMBER, Addition(said=FORGOTTEN))
    assert thanks.issued(NUMBER) is None, "the one they hold does not tell it"
    letter = thanks.numbered(NUMBER)
    assert letter.number.endswith("/2")
    assert letter.replaces is not None
    assert letter.told.promised is not None
    paid = [letter.told.promised.amount, *(one.amount for one in letter.pays)]
    assert sorted(one.minor for one in paid) == [20_000, 50_000]
    assert [one.words for one in letter.does] == ["Name somebody for orders"]
    told.reports.undo_added(done.action)
    assert thanks.issued(NUMBER) is not None, "the first letter says what holds again"


def test_what_a_letter_of_thanks_tells_of_stands(told: Planned) -> None:
    done = told.reports.add(NUMBER, Addition(said=FORGOTTEN))
    thanks = letters(told)
    thanks.issue(NUMBER, thanks.numbered(NUMBER), DrawnPaper(b"%PDF", 1))
    with pytest.raises(UserError) as caught:
        told.reports.undo_added(done.action)
    assert caught.value.facts["why"] == VisitWhy.THANKED.value


def test_every_promise_is_told_once_in_the_letter(planned: Planned) -> None:  # noqa: F811
    planned.reports.report(NUMBER, everything(planned))
    planned.office.on(LATER)
    more = (Commitment(Side.THEIRS, NEXT_WEEK, amount=pounds(1_000)),)
    planned.reports.add(NUMBER, Addition(said=Said(commitments=more)))
    letter = letters(planned).draft(NUMBER)
    assert letter.told.promised is not None
    paid = [letter.told.promised.amount, *(one.amount for one in letter.pays)]
    assert sorted(one.minor for one in paid) == [1_000, 60_000, 60_000]


def test_the_last_addition_is_the_first_to_be_taken_back(told: Planned) -> None:
    assert told.reports.last_added(NUMBER) is None
    one = told.reports.add(NUMBER, Addition(said=Said(note="One more word.")))
    paper = ReportFile(NewFile("terms.pdf", b"%PDF"))
    two = told.reports.add(NUMBER, Addition(files=(paper,)))
    three = told.reports.add(NUMBER, Addition(said=Said(note="And another.")))
    for done in (three, two, one):
        assert told.reports.last_added(NUMBER) == done.action
        told.reports.undo_added(done.action)
    assert told.reports.last_added(NUMBER) is None
    assert talk_now().notes == "A good hour."


def test_an_addition_that_another_rests_on_stands(told: Planned) -> None:
    one = told.reports.add(NUMBER, Addition(said=Said(note="One more word.")))
    told.reports.add(NUMBER, Addition(said=Said(note="And another.")))
    with pytest.raises(UserError) as caught:
        told.reports.undo_added(one.action)
    assert caught.value.facts["why"] == VisitWhy.RESTS.value


def test_blanks_add_nothing(told: Planned) -> None:
    with pytest.raises(UserError) as caught:
        told.reports.add(NUMBER, Addition(said=Said(note="  \n")))
    assert caught.value.facts["why"] == VisitWhy.NOTHING_ADDED.value


def test_nobody_commits_to_a_day_before_the_visit(told: Planned) -> None:
    early = (Commitment(Side.OURS, VISITED - timedelta(days=1), "Write"),)
    with pytest.raises(UserError) as caught:
        told.reports.add(NUMBER, Addition(said=Said(commitments=early)))
    assert caught.value.facts["field"] == "visit.commitment_day"


# ---------------------------------------------------------------- several currencies
@pytest.fixture
def abroad(planned: Planned) -> Planned:  # noqa: F811
    """ACME owes 1,200.00 pounds, and 500.00 euros besides."""
    with planned.office.gateway.write("test") as writing:
        an_invoice(writing, 1, "E1", VISITED - timedelta(days=40), 50_000, currency="EUR")
    return planned


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


PAYS = (
    Commitment(Side.THEIRS, FRIDAY, amount=pounds(60_000)),
    Commitment(Side.THEIRS, NEXT_WEEK, amount=euros(50_000)),
)


def test_a_visit_brings_promises_in_each_currency_that_is_owed(abroad: Planned) -> None:
    abroad.reports.report(NUMBER, abroad.report(commitments=PAYS))
    promised = {one.amount for one in talk_now().pays}
    assert promised == {pounds(60_000), euros(50_000)}
    letter = letters(abroad).draft(NUMBER)
    assert letter.told.promised is not None
    assert {letter.told.promised.amount, *(one.amount for one in letter.pays)} == promised
    meant = {
        (one.promise.currency, len(one.promise.entries))
        for one in abroad.office.brief("ACME").standings
    }
    assert meant == {("GBP", 1), ("EUR", 1)}
    assert prove_all() == []


def test_nothing_is_promised_in_a_currency_that_is_not_owed(abroad: Planned) -> None:
    dollars = (*PAYS, Commitment(Side.THEIRS, FRIDAY, amount=Money(100, "USD")))
    with pytest.raises(UserError) as caught:
        abroad.reports.report(NUMBER, abroad.report(commitments=dollars))
    assert caught.value.problem is Problem.NOTHING_OPEN
    assert caught.value.facts["currency"] == "USD"
    assert rows("promise") == 0


def test_promises_take_the_place_of_earlier_ones_in_each_currency(abroad: Planned) -> None:
    abroad.reports.report(NUMBER, abroad.report(commitments=PAYS))
    with abroad.office.gateway.write("test") as writing:
        a_visit(writing, 1, "V-2611-009", VISITED)
    anew = CallNote("Aidan", Outcome.WILL_PAY, "Later.", next_day=NEXT_WEEK, replaces_promises=True)
    later = tuple(replace(one, by=one.by + timedelta(days=9)) for one in PAYS)
    abroad.reports.report("V-2611-009", VisitReport(anew, Findings(), later))
    standings = abroad.office.brief("ACME").standings
    stand = [one for currency in ("GBP", "EUR") for one in running(standings, currency)]
    assert {(one.promise.currency, one.promise.due_day) for one in stand} == {
        ("GBP", later[0].by), ("EUR", later[1].by),
    }  # fmt: skip


def test_more_than_is_owed_is_doubted_in_its_own_currency(abroad: Planned) -> None:
    assert owed_by("ACME", VISITED) == [pounds(120_000), euros(50_000)]
    assert doubted("ACME", [pounds(120_000), euros(50_000)], VISITED) == []
    (one,) = doubted("ACME", [pounds(1), euros(30_000), euros(30_000)], VISITED)
    assert (one.promised, one.owed) == (euros(60_000), euros(50_000))
    assert doubted("ACME", [], VISITED) == []
