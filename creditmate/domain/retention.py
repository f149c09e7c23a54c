"""Which backups are kept and which may go: many of the last days, fewer of the time before.

Days, weeks and months are counted as far as there are backups in them, so that a month in which
nobody worked costs none.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

DAILY, WEEKLY, MONTHLY = 14, 8, 24
"""Of how many days, weeks and months the last backup is kept."""
LATEST = 10
"""So many of the latest are kept, whatever day they are of."""
DEEDS, BEFORE_DEEDS = 10, timedelta(days=14)
"""So many of the latest that were made before something which cannot simply be undone are kept for
two weeks; not all of them, or a morning of many imports would fill the disk."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that lies in a folder.

    Attributes:
        name: Of its file.
        made_at: When, aware, in the zone in which days are counted.
        verified: Whether it was proved, and nothing is known against it since.
        before_deed: Whether it was made before an import, a restore and the like.
    """

    name: str
    made_at: datetime
    verified: bool = True
    before_deed: bool = False


def dispensable(backups: Sequence[Kept], now: datetime) -> tuple[Kept, ...]:
    """Return the backups that may be removed, the oldest first.

    Never among them: the latest that is verified, anything that is not (it may be all that is
    left of something, and is for a person to judge), and what claims to be made after ``now``.

    Args:
        backups: Of one ledger, in any order.
        now: The moment, aware.
    """
    verified = sorted((each for each in backups if each.verified), key=_age)
    kept = {each.name for each in verified[-LATEST:]}
    deeds = [each for each in verified if each.before_deed and now - each.made_at <= BEFORE_DEEDS]
    kept |= {each.name for each in deeds[-DEEDS:]}
    kept |= {each.name for each in verified if each.made_at > now}
    for limit, period in _PERIODS:
        kept |= _last_of_each(verified, limit, period)
    return tuple(each for each in verified if each.name not in kept)


def _age(backup: Kept) -> tuple[datetime, str]:
    return backup.made_at, backup.name


Period = Callable[[datetime], Hashable]
_PERIODS: tuple[tuple[int, Period], ...] = (
    (DAILY, lambda moment: moment.date()),
    (WEEKLY, lambda moment: moment.isocalendar()[:2]),
    (MONTHLY, lambda moment: (moment.year, moment.month)),
)


def _last_of_each(backups: Sequence[Kept], limit: int, period: Period) -> set[str]:
    """The names of the last backups of the latest periods that have any; ``backups`` by age."""
    last = {period(each.made_at): each.name for each in backups}
    latest = dict.fromkeys(period(each.made_at) for each in reversed(backups))
    return {last[each] for each in list(latest)[:limit]}
