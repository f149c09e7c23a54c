"""Which statements are listed, which are ticked, and what that comes to. Knows no toolkit."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.statement_choice import UNTICKED, Candidate, Carriage, StatementBook

LEFT_OUT_TITLE, TO_SEND_TITLE = -1, -2
"""Stand in the list for the titles of the groups."""


class Show(StrEnum):
    """Which of the candidates are listed."""

    BALANCE = "balance"
    TO_SEND = "to_send"
    LEFT_OUT = "left_out"
    NONE = "none"


class Order(StrEnum):
    """What the list is ordered by; the values are the keys of its columns."""

    NAME = "name"
    OWED = "owed"
    OVERDUE = "overdue"
    CARRIAGE = "carriage"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the list is narrowed and ordered; ``text`` is found in names and codes."""

    show: Show = Show.BALANCE
    text: str = ""
    order: Order = Order.OWED
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Sum:
    """What is ticked: ``statements`` may be more than customers, as there is one per currency.

    ``owed`` is per currency, largest first; ``left_out`` counts customers with a balance.
    """

    statements: int
    owed: tuple[Money, ...]
    by_email: int
    by_post: int
    left_out: int


class Statements:
    """The choice of a run: the candidates, the ticks, and how the list is looked at."""

    def __init__(self) -> None:
        self.book: StatementBook | None = None
        self.wanted = Wanted()
        self.only: frozenset[str] = frozenset()
        self._known: dict[int, Candidate] = {}
        self._by_hand: dict[int, bool] = {}
        self._listed: list[int] | None = None
        """The list as it was asked for last; None once it is another one."""

    def take(self, book: StatementBook) -> None:
        """Take the candidates as they are now; what was ticked by hand stays for the same day."""
        if self.book is not None and self.book.as_at != book.as_at:
            self._by_hand.clear()
        self.book, self._listed = book, None
        self._known = {one.id: one for one in book.candidates}

    def want(self, **changes: object) -> None:
        """Narrow or order the list in another way."""
        self._listed = None
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]  # its own fields

    def restrict(self, codes: Sequence[str]) -> None:
        """Concern only these customers, all of them ticked; everybody if none is named."""
        self.only = frozenset(codes)
        self._by_hand.clear()
        self.wanted, self._listed = Wanted(), None

    # ------------------------------------------------------------- the list
    @property
    def concerned(self) -> list[Candidate]:
        """Those whom the choice is about, in the order of their names."""
        everybody = self.book.candidates if self.book is not None else ()
        return [one for one in everybody if not self.only or one.code in self.only]

    def rows(self, ids: Sequence[int]) -> list[Candidate]:
        """Return candidates by their ids."""
        return [self._known[id_] for id_ in ids if id_ in self._known]

    def count(self, show: Show) -> int:
        """How many customers a narrowing would list, whatever text is looked for."""
        return sum(map(_MEMBERS[show], self.concerned))

    def ids(self) -> list[int]:
        """Return the list: ids in order, those of titles below zero where there are two groups."""
        if self._listed is None:
            self._listed = self._ids()
        return self._listed

    def _ids(self) -> list[int]:
        found = self._found()
        if self.wanted.show is not Show.BALANCE:
            return [one.id for one in found]
        left = [one.id for one in found if one.reason is not None]
        sent = [one.id for one in found if one.reason is None]
        left = [LEFT_OUT_TITLE, *left] if left else []
        return [*left, *([TO_SEND_TITLE, *sent] if sent else [])]

    def _found(self) -> list[Candidate]:
        text = self.wanted.text.strip().casefold()
        is_member = _MEMBERS[self.wanted.show]
        found = [
            one
            for one in self.concerned
            if is_member(one) and (text in one.name.casefold() or text in one.code.casefold())
        ]
        key = _KEYS[self.wanted.order]
        currency = self.book.currency if self.book is not None else ""
        return sorted(found, key=lambda one: key(one, currency), reverse=self.wanted.descending)

    # ------------------------------------------------------------- ticks
    def ticked(self, id_: int) -> bool | None:
        """Whether a customer gets a statement; None for one without a balance."""
        one = self._known.get(id_)
        if one is None or not one.ageings:
            return None
        return self._by_hand.get(id_, one.reason is None or one.code in self.only)

    def tick(self, ids: Iterable[int]) -> None:
        """Tick these, or untick them if all are ticked already."""
        those = [id_ for id_ in ids if self.ticked(id_) is not None]
        wanted = not all(self.ticked(id_) for id_ in those)
        self._by_hand.update(dict.fromkeys(those, wanted))

    def tick_listed(self) -> None:
        """Do the same with all that are listed."""
        self.tick(self.ids())

    def listed_ticks(self) -> bool | None:
        """Whether all that are listed are ticked, or none of them; None: some are, or no row."""
        states = {self.ticked(id_) for id_ in self.ids()} - {None}
        return states.pop() if len(states) == 1 else None

    @property
    def chosen(self) -> list[Candidate]:
        """Those who get a statement, in the order of their codes: so they are numbered."""
        found = [one for one in self.concerned if self.ticked(one.id)]
        return sorted(found, key=lambda one: one.code.casefold())

    def sum(self) -> Sum:
        """Return what is ticked."""
        chosen = self.chosen
        owed = totals_by_currency(ageing.owed for one in chosen for ageing in one.ageings)
        return Sum(
            statements=sum(len(one.ageings) for one in chosen),
            owed=tuple(sorted(owed, key=lambda money: -money.decimal)),
            by_email=_statements(chosen, Carriage.EMAIL),
            by_post=_statements(chosen, Carriage.POST),
            left_out=self.count(Show.BALANCE) - len(chosen),
        )

    # ------------------------------------------------------------- for the log
    def despite(self) -> dict[str, str]:
        """Return why those who get one would have been left out, by their codes."""
        return {one.code: one.reason.why.value for one in self.chosen if one.reason is not None}

    def left_out(self) -> dict[str, str]:
        """Return why those who could get one do not, by their codes; nobody else's business."""
        if self.only:
            return {}
        return {
            one.code: UNTICKED if one.reason is None else one.reason.why.value
            for one in self.concerned
            if self.ticked(one.id) is False
        }

    # ------------------------------------------------------------- turning over
    def place(self, id_: int) -> int | None:
        """Return where among the ticked ones of the list a row stands, from 0."""
        ticked = self._ticked_listed()
        return ticked.index(id_) if id_ in ticked else None

    def next_ticked(self, id_: int, step: int) -> int | None:
        """Return the ticked row of the list after (1) or before (-1) a row, if there is one."""
        rows = [other for other in self.ids() if other > 0]
        at = rows.index(id_) if id_ in rows else -1
        beyond = rows[at + 1 :] if step > 0 else rows[:at][::-1]
        return next((other for other in beyond if self.ticked(other)), None)

    def ticked_count(self) -> int:
        """How many rows of the list are ticked."""
        return len(self._ticked_listed())

    def _ticked_listed(self) -> list[int]:
        return [id_ for id_ in self.ids() if self.ticked(id_)]


def _statements(chosen: Iterable[Candidate], carriage: Carriage) -> int:
    return sum(len(one.ageings) for one in chosen if one.carriage is carriage)


def _amount(one: Candidate, currency: str, *, overdue: bool) -> tuple[int, int]:
    """The amount in the book's own currency, then the largest in another."""
    amounts = {a.currency: (a.overdue if overdue else a.owed).minor for a in one.ageings}
    here = amounts.pop(currency, 0)
    return here, max(amounts.values(), default=0)


_MEMBERS: dict[Show, Callable[[Candidate], bool]] = {
    Show.BALANCE: lambda one: bool(one.ageings),
    Show.TO_SEND: lambda one: bool(one.ageings) and one.reason is None,
    Show.LEFT_OUT: lambda one: one.reason is not None,
    Show.NONE: lambda one: not one.ageings,
}
_KEYS: dict[Order, Callable[[Candidate, str], tuple[object, ...]]] = {
    Order.NAME: lambda one, _: (one.name.casefold(), one.id),
    Order.OWED: lambda one, currency: (*_amount(one, currency, overdue=False), one.id),
    Order.OVERDUE: lambda one, currency: (*_amount(one, currency, overdue=True), one.id),
    Order.CARRIAGE: lambda one, _: (one.carriage.value, one.name.casefold(), one.id),
}
