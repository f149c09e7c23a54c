"""Writing how some customers are approached otherwise than the others."""

import json
from collections.abc import Mapping

from creditmate.db.contact_policies import add_policy
from creditmate.db.gateway import Writing
from creditmate.services.sample.write import Ids

_TAGS: Mapping[str, Mapping[str, object]] = {
    "public": {"call_1.offset": 3, "letter_before.on": False, "week": 2},
    "trade": {"weekday_from": "07:00"},
}
_CUSTOMERS: Mapping[str, Mapping[str, object]] = {"KEST01": {"weekends": True, "month": 8}}


def write_policy(writing: Writing, ids: Ids) -> None:
    """Write that authorities are given time, and that who lets holiday homes works at weekends."""
    for tag, rules in _TAGS.items():
        add_policy(writing, json.dumps(rules, sort_keys=True), tag=tag)
    for code, rules in _CUSTOMERS.items():
        customer = ids.customers[code]
        add_policy(writing, json.dumps(rules, sort_keys=True), customer=customer)
