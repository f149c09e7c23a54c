"""What can be done with statements: asked where they go, then done as a job."""

from datetime import date
from functools import partial

from creditmate.domain.rows import SentPaperRow
from creditmate.i18n.catalogue import words
from creditmate.services.ledgers import LedgerFacts
from creditmate.services.letterhead import paper_form
from creditmate.services.statement_run import Choice
from creditmate.ui.kit.screen import Screen
from creditmate.ui.screens.statement_runs import Order, StatementRuns
from creditmate.ui.screens.statement_targets import Targets
from creditmate.ui.screens.statements_state import Statements
from creditmate.ui.surroundings import Surroundings


class StatementActions:
    """Saves, binds and prints what is ticked, or what was sent before."""

    def __init__(self, around: Surroundings, facts: LedgerFacts, screen: Screen) -> None:
        self.runs = StatementRuns(around, screen)
        self._targets = Targets(screen, around.language, paper_form(facts.business)[0])
        self._title = words(around.language).gettext("Statements")

    def save(self, state: Statements, as_at: date) -> None:
        """Ask for a folder and write a file for each."""
        self._targets.ask_folder(partial(self.runs.save, _order(state, as_at)))

    def bind(self, state: Statements, as_at: date) -> None:
        """Ask for a file and bind all into it."""
        name = f"{self._title} {as_at.isoformat()}.pdf"
        self._targets.ask_file(name, partial(self.runs.bind, _order(state, as_at)))

    def print(self, state: Statements, as_at: date) -> None:
        """Ask for a printer and print all."""
        then = partial(self.runs.print, _order(state, as_at))
        self._targets.ask_printer(self._title, then)

    def save_again(self, row: SentPaperRow) -> None:
        """Ask for a file and write one that was sent before, as it was sent."""
        self._targets.ask_file(f"{row.number}.pdf", partial(self.runs.save_again, row.id))

    def print_again(self, row: SentPaperRow) -> None:
        """Ask for a printer and print one that was sent before, as it was sent."""
        self._targets.ask_printer(row.number, partial(self.runs.print_again, row.id))


def _order(state: Statements, as_at: date) -> Order:
    codes = [one.code for one in state.chosen]
    return Order(as_at, codes, Choice(state.despite(), state.left_out()))
