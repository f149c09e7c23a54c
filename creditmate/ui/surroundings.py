"""What every screen is given: the program, ways to ask it, the look and the language."""

from creditmate.services.program import Program
from creditmate.ui.jobs import JobRunner
from creditmate.ui.own_thread import OwnDesk
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Theme


class Surroundings:
    """Passed to screens by constructor; ``locale`` writes figures and days, ``language`` words.

    ``keys`` is the desk at which passwords are tried and the computer's store of secrets is asked.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all that a screen may need
        self,
        program: Program,
        desk: Desk,
        jobs: JobRunner,
        theme: Theme,
        language: str,
        locale: str,
        drawing: OwnDesk | None = None,
        keys: OwnDesk | None = None,
    ) -> None:
        self.program, self.desk, self.jobs, self.theme = program, desk, jobs, theme
        self.language, self.locale = language, locale
        self.drawing = drawing or OwnDesk("drawing")
        self.keys = keys or OwnDesk("keys")

    def speaking(self, language: str, locale: str) -> "Surroundings":
        """Return the same with other words and another way of writing."""
        return Surroundings(
            self.program,
            self.desk,
            self.jobs,
            self.theme,
            language,
            locale,
            self.drawing,
            self.keys,
        )

    def stop(self) -> None:
        """End the jobs and the drawing, close the ledger and end its thread."""
        self.program.give_up_held()  # else a job might wait for a ledger that is locked
        self.jobs.stop()
        self.drawing.close()
        self.keys.close()
        self.desk.close()
        self.program.stop()
