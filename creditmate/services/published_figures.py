"""The figures that were measured for this version and ship with it (``docs/trust-figures.md``)."""

import json
from dataclasses import dataclass
from pathlib import Path

FIGURES_FILE = Path(__file__).parents[2] / "resources" / "trust-figures.json"
"""Beside the package, in the source tree and in the frozen program alike."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was tried, what came of it, and whether that is as promised."""

    number: int
    title: str
    result: str
    ok: bool


@dataclass(frozen=True, slots=True)
class PublishedFigures:
    """All of them, with the day (ISO text) and the version they were made of."""

    made: str
    version: str
    figures: tuple[Figure, ...]


def published_figures(file: Path = FIGURES_FILE) -> PublishedFigures | None:
    """Return the figures; None where this build has none, or they cannot be read."""
    try:
        said = json.loads(file.read_bytes())
        figures = tuple(
            Figure(int(each["number"]), str(each["title"]), str(each["result"]), bool(each["ok"]))
            for each in said["figures"]
        )
        return PublishedFigures(str(said["made"]), str(said["version"]), figures)
    except (OSError, ValueError, KeyError, TypeError):
        return None
