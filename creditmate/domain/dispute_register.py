"""The register of questions: each with its age, who answers it and until when; and what they show.

Source: domain-rules 4.10 (fields), 4.15 (disputes by reason and age), 4.3 (days to resolve).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from creditmate.domain.disputes import CREDITED, DisputeAge, DisputeStanding, dispute_age
from creditmate.domain.money import Money, total


class DisputePick(StrEnum):
    """Which questions are listed."""

    OPEN = "open"
    ENDED = "ended"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class DisputeItemRow:
    """An entry in question, with its document's number; ``questioned`` is how much of it."""

    entry: int
    number: str
    original: Money
    questioned: Money


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A question as the register shows it on a day.

    ``owner`` is the id of who of us answers it and ``initials`` theirs, ``answer_by`` the day until
    when; ``day_presumed`` where a file told of it without a day. ``files`` counts what is kept as
    evidence beside the words.
    """

    id: int
    customer_id: int
    code: str
    name: str
    reason: str
    by_whom: str
    note: str
    evidence: str
    owner: int | None
    initials: str
    answer_by: date | None
    day_presumed: bool
    items: tuple[DisputeItemRow, ...]
    standing: DisputeStanding
    as_at: date
    files: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.standing.is_open

    @property
    def questioned(self) -> Money:
        """What is in question, or was."""
        amounts = [item.questioned for item in self.items]
        return total(amounts, amounts[0].currency)

    @property
    def days_open(self) -> int:
        """Days since it was first raised, up to its ending if it has ended."""
        return self.standing.days_open(self.as_at)

    @property
    def age(self) -> DisputeAge:
        """In which bucket of age it is."""
        return dispute_age(self.days_open)

    @property
    def is_late(self) -> bool:
        """Whether the day has passed until which we were to answer."""
        return self.is_open and self.answer_by is not None and self.answer_by < self.as_at

    @property
    def upheld(self) -> Money | None:
        """What the customer was right about, for which a credit note is to follow."""
        ending = self.standing.ending
        if ending is None or ending.kind not in CREDITED:
            return None
        whole = self.questioned
        return whole if ending.minor is None else Money(ending.minor, whole.currency)


@dataclass(frozen=True, slots=True)
class DisputeWanted:
    """What of the register is asked for; what is None or empty does not narrow it."""

    pick: DisputePick = DisputePick.OPEN
    code: str = ""
    reason: str = ""
    owner: int | None = None
    age: DisputeAge | None = None

    def takes(self, row: DisputeRow) -> bool:
        """Whether a question is among what is asked for."""
        return (
            (self.pick is DisputePick.ALL or row.is_open is (self.pick is DisputePick.OPEN))
            and (not self.reason or row.reason == self.reason)
            and (self.owner is None or row.owner == self.owner)
            and (self.age is None or row.age is self.age)
        )


@dataclass(frozen=True, slots=True)
class AgeSum:
    """How many questions are open of an age, and about how much in one currency."""

    age: DisputeAge
    count: int
    amount: Money


def aged(rows: Iterable[DisputeRow]) -> list[AgeSum]:
    """Return how old open questions are, by currency and age; ages without any are left out."""
    sums: dict[tuple[str, int], tuple[int, Money]] = {}
    ages = list(DisputeAge)
    for row in rows:
        if row.is_open:
            key = row.questioned.currency, ages.index(row.age)
            count, amount = sums.get(key, (0, Money(0, key[0])))
            sums[key] = count + 1, amount + row.questioned
    return [AgeSum(ages[key[1]], *sums[key]) for key in sorted(sums)]


@dataclass(frozen=True, slots=True)
class RootCause:
    """What a reason, or a month, came to in one currency.

    ``days`` are those that ``resolved`` questions took altogether, from their being raised first;
    where a file told no days a question counts, but its days do not.
    """

    count: int
    open: int
    amount: Money
    resolved: int
    days: int

    @property
    def average_days(self) -> Decimal | None:
        """Days it took to resolve one, to one place; None where none was resolved."""
        if not self.resolved:
            return None
        return (Decimal(self.days) / self.resolved).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class RootCauses:
    """What was raised in a period, by reason (the largest sum first) and by month."""

    by_reason: tuple[tuple[str, RootCause], ...]
    by_month: tuple[tuple[date, RootCause], ...]


def root_causes(rows: Iterable[DisputeRow]) -> RootCauses:
    """Return what is behind questions; each currency is counted apart."""
    reasons: dict[tuple[str, str], list[DisputeRow]] = {}
    months: dict[tuple[date, str], list[DisputeRow]] = {}
    for row in rows:
        currency = row.questioned.currency
        reasons.setdefault((row.reason, currency), []).append(row)
        month = row.standing.raised_day.replace(day=1)
        months.setdefault((month, currency), []).append(row)
    causes = [(reason, _cause(found)) for (reason, _), found in reasons.items()]
    causes.sort(key=lambda pair: (pair[1].amount.currency, -pair[1].amount.minor, pair[0]))
    by_month = tuple((key[0], _cause(months[key])) for key in sorted(months))
    return RootCauses(tuple(causes), by_month)


def _cause(rows: list[DisputeRow]) -> RootCause:
    resolved = [row for row in rows if not (row.is_open or row.day_presumed)]
    amounts = [row.questioned for row in rows]
    return RootCause(
        count=len(rows),
        open=sum(row.is_open for row in rows),
        amount=total(amounts, amounts[0].currency),
        resolved=len(resolved),
        days=sum(row.days_open for row in resolved),
    )
