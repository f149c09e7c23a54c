"""Format 6: the call diary: what contacts are about, what is arranged, and whom to leave in peace.

Frozen once released: from then on put right only by a later step.
"""

from creditmate.db.migrations.m0006.arranged import ARRANGED
from creditmate.db.migrations.m0006.contacting import CONTACTING
from creditmate.db.migrations.m0006.talks import TALKS
from creditmate.db.migrations.m0006.triggers import triggers

STATEMENTS: tuple[str, ...] = (*TALKS, *ARRANGED, *CONTACTING, *triggers())
