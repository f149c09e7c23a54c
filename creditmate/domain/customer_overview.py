"""Customers in one list with what was decided about each, and what the list is narrowed to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from creditmate.domain.at_rest import Rest
from creditmate.domain.credit_limits import Exposure, LimitUse
from creditmate.domain.customer_status import Status
from creditmate.domain.money import Money
from creditmate.domain.rows import CustomerRow


class Pick(StrEnum):
    """What a list of customers may be narrowed to; ``VALUED`` ones need a value."""

    STATUS = "status"  # of ``Status``
    TAG = "tag"
    OWNER = "owner"  # the beginning of a name
    GROUP = "group"  # the code of a head office
    OVER_LIMIT = "over-limit"
    AT_REST = "at-rest"
    FRIEND = "friend"
    WITHOUT_PROOF = "without-proof"  # of terms and conditions
    ARCHIVED = "archived"


VALUED = frozenset({Pick.STATUS, Pick.TAG, Pick.OWNER, Pick.GROUP})


@dataclass(frozen=True, slots=True)
class Picked:
    """A narrowing and its value, if it has one."""

    pick: Pick
    value: str = ""


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A customer with its standing; ``head_code`` is the head office's, '' for whoever has none.

    ``group_limit`` is that of the group that the customer belongs to. ``without_proof`` is whether
    nothing shows that it accepted any terms.
    """

    customer: CustomerRow
    status: Status
    exposures: tuple[Exposure, ...]
    limit: LimitUse | None
    owner: str
    head_code: str
    tags: tuple[str, ...]
    rest: Rest | None
    group_limit: LimitUse | None = None
    without_proof: bool = False

    @property
    def limits(self) -> tuple[LimitUse, ...]:
        """The limits that count for the customer, its own first."""
        return tuple(use for use in (self.limit, self.group_limit) if use is not None)

    @property
    def over(self) -> tuple[Money, ...]:
        """By how much they are passed, those that are."""
        return tuple(use.over for use in self.limits if use.over is not None)

    def fits(self, wanted: Picked) -> bool:
        """Whether a narrowing leaves the customer in the list."""
        value = wanted.value.casefold()
        return {
            Pick.STATUS: self.status.value == value,
            Pick.TAG: value in {tag.casefold() for tag in self.tags},
            Pick.OWNER: self.owner.casefold().startswith(value),
            Pick.GROUP: value in {self.head_code.casefold(), self.customer.code.casefold()},
            Pick.OVER_LIMIT: bool(self.over),
            Pick.AT_REST: self.rest is not None,
            Pick.FRIEND: self.customer.friend,
            Pick.WITHOUT_PROOF: self.without_proof,
            Pick.ARCHIVED: self.customer.archived,
        }[wanted.pick]


def narrowed(rows: Sequence[OverviewRow], picked: Sequence[Picked]) -> list[OverviewRow]:
    """Return the rows that all narrowings leave; those put away only where they are asked for."""
    away = any(one.pick is Pick.ARCHIVED for one in picked)
    return [
        row
        for row in rows
        if row.customer.archived is away and all(row.fits(one) for one in picked)
    ]
