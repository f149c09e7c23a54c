"""What a form understands of what else comes of a call: a question, more time, a plan, an hour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from creditmate.domain.barriers import Barrier, barrier_of
from creditmate.domain.call_extras import Besides
from creditmate.domain.confirmation import WANTS_COPY
from creditmate.domain.contact_details import Told
from creditmate.domain.disputes import ANSWER_DAYS, DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import UserError
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import CURE_DAYS, Every, Meanwhile, PlanTerms
from creditmate.domain.rows import OpenEntryRow
from creditmate.i18n.read_back import AgreedQuery, AgreedTime
from creditmate.services.call_drafts import TypedCall
from creditmate.services.call_sheets import CallSheet
from creditmate.ui.call.form_texts import FormTexts

_MOST_PARTS = 120
EXTRA_FIELDS = (
    "query-item", "query-amount", "query-reason", "query-by", "time-to", "time-because",
    "plan-parts", "plan-first",
)  # fmt: skip
"""What can be wrong of it, in the order of the form."""
ALL = "all"
"""All that is open in the currency of the call, instead of one item."""


def opened(typed: TypedCall) -> frozenset[Besides]:
    """Return what stands unfolded; nobody agrees to anything who was not reached."""
    if typed.outcome and not Outcome(typed.outcome).reached:
        return frozenset()
    return frozenset(one for one in Besides if one.value in typed.opened)


@dataclass(frozen=True, slots=True)
class ExtrasGot:
    """What was understood; ``bad`` are the texts that nobody can read, by field."""

    query_amount: Money | None = None
    query_by: date | None = None
    time_to: date | None = None
    plan_parts: int | None = None
    plan_first: date | None = None
    next_at: time | None = None
    bad: Mapping[str, UserError] = field(default_factory=dict)


class ExtraReader:
    """Reads the texts of what was unfolded; what is folded away counts for nothing.

    Args:
        sheet: What is known of the customer.
        today: Days are understood from here.
        locale: In which amounts, days and hours are typed.
    """

    def __init__(self, sheet: CallSheet, today: date, locale: str) -> None:
        self._sheet, self._today, self._locale = sheet, today, locale

    def understand(self, typed: TypedCall) -> ExtrasGot:
        """Return what the texts mean."""
        texts = FormTexts(self._sheet.currency, self._locale, self._today)
        seen = opened(typed)
        query, more, plan = (one in seen for one in (Besides.QUERY, Besides.TIME, Besides.PLAN))
        return ExtrasGot(
            query_amount=texts.amount("query-amount", typed.query_amount) if query else None,
            query_by=texts.day("query-by", typed.query_by) if query else None,
            time_to=texts.day("time-to", typed.time_to) if more else None,
            plan_parts=texts.count("plan-parts", typed.plan_parts, _MOST_PARTS) if plan else None,
            plan_first=texts.day("plan-first", typed.plan_first) if plan else None,
            next_at=None if typed.no_step else texts.hour("next-at", typed.next_at),
            bad=texts.bad,
        )

    def missing(self, typed: TypedCall, got: ExtrasGot) -> list[str]:
        """Return the fields of what was unfolded that are not right yet."""
        seen, found, to = opened(typed), list(got.bad), got.time_to
        granted = bool(typed.time_to.strip() or typed.time_because.strip())
        rules = (
            (Besides.QUERY, "query-item", not self._questioned(typed)),
            (Besides.QUERY, "query-reason", not typed.query_reason),
            (Besides.QUERY, "query-amount", self._too_much(typed, got)),
            (Besides.QUERY, "query-by", got.query_by is not None and got.query_by < self._today),
            (Besides.TIME, "time-to", granted and (to is None or to < self._today)),
            (Besides.TIME, "time-because", granted and not typed.time_because.strip()),
            (Besides.PLAN, "plan-parts", got.plan_parts is None),
            (Besides.PLAN, "plan-first", got.plan_first is None or got.plan_first < self._today),
        )
        found += [name for extra, name, wrong in rules if extra in seen and wrong]
        return list(dict.fromkeys(found))

    @property
    def debits(self) -> list[OpenEntryRow]:
        """The items that may be in question, the oldest first."""
        return open_debits(self._sheet)

    def not_received(self, typed: TypedCall) -> list[OpenEntryRow]:
        """Return the items of which they want a copy, or papers: the chosen, or the only one."""
        if not asks_copies(typed.outcome, barrier(typed)):
            return []
        debits = self.debits
        return debits if len(debits) == 1 else [r for r in debits if str(r.id) in typed.copies]

    # ------------------------------------------------------------- what is recorded
    def dispute(self, typed: TypedCall, got: ExtrasGot) -> NewDispute | None:
        """Return the question that was raised."""
        rows = self._questioned(typed)
        if Besides.QUERY not in opened(typed) or not rows or not typed.query_reason:
            return None
        return NewDispute(
            items=self._poured(rows, got.query_amount),
            reason=DisputeReason(typed.query_reason),
            by_whom=typed.with_name.strip(),
            evidence=typed.query_evidence.strip(),
            owner=int(typed.query_owner) if typed.query_owner else None,
            answer_by=got.query_by,
        )

    def extension(self, typed: TypedCall, got: ExtrasGot) -> NewExtension | None:
        """Return the time that was given."""
        if Besides.TIME not in opened(typed) or got.time_to is None:
            return None
        return NewExtension(
            to_day=got.time_to,
            because=typed.time_because.strip(),
            interest=Meanwhile(typed.time_interest or Meanwhile.RUNS),
            by_whom=typed.with_name.strip(),
        )

    def plan(self, typed: TypedCall, got: ExtrasGot) -> PlanTerms | None:
        """Return the plan that was agreed."""
        if Besides.PLAN not in opened(typed) or got.plan_parts is None or got.plan_first is None:
            return None
        every = Every(typed.plan_every or Every.MONTH)
        cycle = self._sheet.brief.facts.pays.cycle
        return PlanTerms(
            every=every,
            first=got.plan_first,
            parts=got.plan_parts,
            days=() if cycle is None else cycle.days_of(every, got.plan_first),
            interest=Meanwhile(typed.plan_interest or Meanwhile.WAIVED),
            by_whom=typed.with_name.strip(),
            because=typed.plan_because.strip(),
        )

    def agreed_query(self, typed: TypedCall, got: ExtrasGot) -> AgreedQuery | None:
        """Return the question as it is read back."""
        new = self.dispute(typed, got)
        if new is None or not new.items:
            return None
        rows = {row.id: row.open for row in self.debits}
        parts = [item.amount or rows[item.entry] for item in new.items]
        whole = Money(sum(part.minor for part in parts), parts[0].currency)
        return AgreedQuery(whole, new.reason, new.answer_by)

    def agreed_time(self, typed: TypedCall, got: ExtrasGot) -> AgreedTime | None:
        """Return the time that was given as it is read back."""
        new = self.extension(typed, got)
        return None if new is None else AgreedTime(new.to_day, new.interest is Meanwhile.RUNS)

    def next_days(self, typed: TypedCall, got: ExtrasGot) -> list[date]:
        """Return the days on which what was arranged is looked after again.

        A plan when we would write because its first part has not come, more time on its day, a
        question on the day by which they have our answer.
        """
        seen, calendar, found = opened(typed), self._sheet.calendar, list[date]()
        if Besides.PLAN in seen and got.plan_first is not None:
            found.append(calendar.next_working(got.plan_first + timedelta(days=CURE_DAYS)))
        if Besides.TIME in seen and got.time_to is not None:
            found.append(calendar.next_working(got.time_to))
        if Besides.QUERY in seen:
            found.append(got.query_by or calendar.add_working_days(self._today, ANSWER_DAYS))
        return [day for day in found if day >= self._today]

    # ------------------------------------------------------------- reading
    def _questioned(self, typed: TypedCall) -> list[OpenEntryRow]:
        """What is meant: an item, all of one currency, or the only one there is."""
        debits, chosen = self.debits, typed.query_item
        if chosen == ALL:
            return [row for row in debits if row.open.currency == self._sheet.currency]
        alone = len(debits) == 1 and not chosen
        return debits if alone else [row for row in debits if str(row.id) == chosen]

    def _poured(self, rows: list[OpenEntryRow], amount: Money | None) -> tuple[Questioned, ...]:
        """All of the items, or so much of them, the oldest first."""
        if amount is None:
            return tuple(Questioned(row.id) for row in rows)
        found, left = list[Questioned](), amount.minor
        for row in rows:
            minor = min(row.open.minor, left)
            if minor > 0:
                found.append(Questioned(row.id, Money(minor, row.open.currency)))
                left -= minor
        return tuple(found)

    def _too_much(self, typed: TypedCall, got: ExtrasGot) -> bool:
        amount = got.query_amount
        if amount is None:
            return False
        return not 0 < amount.minor <= sum(row.open.minor for row in self._questioned(typed))


def open_debits(sheet: CallSheet) -> list[OpenEntryRow]:
    """Return what is open and can be spoken about, the oldest first."""
    rows = [row for row in sheet.brief.entries if row.due_day is not None]
    return sorted(rows, key=lambda row: (row.due_day or date.max, row.id))


def barrier_offered(outcome: Outcome | None) -> str:
    """Return the barrier that an outcome already names, as its code; '' where it names none."""
    found = None if outcome is None else barrier_of(outcome)
    return "" if found is None else found.value


def barrier(typed: TypedCall) -> Barrier | None:
    """Return what is in the way: what was tapped, else what the outcome says of it."""
    if Besides.BARRIER in opened(typed):
        return Barrier(typed.barrier) if typed.barrier else None
    return barrier_of(Outcome(typed.outcome)) if typed.outcome else None


def asks_copies(outcome: str, in_the_way: Barrier | None) -> bool:
    """Return whether it is asked which invoices are meant: not received, or papers missing."""
    wanted = bool(outcome) and Outcome(outcome) in WANTS_COPY
    return wanted or in_the_way is Barrier.NOT_RECEIVED


def told(typed: TypedCall) -> tuple[Told, ...]:
    """Return what they were told."""
    return tuple(one for one in Told if one.value in typed.told)
