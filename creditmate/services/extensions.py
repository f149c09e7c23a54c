"""More time: given for items until a day, taken back, and read as at a day."""

from dataclasses import dataclass
from datetime import date

from creditmate.db import extensions as stored
from creditmate.db.customers import customers_by_id
from creditmate.db.entries import entry_rows
from creditmate.db.gateway import Gateway
from creditmate.db.promises import ended_in
from creditmate.domain.changes import Done, Touched
from creditmate.domain.extensions import (
    Extension,
    ExtensionEnd,
    ExtensionStanding,
    ExtensionState,
    NewExtension,
    extension_standings,
)
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.ports import Clock
from creditmate.domain.rows import OpenEntryRow
from creditmate.services.arranging_undo import undo_arranged
from creditmate.services.cases import read_files
from creditmate.services.customers import require_customer
from creditmate.services.group_time import put_down_time
from creditmate.services.lateness import learnt_book
from creditmate.services.plan_agreeing import ARRANGED
from creditmate.services.typed_texts import some_lines

_TEXT = 1000


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """Time given, with whom it was given to and the items it is about, the oldest first."""

    code: str
    name: str
    standing: ExtensionStanding
    items: tuple[OpenEntryRow, ...]


class Extensions:
    """More time for customers."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def give(self, code: str, new: NewExtension, interaction: int | None = None) -> Done:
        """Give more time, outside a call's own record; a head office for its branches too.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``PLAN_REFUSED``; ``FIELD_REFUSED``.
        """
        customer, today = require_customer(code), self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        with self._gateway.write("give-time", reason=new.because.strip()) as writing:
            made = put_down_time(writing, customer, file, new, today, interaction=interaction)
        return Done(writing.id, ARRANGED, made)

    def promises_ended(self, action: int) -> int:
        """Return how many promises ended with what an action gave: the time takes their place."""
        return len(ended_in(action))

    def withdraw(self, extension: int, because: str) -> Done:
        """Take time given back: what it was about is followed up as everything else from today.

        Raises:
            UserError: ``PLAN_REFUSED``: there is none, it does not run any more, or no reason is
                given.
        """
        today, said = self._clock.today, some_lines("plan.because", because, _TEXT)
        found = stored.extension_by_id(extension, today)
        if found is None:
            raise plan_refused(PlanWhy.UNKNOWN_EXTENSION, found=extension)
        (row,) = extension_rows([found], today)
        if row.standing.state is not ExtensionState.RUNNING:
            raise plan_refused(PlanWhy.EXTENSION_ENDED)
        if not said:
            raise plan_refused(PlanWhy.NO_REASON)
        with self._gateway.write("withdraw-time", reason=said) as writing:
            ended = ExtensionEnd.WITHDRAWN
            stored.end_extensions(writing, [extension], ended, today, said)
        return Done(writing.id, ARRANGED, extension)

    def undo(self, action: int) -> Touched:
        """Take back what an action of these did: it never was.

        Raises:
            UserError: ``PLAN_REFUSED``: it is taken back already, or something rests on it.
        """
        undo_arranged(self._gateway, action)
        return ARRANGED

    def of_customer(self, code: str, as_at: date) -> list[ExtensionRow]:
        """Return the time given to a customer, ended too, the first given first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code)
        found = stored.extensions_of([customer.id], as_at).get(customer.id, [])
        return extension_rows(found, as_at)

    def all(self, as_at: date, *, running: bool = False) -> list[ExtensionRow]:
        """Return everybody's time given, only what runs if so wished, by the day it is up."""
        rows = extension_rows(stored.all_extensions(as_at), as_at)
        found = (r for r in rows if not running or r.standing.state is ExtensionState.RUNNING)
        return sorted(found, key=lambda row: (row.standing.extension.to_day, row.code))


def extension_rows(extensions: list[Extension], as_at: date) -> list[ExtensionRow]:
    """Return time given, as read, as it stands on a day, in its order."""
    if not extensions:
        return []
    entries = sorted({entry for one in extensions for entry in one.entries})
    rows = {row.id: row for row in entry_rows(entries, as_at)}
    open_of = {id_: row.open.minor for id_, row in rows.items()}
    who = customers_by_id(sorted({one.customer_id for one in extensions}))
    found = []
    for one in extensions:
        (standing,) = extension_standings([one], as_at, open_of)
        items = tuple(rows[entry] for entry in one.entries if entry in rows)
        customer = who[one.customer_id]
        found.append(ExtensionRow(customer.code, customer.name, standing, items))
    return found
