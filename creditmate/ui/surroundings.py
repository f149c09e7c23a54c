"""What every screen is given: the program, ways to ask it, the look and the language."""

from dataclasses import dataclass, field
from functools import partial

from creditmate.services.program import Program
from creditmate.ui.jobs import JobRunner
from creditmate.ui.own_thread import OwnDesk
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Passed to screens by constructor; ``locale`` writes figures and days, ``language`` words.

    ``keys`` is the desk at which passwords are tried and the computer's store of secrets is asked.
    """

    program: Program
    desk: Desk
    jobs: JobRunner
    theme: Theme
    language: str
    locale: str
    drawing: OwnDesk = field(default_factory=partial(OwnDesk, "drawing"))
    keys: OwnDesk = field(default_factory=partial(OwnDesk, "keys"))

    def stop(self) -> None:
        """End the jobs and the drawing, close the ledger and end its thread."""
        self.program.give_up_held()  # else a job might wait for a ledger that is locked
        self.jobs.stop()
        self.drawing.close()
        self.keys.close()
        self.desk.close()
        self.program.stop()
