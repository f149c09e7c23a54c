"""Format 5: terms and the proof of them, interest for paying late, and credit before the sale.

Frozen: put right only by a later step.
"""

from creditmate.db.migrations.m0005.credit import CREDIT
from creditmate.db.migrations.m0005.interest import INTEREST
from creditmate.db.migrations.m0005.terms import TERMS
from creditmate.db.migrations.m0005.triggers import triggers

STATEMENTS: tuple[str, ...] = (*TERMS, *INTEREST, *CREDIT, *triggers())
