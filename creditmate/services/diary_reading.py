"""Some days of the diary, read and laid out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from creditmate.db.business import business
from creditmate.db.visit_people import ours_in
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.diary import (
    DiaryDay,
    DiaryItem,
    DiaryKind,
    diary_days,
    overlaps,
    several,
)
from creditmate.domain.next_steps import BEFORE_REPORT, About
from creditmate.domain.our_people import StaffRow
from creditmate.services.diary_facts import DiaryFacts
from creditmate.services.diary_items import (
    answer_items,
    contact_items,
    deed_items,
    follow_up_items,
    instalment_items,
    planned_items,
    promise_items,
)

_STAYS = frozenset({DiaryKind.PROMISE_DUE, DiaryKind.INSTALMENT, DiaryKind.CONTACT})
"""What stands on its own day for good: nothing of it is ours to do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which days of the diary, and of whom of us; ``language`` names holidays."""

    first: date
    last: date
    owner: int | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """Some days of the diary as they are known today.

    ``zone`` is our clock's, ``ledger`` names the ledger for good. ``overlaps`` has the keys of what
    overlaps each item, ``several`` those of approaches to a customer who is approached again that
    day; ``people`` are ours.
    """

    today: date
    wanted: Wanted
    zone: str
    ledger: str
    days: tuple[DiaryDay, ...]
    overlaps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    several: frozenset[str] = frozenset()
    people: tuple[StaffRow, ...] = ()

    @property
    def items(self) -> tuple[DiaryItem, ...]:
        """Everything on these days, in order."""
        return tuple(item for day in self.days for item in day.items)

    def item(self, key: str) -> DiaryItem | None:
        """Return one of them by its key."""
        return next((item for item in self.items if item.key == key), None)


def read_page(wanted: Wanted, today: date, people: Sequence[StaffRow]) -> DiaryPage:
    """Read the diary as it is known on a day.

    What was ours to do before today and is not done stands on today's day. A day more is read at
    both ends: an hour of somebody far away may be on another day by our clock.

    Args:
        wanted: Which days.
        today: What is dated later is not known.
        people: Ours; where there is one only, everything is theirs.
    """
    first, last = wanted.first, wanted.last
    carries = first <= today <= last
    since, until = date.min if carries else first - ONE_DAY, last + ONE_DAY
    found = [
        *planned_items(since, until, today),
        *promise_items(first, last, today),
        *deed_items(since, last, today),
        *instalment_items(first, last, today),
        *answer_items(since, last, today),
        *follow_up_items(since, last, today),
        *contact_items(first, last, today, business().zone),
    ]
    sole = people[0].id if len(people) == 1 else None
    facts = DiaryFacts({item.customer for item in found}, today)
    placed = _carried([facts.placed(item, sole) for item in found], today)
    within = _with_whoever_goes([item for item in placed if first <= item.day <= last])
    shown = [item for item in within if wanted.owner is None or wanted.owner in item.hands]
    items = [facts.completed(item) for item in shown]
    holidays = facts.holidays(items, first, last, wanted.language)
    works = facts.works([first + ONE_DAY * n for n in range((last - first).days + 1)])
    return DiaryPage(
        today=today,
        wanted=wanted,
        zone=facts.home.zone,
        ledger=facts.home.ledger_uid,
        days=diary_days(items, holidays, works, first, last),
        overlaps=overlaps(items),
        several=several(items),
        people=tuple(people),
    )


def _with_whoever_goes(items: Sequence[DiaryItem]) -> list[DiaryItem]:
    """Return items where a visit is everybody's of ours who is named on its agenda."""
    ours = ours_in({item.visit for item in items if _is_visit(item)})
    return [
        replace(item, along=ours[item.visit]) if _is_visit(item) and item.visit in ours else item
        for item in items
    ]


def _is_visit(item: DiaryItem) -> bool:
    """Whether it is a visit with a record; not a step before it."""
    return item.kind is DiaryKind.VISIT and bool(item.visit)


def _carried(items: Sequence[DiaryItem], today: date) -> list[DiaryItem]:
    """Return items where they stand: what should have been done by now stands on today.

    Of a visit whose day has passed that is the report: it stays where it was itself, and nobody
    prepares it any more.
    """
    over = {i.visit for i in items if i.about == About.VISIT_REPORT and i.day < today}
    found = []
    for item in items:
        was = item.visit in over and item.about in BEFORE_REPORT
        if item.day >= today or item.done or item.kind in _STAYS:
            found.append(item)
        elif not was:
            found.append(replace(item, day=today, at=None, late=True))
        elif item.kind is DiaryKind.VISIT:
            found.append(item)
    return found
