"""Customers that turn out to be one: how that is noticed, and what a merge would do.

Everything of the one that *gives* goes to the one that *keeps*; the giver is put away and its code
leads to the keeper. Source: issue 4; data-model.md, "Undo".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations

from creditmate.domain.customer_facts import Named
from creditmate.domain.money import Money

ALIKE = 0.87
"""How alike two names are from which they may be one customer's; found by trying on real names."""
_LARGEST_BLOCK = 200
"""Names that begin or end alike and are compared one by one; more are no likeness but a trade."""
_ENDS = 4
_FORMS = frozenset(
    """
    ltd limited plc llp lp co company inc incorporated corp corporation llc the and gmbh mbh ag kg
    ohg ug bv nv sa sarl sas spa srl oy ab as aps sp zoo z o pty
    """.split()
)


class Shared(StrEnum):
    """What two customers have in common, the surest first."""

    TAX_NUMBER = "tax_number"
    COMPANY_NUMBER = "company_number"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


_GRAVITY = {shared: place for place, shared in enumerate(Shared)}


@dataclass(frozen=True, slots=True)
class Likely:
    """Two customers that may be one, the one entered first as the one that keeps."""

    keeper: Named
    giver: Named
    shared: tuple[Shared, ...]

    @property
    def rank(self) -> tuple[int, int, str]:
        """The sort key: the surest first."""
        return (_GRAVITY[self.shared[0]], -len(self.shared), self.keeper.name.casefold())


class NoMerge(StrEnum):
    """Why two customers cannot be merged; the values are stable."""

    SAME = "same"
    ARCHIVED = "archived"  # one of them is put away
    BRANCH_OF_GIVER = "branch_of_giver"  # the keeper belongs to the giver: merge the other way
    KEEPER_IS_BRANCH = "keeper_is_branch"  # and the giver has branches of its own
    BOTH_TYPED = "both_typed"  # calls with both are being typed
    MERGED = "merged"  # so that it comes back only with the merge undone


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which the two differ; ``suggested`` where only the giver has anything in it."""

    field: str
    gives: object
    keeps: object
    suggested: bool


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do.

    ``moves`` counts the rows by table; ``gives`` and ``keeps`` are what the two owe now, one
    amount per currency, ``together`` what the keeper will owe; ``refused`` is why it cannot be.
    """

    giver: Named
    keeper: Named
    moves: Mapping[str, int]
    gives: tuple[Money, ...]
    keeps: tuple[Money, ...]
    together: tuple[Money, ...]
    conflicts: tuple[Conflict, ...]
    refused: NoMerge | None = None


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge that was made and stands."""

    id: int
    action: int
    giver: Named
    keeper: Named
    day: str


def bare(folded: str) -> str:
    """Return a folded name without the words that only tell the legal form."""
    words = folded.split()
    return " ".join(word for word in words if word not in _FORMS) or folded


def named_alike(names: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield pairs whose names are nearly the same.

    Only names that begin or end alike, or have the same words in another order, are compared: a
    list of ten thousand takes a moment, not minutes.

    Args:
        names: Ids and folded names.
    """
    blocks: dict[str, list[tuple[int, str]]] = {}
    for id_, name in names:
        plain = bare(name)
        if plain:
            joined = plain.replace(" ", "")
            ends = (f"{joined[:_ENDS]}~", f"~{joined[-_ENDS:]}")
            for key in {*ends, " ".join(sorted(plain.split()))}:
                blocks.setdefault(key, []).append((id_, plain))
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > _LARGEST_BLOCK:
            continue
        for (first, one), (second, other) in combinations(block, 2):
            pair = (min(first, second), max(first, second))
            if first != second and pair not in seen and alike(one, other):
                seen.add(pair)
                yield pair


def alike(one: str, other: str) -> bool:
    """Whether two bare names are nearly the same, in whatever order their words stand."""
    if sorted(one.split()) == sorted(other.split()):
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.real_quick_ratio() >= ALIKE
        and matcher.quick_ratio() >= ALIKE
        and matcher.ratio() >= ALIKE
    )
