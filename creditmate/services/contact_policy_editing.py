"""Setting the policy of contacts: the business's, and what differs for tags and customers."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from creditmate.db import contact_policies as kept
from creditmate.db.business import home_currency
from creditmate.db.contact_policies import PolicyRow
from creditmate.db.customer_records import all_tags
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway
from creditmate.db.settings import put_settings, stored_settings
from creditmate.domain.changes import Touched
from creditmate.domain.contact_policy import (
    DEFAULT_POLICY,
    ContactPolicy,
    Rules,
)
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.domain.settings import to_json
from creditmate.services.contact_policies import business_policy, stored_rules
from creditmate.services.contact_policy_checks import (
    Changes,
    changed,
    fits,
    merged,
    usual_values,
)
from creditmate.services.customers import require_customer
from creditmate.services.settings import current_settings
from creditmate.services.typed_texts import one_line

_LONGEST = 60  # letters of a tag
_TOUCHED = Touched.SETTINGS


@dataclass(frozen=True, slots=True)
class KeptPolicy:
    """The business's policy, the settings' version it was read at, and the home currency."""

    policy: ContactPolicy
    version: int
    currency: str


@dataclass(frozen=True, slots=True)
class Override:
    """What differs for a tag, or for one customer with its code and name."""

    id: int
    version: int
    tag: str
    code: str
    name: str
    rules: Rules


class ContactPolicies:
    """Reads and sets the policy."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- the business's
    def business(self) -> KeptPolicy:
        """Return the business's policy.

        Raises:
            UserError: ``SETTINGS_UNREADABLE`` naming the key.
        """
        stored = stored_settings()
        version = 0 if stored is None else stored[1]
        return KeptPolicy(business_policy(), version, home_currency())

    def save_business(self, policy: ContactPolicy, version: int) -> Touched:
        """Save the business's policy, read at ``version`` of the settings.

        Raises:
            UserError: ``FIELD_REFUSED`` naming the key; ``CHANGED_MEANWHILE``.
        """
        fits(policy)
        settings = replace(current_settings(), contact_policy=policy)
        with self._gateway.write("save-contact-policy") as writing:
            put_settings(writing, to_json(settings), version)
        return _TOUCHED

    def set_business(self, changes: Changes) -> Touched:
        """Change values of the business's policy; what is taken back is as the program has it.

        Raises:
            UserError: ``FIELD_REFUSED`` naming the key.
        """
        now = self.business()
        back = usual_values(key for key, value in changes.items() if value is None)
        policy = changed(now.policy, {**changes, **back})
        return self.save_business(policy, now.version)

    def reset_business(self, changes: Changes) -> Touched:
        """Let the business's policy be as the program has it but for these values.

        Raises:
            UserError: ``FIELD_REFUSED`` naming the key.
        """
        given = {key: value for key, value in changes.items() if value is not None}
        return self.save_business(changed(DEFAULT_POLICY, given), self.business().version)

    # ------------------------------------------------------------- what differs
    def overrides(self) -> tuple[Override, ...]:
        """Return all that differs, tags first, each in the order of the alphabet.

        Raises:
            UserError: ``SETTINGS_UNREADABLE`` naming the key.
        """
        rows = kept.all_policies()
        who = customers_by_id(row.customer for row in rows if row.customer is not None)
        found = [_override(row, who) for row in rows]
        return tuple(sorted(found, key=lambda o: (not o.tag, o.tag.casefold(), o.name.casefold())))

    def tags(self) -> tuple[str, ...]:
        """Return every tag that is in use."""
        return tuple(all_tags())

    def set_for_tag(
        self, tag: str, changes: Changes, version: int | None = None, *, anew: bool = False
    ) -> Touched:
        """Change what differs for the customers with a tag, in upper or lower case.

        Args:
            tag: Whether or not anybody has it yet.
            changes: What is to be other than the business's.
            version: At which what differs was read; None for whatever it is now.
            anew: Nothing else is to differ any more.

        Raises:
            UserError: ``FIELD_REFUSED`` naming the key; ``CHANGED_MEANWHILE``.
        """
        wanted = one_line("policy.tag", tag, _LONGEST, required=True)
        now = _row(lambda row: row.customer is None and row.tag.casefold() == wanted.casefold())
        before = {} if now is None or anew else stored_rules(now)
        return self._put(now, merged(before, changes), version, tag=wanted)

    def set_for_customer(
        self, code: str, changes: Changes, version: int | None = None, *, anew: bool = False
    ) -> Touched:
        """Change what differs for a customer, and for its branches where it is a head office.

        Raises:
            UserError: As ``set_for_tag``; ``UNKNOWN_CUSTOMER``.
        """
        customer = require_customer(code).id
        now = _row(lambda row: row.customer == customer)
        before = {} if now is None or anew else stored_rules(now)
        return self._put(now, merged(before, changes), version, customer=customer)

    def remove(self, tag: str = "", code: str = "") -> Touched:
        """Let nothing differ any more for a tag, or for a customer.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``: nothing differs for it.
        """
        customer = None if tag else require_customer(code).id
        key = " ".join(tag.split()).casefold()
        now = _row(lambda row: row.customer == customer and row.tag.casefold() == key)
        if now is None:
            field = "policy.tag" if tag else "policy.code"
            raise refused(field, Why.NOT_POSSIBLE, found=tag or code)
        with self._gateway.write("remove-contact-policy") as writing:
            kept.drop_policy(writing, now.id, now.version, self._clock.today.isoformat())
        return _TOUCHED

    def _put(
        self,
        now: PolicyRow | None,
        rules: Rules,
        version: int | None,
        *,
        tag: str = "",
        customer: int | None = None,
    ) -> Touched:
        fits(changed(business_policy(), rules))
        if now is None and not rules:
            return Touched.NOTHING
        text = json.dumps(rules, sort_keys=True)
        with self._gateway.write("set-contact-policy") as writing:
            if now is None:
                kept.add_policy(writing, text, tag=tag, customer=customer)
            else:
                at = now.version if version is None else version
                if rules:
                    kept.edit_policy(writing, now.id, at, text)
                else:
                    kept.drop_policy(writing, now.id, at, self._clock.today.isoformat())
        return _TOUCHED


def _row(wanted: Callable[[PolicyRow], bool]) -> PolicyRow | None:
    return next((row for row in kept.all_policies() if wanted(row)), None)


def _override(row: PolicyRow, who: Mapping[int, CustomerRow]) -> Override:
    customer = None if row.customer is None else who[row.customer]
    return Override(
        id=row.id,
        version=row.version,
        tag=row.tag,
        code="" if customer is None else customer.code,
        name="" if customer is None else customer.name,
        rules=stored_rules(row),
    )
