"""What is wrong in the form of an invoice: said at its field, once nobody types there."""

from collections.abc import Mapping

from creditmate.domain.errors import UserError
from creditmate.ui.invoices.form_page import FormPage
from creditmate.ui.invoices.form_state import Read, Spot
from creditmate.ui.invoices.form_words import FormWords

_ECHOED = frozenset({"order_number", "belongs_to", "day", "supply_day"})
"""Fields below which something else stands where nothing is wrong."""


class FormProblems:
    """What could not be understood, and what the ledger refuses of what could."""

    def __init__(self, page: FormPage, says: FormWords) -> None:
        self._page, self._words = page, says
        self._read: Read | None = None
        self._refused: dict[Spot, UserError] = {}
        self._held: dict[Spot, UserError] = {}
        self._insists = False

    @property
    def found(self) -> Mapping[Spot, UserError]:
        """All that is wrong, by its spot."""
        understood = {} if self._read is None else self._read.bad
        return {**understood, **self._held, **self._refused}

    def take(self, read: Read) -> None:
        """The form was read anew: what was refused may be mended."""
        self._read, self._refused, self._insists = read, {}, False
        self.say()

    def hold(self, spot: Spot, error: UserError | None) -> None:
        """Refuse something until it is let go of, by None, whatever else is typed."""
        self._held.pop(spot, None)
        if error is not None:
            self._held[spot] = error

    def add(self, spot: Spot, error: UserError) -> None:
        """Refuse something."""
        self._refused[spot] = error

    def refuse(self, error: UserError) -> None:
        """Say what the ledger finds wrong, at its field; else below the lines."""
        if self._read is None:
            return
        name, place = self._read.spot_of(error)
        known = name in self._page.fields or name == "code" or place is not None
        self.add((name, place) if known else ("lines", None), error)
        self.say()

    def say(self) -> None:
        """Say what is wrong of what nobody is at; all of it to whoever wants it issued."""
        page = self._page
        said = {spot: self._words.refused(error) for spot, error in self.found.items()}
        focus = page.window().focusWidget()
        for name, field in page.fields.items():
            at_it = field.input is focus and not self._insists
            if (name, None) in said and not at_it:
                field.refuse(said[name, None])
            elif name not in _ECHOED:
                field.clear()
        customer = page.upper.customer_field
        if ("code", None) in said and (self._insists or customer.input is not focus):
            customer.refuse(said["code", None])
        here = None if self._insists else page.lines.place_of_focus()
        of_lines = {
            place: (name, text) for (name, place), text in said.items() if place is not None
        }
        page.lines.refuse({place: told for place, told in of_lines.items() if place != here})
        page.say_lines(said.get(("lines", None), ""))

    def go_to_first(self) -> None:
        """Put the focus on the first thing that is wrong, all of which is said now."""
        self._insists = True
        self.say()
        problems, page = self.found, self._page
        if ("code", None) in problems:
            page.upper.customer_field.setFocus()
            return
        for name, field in page.fields.items():
            if (name, None) in problems:
                if field in page.more_fields.texts.values():
                    page.show_all()
                field.setFocus()
                return
        places = sorted((place, name) for name, place in problems if place is not None)
        place, name = places[0] if places else (len(page.lines.typed), "description")
        page.lines.go_to(place, name if name in page.lines.columns.titles else "description")
