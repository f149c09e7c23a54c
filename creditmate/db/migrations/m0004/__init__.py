"""Format 4: an account that can be kept here. Frozen: put right only by a later step.

What a format 1 table lacks and its facts must not be widened by (an action's digest covers every
column of a fact) stands in tables beside it: ``own_document`` beside ``document``, ``deposit`` and
``receipt_extra`` beside ``receipt``. Records are widened in place.
"""

from creditmate.db.migrations.m0004.account import ACCOUNT
from creditmate.db.migrations.m0004.people import DECISIONS, PEOPLE
from creditmate.db.migrations.m0004.triggers import merging, triggers

STATEMENTS: tuple[str, ...] = (*PEOPLE, *DECISIONS, *ACCOUNT, *triggers(), *merging())
