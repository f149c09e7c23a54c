"""What comes of a visit as it is put down, within the action of its report."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from creditmate.db.attachments import add_attachment
from creditmate.db.decisions import add_decision
from creditmate.db.gateway import Writing
from creditmate.db.next_steps import add_task, finish_task, open_tasks
from creditmate.db.visit_report_writing import add_findings
from creditmate.domain.attachments import About, Subject
from creditmate.domain.credit_limits import Scope
from creditmate.domain.currencies import CODES
from creditmate.domain.money import LIMIT, Money
from creditmate.domain.next_steps import About as Following
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_cost import visit_cost
from creditmate.domain.visit_report import REBOOKED, Came, Commitment, Findings, Review, Told
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import VisitEvent, VisitFile, VisitState
from creditmate.services.cases import read_files
from creditmate.services.contact_promises import Pledging
from creditmate.services.contact_writing import NewContact
from creditmate.services.lateness import learnt_book
from creditmate.services.typed_texts import some_lines
from creditmate.services.visit_costs import visit_rates
from creditmate.services.visit_deeds import (
    end_visit,
    leave_visit,
    put_down_event,
    put_down_move,
)
from creditmate.services.visit_report_notes import NewLimit, Parted, ReportFile
from creditmate.services.whose_word import spoken_for

_LONGEST = 500


def all_promised(contact: NewContact, sides: Parted) -> NewContact:
    """Return the contact of a visit as all that was promised in it in the first currency ends it.

    What was promised before is the same money where all of that together is more than can be paid.
    """
    call = contact.call
    if call.promised is None or call.replaces_promises is not None:
        return contact
    currency = call.promised.currency
    sums = [one.amount for one in sides.pay if one.amount is not None]
    minor = sum(one.minor for one in sums if one.currency == currency)
    of_all = replace(
        contact, call=replace(call, promised=Money(max(minor, call.promised.minor), currency))
    )
    ends = bool(of_all.taken.promises) or None
    return replace(contact, call=replace(call, replaces_promises=ends))


def put_down_further(
    writing: Writing, contact: NewContact, interaction: int, sides: Parted, known: date
) -> None:
    """Put down what was promised beyond the first promise of either side.

    Each promise to pay means the oldest items that no earlier one covers. Where promises take the
    place of earlier ones they do so in each currency.
    """
    customer, call = contact.customer, contact.call
    first = Pledging(customer, contact.file, contact.speaks_for, call, contact.day, interaction)
    nothing = replace(
        call, promised=None, promised_by=None, deed="", deed_by=None, replaces_promises=False
    )
    begun = {one.amount.currency for one in sides.pay[:1] if one.amount is not None}
    for one in sides.pay[1:]:
        anew = one.amount is not None and one.amount.currency not in begun
        begun |= set() if one.amount is None else {one.amount.currency}
        (file,) = read_files([customer.id], known, learnt_book(known))
        replaces = call.replaces_promises if anew else False
        paying = replace(
            nothing, promised=one.amount, promised_by=one.by, replaces_promises=replaces
        )
        speaks_for = spoken_for(file, known)
        replace(first, file=file, speaks_for=speaks_for, call=paying).put_down(writing)
    for one in sides.ours[1:]:
        doing = replace(nothing, deed=one.words.strip(), deed_by=one.by)
        replace(first, call=doing).put_down(writing)


def put_down_awaited(
    writing: Writing, customer: CustomerRow, file: VisitFile, waiting: Sequence[Commitment]
) -> None:
    """Put down what they will do besides paying: something to come back to on its day."""
    for one in waiting:
        add_task(
            writing,
            customer_id=customer.id,
            kind="other",
            day=one.by,
            note=one.words.strip(),
            owner_id=file.visit.owner or writing.staff_id,
            from_interaction_id=None,
            at=None,
            zone="",
            about=Following.NOTED.value,
        )


def papers_awaited(file: VisitFile, findings: Findings) -> list[tuple[str, date]]:
    """Return the papers that they promised by a day, as they were asked for."""
    names = {request.id: request.what for request in file.visit.requests}
    return [
        (names[one.request], one.by_day)
        for one in findings.requests
        if one.came is Came.PROMISED and one.by_day is not None
    ]


def papers_told_of(file: VisitFile, findings: Findings) -> list[str]:
    """Return the papers of which something is told, as they were asked for."""
    names = {request.id: request.what for request in file.visit.requests}
    return [names[one.request] for one in findings.requests]


def close_awaited(
    writing: Writing, customer: CustomerRow, papers: Sequence[str], today: date
) -> None:
    """Put down that papers are waited for no more: they came, will not, or on another day."""
    for task in open_tasks([customer.id], today).get(customer.id, []):
        if task.about == Following.NOTED.value and task.note in papers:
            finish_task(writing, task.id, today)


def with_cost(findings: Findings, file: VisitFile, before: Review | None = None) -> Findings:
    """Return findings with what the visit took and cost, worked out where nobody said it.

    What was not told of time and distance is taken as it was planned. Where a report is added to
    and nothing of it is told anew, it stays.

    Args:
        findings: As they were told.
        file: The visit.
        before: The review as it stood, where the report is added to.
    """
    review, visit, inner = findings.review, file.visit, file.inner
    told = (review.minutes, review.distance_tenths, review.cost)
    if before is not None and told == (None, None, None):
        return findings
    known = before or Review(
        minutes=visit.minutes + 2 * (inner.travel_minutes or 0),
        distance_tenths=inner.distance_tenths,
    )
    minutes = known.minutes if review.minutes is None else review.minutes
    tenths = known.distance_tenths if review.distance_tenths is None else review.distance_tenths
    rates = visit_rates(inner.unit)
    cost = review.cost or visit_cost(minutes or 0, 0, tenths or 0, rates).total
    took = replace(review, minutes=minutes, distance_tenths=tenths, cost=cost)
    return replace(findings, review=took)


def put_down_in_vain(  # noqa: PLR0913, PLR0917 - what happened, and what comes next
    writing: Writing,
    file: VisitFile,
    event: VisitEvent,
    talk: int,
    today: date,
    again: tuple[date, time | None] | None = None,
) -> None:
    """Put down that nobody was met who decides, and what the way there cost for nothing.

    It stays open until another day is agreed, unless they do not wish it. Who says before the day
    that they do not wish it saved us the way, and so does who says it while no day is agreed. With
    the day that was agreed instead, ``again``, it is moved there.
    """
    state = standing_of(file, today).state
    put_down_event(writing, file, replace(event, interaction=talk))
    if today >= file.visit.day and state is not VisitState.TO_REBOOK:
        way = Findings(review=Review(minutes=2 * (file.inner.travel_minutes or 0)))
        told = Told(event.day, talk, with_cost(way, file))
        add_findings(writing, file.visit.id, told, {})
    if again is not None:
        put_down_move(writing, file, again, event.note, today)
    elif event.kind in REBOOKED:
        leave_visit(writing, file, today, talk)
    else:
        end_visit(writing, file, today, talk)


def put_down_files(
    writing: Writing, customer: CustomerRow, files: Sequence[ReportFile], talk: int | None
) -> dict[int, int]:
    """Keep what came; return the attachments by the papers asked for that they are."""
    found = {}
    about = About() if talk is None else About(Subject.INTERACTION, talk)
    for one in files:
        made = add_attachment(writing, one.file.content, customer.id, one.file.name, about)
        if one.request is not None:
            found[one.request] = made
    return found


def check_limit(new: NewLimit | None) -> None:
    """Refuse a limit that cannot be.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    if new is None:
        return
    amount = new.amount
    if new.currency not in CODES or (amount is not None and amount.currency != new.currency):
        raise refused("limit.currency", Why.NOT_POSSIBLE, found=new.currency)
    if amount is not None and not 0 <= amount.minor <= LIMIT:
        raise refused("limit.amount", Why.NOT_POSSIBLE, found=amount)
    some_lines("decision.reason", new.reason, _LONGEST)


def put_down_limit(
    writing: Writing, customer: CustomerRow, new: NewLimit | None, today: date
) -> int | None:
    """Put down the limit that was decided, from today on; return its id, None without one."""
    if new is None:
        return None
    return add_decision(
        writing,
        "credit_limit",
        customer_id=customer.id,
        day=today,
        scope=Scope.CUSTOMER.value,
        currency=new.currency,
        amount_minor=None if new.amount is None else new.amount.minor,
        reason=new.reason.strip(),
    )
