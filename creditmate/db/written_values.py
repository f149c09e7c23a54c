"""Values as they are put down: days as text, card numbers masked, plain and personal apart."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from creditmate.db import digest
from creditmate.db.days import as_stored
from creditmate.db.models.base import Table
from creditmate.domain.card_numbers import masked_cards

Rows = Sequence[Sequence[Any]]


def days_as_text(columns: Sequence[str], rows: Rows) -> Rows:
    """Return rows with their days as ISO text; an import's, which have no dates, untouched."""
    places = [at for at, name in enumerate(columns) if name == "day" or name.endswith("_day")]
    if any(isinstance(row[at], date) for at in places for row in rows):
        return [tuple(map(as_stored, row)) for row in rows]
    return rows


def halves(
    model: type[Table], before: Mapping[str, Any] | None, after: Mapping[str, Any]
) -> tuple[str, str]:
    """Return the plain and the personal half of a change, as JSON."""
    images = {"after": after} if before is None else {"before": before, "after": after}
    found = []
    for wanted in (False, True):
        half = {
            when: {
                name: value for name, value in image.items() if (name in model.personal) is wanted
            }
            for when, image in images.items()
        }
        found.append(digest.canonical(half) if any(half.values()) else "{}")
    return found[0], found[1]


class CardMasks:
    """Masks payment cards' numbers in the free texts of one action.

    It stands where everything is written, so that no use-case, form or command can leave it out,
    and before anything is recorded: the change rows, the search index and the backups get the
    masked text only.

    Attributes:
        count: How many numbers were masked.
    """

    def __init__(self) -> None:
        self.count = 0

    def rows(self, model: type[Table], columns: Sequence[str], rows: Rows) -> Rows:
        """Return rows that are to be written without card numbers."""
        places = [place for place, name in enumerate(columns) if name in model.free]
        if not places:
            return rows
        return [self._row(row, places) for row in rows]

    def values(self, model: type[Table], values: Mapping[str, Any]) -> dict[str, Any]:
        """Return a record's columns without card numbers."""
        return {
            name: self.text(value) if name in model.free else value
            for name, value in values.items()
        }

    def text(self, text: Any) -> Any:  # noqa: ANN401 - a free column may be empty
        """Return a text without card numbers; nothing else is touched."""
        if not isinstance(text, str):
            return text
        masked, count = masked_cards(text)
        self.count += count
        return masked

    def _row(self, row: Sequence[Any], places: Sequence[int]) -> Sequence[Any]:
        if not any(row[place] for place in places):
            return row
        return tuple(
            self.text(value) if place in places else value for place, value in enumerate(row)
        )
