"""What every screen is given: the program, ways to ask it, the look and the language."""

from dataclasses import dataclass

from creditmate.services.program import Program
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
