"""Words of ours around a visit, in every field there is, in nothing that goes to the customer.

``test_visit_papers`` has those of plan and report themselves; here are those beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from email import message_from_bytes
from email.policy import default

import pytest

from creditmate.db.connection import execute
from creditmate.db.models import Contact, Customer
from creditmate.documents.visit_cover import draw_cover
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.visit_plan import PlanPerson, plan_of
from creditmate.domain.visit_report import (
    Came,
    Commitment,
    Findings,
    IssueOutcome,
    IssueResult,
    LimitView,
    RequestOutcome,
    Review,
    RiskView,
)
from creditmate.domain.visits import Side
from creditmate.domain.wishes import WishKind
from creditmate.services.call_notes import CallNote
from creditmate.services.calls import NewFile
from creditmate.services.confirmations import Chosen, Confirmations
from creditmate.services.customers import require_customer
from creditmate.services.decision_entries import WishEntry
from creditmate.services.decisions import Decisions
from creditmate.services.visit_additions import Addition
from creditmate.services.visit_agendas import KeptAgenda
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_report_notes import ReportFile, VisitReport
from creditmate.services.visits import ConfirmedHow
from tests.services.invoice_desk import Desk
from tests.services.visit_paper_desk import FIRST, SECOND, VisitDesk, text_of, text_of_mail

OF_THE_CUSTOMER = ("ZQXREMEMBER", "ZQXPERSONNOTE", "ZQXWISH")
BEFORE = ("ZQXOURPERSON", "ZQXOWNSTEP", "ZQXHOWCONFIRMED", "ZQXMOVEDBECAUSE")
ON_IT = (
    "ZQXTALK", "ZQXOVERRIDE", "ZQXFEEDBACK", "ZQXOPPORTUNITY", "ZQXEVIDENCE", "ZQXQUERYNOTE",
    "ZQXOTHERQUERY", "ZQXPLANBECAUSE", "ZQXRESULT", "ZQXPAPERNOTE", "ZQXREVIEW",
)  # fmt: skip
AFTERWARDS = ("ZQXADDED",)
TOOK = Money(1_357_911, "GBP")
OURS_ALONE = (
    "fall-back", "observ", "mood", "angry", "risk", "stay-well", "get-well", "margin",
    "worth going", "lower the limit", "13,579.11", "13579.11", "2 h 40", "deputy",
)  # fmt: skip


@pytest.fixture
def visiting(desk: Desk) -> VisitDesk:
    found = VisitDesk(desk)
    found.set_up()
    return found


def outlets(visiting: VisitDesk, kept: KeptAgenda) -> Iterator[str]:
    """What goes out with an agenda: text, heads, names of files, and what a PDF says of itself."""
    message = visiting.mail.message(visiting.number, kept)
    yield text_of(kept.pdf)
    yield from raw(kept.pdf)
    cover = draw_cover(kept.agenda).drawn.pdf
    yield text_of(cover)
    yield from raw(cover)
    yield text_of_mail(message)
    mail = message_from_bytes(message, policy=default)
    yield " ".join(str(part.get_filename()) for part in mail.walk())
    yield visiting.mail.entry(visiting.number).ics.decode().replace("\r\n ", "")


def raw(pdf: bytes) -> Iterator[str]:
    """What stands in it besides its pages: names of things, heads, whatever is not packed."""
    yield pdf.decode("latin-1")


def prepare(visiting: VisitDesk) -> None:
    """A word of ours wherever there is room for one before the visit."""
    desk, number = visiting.desk, visiting.number
    customer = require_customer("ACME").id
    (contact, version), *_more = execute("SELECT id, version FROM contact").fetchall()
    ((row_version,),) = execute("SELECT version FROM customer WHERE id = ?", (customer,)).fetchall()
    with desk.gateway.write("ours") as writing:
        writing.edit(Customer, customer, row_version, remember="ZQXREMEMBER")
        writing.edit(Contact, contact, version, notes="ZQXPERSONNOTE")
    Decisions(desk.gateway, desk.clock).wish("ACME", WishEntry(WishKind.NO_CALLS, note="ZQXWISH"))
    file = visit_file(number)
    ours = PlanPerson(Side.OURS, "Tom Ashby", "deliveries", inner_note="ZQXOURPERSON")
    plan = plan_of(file)
    changed = replace(plan, people=(*plan.people, ours))
    visiting.visits.change(number, changed, file.visit.version)
    visiting.visits.add_step(number, "ZQXOWNSTEP")
    visiting.visits.confirm(number, ConfirmedHow("call", "Ann Lee", note="ZQXHOWCONFIRMED"))


def report(visiting: VisitDesk) -> None:
    """Tell of the visit, with a word of ours wherever there is room for one."""
    desk, file = visiting.desk, visit_file(visiting.number)
    short, account = (one.id for one in file.visit.issues)
    note, accounts = (one.id for one in file.visit.requests)
    entries = [desk.detail(number).parts[0].entry_id for number in (FIRST, SECOND)]
    visiting.on(file.visit.day)

    def query(entry: int, words: str, evidence: str = "") -> NewDispute:
        asked = Questioned(entry, Money(1_000, "GBP"))
        return NewDispute((asked,), DisputeReason.QUALITY, evidence=evidence, note=words)

    talk = CallNote(
        "Ann Lee", Outcome.WILL_PAY, "ZQXTALK", next_day=date(2027, 1, 11), mood=Mood.ANGRY,
        opportunity="ZQXOPPORTUNITY", feedback="ZQXFEEDBACK", satisfaction=1,
        override="ZQXOVERRIDE",
        dispute=query(entries[0], "ZQXQUERYNOTE", evidence="ZQXEVIDENCE"),
        further=(query(entries[1], "ZQXOTHERQUERY"),),
        plan=PlanTerms(first=date(2026, 12, 15), parts=3, because="ZQXPLANBECAUSE"),
    )  # fmt: skip
    findings = Findings(
        (
            IssueOutcome(short, IssueResult.NONE, "ZQXRESULT"),
            IssueOutcome(account, IssueResult.FALL_BACK),
        ),
        (
            RequestOutcome(note, Came.REFUSED, note="ZQXPAPERNOTE"),
            RequestOutcome(accounts, Came.RECEIVED),
        ),
        (),
        Review(LimitView.LOWER, RiskView.MORE, Mood.ANGRY, 1, 160, 440, TOOK, "ZQXREVIEW"),
    )
    ours = Commitment(Side.OURS, date(2026, 12, 11), "We count the lengths again")
    photo = ReportFile(NewFile("ZQXPHOTO.png", b"\x89PNG\r\n\x1a\n"))
    told = VisitReport(talk, findings, (ours,), (photo,))
    visiting.reports.report(visiting.number, told)


def thanks(visiting: VisitDesk) -> Iterator[str]:
    kept = visiting.thanks("You showed us the workshop.")
    yield text_of(kept.pdf)
    yield from raw(kept.pdf)
    yield text_of_mail(visiting.letters.message(kept))


def test_no_word_beside_a_visit_reaches_the_customer(visiting: VisitDesk) -> None:
    prepare(visiting)
    first = visiting.issue()
    outside = list(outlets(visiting, first))
    visiting.mail.sent(visiting.number, first)
    visiting.visits.move(visiting.number, date(2026, 12, 8), time(9), "ZQXMOVEDBECAUSE")
    second = visiting.issue()
    assert second.agenda.replaces is not None
    outside += outlets(visiting, second)
    report(visiting)
    assert "We count the lengths again" in text_of(visiting.thanks().pdf)
    outside += thanks(visiting)
    file = visit_file(visiting.number)
    short = file.visit.issues[0].id
    more = Findings(results=(IssueOutcome(short, IssueResult.PART, "ZQXADDED"),))
    visiting.reports.add(visiting.number, Addition(more))
    outside += thanks(visiting)
    confirming = Confirmations(visiting.desk.gateway, visiting.desk.clock, visiting.desk.invoicing)
    told = confirming.gather("ACME")
    written = confirming.write(told, Chosen())
    outside += [text_of_mail(written.eml), written.message.subject, written.message.text]
    check_all_is_there()
    for text in outside:
        assert "ZQX" not in text
        for words in OURS_ALONE:
            assert words not in text.casefold()


def test_nor_does_one_reach_who_is_told_that_nobody_comes(visiting: VisitDesk) -> None:
    prepare(visiting)
    visiting.mail.sent(visiting.number, visiting.issue())
    visiting.visits.cancel(visiting.number, "ZQXCANCELLED: their mood, our risk")
    text = text_of_mail(visiting.mail.called_off(visiting.number))
    assert "No visit on" in text
    for words in ("zqx", *OURS_ALONE):
        assert words not in text.casefold()


def check_all_is_there() -> None:
    """Every word stands in the ledger, so that it could have been found."""
    assert every_word_kept((*OF_THE_CUSTOMER, *BEFORE, *ON_IT, *AFTERWARDS))


def every_word_kept(every: Sequence[str]) -> bool:
    """Whether all of these stand somewhere in the ledger, the register of changes left out."""
    tables = [name for (name,) in execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    known = " ".join(
        repr(row)
        for name in tables
        if not name.startswith(("sqlite", "change"))
        for row in execute(f"SELECT * FROM {name}")
    )
    missing = [word for word in every if word not in known]
    assert missing == []
    return not missing
