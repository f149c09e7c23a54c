"""Questions: what is in question leaves chasing, the rest stays, and the answer brings it back."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from creditmate.db.answers_due import answers_of
from creditmate.db.connection import execute
from creditmate.db.disputes import disputed_entries
from creditmate.db.our_people import add_staff
from creditmate.db.proof import prove_all
from creditmate.domain.attachments import About, NewFile, Subject
from creditmate.domain.changes import Touched
from creditmate.domain.dispute_register import DisputePick, DisputeWanted
from creditmate.domain.disputes import (
    DisputeAge,
    DisputeEventKind,
    DisputeReason,
    NewDispute,
    Questioned,
)
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promise_register import matured
from creditmate.domain.promises import PromiseState
from creditmate.domain.refusals import Why
from creditmate.services.agreement_undoing import AgreementUndoing
from creditmate.services.attachments import Attachments
from creditmate.services.calls import CallNote, Calls
from creditmate.services.disputes import Disputes
from creditmate.services.housekeeping import housekeeping
from creditmate.services.statements import Statements
from tests.builders import a_credit_note, a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

TUESDAY = MONDAY + timedelta(days=1)
ALL = DisputeWanted(pick=DisputePick.ALL)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def about(entry: int, minor: int | None = None, **more: object) -> NewDispute:
    item = Questioned(entry, None if minor is None else gbp(minor))
    return NewDispute(items=(item,), reason=DisputeReason.QUANTITY, by_whom="Ann", **more)  # type: ignore[arg-type]


@pytest.fixture
def questions(office: Office) -> Disputes:
    return Disputes(office.gateway, office.clock)


def a_colleague(office: Office, name: str, initials: str) -> int:
    values = {
        "name": name, "initials": initials, "role": "", "phone": "", "email": "",
        "signature": "", "os_login": "",
    }  # fmt: skip
    with office.gateway.write("test") as writing:
        return add_staff(writing, values)


def refused(why: Why | str) -> "pytest.RaisesContext[UserError]":  # type: ignore[name-defined]
    return pytest.raises(UserError, match=str(getattr(why, "value", why)))


# ---------------------------------------------------------------- part of an invoice
def test_part_of_an_invoice_in_question_leaves_the_rest_to_be_asked_for(
    office: Office, questions: Disputes
) -> None:
    entry = owing(office, "ACME", 100_000)
    made = questions.raise_one("ACME", about(entry, 8_640))
    (row,) = office.today()
    assert row.line.amounts == (gbp(91_360),)
    (account,) = office.brief("ACME").accounts
    assert (account.ageing.total, account.disputed) == (gbp(100_000), gbp(8_640))
    assert account.pay_now.due == gbp(91_360)
    questions.end(made.id, DisputeEventKind.REJECTED, note="signed delivery note")
    (row,) = office.today()
    assert row.line.amounts == (gbp(100_000),)
    assert prove_all() == []


def test_a_whole_invoice_in_question_is_followed_up_with_nobody(
    office: Office, questions: Disputes
) -> None:
    entry = owing(office, "ACME", 100_000)
    made = questions.raise_one("ACME", about(entry))
    assert [row.line.amounts for row in office.today()] == []
    questions.amend(made.id, gbp(10_000), "only one box")
    (row,) = office.today()
    assert row.line.amounts == (gbp(90_000),)


def test_what_is_wholly_in_question_is_promised_by_nobody(
    office: Office, questions: Disputes
) -> None:
    entry = owing(office, "ACME", 100_000)
    promise = CallNote(
        "Ann Lee", Outcome.WILL_PAY, "", next_day=MONDAY + timedelta(days=4),
        promised=gbp(100_000), promised_by=MONDAY + timedelta(days=3),
    )  # fmt: skip
    office.call("ACME", promise)
    part = questions.raise_one("ACME", about(entry, 40_000))
    assert [one.state for one in office.brief("ACME").standings] == [PromiseState.OPEN]
    rest = questions.raise_one("ACME", about(entry, 60_000))
    assert rest.touched & Touched.PROMISES
    office.on(MONDAY + timedelta(days=21)).posted(MONDAY + timedelta(days=21))
    (standing,) = office.brief("ACME").standings
    assert standing.state is PromiseState.WITHDRAWN
    assert matured([standing]) == []
    AgreementUndoing(office.gateway, office.clock).undo(rest.action)
    assert [one.state for one in office.brief("ACME").standings] == [PromiseState.BROKEN]
    assert part.id != rest.id


def test_what_was_paid_before_is_not_in_question(office: Office, questions: Disputes) -> None:
    entry = owing(office, "ACME", 100_000)
    with office.gateway.write("test") as writing:
        allocate(writing, a_receipt(writing, 1, MONDAY - timedelta(days=3), 30_000), entry, 30_000)
    made = questions.raise_one("ACME", about(entry))
    (item,) = questions.row(made.id, MONDAY).items
    assert (item.original, item.questioned) == (gbp(100_000), gbp(70_000))


def test_a_second_question_is_about_what_the_first_left(
    office: Office, questions: Disputes
) -> None:
    entry = owing(office, "ACME", 100_000)
    questions.raise_one("ACME", about(entry, 40_000))
    rest = questions.raise_one("ACME", about(entry))
    assert questions.row(rest.id, MONDAY).questioned == gbp(60_000)
    with refused(Why.ASKED_ALREADY):
        questions.raise_one("ACME", about(entry, 1))


# ---------------------------------------------------------------- answering
def test_upheld_it_proposes_a_credit_note_of_that_amount(
    office: Office, questions: Disputes
) -> None:
    entry = owing(office, "ACME", 100_000)
    made = questions.raise_one("ACME", about(entry, 8_640))
    ended = questions.end(made.id, DisputeEventKind.UPHELD)
    assert [(item.number, item.questioned) for item in ended.credit] == [("ACME-1", gbp(8_640))]
    (row,) = questions.register(MONDAY, ALL)
    assert (row.is_open, row.upheld) == (False, gbp(8_640))
    assert execute("SELECT count(*) FROM document WHERE kind = 'credit_note'").fetchone() == (0,)


def test_in_part_says_how_much(office: Office, questions: Disputes) -> None:
    entry = owing(office, "ACME", 100_000)
    made = questions.raise_one("ACME", about(entry, 8_000)).id
    with refused(Why.EMPTY):
        questions.end(made, DisputeEventKind.PART)
    with refused(Why.TOO_LARGE_A_PART):
        questions.end(made, DisputeEventKind.PART, gbp(8_000))
    with refused(Why.MORE_THAN_OPEN):
        questions.end(made, DisputeEventKind.PART, gbp(8_001))
    ended = questions.end(made, DisputeEventKind.PART, gbp(3_000))
    assert [item.questioned for item in ended.credit] == [gbp(3_000)]
    assert questions.row(made, MONDAY).upheld == gbp(3_000)
    with refused("agreement-stands"):
        questions.end(made, DisputeEventKind.WITHDRAWN)


@pytest.mark.parametrize("kind", [DisputeEventKind.REJECTED, DisputeEventKind.WITHDRAWN])
def test_not_accepted_nothing_is_credited(
    office: Office, questions: Disputes, kind: DisputeEventKind
) -> None:
    made = questions.raise_one("ACME", about(owing(office, "ACME", 100_000))).id
    with refused(Why.NOT_POSSIBLE):
        questions.end(made, kind, gbp(1))
    assert questions.end(made, kind).credit == ()
    assert questions.row(made, MONDAY).upheld is None


def test_opened_again_it_keeps_the_day_it_was_first_raised(
    office: Office, questions: Disputes
) -> None:
    made = questions.raise_one("ACME", about(owing(office, "ACME", 100_000), 5_000)).id
    office.on(MONDAY + timedelta(days=4))
    with refused("agreement-stands"):
        questions.reopen(made)
    questions.end(made, DisputeEventKind.REJECTED)
    later = MONDAY + timedelta(days=20)
    office.on(later)
    questions.reopen(made, note="sent photographs")
    row = questions.row(made, later)
    assert (row.standing.raised_day, row.standing.open_since) == (MONDAY, later)
    assert (row.days_open, row.age, row.questioned) == (20, DisputeAge.MONTH, gbp(5_000))
    assert not questions.row(made, MONDAY + timedelta(days=10)).is_open
    assert prove_all() == []


# ---------------------------------------------------------------- who answers, and until when
def test_it_is_to_be_answered_in_five_working_days_by_who_looks_after_them(
    office: Office, questions: Disputes
) -> None:
    entry, ruth = owing(office, "ACME", 100_000), a_colleague(office, "Ruth Bell", "RB")
    office.gateway.work_as(ruth)
    made = questions.raise_one("ACME", about(entry, evidence="photographs, four")).id
    row = questions.row(made, MONDAY)
    assert (row.owner, row.initials, row.answer_by) == (ruth, "RB", MONDAY + timedelta(days=7))
    assert (row.evidence, row.files) == ("photographs, four", 0)
    assert not row.is_late
    assert questions.row(made, MONDAY + timedelta(days=8)).is_late


def test_it_is_handed_over_and_the_past_stays(office: Office, questions: Disputes) -> None:
    entry, tom = owing(office, "ACME", 100_000), a_colleague(office, "Tom Ash", "TA")
    made = questions.raise_one("ACME", about(entry)).id
    later = MONDAY + timedelta(days=2)
    office.on(later)
    with refused(Why.DAY_PASSED):
        questions.hand_over(made, tom, MONDAY)
    with refused("unknown-staff"):
        questions.hand_over(made, 99, None)
    questions.hand_over(made, tom, later + timedelta(days=3))
    with refused(Why.STANDS_ALREADY):
        questions.hand_over(made, tom, later + timedelta(days=3))
    before, after = questions.row(made, MONDAY), questions.row(made, later)
    assert (before.owner, after.owner) == (None, tom)
    assert after.answer_by == later + timedelta(days=3)
    assert [row.id for row in questions.register(later, DisputeWanted(owner=tom))] == [made]
    assert questions.register(MONDAY, DisputeWanted(owner=tom)) == []


def test_a_file_is_kept_as_evidence(office: Office, questions: Disputes) -> None:
    made = questions.raise_one("ACME", about(owing(office, "ACME", 100_000))).id
    Attachments(office.gateway, office.clock).add(
        "ACME", "box.jpg", b"crushed", About(Subject.DISPUTE, made)
    )
    assert questions.row(made, MONDAY).files == 1


def test_what_shows_it_is_kept_as_it_is_raised_and_put_away_when_it_is_taken_back(
    office: Office, questions: Disputes
) -> None:
    shown = (NewFile("box.jpg", b"crushed"), NewFile("note.pdf", b"three of four"))
    new = about(owing(office, "ACME", 100_000), files=shown)
    attachments = Attachments(office.gateway, office.clock)
    done = questions.raise_one("ACME", new)
    kept = attachments.of("ACME")
    assert sorted((row.name, row.subject, row.subject_id) for row in kept) == [
        ("box.jpg", Subject.DISPUTE, done.id), ("note.pdf", Subject.DISPUTE, done.id)
    ]  # fmt: skip
    assert questions.row(done.id, MONDAY).files == 2
    AgreementUndoing(office.gateway, office.clock).undo(done.action)
    assert attachments.of("ACME") == []
    assert len(attachments.of("ACME", archived=True)) == 2
    assert prove_all() == []


def test_an_empty_file_shows_nothing(office: Office, questions: Disputes) -> None:
    entry = owing(office, "ACME", 100_000)
    with refused("attachment-refused"):
        questions.raise_one("ACME", about(entry, files=(NewFile("box.jpg", b""),)))
    assert questions.register(MONDAY) == []


# ---------------------------------------------------------------- what does not fit
def test_what_does_not_fit_is_refused(office: Office, questions: Disputes) -> None:
    entry = owing(office, "ACME", 100_000)
    with office.gateway.write("test") as writing:
        other = a_customer(writing, "OTHER")
        theirs = an_invoice(writing, other, "X", MONDAY, 100)
        euro = an_invoice(writing, 1, "E", MONDAY, 100, currency="EUR")
    both = (Questioned(entry), Questioned(euro))
    for new, why in (
        (NewDispute((), DisputeReason.PRICE), Why.EMPTY),
        (about(theirs), Why.NOT_THEIRS),
        (about(entry, 100_001), Why.MORE_THAN_OPEN),
        (about(entry, 0), Why.MORE_THAN_OPEN),
        (about(euro, 50), Why.TWO_CURRENCIES),
        (NewDispute(both, DisputeReason.PRICE), Why.TWO_CURRENCIES),
        (NewDispute((Questioned(entry),) * 2, DisputeReason.PRICE), Why.TWICE),
        (about(entry, answer_by=MONDAY - timedelta(days=1)), Why.DAY_PASSED),
    ):
        with pytest.raises(UserError) as caught:
            questions.raise_one("ACME", new)
        assert caught.value.problem is Problem.FIELD_REFUSED
        assert caught.value.facts["why"] == why.value
    with refused("agreement-stands"):
        questions.row(1, MONDAY)


# ---------------------------------------------------------------- the register
def test_the_register_and_what_is_behind_it(office: Office, questions: Disputes) -> None:
    entries = [owing(office, code, 50_000) for code in ("ANN", "BEN", "COL")]
    ids = [
        questions.raise_one(code, about(entry, 1_000 * place)).id
        for place, (code, entry) in enumerate(zip(("ANN", "BEN", "COL"), entries, strict=True), 1)
    ]
    office.on(MONDAY + timedelta(days=3))
    questions.end(ids[0], DisputeEventKind.UPHELD)
    office.on(MONDAY + timedelta(days=12))
    questions.end(ids[1], DisputeEventKind.PART, gbp(500))
    today = office.clock.today
    assert [row.code for row in questions.register(today)] == ["COL"]
    ended = DisputeWanted(pick=DisputePick.ENDED)
    assert [row.code for row in questions.register(today, ended)] == ["ANN", "BEN"]
    assert [row.code for row in questions.register(today, DisputeWanted(age=DisputeAge.FORTNIGHT))]
    assert not questions.register(today, DisputeWanted(age=DisputeAge.OLDER))
    assert not questions.register(today, DisputeWanted(reason="price"))
    assert [row.code for row in questions.register(today, DisputeWanted(code="col"))] == ["COL"]
    causes = questions.root_causes(MONDAY, today, today)
    ((reason, cause),) = causes.by_reason
    assert (reason, cause.count, cause.open, cause.amount) == ("quantity", 3, 1, gbp(6_000))
    assert (cause.resolved, cause.average_days) == (2, Decimal("7.5"))
    assert [month for month, _ in causes.by_month] == [date(2026, 11, 1)]
    assert questions.root_causes(date(2026, 1, 1), date(2026, 2, 1), today).by_reason == ()


def test_between_its_answer_and_its_being_asked_again_nobody_waits(
    office: Office, questions: Disputes
) -> None:
    made = questions.raise_one("ACME", about(owing(office, "ACME", 100_000), 5_000)).id
    office.on(MONDAY + timedelta(days=4))
    questions.end(made, DisputeEventKind.REJECTED)
    office.on(MONDAY + timedelta(days=20))
    questions.reopen(made)
    waiting = [bool(answers_of(None, MONDAY + timedelta(days=days))) for days in (0, 4, 19, 20)]
    assert waiting == [True, False, False, True]


# ---------------------------------------------------------------- in a call
def test_raised_in_a_call_it_goes_with_the_call(office: Office, questions: Disputes) -> None:
    entry = owing(office, "ACME", 100_000)
    note = CallNote(
        "Ann Lee", Outcome.DISPUTE, "Four short", next_day=MONDAY + timedelta(days=4),
        dispute=replace(about(entry, 8_640), by_whom=""),
    )  # fmt: skip
    calls = Calls(office.gateway, office.clock)
    saved = calls.record("ACME", note)
    assert saved.touched & Touched.DISPUTES
    (row,) = questions.register(MONDAY)
    assert (row.questioned, row.by_whom) == (gbp(8_640), "Ann Lee")
    assert calls.undo(saved.id) & Touched.DISPUTES
    assert questions.register(MONDAY, ALL) == []
    assert office.brief("ACME").accounts[0].pay_now.due == gbp(100_000)
    assert prove_all() == []


def test_what_shows_it_goes_with_the_call_as_well(office: Office, questions: Disputes) -> None:
    shown = about(owing(office, "ACME", 100_000), files=(NewFile("box.jpg", b"crushed"),))
    note = CallNote("Ann Lee", Outcome.DISPUTE, "Four short", next_day=MONDAY, dispute=shown)
    calls = Calls(office.gateway, office.clock)
    saved = calls.record("ACME", note)
    (row,) = questions.register(MONDAY)
    attachments = Attachments(office.gateway, office.clock)
    (file,) = attachments.of("ACME")
    assert (row.files, file.subject, file.subject_id) == (1, Subject.DISPUTE, row.id)
    calls.undo(saved.id)
    assert attachments.of("ACME") == []
    assert prove_all() == []


def test_a_call_whose_question_was_answered_stands(office: Office, questions: Disputes) -> None:
    entry = owing(office, "ACME", 100_000)
    note = CallNote(
        "Ann", Outcome.DISPUTE, "Four short", next_day=MONDAY, dispute=about(entry, 8_640)
    )
    saved = Calls(office.gateway, office.clock).record("ACME", note)
    (row,) = questions.register(MONDAY)
    questions.end(row.id, DisputeEventKind.WITHDRAWN)
    with refused("call-stands"):
        Calls(office.gateway, office.clock).undo(saved.id)


# ---------------------------------------------------------------- on paper
def test_a_statement_flags_what_is_in_question_until_it_is_answered(
    office: Office, questions: Disputes
) -> None:
    made = questions.raise_one("ACME", about(owing(office, "ACME", 100_000), 8_640))

    def asked_for() -> tuple[Money, Money]:
        ((draft,), _) = Statements(office.gateway).drafts(MONDAY)
        pay = draft.paper.statement.pay_now
        return pay.in_question, pay.due

    assert asked_for() == (gbp(8_640), gbp(91_360))
    questions.end(made.id, DisputeEventKind.WITHDRAWN)
    assert asked_for() == (gbp(0), gbp(100_000))


# ---------------------------------------------------------------- what is to be credited
def asked_of(office: Office) -> list[Money]:
    return [money for row in office.today() for money in row.line.amounts]


def credited(office: Office, entry: int, minor: int) -> None:
    with office.gateway.write("test") as writing:
        note = a_credit_note(writing, 1, "C1", office.clock.today, minor)
        allocate(writing, note, entry, minor)


@pytest.mark.parametrize(("outcome", "upheld", "left"), [
    (DisputeEventKind.UPHELD, None, []),
    (DisputeEventKind.PART, gbp(30_000), [gbp(70_000)]),
])  # fmt: skip
def test_nobody_is_asked_for_what_we_said_is_not_owed(
    office: Office,
    questions: Disputes,
    outcome: DisputeEventKind,
    upheld: Money | None,
    left: list[Money],
) -> None:
    entry = owing(office, "ACME", 100_000)
    made = questions.raise_one("ACME", about(entry))
    questions.end(made.id, outcome, upheld)
    office.on(TUESDAY)
    assert asked_of(office) == left
    drafts, _ = Statements(office.gateway).drafts(TUESDAY)
    assert [draft.paper.statement.pay_now.due for draft in drafts] == left
    waits = housekeeping(TUESDAY)
    assert (waits.to_credit, waits.credits) == (1, (upheld or gbp(100_000),))
    credited(office, entry, 100_000 if upheld is None else 30_000)
    assert asked_of(office) == left
    assert housekeeping(TUESDAY).to_credit == 0


def test_what_is_credited_in_part_is_not_asked_for_with_the_rest(
    office: Office, questions: Disputes
) -> None:
    entry = owing(office, "ACME", 100_000)
    questions.end(questions.raise_one("ACME", about(entry, 40_000)).id, DisputeEventKind.UPHELD)
    office.on(TUESDAY)
    assert asked_of(office) == [gbp(60_000)]
    credited(office, entry, 10_000)
    assert asked_of(office) == [gbp(60_000)]
    assert housekeeping(TUESDAY).credits == (gbp(30_000),)
    with office.gateway.write("test") as writing:
        allocate(writing, a_receipt(writing, 1, TUESDAY, 60_000), entry, 60_000)
    assert asked_of(office) == []


def test_asked_again_or_not_accepted_it_is_not_to_be_credited_any_more(
    office: Office, questions: Disputes
) -> None:
    entry = owing(office, "ACME", 100_000)
    made = questions.raise_one("ACME", about(entry, 40_000)).id
    ended = questions.end(made, DisputeEventKind.UPHELD)
    AgreementUndoing(office.gateway, office.clock).undo(ended.done.action)
    questions.end(made, DisputeEventKind.REJECTED)
    office.on(TUESDAY)
    assert asked_of(office) == [gbp(100_000)]
    assert housekeeping(TUESDAY).to_credit == 0


def test_several_invoices_are_credited_in_their_order(office: Office, questions: Disputes) -> None:
    first = owing(office, "ACME", 10_000)
    with office.gateway.write("test") as writing:
        due = MONDAY - timedelta(days=20)
        second = an_invoice(writing, 1, "ACME-2", due - timedelta(days=30), 20_000, due=due)
    asked = NewDispute((Questioned(first), Questioned(second)), DisputeReason.QUANTITY)
    made = questions.raise_one("ACME", asked).id
    questions.end(made, DisputeEventKind.PART, gbp(15_000))
    office.on(TUESDAY)
    assert asked_of(office) == [gbp(15_000)]
    rows = disputed_entries(TUESDAY)
    assert [(row.entry_id, row.disputed, row.to_credit) for row in rows] == [
        (first, gbp(10_000), True), (second, gbp(5_000), True),
    ]  # fmt: skip
    assert disputed_entries(MONDAY, [1]) == rows == disputed_entries(TUESDAY, [1])
