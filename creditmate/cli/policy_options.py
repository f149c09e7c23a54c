"""Values of the policy of contacts as they are typed behind ``--set`` and ``--step``."""

from collections.abc import Sequence

from creditmate.cli.session import Session
from creditmate.domain.contact_keys import KEYS, bounds_of
from creditmate.domain.contact_steps import Step
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.refusals import Why, refused
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.i18n.parsing import parse_money

_SAID = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_AMOUNTS = frozenset({"large_minor"})


def changes(session: Session, currency: str) -> dict[str, object]:
    """Return what is to be set, by key; None for what is to be taken back.

    Raises:
        UserError: ``BAD_OPTION``: it has no ``=``, or names no key; ``FIELD_REFUSED``,
            ``BAD_MONEY``, ``BAD_HOUR``: the value cannot be read.
    """
    found: dict[str, object] = {}
    for typed in session.arguments.set:
        key, value = _parted("--set", typed, KEYS)
        found[key] = _value(session, key, value, currency)
    for typed in session.arguments.step:
        code, value = _parted("--step", typed, [step.value for step in Step])
        said = _SAID.get(value.casefold())
        if said is None:
            found[f"{code}.on"] = True if value else None
            found[f"{code}.offset"] = _number(f"{code}.offset", value)
        else:
            found[f"{code}.on"] = said
    return found


def _parted(option: str, typed: str, known: Sequence[str]) -> tuple[str, str]:
    key, equals, value = typed.partition("=")
    key = key.strip().casefold()
    if not equals or key not in known:
        expected = ", ".join(known)
        raise UserError(Problem.BAD_OPTION, option=option, found=typed, expected=expected)
    return key, value.strip()


def _value(session: Session, key: str, value: str, currency: str) -> object:
    if not value:
        return None
    if key in _AMOUNTS:
        return parse_money(value, currency, session.locale, field="--set").minor
    if bounds_of(key) is not None:
        return _number(key, value)
    if key.endswith((".on", "weekends", "gentle")):
        return _SAID.get(value.casefold(), value)
    if key.endswith(("_from", "_to")):
        return f"{parse_hour(value, session.locale, field='--set'):%H:%M}"
    return value.casefold()


def _number(key: str, value: str) -> int | None:
    if not value:
        return None
    try:
        return int(value)
    except ValueError as error:
        raise refused(f"policy.{key}", Why.NOT_POSSIBLE, found=value) from error
