"""What a ledger holds now against what it held before, in what a user can judge by."""

from collections.abc import Mapping
from dataclasses import dataclass

from creditmate.db.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Difference:
    """What the ledger holds now against what it held before; only what differs.

    Attributes:
        rows: Table → how many there were and are.
        open: Currency → minor units open before and now.
        last_at: The moment of the latest action before and now (ISO text, UTC).
    """

    rows: Mapping[str, tuple[int, int]]
    open: Mapping[str, tuple[int, int]]
    last_at: tuple[str, str]


def difference(before: Manifest, now: Manifest) -> Difference:
    """Compare two manifests."""
    return Difference(
        _changed(before["rows"], now["rows"]),
        _changed(before["open"], now["open"]),
        (str(before.get("last_at", "")), str(now.get("last_at", ""))),
    )


def _changed(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    pairs = {name: (before.get(name, 0), now.get(name, 0)) for name in sorted({*before, *now})}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
