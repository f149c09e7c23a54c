"""How the user left the window: kept on this computer, in the one file of its settings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from creditmate.domain.frozen import Frozen, fields_of
from creditmate.system.computer import keep, kept

_KEY = "window"


class TableLayout(Frozen):
    """A table's columns as the user arranged them: keys in order, widths in pixels at 100 %."""

    order: tuple[str, ...] = ()
    widths: Mapping[str, int] = MappingProxyType({})


class WindowState(Frozen):
    """Size in pixels at 100 %, None before the first time; the place; tables by their names.

    ``screens`` is what each place's screen remembers, by the place's key, as the screen has it.
    """

    size: tuple[int, int] | None = None
    maximised: bool = False
    place: str = ""
    tables: Mapping[str, TableLayout] = MappingProxyType({})
    screens: Mapping[str, Any] = MappingProxyType({})


def window_state() -> WindowState:
    """Return how the window was left; what is missing or makes no sense is left out."""
    found = kept(_KEY)
    tables, screens = found.get("tables"), found.get("screens")
    return WindowState(
        size=_size(found.get("size")),
        maximised=found.get("maximised") is True,
        place=_text(found.get("place")),
        tables={
            str(key): _layout(value)
            for key, value in (tables.items() if isinstance(tables, dict) else ())
            if isinstance(value, dict)
        },
        screens=screens if isinstance(screens, dict) else {},
    )


def remember_window(state: WindowState) -> None:
    """Keep how the window was left; a config folder that cannot be written is no obstacle."""
    tables = {
        key: {"order": layout.order, "widths": dict(layout.widths)}
        for key, layout in state.tables.items()
    }
    keep(_KEY, {**fields_of(state), "tables": tables, "screens": dict(state.screens)})


def _size(value: object) -> tuple[int, int] | None:
    match value:
        case [int(width), int(height)] if width > 0 and height > 0:
            return width, height
    return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _layout(value: Mapping[str, Any]) -> TableLayout:
    order, widths = value.get("order"), value.get("widths")
    return TableLayout(
        order=tuple(filter(None, map(_text, order))) if isinstance(order, list) else (),
        widths={
            str(key): width
            for key, width in (widths.items() if isinstance(widths, dict) else ())
            if isinstance(width, int) and width > 0
        },
    )
