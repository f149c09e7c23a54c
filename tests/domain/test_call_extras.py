"""What an outcome asks for besides is unfolded by itself."""

import pytest

from creditmate.domain.call_extras import Besides, unfolds
from creditmate.domain.outcomes import Outcome


@pytest.mark.parametrize(
    ("outcome", "besides"),
    [
        (None, None),
        (Outcome.WILL_PAY, None),
        (Outcome.NO_ANSWER, None),
        (Outcome.DISPUTE, Besides.QUERY),
        (Outcome.PLAN_AGREED, Besides.PLAN),
        (Outcome.ASKS_FOR_TIME, Besides.TIME),
        (Outcome.INVOICE_NOT_RECEIVED, Besides.BARRIER),
        (Outcome.OPPORTUNITY, Besides.OPPORTUNITY),
        (Outcome.FEEDBACK, Besides.FEEDBACK),
    ],
)
def test_an_outcome_unfolds_what_it_needs(outcome: Outcome | None, besides: Besides | None) -> None:
    assert unfolds(outcome) is besides


def test_nobody_who_was_not_reached_agrees_to_anything() -> None:
    assert all(unfolds(outcome) is None for outcome in Outcome if not outcome.reached)
