"""Finding things: names and numbers at once, words in notes as a question of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.db import search, search_notes
from creditmate.domain.found import Found

CUSTOMERS, OTHERS = 6, 5
"""How many of a kind are shown: more is a reason to type another letter."""
_LONGEST = 200  # letters; nobody types more, and a pasted page is no question


@dataclass(frozen=True, slots=True)
class Names:
    """What is called or numbered as somebody typed, by group."""

    customers: Sequence[Found] = ()
    people: Sequence[Found] = ()
    papers: Sequence[Found] = ()


class Search:
    """Looks for whatever somebody remembers. Nothing that is typed can be wrong."""

    def names(self, typed: str) -> Names:
        """Return customers, people, and papers of that name or number."""
        text = _asked(typed)
        return Names(
            search.customers_found(text, CUSTOMERS),
            search.people_found(text, OTHERS),
            search.papers_found(text, OTHERS),
        )

    def notes(self, typed: str) -> Sequence[Found]:
        """Return what was said and remembered in those words, the latest first."""
        return search_notes.notes_found(_asked(typed), OTHERS)


def _asked(typed: str) -> str:
    """What was typed, without halves of letters, which a paste may bring along."""
    return typed[:_LONGEST].encode(errors="ignore").decode()
