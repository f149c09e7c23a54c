"""A visit with everything in it, and a word of ours in every field that is ours alone."""

from dataclasses import dataclass
from datetime import date, time
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO

from pypdf import PdfReader

from creditmate.db.customers import contacts_of
from creditmate.domain.changes import Done
from creditmate.domain.contact_form import Authority, ContactForm, EmailForm, PhoneForm
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.feeling import Mood
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_observations import Observation, Seen, Topic
from creditmate.domain.visit_plan import (
    PlanIssue,
    PlanPerson,
    PlanPoint,
    PlanRequest,
    VisitPlan,
)
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
from creditmate.domain.visits import IssueKind, Side
from creditmate.services.call_notes import CallNote
from creditmate.services.confirmations import Confirmations
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.customers import require_customer
from creditmate.services.disputes import Disputes
from creditmate.services.stories import Stories
from creditmate.services.visit_agendas import AgendaIssue, KeptAgenda, VisitAgendas
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_mail import VisitMail
from creditmate.services.visit_packs import VisitPacks
from creditmate.services.visit_report_notes import NewLimit, VisitReport
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visit_thanks import KeptThanks, ThanksIssue, VisitLetters
from creditmate.services.visits import Visits
from tests.services.invoice_desk import Desk, a_line

PLANNED, VISIT_DAY, MOVED_TO = date(2026, 11, 23), date(2026, 12, 3), date(2026, 12, 8)
PURPOSE = "We should like to hear how our deliveries work for you."
IN_PLAN = ("ZQXFALLBACK", "ZQXWANTED", "ZQXLIMITS", "ZQXDEPUTY", "ZQXNOTE", "ZQXPERSON")
"""Words of ours in the plan, one for each field that is ours alone."""
IN_REPORT = ("ZQXRESULT", "ZQXSEEN", "ZQXTALK", "ZQXREVIEW", "ZQXREQUEST", "ZQXOPPORTUNITY")
"""Those in the report."""
FIRST, SECOND = "INV-0001", "INV-0002"
MARGIN, COST = Money(7_654_321, "GBP"), Money(1_357_911, "GBP")
FIGURES = ("76,543.21", "13,579.11")
"""Figures of ours, as they would be printed."""
FALL_BACK, WANTED, LIMITS, DEPUTY, NOTE, PERSON = IN_PLAN
RESULT, SEEN, TALK, REVIEW, REQUEST, OPPORTUNITY = IN_REPORT


@dataclass
class VisitDesk:
    """Visits and their papers over the ledger of a desk."""

    desk: Desk

    def __post_init__(self) -> None:
        gateway, clock = self.desk.gateway, self.desk.clock
        self.visits, self.agendas = Visits(gateway, clock), VisitAgendas(gateway, clock)
        self.issuing = AgendaIssue(self.agendas, lambda work: work())
        self.mail = VisitMail(gateway, clock, self.desk.invoicing)
        self.packs = VisitPacks(Stories(), gateway, clock)
        self.reports = VisitReports(gateway, clock)
        confirmations = Confirmations(gateway, clock, self.desk.invoicing)
        self.letters = VisitLetters(gateway, clock, confirmations)
        self.thanking = ThanksIssue(self.letters, lambda work: work())

    def on(self, day: date) -> "VisitDesk":
        self.desk.clock.today = day
        return self

    def set_up(self) -> str:
        """Two invoices, one of them in question, Ann who decides, and a visit; its number."""
        self.on(date(2026, 9, 1))
        self.desk.issue(a_line("Oak", price="600"))
        self.desk.issue(a_line("Ash", price="250"))
        self.on(PLANNED)
        entry = self.desk.detail(FIRST).parts[0].entry_id
        raised = NewDispute((Questioned(entry, Money(8_640, "GBP")),), DisputeReason.QUANTITY)
        Disputes(self.desk.gateway, self.desk.clock).raise_one("ACME", raised)
        ContactsEditing(self.desk.gateway, self.desk.clock).save(
            "ACME",
            ContactForm(
                "Ann Lee", role="director", authority=Authority.DECIDES,
                phones=(PhoneForm("020 7946 0018"),), emails=(EmailForm("ann@acme.example"),),
            ),
        )  # fmt: skip
        self.visits.plan("ACME", self.plan(FIRST))
        return self.number

    def plan(self, number: str) -> VisitPlan:
        (ann,) = contacts_of([require_customer("ACME").id])[require_customer("ACME").id]
        entry = self.desk.detail(number).parts[0].entry_id
        return VisitPlan(
            day=VISIT_DAY,
            at=time(10, 30),
            words=PURPOSE,
            address="Unit 6, Tannery Yard\nOvermere",
            people=(
                PlanPerson(Side.THEIRS, contact=ann.id, decides=True, inner_note=PERSON),
                PlanPerson(Side.OURS, "Ellen Rook", "owner"),
            ),
            issues=(
                PlanIssue("Four lengths short", WANTED, FALL_BACK, IssueKind.DISPUTE,
                          "the delivery note", entries=(entry,)),
                PlanIssue("The account", kind=IssueKind.ACCOUNT),
            ),
            points=(PlanPoint("Shorter delivery slots"),),
            requests=(PlanRequest("Your goods-in note"), PlanRequest("Accounts to June")),
            travel_minutes=50,
            distance_tenths=440,
            limits=LIMITS,
            if_deputy=DEPUTY,
            note=NOTE,
            margin=MARGIN,
        )  # fmt: skip

    @property
    def number(self) -> str:
        (row, *_more) = self.visits.of_customer("ACME", self.desk.clock.today)
        return row.number

    def issue(self) -> KeptAgenda:
        return self.issuing.issue(self.number)

    def move(self, day: date = MOVED_TO) -> Done:
        return self.visits.move(self.number, day, time(9, 0), "They asked")

    def report(self, new_limit: NewLimit | None = None) -> None:
        """Hold the visit and tell of it, with a word of ours wherever there is room for one."""
        file = visit_file(self.number)
        short, account = (one.id for one in file.visit.issues)
        note, accounts = (one.id for one in file.visit.requests)
        self.on(file.visit.day)
        talk = CallNote(
            "Ann Lee", Outcome.WILL_PAY, TALK, next_day=date(2026, 12, 17), mood=Mood.ANGRY,
            opportunity=OPPORTUNITY, satisfaction=2,
        )  # fmt: skip
        findings = Findings(
            results=(
                IssueOutcome(short, IssueResult.PART, RESULT),
                IssueOutcome(account, IssueResult.FALL_BACK, RESULT),
            ),
            requests=(
                RequestOutcome(note, Came.RECEIVED, note=REQUEST),
                RequestOutcome(accounts, Came.PROMISED, date(2026, 12, 11), REQUEST),
            ),
            observations=tuple(Observation(topic, Seen.WORSE, SEEN) for topic in Topic),
            review=Review(LimitView.LOWER, RiskView.MORE, Mood.ANGRY, 2, 160, 440, COST, REVIEW),
        )
        commitments = (
            Commitment(Side.THEIRS, date(2026, 12, 10), amount=Money(30_000, "GBP")),
            Commitment(Side.THEIRS, date(2026, 12, 18), amount=Money(20_000, "GBP")),
            Commitment(Side.THEIRS, date(2026, 12, 11), "Order numbers on every order"),
            Commitment(Side.OURS, date(2026, 12, 9), "Credit note for the short lengths"),
        )
        told = VisitReport(talk, findings, commitments, new_limit=new_limit)
        self.reports.report(self.number, told)

    def thanks(self, opening: str = "") -> KeptThanks:
        return self.thanking.issue(self.number, opening)


def text_of(pdf: bytes) -> str:
    """All that stands in a PDF, what it says of itself among it."""
    reader = PdfReader(BytesIO(pdf))
    about = " ".join(str(value) for value in (reader.metadata or {}).values())
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(f"{about} {text}".replace("\u00a0", " ").split())


def read_mail(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def text_of_mail(content: bytes) -> str:
    """All that stands in a message: its heads, its text, and every file with it."""
    mail = read_mail(content)
    body = mail.get_body()
    assert body is not None
    parts = [*(f"{name}: {value}" for name, value in mail.items()), str(body.get_content())]
    for part in mail.iter_attachments():
        bytes_ = part.get_payload(decode=True)
        assert isinstance(bytes_, bytes)
        is_pdf = part.get_content_type() == "application/pdf"
        parts += [str(part.get_filename()), text_of(bytes_) if is_pdf else _unfolded(bytes_)]
    return " ".join(parts)


def _unfolded(ics: bytes) -> str:
    return ics.decode().replace("\r\n ", "")
