"""Finding things: names and numbers at once, words in notes as a question of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db import search, search_notes
from creditmate.db.customers import ids_by_code
from creditmate.domain.found import Found
from creditmate.services.marked_customers import why_stopped

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

    def names(self, typed: str, as_at: date | None = None) -> Names:
        """Return customers, people, and papers of that name or number.

        Args:
            typed: Whatever somebody remembers.
            as_at: The day on which customers may be on stop; None asks for no such mark.
        """
        text = _asked(typed)
        customers = search.customers_found(text, CUSTOMERS)
        return Names(
            customers if as_at is None else _marked(customers, as_at),
            search.people_found(text, OTHERS),
            search.papers_found(text, OTHERS),
        )

    def notes(self, typed: str) -> Sequence[Found]:
        """Return what was said and remembered in those words, the latest first."""
        return search_notes.notes_found(_asked(typed), OTHERS)


def _marked(found: Sequence[Found], as_at: date) -> list[Found]:
    """Say of customers that are on stop why they are."""
    ids = ids_by_code([one.code for one in found])
    stopped = why_stopped(as_at, list(ids.values()))
    return [replace(one, stopped=stopped.get(ids.get(one.code, 0))) for one in found]


def _asked(typed: str) -> str:
    """What was typed, without halves of letters, which a paste may bring along."""
    return typed[:_LONGEST].encode(errors="ignore").decode()
