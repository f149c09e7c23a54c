"""Visits at a place in another country: its clock, its holidays, and its name in the address."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from creditmate.db.business import business_version
from creditmate.db.connection import execute
from creditmate.db.models import Business, Customer, Site
from creditmate.documents.route_sheet import draw_route
from creditmate.documents.visit_pack import draw_pack
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.errors import UserError
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.visit_hints import HintWhy
from creditmate.domain.visit_plan import PlanPerson, VisitPlan, plan_of
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.domain.visit_times import TimeWhy
from creditmate.domain.visits import Side, Visit, VisitChange
from creditmate.i18n.place_words import place_words
from creditmate.services.call_surroundings import call_surroundings
from creditmate.services.contact_warnings import warnings_for
from creditmate.services.customers import require_customer
from creditmate.services.diary import Diary
from creditmate.services.diary_facts import DiaryFacts
from creditmate.services.people import People
from creditmate.services.place_clocks import visit_zone
from creditmate.services.route_papers import RoutePapers
from creditmate.services.visit_hours import VisitTime
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_routes import VisitRoutes
from creditmate.services.visits import Visits
from tests.builders import a_customer
from tests.services.conftest import Office
from tests.services.invoice_desk import Desk
from tests.services.test_visits import MONDAY, why
from tests.services.visit_paper_desk import VisitDesk, read_mail, text_of, text_of_mail

DAY = date(2026, 12, 3)
HALF_PAST_TEN = time(10, 30)
PLAN = VisitPlan(
    DAY, HALF_PAST_TEN, "To look ahead together.", travel_minutes=50,
    people=(PlanPerson(Side.THEIRS, "Ann Lee", "director", decides=True),),
)  # fmt: skip
CALAIS, AUSTIN = "12 Quai du Rhin\nCalais", "300 Congress Avenue\nAustin"


def acme(office: Office, *, country: str = "GB", zone: str = "Europe/London") -> int:
    office.on(MONDAY)
    with office.gateway.write("test") as writing:
        id_ = a_customer(writing)
        writing.edit(Customer, id_, 1, country=country, zone=zone)
    return id_


def a_site(office: Office, customer: int, country: str, address: str = CALAIS) -> int:
    with office.gateway.write("test") as writing:
        return writing.create(
            Site, customer_id=customer, kind="delivery", address=address, postcode="",
            country=country,
        )  # fmt: skip


def visits(office: Office) -> Visits:
    return Visits(office.gateway, office.clock)


def planned(office: Office, plan: VisitPlan = PLAN) -> Visit:
    return visits(office).show(str(visits(office).plan("ACME", plan).id), MONDAY).file.visit


def here(office: Office, visit: Visit) -> tuple[date, time]:
    found = visits(office).show(visit.number, MONDAY).row.here
    assert found is not None
    return found.day, found.at


def hints(office: Office, visit: Visit) -> set[HintWhy]:
    return {hint.why for hint in visits(office).show(visit.number, MONDAY).hints}


# ---------------------------------------------------------------- by which clock
def test_an_hour_is_that_of_the_place_and_not_of_whoever_it_belongs_to(office: Office) -> None:
    customer = acme(office)
    site = a_site(office, customer, "FR")
    visit = planned(office, replace(PLAN, site=site))
    assert (visit.country, visit.zone, visit.at) == ("FR", "Europe/Paris", HALF_PAST_TEN)
    assert here(office, visit) == (DAY, time(9, 30))
    assert HintWhy.CLOCK_TAKEN not in hints(office, visit)  # France has one clock


def test_without_a_site_it_is_that_of_the_first_address(office: Office) -> None:
    a_site(office, acme(office), "FR")
    assert planned(office).zone == "Europe/Paris"


def test_a_place_at_home_is_on_the_customers_clock(office: Office) -> None:
    a_site(office, acme(office), "GB", "1 Acme Lane")
    visit = planned(office)
    assert (visit.country, visit.zone) == ("GB", "Europe/London")


def test_who_was_brought_in_with_our_zone_is_visited_by_the_clock_of_its_country(
    office: Office,
) -> None:
    a_site(office, acme(office, country="FR"), "FR")
    assert planned(office).zone == "Europe/Paris"


@pytest.mark.parametrize("zone", ["America/Chicago", "US/Central"])
def test_a_zone_that_was_chosen_for_a_customer_stands_in_its_own_country(
    office: Office, zone: str
) -> None:
    a_site(office, acme(office, country="US", zone=zone), "US", AUSTIN)
    visit = planned(office)
    assert visit.zone == zone
    assert HintWhy.CLOCK_TAKEN not in hints(office, visit)


def test_a_country_with_several_clocks_says_which_was_taken_until_another_is_said(
    office: Office,
) -> None:
    site = a_site(office, acme(office), "US", AUSTIN)
    visit = planned(office, replace(PLAN, site=site))
    assert visit.zone == "America/New_York"
    (hint,) = [
        one
        for one in visits(office).show(visit.number, MONDAY).hints
        if one.why is HintWhy.CLOCK_TAKEN
    ]
    assert (hint.zone, hint.country) == ("America/New_York", "US")
    file = visit_file(visit.number)
    plan = replace(plan_of(file), zone="America/Chicago")
    visits(office).change(visit.number, plan, visit.version)
    now = visit_file(visit.number).visit
    assert now.zone == "America/Chicago"
    assert here(office, now) == (DAY, time(16, 30))
    assert HintWhy.CLOCK_TAKEN not in hints(office, now)


def test_a_zone_that_nobody_knows_is_refused(office: Office) -> None:
    acme(office)
    with pytest.raises(UserError) as caught:
        planned(office, replace(PLAN, zone="Europe/Atlantis"))
    assert why(caught) == VisitWhy.UNKNOWN_ZONE


def test_between_the_days_on_which_both_change_their_clocks(office: Office) -> None:
    """New York is on summer time from 14 March 2027, London from the 28th."""
    site = a_site(office, acme(office), "US", AUSTIN)
    for day, hour in ((date(2027, 3, 12), 15), (date(2027, 3, 15), 14), (date(2027, 3, 29), 15)):
        visit = planned(office, replace(PLAN, site=site, day=day))
        assert here(office, visit) == (day, time(hour, 30)), day


def test_the_night_on_which_both_clocks_go_forward(office: Office) -> None:
    """On 28 March 2027 London leaves out one to two, Paris two to three: the same moment."""
    site = a_site(office, acme(office), "FR")
    day = date(2027, 3, 28)
    before = planned(office, replace(PLAN, site=site, day=day, at=time(1, 30)))
    within = planned(office, replace(PLAN, site=site, day=day, at=time(2, 30)))
    after = planned(office, replace(PLAN, site=site, day=day, at=time(3, 30)))
    assert here(office, before) == (day, time(0, 30))
    assert here(office, within) == here(office, after) == (day, time(2, 30))
    whys = [one.why for one in visits(office).show(within.number, MONDAY).times]
    assert TimeWhy.SHIFTED in whys


def test_the_holidays_are_those_of_the_place(office: Office) -> None:
    site = a_site(office, acme(office), "FR")
    armistice = date(2027, 11, 11)
    when = VisitTime(acme_id(), armistice, HALF_PAST_TEN, site=site)
    assert [one.why for one in visits(office).against("ACME", when)] == [TimeWhy.THEIR_HOLIDAY]
    at_home = replace(when, site=None)
    execute("UPDATE site SET archived_day = '2026-01-01'")
    assert visits(office).against("ACME", at_home) == ()


def acme_id() -> int:
    ((id_,),) = execute("SELECT id FROM customer WHERE code = 'ACME'")
    return int(id_)


def test_hours_of_theirs_are_by_the_clock_of_the_place(office: Office) -> None:
    """Five in the morning in New York is ten here."""
    site = a_site(office, acme(office), "US", AUSTIN)
    early = VisitTime(acme_id(), DAY, time(5), site=site)
    assert TimeWhy.THEIR_HOURS in {one.why for one in visits(office).against("ACME", early)}


def test_an_hour_agreed_later_is_by_the_clock_of_the_place(office: Office) -> None:
    site = a_site(office, acme(office), "FR")
    visit = planned(office, replace(PLAN, site=site, at=None))
    visits(office).move(visit.number, DAY, HALF_PAST_TEN, "agreed")
    now = visit_file(visit.number).visit
    assert (now.at, now.zone) == (HALF_PAST_TEN, "Europe/Paris")


def test_an_hour_set_in_the_diary_is_ours_and_kept_by_the_clock_of_the_place(
    office: Office,
) -> None:
    site = a_site(office, acme(office), "FR")
    visit = planned(office, replace(PLAN, site=site, at=None))
    diary = Diary(office.gateway, office.clock)
    item = diary.item(visit.task)
    diary.move(item.id, item.version, DAY, time(9, 30))
    now = visit_file(visit.number).visit
    assert (now.at, now.zone) == (HALF_PAST_TEN, "Europe/Paris")
    assert here(office, now) == (DAY, time(9, 30))


def test_another_site_is_another_clock_and_the_agenda_sent_is_outdated(office: Office) -> None:
    customer = acme(office)
    at_home = a_site(office, customer, "GB", "1 Acme Lane")
    abroad = a_site(office, customer, "FR")
    visit = planned(office, replace(PLAN, site=at_home))
    visits(office).agenda_sent(visit.number, "email")
    file = visit_file(visit.number)
    plan = replace(plan_of(file), site=abroad, address="")
    visits(office).change(visit.number, plan, file.visit.version)
    after = visit_file(visit.number)
    assert (after.visit.zone, after.visit.country) == ("Europe/Paris", "FR")
    assert here(office, after.visit) == (DAY, time(9, 30))
    assert after.events[-1].change is VisitChange.PLACE


def test_another_site_and_day_at_once_are_by_the_new_clock(office: Office) -> None:
    customer = acme(office)
    at_home = a_site(office, customer, "GB", "1 Acme Lane")
    abroad = a_site(office, customer, "FR")
    visit = planned(office, replace(PLAN, site=at_home))
    file = visit_file(visit.number)
    later = date(2026, 12, 8)
    plan = replace(plan_of(file), site=abroad, address="", day=later)
    visits(office).change(visit.number, plan, file.visit.version)
    now = visit_file(visit.number).visit
    assert (now.day, now.zone) == (later, "Europe/Paris")
    assert here(office, now) == (later, time(9, 30))


def test_a_days_route_reaches_it_at_its_own_hour(office: Office) -> None:
    site = a_site(office, acme(office), "FR")
    planned(office, replace(PLAN, site=site))
    (route,) = VisitRoutes().on(DAY, MONDAY)
    reached = route.rows[0].reached
    assert reached is not None
    assert reached.stop.begins.astimezone(UTC) == datetime(2026, 12, 3, 9, 30, tzinfo=UTC)


# ---------------------------------------------------------------- on papers
@pytest.fixture
def papers(desk: Desk) -> VisitDesk:
    return VisitDesk(desk)


def test_the_address_names_a_country_that_is_not_ours(papers: VisitDesk) -> None:
    """On the agenda, in the customer's calendar and in the message; at home it is left out."""
    number = papers.set_up()
    assert "Kingdom" not in text_of(papers.issuing.issue(number).pdf)
    file = visit_file(number)
    with papers.desk.gateway.write("test") as writing:
        site = writing.create(
            Site, customer_id=acme_id(), kind="delivery", address=CALAIS, postcode="62100",
            country="FR",
        )  # fmt: skip
    plan = replace(plan_of(file), site=site, address="")
    papers.visits.change(number, plan, file.visit.version)
    kept = papers.issuing.issue(number)
    assert "12 Quai du Rhin, Calais, 62100, France" in text_of(kept.pdf)
    assert kept.agenda.replaces is not None
    event = Calendar.from_ical(papers.mail.entry(number).ics).walk("VEVENT")[0]
    assert event["LOCATION"] == "12 Quai du Rhin, Calais, 62100, France"
    begins = event.decoded("DTSTART")
    assert begins.astimezone(UTC) == datetime(2026, 12, 3, 9, 30, tzinfo=UTC)
    told = text_of_mail(papers.mail.message(number, kept))
    assert "Calais, 62100, France" in told  # the agenda with it
    assert "Calais\\, 62100\\, France" in told  # the entry for the calendar
    (sheet,) = RoutePapers(papers.desk.clock).papers(DAY)
    (stop,) = sheet.stops
    assert (stop.abroad, stop.zone) == ("FR", "Europe/Paris")
    said = text_of(draw_route(sheet).drawn.pdf)
    assert "Calais, 62100, France" in said
    assert "by the clock of Paris, 09.30" in said.replace(":", ".")
    assert sheet.route.leaves is not None
    assert f"{sheet.route.leaves:%H:%M}" == "08:35"  # by ours: fifty minutes and five before 9:30
    pack = papers.packs.paper(number)
    assert "Calais, 62100, France" in text_of(draw_pack(pack).drawn.pdf)


def test_an_address_that_names_its_country_does_not_name_it_twice() -> None:
    assert place_words("1 Rue du Rhin, Calais, France", "FR", "en_GB").count("France") == 1
    assert place_words("Hauptstr. 1, Bern, Switzerland", "CH", "de_DE").count("Switz") == 1
    assert place_words("", "FR", "en_GB") == "France"
    assert place_words("4 Staithe Yard", "", "en_GB") == "4 Staithe Yard"


# ---------------------------------------------------------------- one clock for all of it
def test_a_call_goes_by_the_same_clock_as_a_visit(office: Office) -> None:
    """Brought in with our zone for want of another: a quarter to seven here is one to eight there.

    Nobody is called before half past seven.
    """
    customer = acme(office, country="DE")
    early = datetime(2026, 11, 24, 6, 45, tzinfo=UTC)
    office.clock.moment = early
    own = Purpose.OWN
    assert not warnings_for("ACME", "call", own, as_at=early.date(), now=early)
    assert (
        call_surroundings(require_customer("ACME"), office.clock, incoming=False).zone
        == "Europe/Berlin"
    )
    assert DiaryFacts([customer], early.date()).zone(customer) == "Europe/Berlin"
    assert visit_zone(customer, None) == "Europe/Berlin"


def test_an_hour_agreed_on_the_telephone_is_by_the_clock_of_the_place(office: Office) -> None:
    acme(office, country="DE")
    diary = Diary(office.gateway, office.clock)
    assert diary.there("ACME", DAY, HALF_PAST_TEN) == (DAY, time(11, 30))


# ---------------------------------------------------------------- how we are reached from there
@pytest.mark.parametrize(("country", "shown"), [("DE", "+44 1632 960144"), ("GB", "01632 960144")])
def test_from_abroad_we_are_rung_with_the_code_of_our_country(
    papers: VisitDesk, country: str, shown: str
) -> None:
    with papers.desk.gateway.write("test") as writing:
        writing.edit(Business, 1, business_version(), phone="01632 960144")
    number = papers.set_up()
    with papers.desk.gateway.write("test") as writing:
        version = Customer.get_by_id(acme_id()).version
        writing.edit(Customer, acme_id(), version, country=country)
    kept = papers.issuing.issue(number)
    found = text_of(kept.pdf)
    assert found.count(shown) == found.count("960144") == 3  # its head, whom to ring, below it
    mail = text_of_mail(papers.mail.message(number, kept)).replace("\u00a0", " ")
    assert mail.count(f"on {shown}") > 1
    papers.report()
    letter = text_of(papers.thanks().pdf)
    assert f"please ring us on {shown}" in letter
    assert letter.count(shown) == letter.count("960144")


def test_all_that_is_written_about_a_visit_comes_from_whoever_goes(papers: VisitDesk) -> None:
    number, desk = papers.set_up(), papers.desk
    entry = StaffEntry("Ellen Rook", email="ellen@rookmere.example")
    ellen = People(desk.gateway, desk.clock, "ellen").add(entry).id
    file = visit_file(number)
    papers.visits.change(number, replace(plan_of(file), owner=ellen), file.visit.version)
    agenda = read_mail(papers.mail.message(number, papers.issue()))
    papers.report()
    thanks = read_mail(papers.letters.message(papers.thanks()))
    assert agenda["From"] == thanks["From"] == "Ellen Rook <ellen@rookmere.example>"
