"""Whose terms are proved, and how well: every customer in a few questions."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.db.customer_lists import listed_customers
from creditmate.domain.terms_standing import NO_STANDING, UNPROVED, Standing, State
from creditmate.services.agreed_terms import standings


class TermsPick(StrEnum):
    """What the report may be narrowed to."""

    MISSING = "missing"  # nothing was accepted in any way
    OLD_VERSION = "old-version"  # a newer one is in effect
    NOT_RETURNED = "not-returned"  # sent, and not back, whatever governs meanwhile
    BY_CONDUCT = "by-conduct"


@dataclass(frozen=True, slots=True)
class TermsRow:
    """A customer and how its terms are proved."""

    id: int
    code: str
    name: str
    standing: Standing

    def fits(self, pick: TermsPick) -> bool:
        """Whether a narrowing leaves the customer in the report."""
        return pick in picks_of(self.standing)


def picks_of(standing: Standing) -> Set[TermsPick]:
    """Return the narrowings that a standing belongs to; nothing where all is well."""
    told = {
        TermsPick.MISSING: standing.state in UNPROVED,
        TermsPick.OLD_VERSION: standing.newer is not None,
        TermsPick.NOT_RETURNED: standing.awaited is not None,
        TermsPick.BY_CONDUCT: standing.state is State.CONDUCT_ONLY,
    }
    return {pick for pick, fits in told.items() if fits}


def terms_rows(as_at: date, pick: TermsPick | None = None) -> list[TermsRow]:
    """Return the customers that are not put away, by code, with how their terms are proved.

    Args:
        as_at: The day; what happened later is not known.
        pick: Only these.
    """
    found = standings(as_at)
    rows = [
        TermsRow(known.id, known.code, known.name, found.get(known.id, NO_STANDING))
        for known in sorted(listed_customers(), key=lambda known: known.code.casefold())
    ]
    return [row for row in rows if pick is None or row.fits(pick)]
