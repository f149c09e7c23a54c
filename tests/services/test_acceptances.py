"""Terms published, sent and accepted, and what follows from it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from creditmate.db.attachments import attachments_of
from creditmate.db.customers import customer_by_code
from creditmate.db.gateway import Gateway
from creditmate.db.next_steps import open_tasks
from creditmate.db.papers import paper_bytes
from creditmate.db.proof import prove_all
from creditmate.documents.read_back import page_texts
from creditmate.domain.acceptance import Capacity, Method, Way
from creditmate.domain.attachments import Subject
from creditmate.domain.customer_list import Narrow, Wanted
from creditmate.domain.customer_overview import Pick, Picked
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.outcomes import Outcome
from creditmate.domain.refusals import Why
from creditmate.domain.terms import Clause, ClauseKind, Per
from creditmate.domain.terms_standing import State
from creditmate.i18n.problems import problem_words
from creditmate.services.acceptance_entries import AcceptedEntry, ProofFile, SentEntry
from creditmate.services.acceptances import Acceptances
from creditmate.services.agreed_terms import standings
from creditmate.services.call_notes import CallNote
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.customer_overview import CustomerOverview
from creditmate.services.customers import require_customer
from creditmate.services.groups import Groups
from creditmate.services.merging import Merging
from creditmate.services.terms_library import NewVersion, TermsLibrary
from creditmate.services.terms_sending import TermsIssue, TermsSending
from tests.builders import a_customer, an_invoice, day
from tests.services.conftest import Office

TODAY = date(2026, 11, 23)
WORDING = "# Payment\n\n4.1 You pay within 30 days.\n\n5.1 Interest is 1 % a month."
INTEREST = Clause(ClauseKind.INTEREST, "1 % a month", "5.1", Decimal(1), Per.MONTH)
ONLY_INTEREST = frozenset({ClauseKind.INTEREST})


@pytest.fixture
def desk(office: Office) -> "Desk":
    office.on(TODAY)
    with office.gateway.write("customers") as writing:
        for code in ("ACME", "BIRCH", "CEDAR"):
            a_customer(writing, code)
    return Desk(office)


class Desk:
    """The use-cases of terms over one ledger."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.gateway: Gateway = office.gateway
        self.library = TermsLibrary(office.gateway, office.clock)
        self.sending = TermsSending(office.gateway, office.clock)
        self.register = Acceptances(office.gateway, office.clock)
        self.issuing = TermsIssue(self.sending, lambda work: work())

    def publish(self, effective: date = date(2026, 1, 1), wording: str = WORDING) -> int:
        new = NewVersion("Terms of trade", "en", effective, wording, (INTEREST,))
        return self.library.publish(new).id

    def state(self, code: str, as_at: date = TODAY) -> State:
        return self.register.of(code, as_at).standing.state

    def tasks(self, code: str) -> list[date]:
        id_ = require_customer(code).id
        return [task.day for task in open_tasks([id_], TODAY).get(id_, [])]


def accepted(version: int, on: date = TODAY, **more: object) -> AcceptedEntry:
    entry = AcceptedEntry(
        version, on, Method.SIGNED_TERMS, "Ann Lee", Capacity.DIRECTOR, clauses=ONLY_INTEREST
    )
    return replace(entry, **more)  # type: ignore[arg-type]  # as the test says


def sent(version: int, on: date = TODAY, days: int | None = 14) -> SentEntry:
    ask = None if days is None else on + timedelta(days=days)
    return SentEntry(version, on, Way.POST, "Ann Lee", None, ask, "Terms not returned")


def refused_as(why: Why, field: str, work: Callable[[], object]) -> UserError:
    with pytest.raises(UserError) as refused:
        work()
    error = refused.value
    assert (error.problem, error.facts["why"]) == (Problem.FIELD_REFUSED, why.value)
    assert error.facts["field"] == field
    assert "{" not in problem_words(error, "en", "en_GB")
    return error


# ---------------------------------------------------------------- the order of things
def test_from_nothing_to_signed(desk: Desk) -> None:
    version = desk.publish()
    assert desk.state("ACME") is State.NONE
    issued = desk.issuing.issue("ACME", sent(version, TODAY - timedelta(days=5)))
    assert issued.number == "T-2611-001"
    assert desk.state("ACME") is State.SENT_NOT_RETURNED
    assert desk.tasks("ACME") == [TODAY + timedelta(days=9)]
    proof = ProofFile("signed.pdf", b"%PDF-1.4 scanned")
    done = desk.register.accept("ACME", accepted(version, TODAY - timedelta(days=1)), proof)
    found = desk.register.of("ACME", TODAY)
    assert found.standing.state is State.GOOD
    assert found.standing.governing is not None
    assert found.standing.governing.clauses == ONLY_INTEREST
    assert not desk.tasks("ACME")
    (one,) = found.acceptances
    assert (one.id, one.by_whom, one.capacity) == (done.id, "Ann Lee", Capacity.DIRECTOR)
    (file,) = found.files
    assert one.files == (file.id,)
    assert (file.name, file.subject_id) == ("signed.pdf", done.id)
    assert prove_all() == []


def test_what_is_sent_is_issued_and_kept(desk: Desk) -> None:
    version = desk.publish()
    issued = desk.issuing.issue("ACME", sent(version))
    (paper,) = desk.register.of("ACME", TODAY).sent
    assert paper.paper == issued.number
    assert paper.paper_id is not None
    assert paper_bytes(paper.paper_id) == issued.pdf
    last = page_texts(issued.pdf)[-1]
    known = desk.library.version(version)
    assert "Agreeing to our terms" in last
    assert known.fingerprint in last
    assert "Account ACME" in last
    again = desk.issuing.issue("BIRCH", sent(version))
    assert again.number == "T-2611-002"
    assert prove_all() == []


def test_a_number_taken_meanwhile_is_drawn_again(desk: Desk) -> None:
    version = desk.publish()
    paper = desk.sending.numbered("ACME", sent(version))
    desk.issuing.issue("BIRCH", sent(version))
    drawn = desk.issuing._draw(paper).drawn
    assert desk.sending.issue("ACME", sent(version), paper, drawn) is None
    assert desk.issuing.issue("ACME", sent(version)).number == "T-2611-002"


def test_a_wrong_acceptance_is_taken_back_and_asked_for_again(desk: Desk) -> None:
    version = desk.publish()
    desk.sending.record("ACME", sent(version))
    done = desk.register.accept("ACME", accepted(version))
    assert not desk.tasks("ACME")
    desk.register.take_back(done.id)
    assert desk.state("ACME") is State.SENT_NOT_RETURNED
    assert desk.tasks("ACME") == [TODAY + timedelta(days=14)]
    with pytest.raises(UserError) as refused:
        desk.register.take_back(done.id)
    assert refused.value.problem is Problem.ACCEPTANCE_STANDS
    assert prove_all() == []


def test_a_wrong_sending_is_taken_back_with_its_task(desk: Desk) -> None:
    version = desk.publish()
    done = desk.sending.record("ACME", sent(version))
    desk.register.take_back_sent(done.id)
    assert desk.state("ACME") is State.NONE
    assert not desk.tasks("ACME")
    with pytest.raises(UserError):
        desk.register.take_back_sent(done.id)


def test_conduct_closes_nothing_and_stays_weak(desk: Desk) -> None:
    version = desk.publish()
    desk.sending.record("ACME", sent(version))
    by_conduct = AcceptedEntry(version, TODAY, Method.CONDUCT)
    desk.register.accept("ACME", by_conduct)
    assert desk.state("ACME") is State.CONDUCT_ONLY
    assert desk.tasks("ACME") == [TODAY + timedelta(days=14)]


def test_a_call_does_not_do_away_with_asking_for_terms(desk: Desk) -> None:
    version = desk.publish()
    desk.sending.record("ACME", sent(version))
    with desk.gateway.write("owing") as writing:
        an_invoice(writing, require_customer("ACME").id, "A-1", day(0), 1000, due=day(30))
    note = CallNote("Ann", Outcome.NO_ANSWER, "", next_day=TODAY + timedelta(days=1))
    desk.office.call("ACME", note)
    assert TODAY + timedelta(days=14) in desk.tasks("ACME")


def test_an_older_version_governs_what_was_supplied_under_it(desk: Desk) -> None:
    first = desk.publish(date(2026, 1, 1))
    desk.register.accept("ACME", accepted(first, date(2026, 2, 1)))
    second = desk.publish(date(2026, 10, 1), WORDING + "\n\n6.1 More.")
    assert desk.state("ACME") is State.ON_OLD_VERSION
    desk.register.accept("ACME", accepted(second, date(2026, 11, 1)))
    numbers = [
        None if one is None else one.number
        for one in (
            desk.register.governing("ACME", on)
            for on in (date(2026, 1, 31), date(2026, 10, 31), date(2026, 11, 1))
        )
    ]
    assert numbers == [None, 1, 2]


def test_the_head_office_accepts_for_its_branches(desk: Desk) -> None:
    version = desk.publish()
    Groups(desk.gateway).join("BIRCH", "ACME")
    desk.sending.record("BIRCH", sent(version))
    desk.register.accept("ACME", accepted(version))
    found = desk.register.of("BIRCH", TODAY)
    assert found.standing.state is State.GOOD
    assert found.is_inherited(found.acceptances[0])
    assert not desk.tasks("BIRCH")
    ids = {code: require_customer(code).id for code in ("ACME", "BIRCH", "CEDAR")}
    states = {code: standings(TODAY).get(id_) for code, id_ in ids.items()}
    assert states["CEDAR"] is None
    assert [states[code].state for code in ("ACME", "BIRCH")] == [State.GOOD] * 2  # type: ignore[union-attr]


def test_what_a_merged_customer_accepted_is_the_others(desk: Desk) -> None:
    version = desk.publish()
    desk.sending.record("BIRCH", sent(version, TODAY - timedelta(days=3)))
    desk.register.accept("BIRCH", accepted(version), ProofFile("mail.eml", b"agreed"))
    merging = Merging(desk.gateway, desk.office.clock)
    done = merging.merge("ACME", "BIRCH")
    assert desk.state("ACME") is State.GOOD
    assert len(desk.register.of("ACME", TODAY).files) == 1
    merging.undo(done.id)
    assert desk.state("ACME") is State.NONE
    assert desk.state("BIRCH") is State.GOOD
    assert prove_all() == []


def test_as_at_an_earlier_day_nothing_later_is_known(desk: Desk) -> None:
    version = desk.publish()
    desk.sending.record("ACME", sent(version, TODAY - timedelta(days=20)))
    desk.register.accept("ACME", accepted(version, TODAY - timedelta(days=2)))
    assert desk.state("ACME", TODAY - timedelta(days=21)) is State.NONE
    assert desk.state("ACME", TODAY - timedelta(days=3)) is State.SENT_NOT_RETURNED
    assert desk.state("ACME") is State.GOOD


# ---------------------------------------------------------------- what is refused
def test_what_cannot_have_been_accepted(desk: Desk) -> None:
    version = desk.publish()
    tomorrow = TODAY + timedelta(days=1)
    for why, field, more in (
        (Why.DAY_AHEAD, "acceptance.day", {"day": tomorrow}),
        (Why.EMPTY, "acceptance.by_whom", {"by_whom": " "}),
        (Why.AGREES_TO_NOTHING, "acceptance.clauses", {"method": Method.CONDUCT}),
        (Why.NOT_IN_VERSION, "acceptance.clauses", {"clauses": frozenset({ClauseKind.COSTS})}),
        (Why.NOT_POSSIBLE, "acceptance.contact", {"contact": 99}),
        (Why.TOO_LONG, "acceptance.note", {"note": "x" * 501}),
    ):
        entry = accepted(version, **more)
        refused_as(why, field, lambda entry=entry: desk.register.accept("ACME", entry))  # type: ignore[misc]
    with pytest.raises(UserError) as unknown:
        desk.register.accept("ACME", accepted(99))
    assert unknown.value.problem is Problem.UNKNOWN_TERMS
    with pytest.raises(UserError) as empty:
        desk.register.accept("ACME", accepted(version), ProofFile("a.pdf", b""))
    assert empty.value.problem is Problem.ATTACHMENT_REFUSED
    assert desk.state("ACME") is State.NONE


def test_what_cannot_have_been_sent(desk: Desk) -> None:
    version = desk.publish()
    tomorrow = TODAY + timedelta(days=1)
    refused_as(
        Why.DAY_AHEAD, "sent.day", lambda: desk.sending.record("ACME", sent(version, tomorrow))
    )
    refused_as(
        Why.DAYS_TURNED,
        "sent.follow_up",
        lambda: desk.sending.record("ACME", sent(version, TODAY, 0)),
    )
    with pytest.raises(UserError):
        desk.sending.record("NOBODY", sent(version))


def test_the_file_is_the_acceptances(desk: Desk) -> None:
    version = desk.publish()
    done = desk.register.accept("ACME", accepted(version), ProofFile("s.pdf", b"%PDF"))
    customer = customer_by_code("ACME")
    assert customer is not None
    (file,) = attachments_of(customer.id)
    assert (file.subject, file.subject_id) == (Subject.ACCEPTANCE, done.id)


def test_the_list_of_customers_is_narrowed_by_proof(desk: Desk) -> None:
    def listed(narrow: Narrow) -> list[str]:
        return sorted(row.code for row in CustomerLists().listing(Wanted(narrow), TODAY).head)

    assert listed(Narrow.TERMS_MISSING) == []  # there are no terms to be accepted
    first = desk.publish(date(2026, 1, 1))
    assert listed(Narrow.TERMS_MISSING) == ["ACME", "BIRCH", "CEDAR"]
    desk.register.accept("ACME", accepted(first))
    desk.register.accept("BIRCH", AcceptedEntry(first, TODAY, Method.CONDUCT))
    desk.publish(date(2026, 10, 1), WORDING + "\n\n6.1 More.")
    desk.sending.record("CEDAR", sent(first))
    assert listed(Narrow.TERMS_MISSING) == ["CEDAR"]
    assert listed(Narrow.TERMS_OLD) == ["ACME", "BIRCH"]
    assert listed(Narrow.TERMS_AWAITED) == ["CEDAR"]
    assert listed(Narrow.TERMS_BY_CONDUCT) == ["BIRCH"]
    picked = CustomerOverview().rows(TODAY, [Picked(Pick.WITHOUT_PROOF)])
    assert [row.customer.code for row in picked] == ["CEDAR"]
