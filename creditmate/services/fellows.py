"""The others of a customer's group: what a head office promises is for its branches too."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from creditmate.domain.chasing import OpenEntry
from creditmate.domain.claims import LIVE_CLAIMS, ClaimStanding
from creditmate.domain.promises import LIVE, Standing
from creditmate.domain.workcase import Fellow
from creditmate.services.circles import Circles


@dataclass(frozen=True, slots=True)
class Said:
    """What was promised and said to be paid, by customer."""

    standings: Mapping[int, Sequence[Standing]]
    said: Mapping[int, Sequence[ClaimStanding]]

    def runs(self, customer: int) -> bool:
        """Whether anything of it still runs."""
        return any(one.state in LIVE for one in self.standings.get(customer, ())) or any(
            one.state in LIVE_CLAIMS for one in self.said.get(customer, ())
        )


def fellows_of(
    circles: Circles,
    debits: Mapping[int, tuple[OpenEntry, ...]],
    known: Said,
    rests: Collection[int],
) -> dict[int, tuple[Fellow, ...]]:
    """Return the others of the group of each of those in whose group anything runs.

    Whoever is left in peace is not among them: nobody asks for what it owes.

    Args:
        circles: Who belongs together.
        debits: What everybody owes.
        known: What everybody promised and says to have paid.
        rests: Who is left in peace.
    """
    found: dict[int, tuple[Fellow, ...]] = {}
    for leader in circles.leaders:
        members = circles.members(leader)
        if len(members) > 1 and any(known.runs(id_) for id_ in members):
            every = [
                Fellow(
                    id_,
                    debits[id_],
                    tuple(known.standings.get(id_, ())),
                    tuple(known.said.get(id_, ())),
                )
                for id_ in members
                if id_ not in rests
            ]
            for id_ in members:
                found[id_] = tuple(one for one in every if one.customer != id_)
    return found
