"""Who of some customers stands in a group, and with whom: what one says may be for all of it."""

from collections.abc import Collection, Sequence

from creditmate.db.groups import branches_of, heads_of


class Circles:
    """The groups of some customers; whoever belongs to none is a circle of one.

    Args:
        customers: Ids; a few hundred at a time.

    Attributes:
        heads: The head office of every branch in these groups.
        leaders: Who speaks for them, and everybody else.
        everybody: The customers, and the other members of their groups.
    """

    def __init__(self, customers: Sequence[int]) -> None:
        heads = heads_of(customers)
        leaders = [id_ for id_ in customers if id_ not in heads]
        branches = branches_of(list(dict.fromkeys((*leaders, *heads.values()))))
        self.heads = {branch: head for head, found in branches.items() for branch in found}
        self._members = {head: (head, *found) for head, found in branches.items()}
        self.leaders = tuple(dict.fromkeys(self.leader(id_) for id_ in customers))
        others = (member for found in self._members.values() for member in found)
        self.everybody = list(dict.fromkeys((*customers, *others)))

    def leader(self, customer: int) -> int:
        """Return the head office of a customer, or the customer itself."""
        return self.heads.get(customer, customer)

    def members(self, customer: int) -> Collection[int]:
        """Return the customer's group, the head office first; itself alone where there is none."""
        leader = self.leader(customer)
        return self._members.get(leader, (leader,))

    def pays_for(self, payer: int, customer: int) -> bool:
        """Whether money of one keeps what another one of its group promised.

        A head office pays for its branches, and promises for them; a branch only for itself.
        """
        leader = self.leader(customer)
        return payer == customer or (self.leader(payer) == leader and leader in {payer, customer})
