"""One column of a table as the readers of days and amounts take it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from creditmate.domain.importing import Evidence, Reason
from creditmate.exchange.findings import Findings

Refused = dict[str, tuple[Reason, Mapping[str, object]]]
"""Cells that cannot be read, each with the reason and its facts."""


@dataclass(frozen=True, slots=True)
class Column:
    """A header, and below it one stripped cell for each row number."""

    header: str
    cells: Sequence[str]
    rows: Sequence[int]

    def evidence(self, cell: str) -> Evidence:
        """Return where ``cell`` stands first."""
        return Evidence(self.rows[self.cells.index(cell)], self.header, cell)

    def at(self, places: Sequence[int]) -> "Column":
        """Return the column with the cells at ``places`` only."""
        cells = [self.cells[place] for place in places]
        return Column(self.header, cells, [self.rows[place] for place in places])

    def report(self, refused: Refused, findings: Findings) -> None:
        """Report every row whose cell is among ``refused``."""
        if not refused:
            return
        for row, cell in zip(self.rows, self.cells, strict=True):
            if cell in refused:
                reason, facts = refused[cell]
                findings.problem(reason, row, self.header, cell, facts)
