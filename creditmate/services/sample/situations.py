"""Which customer of the sample shows what, and whose story is told how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from creditmate.services.sample import stories_accounts as accounts
from creditmate.services.sample import stories_promises as promises
from creditmate.services.sample import stories_queries as queries
from creditmate.services.sample.story import Story

SITUATIONS: Mapping[str, str] = {
    "prompt": "REDM01",
    "usually_six_late": "ASHL01",
    "drifting_later": "SALL01",
    "month_end_payer": "BIRK01",
    "round_sums_on_account": "UNDE01",
    "part_payments": "OTTE01",
    "in_credit": "WHIN01",
    "prepayment": "FOYL01",
    "deposit_held": "FOYL01",
    "said_paid": "TANS01",
    "returns_credited": "COPP01",
    "bounced_cheque": "TANS01",
    "two_currencies": "LOUG01",
    "late_in_euro": "BELV01",
    "first_time_late": "HOLL01",
    "first_invoice": "INVE01",
    "large_late": "CAWD01",
    "silent": "DELP01",
    "promise_broken": "BRAC01",
    "promise_open": "WEXC01",
    "promise_small": "SKEL01",
    "promise_replaced": "MOOR01",
    "promise_kept": "DUNM01",
    "promise_part_kept": "OTTE01",
    "ours_late": "OSPR01",
    "call_back_today": "PENN01",
    "dispute_open": "BRIN01",
    "dispute_upheld": "QUIL01",
    "dispute_rejected": "LOCK01",
    "dispute_withdrawn": "GREY01",
    "no_phone": "FENN01",
    "instalments": "THIS01",
    "early_discount": "TARN01",
    "courtesy": "SALL01",
    "purchase_orders": "HAVE01",
    "not_latin_1": "ZURA01",
    "days_of_grace": "HAVE01",
    "holidays_of_a_part": "LOCK01",
    "terms_signed": "BRAC01",
    "terms_old_version": "WEXC01",
    "terms_by_conduct": "DELP01",
    "terms_not_returned": "SKEL01",
    "terms_without_proof": "FENN01",
    "interest_by_law": "CAWD01",
    "interest_by_contract": "ASHL01",
    "interest_waived": "HOLL01",
    "interest_to_decide": "SALL01",
    "credit_applied_for": "INVE01",
    "limit_to_look_at_again": "BRAC01",
}
"""What a customer is an example of → the customer's code, for pictures and tests to name."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A story to tell after two years of habit that end ``quiet`` days ago, all of it paid."""

    quiet: int
    tell: Callable[[Story], None]


PLOTS: Mapping[str, Plot] = {
    "BRAC01": Plot(140, promises.brackenford),
    "WEXC01": Plot(150, promises.wexcombe),
    "MOOR01": Plot(150, promises.moorlatch),
    "SKEL01": Plot(150, promises.skelbrook),
    "DUNM01": Plot(80, promises.dunmallet),
    "OTTE01": Plot(120, promises.ottermere),
    "OSPR01": Plot(70, promises.osprey),
    "PENN01": Plot(70, promises.pennywell),
    "CAWD01": Plot(150, accounts.cawder),
    "HOLL01": Plot(45, accounts.hollin_bank),
    "ASHL01": Plot(75, accounts.ashlar),
    "SALL01": Plot(80, accounts.sallowfield),
    "INVE01": Plot(1, accounts.inverlaith),
    "DELP01": Plot(230, accounts.delph_hill),
    "FENN01": Plot(80, accounts.fennimore),
    "TANS01": Plot(70, accounts.tansy_court),
    "WHIN01": Plot(65, accounts.whinfell),
    "FOYL01": Plot(20, accounts.foyle),
    "COPP01": Plot(65, accounts.copperbeck),
    "BELV01": Plot(100, accounts.belvaux),
    "LOUG01": Plot(0, accounts.lough_carran),
    "UNDE01": Plot(0, accounts.underhay),
    "THIS01": Plot(100, accounts.thistledown),
    "BRIN01": Plot(125, queries.brindle),
    "QUIL01": Plot(105, queries.quillfeather),
    "LOCK01": Plot(120, queries.lockhart),
    "GREY01": Plot(110, queries.greystone),
}
"""Whose last weeks are told by hand; everybody else's follow from their habits."""
