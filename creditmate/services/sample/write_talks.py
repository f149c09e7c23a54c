"""Writing the talks of the sample, what was promised in them, disputes and next steps."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from creditmate.db.disputes import add_disputes
from creditmate.db.gateway import Writing
from creditmate.db.talks import (
    add_interactions,
    add_promise_events,
    add_promise_items,
    add_promises,
    create_tasks,
)
from creditmate.domain.dates import month_end
from creditmate.services.sample.firms import Firm
from creditmate.services.sample.story import GRACE, Deed, Story, Talk, Vow
from creditmate.services.sample.write import Ids

Told = dict[Talk, int]
"""Which row each talk became."""


def write_talks(writing: Writing, stories: Sequence[Story], ids: Ids, staff: range) -> None:
    """Write everything that was said, and what follows from it."""
    told = _interactions(writing, stories, ids, staff)
    _promises(writing, stories, ids, told)
    _disputes(writing, stories, ids)
    rows = [
        (
            ids.customers[story.firm.code],
            step.kind,
            step.day,
            str(step.note),
            staff[-1],
            told[step.talk],
            None,
            step.done_day,
        )
        for story in stories
        for step in story.next_steps
    ]
    create_tasks(writing, rows)


def _interactions(writing: Writing, stories: Sequence[Story], ids: Ids, staff: range) -> Told:
    said = [(story.firm, talk) for story in stories for talk in story.talks]
    said.sort(key=lambda pair: (pair[1].day, pair[1].clock))
    rows = [_interaction(firm, talk, ids, staff) for firm, talk in said]
    made = add_interactions(writing, rows)
    return dict(zip((talk for _, talk in said), made, strict=True))


def _interaction(firm: Firm, talk: Talk, ids: Ids, staff: range) -> tuple[object, ...]:
    contact = None if talk.person is None else ids.contacts[firm.code][talk.person]
    offset = summer_minutes(talk.day)
    start = datetime(talk.day.year, talk.day.month, talk.day.day, tzinfo=UTC)
    at = start + timedelta(minutes=talk.clock - offset)
    seconds = None if talk.minutes is None else talk.minutes * 60 - talk.clock % 50
    return (
        ids.customers[firm.code],
        contact,
        talk.heard_name,
        staff[talk.clock % len(staff)],
        talk.channel,
        talk.direction,
        "",
        talk.day,
        at.isoformat(timespec="milliseconds"),
        offset,
        seconds,
        talk.outcome.value,
        str(talk.notes),
        talk.next_day,
        talk.none_because,
        None,
        talk.mood,
        "",
    )


def summer_minutes(day: date) -> int:
    """Return the minutes that British clocks are ahead of UTC by day.

    Source: Summer Time Act 1972: from the last Sunday of March to the last of October.
    """
    starts, ends = (_last_sunday(day.year, month) for month in (3, 10))
    return 60 if starts <= day < ends else 0


def _last_sunday(year: int, month: int) -> date:
    last = month_end(date(year, month, 1))
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _promises(writing: Writing, stories: Sequence[Story], ids: Ids, told: Told) -> None:
    made: list[tuple[Story, Vow | Deed]] = []
    for story in stories:
        made += [(story, vow) for vow in story.vows]
        made += [(story, deed) for deed in story.deeds]
    made.sort(key=lambda pair: pair[1].talk.day)
    rows = [_promise(ids.customers[story.firm.code], promise, told) for story, promise in made]
    known = dict(zip((promise for _, promise in made), add_promises(writing, rows), strict=True))
    vows = [promise for _, promise in made if isinstance(promise, Vow)]
    meant = [(known[vow], ids.entries[entry]) for vow in vows for entry in vow.entries]
    add_promise_items(writing, meant)
    events: list[tuple[int, str, date, int | None]] = []
    for promise, id_ in known.items():
        if isinstance(promise, Deed) and promise.done_day is not None:
            events.append((id_, "done", promise.done_day, None))
        elif isinstance(promise, Vow) and promise.ended is not None:
            kind, day, by = promise.ended
            events.append((id_, kind.value, day, None if by is None else known[by]))
    add_promise_events(writing, sorted(events, key=lambda event: event[2]))


def _promise(customer: int, promise: Vow | Deed, told: Told) -> tuple[object, ...]:
    talk, due = promise.talk, promise.due_day
    if isinstance(promise, Deed):
        words = str(promise.words)
        return (customer, told[talk], "ours", talk.day, due, 0, due, None, None, words, "")
    money = promise.amount
    return (
        customer, told[talk], "theirs", talk.day, due, GRACE, promise.until_day, money.currency,
        money.minor, "", "",
    )  # fmt: skip


def _disputes(writing: Writing, stories: Sequence[Story], ids: Ids) -> None:
    raised = [(story, query) for story in stories for query in story.queries]
    raised.sort(key=lambda pair: pair[1].raised_day)
    rows: list[tuple[object, ...]] = [
        (
            ids.customers[story.firm.code],
            query.raised_day,
            0,
            query.reason.value,
            query.by_whom,
            query.answer_by_day,
            str(query.note),
            None if query.ended is None else query.ended[1],
        )
        for story, query in raised
    ]
    items = [
        (place, ids.entries[query.entry], query.amount.minor if query.amount else None)
        for place, (_, query) in enumerate(raised)
    ]
    endings = [(place, *query.ended) for place, (_, query) in enumerate(raised) if query.ended]
    add_disputes(writing, rows, items, endings)
