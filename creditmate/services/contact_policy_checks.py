"""What may be set of the policy of contacts: checked as a whole, and refused by its key."""

from collections.abc import Iterable, Mapping

from creditmate.domain.contact_keys import KEYS, PolicyError, bounds_of
from creditmate.domain.contact_policy import (
    BUSINESS_ONLY,
    DEFAULT_POLICY,
    ContactPolicy,
    Rules,
    check_whole,
    overlay,
    rules_of,
)
from creditmate.domain.errors import UserError
from creditmate.domain.refusals import Why, refused

Changes = Mapping[str, object]
"""New values by their keys; None takes one back, so that it is as it is without."""


def changed(policy: ContactPolicy, changes: Changes) -> ContactPolicy:
    """Return a policy with other values.

    Raises:
        UserError: ``FIELD_REFUSED`` naming the key.
    """
    try:
        return overlay(policy, changes)
    except PolicyError as error:
        raise refusal_of(error) from error


def fits(policy: ContactPolicy) -> None:
    """Refuse a policy whose values do not fit one another.

    Raises:
        UserError: ``FIELD_REFUSED`` naming the key.
    """
    try:
        check_whole(policy)
    except PolicyError as error:
        field, found = f"policy.{error.key}", error.found
        if error.key.endswith(".offset"):
            raise refused(field, Why.STEP_TURNED, found=found) from error
        if error.key.endswith("_to"):
            raise refused(field, Why.HOURS_TURNED, found=found) from error
        raise refused(field, Why.OUT_OF_BOUNDS, found=found) from error


def refusal_of(error: PolicyError) -> UserError:
    """Return the error that tells the user which key it is, and what it may have."""
    bounds, field = bounds_of(error.key), f"policy.{error.key}"
    if bounds is None:
        return refused(field, Why.NOT_POSSIBLE, found=error.found)
    least, most = bounds.start, bounds.stop - 1
    return refused(field, Why.OUTSIDE, found=error.found, least=least, most=most)


def usual_values(keys: Iterable[str]) -> dict[str, object]:
    """Return the values that the program has where nothing is set; unknown keys are left out."""
    usual = rules_of(DEFAULT_POLICY)
    return {key: usual[key] for key in keys if key in usual}


def merged(rules: Rules, changes: Changes) -> dict[str, object]:
    """Return what differs already, with what differs from now on.

    Raises:
        UserError: ``FIELD_REFUSED`` naming the key.
    """
    found = dict(rules)
    for key, value in changes.items():
        if key in BUSINESS_ONLY or key not in KEYS:
            raise refused(f"policy.{key}", Why.NOT_POSSIBLE, found=value)
        if value is None:
            found.pop(key, None)
        else:
            found[key] = value
    return found
