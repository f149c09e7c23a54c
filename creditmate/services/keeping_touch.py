"""Whom to ring although nothing is late or soon due: new and large accounts, and silent ones."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from creditmate.db.account_ages import books_from
from creditmate.db.candidates import owing
from creditmate.db.contact_policies import all_policies
from creditmate.db.customers import chunks
from creditmate.db.invoiced import first_invoiced_between, invoiced_between, silent_since
from creditmate.domain.contact_policy import ContactPolicy, Rules, is_large, rules_of
from creditmate.domain.contact_steps import Step
from creditmate.domain.contacting import GREETED_WITHIN
from creditmate.domain.exchange import worth
from creditmate.domain.money import Money
from creditmate.services.account_ages import new_accounts
from creditmate.services.contact_policies import business_policy, policies_of, stored_rules
from creditmate.services.settings import current_rates

_EVER = 3_650
"""Days ahead within which whatever is owed is due."""
_MOVED = 10
"""Days by which a step may move to a working day, over the longest holidays."""
_WELCOME = f"{Step.WELCOME}.offset"
_SILENCE, _LARGE, _NEW = "stay_in_touch_days", "large_minor", "new_days"


def to_ring(as_at: date) -> set[int]:
    """Return who may be rung on a day for no other reason than to stay in touch.

    It may name a customer too many: the case tells. Where nobody is new and staying in touch is
    off, it takes few questions.
    """
    usual = rules_of(business_policy())
    set_ = [usual, *(stored_rules(row) for row in all_policies())]
    offsets = [int(str(rules[_WELCOME])) for rules in set_ if _WELCOME in rules]
    times = [int(str(rules.get(_SILENCE, 0))) for rules in set_]
    return _to_greet(as_at, max(offsets), set_) | _silent(as_at, [days for days in times if days])


def greeted(policies: Mapping[int, ContactPolicy], as_at: date) -> set[int]:
    """Return which of some customers have the welcome call: new and large ones."""
    return new_accounts(policies, as_at) | _large(policies, as_at)


def _to_greet(as_at: date, longest: int, set_: Sequence[Rules]) -> set[int]:
    """Who was invoiced so lately that it is not too late for a welcome call."""
    first = as_at - timedelta(days=longest + GREETED_WITHIN + _MOVED)
    if any(rules.get(_LARGE) for rules in set_):
        asked = invoiced_between(first, as_at)
    else:
        since = _new_since(as_at, [int(str(rules[_NEW])) for rules in set_ if rules.get(_NEW)])
        asked = [] if since is None else first_invoiced_between(first, as_at, since)
    found: set[int] = set()
    for ids in chunks(asked):
        found |= greeted(policies_of(ids), as_at)
    return found


def _new_since(as_at: date, times: Sequence[int]) -> date | None:
    """The first day on which a first invoice can make anybody new; None where none can."""
    begun = books_from() if times else None
    if begun is None:
        return None
    since = max(as_at - timedelta(days=max(times)), begun + timedelta(days=min(times)))
    return since if since <= as_at else None


def _large(policies: Mapping[int, ContactPolicy], as_at: date) -> set[int]:
    asked = [id_ for id_, policy in policies.items() if policy.large_minor]
    if not asked:
        return set()
    rates = current_rates()
    value, owed = worth(rates, as_at), dict.fromkeys(asked, 0)
    unit = Money(1, rates.home).decimal
    for customer, currency, minor, _ in owing(as_at, _EVER, asked):
        owed[customer] += int(value.of(Money(minor, currency)) / unit)
    return {id_ for id_ in asked if is_large(owed[id_], policies[id_])}


def _silent(as_at: date, times: Sequence[int]) -> set[int]:
    """Who was spoken with longer ago than the shortest time that anybody's policy names."""
    if not times:
        return set()
    return set(silent_since(as_at - timedelta(days=min(times)), as_at))
