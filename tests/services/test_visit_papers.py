"""What a customer gets of a visit, and what we take along: issued, replaced, sent, kept apart."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from creditmate.db.business import business
from creditmate.db.models import Customer, Phone, Site
from creditmate.db.papers import papers_of
from creditmate.documents.route_sheet import draw_route
from creditmate.documents.visit_agenda_paper import Attendee, EnclosedKind, VisitAgenda
from creditmate.documents.visit_cover import draw_cover
from creditmate.documents.visit_pack import draw_pack
from creditmate.domain.at_rest import RestWhy
from creditmate.domain.attachments import CUSTOMER
from creditmate.domain.contact_form import ContactForm, Discuss, EmailForm
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.kinds import PaperKind
from creditmate.domain.money import Money
from creditmate.domain.numbering import NumberPattern
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.outcomes import Outcome
from creditmate.domain.story import VisitMoved
from creditmate.domain.visit_hints import HintWhy, VisitHint
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, plan_of
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visit_report import Commitment, Findings, IssueOutcome, IssueResult
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import IssueKind, Preparation, Side, VisitEventKind
from creditmate.domain.wishes import WishKind
from creditmate.services.attachments import Attachments
from creditmate.services.call_notes import CallNote
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.customers import require_customer
from creditmate.services.decision_entries import HoldEntry, WishEntry
from creditmate.services.decisions import Decisions
from creditmate.services.map_places import MapPlaces
from creditmate.services.numbering import FIXED
from creditmate.services.people import People
from creditmate.services.route_papers import RoutePapers
from creditmate.services.settings import BusinessSettings
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_report_notes import NewLimit, NotMet, VisitReport
from creditmate.services.visit_worth import VisitWorths
from creditmate.services.visits import ConfirmedHow
from tests.builders import a_customer, an_invoice
from tests.services.invoice_desk import Desk
from tests.services.visit_paper_desk import (
    FIGURES,
    IN_PLAN,
    IN_REPORT,
    MOVED_TO,
    PLANNED,
    VISIT_DAY,
    VisitDesk,
    read_mail,
    text_of,
    text_of_mail,
)


@pytest.fixture
def visiting(desk: Desk) -> VisitDesk:
    found = VisitDesk(desk)
    found.set_up()
    return found


def refusal(action: object) -> object:
    with pytest.raises(UserError) as caught:
        action()  # type: ignore[operator]  # a function without arguments
    assert caught.value.problem is Problem.VISIT_REFUSED
    return caught.value.facts["why"]


def events(ics: bytes) -> tuple[Calendar, list[object]]:
    calendar = Calendar.from_ical(ics)
    return calendar, list(calendar.walk("VEVENT"))


# ------------------------------------------------------------- the agenda
def test_an_agenda_says_what_was_planned_and_bears_the_visits_number(visiting: VisitDesk) -> None:
    kept = visiting.issue()
    assert kept.fresh
    assert kept.agenda.number == visiting.number
    assert NumberPattern(FIXED["visit_agenda"]).number(PLANNED, 1) == visiting.number
    found = text_of(kept.pdf)
    for words in (
        "Our visit to you on Thursday 3 December 2026",
        "We should like to hear how our deliveries work for you.",
        "10:30 to 11:30, about 1 hour",
        "Unit 6, Tannery Yard, Overmere",
        "Ann Lee, director",
        "Ellen Rook, owner",
        "Four lengths short",
        "The delivery note",
        "Shorter delivery slots",
        "Your goods-in note",
        "Statement S-2611-001",
        "Copy of INV-0001",
        "We will telephone on 2 December to make sure.",
    ):
        assert words in found


def test_whoever_goes_stands_on_it_where_nobody_of_ours_was_named(visiting: VisitDesk) -> None:
    desk, file = visiting.desk, visit_file(visiting.number)
    ros = People(desk.gateway, desk.clock, "ellen").add(StaffEntry("Ros Whitlock", role="sales"))
    plan = plan_of(file)
    theirs = tuple(one for one in plan.people if one.side is Side.THEIRS)
    changed = replace(plan, people=theirs, owner=ros.id)
    visiting.visits.change(visiting.number, changed, file.visit.version)
    kept = visiting.issue()
    assert kept.agenda.ours == (Attendee("Ros Whitlock", "sales"),)
    assert "From us" in text_of(kept.pdf)
    pack = text_of(draw_pack(visiting.packs.paper(visiting.number)).drawn.pdf)
    assert "for Ros Whitlock" in pack
    assert "From us Ros Whitlock" in pack


def test_the_account_on_it_is_that_of_the_statement_enclosed(visiting: VisitDesk) -> None:
    kept = visiting.issue()
    (glance,) = kept.agenda.account_at
    rows = papers_of(require_customer("ACME").id, PLANNED)
    (statement,) = [row for row in rows if row.kind is None]
    assert glance.balance == statement.total
    assert glance.questioned == Money(8_640, "GBP")
    assert (glance.not_due, glance.overdue) == (Money(0, "GBP"), statement.total)


def test_the_same_one_is_given_again_while_nothing_changed(visiting: VisitDesk) -> None:
    first = visiting.issue()
    visiting.on(PLANNED + timedelta(days=1))
    again = visiting.issue()
    assert (again.paper, again.pdf, again.fresh) == (first.paper, first.pdf, False)
    assert again.agenda.day == PLANNED
    assert again.agenda.enclosed == first.agenda.enclosed


def test_a_visit_moved_after_it_was_sent_gets_a_new_one_that_says_what_it_replaces(
    visiting: VisitDesk,
) -> None:
    first = visiting.issue()
    visiting.mail.sent(visiting.number, first)
    visiting.on(PLANNED + timedelta(days=2))
    visiting.move()
    assert standing_of(visit_file(visiting.number), visiting.desk.clock.today).agenda_outdated
    second = visiting.issue()
    assert second.agenda.number == f"{visiting.number}/2"
    assert second.paper != first.paper
    found = text_of(second.pdf)
    assert f"This replaces our agenda {visiting.number} of 23 November." in found
    assert "Our visit to you on Tuesday 8 December 2026" in found
    kinds = [row.kind for row in papers_of(require_customer("ACME").id, date(2026, 12, 31))]
    assert kinds.count(PaperKind.VISIT_AGENDA) == 2
    visiting.mail.sent(visiting.number, second)
    assert not standing_of(visit_file(visiting.number), MOVED_TO).agenda_outdated


def test_what_was_sent_is_put_down_once_and_its_step_is_done(visiting: VisitDesk) -> None:
    kept = visiting.issue()
    assert visiting.mail.sent(visiting.number, kept) is not None
    assert visiting.mail.sent(visiting.number, kept) is None
    file = visit_file(visiting.number)
    standing = standing_of(file, PLANNED)
    assert standing.agenda is not None
    assert standing.agenda.paper == kept.paper
    (step,) = [one for one in file.steps if one.kind is Preparation.SEND_AGENDA]
    assert step.done_day == PLANNED


def test_where_a_hold_stops_statements_none_goes_along_and_it_says_so(visiting: VisitDesk) -> None:
    decisions = Decisions(visiting.desk.gateway, visiting.desk.clock)
    stops = frozenset({Stop.STEPS, Stop.LETTERS, Stop.STATEMENTS})
    entry = HoldEntry(HoldKind.INSOLVENT, PLANNED, stops, review_day=VISIT_DAY)
    decisions.hold("ACME", entry)
    assert visiting.agendas.draft(visiting.number).account_at == ()
    kept = visiting.issue()
    assert {one.kind for one in kept.agenda.enclosed} <= {EnclosedKind.DOCUMENT}
    said = {
        VisitHint(HintWhy.AT_REST, rest=RestWhy.INSOLVENT), VisitHint(HintWhy.NO_LETTERS),
        VisitHint(HintWhy.NO_STATEMENTS),
    }  # fmt: skip
    assert said <= set(visiting.visits.show(visiting.number, PLANNED).hints)
    assert said <= set(visiting.visits.host_hints("ACME"))


def test_nothing_open_is_no_statement_and_no_hour_is_no_agenda(desk: Desk) -> None:
    visiting = VisitDesk(desk)
    visiting.set_up()
    desk.pay("INV-0001", 72_000)
    desk.pay("INV-0002", 30_000)
    kept = visiting.issue()
    assert kept.agenda.account_at == ()
    assert "Nothing is open on it." in text_of(kept.pdf)
    assert "Statement" not in text_of(kept.pdf)
    visiting.visits.move(visiting.number, MOVED_TO, None, "not yet known")
    assert refusal(visiting.issue) == VisitWhy.NOT_AN_HOUR.value
    assert refusal(lambda: visiting.mail.entry(visiting.number)) == VisitWhy.NOT_AN_HOUR.value


def test_there_is_no_agenda_of_what_has_ended_or_never_was(visiting: VisitDesk) -> None:
    visiting.visits.cancel(visiting.number, "They closed for the week")
    assert refusal(visiting.issue) == VisitWhy.ENDED.value
    assert refusal(lambda: visiting.issuing.issue("V-0000-999")) == VisitWhy.UNKNOWN_VISIT.value


# ------------------------------------------------------------- the message and the calendar
def test_the_message_has_the_letter_as_its_text_and_all_papers_with_it(
    visiting: VisitDesk,
) -> None:
    kept = visiting.issue()
    mail = read_mail(visiting.mail.message(visiting.number, kept))
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "Ann Lee <ann@acme.example>"
    body = mail.get_body()
    assert body is not None
    assert "Dear Ann Lee," in body.get_content()
    files = {str(p.get_filename()): p for p in mail.iter_attachments()}
    assert list(files) == [
        "V-2611-001-ACME.pdf", "S-2611-001-ACME.pdf", "INV-0001-ACME.pdf", "V-2611-001-ACME.ics",
    ]  # fmt: skip
    assert files["V-2611-001-ACME.pdf"].get_payload(decode=True) == kept.pdf
    assert files["V-2611-001-ACME.ics"].get_content_type() == "text/calendar"


def test_whoever_else_takes_part_gets_it_as_well(visiting: VisitDesk) -> None:
    """But nobody who wants no e-mails, or with whom the account may not be discussed."""
    contacts = ContactsEditing(visiting.desk.gateway, visiting.desk.clock)
    for name, discuss in (("Bea Fox", Discuss.YES), ("Cy Dow", Discuss.NO)):
        form = ContactForm(name, emails=(EmailForm(f"{name[:2].lower()}@acme.example"),))
        contacts.save("ACME", replace(form, discuss=discuss))
    ids = {row.name: row.id for row in contacts.of("ACME")}
    file = visit_file(visiting.number)
    more = [PlanPerson(Side.THEIRS, contact=ids[name]) for name in ("Bea Fox", "Cy Dow")]
    plan = replace(plan_of(file), people=(*plan_of(file).people, *more))
    visiting.visits.change(visiting.number, plan, file.visit.version)
    mail = read_mail(visiting.mail.message(visiting.number, visiting.issue()))
    assert (mail["To"], mail["Cc"]) == ("Ann Lee <ann@acme.example>", "Bea Fox <be@acme.example>")


def test_where_nobody_who_takes_part_has_an_address_it_goes_to_who_is_written_to(
    visiting: VisitDesk,
) -> None:
    file = visit_file(visiting.number)
    for people in ((), (PlanPerson(Side.THEIRS, "Somebody else", decides=True),)):
        version = visit_file(visiting.number).visit.version
        plan = replace(plan_of(file), people=people)
        visiting.visits.change(visiting.number, plan, version)
        mail = read_mail(visiting.mail.message(visiting.number, visiting.issue()))
        assert (mail["To"], mail["Cc"]) == ("Ann Lee <ann@acme.example>", None)


def test_files_go_along_only_where_somebody_chose_them(visiting: VisitDesk) -> None:
    Attachments(visiting.desk.gateway, visiting.desk.clock).add(
        "ACME", "photograph.png", b"\x89PNG\r\n\x1a\n", CUSTOMER
    )
    kept = visiting.issue()
    plain = read_mail(visiting.mail.message(visiting.number, kept))
    assert "photograph.png" not in [p.get_filename() for p in plain.iter_attachments()]
    chosen = read_mail(visiting.mail.message(visiting.number, kept, ["Photograph.PNG"]))
    assert "photograph.png" in [p.get_filename() for p in chosen.iter_attachments()]
    with pytest.raises(UserError) as caught:
        visiting.mail.message(visiting.number, kept, ["other.pdf"])
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT


def test_the_calendar_entry_keeps_its_name_counts_moves_and_is_taken_out(
    visiting: VisitDesk,
) -> None:
    first = visiting.mail.entry(visiting.number)
    calendar, (event,) = events(first.ics)
    assert "x-wr-calname" not in calendar  # it is for the calendar that the customer has
    assert "Diary" not in str(calendar["prodid"])
    assert event["dtstart"].dt == datetime(2026, 12, 3, 10, 30, tzinfo=ZoneInfo("Europe/London"))  # type: ignore[index]
    assert event["location"] == "Unit 6, Tannery Yard, Overmere"  # type: ignore[index]
    assert "class" not in event  # type: ignore[operator]
    visiting.mail.sent(visiting.number, visiting.issue())
    visiting.move()
    moved = visiting.mail.entry(visiting.number)
    visiting.visits.cancel(visiting.number, "They closed for the week")
    off = visiting.mail.entry(visiting.number)
    assert first.uid == moved.uid == off.uid
    assert [first.sequence, moved.sequence, off.sequence] == [0, 1, 2]
    calendar, (event,) = events(off.ics)
    assert calendar["method"] == "CANCEL"
    assert event["status"] == "CANCELLED"  # type: ignore[index]
    assert (event["uid"], event["sequence"]) == (off.uid, 2)  # type: ignore[index]
    said = str(event["description"]).replace("\u00a0", " ")  # type: ignore[index]
    assert said.startswith("Our visit on Thursday 3 December 2026 does not take place.")
    assert "no longer suits" not in said


def test_a_visit_that_is_called_off_is_called_off_by_message(visiting: VisitDesk) -> None:
    assert refusal(lambda: visiting.mail.called_off(visiting.number)) == VisitWhy.CANCEL_IT.value
    visiting.mail.sent(visiting.number, visiting.issue())
    visiting.visits.cancel(visiting.number, "ZQXBECAUSE of their account")
    found = text_of_mail(visiting.mail.called_off(visiting.number))
    assert "No visit on Thursday" in found
    assert "METHOD:CANCEL" in found
    assert "ZQXBECAUSE" not in found


def test_nothing_is_called_off_with_who_was_never_told(visiting: VisitDesk) -> None:
    visiting.issue()
    visiting.visits.cancel(visiting.number, "They paid")
    why = refusal(lambda: visiting.mail.called_off(visiting.number))
    assert why == VisitWhy.NEVER_TOLD.value


# ------------------------------------------------------------- what is ours stays ours
def test_no_word_of_ours_reaches_a_customer_on_any_paper(visiting: VisitDesk) -> None:
    kept = visiting.issue()
    outside = [
        text_of(kept.pdf),
        text_of(draw_cover(kept.agenda).drawn.pdf),
        text_of_mail(visiting.mail.message(visiting.number, kept)),
        visiting.mail.entry(visiting.number).ics.decode().replace("\r\n ", ""),
    ]
    inside = text_of(draw_pack(visiting.packs.paper(visiting.number)).drawn.pdf)
    assert [word for word in IN_PLAN if word not in inside] == []
    assert FIGURES[0] in inside
    visiting.report()
    thanks = visiting.thanks("You showed us the workshop.")
    outside += [text_of(thanks.pdf), text_of_mail(visiting.letters.message(thanks))]
    for text in outside:
        assert "Rook" in text  # there is something in which a word of ours would be found
        assert [word for word in (*IN_PLAN, *IN_REPORT, *FIGURES) if word in text] == []
        assert "ZQX" not in text
        for word in ("fall-back", "observ", "mood", "get-well", "stay-well", "risk", "margin"):
            assert word not in text.casefold()


def test_nor_does_a_word_from_before_the_visit_or_a_way_in_vain(visiting: VisitDesk) -> None:
    desk, visits, number = visiting.desk, visiting.visits, visiting.number
    settings = BusinessSettings(desk.gateway)
    kept = settings.read()
    rates = replace(kept.settings, visit_hour_minor=98_76, visit_distance_minor=7_65)
    settings.save(rates, kept.version)
    with desk.gateway.write("place") as writing:
        site = writing.create(
            Site, customer_id=require_customer("ACME").id, kind="delivery",
            address="Unit 6, Tannery Yard", postcode="OV3 8LN", country="GB",
        )  # fmt: skip
    MapPlaces(desk.gateway).place("ACME", site, "54.135792, -2.246813")
    visits.add_step(number, "ZQXSTEP")
    visits.confirm(number, ConfirmedHow("call", "ZQXWHO", note="ZQXCONFIRM"))
    outside = [text_of_mail(visiting.mail.message(number, visiting.issue()))]
    visiting.on(VISIT_DAY)
    visiting.reports.not_met(number, NotMet(VisitEventKind.NOBODY, "ZQXGUARD", "ZQXGATE"))
    visits.move(number, MOVED_TO, time(9), "ZQXMOVED")
    known = repr((visit_file(number), visits.show(number, VISIT_DAY).worth))
    for word in ("ZQXSTEP", "ZQXWHO", "ZQXCONFIRM", "ZQXGUARD", "ZQXGATE", "ZQXMOVED", "9876"):
        assert word in known
    again = visiting.issue()
    assert again.fresh
    outside += [
        text_of(again.pdf),
        text_of(draw_cover(again.agenda).drawn.pdf),
        text_of_mail(visiting.mail.message(number, again)),
        visiting.mail.entry(number).ics.decode().replace("\r\n ", ""),
    ]
    visiting.report(NewLimit(Money(8_765_400, "GBP"), "GBP", "ZQXNEWLIMIT"))
    visits_made = VisitWorths().all(MOVED_TO).rows
    assert [row.worth.visit.in_vain for row in visits_made] == [1]
    thanks = visiting.thanks()
    outside += [text_of(thanks.pdf), text_of_mail(visiting.letters.message(thanks))]
    for text in outside:
        assert "Rook" in text
        assert "ZQX" not in text
        for figure in ("98.76", "7.65", "87,654", "54.13", "2.246", "13,579.11"):
            assert figure not in text


def test_all_that_is_ours_is_in_the_ledger_so_that_it_could_have_been_found(
    visiting: VisitDesk,
) -> None:
    visiting.report()
    found = repr(visiting.reports.show(visiting.number, VISIT_DAY))
    for word in IN_REPORT:
        if word not in {"ZQXTALK", "ZQXOPPORTUNITY"}:  # they stand in the talk
            assert word in found


# ------------------------------------------------------------- afterwards
def test_the_letter_of_thanks_says_what_both_sides_do_with_days(visiting: VisitDesk) -> None:
    visiting.issue()
    visiting.report()
    kept = visiting.thanks("You showed us the workshop.")
    assert kept.paper.number == f"{visiting.number}/2"
    found = text_of(kept.pdf)
    for words in (
        "Dear Ann Lee,",
        "Thank you for your time on Thursday 3 December 2026. You showed us the workshop.",
        "This is what we each said we would do.",
        "You pay £300.00 by Thursday 10 December 2026.",
        "You pay £200.00 by Friday 18 December 2026.",
        "Order numbers on every order, by Friday 11 December 2026.",
        "You send us by Friday 11 December 2026: Accounts to June.",
        "Credit note for the short lengths, by Wednesday 9 December 2026.",
        "Thank you for letting us have:",
        "Your goods-in note",
    ):
        assert words in found
    assert found.count("Accounts to June") == 1
    again = visiting.thanks("You showed us the workshop.")
    assert (again.id, again.fresh) == (kept.id, False)
    visiting.letters.sent(kept)


@pytest.mark.parametrize(
    ("went", "decides", "signed", "address"),
    [
        ((), "", "Marian Pike", "marian@rookmere.example"),
        (("Ros Whitlock", "Marian Pike"), "Ros Whitlock", "Marian Pike", "marian@rookmere.example"),
        (("Ros Whitlock", "Tom Ashby"), "Tom Ashby", "Tom Ashby", "tom@rookmere.example"),
        (("Ros Whitlock", "Tom Ashby"), "", "Ros Whitlock", "ros@rookmere.example"),
        (("Jo Typed",), "", "Jo Typed", ""),
    ],
)
def test_the_letter_of_thanks_is_signed_by_somebody_who_was_there(
    visiting: VisitDesk, went: tuple[str, ...], decides: str, signed: str, address: str
) -> None:
    """By whoever looks after the visit only where they went too, or nobody else is named."""
    people = People(visiting.desk.gateway, visiting.desk.clock, "")
    known = {
        name: people.add(StaffEntry(name, email=f"{name.split()[0].lower()}@rookmere.example")).id
        for name in ("Marian Pike", "Ros Whitlock", "Tom Ashby")
    }
    file = visit_file(visiting.number)
    theirs = tuple(one for one in plan_of(file).people if one.side is Side.THEIRS)
    ours = tuple(
        PlanPerson(Side.OURS, name, decides=name == decides, staff=known.get(name)) for name in went
    )
    plan = replace(plan_of(file), people=(*theirs, *ours), owner=known["Marian Pike"])
    visiting.visits.change(visiting.number, plan, file.visit.version)
    visiting.report()
    paper = visiting.thanks().paper
    assert (paper.signed, paper.told.from_address) == (signed, address or business().email)


@pytest.mark.parametrize(
    ("met", "begins"),
    [
        ("Ann Lee", ("Ann Lee", "Acme Ltd", "1 Lane")),
        ("somebody in accounts", ("Acme Ltd", "Accounts Payable", "1 Lane")),
    ],
)
def test_a_letter_to_somebody_by_name_takes_no_way_by_a_department(
    visiting: VisitDesk, met: str, begins: tuple[str, ...]
) -> None:
    with visiting.desk.gateway.write("place") as writing:
        customer = require_customer("ACME").id
        writing.create(
            Site, customer_id=customer, kind="billing", address="Accounts Payable\n1 Lane",
            postcode="OV3 8LN", country="GB",
        )  # fmt: skip
    file = visit_file(visiting.on(VISIT_DAY).number)
    spoken = tuple(IssueOutcome(one.id, IssueResult.NOT_SPOKEN_OF) for one in file.visit.issues)
    talk = CallNote(met, Outcome.ALL_WELL, "fine", none_because="all is well")
    visiting.reports.report(visiting.number, VisitReport(talk, Findings(spoken)))
    assert visiting.thanks().paper.address == (*begins, "OV3 8LN")


@pytest.mark.parametrize(("parts", "told"), [
    ((VISIT_DAY + timedelta(days=5),), False),
    ((VISIT_DAY + timedelta(days=5), VISIT_DAY + timedelta(days=9)), False),
    ((VISIT_DAY + timedelta(days=6), VISIT_DAY + timedelta(days=9)), True),
])  # fmt: skip
def test_our_own_look_for_money_is_told_to_nobody_however_many_sums_were_promised(
    visiting: VisitDesk, parts: tuple[date, ...], told: bool
) -> None:
    ours = VISIT_DAY + timedelta(days=5)
    talk = CallNote("Ann Lee", Outcome.WILL_PAY, "fine", next_day=ours)
    file = visit_file(visiting.on(VISIT_DAY).number)
    spoken = tuple(IssueOutcome(one.id, IssueResult.NOT_SPOKEN_OF) for one in file.visit.issues)
    pay = tuple(Commitment(Side.THEIRS, day, amount=Money(10_000, "GBP")) for day in parts)
    visiting.reports.report(visiting.number, VisitReport(talk, Findings(spoken), pay))
    assert ("in touch again" in text_of(visiting.thanks().pdf)) is told


def test_there_is_no_letter_before_there_was_a_visit(visiting: VisitDesk) -> None:
    assert refusal(visiting.thanks) == VisitWhy.NOT_REPORTED.value


# ------------------------------------------------------------- on the way
def test_the_pack_compares_with_the_last_visit_once_there_was_one(visiting: VisitDesk) -> None:
    assert visiting.packs.paper(visiting.number).last is None
    visiting.report()
    visiting.visits.plan("ACME", visiting.plan("INV-0001"))
    later = visiting.visits.of_customer("ACME", VISIT_DAY)[-1].number
    visiting.visits.move(later, VISIT_DAY + timedelta(days=30), None, "in a month")
    pack = visiting.packs.paper(later)
    assert pack.last is not None
    assert pack.last.day == VISIT_DAY
    assert "compare with 3 December 2026 (grey)" in text_of(draw_pack(pack).drawn.pdf)


def test_the_packs_last_contacts_are_no_list_of_steps(visiting: VisitDesk) -> None:
    step = visit_file(visiting.number).steps[0]
    visiting.visits.prepare(visiting.number, step.id)
    visiting.visits.move(visiting.number, VISIT_DAY, time(14), "they asked")
    pack = visiting.packs.paper(visiting.number)
    (moved,) = pack.history.events
    assert isinstance(moved, VisitMoved), "neither a step nor an invoice is a contact"


def test_the_route_of_a_day_has_its_visits_and_what_to_take(visiting: VisitDesk) -> None:
    visiting.mail.sent(visiting.number, visiting.issue())
    (sheet,) = RoutePapers(visiting.desk.clock).papers(VISIT_DAY)
    assert isinstance(visiting.issue().agenda, VisitAgenda)
    found = text_of(draw_route(sheet).drawn.pdf)
    for words in (
        "Thursday 3 December 2026",
        "1 visit, 44 miles, 1 h 40 on the road",
        "50 min, 22 miles, arrive 10:25",
        "Agenda sent 23 Nov, not confirmed yet",
        "Unit 6, Tannery Yard, Overmere",
        "Ann Lee, director, 020 7946 0018",
        "the delivery note (",
    ):
        assert words in found
    assert RoutePapers(visiting.desk.clock).papers(VISIT_DAY + timedelta(days=1)) == []


def test_who_else_is_near_with_something_overdue_is_on_the_route_sheet(
    visiting: VisitDesk,
) -> None:
    desk = visiting.desk

    def near(code: str, form: str = "company", postcode: str = "OV3 1AA", late: int = 40) -> None:
        with desk.gateway.write("near") as writing:
            id_ = a_customer(writing, code)
            writing.edit(Customer, id_, 1, legal_form=form, name=f"{code.title()} Ltd")
            due = PLANNED - timedelta(days=late)
            an_invoice(writing, id_, f"{code}-1", due - timedelta(days=30), 279_600, due=due)
            writing.create(
                Site, customer_id=id_, kind="billing", address="1 Lane", postcode=postcode,
                country="GB",
            )  # fmt: skip

    with desk.gateway.write("place") as writing:
        writing.create(
            Site, customer_id=require_customer("ACME").id, kind="delivery",
            address="Unit 6, Tannery Yard", postcode="OV3 8LN", country="GB",
        )  # fmt: skip
    near("COBB")
    near("PERSON", "sole_trader")
    near("ELSEWHERE", postcode="LE1 1AA")
    near("NOVISIT")
    near("NOTDUE", late=-10)
    Decisions(desk.gateway, desk.clock).wish("NOVISIT", WishEntry(WishKind.NO_VISITS))
    (sheet,) = RoutePapers(desk.clock).papers(VISIT_DAY)
    assert [(one.name, one.stop, one.overdue) for one in sheet.near] == [
        ("Cobb Ltd", 1, (Money(279_600, "GBP"),))
    ]
    found = text_of(draw_route(sheet).drawn.pdf)
    assert "Cobb Ltd, near stop 1, overdue" in found


def test_what_to_mind_is_said_at_the_foot_of_the_route_sheet(visiting: VisitDesk) -> None:
    saturday = date(2026, 12, 5)
    visiting.visits.move(visiting.number, saturday, time(7, 30), "they are in then")
    (sheet,) = RoutePapers(visiting.desk.clock).papers(saturday)
    found = text_of(draw_route(sheet).drawn.pdf)
    for words in (
        "Please note",
        "They do not work on 5 Dec.",
        "We do not work on 5 Dec.",
        "ZQXNOTE",
        "Write the reports today.",
    ):
        assert words in found
    file = visit_file(visiting.number)
    plan = replace(plan_of(file), people=(), note="", day=VISIT_DAY, at=time(10, 30))
    visiting.visits.change(visiting.number, plan, file.visit.version)
    (sheet,) = RoutePapers(visiting.desk.clock).papers(VISIT_DAY)
    assert [(note.times, note.words) for note in sheet.notes] == [((), "")]
    assert "Nobody of theirs is named yet." in text_of(draw_route(sheet).drawn.pdf)


def test_visits_without_an_hour_are_named_and_have_no_place(visiting: VisitDesk) -> None:
    visiting.visits.plan("ACME", visiting.plan("INV-0001"))
    later = visiting.visits.of_customer("ACME", PLANNED)[-1].number
    visiting.visits.move(later, VISIT_DAY, None, "not yet known")
    (sheet,) = RoutePapers(visiting.desk.clock).papers(VISIT_DAY)
    assert len(sheet.stops) == len(sheet.without_hour) == 1
    assert "No hour yet" in text_of(draw_route(sheet).drawn.pdf)


def test_each_of_us_who_goes_has_a_sheet(visiting: VisitDesk) -> None:
    desk = visiting.desk
    people = People(desk.gateway, desk.clock, "")
    tom = people.add(StaffEntry("Tom Ashby", "TA", phone="01632 960 145")).id
    visiting.visits.plan("ACME", replace(visiting.plan("INV-0001"), owner=tom, at=time(14)))
    routes = RoutePapers(desk.clock)
    assert [len(sheet.stops) for sheet in routes.papers(VISIT_DAY)] == [1, 1]
    (only,) = routes.papers(VISIT_DAY, tom)
    assert only.who[0] == "Tom Ashby"
    pack = visiting.packs.paper(visiting.number)
    assert pack.base == "Tom Ashby, 01632 960 145"


def test_whom_to_ring_is_who_goes_and_else_the_business(visiting: VisitDesk) -> None:
    desk = visiting.desk
    tom = People(desk.gateway, desk.clock, "").add(
        StaffEntry("Tom Ashby", "TA", phone="01632 960 145", email="tom@rookmere.example")
    )
    first = visiting.agendas.draft(visiting.number)
    assert first.caller == "Ellen Rook"
    file = visit_file(visiting.number)
    plan = replace(plan_of(file), owner=tom.id)
    visiting.visits.change(visiting.number, plan, file.visit.version)
    found = text_of(visiting.issue().pdf)
    assert "please ring Tom Ashby on 01632 960 145 or write to tom@rookmere.example." in found


@pytest.mark.parametrize("why", ["no number", "no calls wished"])
def test_who_cannot_be_rung_or_wants_no_calls_is_promised_none(
    visiting: VisitDesk, why: str
) -> None:
    desk = visiting.desk
    assert visiting.agendas.draft(visiting.number).ring_on == VISIT_DAY - timedelta(days=1)
    if why == "no number":
        with desk.gateway.write("test") as writing:
            for row in Phone.select():
                writing.edit(Phone, row.id, row.version, archived_day=PLANNED)
    else:
        Decisions(desk.gateway, desk.clock).wish("ACME", WishEntry(WishKind.NO_CALLS))
    assert visiting.agendas.draft(visiting.number).ring_on is None
    assert "We will telephone" not in text_of(visiting.issue().pdf)


def test_a_limit_is_named_only_in_words_typed_for_the_agenda(visiting: VisitDesk) -> None:
    file = visit_file(visiting.number)
    limit = PlanIssue("Limit of 5,000 for the spring", kind=IssueKind.LIMIT, papers="accounts")
    plan = plan_of(file)
    asked = replace(plan, issues=(*plan.issues, limit), slots=())
    visiting.visits.change(visiting.number, asked, file.visit.version)
    found = text_of(visiting.issue().pdf)
    assert "5,000" not in found
    assert "How we go on together" in found
    changed = visit_file(visiting.number)
    slots = tuple(
        replace(one, title="Room for your spring orders") if one.issue == 3 else one
        for one in plan_of(changed).slots
    )
    visiting.visits.change(
        visiting.number, replace(plan_of(changed), slots=slots), changed.visit.version
    )
    assert "Room for your spring orders" in text_of(visiting.issue().pdf)


def test_what_we_bring_for_the_account_stands_beside_that_the_statement_is_enclosed(
    visiting: VisitDesk,
) -> None:
    file = visit_file(visiting.number)
    plan = plan_of(file)
    first, account = plan.issues
    orders = PlanIssue("Late mornings", kind=IssueKind.ORDERS, papers="the delivery rota")
    bring = replace(account, papers="copies of the receipts")
    asked = replace(plan, issues=(first, bring, orders), slots=())
    visiting.visits.change(visiting.number, asked, file.visit.version)
    found = text_of(visiting.issue().pdf)
    assert "Statement enclosed; copies of the receipts" in found
    assert "The delivery rota" in found


def test_after_its_day_an_agenda_is_printed_again_but_none_is_made(desk: Desk) -> None:
    sent = VisitDesk(desk)
    sent.set_up()
    kept = sent.issue()
    sent.on(VISIT_DAY + timedelta(days=1))
    assert sent.issue().pdf == kept.pdf
    file = visit_file(sent.number)
    plan = replace(plan_of(file), words="We should like to hear of your spring.")
    sent.visits.change(sent.number, plan, file.visit.version)
    assert refusal(sent.issue) == VisitWhy.DAY_PAST.value


@pytest.mark.parametrize("people", [
    (), (PlanPerson(Side.THEIRS, "Someone Typed", "buyer"),),
])  # fmt: skip
def test_a_message_greets_whom_it_goes_to(
    visiting: VisitDesk, people: tuple[PlanPerson, ...]
) -> None:
    file = visit_file(visiting.number)
    plan = replace(plan_of(file), people=people)
    visiting.visits.change(visiting.number, plan, file.visit.version)
    kept = visiting.issue()
    visiting.mail.sent(visiting.number, kept)
    sent = [visiting.mail.message(visiting.number, kept)]
    visiting.visits.cancel(visiting.number, "They closed for the week")
    sent.append(visiting.mail.called_off(visiting.number))
    for mail in map(read_mail, sent):
        assert mail["To"] == "Ann Lee <ann@acme.example>"
        body = mail.get_body()
        assert body is not None
        assert body.get_content().startswith("Dear Ann Lee,")


def test_a_visit_whose_day_is_over_is_called_off_with_nobody(visiting: VisitDesk) -> None:
    visiting.mail.sent(visiting.number, visiting.issue())
    visiting.on(VISIT_DAY + timedelta(days=1))
    visiting.visits.cancel(visiting.number, "Nobody went")
    why = refusal(lambda: visiting.mail.called_off(visiting.number))
    assert why == VisitWhy.DAY_OVER.value


def test_called_off_is_the_day_that_they_were_told_of(visiting: VisitDesk) -> None:
    visiting.mail.sent(visiting.number, visiting.issue())
    visiting.move()
    visiting.visits.cancel(visiting.number, "They closed for the week")
    mail = read_mail(visiting.mail.called_off(visiting.number))
    body = mail.get_body()
    assert body is not None
    said = f"{mail['Subject']} {body.get_content()}".replace("\u00a0", " ")
    assert said.count("3 December") == 2
    assert "8 December" not in said


def test_confirmed_twice_on_a_day_nobody_has_rung_the_day_before(visiting: VisitDesk) -> None:
    for _ in range(2):
        visiting.visits.confirm(visiting.number, ConfirmedHow("email", "Ann Lee"))
    undone = {step.kind for step in visit_file(visiting.number).steps if step.done_day is None}
    assert Preparation.RECONFIRM in undone
    visiting.on(PLANNED + timedelta(days=1))
    visiting.visits.confirm(visiting.number, ConfirmedHow("call", "Ann Lee"))
    undone = {step.kind for step in visit_file(visiting.number).steps if step.done_day is None}
    assert Preparation.RECONFIRM not in undone
