"""The keys of the policy of contacts: which values each may have, and which of two is stricter."""

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from creditmate.domain.contact_steps import CHANNELS, Step
from creditmate.domain.money import LIMIT

STEP_KEYS = ("on", "offset", "channel")
"""What is said of a step, as ``final.on``."""


class PolicyError(ValueError):
    """Rules of contact that cannot be: ``key`` names what is wrong in them."""

    def __init__(self, key: str, found: object) -> None:
        super().__init__(f"{key}: {found!r}")
        self.key = key
        self.found = found


_NUMBERS: Mapping[str, range] = {
    "week": range(1, 8),
    "month": range(1, 32),
    "gap_days": range(61),
    "attempts_week": range(1, 22),
    "attempts_day": range(1, 6),
    "calls_per_day": range(1, 201),
    "large_minor": range(LIMIT + 1),
    "new_days": range(366),
    "stay_in_touch_days": range(732),
}
_TIMES = ("weekday_from", "weekday_to", "weekend_from", "weekend_to")
_FLAGS = ("weekends", "gentle")
KEYS: tuple[str, ...] = (
    *(f"{step}.{part}" for step in Step for part in STEP_KEYS),
    "week", "month", "gap_days", "attempts_week", "attempts_day",
    *_TIMES, "weekends",
    "calls_per_day", "large_minor", "new_days", "stay_in_touch_days", "gentle",
)  # fmt: skip
"""In the order in which they are shown."""


def bounds_of(key: str) -> range | None:
    """Return the whole numbers that a key may have; None for a key that has none."""
    step, part = _parts(key)
    return step.offsets if step is not None and part == "offset" else _NUMBERS.get(key)


def checked(key: str, value: object) -> object:
    """Return the value of a key as it is stored.

    Raises:
        PolicyError: The key is unknown, or its value impossible.
    """
    bounds, (_, part) = bounds_of(key), _parts(key)
    if key not in KEYS:
        raise PolicyError(key, value)
    if bounds is not None:
        fits = type(value) is int and value in bounds
    elif key in _TIMES:
        fits = isinstance(value, str) and _is_time(value)
    elif part == "channel":
        fits = value in CHANNELS
    else:
        fits = isinstance(value, bool)
    if not fits:
        raise PolicyError(key, value)
    return value


def stricter(key: str, one: object, other: object) -> object:
    """Return which of two values of a key approaches a customer less."""
    _, part = _parts(key)
    choose = _STRICTER.get(part or key, min)
    return choose(one, other)


def _quieter(one: Any, other: Any) -> object:  # noqa: ANN401 - values of channels
    return min(one, other, key=CHANNELS.index)


def _seldom(one: Any, other: Any) -> object:  # noqa: ANN401 - numbers of which 0 is never
    return max(one, other) if one and other else 0


_STRICTER: Mapping[str, Callable[[Any, Any], object]] = {
    "offset": max,
    "channel": _quieter,
    "gap_days": max,
    "weekday_from": max,
    "weekend_from": max,
    "gentle": max,
    "large_minor": _seldom,
    "stay_in_touch_days": _seldom,
}
"""Of all others the smaller is: fewer contacts, shorter hours, off rather than on."""


def _parts(key: str) -> tuple[Step | None, str]:
    code, dot, part = key.partition(".")
    if not dot or part not in STEP_KEYS or code not in _STEPS:
        return None, ""
    return Step(code), part


_STEPS = frozenset(step.value for step in Step)


def _is_time(text: str) -> bool:
    try:
        return f"{time.fromisoformat(text):%H:%M}" == text
    except ValueError:
        return False
