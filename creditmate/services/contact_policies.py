"""Which policy of contacts counts for customers: read for hundreds of them at once."""

from collections.abc import Sequence

from creditmate.db.contact_policies import PolicyRow, policies_about
from creditmate.db.customer_records import tags_of
from creditmate.db.groups import heads_of
from creditmate.domain.contact_keys import PolicyError
from creditmate.domain.contact_policy import ContactPolicy, Rules, layered, rules_from_json
from creditmate.domain.errors import Problem, UserError
from creditmate.services.settings import current_settings


def business_policy() -> ContactPolicy:
    """Return the policy of the business, which counts where nothing else is set.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    return current_settings().contact_policy


def policies_of(customers: Sequence[int]) -> dict[int, ContactPolicy]:
    """Return the policies of customers: one object for all for whom nothing differs.

    Args:
        customers: Ids; a few hundred at a time.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    base = business_policy()
    found = dict.fromkeys(customers, base)
    rows = policies_about(customers)
    if not rows:
        return found
    layers = Layers(rows, customers)
    made: dict[tuple[int, ...], ContactPolicy] = {}
    for id_ in customers:
        applied = layers.rows_for(id_)
        if applied:
            key = tuple(row.id for row in applied)
            if key not in made:
                made[key] = layers.policy(base, id_)
            found[id_] = made[key]
    return found


class Layers:
    """What is set for some customers besides the business's own policy, layer by layer.

    Args:
        rows: What is set for them, their head offices and for tags.
        customers: Whose layers are asked for.
    """

    def __init__(self, rows: Sequence[PolicyRow], customers: Sequence[int]) -> None:
        self._tags = {row.tag.casefold(): row for row in rows if row.customer is None}
        self._own = {row.customer: row for row in rows if row.customer is not None}
        self._worn = tags_of(customers) if self._tags else {}
        self._heads = heads_of(customers) if self._own else {}

    def tags(self, customer: int) -> list[PolicyRow]:
        """Return what is set for the tags of a customer, by the tags' alphabet."""
        keys = sorted({text.casefold() for text in self._worn.get(customer, ())})
        return [self._tags[key] for key in keys if key in self._tags]

    def head_office(self, customer: int) -> PolicyRow | None:
        """Return what is set for a customer's head office."""
        return self._own.get(self._heads[customer]) if customer in self._heads else None

    def own(self, customer: int) -> PolicyRow | None:
        """Return what is set for a customer itself."""
        return self._own.get(customer)

    def rows_for(self, customer: int) -> list[PolicyRow]:
        """Return all that is set for a customer, the weakest first."""
        others = (self.head_office(customer), self.own(customer))
        return [*self.tags(customer), *(row for row in others if row is not None)]

    def policy(self, base: ContactPolicy, customer: int) -> ContactPolicy:
        """Return a customer's policy.

        Raises:
            UserError: ``SETTINGS_UNREADABLE`` naming the key.
        """
        head, own = self.head_office(customer), self.own(customer)
        return layered(
            base,
            [stored_rules(row) for row in self.tags(customer)],
            None if head is None else stored_rules(head),
            None if own is None else stored_rules(own),
        )


def stored_rules(row: PolicyRow) -> Rules:
    """Return the values of a row.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    try:
        return rules_from_json(row.rules)
    except PolicyError as error:
        key = f"contact_policy.{error.key}"
        raise UserError(Problem.SETTINGS_UNREADABLE, key=key) from error
