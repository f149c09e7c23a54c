"""What every screen is given: the program, ways to ask it, the look and the language."""

from dataclasses import dataclass, field

from creditmate.services.program import Program
from creditmate.ui.drawing_thread import DrawingDesk
from creditmate.ui.jobs import JobRunner
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Passed to screens by constructor; ``locale`` writes figures and days, ``language`` words."""

    program: Program
    desk: Desk
    jobs: JobRunner
    theme: Theme
    language: str
    locale: str
    drawing: DrawingDesk = field(default_factory=DrawingDesk)

    def stop(self) -> None:
        """End the jobs and the drawing, close the ledger and end its thread."""
        self.jobs.stop()
        self.drawing.close()
        self.desk.close()
        self.program.stop()
