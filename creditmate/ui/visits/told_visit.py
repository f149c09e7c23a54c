"""From what a customer's story tells of a visit to the visit's page."""

from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.contact_channels import Way
from creditmate.domain.story import Talk, VisitMoved, VisitPlanned
from creditmate.i18n.catalogue import words
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.wishes import OpenVisit


def tells_of_visit(event: object) -> bool:
    """Whether a happening of the story is about a visit."""
    if isinstance(event, Talk):
        return event.channel == Way.VISIT
    return isinstance(event, VisitMoved | VisitPlanned)


class ToldVisit(Teller):
    """A contact that was only noted as a visit has no page, which is said."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around = around
        failed = around.desk.failed.emit
        self._numbers: Latest[str] = Latest(around.desk, self._on_number, failed, self)

    def open(self, event: object) -> None:
        """Open the page of the visit that a happening tells of."""
        if isinstance(event, VisitMoved | VisitPlanned):
            self.wanted.emit(OpenVisit(event.number))
        elif isinstance(event, Talk):
            self._numbers.ask(partial(self._around.program.visits.told_in, event.key.id))

    def _on_number(self, number: str) -> None:
        _ = words(self._around.language).gettext
        if number:
            self.wanted.emit(OpenVisit(number))
        else:
            self.told.emit(_("It was put down without a plan: there is no page of it."))
