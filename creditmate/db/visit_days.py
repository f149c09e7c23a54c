"""Which visits are on a day, and where they are."""

from collections.abc import Collection
from datetime import date

from creditmate.db.connection import execute

_GONE = "('cancelled', 'refused')"
_ON_DAY = f"""
    SELECT v.id FROM visit v JOIN task t ON t.id = v.task_id
    WHERE t.day = ? AND v.archived_day IS NULL AND NOT EXISTS (
        SELECT 1 FROM visit_event e WHERE e.visit_id = v.id AND e.void_action_id IS NULL
            AND e.kind IN {_GONE}
    )
    ORDER BY t.at, v.id
"""  # noqa: S608 - our own codes
# The site that is visited; where none is named, one of the customer's, a place of delivery first.
_SPOTS = """
    SELECT v.id, s.latitude, s.longitude FROM visit v JOIN site s
        ON s.id = v.site_id OR (v.site_id IS NULL AND s.customer_id = v.customer_id)
    WHERE v.id IN (SELECT value FROM json_each(?)) AND s.archived_day IS NULL
        AND s.latitude IS NOT NULL
    ORDER BY v.id, s.kind <> 'delivery', s.id
"""


def visits_on(day: date) -> list[int]:
    """Return the visits planned for a day that were not called off, by their hours."""
    return [int(id_) for (id_,) in execute(_ON_DAY, (day.isoformat(),))]


def spots_of(visits: Collection[int]) -> dict[int, tuple[int, int]]:
    """Return where visits are whose coordinates are known, in millionths of a degree."""
    found: dict[int, tuple[int, int]] = {}
    for visit, latitude, longitude in execute(_SPOTS, (f"[{','.join(map(str, visits))}]",)):
        found.setdefault(int(visit), (int(latitude), int(longitude)))
    return found
