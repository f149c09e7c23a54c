"""What the form of an invoice understands of what is typed; knows no toolkit."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoicing import InvoiceLine, Totals, totals
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.i18n.invoice_typing import Typing, is_blank, understood_invoice
from creditmate.services.invoice_forms import InvoiceSheet
from creditmate.services.invoice_lines import check_line

Spot = tuple[str, int | None]
"""A field by its name, and of a line its place in the form from 0."""
_TOGETHER = {"retention": ("retention", "retention_due"), "retention_due": ("retention",)}
"""What goes with a field that cannot be read."""
_OF_NUMBER = frozenset(
    {Problem.UNKNOWN_DOCUMENT, Problem.SEVERAL_DOCUMENTS, Problem.DOCUMENT_STANDS}
)
"""What is wrong with the invoice that a charge note names."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was understood.

    Args:
        new: Everything that could be read, its lines only those that may be invoiced as they are.
        bad: What cannot stand, by its spot.
        amounts: What lines come to, by their places in the form.
        totals: Of these lines; None where there are none.
        places: Which places the lines of ``new`` have in the form.
    """

    new: NewInvoice
    bad: Mapping[Spot, UserError]
    amounts: Mapping[int, Money] = field(default_factory=dict)
    totals: Totals | None = None
    places: tuple[int, ...] = ()

    @property
    def can_be_looked_at(self) -> bool:
        """Whether there is somebody to invoice, and something."""
        known = bool(self.new.code) and ("code", None) not in self.bad
        return known and self.totals is not None and self.totals.gross.minor > 0

    def spot_of(self, error: UserError) -> Spot:
        """Return where in the form a service's refusal belongs."""
        name, line = str(error.facts.get("field", "")), error.facts.get("line")
        if error.problem in _OF_NUMBER and self.new.belongs_to:
            return "belongs_to", None
        if isinstance(line, int) and 0 < line <= len(self.places):
            return name, self.places[line - 1]
        return name, None


class FormReader:
    """Reads one form after another, for a customer and a day."""

    def __init__(self, sheet: InvoiceSheet, today: date, locale: str) -> None:
        self._sheet = sheet
        self._how = Typing(locale, today, sheet.currency)

    def read(self, typed: TypedInvoice) -> Read:
        """Return what the texts mean; what is wrong with one says nothing about the others."""
        bad: dict[Spot, UserError] = {}
        if typed.code.strip() and self._sheet.customer is None:
            bad["code", None] = UserError(Problem.NOBODY_CHOSEN)
        new, places = self._understood(typed, bad)
        supply_day = new.supply_day or new.day
        lines: dict[int, InvoiceLine] = {}
        sound: dict[int, NewLine] = {}
        for place, line in zip(places, new.lines, strict=True):
            try:
                check_line(line, 1)
                made = self._line(line, supply_day)
                made.amount(new.currency)
            except UserError as error:
                bad[str(error.facts["field"]), place] = error
                lines |= self._priced(place, line, supply_day)
            except ValueError:
                continue  # more than an account holds: the service says so
            else:
                lines[place], sound[place] = made, line
        settings = self._sheet.settings
        found = totals(
            tuple(lines.values()),
            new.currency,
            new.prices or settings.prices,
            new.rounding or settings.rounding,
        )
        return Read(
            new=replace(new, lines=tuple(sound.values())),
            bad=bad,
            amounts=dict(zip(lines, found.lines, strict=True)),
            totals=found if lines else None,
            places=tuple(sound),
        )

    def _understood(
        self, typed: TypedInvoice, bad: dict[Spot, UserError]
    ) -> tuple[NewInvoice, list[int]]:
        """Read all that can be read: what cannot is put down, and left out at the next try."""
        places = [place for place, line in enumerate(typed.lines) if not is_blank(line)]
        while True:
            kept = replace(typed, lines=tuple(typed.lines[place] for place in places))
            try:
                return understood_invoice(kept, self._how), places
            except UserError as error:
                name, line = str(error.facts["field"]), error.facts.get("line")
                if isinstance(line, int):
                    bad[name, places.pop(line - 1)] = error
                else:
                    bad[name, None] = error
                    empty = dict.fromkeys((name, *_TOGETHER.get(name, ())), "")
                    typed = replace(typed, **empty)  # type: ignore[arg-type]  # texts

    def _line(self, line: NewLine, supply_day: date) -> InvoiceLine:
        return InvoiceLine(
            description=line.description,
            quantity=line.quantity,
            price=line.price,
            tax=self._sheet.tax_of(line.tax, supply_day, 1),
            unit=line.unit,
            discount=line.discount,
        )

    def _priced(self, place: int, line: NewLine, supply_day: date) -> dict[int, InvoiceLine]:
        """A line that only lacks its words counts in the sums already."""
        try:
            made = self._line(replace(line, description="-"), supply_day)
            made.amount(self._how.currency)
        except (UserError, ValueError):
            return {}
        return {place: made}


def is_blank_form(typed: TypedInvoice) -> bool:
    """Whether nothing would be missed: a customer, or an invoice to charge for, is chosen again."""
    kept = replace(typed, code="", lines=(), charge=False, belongs_to="")
    return kept == TypedInvoice() and all(is_blank(line) for line in typed.lines)
