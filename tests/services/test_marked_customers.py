"""Customers whom a list marks."""

from dataclasses import replace

from creditmate.domain.customer_list import Flag, Narrow, Wanted
from creditmate.domain.money import Money
from creditmate.domain.our_people import StaffEntry
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.decisions import Decisions
from creditmate.services.people import People
from tests.builders import a_customer, an_invoice, day
from tests.services.conftest import Office


def test_mine_are_those_of_whoever_is_at_work_and_those_of_nobody(office: Office) -> None:
    people = People(office.gateway, office.clock, "ellen")
    editing = CustomerEditing(office.gateway, office.clock)
    ellen = people.add(StaffEntry("Ellen Rook")).id
    other = people.add(StaffEntry("Tom Hale")).id
    for name, owner in (("Acme", ellen), ("Birch", None), ("Cedar", other)):
        editing.save(replace(editing.blank(), code=name, name=name, owner_id=owner))
    lists, mine = CustomerLists(office.gateway), Wanted(Narrow.MINE)
    assert lists.listing(mine, office.clock.today).counts[Narrow.MINE] == 0
    people.work_as(ellen)
    found = lists.listing(mine, office.clock.today)
    assert {row.code for row in found.head} == {"Acme", "Birch"}
    assert found.counts[Narrow.MINE] == 2


def test_over_the_limit_and_put_away_are_flags_and_lists_of_their_own(office: Office) -> None:
    with office.gateway.write("customers") as writing:
        acme = a_customer(writing, "ACME")
        a_customer(writing, "BIRCH")
        an_invoice(writing, acme, "A-1", day(0), 1000)
    decisions = Decisions(office.gateway, office.clock)
    lists, today = CustomerLists(), office.clock.today
    decisions.set_limit("ACME", Money(1000, "GBP"), "GBP", group=False)
    assert lists.listing(Wanted(Narrow.OVER_LIMIT), today).head == []  # just at it
    decisions.set_limit("ACME", Money(999, "GBP"), "GBP", group=False)
    (row,) = lists.listing(Wanted(Narrow.OVER_LIMIT), today).head
    assert (row.code, row.flag) == ("ACME", Flag.OVER_LIMIT)
    CustomerEditing(office.gateway, office.clock).archive("BIRCH")
    (away,) = lists.listing(Wanted(Narrow.ARCHIVED), today).head
    assert (away.code, away.flag) == ("BIRCH", Flag.ARCHIVED)
    assert lists.listing(Wanted(), today).counts[Narrow.ALL] == 1
