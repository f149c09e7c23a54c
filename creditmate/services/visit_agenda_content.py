"""What an agenda says of a visit: taken from what the customer may read, and from nothing else."""

from collections.abc import Iterator
from datetime import date, time

from creditmate.db.customers import billing_address
from creditmate.db.our_people import staff_row
from creditmate.documents.visit_agenda_paper import (
    AccountGlance,
    AgendaItem,
    Attendee,
    LooseCredit,
    VisitAgenda,
)
from creditmate.domain.money import Money
from creditmate.domain.our_people import StaffRow
from creditmate.domain.rows import BusinessRow, CustomerRow
from creditmate.domain.statement import Statement
from creditmate.domain.visit_changes import in_one_line, item_words
from creditmate.domain.visits import Preparation, Side, Visit, VisitFile, VisitPerson, VisitSlot
from creditmate.domain.wishes import WishKind
from creditmate.services.letterhead import business_card, paper_form, rung_from
from creditmate.services.manners import people_of, wished


def agenda_of(visit: Visit, customer: CustomerRow, home: BusinessRow, today: date) -> VisitAgenda:
    """Return what an agenda says of a visit, without account and enclosures.

    It is not given what is ours alone, which so cannot come into it.
    """
    size, window = paper_form(home)
    first = addressee(visit)
    owner = None if visit.owner is None else staff_row(visit.owner)
    address = (line for line in billing_address(customer.id) if line != customer.name)
    named = "" if first is None else first.name
    phone, email = answered_at(visit, home)
    return VisitAgenda(
        business=business_card(home, customer.country),
        number="",
        day=today,
        customer_name=customer.name,
        account=customer.code,
        address=tuple(part for part in (named, customer.name, *address) if part),
        purpose=visit.words,
        visit_day=visit.day,
        begins=visit.at or time(),
        minutes=visit.minutes,
        place=in_one_line(visit.address),
        place_abroad="" if visit.country == home.country else visit.country,
        theirs=_attendees(visit, Side.THEIRS),
        ours=_attendees(visit, Side.OURS) or _whoever_goes(owner),
        items=tuple(_item(visit, slot) for slot in visit.slots),
        ready=tuple(request.what for request in visit.requests),
        points=tuple(point.words for point in visit.points),
        caller=home.contact_name if owner is None else owner.name,
        phone=rung_from(customer.country, phone, home.country),
        email=email,
        greeted=named,
        abroad="" if customer.country == home.country else customer.country,
        locale=customer.locale,
        window=window,
        size=size,
    )


def answered_at(visit: Visit, home: BusinessRow) -> tuple[str, str]:
    """Return by which telephone and e-mail of ours they answer; '' for what there is none of.

    It is whoever keeps the visit, not who goes: the diary is theirs, and who goes may be on the
    road. Where they have none of their own it is the office's.
    """
    owner = None if visit.owner is None else staff_row(visit.owner)
    if owner is None:
        return home.phone, home.email
    return owner.phone or home.phone, owner.email or home.email


def addressee(visit: Visit) -> VisitPerson | None:
    """Whom it is written to: who decides, else whoever is named first."""
    theirs = visit.of_side(Side.THEIRS)
    return next((one for one in theirs if one.decides), theirs[0] if theirs else None)


def _attendees(visit: Visit, side: Side) -> tuple[Attendee, ...]:
    return tuple(Attendee(one.name, one.role) for one in visit.of_side(side))


def _whoever_goes(owner: StaffRow | None) -> tuple[Attendee, ...]:
    return () if owner is None else (Attendee(owner.name, owner.role),)


def _item(visit: Visit, slot: VisitSlot) -> AgendaItem:
    what, note, papers = item_words(visit, slot)
    return AgendaItem(slot.begins, what, note, slot.kind, papers)


def ring_on(file: VisitFile, today: date) -> date | None:
    """Return when we telephone to make sure: the day of that step, if it is still to come.

    Who cannot be rung, or wants no calls, is promised none.
    """
    customer = file.visit.customer
    days = [one.due_day for one in file.steps if one.kind is Preparation.RECONFIRM]
    if not days or not today < days[0] < file.visit.day:
        return None
    people = people_of([customer], wished([customer], today)).get(customer, [])
    right = (row for row in people if row.phone and row.wrong_since is None)
    return days[0] if any(WishKind.NO_CALLS not in row.refuses for row in right) else None


# ------------------------------------------------------------- the account
def glance_of(statement: Statement) -> AccountGlance:
    """Return how an account stands in short; the parts add up to the statement's balance."""
    zero = Money(0, statement.currency)
    not_due, overdue, questioned = zero, zero, zero
    for item in statement.items:
        if item.balance.minor < 0:
            continue
        if item.days_overdue(statement.as_at):
            overdue += item.balance
        else:
            not_due += item.balance
        if item.query is not None:
            questioned += item.query.amount
    return AccountGlance(not_due, overdue, tuple(_loose(statement)), questioned or None)


def _loose(statement: Statement) -> Iterator[LooseCredit]:
    for item in statement.items:
        if item.balance.minor < 0:
            yield LooseCredit(item.kind, item.number, item.balance)
