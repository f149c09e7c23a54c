"""Format 7: visits: planned, prepared, and what came of them.

Frozen once released: from then on put right only by a later step.
"""

from creditmate.db.migrations.m0007.happened import HAPPENED
from creditmate.db.migrations.m0007.open_items import OPEN_ITEMS
from creditmate.db.migrations.m0007.planned import PLANNED
from creditmate.db.migrations.m0007.triggers import triggers

STATEMENTS: tuple[str, ...] = (*PLANNED, *HAPPENED, *OPEN_ITEMS, *triggers())
