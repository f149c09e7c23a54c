"""The hand-over to who stands in for one of our people: what each customer needs meanwhile."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from creditmate.db import decisions
from creditmate.db import our_people as people
from creditmate.db.business import business
from creditmate.db.candidate_marks import agreed_by
from creditmate.db.customer_lists import oldest_due_days
from creditmate.db.customers import chunks, customers_by_id
from creditmate.db.disputes import disputed_entries
from creditmate.db.promises import customers_who_promised
from creditmate.documents.handover import HandoverPaper
from creditmate.domain.cover import Cover, standing_in
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.handover import Handover, HandoverItem, Query
from creditmate.domain.holds import Hold, in_force
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.our_people import CoverRow
from creditmate.domain.promises import LIVE, undone
from creditmate.domain.rows import ContactRow, CustomerRow
from creditmate.domain.whom import whom
from creditmate.domain.wishes import Wish
from creditmate.domain.workcase import Case, Policy
from creditmate.domain.worklist import Line, is_small, line_at_any_size, place_of
from creditmate.services.cases import CustomerFile, read_files
from creditmate.services.lateness import learnt_book
from creditmate.services.letterhead import paper_form
from creditmate.services.manners import people_asked
from creditmate.services.settings import work_policy
from creditmate.services.work_cases import WorkCases

_Urgency = tuple[int, int, date, float, str]
"""Lines of the day first, in its order; then by what is agreed, then by code."""


class Handovers:
    """Prepares hand-overs; they are drawn by ``documents.handover`` and kept nowhere."""

    def paper(self, cover_id: int, as_at: date) -> HandoverPaper:
        """Return the hand-over of a cover as at a day, ready to be drawn.

        Raises:
            UserError: ``CHANGED_MEANWHILE``: there is no such cover any more.
        """
        cover = next((row for row in people.covers() if row.id == cover_id), None)
        if cover is None:
            raise UserError(Problem.CHANGED_MEANWHILE, entity="cover", id=cover_id)
        home = business()
        size, _ = paper_form(home)
        return HandoverPaper(self.handover(cover, as_at), home.locale, size)

    def handover(self, cover: CoverRow, as_at: date) -> Handover:
        """Return what a cover hands over as at a day, the most urgent customers first."""
        who = {row.id: row for row in people.our_people(with_archived=True)}
        away = who[cover.staff_id]
        found = sorted(self._items(cover, as_at), key=lambda pair: pair[0])
        return Handover(
            away=away.name,
            by=who[cover.by_staff_id].name,
            from_day=cover.from_day,
            to_day=cover.to_day,
            made_on=as_at,
            note=cover.note,
            items=tuple(item for _, item in found),
            signature=away.signature,
        )

    def _items(self, cover: CoverRow, as_at: date) -> Iterator[tuple[_Urgency, HandoverItem]]:
        book, policy = learnt_book(as_at), work_policy(as_at)
        reading = WorkCases(as_at, book, policy)
        leaders = {reading.speaks_for(id_) for id_ in _with_something(cover, as_at)}
        for chunk in chunks(sorted(leaders & _customers_of(_handed_over(cover)))):
            everybody = [member for id_ in chunk for member in reading.members(id_)]
            who = customers_by_id(everybody)
            files = {f.case.customer: f for f in read_files(everybody, as_at, book)}
            holds, wishes = decisions.holds_of(as_at, chunk), decisions.wishes_of(as_at, chunk)
            for id_ in chunk:
                group = [files[member] for member in reading.members(id_)]
                decided = tuple(holds.get(id_, ())), tuple(wishes.get(id_, ()))
                seen = _Seen(who, group, reading.case(group), as_at, policy, *decided)
                item = seen.item(cover.to_day)
                if item.needs_something and not (seen.is_small and item.only_owes):
                    yield seen.urgency(item), item


@dataclass(frozen=True)
class _Seen:
    """A customer or a group as the day's list sees it; the first of ``files`` stands there."""

    who: Mapping[int, CustomerRow]
    files: Sequence[CustomerFile]
    case: Case
    as_at: date
    policy: Policy
    holds: tuple[Hold, ...]
    wishes: tuple[Wish, ...]

    @cached_property
    def line(self) -> Line | None:
        """The line, whatever it is about."""
        return line_at_any_size(self.case, self.as_at, self.policy)

    @property
    def is_small(self) -> bool:
        """Whether nobody is contacted about so little."""
        return self.line is not None and is_small(self.line, self.policy)

    def item(self, until: date) -> HandoverItem:
        """Return what is handed over."""
        case, head = self.case, self.files[0]
        customer = self.who[head.case.customer]
        # what is at rest is nobody's to follow up: of the whole customer's it says so instead
        told = [file for file in self.files if file.rest is None] or self.files[:1]
        live = (standing.promise for standing in case.standings if standing.state in LIVE)
        deeds = (deed for deed in undone(case.deeds, self.as_at) if deed.due_day <= until)
        names = [self.who[f.case.customer].name for f in told if f is not head and f.case.entries]
        return HandoverItem(
            customer=customer.id,
            code=customer.code,
            name=customer.name,
            overdue=_overdue(told, self.as_at),
            promises=tuple(sorted(live, key=lambda promise: (promise.due_day, promise.id))),
            deeds=tuple(sorted(deeds, key=lambda deed: (deed.due_day, deed.id))),
            calls=tuple(sorted(call.day for call in case.call_backs if call.day <= until)),
            queries=() if head.rest else _queries(told),
            person=None if head.rest else self._person(),
            remember=customer.remember,
            branches=tuple(names),
            rest=head.rest,
            holds=tuple(in_force(self.holds, self.as_at)) if head.rest is None else (),
            friend=case.manner.friend,
            wishes=self.wishes,
            people=head.contacts,
        )

    def _person(self) -> ContactRow | None:
        channel = None if self.line is None else self.line.channel
        head, people = self.files[0], self.files[0].contacts
        if len(self.files) > 1:
            people = people_asked(head.case.customer, people, channel, self.as_at)
        return whom(people, channel)

    def urgency(self, item: HandoverItem) -> _Urgency:
        """Return where the item stands: lines of the day first, in its order."""
        if self.line is None:
            return 1, 0, item.first_day, 0.0, item.code
        line = self.line
        return 0, place_of(line.kind), line.when or date.max, -line.score, item.code


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


def _overdue(files: Sequence[CustomerFile], as_at: date) -> tuple[Money, ...]:
    rows = (row for file in files for row in file.entries)
    late = (row.open for row in rows if row.due_day is not None and row.due_day < as_at)
    return tuple(totals_by_currency(late))


def _queries(files: Sequence[CustomerFile]) -> tuple[Query, ...]:
    """One per dispute and currency, with what is in dispute of all its items."""
    found: dict[tuple[int, str], Query] = {}
    for row in (row for file in files for row in file.disputed):
        key = row.dispute_id, row.disputed.currency
        before = found.get(key)
        amount = row.disputed if before is None else before.amount + row.disputed
        found[key] = Query(amount, row.raised_day, row.reason)
    return tuple(found.values())
