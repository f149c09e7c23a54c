"""What a talk takes the place of, as JSON."""

from creditmate.cli import answers
from creditmate.domain.money import Money
from creditmate.domain.taken_place import TakenPlace


def taken_json(taken: TakenPlace) -> answers.Json:
    """What they promised or said to have sent before, and holds no longer."""
    promises = [
        {
            "promise": one.promise.id,
            "amount": answers.money(Money(one.unfilled_minor, one.promise.currency)),
            "by": answers.day(one.promise.due_day),
        }
        for one in taken.promises
    ]
    return {
        "replaced": promises,
        "claims_ended": [one.claim.id for one in taken.claims],
        "gives_way_to": [one.promise.id for one in taken.later],
    }
