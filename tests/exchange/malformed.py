"""Files that no import may take: each is refused or asked about, never read in silence.

Start of the list: reliability.md, finding 11. ``MALFORMED`` is also what proves that an import
that fails leaves the ledger's bytes as they were.
"""

from tests.exchange.malformed_cells import AMOUNTS, DAYS, ROWS, SETTLEMENTS
from tests.exchange.malformed_files import FILES, HEADERS
from tests.exchange.malformed_kind import Malformed

__all__ = ["MALFORMED", "Malformed"]

MALFORMED: tuple[Malformed, ...] = (
    *FILES,
    *HEADERS,
    *ROWS,
    *DAYS,
    *AMOUNTS,
    *SETTLEMENTS,
)
