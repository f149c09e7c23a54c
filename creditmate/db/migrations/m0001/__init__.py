"""Format 1: the ledger as first laid down. Frozen: put right only by a later step.

STRICT tables, business days as ISO text, moments as UTC text with an offset, money as whole
minor units with the currency in the same row. Facts are held by triggers: what a trigger lets
through is the kept columns and ``void_action_id`` once (data-model.md, "Tables").
"""

from creditmate.db.migrations.m0001.account import ACCOUNT
from creditmate.db.migrations.m0001.audit import AUDIT
from creditmate.db.migrations.m0001.conversation import CONVERSATION, DISPUTES
from creditmate.db.migrations.m0001.papers import PAPERS
from creditmate.db.migrations.m0001.people import PEOPLE
from creditmate.db.migrations.m0001.triggers import triggers

STATEMENTS: tuple[str, ...] = (
    *AUDIT,
    *PEOPLE,
    *ACCOUNT,
    *DISPUTES,
    *CONVERSATION,
    *PAPERS,
    *triggers(),
)
