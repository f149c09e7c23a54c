"""Items of the diary, for tests that say only what matters to them."""

from datetime import date, time
from typing import Any

from creditmate.domain.diary import DiaryItem, DiaryKind, Source

DAY = date(2026, 11, 23)


def an_item(
    id_: int = 1,
    day: date = DAY,
    at: time | None = time(9),
    kind: DiaryKind = DiaryKind.CALL_BACK,
    **more: Any,  # noqa: ANN401 - any field of it
) -> DiaryItem:
    """Return a call-back at nine, of half an hour, unless told otherwise."""
    values = {
        "source": Source.TASK,
        "customer": 1,
        "code": "OSP",
        "name": "Osprey",
        "set_day": day,
        "set_at": at,
        **more,
    }
    return DiaryItem(id=id_, kind=kind, day=day, at=at, **values)
