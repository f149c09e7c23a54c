"""The visit pack: gathered from brief, account, story and the visit's own plan; for us alone.

It is not issued: it can always be made again, and after the visit it is no longer true.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.entries import entry_rows
from creditmate.db.gateway import Gateway
from creditmate.db.our_people import our_people, staff_row
from creditmate.db.visit_reports import observed_with
from creditmate.documents.history_paper import HistoryPaper
from creditmate.documents.visit_pack_paper import PackBrief, VisitPack
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow, DisputedRow
from creditmate.domain.story import StepDone, StoryWanted, Topic, VisitPlanned
from creditmate.domain.visit_standing import standing_of
from creditmate.domain.visits import Side, Visit
from creditmate.services.customers import Brief, Customers
from creditmate.services.history_papers import HistoryPapers, HistoryWanted
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.statements import Statements
from creditmate.services.stories import Stories
from creditmate.services.talk_facts import our_authority
from creditmate.services.visit_lists import visit_file

_TIMELINE = timedelta(days=120)
"""So far back the last contacts are told: one quarter, and what led to it."""


class VisitPacks:
    """Makes visit packs.

    Args:
        stories: Tells what happened.
        gateway: Knows who is at work.
        clock: Tells the day and the moment.
    """

    def __init__(self, stories: Stories, gateway: Gateway, clock: Clock) -> None:
        self._stories, self._gateway, self._clock = stories, gateway, clock

    def paper(self, named: str) -> VisitPack:
        """Return a visit's pack, ready to be drawn.

        Raises:
            UserError: ``VISIT_REFUSED``: there is no such visit.
        """
        file, today, home = visit_file(named), self._clock.today, business()
        visit, standing = file.visit, standing_of(file, today)
        customer = customers_by_id([visit.customer])[visit.customer]
        drafts, _left_out = Statements(self._gateway).drafts(today, [customer.code])
        wanted = HistoryWanted(StoryWanted(Topic.TALKS, first=today - _TIMELINE))
        before = observed_with(customer.id, min(visit.day - ONE_DAY, today), today)
        confirmed = standing.reconfirmed or standing.confirmed
        return VisitPack(
            business=business_card(home),
            day=today,
            printed=self._clock.now(),
            customer_name=customer.name,
            account=customer.code,
            visit=visit,
            inner=file.inner,
            brief=_brief(Customers(self._gateway).brief(customer.code, today), customer),
            history=_told(HistoryPapers(self._stories, self._clock).paper(customer.code, wanted)),
            statements=tuple(draft.paper.statement for draft in drafts),
            may=our_authority(),
            last=before[-1] if before else None,
            confirmed_day=None if confirmed is None else confirmed.day,
            abroad="" if visit.country == home.country else visit.country,
            goes=_goes(visit),
            base=_base(visit),
            locale=home.locale,
            size=paper_form(home)[0],
        )


def _goes(visit: Visit) -> str:
    """Whose visit it is: who goes where nobody of ours was named, as on the agenda."""
    owner = None if visit.owner is None else staff_row(visit.owner)
    return "" if owner is None else owner.name


def _told(history: HistoryPaper) -> HistoryPaper:
    """A history without what we did by ourselves: it says nothing to who goes there.

    A step done says something where it has words of ours.
    """
    events = (
        one
        for one in history.events
        if not isinstance(one, StepDone | VisitPlanned) or (isinstance(one, StepDone) and one.note)
    )
    return replace(history, events=tuple(events))


def _brief(brief: Brief, customer: CustomerRow) -> PackBrief:
    facts = brief.facts
    return PackBrief(
        lateness=brief.lateness,
        people=brief.people,
        kept=brief.kept_rates,
        limits=tuple(use for use in (facts.limit, facts.group_limit) if use is not None),
        remember=customer.remember,
        terms=brief.terms,
        agreed=brief.agreed,
        disputed=tuple(_disputed(brief.disputed, brief.as_at)),
    )


def _disputed(rows: tuple[DisputedRow, ...], as_at: date) -> Iterator[tuple[str, DisputedRow]]:
    numbers = {row.id: row.number for row in entry_rows([row.entry_id for row in rows], as_at)}
    for row in rows:
        yield numbers.get(row.entry_id, ""), row


def _base(visit: Visit) -> str:
    """A colleague who stays and can be reached; '' where nobody else is known."""
    going = {one.staff for one in visit.of_side(Side.OURS)} | {visit.owner}
    names = {one.name.casefold() for one in visit.of_side(Side.OURS)}
    staying = (
        one for one in our_people() if one.id not in going and one.name.casefold() not in names
    )
    first = next((one for one in staying if one.phone), None)
    return "" if first is None else f"{first.name}, {first.phone}"
