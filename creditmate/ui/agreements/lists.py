"""The lists of agreements, one of which is seen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from creditmate.domain.dispute_register import DisputeRow
from creditmate.domain.noted import NotedRow
from creditmate.domain.promise_register import PromiseRow
from creditmate.i18n.agreement_words import noted_kind_words
from creditmate.i18n.dispute_words import dispute_title
from creditmate.services.plan_lists import PlanRow
from creditmate.ui.agreements.list_state import AgreementsBook, Cause, Show
from creditmate.ui.agreements.list_words import AgreementCells
from creditmate.ui.kit.item_table import ItemTable
from creditmate.ui.list_stack import ListStack
from creditmate.ui.surroundings import Surroundings

Chosen = PromiseRow | PlanRow | DisputeRow | NotedRow
_LISTED = {
    Show.PLANS: "plans",
    Show.QUERIES: "queries",
    Show.ANSWERED: "queries",
    Show.CAUSES: "causes",
    Show.NOTED: "noted",
}
"""What of a book a chip lists, besides promises."""
_WORDS_AT = 3
"""The place of the column that takes the room left: their words."""


class AgreementLists(ListStack[AgreementsBook]):
    """Promises, plans, queries of two kinds, what causes them, and what was noted."""

    def __init__(self, around: Surroundings, cells: AgreementCells) -> None:
        self._around, self._cells = around, cells
        theme, desk = around.theme, around.desk

        def name(show: Show) -> str:
            return cells.chip(show)

        self.promises: ItemTable[PromiseRow] = ItemTable(
            theme, desk, name(Show.PROMISES), cells.promises(), 1
        )
        self.plans: ItemTable[PlanRow] = ItemTable(theme, desk, name(Show.PLANS), cells.plans(), 1)
        self.queries: ItemTable[DisputeRow] = ItemTable(
            theme, desk, name(Show.QUERIES), cells.queries(), 0
        )
        self.answered: ItemTable[DisputeRow] = ItemTable(
            theme, desk, name(Show.ANSWERED), cells.answered(), 0
        )
        self.causes: ItemTable[Cause] = ItemTable(theme, desk, name(Show.CAUSES), cells.causes(), 0)
        self.noted: ItemTable[NotedRow] = ItemTable(
            theme, desk, name(Show.NOTED), cells.noted(), _WORDS_AT
        )
        super().__init__(
            {
                "promises": self.promises,
                "plans": self.plans,
                "queries": self.queries,
                "answered": self.answered,
                "causes": self.causes,
                "noted": self.noted,
            }
        )

    @property
    def chosen(self) -> Chosen | None:
        """What the current row is about; None where there is none, or it is nobody's."""
        item = self.seen.current
        return None if isinstance(item, tuple) else item

    def show_book(self, book: AgreementsBook, text: str) -> bool:
        """Show a list, and return whether there is anything in it."""
        self._cells.as_at = self._around.program.clock.today
        listed, items, said = self._of(book.show, book)
        return self.show_items(listed, items, said, text)

    def book_seen(self, book: AgreementsBook) -> AgreementsBook:
        """Return a book with what is seen of its list only: sums are of the lines above them."""
        seen: dict[str, Any] = {_LISTED.get(book.show, "promises"): self.seen.items}
        return replace(book, narrowed=True, **seen)

    def _of(
        self, show: Show, book: AgreementsBook
    ) -> tuple[ItemTable[Any], Sequence[Any], Callable[[Any], tuple[str, ...]]]:
        """The table of a chip, what stands in it, and what of a row is searched."""
        if show is Show.PLANS:
            return self.plans, book.plans, _of_plan
        if show is Show.QUERIES:
            return self.queries, book.queries, self._of_query
        if show is Show.ANSWERED:
            return self.answered, book.queries, self._of_query
        if show is Show.CAUSES:
            return self.causes, book.causes, self._of_cause
        if show is Show.NOTED:
            return self.noted, book.noted, self._of_note
        return self.promises, book.promises, _of_promise

    def _of_query(self, row: DisputeRow) -> tuple[str, ...]:
        numbers = (item.number for item in row.items)
        about = dispute_title(row.reason, self._around.language)
        return (row.code, row.name, about, row.note, row.by_whom, row.initials, *numbers)

    def _of_note(self, row: NotedRow) -> tuple[str, ...]:
        kind = noted_kind_words(row.kind, self._around.language)
        return row.code, row.name, kind, row.words

    def _of_cause(self, row: Cause) -> tuple[str, ...]:
        return (dispute_title(row[0], self._around.language),)


def _of_promise(row: PromiseRow) -> tuple[str, ...]:
    return row.code, row.name, row.deed


def _of_plan(row: PlanRow) -> tuple[str, ...]:
    return row.code, row.name, row.standing.plan.number
