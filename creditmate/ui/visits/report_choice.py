"""A field of the report in which one of some codes is chosen."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice
from creditmate.ui.surroundings import Surroundings

Code = TypeVar("Code", bound=StrEnum)


def choice_of(
    around: Surroundings,
    label: str,
    codes: Iterable[Code],
    say: Callable[[Code, str], str],
    none: str = "",
) -> Field[Choice]:
    """Return a field in which one of some codes is chosen; ``none`` is the choice of nothing."""
    choice = Choice(around.theme, label)
    if none:
        choice.addItem(none, None)
    for code in codes:
        choice.addItem(say(code, around.language), code.value)
    choice.be_as_wide_as_its_place()
    return Field(around.theme, label, choice, echoes=False, wraps=True)
