"""The hand-over to who stands in for one of our people: what each customer needs meanwhile."""

from collections.abc import Iterator, Sequence
from datetime import date

from creditmate.db import our_people as people
from creditmate.db.business import business
from creditmate.db.candidate_marks import agreed_by
from creditmate.db.conversation import customers_who_promised
from creditmate.db.customer_lists import oldest_due_days
from creditmate.db.customers import chunks, customers_by_id
from creditmate.db.disputes import disputed_entries
from creditmate.documents.handover import HandoverPaper
from creditmate.domain.cover import Cover, standing_in
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.handover import Handover, HandoverItem, Query
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.our_people import CoverRow
from creditmate.domain.promises import LIVE, undone
from creditmate.domain.rows import ContactRow, CustomerRow
from creditmate.domain.workcase import Policy
from creditmate.domain.worklist import place_of, work_line
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.letterhead import paper_form
from creditmate.services.settings import work_policy

_Urgency = tuple[int, int, date, float, str]
"""Lines of the day first, in its order; then by what is agreed, then by code."""


class Handovers:
    """Prepares hand-overs; they are drawn by ``documents.handover`` and kept nowhere."""

    def paper(self, cover_id: int, as_at: date) -> HandoverPaper:
        """Return the hand-over of a cover as at a day, ready to be drawn.

        Raises:
            UserError: ``UNKNOWN_STAFF``: there is no such cover.
        """
        cover = next((row for row in people.covers() if row.id == cover_id), None)
        if cover is None:
            raise UserError(Problem.UNKNOWN_STAFF, id=cover_id)
        home = business()
        size, _ = paper_form(home)
        return HandoverPaper(self.handover(cover, as_at), home.locale, size)

    def handover(self, cover: CoverRow, as_at: date) -> Handover:
        """Return what a cover hands over as at a day, the most urgent customers first."""
        names = {row.id: row.name for row in people.our_people(with_archived=True)}
        found = sorted(self._items(cover, as_at), key=lambda pair: pair[0])
        return Handover(
            away=names[cover.staff_id],
            by=names[cover.by_staff_id],
            from_day=cover.from_day,
            to_day=cover.to_day,
            made_on=as_at,
            note=cover.note,
            items=tuple(item for _, item in found),
        )

    def _items(self, cover: CoverRow, as_at: date) -> Iterator[tuple[_Urgency, HandoverItem]]:
        book, policy = learnt_book(as_at), work_policy(as_at)
        wanted = sorted(_customers_of(_handed_over(cover)) & _with_something(cover, as_at))
        for chunk in chunks(wanted):
            who = customers_by_id(chunk)
            for id_, file in zip(chunk, read_files(chunk, as_at, book), strict=True):
                item = _item(who[id_], file, cover.to_day, as_at)
                if item.needs_something:
                    yield _urgency(file, item, as_at, policy), item


def _handed_over(cover: CoverRow) -> set[int]:
    """Whose customers come to who stands in because of this cover: also those covered already."""
    day = cover.from_day
    covers = people.cover_rules(day)
    without = [rule for rule in covers if rule.staff != cover.staff_id]
    everybody = [row.id for row in people.our_people(with_archived=True)]

    def stands_in(staff: int, rules: Sequence[Cover]) -> bool:
        return standing_in(staff, rules, day) == cover.by_staff_id

    return {
        staff for staff in everybody if stands_in(staff, covers) and not stands_in(staff, without)
    } | {cover.staff_id}


def _customers_of(staff: set[int]) -> set[int]:
    return {customer for id_ in staff for customer, _ in people.owned_by(id_)}


def _with_something(cover: CoverRow, as_at: date) -> set[int]:
    """Who may need something, by set queries alone; one too many does no harm."""
    disputing = {row.customer_id for row in disputed_entries(as_at)}
    promised = customers_who_promised(as_at)
    return oldest_due_days(as_at).keys() | promised | disputing | agreed_by(cover.to_day)


def _item(customer: CustomerRow, file: CustomerFile, until: date, as_at: date) -> HandoverItem:
    case = file.case
    live = (standing.promise for standing in case.standings if standing.state in LIVE)
    deeds = (deed for deed in undone(case.deeds, as_at) if deed.due_day <= until)
    return HandoverItem(
        customer=customer.id,
        code=customer.code,
        name=customer.name,
        overdue=_overdue(file, as_at),
        promises=tuple(sorted(live, key=lambda promise: (promise.due_day, promise.id))),
        deeds=tuple(sorted(deeds, key=lambda deed: (deed.due_day, deed.id))),
        calls=tuple(sorted(call.day for call in case.call_backs if call.day <= until)),
        queries=_queries(file),
        person=_right_person(file.contacts),
        remember=customer.remember,
    )


def _overdue(file: CustomerFile, as_at: date) -> tuple[Money, ...]:
    late = (row.open for row in file.entries if row.due_day is not None and row.due_day < as_at)
    return tuple(totals_by_currency(late))


def _queries(file: CustomerFile) -> tuple[Query, ...]:
    """One per dispute and currency, with what is in dispute of all its items."""
    found: dict[tuple[int, str], Query] = {}
    for row in file.disputed:
        key = row.dispute_id, row.disputed.currency
        before = found.get(key)
        amount = row.disputed if before is None else before.amount + row.disputed
        found[key] = Query(amount, row.raised_day, row.reason)
    return tuple(found.values())


def _right_person(contacts: Sequence[ContactRow]) -> ContactRow | None:
    """Who decides or pays and can be rung, else the first who is known."""
    by_phone = (row for row in contacts if row.phone and row.channel == "call")
    return next(by_phone, contacts[0] if contacts else None)


def _urgency(file: CustomerFile, item: HandoverItem, as_at: date, policy: Policy) -> _Urgency:
    line = work_line(file.case, as_at, policy)
    if line is None:
        return 1, 0, item.first_day, 0.0, item.code
    return 0, place_of(line.kind), line.when or date.max, -line.score, item.code
