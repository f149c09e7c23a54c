"""Who deserves a visit in a real ledger, and who is near."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from creditmate.db.customer_records import customer_record
from creditmate.db.models import Customer, Site, Visit, VisitEvent
from creditmate.db.proof import prove_all
from creditmate.domain.at_rest import RestWhy
from creditmate.domain.credit_checks import Check
from creditmate.domain.customer_status import Status
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_cost import WayKnown
from creditmate.domain.visit_hints import HintWhy, VisitHint
from creditmate.domain.visit_near import Closeness
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visit_suggestions import WhyVisit
from creditmate.domain.visits import VisitPurpose
from creditmate.domain.wishes import WishKind
from creditmate.services.call_notes import CallNote
from creditmate.services.credit_checks import CheckEntry, CreditChecks
from creditmate.services.decision_entries import HoldEntry, WishEntry
from creditmate.services.decisions import Decisions
from creditmate.services.interest_book import late_interest
from creditmate.services.visit_suggestions import Suggested, VisitSuggestions
from creditmate.services.visits import Visits
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
PLAN = VisitPlan(date(2026, 12, 3), time(10, 30), "To see how things are with you.")


def owing(
    office: Office, code: str, minor: int, *, late: int = 40, form: str = "company",
    postcode: str = "", degrees: tuple[int, int] | None = None,
) -> int:  # fmt: skip
    with office.gateway.write("t") as writing:
        id_ = a_customer(writing, code)
        writing.edit(Customer, id_, 1, legal_form=form)
        due = MONDAY - timedelta(days=late)
        an_invoice(writing, id_, f"{code}-1", due - timedelta(days=30), minor, due=due)
        site = writing.create(
            Site, customer_id=id_, kind="billing", address=f"1 {code} Lane", postcode=postcode,
            country="GB",
        )  # fmt: skip
        if degrees:
            writing.edit(Site, site, 1, latitude=degrees[0], longitude=degrees[1])
    return id_


def suggested(as_at: date = MONDAY) -> Suggested:
    return VisitSuggestions().suggest(as_at)


def codes(as_at: date = MONDAY) -> list[str]:
    return [row.code for row in suggested(as_at).visits]


def test_who_owes_much_and_long_is_proposed_the_most_first(office: Office) -> None:
    owing(office, "SMALL", 95_999)
    owing(office, "SOME", 200_000)
    owing(office, "MOST", 900_000)
    owing(office, "FRESH", 900_000, late=20)
    found = suggested()
    assert [row.code for row in found.visits] == ["MOST", "SOME"]
    (reason,) = found.visits[0].made.reasons
    assert (reason.why, reason.amount, reason.days) == (
        WhyVisit.LARGE_AND_OLD,
        Money(900_000, "GBP"),
        40,
    )
    assert found.visits[0].made.purpose is VisitPurpose.GET_WELL


def test_nobody_who_may_be_a_person_is_proposed(office: Office) -> None:
    for code, form in (("IND", "individual"), ("SOLE", "sole_trader"), ("WHO", "unknown")):
        owing(office, code, 900_000, form=form)
    found = suggested()
    assert found.visits == ()
    assert found.forms_unknown == 1


def test_whom_is_visited_anyway_or_wants_none_is_left_out(office: Office) -> None:
    for code in ("PLAN", "WISH", "STAYS"):
        owing(office, code, 900_000)
    Visits(office.gateway, office.clock).plan("PLAN", PLAN)
    Decisions(office.gateway, office.clock).wish("WISH", WishEntry(WishKind.NO_VISITS))
    assert codes() == ["STAYS"]


def test_what_is_to_come_by_arrangement_is_no_reason_to_go(office: Office) -> None:
    owing(office, "ACME", 900_000)
    promise = CallNote(
        "Ann Lee", Outcome.WILL_PAY, "on Friday", promised=Money(900_000, "GBP"),
        promised_by=date(2026, 11, 27), next_day=date(2026, 11, 28),
    )  # fmt: skip
    office.call("ACME", promise)
    assert codes() == []


def test_who_was_visited_lately_is_not_proposed_for_the_same(office: Office) -> None:
    owing(office, "ACME", 900_000)
    done = Visits(office.gateway, office.clock).plan("ACME", PLAN)
    with office.gateway.write("t") as writing:
        writing.add(
            VisitEvent, visit_id=done.id, interaction_id=None, kind="reported", day=PLAN.day,
            way="", contact_id=None, by_whom="", paper_id=None, from_day=None, from_at=None,
            to_day=None, to_at=None, note="",
        )  # fmt: skip
        writing.edit(Visit, done.id, 1, ended_day=PLAN.day)
    assert codes(PLAN.day + timedelta(days=59)) == []
    assert codes(PLAN.day + timedelta(days=60)) == ["ACME"]
    (row,) = suggested(PLAN.day + timedelta(days=60)).visits
    assert row.last_visit == PLAN.day


def test_who_buys_much_and_owes_nothing_late_is_called_on(office: Office) -> None:
    owing(office, "GOOD", 500_000, late=-10)
    owing(office, "OLD", 500_000, late=200)
    found = suggested()
    assert [(row.code, row.made.purpose) for row in found.visits] == [
        ("OLD", VisitPurpose.GET_WELL),
        ("GOOD", VisitPurpose.STAY_WELL),
    ]
    assert found.visits[1].made.stake == Money(500_000, "GBP")


def test_what_it_would_cost_stands_beside_what_is_at_stake(office: Office) -> None:
    owing(office, "NEXT", 900_000, postcode="HB4 7QT", form="company")
    owing(office, "FAR", 500_000, postcode="LE1 1AA")
    id_ = owing(office, "OURS", 300_000, postcode="HB4 9AA")
    entered = replace(PLAN, travel_minutes=85, distance_tenths=960, margin=Money(690_000, "GBP"))
    visits = Visits(office.gateway, office.clock)
    number = visits.show(str(visits.plan("OURS", entered).id), MONDAY).row.number
    visits.cancel(number, "they were away")
    found = {row.code: row.worth for row in suggested().visits}
    assert {code: one.way for code, one in found.items()} == {
        "NEXT": WayKnown.NEAR, "FAR": WayKnown.NOT, "OURS": WayKnown.BEFORE,
    }  # fmt: skip
    # an hour there, 85 minutes each way at 32.00, and 96 miles at 0.45
    assert found["OURS"].cost.total == found["NEXT"].cost.total == Money(16_587, "GBP")
    assert found["FAR"].cost.total == Money(3_200, "GBP")
    assert found["OURS"].stakes.margin == Money(690_000, "GBP")
    assert found["NEXT"].stakes.overdue == Money(900_000, "GBP")
    assert found["NEXT"].worth_it
    daily = sum(one.daily.minor for one in late_interest(MONDAY, [id_]))
    assert daily > 0
    assert found["OURS"].stakes.interest == Money(daily * 30, "GBP")
    shown = visits.show(number, MONDAY).worth.stakes  # beside the visit it is the same
    assert shown.interest == found["OURS"].stakes.interest


def test_what_may_not_be_charged_is_not_saved(office: Office) -> None:
    owing(office, "IND", 900_000, form="individual")
    visits = Visits(office.gateway, office.clock)
    shown = visits.show(str(visits.plan("IND", PLAN).id), MONDAY).worth.stakes
    assert (shown.overdue, shown.interest) == (Money(900_000, "GBP"), None)


def test_who_is_near_is_found_by_coordinates_and_by_postcode(office: Office) -> None:
    owing(office, "HERE", 900_000, postcode="HB4 7QT", degrees=(51_477_900, -1_500))
    owing(office, "ROAD", 300_000, postcode="ZZ1 1ZZ", degrees=(51_500_000, 0))
    owing(office, "AREA", 100, postcode="HB12 3XY")
    owing(office, "FAR", 900_000, postcode="OV3 8LN")
    Visits(office.gateway, office.clock).plan("AREA", PLAN)
    near = VisitSuggestions().near("here", MONDAY)
    assert [(one.code, one.overdue.minor, one.planned) for one in near] == [
        ("ROAD", 300_000, ""),
        ("AREA", 100, "V-2611-001"),
    ]
    assert near[0].distance is not None
    assert 1.5 < near[0].distance < 1.6  # miles
    assert near[1].found.closeness is Closeness.AREA
    assert {row.code: row.near for row in suggested().visits} == {
        "HERE": ("ROAD",),
        "FAR": (),
        "ROAD": ("HERE",),
    }
    assert prove_all() == []


def test_without_an_address_nobody_is_near(office: Office) -> None:
    with office.gateway.write("t") as writing:
        a_customer(writing, "NONE")
    assert VisitSuggestions().near("none", MONDAY) == []


def test_of_who_is_near_nobody_is_named_who_may_not_be_proposed(office: Office) -> None:
    for code in ("HERE", "FIRM", "RESTS", "WISH"):
        owing(office, code, 900_000, postcode="SA5 1AA")
    for code in ("SOLE", "GOES"):
        owing(office, code, 900_000, form="sole_trader", postcode="SA5 1AA")
    decisions = Decisions(office.gateway, office.clock)
    decisions.wish("WISH", WishEntry(WishKind.NO_VISITS))
    stops = frozenset({Stop.STEPS})
    decisions.hold("RESTS", HoldEntry(HoldKind.OURS, MONDAY, stops, review_day=PLAN.day))
    Visits(office.gateway, office.clock).plan("GOES", PLAN)
    assert {one.code for one in VisitSuggestions().near("HERE", MONDAY)} == {"FIRM", "GOES"}


@pytest.mark.parametrize("kind", [HoldKind.INSOLVENT, HoldKind.HARDSHIP])
def test_a_state_in_which_nobody_is_visited_goes_before_what_a_hold_stops(
    office: Office, kind: HoldKind
) -> None:
    """The steps were left to go on: a visit is not proposed all the same, nor to be near."""
    for code in ("ACME", "STAYS"):
        owing(office, code, 900_000, postcode="SA5 1AA")
    decisions = Decisions(office.gateway, office.clock)
    stops = frozenset({Stop.INTEREST})
    decisions.hold("ACME", HoldEntry(kind, MONDAY, stops, review_day=PLAN.day))
    assert codes() == ["STAYS"]
    assert VisitSuggestions().near("STAYS", MONDAY) == []
    number = Visits(office.gateway, office.clock).plan("ACME", PLAN).id
    hints = Visits(office.gateway, office.clock).show(str(number), MONDAY).hints
    assert VisitHint(HintWhy.AT_REST, rest=RestWhy(kind.value)) in hints


def test_what_an_agency_has_is_not_visited(office: Office) -> None:
    owing(office, "ACME", 900_000)
    Decisions(office.gateway, office.clock).set_status("ACME", Status.WITH_AGENCY, "over")
    assert codes() == []


def test_with_whom_we_trade_no_more_nobody_is_to_stay_well(office: Office) -> None:
    for code in ("GOOD", "GONE"):
        owing(office, code, 500_000, late=-10)
    decisions = Decisions(office.gateway, office.clock)
    decisions.set_status("GONE", Status.CLOSED, "moved away")
    assert codes() == ["GOOD"]


# ---------------------------------------------------------------- groups
def joined(office: Office, branch: int, head: int) -> None:
    with office.gateway.write("t") as writing:
        writing.edit(Customer, branch, customer_record(branch)[0].version, head_office_id=head)


def test_a_group_is_visited_at_its_head_for_all_that_it_owes(office: Office) -> None:
    head = owing(office, "HEAD", 100_000, late=5)
    for code in ("NORTH", "SOUTH"):
        joined(office, owing(office, code, 300_000), head)
    owing(office, "ALONE", 500_000)
    found = suggested()
    assert [row.code for row in found.visits] == ["HEAD", "ALONE"]
    (row, _) = found.visits
    (reason,) = row.made.reasons
    assert (reason.amount, reason.days) == (Money(700_000, "GBP"), 40)
    assert row.worth.stakes.overdue == Money(700_000, "GBP")
    visits = Visits(office.gateway, office.clock)
    planned = visits.plan("HEAD", PLAN)
    shown = visits.show(str(planned.id), MONDAY).worth.stakes
    assert shown == row.worth.stakes
    assert codes() == ["ALONE"]


def test_a_branch_that_is_visited_takes_the_place_of_its_group(office: Office) -> None:
    head = owing(office, "HEAD", 500_000)
    joined(office, owing(office, "NORTH", 300_000), head)
    visits = Visits(office.gateway, office.clock)
    planned = visits.plan("NORTH", PLAN)
    assert codes() == []
    assert visits.show(str(planned.id), MONDAY).worth.stakes.overdue == Money(300_000, "GBP")


def test_what_is_said_at_a_branch_is_said_for_its_group(office: Office) -> None:
    head = owing(office, "HEAD", 100_000)
    joined(office, owing(office, "NORTH", 800_000), head)
    promise = CallNote(
        "Ann Lee", Outcome.WILL_PAY, "on Friday", promised=Money(800_000, "GBP"),
        promised_by=date(2026, 11, 27), next_day=date(2026, 11, 28),
    )  # fmt: skip
    office.call("NORTH", promise)
    (row,) = suggested().visits
    assert (row.code, row.made.reasons[0].amount) == ("HEAD", Money(100_000, "GBP"))


def test_the_limit_of_a_group_is_what_it_was_given_or_its_members_together(
    office: Office,
) -> None:
    head = owing(office, "HEAD", 500_000)
    joined(office, owing(office, "NORTH", 300_000), head)
    decisions = Decisions(office.gateway, office.clock)

    def limit() -> Money | None:
        return suggested().visits[0].worth.stakes.limit

    decisions.set_limit("HEAD", Money(200_000, "GBP"), "GBP", group=False)
    assert limit() is None  # the branch has none
    decisions.set_limit("NORTH", Money(100_000, "GBP"), "GBP", group=False)
    assert limit() == Money(300_000, "GBP")
    decisions.set_limit("HEAD", Money(900_000, "GBP"), "GBP", group=True)
    assert limit() == Money(900_000, "GBP")


def test_a_limit_to_be_looked_at_again_is_a_reason_though_nothing_is_late(office: Office) -> None:
    office.on(MONDAY)
    owing(office, "FRESH", 90_000, late=-10)
    checks = CreditChecks(office.gateway, office.clock)
    checks.record("FRESH", CheckEntry(Check.REVIEW, review_day=MONDAY + timedelta(days=3)))
    (before,) = suggested(MONDAY + timedelta(days=2)).visits
    assert before.made.purpose is VisitPurpose.STAY_WELL
    (row,) = suggested(MONDAY + timedelta(days=4)).visits
    (reason,) = row.made.reasons
    assert (row.code, row.made.purpose) == ("FRESH", VisitPurpose.GET_WELL)
    assert (reason.why, reason.days) == (WhyVisit.REVIEW_DUE, 1)
