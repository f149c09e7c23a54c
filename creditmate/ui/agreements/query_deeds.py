"""Queries raised outside a call: on a customer's page, an invoice's, and in the register."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from creditmate.domain.our_people import StaffRow
from creditmate.services.customers import Brief
from creditmate.ui.deeds import Deeds
from creditmate.ui.surroundings import Surroundings


class QueryDeeds(Deeds):
    """Opens the dialog upon the customer as it is now."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(around, over, around.program.agreement_undoing.undo)

    def raise_for_whom(self) -> None:
        """Raise a query of whoever is named first."""
        from creditmate.ui.agreements.whose_dialog import (  # noqa: PLC0415 - see docs/decisions/0006
            WhoseDialog,
        )

        WhoseDialog(self._around, self._over, self.raise_one)

    def raise_one(self, code: str, number: str = "") -> None:
        """Raise a query; the invoice with a number is ticked to begin with."""
        program, today = self._around.program, self._around.program.clock.today

        def show(read: tuple[Brief, Sequence[StaffRow]]) -> None:
            from creditmate.ui.agreements.raise_dialog import (  # noqa: PLC0415 - see docs/decisions/0006
                RaiseDialog,
            )

            brief, people = read
            entries = [row.id for row in brief.entries if number and row.number == number]
            RaiseDialog(self._around, self._over, brief, people, self.tell, entries)

        self.ask(lambda: (program.customers.brief(code, today), program.people.staff()), show)
